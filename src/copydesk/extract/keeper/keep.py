"""The keeper: a page's blocks with the probability that they are the article, and why.

Trees score each block by itself; a second set also sees what the first says of the blocks around it, as in
stacked classifiers (Cohen and de Carvalho 2005). Where much stays in doubt, trafilatura's two readings are
asked and a second pair of trees, that has learned how far to trust them, decides.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib import resources
from importlib.resources.abc import Traversable

import numpy as np
from numpy.typing import NDArray

from copydesk.extract.declared import Declared
from copydesk.extract.keeper.around import Ints, context
from copydesk.extract.keeper.features import Described, Table, describe, names
from copydesk.extract.keeper.tokens import GROUPS, Weights, columns_of, read_weights, tokens_of, told
from copydesk.extract.keeper.trees import Trees, read_trees
from copydesk.model import Page

Floats = NDArray[np.float64]
# Both readings of a page: the precise one and the free one, a mark a block.
Readings = Callable[[Page], tuple[Sequence[float], Sequence[float]]]

# What tokens speak for, a row a block, of the blocks asked for.
Told = Callable[[NDArray[np.bool_]], Floats]
TOKENS_FILE = "tokens.npz"

# What the first trees are this sure of is not asked again: most blocks, of menus and footers. Out of fold,
# scores are the same from .01 to .1.
FLOOR = 0.1
# Blocks between these are in doubt; more such words than DOUBT of the words kept, and the readings are asked.
# More than HOPELESS of them: there is no article to be found, and on the three labelled pages between 1 and 2
# the readings gained nothing. From 0.2 to 0.8 scores are alike, the time is not: 2.3 ms a page on the mean at
# 0.2, 0.35 at 0.6.
LEAST, MOST = 0.2, 0.85
DOUBT, HOPELESS = 0.6, 1.0
_FEW_WORDS = 30
# Readings of a page with more blocks are not asked for. They are dear, one of them can take time with the
# square of the paragraphs, and out of fold they gain nothing: .9677 of F1 with 400 blocks, .9678 with 200,
# .9659 without any readings.
_MOST_BLOCKS = 200
# The threshold that gives the best expected F1 of a page is half that F1 (Lipton, Elkan and Naryanaswamy
# 2014): lower where the trees are unsure of everything. Not below this, for then the page has no article.
_LOWEST = 0.15
# Reasons given for a block.
_REASONS = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """Trees for a block alone, and trees that know what the first say of the blocks around it."""

    first: Trees
    second: Trees


@dataclass(frozen=True, slots=True)
class Keeper:
    """Two pairs of trees: `fast` for every page, `full` (with the readings) for those in doubt.

    `weights` are what single words and names speak for, which the second trees of each pair are told.
    """

    fast: Pair
    full: Pair
    weights: Weights


@dataclass(frozen=True, slots=True)
class Kept:
    """For each block the probability that it is the article, whether it is kept, and what spoke most
    for or against it."""

    probabilities: tuple[float, ...]
    inside: tuple[bool, ...]
    evidence: tuple[str, ...]


def keep(page: Page, declared: Declared, keeper: Keeper, readings: Readings) -> Kept:
    """Judge every block of a marked-up page."""
    described = describe(page, declared)
    pair, table = keeper.fast, described.table
    tell = partial(_tell, page, described, keeper.weights)
    found = probabilities(pair, described, table, tell)
    if len(page.blocks) <= _MOST_BLOCKS and DOUBT < doubt(found, described) <= HOPELESS:
        pair, table = keeper.full, with_readings(described, readings(page))
        found = probabilities(pair, described, table, tell)
    inside = found > threshold(found, described.words)
    return Kept(tuple(found.tolist()), tuple(inside.tolist()), reasons(pair.first, table, found))


def with_readings(described: Described, readings: tuple[Sequence[float], Sequence[float]]) -> Table:
    """A page's table with the marks of the readings, and what they say of the blocks around."""
    precise, free = (np.asarray(marks, np.float64) for marks in readings)
    columns = context("precise", precise, described.groups, described.words)
    columns |= context("free", free, described.groups, described.words)
    columns["read"] = (precise + free) / 2
    return _beside(described.table, list(columns.values()))


def _tell(page: Page, described: Described, weights: Weights, asked: NDArray[np.bool_]) -> Floats:
    return told(tokens_of(page.blocks, described.nodes, np.flatnonzero(asked).tolist()), weights, asked)


def with_first(
    described: Described, table: Table, first: Floats, asked: NDArray[np.bool_], tell: Told
) -> Table:
    """A page's table with what the first trees and, for blocks `asked`, the tokens say of it and around."""
    columns = context("first", first, described.groups, described.words)
    columns |= columns_of(tell(asked), described.groups, described.words)
    return _beside(table, list(columns.values()))


def _beside(table: Table, columns: list[NDArray[np.generic]]) -> Table:
    return np.hstack([table, np.stack(columns, axis=1).astype(np.float32)])


def probabilities(pair: Pair, described: Described, table: Table, tell: Told) -> Floats:
    """The probability of each block to be the article, by both sets of trees."""
    found = pair.first.probabilities(table)
    asked = found >= FLOOR
    if asked.any():
        found = found.copy()
        found[asked] = pair.second.probabilities(with_first(described, table, found, asked, tell)[asked])
    return found


def doubt(found: Floats, described: Described) -> float:
    """Words of blocks in doubt for each word kept."""
    unsure = (found > LEAST) & (found < MOST)
    kept = float(described.words[found > 0.5].sum())
    return float(described.words[unsure].sum()) / max(_FEW_WORDS, kept)


def threshold(found: Floats, sizes: Ints) -> float:
    """The probability from which on a block is kept: half of the best F1 in words to be expected.

    `sizes` are the words of each block.
    """
    order = np.argsort(-found, kind="stable")
    words = sizes.astype(np.float64)
    likely = words * np.round(found * 1000)
    kept, right = np.cumsum(words[order]), np.cumsum(likely[order]) / 1000
    best = float((2 * right / (kept + max(1.0, right[-1]))).max())
    return max(_LOWEST, best / 2)


def reasons(trees: Trees, table: Table, found: Floats) -> tuple[str, ...]:
    """For each block its probability and the features that moved the first trees most its way."""
    told = [f"probability {probability:.3f}" for probability in found.tolist()]
    columns, moved = trees.reasons(table)
    np.negative(moved, out=moved, where=(found < 0.5)[:, None])
    row = np.arange(len(table))
    for joint in (": ", *[", "] * (_REASONS - 1)):
        most = moved.argmax(axis=1)
        asked = columns[most]
        sizes, values = moved[row, most].tolist(), table[row, asked].tolist()
        for i, (column, size, value) in enumerate(zip(asked.tolist(), sizes, values, strict=True)):
            if size > 0:
                told[i] += f"{joint}{trees.names[column]} {value:.3g}"
        moved[row, most] = 0
    return tuple(told)


def column_names() -> dict[str, tuple[str, ...]]:
    """The columns that each file of trees is for, by its name."""
    groups = (np.zeros(1, np.int64),) * 3
    mark, words = np.zeros(1), np.ones(1, np.int64)

    def around(name: str) -> tuple[str, ...]:
        return tuple(context(name, mark, groups, words))

    tokens = tuple(columns_of(np.zeros((1, len(GROUPS))), groups, words))
    fast = names()
    full = (*fast, *around("precise"), *around("free"), "read")
    return {
        "fast-first": fast,
        "fast-second": (*fast, *around("first"), *tokens),
        "full-first": full,
        "full-second": (*full, *around("first"), *tokens),
    }


def load_keeper(folder: Traversable) -> Keeper | None:
    """The keeper whose trees are in a folder; None if there are none."""
    if not folder.joinpath("fast-first.npz").is_file():
        return None
    trees = {}
    for name, columns in column_names().items():
        with folder.joinpath(f"{name}.npz").open("rb") as file:
            trees[name] = read_trees(file, columns)
    with folder.joinpath(TOKENS_FILE).open("rb") as file:
        weights = read_weights(file)
    fast = Pair(trees["fast-first"], trees["fast-second"])
    return Keeper(fast, Pair(trees["full-first"], trees["full-second"]), weights)


@cache
def shipped_keeper() -> Keeper | None:
    """The keeper that comes with copydesk; None where its trees are not installed."""
    return load_keeper(resources.files("copydesk.extract.keeper").joinpath("models"))
