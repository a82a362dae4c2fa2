"""Fit the line keeper on labelled pages turned into pasted text: the same pages give the same bytes.

    python training/train_lines.py FOLDER [--out FOLDER] [--folds N] [--jobs N]

FOLDER holds labelled pages as for training/train.py. Every page is taken in the four forms of
`benchmarks/pasted_pages.py`. Without `--folds` the files that copydesk ships are fitted, on all pages. With
it, N sets are written, each fitted without the sites of its fold, for `benchmarks/pasted.py --folds`.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import logging
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pages import fold_of, labels, rows, site_of
from passes import Floats, Rows, Size, Table, fitted, marks_of, page_weight, two_passes, weights_of

from copydesk.extract.keeper.trees import Trees, write_arrays, write_trees
from copydesk.extract.lines.features import Described, describe, with_first, with_words
from copydesk.extract.lines.headline import candidates
from copydesk.extract.lines.keep import WORDS_FILE, line_trees
from copydesk.extract.lines.wording import BUCKETS
from copydesk.model import Article, Block, Form, Kind, Page, RawPage
from copydesk.pipeline import judge_page
from copydesk.read import read_page
from copydesk.text import key

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from pasted_pages import Shape, pasted

SHIPPED = Path(__file__).parents[1] / "src/copydesk/extract/lines/models"
# More second trees of a smaller rate gain .001 out of fold on whole pages and on selections (decision 0017).
FIRST, SECOND = Size(160, 23, 0.1), Size(400, 27, 0.03)
# Out of fold, 250 trees of this rate find 7 more headlines of 500 whole pages and selections of news than 120
# of twice the rate, and take 15 fewer other lines for one.
HEADLINE = Size(250, 15, 0.05)
# Words and first opinions that a page is described with come from pages of other sites: from so many parts
# less one.
_PARTS = 3
# A line counts as the article's when that has half of it and it is no copy of one before.
_WANTED = 0.5
_COPY_WORDS = 8
# Weights of words: parts of a unit of log odds, and sites that are taken to have each word on both sides.
_UNIT, _PRIOR = 16, 1.0


@dataclass(frozen=True, slots=True)
class Pasted:
    """One page in one form: its lines and what describes them, the share of each that the article has, and
    whether it is the headline."""

    collection: str
    id: str
    site: str
    shape: Shape
    blocks: tuple[Block, ...]
    described: Described
    wanted: Floats
    headline: Floats


@dataclass(frozen=True, slots=True)
class Fitted:
    """What a folder of the line keeper holds."""

    first: Trees
    second: Trees
    headline: Trees
    weights: NDArray[np.int8]


def examples(folder: Path, row: tuple[str, dict[str, Any]]) -> list[Pasted]:
    """A labelled page in each of its forms."""
    logging.disable(logging.CRITICAL)
    name, known = row
    body = gzip.decompress((folder / name / "pages" / f"{known['id']}.html.gz").read_bytes())
    sha = hashlib.sha256(body).hexdigest()
    raw = RawPage(body, f"{name}/{known['id']}.html", sha, Form.HTML, known["url"], "argument")
    bodies, found = known["bodies"] or [""], []
    titles = titles_of(raw, known.get("title"))
    for shape in Shape:
        text = pasted(raw, bodies, shape)
        page = None if text is None else read_page(text)
        if isinstance(page, Page):
            texts = [block.text for block in page.blocks]
            wanted = _once(texts, labels(texts, bodies))
            described = describe(page.blocks)
            site, headline = site_of(known["url"]), headlines(texts, titles, wanted)
            found.append(Pasted(name, known["id"], site, shape, page.blocks, described, wanted, headline))
    return found


def titles_of(raw: RawPage, labelled: str | None) -> frozenset[str]:
    """What the headline of a marked-up page may read, as keys: as labelled, and the heading that is judged to
    be it. Not every collection labels it, and labels differ from headings in their wording."""
    page = judge_page(raw)
    told = [block.text for block in page.blocks if _is_title(block)] if isinstance(page, Article) else []
    return frozenset(key(text) for text in (*told, labelled or "")) - {""}


def _is_title(block: Block) -> bool:
    return block.verdict is not None and block.verdict.keep and block.kind is Kind.TITLE


def headlines(texts: Sequence[str], titles: frozenset[str], wanted: Floats) -> Floats:
    """A mark for each line that is the headline: those above the article where there are any, else all."""
    found = np.array([key(text) in titles for text in texts], np.float64)
    inside = np.flatnonzero(wanted > _WANTED)
    above = found.copy()
    above[int(inside[0]) + 1 if len(inside) else len(texts) :] = 0.0
    return above if above.any() else found


def _once(texts: Sequence[str], wanted: Floats) -> Floats:
    """Of several copies of a paragraph only the first is wanted."""
    seen: set[str] = set()
    for i, text in enumerate(texts):
        if wanted[i] > _WANTED and len(text.split()) >= _COPY_WORDS:
            wanted[i] = 0.0 if text in seen else wanted[i]
            seen.add(text)
    return wanted


def words_of(found: Sequence[Pasted]) -> NDArray[np.int8]:
    """The weight of each word: on how many sites lines of articles have it, and on how many other lines do.

    Sites count, not pages, so that a word of one site's menu weighs no more than any other.
    """
    sites: dict[str, tuple[set[int], set[int]]] = {}
    for one in found:
        if one.shape is Shape.FULL:
            sizes = np.diff(np.append(one.described.starts, len(one.described.hashed)))
            wanted = np.repeat(one.wanted > _WANTED, sizes)
            inside, outside = sites.setdefault(one.site, (set(), set()))
            inside.update(one.described.hashed[wanted].tolist())
            outside.update(one.described.hashed[~wanted].tolist())
    counts = np.full((2, BUCKETS), _PRIOR)
    for pair in sites.values():
        for side, numbers in enumerate(pair):
            counts[side, sorted(numbers)] += 1
    weights = np.round(_UNIT * (np.log(counts[0]) - np.log(counts[1])))
    return np.asarray(np.clip(weights, -127, 127), np.int8)


def fit(found: Sequence[Pasted]) -> Fitted:
    """The line keeper of some pages."""
    names = line_trees()
    parts = [fold_of(one.site, _PARTS, "inner") for one in found]
    words = [
        words_of([one for one, of in zip(found, parts, strict=True) if of != part]) for part in range(_PARTS)
    ]
    pages = [
        Rows(
            with_words(one.described, words[part]),
            marks_of(one.wanted),
            weights_of(one.described.words, one.collection),
            part,
        )
        for one, part in zip(found, parts, strict=True)
    ]

    def both(i: int, opinion: Floats) -> Table:
        return with_first(pages[i].table, found[i].described.words, opinion)

    named = (names["lines-first"], names["lines-second"])
    passes = two_passes(pages, both, (FIRST, SECOND), named)
    asked = [
        _asked(one, both(i, opinion), opinion, parts[i])
        for i, (one, opinion) in enumerate(zip(found, passes.opinions, strict=True))
    ]
    headline = fitted(asked, HEADLINE, names["lines-headline"])
    return Fitted(passes.first, passes.second, headline, words_of(found))


def _asked(one: Pasted, table: Table, opinion: Floats, part: int) -> Rows:
    """The lines of a page that could be its headline."""
    rows = candidates(one.blocks, table, one.described.words, opinion)
    marks = one.headline[rows.index]
    return Rows(rows.table, marks, np.full(len(marks), page_weight(one.collection)), part)


def write(made: Fitted, folder: Path) -> None:
    """Write the files of a line keeper."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, trees in zip(line_trees(), (made.first, made.second, made.headline), strict=True):
        with (folder / f"{name}.npz").open("wb") as file:
            write_trees(trees, file)
    with (folder / WORDS_FILE).open("wb") as file:
        write_arrays({"weights": made.weights}, file)


def main(arguments: Sequence[str] | None = None) -> None:
    """Turn the pages into text, describe, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    parser.add_argument("--folds", type=int, default=0, help="so many sets, each without a part of the sites")
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args(arguments)
    with ProcessPoolExecutor(given.jobs) as pool:
        made = pool.map(partial(examples, given.folder), list(rows(given.folder)), chunksize=8)
        found = [one for forms in made for one in forms]
    print(f"{len(found)} texts of {len({one.site for one in found})} sites", flush=True)
    if not given.folds:
        write(fit(found), given.out)
    for fold in range(given.folds):
        folder = given.out / f"fold-{fold}"
        held_out = [one for one in found if fold_of(one.site, given.folds) == fold]
        write(fit([one for one in found if fold_of(one.site, given.folds) != fold]), folder)
        names = sorted({f"{one.collection}/{one.id}" for one in held_out})
        (folder / "held-out.json").write_text(json.dumps(names), encoding="utf-8")
        print(f"fold {fold} is fitted", flush=True)


if __name__ == "__main__":
    main()
