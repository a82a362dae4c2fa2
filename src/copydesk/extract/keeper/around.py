"""What the rows around a row say: the next ones, those of its group, and what a mark means near it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Columns = dict[str, NDArray[np.generic]]

_WINDOW = 5


def edges(marked: NDArray[np.bool_]) -> tuple[int, int]:
    """The first and the last marked row; of none, of all rows."""
    found = np.flatnonzero(marked)
    return (int(found[0]), int(found[-1])) if len(found) else (0, len(marked) - 1)


def shift(values: NDArray[np.generic], step: int, fill: float = 0) -> NDArray[np.generic]:
    """Values moved so that each place has the one `step` places on.

    >>> shift(np.array([1.0, 2.0, 3.0]), 1).tolist()
    [2.0, 3.0, 0.0]
    """
    moved = np.full_like(values, fill)
    if step > 0:
        moved[:-step] = values[step:]
    else:
        moved[-step:] = values[:step]
    return moved


def group(ids: Ints, words: Ints, marks: Floats) -> tuple[Floats, Floats, Floats]:
    """For each block the words of its group, the share of them that is marked, and the group's share of
    all marked words."""
    total = np.bincount(ids, words).astype(np.float64)
    marked = np.bincount(ids, words * marks)
    every = max(1.0, float((words * marks).sum()))
    return total[ids], (marked / np.maximum(1, total))[ids], marked[ids] / every


def context(name: str, marks: Floats, groups: tuple[Ints, Ints, Ints], words: Ints) -> Columns:
    """What a mark a block (a vote or a first opinion, 0 to 1) says of the blocks around it."""
    yes = (marks > 0.5).astype(np.float64)
    position = np.arange(len(marks))
    first, last = edges(yes > 0)
    kept = np.concatenate(([0.0], np.cumsum(words * yes)))
    total = np.concatenate(([0.0], np.cumsum(words)))
    low, high = np.maximum(0, position - _WINDOW), np.minimum(len(marks), position + _WINDOW + 1)
    found: Columns = {name: marks}
    for over, ids in zip(("sign", "above", "over"), groups, strict=True):
        _, found[f"{name}_{over}_share"], found[f"{name}_{over}_of_all"] = group(ids, words, yes)
    for step in (-3, -2, -1, 1, 2, 3):
        found[f"{name}{step:+}"] = shift(marks, step)
    found[f"{name}_first"] = np.clip(position - first, -20, 20)
    found[f"{name}_last"] = np.clip(position - last, -20, 20)
    found[f"{name}_page"] = np.full(len(marks), kept[-1] / max(1.0, total[-1]))
    found[f"{name}_near"] = (kept[high] - kept[low]) / np.maximum(1, total[high] - total[low])
    found[f"{name}_before"] = kept[:-1] / max(1.0, kept[-1])
    found[f"{name}_behind"] = (kept[-1] - kept[1:]) / max(1.0, kept[-1])
    return found
