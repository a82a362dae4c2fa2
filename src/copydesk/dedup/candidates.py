"""Which articles are worth comparing: pairs that share a band of signatures or a paragraph, by columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from copydesk.dedup.signatures import Signature
from copydesk.settings import DedupSettings

Rows = npt.NDArray[np.intp]
Pair = tuple[int, int]

# In a group of more articles than this, each is compared with the first so many of them only, and a
# paragraph that so many share is taken for a line of the site and not of a story: all pairs of a group
# grow with its square.
CROWD: Final = 64
# Pairs that cannot pass are left before their texts are read. The estimate from 128 values is off by
# .04 in the mean; .2 and .3 are far below what is accepted (.7 and .5).
LEAST_ESTIMATE: Final = 0.2
LEAST_SHARED: Final = 0.3


@dataclass(frozen=True, slots=True)
class Columns:
    """The signatures of all articles, a row each, in the order of their ids."""

    exact: list[str]
    minhash: npt.NDArray[np.uint32]
    signed: npt.NDArray[np.bool_]
    paragraphs: list[npt.NDArray[np.uint64]]


def columns(signatures: Sequence[Signature], settings: DedupSettings) -> Columns:
    """Signatures as columns."""
    blank = bytes(4 * settings.num_perm)
    joined = b"".join(one.minhash or blank for one in signatures)
    return Columns(
        [one.exact for one in signatures],
        np.frombuffer(joined, "<u4").reshape(len(signatures), settings.num_perm),
        np.array([bool(one.minhash) for one in signatures], dtype=np.bool_),
        [np.frombuffer(one.paragraphs, "<u8") for one in signatures],
    )


def exact_groups(table: Columns) -> list[list[int]]:
    """Rows of the same text, the groups of one left out."""
    groups: dict[str, list[int]] = {}
    for row, exact in enumerate(table.exact):
        groups.setdefault(exact, []).append(row)
    return [group for group in groups.values() if len(group) > 1]


def candidates(table: Columns, settings: DedupSettings) -> list[Pair]:
    """Pairs of rows worth comparing, smaller row first, sorted.

    Of identical texts the first row stands for all.
    """
    first: dict[str, int] = {}
    for row, exact in enumerate(table.exact):
        first.setdefault(exact, row)
    rows = np.array(list(first.values()), dtype=np.intp)
    found = set(_by_band(table, rows[table.signed[rows]], settings)) | set(_by_paragraph(table, rows))
    return sorted(pair for pair in found if _hopeful(table, pair))


def _by_band(table: Columns, rows: Rows, settings: DedupSettings) -> Iterator[Pair]:
    """Pairs whose signatures agree in all values of at least one band."""
    for band in range(settings.bands):
        part = table.minhash[rows, band * settings.rows : (band + 1) * settings.rows]
        joined = np.ascontiguousarray(part).view(f"V{4 * settings.rows}").ravel()
        for group in _same(joined, rows):
            yield from _pairs(group)


def _by_paragraph(table: Columns, rows: Rows) -> Iterator[Pair]:
    """Pairs that share a paragraph which not too many share."""
    if not len(rows):
        return
    keys = np.concatenate([table.paragraphs[row] for row in rows])
    owners = np.repeat(rows, [len(table.paragraphs[row]) for row in rows])
    for group in _same(keys, owners):
        if len(group) <= CROWD:
            yield from _pairs(group)


def _same(keys: npt.NDArray[Any], rows: Rows) -> Iterator[list[int]]:
    """The rows of each key that occurs more than once, in their order."""
    _, inverse, counts = np.unique(keys, return_inverse=True, return_counts=True)
    order = np.argsort(inverse, kind="stable")
    ends = np.cumsum(counts)
    for which in np.flatnonzero(counts > 1):
        yield sorted(rows[order[ends[which] - counts[which] : ends[which]]].tolist())


def _pairs(group: list[int]) -> Iterator[Pair]:
    for at, first in enumerate(group[:CROWD]):
        for second in group[at + 1 :]:
            yield first, second


def _hopeful(table: Columns, pair: Pair) -> bool:
    """Whether a pair may pass: alike by estimate, or enough paragraphs in common."""
    a, b = pair
    if (
        table.signed[a]
        and table.signed[b]
        and np.mean(table.minhash[a] == table.minhash[b]) >= LEAST_ESTIMATE
    ):
        return True
    one, other = table.paragraphs[a], table.paragraphs[b]
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return bool(shared and shared >= LEAST_SHARED * min(len(one), len(other)))
