"""Near-copies between articles: candidates from signatures, each settled on the texts themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from copydesk.dedup.candidates import CROWD, candidates, columns, exact_groups
from copydesk.dedup.shingles import jaccard, shingles, tokens
from copydesk.dedup.signatures import Signature
from copydesk.settings import DedupSettings

# Texts kept taken apart while pairs are settled; pairs come sorted, so neighbours share one of the two.
_HELD: Final = 256


class CopyKind(StrEnum):
    """What two articles are to one another, or another capture to its article: docs/fields.md."""

    EXACT = "exact"
    NEAR_DUPLICATE = "near_duplicate"
    DERIVED = "derived"
    REVISION = "revision"
    SAME_PAGE = "same_page"


@dataclass(frozen=True, slots=True)
class Edge:
    """Two articles that are copies, `a` the smaller id.

    `score` is the Jaccard similarity of their word shingles, `cover` the share of the shorter one's
    words in paragraphs that the other has too.
    """

    kind: CopyKind
    a: str
    b: str
    score: float
    cover: float


@dataclass(frozen=True, slots=True)
class Parts:
    """A text taken apart for comparing: shingles of the whole, words and shingles of each paragraph."""

    whole: frozenset[int]
    paragraphs: tuple[tuple[int, frozenset[int]], ...]
    words: int


def find_copies(
    ids: Sequence[str],
    signatures: Sequence[Signature],
    text_of: Callable[[int], str],
    settings: DedupSettings,
) -> list[Edge]:
    """The edges between articles, sorted by their ids (`ids` must be sorted).

    `text_of(row)` is asked for texts of candidates alone; only a few are held at a time.
    """
    table = columns(signatures, settings)
    edges = [
        Edge(CopyKind.EXACT, ids[group[0]], ids[row], 1.0, 1.0)
        for group in exact_groups(table)
        for row in group[1:]
    ]
    parts = lru_cache(maxsize=_HELD)(lambda row: take_apart(text_of(row), settings))
    for a, b in candidates(table, settings):
        edges += _edge(ids[a], ids[b], parts(a), parts(b), settings)
    return sorted(edges, key=lambda edge: (edge.a, edge.b))


def take_apart(text: str, settings: DedupSettings) -> Parts:
    """A text (paragraphs parted by blank lines) ready to be compared."""
    paragraphs = [tokens(paragraph) for paragraph in text.split("\n\n")]
    whole = [word for paragraph in paragraphs for word in paragraph]
    size = settings.shingle_words
    long = tuple((len(p), shingles(p, size)) for p in paragraphs if len(p) >= settings.min_words)
    return Parts(shingles(whole, size), long, len(whole))


def cover(a: Parts, b: Parts, least: float) -> float:
    """The share of the shorter text's words in paragraphs that have a match in the other text.

    >>> settings = DedupSettings()
    >>> lead = "The ferry to the outer islands is late."
    >>> story = take_apart(lead + "\\n\\nNo reason was given by the line.", settings)
    >>> brief = take_apart(lead, settings)
    >>> cover(story, brief, 0.4)
    1.0
    """
    shorter, longer = (a, b) if a.words <= b.words else (b, a)
    holders = _holders(longer)
    sizes = [len(grams) for _, grams in longer.paragraphs]
    matched = 0
    for words, grams in shorter.paragraphs:
        common = Counter(at for gram in grams for at in holders.get(gram, ()))
        if any(n >= least * (len(grams) + sizes[at] - n) for at, n in common.items()):
            matched += words
    return matched / shorter.words if shorter.words else 0.0


def _holders(parts: Parts) -> dict[int, list[int]]:
    """Which paragraphs have a shingle; one that very many have tells none from another."""
    holders: dict[int, list[int]] = {}
    for at, (_, grams) in enumerate(parts.paragraphs):
        for gram in grams:
            holders.setdefault(gram, []).append(at)
    return {gram: held for gram, held in holders.items() if len(held) <= CROWD}


def _edge(a: str, b: str, one: Parts, other: Parts, settings: DedupSettings) -> Iterator[Edge]:
    score = jaccard(one.whole, other.whole)
    share = cover(one, other, settings.paragraph_jaccard)
    if score >= settings.jaccard:
        yield Edge(CopyKind.NEAR_DUPLICATE, a, b, round(score, 4), round(share, 4))
    elif share >= settings.cover:
        yield Edge(CopyKind.DERIVED, a, b, round(score, 4), round(share, 4))
