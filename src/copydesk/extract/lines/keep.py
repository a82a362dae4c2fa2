"""The line keeper: the lines of a pasted text with the probability that they are the article, and why.

As for marked-up pages: trees score each line by itself, and a second set also sees what the first says of the
lines around it. Beside them a table of words, told by their hash: whether lines with a word are rather
of articles or rather not, on how many sites of those it was trained on.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

import numpy as np
from numpy.typing import NDArray

from copydesk.extract.keeper.keep import Kept, reasons, threshold
from copydesk.extract.keeper.trees import Trees, read_trees
from copydesk.extract.lines.features import column_names, describe, with_first, with_words
from copydesk.extract.lines.headline import candidates, headline_names
from copydesk.extract.lines.wording import BUCKETS
from copydesk.model import Page

# Lines that the first trees give less are not asked about again.
_FLOOR = 0.01
# Lines between these are in doubt, for a person to look at.
DOUBT_FROM, DOUBT_TO = 0.2, 0.8
# A text of more lines is a log or a table; the rules alone go through it.
MOST_LINES = 20_000
WORDS_FILE = "lines-words.npz"


@dataclass(frozen=True, slots=True)
class LineKeeper:
    """Trees for a line alone, trees that know what the first say of the lines around it, trees for what
    could be the headline, and the weights of words (a whole number a bucket)."""

    first: Trees
    second: Trees
    headline: Trees
    weights: NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class KeptLines:
    """What is kept of a text, and for each line the probability that it is the headline."""

    kept: Kept
    headline: tuple[float, ...]


def keep_lines(page: Page, keeper: LineKeeper) -> KeptLines:
    """Judge every line of a pasted text."""
    described = describe(page.blocks)
    table = with_words(described, keeper.weights)
    found = keeper.first.probabilities(table)
    seen = with_first(table, described.words, found)
    titles = candidates(page.blocks, seen, described.words, found)
    headline = np.zeros(len(found))
    headline[titles.index] = keeper.headline.probabilities(titles.table)
    asked = found >= _FLOOR
    found = found.copy()
    found[asked] = keeper.second.probabilities(seen[asked])
    inside = found > threshold(found, described.words)
    why = reasons(keeper.first, table, found)
    return KeptLines(Kept(tuple(found.tolist()), tuple(inside.tolist()), why), tuple(headline.tolist()))


def line_trees() -> dict[str, tuple[str, ...]]:
    """The columns that each file of trees is for, by its name."""
    return column_names() | {"lines-headline": headline_names()}


def load_line_keeper(folder: Traversable) -> LineKeeper | None:
    """The line keeper whose files are in a folder; None if there are none."""
    if not folder.joinpath(WORDS_FILE).is_file():
        return None
    trees = []
    for name, columns in line_trees().items():
        with folder.joinpath(f"{name}.npz").open("rb") as file:
            trees.append(read_trees(file, columns))
    with folder.joinpath(WORDS_FILE).open("rb") as file, np.load(file, allow_pickle=False) as found:
        weights = found["weights"]
    if weights.shape != (BUCKETS,):
        raise ValueError("the words were counted otherwise; run training/train_lines.py again")
    return LineKeeper(trees[0], trees[1], trees[2], weights)


@cache
def shipped_line_keeper() -> LineKeeper | None:
    """The line keeper that comes with copydesk; None where its files are not installed."""
    return load_line_keeper(resources.files("copydesk.extract.lines").joinpath("models"))
