"""Two passes of boosted trees: the second knows what trees that never saw its site say of the rows around."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

from copydesk.extract.keeper.trees import SCALE, STEPS, Trees

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Table = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Size:
    """How many trees, how many leaves each, and how far each goes."""

    trees: int
    leaves: int
    rate: float


# The second trees learn from rows of which the first say more than this: more rows than they are asked of.
LEARNT_FROM = 0.01
# Levels of a tree: each costs time when it is applied.
_DEPTH = 8
_PARAMETERS: dict[str, Any] = {
    "objective": "cross_entropy",
    "max_depth": _DEPTH,
    "min_data_in_leaf": 40,
    "lambda_l2": 3.0,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "max_bin": 63,
    "seed": 7,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}
# A row counts by its words, to this number; a page by the root of its words.
_MOST_WORDS = 60
# The largest collection has as many pages as the others three times over, few of them news.
_WEIGHTS = {"wcxb-article": 1.0}
_OTHER_WEIGHT = 2.0
# Rows that the article has nearly all or next to nothing of are taken for whole.
_ALL, _NOTHING = 0.9, 0.1


@dataclass(frozen=True, slots=True)
class Rows:
    """A page's rows: a table, the mark and the weight of each, and the part of the sites the page is in."""

    table: Table
    marks: Floats
    weights: Floats
    part: int


@dataclass(frozen=True, slots=True)
class Passes:
    """Both sets of trees, and for each page what first trees that never saw its part of the sites say."""

    first: Trees
    second: Trees
    opinions: tuple[Floats, ...]


def marks_of(wanted: Floats) -> Floats:
    """What trees are to learn of rows that the article has such shares of."""
    return np.clip((wanted - _NOTHING) / (_ALL - _NOTHING), 0.0, 1.0)


def weights_of(words: Ints, collection: str) -> Floats:
    """What the rows of a page of a collection count, by their words."""
    own = np.minimum(_MOST_WORDS, words) + 1.0
    return np.asarray(own / math.sqrt(own.sum()) * page_weight(collection))


def page_weight(collection: str) -> float:
    """What a page of a collection counts."""
    return _WEIGHTS.get(collection, _OTHER_WEIGHT)


def two_passes(
    pages: Sequence[Rows],
    with_first: Callable[[int, Floats], Table],
    sizes: tuple[Size, Size],
    named: tuple[tuple[str, ...], tuple[str, ...]],
) -> Passes:
    """Trees for the rows alone, and trees for what `with_first` makes of page i and the opinion of its rows.

    The opinion that the second trees learn from comes from first trees fitted without the page's part.
    """
    parts = sorted({page.part for page in pages})
    if len(parts) < 2:
        raise SystemExit("all pages are of one site, or of too few: label pages of more sites")
    opinions: list[Floats] = [np.zeros(0)] * len(pages)
    for part in parts:
        trees = fitted([page for page in pages if page.part != part], sizes[0], named[0])
        for i, page in enumerate(pages):
            if page.part == part:
                opinions[i] = trees.probabilities(page.table)
    asked = [opinion >= LEARNT_FROM for opinion in opinions]
    seen = [
        Rows(with_first(i, opinions[i])[yes], page.marks[yes], page.weights[yes], page.part)
        for i, (page, yes) in enumerate(zip(pages, asked, strict=True))
    ]
    return Passes(fitted(pages, sizes[0], named[0]), fitted(seen, sizes[1], named[1]), tuple(opinions))


def fitted(pages: Sequence[Rows], size: Size, named: tuple[str, ...]) -> Trees:
    """Trees for the rows of some pages."""
    table = np.vstack([page.table for page in pages])
    marks = np.concatenate([page.marks for page in pages])
    return fit_trees(table, marks, np.concatenate([page.weights for page in pages]), size, named)


def fit_trees(table: Table, marks: Floats, weights: Floats, size: Size, named: tuple[str, ...]) -> Trees:
    """Trees for a table, a mark and a weight a row."""
    parameters = _PARAMETERS | {"num_leaves": size.leaves, "learning_rate": size.rate}
    data = lightgbm.Dataset(table, marks, weight=weights, params=parameters)
    booster = lightgbm.train(parameters, data, size.trees)
    return trees_of(booster.dump_model()["tree_info"], named)


def trees_of(dumped: Sequence[dict[str, Any]], named: tuple[str, ...]) -> Trees:
    """Trees as LightGBM describes them, as columns."""
    nodes: list[tuple[int, float, int, int]] = []
    roots, depth = [], 0
    for tree in dumped:
        roots.append(len(nodes))
        nodes.append((0, math.inf, 0, 0))
        depth = max(depth, _put(tree["tree_structure"], roots[-1], nodes))
    column, bound, child, value = zip(*nodes, strict=True)
    steps = [round(SCALE * math.log(p / (1 - p))) for k in range(STEPS) if (p := (k + 0.5) / STEPS)]
    return Trees(
        np.array(column, np.int32),
        np.array(bound, np.float32),
        np.array(child, np.int32),
        np.array(value, np.int32),
        np.array(roots, np.int32),
        depth,
        np.array(steps, np.int32),
        named,
    )


def _put(node: dict[str, Any], at: int, nodes: list[tuple[int, float, int, int]]) -> int:
    """Put a node into its place, and those below it behind; how many levels there are below."""
    if "leaf_value" in node:
        nodes[at] = (0, math.inf, at, round(SCALE * node["leaf_value"]))
        return 0
    child = len(nodes)
    bound = np.float32(node["threshold"])
    if bound > node["threshold"]:  # values are as coarse: no value lies between the two
        bound = np.nextafter(bound, np.float32(-math.inf))
    nodes[at] = (node["split_feature"], float(bound), child, round(SCALE * node["internal_value"]))
    nodes += [(0, math.inf, 0, 0)] * 2
    return 1 + max(_put(node["left_child"], child, nodes), _put(node["right_child"], child + 1, nodes))
