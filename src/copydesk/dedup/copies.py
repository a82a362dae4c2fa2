"""Near-copies between articles: candidates from signatures, each settled on the texts themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from copydesk.dedup.candidates import Skip, candidates, columns
from copydesk.dedup.compare import Comparison, Parts, compare, take_apart
from copydesk.dedup.signatures import Signature
from copydesk.settings import DedupSettings

# Texts kept taken apart while pairs are settled; pairs come sorted, so neighbours share one of the two.
_HELD: Final = 2048


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
class Likeness:
    """What a pair of texts was found to be, whatever the articles are called: an edge without its ends."""

    kind: CopyKind
    score: float
    cover: float


PairKey = tuple[str, str]
Known = Mapping[PairKey, Likeness | None]


@dataclass(frozen=True, slots=True)
class Copies:
    """The edges, sorted by their ids, and every pair of texts that was settled to find them.

    `settled` holds pairs of content keys (`content_key`), None for two that are no copies. Given back as
    `known` it saves reading and comparing the texts again, and changes nothing else. `fresh` are the ones
    that were not known before.
    """

    edges: tuple[Edge, ...]
    settled: Mapping[PairKey, Likeness | None]
    fresh: Mapping[PairKey, Likeness | None]


def content_key(signature: Signature, skipped: frozenset[int]) -> str:
    """What a settled pair is kept under: the paragraphs as they are, and which of them do not count."""
    return signature.content + "".join(f",{at}" for at in sorted(skipped))


def find_copies(
    ids: Sequence[str],
    signatures: Sequence[Signature],
    paragraphs_of: Callable[[int], Sequence[str]],
    settings: DedupSettings,
    *,
    skip: Skip | None = None,
    known: Known | None = None,
) -> Copies:
    """The edges between articles, a function of the set of articles (`ids` must be sorted).

    `paragraphs_of(row)` is asked for the paragraphs of candidates that are not `known`, and only a few
    texts are held at a time; `skip(row)` are the numbers of paragraphs that do not count, such as a site's
    own lines.
    """
    skipped = lru_cache(maxsize=None)(skip or _nothing)
    firsts, edges = _exact(ids, signatures, skipped, settings)
    table = columns(signatures, firsts, skip, settings)

    @lru_cache(maxsize=_HELD)
    def parts(row: int) -> Parts:
        leave = skipped(row)
        return take_apart([p for at, p in enumerate(paragraphs_of(row)) if at not in leave], settings)

    settled: dict[PairKey, Likeness | None] = {}
    fresh: dict[PairKey, Likeness | None] = {}
    for a, b in ((firsts[one], firsts[other]) for one, other in candidates(table)):
        one, other = sorted(content_key(signatures[row], skipped(row)) for row in (a, b))
        key = one, other
        if known is not None and key in known:
            found = known[key]
        else:
            found = fresh[key] = judge(compare(parts(a), parts(b), settings), settings)
        settled[key] = found
        if found is not None:
            edges.append(Edge(found.kind, ids[a], ids[b], found.score, found.cover))
    return Copies(tuple(sorted(edges, key=lambda edge: (edge.a, edge.b))), settled, fresh)


def judge(found: Comparison, settings: DedupSettings) -> Likeness | None:
    """What two articles are to one another, by what they have in common; None: no copies."""
    if found.same:
        return Likeness(CopyKind.EXACT, 1.0, 1.0)
    if found.facts < settings.facts_least or found.facts < found.plain - settings.facts_behind:
        return None
    cover, mutual = max(found.cover_a, found.cover_b), min(found.cover_a, found.cover_b)
    if found.score >= settings.jaccard or mutual >= settings.mutual_cover:
        return Likeness(CopyKind.NEAR_DUPLICATE, round(found.score, 4), round(cover, 4))
    if cover >= settings.cover:
        return Likeness(CopyKind.DERIVED, round(found.score, 4), round(cover, 4))
    return None


def _exact(
    ids: Sequence[str], signatures: Sequence[Signature], skipped: Skip, settings: DedupSettings
) -> tuple[list[int], list[Edge]]:
    """The first row of each text, and an edge from it to every other row of the same words.

    What does not count must be the same too, or texts that differ once it is gone would pass for exact ones.
    Texts of hardly any words are each their own: `too short` is nobody's copy.
    """
    first: dict[tuple[str, bytes], int] = {}
    firsts: list[int] = []
    edges: list[Edge] = []
    for row, signature in enumerate(signatures):
        if signature.words < settings.min_words:
            continue
        known = first.setdefault((signature.exact, _gone(signature, skipped(row))), row)
        if known == row:
            firsts.append(row)
        else:
            edges.append(Edge(CopyKind.EXACT, ids[known], ids[row], 1.0, 1.0))
    return firsts, edges


def _gone(signature: Signature, skipped: frozenset[int]) -> bytes:
    """The keys of the paragraphs that do not count, in order."""
    return b"".join(signature.keys[8 * at : 8 * at + 8] for at in sorted(skipped))


def _nothing(_: int) -> frozenset[int]:
    return frozenset()
