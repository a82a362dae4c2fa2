"""Many line tests asked at once: what a profile's marks and rules say of a line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from copydesk.sites.patterns import MAX_LINE
from copydesk.text import Line

_BULLETS = "•*·▪►>-–— "
# Beginnings are looked up by this many characters, so that a line meets only the few that may fit.
_HEAD = 2
# A pattern of all sections of a site fills half a page; its beginning finds it in the profile.
_TOLD = 100


@dataclass(frozen=True, slots=True)
class LineTest:
    """A test on one whole line: its words, its beginning, a part of it, or its whole shape.

    `keys` are compared as `text.key` makes them, `starts` and `contains` case folded; `patterns` must
    match the whole line.
    """

    keys: frozenset[str] = frozenset()
    starts: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    patterns: tuple[re.Pattern[str], ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to test."""
        return bool(self.keys or self.starts or self.contains or self.patterns)


NO_TEST = LineTest()


@dataclass(frozen=True, slots=True)
class Hit:
    """A test a line passed: its number, what matched, the text that is meant, and named groups."""

    number: int
    evidence: str
    value: str
    groups: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LineIndex:
    """Line tests by what they look at; a test's number is its place in the sequence indexed."""

    keys: Mapping[str, tuple[int, ...]]
    starts: Mapping[str, tuple[tuple[str, int], ...]]
    contains: tuple[tuple[str, int], ...]
    patterns: tuple[tuple[re.Pattern[str], int], ...]
    any_pattern: re.Pattern[str] | None

    def hits(self, line: Line) -> Iterator[Hit]:
        """Every test the line passes, each at most once for each way of looking."""
        for number in self.keys.get(line.key, ()):
            yield Hit(number, f"line {line.text!r}", line.text)
        bare = line.lower.lstrip(_BULLETS)
        for head, number in self.starts.get(bare[:_HEAD], ()):
            if bare.startswith(head):
                rest = line.text.lstrip(_BULLETS)[len(head) :].strip(" :|")
                yield Hit(number, f"line starts {head!r}", rest)
        for part, number in self.contains:
            if part in line.lower:
                yield Hit(number, f"line has {part!r}", line.text)
        if len(line.text) <= MAX_LINE:
            yield from self._pattern_hits(line.text.lstrip(_BULLETS))

    def _pattern_hits(self, text: str) -> Iterator[Hit]:
        # One look for all patterns: nearly every line fits none.
        if self.any_pattern is None or not self.any_pattern.fullmatch(text):
            return
        for pattern, number in self.patterns:
            if match := pattern.fullmatch(text):
                groups = tuple((k, v) for k, v in match.groupdict().items() if v)
                yield Hit(number, f"line matches {_told(pattern.pattern)!r}", text, groups)


def index(tests: Sequence[LineTest]) -> LineIndex:
    """Line tests ready to be asked.

    >>> from copydesk.text import line
    >>> [hit.evidence for hit in index([LineTest(starts=("see also:",))]).hits(line("SEE ALSO: More"))]
    ["line starts 'see also:'"]
    """
    keys: dict[str, list[int]] = defaultdict(list)
    starts: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for number, test in enumerate(tests):
        for text in test.keys:
            keys[text].append(number)
        for head in test.starts:
            starts[head[:_HEAD]].append((head, number))
    patterns = tuple((pattern, n) for n, test in enumerate(tests) for pattern in test.patterns)
    return LineIndex(
        {k: tuple(v) for k, v in keys.items()},
        {k: tuple(v) for k, v in starts.items()},
        tuple((part, n) for n, test in enumerate(tests) for part in test.contains),
        patterns,
        _any_of([pattern for pattern, _ in patterns]),
    )


_NAMED = re.compile(r"\(\?P<\w+>")


def _any_of(patterns: Sequence[re.Pattern[str]]) -> re.Pattern[str] | None:
    """One pattern for all, without their groups' names, which may be the same in several."""
    if not patterns:
        return None
    return re.compile("|".join(f"(?:{_NAMED.sub('(?:', p.pattern)})" for p in patterns), re.IGNORECASE)


def _told(pattern: str) -> str:
    """A pattern as evidence tells it: all of a short one, the beginning of a long one."""
    return pattern if len(pattern) <= _TOLD else f"{pattern[:_TOLD]}…"
