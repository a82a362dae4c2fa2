"""What kind of mistakes are made: words lost and words too many, by the sort of line they stand in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import rules

# A line of so many words is prose if it ends like a sentence.
_PROSE_WORDS = 10
_STOP = re.compile(r"[.!?…。！？।॥۔][\"'”’»)\]]*$")
# A page that lost this share of its labelled words, or has as many again, is wrong as a whole.
_MOST = 0.5


class Fault(StrEnum):
    """The sorts of mistakes."""

    EMPTY = "page without output"
    LOST_MOST = "most of the page lost"
    MUCH_EXTRA = "much that is not the article"
    LOST_HEAD = "first lines lost"
    LOST_PROSE = "prose lost"
    LOST_SHORT = "short lines lost"
    EXTRA_HEAD = "other lines ahead of the article"
    EXTRA_PROSE = "prose too many"
    EXTRA_SHORT = "short lines too many"


@dataclass(frozen=True, slots=True)
class Mistake:
    """Words of one fault on one page."""

    fault: Fault
    words: int


def mistakes(body: str, text: str) -> list[Mistake]:
    """The mistakes of a text against the labelled body, line by line.

    >>> [str(m.fault) for m in mistakes("One line.\\n\\nTwo lines of it.", "One line.")]
    ['most of the page lost']
    """
    if not text.strip():
        return [Mistake(Fault.EMPTY, len(body.split()))] if body.strip() else []
    lost, extra = rules.missing(body, text), rules.missing(text, body)
    gone, more, size = _words(lost), _words(extra), max(1, len(body.split()))
    if gone > _MOST * size:
        return [Mistake(Fault.LOST_MOST, gone)]
    if more > _MOST * size:
        return [Mistake(Fault.MUCH_EXTRA, more)]
    return [
        *_sorted(lost, body, (Fault.LOST_HEAD, Fault.LOST_PROSE, Fault.LOST_SHORT)),
        *_sorted(extra, text, (Fault.EXTRA_HEAD, Fault.EXTRA_PROSE, Fault.EXTRA_SHORT)),
    ]


def _sorted(lines: Sequence[str], whole: str, faults: tuple[Fault, Fault, Fault]) -> list[Mistake]:
    head, prose, short = faults
    first = [line for line in whole.split("\n") if line.strip()][:2]
    found = []
    for line in lines:
        size = len(line.split())
        is_prose = size >= _PROSE_WORDS and _STOP.search(line)
        found.append(Mistake(head if line in first else prose if is_prose else short, size))
    return found


def _words(lines: Iterable[str]) -> int:
    return sum(len(line.split()) for line in lines)


def report(pages: Sequence[Sequence[Mistake]]) -> None:
    """Words and pages of each fault."""
    words: Counter[Fault] = Counter()
    hit: Counter[Fault] = Counter()
    for found in pages:
        for mistake in found:
            words[mistake.fault] += mistake.words
        hit.update({mistake.fault for mistake in found})
    clean = sum(not found for found in pages)
    print(f"\n{'mistakes, copydesk':36}{'words':>8}{'pages':>8}   (of {len(pages)}; {clean} without any)")
    for fault in Fault:
        print(f"{fault:36}{words[fault]:8}{hit[fault]:8}")
