"""What paragraphs tell: their facts, which are names and numbers, and their other words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

_ALONE: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"
)
_RUN: Final = rf"[^\W_{_ALONE}]+"
_WORD: Final = re.compile(rf"([.!?…:;\"“„«(\[–—*•])|([{_ALONE}]|{_RUN}(?:['’]{_RUN})*(?:[.,:]\d+)*)")

# Names are looked for in so much of an article, some 80,000 words: a page of ten million letters would take a
# gigabyte of pairs of words, and whoever copies it copies its start.
_MOST_CHARACTERS: Final = 500_000

Pair = tuple[str, str]


class Told(NamedTuple):
    """The words of a paragraph, each as the pairs it makes with its neighbours; and all pairs."""

    facts: tuple[tuple[Pair, Pair], ...]
    plain: tuple[tuple[Pair, Pair], ...]
    pairs: frozenset[Pair]


class Telling:
    """What the paragraphs of a text tell; `of` takes one apart.

    A name is a word written with a capital where no sentence begins, anywhere in the text, unless the text
    has it without one too. `counts` are the facts and the other words of each paragraph.

    >>> Telling(["On Monday Ida Quist sold 3 boats.", "It was on a whim."]).counts
    ((4, 3), (0, 5))
    """

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self._paragraphs = tuple(_start(paragraphs))
        found = [_words(paragraph) for paragraph in self._paragraphs]
        inside = {word for words in found for word, first in words if not first}
        lower = {word for word in inside if word.islower()}
        self._names = {word.lower() for word in inside if not word.islower()} - lower
        facts = [sum(self._is_fact(word.lower()) for word, _ in words) for words in found]
        self.counts = tuple((own, len(words) - own) for own, words in zip(facts, found, strict=True))

    def of(self, at: int) -> Told:
        """One paragraph, taken apart anew each time: kept, it would be ten times the text."""
        lower = [word.lower() for word, _ in _words(self._paragraphs[at])]
        pairs = list(pairwise(["", *lower, ""]))
        facts: list[tuple[Pair, Pair]] = []
        plain: list[tuple[Pair, Pair]] = []
        for word, before, behind in zip(lower, pairs, pairs[1:], strict=False):
            (facts if self._is_fact(word) else plain).append((before, behind))
        return Told(tuple(facts), tuple(plain), frozenset(pairs))

    def _is_fact(self, word: str) -> bool:
        return word in self._names or any(map(str.isdigit, word))


def _start(paragraphs: Sequence[str]) -> Iterator[str]:
    """The paragraphs up to so many characters of all; what comes behind them counts as empty."""
    left = _MOST_CHARACTERS
    for paragraph in paragraphs:
        yield paragraph[:left]
        left = max(0, left - len(paragraph))


def _words(paragraph: str) -> list[tuple[str, bool]]:
    """The words of a paragraph, and whether a sentence or a quotation may begin with each."""
    found, first = [], True
    for mark, word in _WORD.findall(paragraph):
        if word:
            found.append((word, first))
        first = bool(mark)
    return found
