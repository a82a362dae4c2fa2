"""What the first trees say of a text: of each line and of those around it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from copydesk.extract.lines.around import REACHES, neighbours, stretch, window
from copydesk.extract.lines.place import FAR
from copydesk.extract.lines.wording import MOST_WORDS, WHOLE

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Columns = dict[str, NDArray[np.generic]]


def opinion(words: Ints, first: Floats) -> Columns:
    """Columns of a first opinion, a probability a line, of lines with so many words."""
    mark = np.round(first * WHOLE).astype(np.int64)
    size = np.minimum(words, MOST_WORDS)
    position, yes = np.arange(len(mark)), mark > WHOLE // 2
    kept = np.concatenate(([0], np.cumsum(mark * words)))
    every = max(1, int(kept[-1]))
    start, stop = stretch((mark - 350) * size)
    last = np.maximum.accumulate(np.where(yes, position, -FAR))
    following = np.minimum.accumulate(np.where(yes, position, len(mark) + FAR)[::-1])[::-1]
    found: Columns = {"first": mark} | neighbours("first", mark)
    for reach in REACHES:
        total, _ = window(mark * size, reach)
        weight, _ = window(size, reach)
        found[f"first_words{reach}"] = total / np.maximum(1, weight)
    return found | {
        "first_before": kept[:-1] / every,
        "first_behind": (every - kept[1:]) / every,
        "first_total": np.full(len(mark), every / WHOLE),
        "first_page": np.full(len(mark), every / WHOLE / max(1, int(words.sum()))),
        "first_last": np.minimum(FAR, position - last),
        "first_next": np.minimum(FAR, following - position),
        "first_in": (position >= start) & (position < stop),
        "first_start": np.clip(position - start, -FAR, FAR),
        "first_stop": np.clip(position - stop, -FAR, FAR),
    }
