"""Boosted trees as plain arrays: applied with whole numbers only, so that every machine finds the same.

A file of trees is an `.npz` archive without pickled objects. Leaves hold thousandths of a logit; their sum
over the trees is exact, and a table turns it into a probability.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

# Leaves are counted in these parts of a logit.
SCALE = 1000
# A probability is known to this many steps, more than enough to compare it with a threshold.
STEPS = 1000
# Reasons are told by so many of the trees: each corrects those before it, so the first say most.
_TELLING = 20
# Rows worked on at once: what is gathered for them stays in the processor's cache, whatever the page.
_ROWS = 256


@dataclass(frozen=True, slots=True)
class Trees:
    """An ensemble as columns, a row a node.

    A table's row at node i goes on to `child[i]` if its value in `column[i]` is at most `bound[i]`, else
    to `child[i] + 1`; a leaf is its own child, its bound endless. `value[i]` is what the rows that come
    by node i are worth on average, for a leaf what it adds. `roots` are the first nodes, `depth` is that
    of the deepest tree. `steps` are the sums with which the next probability begins; `names` the
    columns that a table must have.
    """

    column: NDArray[np.int32]
    bound: NDArray[np.float32]
    child: NDArray[np.int32]
    value: NDArray[np.int32]
    roots: NDArray[np.int32]
    depth: int
    steps: NDArray[np.int32]
    names: tuple[str, ...]

    def probabilities(self, table: NDArray[np.float32]) -> NDArray[np.float64]:
        """For each row of a table the probability, in steps of 1 / STEPS."""
        sums = np.zeros(len(table), np.int64)
        for rows in _parts(len(table)):
            *_, (_, leaves) = self._walk(table[rows])
            sums[rows] = self.value.take(leaves).sum(axis=1, dtype=np.int64)
        return np.searchsorted(self.steps, sums, side="right") / STEPS

    def reasons(self, table: NDArray[np.float32]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """The columns that the first trees ask for; for each row and such column how far its splits there
        moved the sum, in 1 / SCALE logits (the path's changes of the mean, after Saabas)."""
        last = self.roots[_TELLING] if len(self.roots) > _TELLING else len(self.column)
        columns, place = np.unique(self.column[:last], return_inverse=True)
        found = np.zeros((len(table), len(columns)), np.int32)
        for rows in _parts(len(table)):
            part = table[rows]
            cells = np.arange(len(part), dtype=np.int64)[:, None] * len(columns)
            here, moved = [], []
            for before, at in self._walk(part, _TELLING):
                moved.append(self.value.take(at) - self.value.take(before))
                here.append(cells + place.take(before))
            total = np.bincount(
                np.concatenate(here, None), np.concatenate(moved, None), len(part) * len(columns)
            )
            found[rows] = total.reshape(len(part), len(columns))
        return columns, found

    def _walk(
        self, part: NDArray[np.float32], trees: int | None = None
    ) -> Iterator[tuple[NDArray[np.int32], NDArray[np.int32]]]:
        """Go down the trees with all rows, a level at a time: the nodes before and after each."""
        at = np.repeat(self.roots[None, :trees], len(part), axis=0)
        flat = np.ascontiguousarray(part).ravel()
        cells = np.arange(len(part), dtype=np.int32)[:, None] * np.int32(part.shape[1])
        for _ in range(self.depth):
            above = flat.take(cells + self.column.take(at)) > self.bound.take(at)
            before, at = at, self.child.take(at) + above
            yield before, at


def _parts(rows: int) -> Iterator[slice]:
    return (slice(start, min(start + _ROWS, rows)) for start in range(0, rows, _ROWS))


def write_trees(trees: Trees, file: IO[bytes]) -> None:
    """Write trees so that the same trees give the same bytes."""
    write_arrays({field.name: np.asarray(getattr(trees, field.name)) for field in fields(trees)}, file)


def write_arrays(arrays: Mapping[str, NDArray[np.generic]], file: IO[bytes]) -> None:
    """Write an `.npz` archive so that the same arrays give the same bytes."""
    import zipfile  # noqa: PLC0415 - when training only

    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, array in arrays.items():
            entry = zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(entry, "w") as out:
                np.lib.format.write_array(out, array, allow_pickle=False)


def read_trees(file: IO[bytes], names: Sequence[str]) -> Trees:
    """Trees from a file; ValueError if they were made for other columns than these."""
    with np.load(file, allow_pickle=False) as found:
        loaded: dict[str, Any] = {name: found[name] for name in found.files}
    known = tuple(str(name) for name in loaded.pop("names"))
    if known != tuple(names):
        raise ValueError("the trees were fitted on other features than these; run training/train.py again")
    return Trees(depth=int(loaded.pop("depth")), names=known, **loaded)
