"""Two articles side by side: which paragraphs they share, and whether they tell of the same things.

A paragraph of one is matched when enough of its shingles are somewhere in the other, wherever that one's
paragraphs begin and end. Of matched paragraphs the facts (names and numbers) are then compared: copies
that were reworded keep the facts and change the words, reports made from a template keep the words and
change the facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from copydesk.dedup.minhash import unique_shingles
from copydesk.dedup.shingles import I64, U32, U64, shingle
from copydesk.settings import DedupSettings

_ALONE: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"
)
_RUN: Final = rf"[^\W_{_ALONE}]+"
_WORD: Final = re.compile(rf"([.!?…:;\"“„«(\[–—*•])|([{_ALONE}]|{_RUN}(?:['’]{_RUN})*(?:[.,:]\d+)*)")
# A paragraph may have been split or joined with others: those that hold at least this part of what the
# best one holds are its counterpart too.
_HELD: Final = 0.3
# So many of the other words stand for facts where there are few.
_FEW: Final = 1


Pair = tuple[str, str]


class Told(NamedTuple):
    """The words of a paragraph, each as the pairs it makes with its neighbours; and all pairs."""

    facts: tuple[tuple[Pair, Pair], ...]
    plain: tuple[tuple[Pair, Pair], ...]
    pairs: frozenset[Pair]


@dataclass(frozen=True)
class Parts:
    """A text taken apart for comparing, a paragraph a row.

    The shingles of paragraph `i` are `grams[starts[i]:starts[i + 1]]`, distinct and ascending; `all_grams`
    has those of all paragraphs, ascending, with their paragraphs in `holders`, `whole` those of the text in
    one.
    """

    words: I64
    keys: U64
    grams: U32
    starts: I64
    all_grams: U32
    holders: I64
    whole: U32
    paragraphs: tuple[str, ...]

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """The words of each paragraph; most candidates are settled without."""
        return _told(self.paragraphs)

    @property
    def total(self) -> int:
        """All words."""
        return int(self.words.sum())


class Match(NamedTuple):
    """A paragraph of one article, the one of the other that has most of it, and the share it has (0 to 1)."""

    a: int
    b: int
    share: float


# Names are looked for in so much of an article, some 80,000 words: a page of ten million letters would take a
# gigabyte of pairs of words, and whoever copies it copies its start.
_TOLD_CHARACTERS = 500_000


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two articles compared.

    `score` is the Jaccard similarity of all shingles; `cover_a` and `cover_b` are the shares of each one's
    words in paragraphs that the other has too; `facts` and `plain` the shares of names and numbers, and of
    other words, that matched paragraphs have in common, seen from the side where that is more.
    """

    score: float
    cover_a: float
    cover_b: float
    facts: float
    plain: float


def take_apart(paragraphs: Sequence[str], settings: DedupSettings) -> Parts:
    """An article's paragraphs ready to be compared."""
    found = shingle([*paragraphs, "\n\n".join(paragraphs)], settings.shingle_words)
    grams, starts = unique_shingles(found)
    end = int(starts[-2])
    whole = grams[end:]
    grams, starts = grams[:end], starts[:-1]
    owners = np.repeat(np.arange(len(paragraphs)), np.diff(starts))
    order = np.argsort(grams, kind="stable")
    return Parts(
        found.words[:-1],
        found.keys[:-1],
        grams,
        starts,
        grams[order],
        owners[order],
        whole,
        tuple(paragraphs),
    )


def _told(paragraphs: Sequence[str]) -> tuple[Told, ...]:
    """The names and numbers of each paragraph, and its other words.

    A name is a word written with a capital where no sentence begins, anywhere in the text, unless the text
    has it without one too.
    """
    found = [_words(paragraph) for paragraph in _start(paragraphs)]
    inside = {word for words in found for word, first in words if not first}
    names = {word.lower() for word in inside if not word.islower()} - {
        word for word in inside if word.islower()
    }
    return tuple(_told_by([word.lower() for word, _ in words], names) for words in found)


def _start(paragraphs: Sequence[str]) -> Iterator[str]:
    """The paragraphs up to so many characters of all; what comes behind them counts as empty."""
    left = _TOLD_CHARACTERS
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


def _told_by(lower: list[str], names: set[str]) -> Told:
    padded = ["", *lower, ""]
    pairs = list(pairwise(padded))
    facts: list[tuple[Pair, Pair]] = []
    plain: list[tuple[Pair, Pair]] = []
    for word, before, behind in zip(lower, pairs, pairs[1:], strict=False):
        fact = word in names or any(map(str.isdigit, word))
        (facts if fact else plain).append((before, behind))
    return Told(tuple(facts), tuple(plain), frozenset(pairs))


def compare(a: Parts, b: Parts, settings: DedupSettings) -> Comparison:
    """Two articles compared; the same, sides swapped, the other way round."""
    common = len(np.intersect1d(a.whole, b.whole, assume_unique=True))
    there, back = _side(a, b, settings), _side(b, a, settings)
    facts, plain = max(_agreement(there), _agreement(back))
    return Comparison(
        common / (len(a.whole) + len(b.whole) - common) if common else 0.0,
        there.cover,
        back.cover,
        facts,
        plain,
    )


def _agreement(side: _Side) -> tuple[float, float]:
    """The shares of facts and of other words that matched paragraphs have in common with the other side.

    A text of few or no facts is judged by its other words; hence some of those count as facts.
    """
    plain = side.plain[0] / side.plain[1] if side.plain[1] else 1.0
    return (side.facts[0] + _FEW * plain) / (side.facts[1] + _FEW), plain


class _Side(NamedTuple):
    """What one article has in the other: matched paragraphs, their share of it, (common, all) words."""

    matches: list[Match]
    cover: float
    facts: tuple[int, int]
    plain: tuple[int, int]


def _side(a: Parts, b: Parts, settings: DedupSettings) -> _Side:
    shares, shared = _shares(a, b)
    long = a.words >= settings.min_words
    near = long & (shares >= settings.paragraph_share)
    matches, facts, plain = [], [0, 0], [0, 0]
    for at in np.flatnonzero(near).tolist():
        row = shared[at]
        held = frozenset().union(*(b.told[n].pairs for n in np.flatnonzero(row >= _HELD * row.max())))
        (same, of), (rest, rest_of) = (_held(part, held) for part in (a.told[at].facts, a.told[at].plain))
        facts, plain = [facts[0] + same, facts[1] + of], [plain[0] + rest, plain[1] + rest_of]
        if (same + rest / max(rest_of, 1)) / (of + 1) >= settings.facts_least:
            matches.append(Match(at, int(row.argmax()), round(float(shares[at]), 4)))
    words = sum(int(a.words[match.a]) for match in matches)
    same_words = int(a.words[~long & (a.words > 0) & np.isin(a.keys, b.keys)].sum()) if matches else 0
    cover = (words + same_words) / a.total if a.total else 0.0
    return _Side(matches, cover, (facts[0], facts[1]), (plain[0], plain[1]))


def _held(words: tuple[tuple[Pair, Pair], ...], held: frozenset[Pair]) -> tuple[int, int]:
    """How many words the other side has beside one of the same neighbours, and how many there are."""
    return sum(before in held or behind in held for before, behind in words), len(words)


def _shares(a: Parts, b: Parts) -> tuple[npt.NDArray[np.float64], I64]:
    """The share of each paragraph's shingles that are in the other text, and how many in which paragraph."""
    rows, columns = len(a.words), len(b.words)
    sizes = np.diff(a.starts)
    owners = np.repeat(np.arange(rows), sizes)
    places = np.minimum(np.searchsorted(b.all_grams, a.grams), max(0, len(b.all_grams) - 1))
    if not len(b.all_grams):
        return np.zeros(rows), np.zeros((rows, columns), np.int64)
    hit = b.all_grams[places] == a.grams
    shared = np.bincount(owners[hit] * columns + b.holders[places[hit]], minlength=rows * columns)
    table = shared.reshape(rows, columns).astype(np.int64)
    return table.sum(axis=1) / np.maximum(sizes, 1), table


def matched_paragraphs(
    a_paragraphs: Sequence[str], b_paragraphs: Sequence[str], settings: DedupSettings
) -> list[Match]:
    """Which paragraphs of the first article are in the second, and where; the row numbers count from 0.

    >>> lead = "The ferry to the outer islands is late again, its owner said."
    >>> story = ["Weather", "No storm is in sight for any part of the coast this week.", lead]
    >>> matched_paragraphs([lead], story, DedupSettings())
    [Match(a=0, b=2, share=1.0)]
    """
    a, b = take_apart(a_paragraphs, settings), take_apart(b_paragraphs, settings)
    return _side(a, b, settings).matches
