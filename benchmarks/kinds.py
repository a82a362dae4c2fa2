"""Articles told from other pages (forums, products, listings, services, manuals), and articles half lost.

    python benchmarks/kinds.py FOLDER [--list] [--folds FOLDER]

FOLDER holds collections of labelled pages (README.md): those of articles, and `other-kinds`, whose labels
say what else a page is. Counts what becomes of each; a page that is no article counts as told if it is
rejected or `metadata.kind` is another; an article counts as lost if the same happens to it. Then counts the
articles with less than half of their labelled words, and those of them that neither a reason nor a `quality`
below LOW tells of. With `--folds` by keepers that have not seen the page's site (`training/train.py`).
"""

from __future__ import annotations

import argparse
import json
import logging
import os
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from labelled import Labelled, load
from quality import reader_of

from copydesk.extract.kind import STORIES
from copydesk.model import Rejected
from copydesk.pipeline import judge_page
from copydesk.text import words

ARTICLES = ("scrapinghub", "fundus-eval", "fundus-tests", "wcxb-article")
OTHERS = "other-kinds"
# Of the articles one in twenty has a quality below this.
LOW = 0.7
HALF = 0.5


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a page was taken for, how good a catch it looked, and the share of its labelled words it has."""

    page: Labelled
    label: str
    kind: str
    quality: float | None
    share: float

    @property
    def is_wrong(self) -> bool:
        """Whether an article was taken for something else, or something else for an article."""
        return (self.label in ARTICLES) != (self.kind in STORIES)

    @property
    def is_silent(self) -> bool:
        """Whether an article has lost half of its words and nothing says so."""
        return self.share < HALF and self.quality is not None and self.quality >= LOW


def labels(folder: Path) -> dict[str, str]:
    """What the pages of other kinds are, by their id."""
    lines = (folder / OTHERS / "gold.jsonl").read_text(encoding="utf-8").split("\n")
    return {row["id"]: row["kind"] for row in map(json.loads, filter(None, lines))}


def outcome(page: Labelled, kinds: dict[str, str], folds: Path | None) -> Outcome:
    """What becomes of a page."""
    logging.disable(logging.CRITICAL)
    label = kinds[page.id] if page.collection == OTHERS else page.collection
    found = judge_page(page.raw(), reader=reader_of(page, folds))
    if isinstance(found, Rejected):
        return Outcome(page, label, f"rejected: {found.reason}", None, 0.0)
    share = max(_share(body, found.text) for body in page.bodies)
    return Outcome(page, label, found.metadata.kind, found.metadata.quality, share)


def _share(right: str, text: str) -> float:
    """The share of a text's words that another text has."""
    wanted, there = (Counter(word.casefold() for word in words(one)) for one in (right, text))
    return (wanted & there).total() / max(1, wanted.total())


def print_silent(found: Sequence[Outcome]) -> None:
    """Articles that have lost half of their words, and which of them nothing tells of."""
    half = [one for one in found if one.label in ARTICLES and one.share < HALF]
    silent = [one for one in half if one.is_silent]
    articles = sum(one.label in ARTICLES for one in found)
    low = sum(one.quality is not None for one in half) - len(silent)
    print(
        f"articles with less than half of their words: {len(half)} of {articles} ({len(half) / articles:.1%})"
    )
    print(f"  rejected {len(half) - low - len(silent)}, quality below {LOW} {low}, silent {len(silent)}")
    for one in silent:
        print(f"  {one.label:16}{one.share:.2f} of its words, quality {one.quality}  {one.page.url}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--list", action="store_true", help="name every page that was taken for another kind")
    parser.add_argument("--folds", type=Path, help="keepers of training/train.py --folds")
    given = parser.parse_args(arguments)
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        work = partial(outcome, kinds=labels(given.folder), folds=given.folds)
        found = list(pool.map(work, load(given.folder, (*ARTICLES, OTHERS)), chunksize=8))
    for label in dict.fromkeys(one.label for one in found):
        counts = Counter(one.kind for one in found if one.label == label)
        print(f"{label:16}" + ", ".join(f"{kind} {count}" for kind, count in counts.most_common()))
    wrong = [one for one in found if one.is_wrong]
    others = [one for one in found if one.label not in ARTICLES]
    missed = sum(one.label not in ARTICLES for one in wrong)
    articles = len(found) - len(others)
    print(f"other pages told from articles: {len(others) - missed} of {len(others)}", end="")
    print(f" ({1 - missed / max(1, len(others)):.1%})")
    lost = len(wrong) - missed
    print(
        f"articles rejected or taken for something else: {lost} of {articles} ({lost / max(1, articles):.1%})"
    )
    print_silent(found)
    if given.list:
        print(*(f"{one.label:16}{one.kind:32}{one.page.url}" for one in wrong), sep="\n")


if __name__ == "__main__":
    main()
