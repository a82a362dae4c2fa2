"""Many line tests asked at once: what a profile's marks and rules say of a line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from copydesk.sites.patterns import MAX_LINE
from copydesk.sites.records import LineTest
from copydesk.text import Line

_BULLETS = "•*·▪►>-–— "
# Beginnings are looked up by this many characters, so that a line meets only the few that may fit.
_HEAD = 2


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
        for pattern, number in self.patterns:
            if match := pattern.fullmatch(text):
                groups = tuple((k, v) for k, v in match.groupdict().items() if v)
                yield Hit(number, f"line matches {pattern.pattern!r}", text, groups)


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
    return LineIndex(
        {k: tuple(v) for k, v in keys.items()},
        {k: tuple(v) for k, v in starts.items()},
        tuple((part, n) for n, test in enumerate(tests) for part in test.contains),
        tuple((pattern, n) for n, test in enumerate(tests) for pattern in test.patterns),
    )
