"""Fit the keeper's trees on labelled pages: the same pages give the same bytes.

    python training/train.py FOLDER [--out FOLDER] [--folds N] [--jobs N]

FOLDER holds a folder a collection, with `gold.jsonl` and `pages/<id>.html.gz` (see benchmarks/README.md).
Without `--folds` the trees that copydesk ships are fitted, on all pages. With it, N sets are written, to
`fold-0` and so on in the folder named by `--out`, each fitted without the sites of its fold:
`benchmarks/quality.py --folds` scores each page by the set that has not seen its site. A site is a
registrable domain, whatever collection its pages are in.
"""

from __future__ import annotations

import argparse
import json
import logging
import math
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray
from pages import Example, example, fold_of, rows

from copydesk.extract.keeper import keep
from copydesk.extract.keeper.trees import SCALE, STEPS, Trees, write_trees

Floats = NDArray[np.float64]
Table = NDArray[np.float32]
SHIPPED = Path(__file__).parents[1] / "src/copydesk/extract/keeper/models"


@dataclass(frozen=True, slots=True)
class Size:
    """How many trees, how many leaves each, and how far each goes."""

    trees: int
    leaves: int
    rate: float


FIRST, SECOND = Size(60, 15, 0.1), Size(200, 23, 0.06)
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
# The first trees' opinion of a page, for the second to learn from, comes from trees that have not seen its
# site: from one of so many parts.
_PARTS = 4
# A block counts by its words, to this number; a page by the root of its words.
_MOST_WORDS = 60
# The largest collection has as many pages as the others three times over, few of them news.
_WEIGHTS = {"wcxb-article": 1.0}
_OTHER_WEIGHT = 2.0
# Blocks that the article has nearly all or next to nothing of are taken for whole.
_ALL, _NOTHING = 0.9, 0.1


def fit(examples: Sequence[Example]) -> dict[str, Trees]:
    """The four sets of trees, by the names of their files."""
    named = keep.column_names()
    found: dict[str, Trees] = {}
    fast = [e.described.table for e in examples]
    full = [
        keep.with_readings(e.described, (e.readings[0].tolist(), e.readings[1].tolist())) for e in examples
    ]
    for name, tables in (("fast", fast), ("full", full)):
        first, second = _pair(examples, tables, (named[f"{name}-first"], named[f"{name}-second"]))
        found |= {f"{name}-first": first, f"{name}-second": second}
    return found


def _pair(
    examples: Sequence[Example], tables: Sequence[Table], named: tuple[tuple[str, ...], tuple[str, ...]]
) -> tuple[Trees, Trees]:
    marks = [_marks(e) for e in examples]
    weights = [_weights(e) for e in examples]
    opinions: list[Floats] = [np.zeros(0)] * len(examples)
    parts = [fold_of(e.site, _PARTS, "inner") for e in examples]
    if len(set(parts)) < 2:
        raise SystemExit("all pages are of one site, or of too few: label pages of more sites")
    for part in range(_PARTS):
        others = [i for i, of in enumerate(parts) if of != part]
        trees = fit_trees(*_stacked(tables, marks, weights, others), FIRST, named[0])
        for i, of in enumerate(parts):
            if of == part:
                opinions[i] = trees.probabilities(tables[i])
    everything = list(range(len(examples)))
    first = fit_trees(*_stacked(tables, marks, weights, everything), FIRST, named[0])
    asked = [opinion >= keep.FLOOR for opinion in opinions]
    seen = [
        keep.with_first(e.described, table, opinion)[yes]
        for e, table, opinion, yes in zip(examples, tables, opinions, asked, strict=True)
    ]
    marks = [mark[yes] for mark, yes in zip(marks, asked, strict=True)]
    weights = [weight[yes] for weight, yes in zip(weights, asked, strict=True)]
    return first, fit_trees(*_stacked(seen, marks, weights, everything), SECOND, named[1])


def _marks(one: Example) -> Floats:
    return np.clip((one.wanted - _NOTHING) / (_ALL - _NOTHING), 0.0, 1.0)


def _weights(one: Example) -> Floats:
    words = np.minimum(_MOST_WORDS, one.described.words) + 1.0
    return np.asarray(words / math.sqrt(words.sum()) * _WEIGHTS.get(one.collection, _OTHER_WEIGHT))


def _stacked(
    tables: Sequence[Table], marks: Sequence[Floats], weights: Sequence[Floats], of: Sequence[int]
) -> tuple[Table, Floats, Floats]:
    return (
        np.vstack([tables[i] for i in of]),
        np.concatenate([marks[i] for i in of]),
        np.concatenate([weights[i] for i in of]),
    )


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


def _described(folder: Path, row: tuple[str, dict[str, Any]]) -> Example | None:
    logging.disable(logging.CRITICAL)
    return example(folder, *row)


def write(trees: dict[str, Trees], folder: Path) -> None:
    """Write the files of a keeper."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, of in trees.items():
        with (folder / f"{name}.npz").open("wb") as file:
            write_trees(of, file)


def main(arguments: Sequence[str] | None = None) -> None:
    """Describe the pages, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    parser.add_argument("--folds", type=int, default=0, help="so many sets, each without a part of the sites")
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args(arguments)
    with ProcessPoolExecutor(given.jobs) as pool:
        found = pool.map(partial(_described, given.folder), list(rows(given.folder)), chunksize=8)
        examples = [one for one in found if one is not None]
    print(f"{len(examples)} pages of {len({e.site for e in examples})} sites")
    if not given.folds:
        write(fit(examples), given.out)
    for fold in range(given.folds):
        folder = given.out / f"fold-{fold}"
        held_out = [e for e in examples if fold_of(e.site, given.folds) == fold]
        write(fit([e for e in examples if fold_of(e.site, given.folds) != fold]), folder)
        names = [f"{e.collection}/{e.id}" for e in held_out]
        (folder / "held-out.json").write_text(json.dumps(names), encoding="utf-8")


if __name__ == "__main__":
    main()
