"""What the lines around a line say: the next ones, and the means of those near it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from copydesk.extract.keeper.around import shift

Ints = NDArray[np.int64]
Columns = dict[str, NDArray[np.generic]]

REACHES = (2, 5, 10)
_STEPS = (-3, -2, -1, 1, 2, 3)


def neighbours(name: str, values: Ints) -> Columns:
    """A whole number a line: those of the lines next to each, and their means in windows around it.

    >>> neighbours("n", np.array([3, 0, 6]))["n+1"].tolist()
    [0, 6, -1]
    """
    found: Columns = {f"{name}{step:+}": shift(values, step, -1) for step in _STEPS}
    for reach in REACHES:
        total, size = window(values, reach)
        found[f"{name}_near{reach}"] = total / size
    return found


def window(values: Ints, reach: int) -> tuple[Ints, Ints]:
    """The sum over each line and so many on both its sides, and how many lines these are."""
    sums = np.concatenate(([0], np.cumsum(values)))
    position = np.arange(len(values))
    low, high = np.maximum(0, position - reach), np.minimum(len(values), position + reach + 1)
    return sums[high] - sums[low], high - low


def stretch(gain: Ints) -> tuple[int, int]:
    """The run of lines with the greatest sum: its first line, and the one behind its last.

    >>> stretch(np.array([1, -5, 3, -1, 4, -2]))
    (2, 5)
    """
    sums = np.concatenate(([0], np.cumsum(gain)))
    lows = np.minimum.accumulate(sums)
    stop = int(np.argmax(sums - lows))
    return int(np.argmin(sums[: stop + 1])), stop
