"""Which articles are worth comparing: pairs that share a paragraph or a band of one, found by columns.

Exact keys come first: each distinct paragraph is looked at once, however many articles have it, so a line
that a whole site prints costs no more than one that two articles share. Nothing here depends on the order
of the articles: where a group is too large for all its pairs, the ones that stand for it are chosen by
their content.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from copydesk.dedup import shingles
from copydesk.dedup.shingles import I64, U32, U64
from copydesk.dedup.signatures import Signature
from copydesk.settings import DedupSettings

Skip = Callable[[int], frozenset[int]]

# In a group of more articles than this each is compared with `CENTRES` of them only, and only if it has
# `CROWD_SHARE` of the shorter one's words in common with it: all pairs of a group grow with its square. So
# do the pairs of articles that have more than `CROWD` each, by whatever they have in common.
CROWD: Final = 48
CENTRES: Final = 6
CROWD_SHARE: Final = 0.2
# One paragraph of many that two articles share, or that agrees in a band, is hardly evidence: of 429,201
# pairs of labelled stories, 43 long paragraphs each in the mean, 1,035 have one, and hardly any of them
# is of copies. Such paragraphs must have this part of the shorter one's words, which leaves 11 of those, and
# loses none of the copies: they have half of the words in common, and where a third of the words are changed
# two paragraphs in five still agree in a band.
SHARE: Final = 0.08
# Whole texts must agree in so many bands: where a site prints the same line with another date on each page,
# one pair of its stories in 250 agrees in one.
WHOLE_BANDS: Final = 2

# Pairs whose paragraphs are looked up at a time, which bounds the memory that takes.
_CHUNK: Final = 1 << 16
_NONE: Final = np.zeros(0, np.uint64)
_LOW: Final = np.uint64(0xFFFFFFFF)
_HALF: Final = np.uint64(32)


@dataclass(frozen=True, slots=True)
class Columns:
    """The long paragraphs of all articles, a row each, and the articles' own columns.

    `owner` is the article's number, `distinct` the number of the paragraph's exact key; `bands` has a row a
    distinct key. `whole` are the bands of whole texts, of the articles in `wholes`.
    """

    owner: I64
    distinct: I64
    count: I64
    bands: U32
    wholes: I64
    whole: U32
    words: I64
    rank: I64


def columns(
    signatures: Sequence[Signature], rows: Sequence[int], skip: Skip | None, settings: DedupSettings
) -> Columns:
    """The columns of some articles, numbered as in `rows`; skipped paragraphs are left out."""
    own = [signatures[row] for row in rows]
    sizes = np.array([len(one.counts) // 4 for one in own], np.int64)
    keys = np.frombuffer(b"".join(one.keys for one in own), "<u8").astype(np.uint64)
    count = np.frombuffer(b"".join(one.counts for one in own), "<u4").astype(np.int64)
    bands = np.frombuffer(b"".join(one.bands for one in own), "<u4").reshape(-1, settings.bands)
    owner = np.repeat(np.arange(len(own)), sizes)
    long = count >= settings.min_words
    words = np.array([one.words for one in own], np.int64)
    has_whole = words >= settings.min_words
    longs = np.bincount(owner[long], minlength=len(own)) if len(owner) else np.zeros(len(own), np.int64)
    ends = np.cumsum(longs + has_whole)
    is_whole = np.zeros(len(bands), np.bool_)
    is_whole[ends[has_whole] - 1] = True
    kept = ~_skipped(rows, sizes, skip)[long]
    owner, count, keys = owner[long][kept], count[long][kept], keys[long][kept]
    _, first, distinct = np.unique(keys, return_index=True, return_inverse=True)
    content = np.array([int(one.content[:15], 16) for one in own], np.int64)
    rank = np.empty(len(own), np.int64)
    rank[np.argsort(content, kind="stable")] = np.arange(len(own))
    return Columns(
        owner,
        distinct.astype(np.int64),
        count,
        bands[~is_whole][kept][first],
        np.flatnonzero(has_whole),
        bands[is_whole],
        words,
        rank,
    )


def _skipped(rows: Sequence[int], sizes: I64, skip: Skip | None) -> npt.NDArray[np.bool_]:
    flags = np.zeros(int(sizes.sum()), np.bool_)
    if skip is not None:
        starts = np.cumsum(sizes) - sizes
        for row, start, size in zip(rows, starts.tolist(), sizes.tolist(), strict=True):
            flags[[start + at for at in skip(row) if at < size]] = True
    return flags


def candidates(table: Columns) -> list[tuple[int, int]]:
    """Pairs of article numbers worth comparing, the smaller first, sorted."""
    by_key, crowd = _by_key(table)
    near, words = _by_band(table)
    pairs = shingles.distinct(np.concatenate([by_key, near]))
    shared = _shared(table, pairs)
    shared[np.searchsorted(pairs, near)] += words
    certain = pairs[shared >= SHARE * _shorter(table, pairs)]
    crowd = crowd[_shared(table, crowd) >= CROWD_SHARE * _shorter(table, crowd)]
    found = shingles.distinct(np.concatenate([certain, crowd, _by_whole(table)]))
    found = _thinned(table, found)
    return list(zip(*(side.tolist() for side in _parted(found)), strict=True))


def _thinned(table: Columns, pairs: U64) -> U64:
    """The pairs, those among articles of more than `CROWD` each thinned out.

    Of a story that hundreds of outlets carry nearly as it is, all pairs would be a line each that nobody
    reads. There a pair stays if one of the two is among the `CENTRES` of the other: the first in rank of
    those it is paired with, which keep what hangs together in one, and those with most words in common.
    """
    a, b = _parted(pairs)
    degree = np.bincount(np.concatenate([a, b]), minlength=len(table.words))
    dense = np.flatnonzero((degree[a] > CROWD) & (degree[b] > CROWD))
    if not len(dense):
        return pairs
    one, other = np.concatenate([a[dense], b[dense]]), np.concatenate([b[dense], a[dense]])
    rank, shared = table.rank[other], np.tile(_shared(table, pairs[dense]), 2)
    near = _leading(one, rank) | _leading(one, -shared, rank)
    kept = np.ones(len(pairs), np.bool_)
    kept[dense] = near[: len(dense)] | near[len(dense) :]
    return pairs[kept]


def _leading(groups: I64, *order: I64) -> npt.NDArray[np.bool_]:
    """Which members are among the `CENTRES` first of their group in an order; later keys break ties."""
    sequence = np.lexsort((*reversed(order), groups))
    starts = np.flatnonzero(np.diff(groups[sequence], prepend=-1))
    place = np.arange(len(groups)) - np.repeat(starts, np.diff(starts, append=len(groups)))
    found = np.zeros(len(groups), np.bool_)
    found[sequence] = place < CENTRES
    return found


def _by_key(table: Columns) -> tuple[U64, U64]:
    """Pairs of articles that have a paragraph in common, of small groups and of crowds."""
    article = np.argsort(table.rank)
    pairs = _pairs(shingles.distinct(_packed(table.distinct, table.rank[table.owner])))
    return tuple(_ordered(article[a], article[b]) for a, b in pairs)  # type: ignore[return-value]


def _by_band(table: Columns) -> tuple[U64, I64]:
    """Pairs of articles with paragraphs that agree in a band, and the words of these; crowds left out.

    What more than `CROWD` different paragraphs have in common is a form, such as a date line; copies that
    many outlets carry are found by paragraphs they share as they are, and by their whole texts.
    """
    numbers = np.arange(len(table.bands), dtype=np.uint64)
    near = _NONE
    for band in range(table.bands.shape[1]):
        pairs, _ = _pairs(np.sort(_packed(table.bands[:, band], numbers)))
        near = shingles.distinct(np.concatenate([near, _packed(*pairs)]))
    return _summed(*_owners(table, near))


def _summed(values: U64, counts: I64) -> tuple[U64, I64]:
    """The distinct values, ascending, with the sums of their counts."""
    order = np.argsort(values, kind="stable")
    values = values[order]
    starts = np.flatnonzero(np.diff(values, prepend=values[:1] + np.uint64(1)))
    return values[starts], np.add.reduceat(counts[order], starts) if len(starts) else counts


def _by_whole(table: Columns) -> U64:
    """Pairs of articles whose whole texts agree in bands, however they are parted into paragraphs."""
    article, ranks = np.argsort(table.rank), table.rank[table.wholes]
    found = [_NONE]
    for band in range(table.whole.shape[1]):
        for a, b in _pairs(np.sort(_packed(table.whole[:, band], ranks))):
            found.append(_ordered(article[a], article[b]))
    pairs = np.concatenate(found)
    pairs, bands = _summed(pairs, np.ones(len(pairs), np.int64))
    return pairs[bands >= WHOLE_BANDS]


def _pairs(packed: U64) -> tuple[tuple[U64, U64], tuple[U64, U64]]:
    """Pairs of members that share a key, from ascending `key << 32 | member`, of small groups and crowds."""
    bounds = np.ones(len(packed) + 1, np.bool_)
    bounds[1:-1] = (packed[1:] >> _HALF) != (packed[:-1] >> _HALF)
    packed = packed[~(bounds[:-1] & bounds[1:])]
    keys, members = packed >> _HALF, packed & _LOW
    starts = np.flatnonzero(np.diff(keys, prepend=keys[:1] + np.uint64(1)))
    sizes = np.diff(starts, append=len(keys))
    small = np.repeat(sizes <= CROWD, sizes)
    pairs = [(_NONE, _NONE)]
    for step in range(1, CROWD):
        at = np.flatnonzero(small[step:] & (keys[step:] == keys[:-step]))
        if not len(at):
            break
        pairs.append((members[at], members[at + step]))
    crowd = [(_NONE, _NONE)]
    for which in np.flatnonzero(sizes > CROWD).tolist():
        group = members[starts[which] : starts[which] + sizes[which]]
        crowd += [(np.full(len(group) - at, group[at - 1]), group[at:]) for at in range(1, CENTRES + 1)]
    return _joined(pairs), _joined(crowd)


def _joined(pairs: list[tuple[U64, U64]]) -> tuple[U64, U64]:
    return np.concatenate([a for a, _ in pairs]), np.concatenate([b for _, b in pairs])


def _owners(table: Columns, pairs: U64) -> tuple[U64, I64]:
    """Pairs of articles for pairs of paragraphs, with the words of these; a few stand for a crowd."""
    words = np.zeros(len(table.bands), np.int64)
    words[table.distinct] = table.count
    holders = table.owner[np.lexsort((table.rank[table.owner], table.distinct))]
    counts = np.bincount(table.distinct, minlength=len(table.bands))
    starts = np.cumsum(counts) - counts
    a, b = _parted(pairs)
    many = counts[a] + counts[b] > CROWD
    own, other = (np.where(many, np.minimum(counts[side], CENTRES), counts[side]) for side in (a, b))
    which, step = _spread(own * other)
    a, b, other = a[which], b[which], other[which]
    one, two = holders[starts[a] + step // other], holders[starts[b] + step % other]
    apart, fewer = one != two, np.minimum(words[a], words[b])
    return _packed(np.minimum(one, two), np.maximum(one, two))[apart], fewer[apart]


def _shared(table: Columns, pairs: U64) -> I64:
    """The words of paragraphs that two articles have in common as they are, of the shorter one."""
    a, b = _parted(pairs)
    short = np.where(table.words[a] <= table.words[b], a, b)
    other = a + b - short
    bounds = np.searchsorted(table.owner, np.arange(len(table.words) + 1))
    held = np.append(shingles.distinct(_packed(table.owner, table.distinct)), ~np.uint64(0))
    shared = np.zeros(len(pairs), np.int64)
    for start in range(0, len(pairs), _CHUNK):
        one, two = short[start : start + _CHUNK], other[start : start + _CHUNK]
        which, step = _spread(bounds[one + 1] - bounds[one])
        rows = bounds[one][which] + step
        asked = _packed(two[which], table.distinct[rows])
        count = table.count[rows] * (held[np.searchsorted(held, asked)] == asked)
        shared[start : start + _CHUNK] = np.bincount(which, weights=count, minlength=len(one))
    return shared


def _shorter(table: Columns, pairs: U64) -> I64:
    """The words of the shorter article of each pair."""
    a, b = _parted(pairs)
    return np.minimum(table.words[a], table.words[b])


def _spread(sizes: I64) -> tuple[I64, I64]:
    """For stretches of these sizes, one after the other: the number of the stretch and the place in it."""
    which = np.repeat(np.arange(len(sizes)), sizes)
    return which, np.arange(len(which)) - np.repeat(np.cumsum(sizes) - sizes, sizes)


def _parted(pairs: U64) -> tuple[I64, I64]:
    return (pairs >> _HALF).astype(np.int64), (pairs & _LOW).astype(np.int64)


def _packed(high: npt.NDArray[np.integer], low: npt.NDArray[np.integer]) -> U64:
    return (high.astype(np.uint64) << _HALF) | low.astype(np.uint64)


def _ordered(a: npt.NDArray[np.integer], b: npt.NDArray[np.integer]) -> U64:
    """Pairs of two different articles, the smaller number first."""
    apart = a != b
    return shingles.distinct(_packed(np.minimum(a, b)[apart], np.maximum(a, b)[apart]))
