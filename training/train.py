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
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pages import Example, example, fold_of, rows
from passes import LEARNT_FROM, Floats, Rows, Size, Table, marks_of, two_passes, weights_of
from tokens import fit_weights

from copydesk.extract.keeper import keep
from copydesk.extract.keeper.tokens import GROUPS, Weights, told, write_weights
from copydesk.extract.keeper.trees import Trees, write_trees

SHIPPED = Path(__file__).parents[1] / "src/copydesk/extract/keeper/models"


FIRST, SECOND = Size(60, 15, 0.1), Size(200, 23, 0.06)
# The first trees' opinion of a page, for the second to learn from, comes from trees that have not seen its
# site: from one of so many parts.
_PARTS = 4


@dataclass(frozen=True, slots=True)
class Fitted:
    """What a folder of the keeper holds: four sets of trees by the names of their files, and weights."""

    trees: dict[str, Trees]
    weights: Weights


def fit(examples: Sequence[Example]) -> Fitted:
    """The keeper of some pages."""
    named = keep.column_names()
    tells = _told(examples)
    found: dict[str, Trees] = {}
    fast = [e.described.table for e in examples]
    full = [
        keep.with_readings(e.described, (e.readings[0].tolist(), e.readings[1].tolist())) for e in examples
    ]
    for name, tables in (("fast", fast), ("full", full)):
        names = (named[f"{name}-first"], named[f"{name}-second"])
        first, second = _pair(examples, tables, tells, names)
        found |= {f"{name}-first": first, f"{name}-second": second}
    return Fitted(found, fit_weights(examples))


def _part(e: Example) -> int:
    return fold_of(e.site, _PARTS, "inner")


def _told(examples: Sequence[Example]) -> list[Floats]:
    """What each page's tokens speak for, by weights fitted without the pages of its part."""
    found: list[Floats] = [np.zeros((0, len(GROUPS)))] * len(examples)
    for part in range(_PARTS):
        weights = fit_weights([e for e in examples if _part(e) != part])
        for i, e in enumerate(examples):
            if _part(e) == part:
                found[i] = told(e.tokens, weights, np.ones(len(e.wanted), np.bool_))
    return found


def _pair(
    examples: Sequence[Example],
    tables: Sequence[Table],
    tells: Sequence[Floats],
    named: tuple[tuple[str, ...], tuple[str, ...]],
) -> tuple[Trees, Trees]:
    pages = [
        Rows(table, marks_of(e.wanted), weights_of(e.described.words, e.collection), _part(e))
        for e, table in zip(examples, tables, strict=True)
    ]

    def with_first(i: int, opinion: Floats) -> Table:
        def tell(asked: NDArray[np.bool_]) -> Floats:
            return np.where(asked[:, None], tells[i], 0.0)

        return keep.with_first(examples[i].described, tables[i], opinion, opinion >= LEARNT_FROM, tell)

    found = two_passes(pages, with_first, (FIRST, SECOND), named)
    return found.first, found.second


def _described(folder: Path, row: tuple[str, dict[str, Any]]) -> Example | None:
    logging.disable(logging.CRITICAL)
    return example(folder, *row)


def write(fitted: Fitted, folder: Path) -> None:
    """Write the files of a keeper."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, of in fitted.trees.items():
        with (folder / f"{name}.npz").open("wb") as file:
            write_trees(of, file)
    with (folder / keep.TOKENS_FILE).open("wb") as file:
        write_weights(fitted.weights, file)


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
