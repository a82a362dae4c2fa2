"""How well the article is found in text without markup, on labelled pages in the forms people paste them.

    python benchmarks/pasted.py FOLDER [--folds FOLDER] [--forms NAME ...] [--sample N] [--jobs N]

FOLDER holds labelled pages (see labelled.py). For each form (`pasted_pages.py`) and collection: everything
kept, lines that are sentences, jusText's rule and trafilatura on the lines, copydesk by its rules alone,
and with the line keeper; four-word shingle F1 for all, and the LSum score of fundus-evaluation. The line
keeper that copydesk ships was fitted on these pages: only with `--folds` (`training/train_lines.py FOLDER
--folds 5 --out FOLDER`) do its figures tell of other sites. The forms of a selection are cut with the
labels in hand, so they are easier than what people select.
"""

from __future__ import annotations

import argparse
import html
import logging
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Any

from folds import unseen
from labelled import COLLECTIONS, Labelled, load
from pasted_pages import Shape, pasted
from scores import Score, best, f1_of_means, lsum_score, mean_of_pages, shingle_score

from copydesk.extract.body import Reader, Reading, lines_reading, read_body
from copydesk.extract.lines.keep import load_line_keeper
from copydesk.model import Article, Page, RawPage
from copydesk.pipeline import judge_page
from copydesk.read import read_page
from copydesk.settings import DEFAULT
from copydesk.text import ends_sentence, key, words

KEEPER = "copydesk"
_LSUM = "fundus-eval"
_SENTENCE_WORDS = 10
# A page that is no article to the gate still has a text to be scored.
_SETTINGS = replace(DEFAULT, article=replace(DEFAULT.article, min_words=0, gate=False))


@dataclass(frozen=True, slots=True)
class Scored:
    """The scores of a page in one form by system, how many lines are in doubt, and its metadata."""

    page: Labelled
    shape: Shape
    scores: dict[str, Score]
    lsum: dict[str, Score]
    doubt: tuple[int, int]
    title: dict[str, bool]


def everything(lines: Sequence[str]) -> str:
    return "\n".join(lines)


def sentences(lines: Sequence[str]) -> str:
    """The lines of ten words and more that end as a sentence does."""
    return "\n".join(line for line in lines if len(words(line)) >= _SENTENCE_WORDS and ends_sentence(line))


def justext_lines(lines: Sequence[str]) -> str:
    """jusText's rule, with each line a paragraph and the word list of the page's language."""
    from justext import get_stoplist  # noqa: PLC0415 - in the workers only
    from justext.core import classify_paragraphs, revise_paragraph_classification  # noqa: PLC0415
    from justext.paragraph import Paragraph  # noqa: PLC0415

    paragraphs = []
    for line in lines:
        paragraphs.append(Paragraph(_Place()))
        paragraphs[-1].append_text(line)
    name = _language(" ".join(lines))
    classify_paragraphs(paragraphs, get_stoplist(name))
    revise_paragraph_classification(paragraphs, 200)
    return "\n".join(p.text for p in paragraphs if not p.is_boilerplate)


class _Place:
    dom = xpath = "p"


def _language(text: str) -> str:
    """The stop list of jusText that has most of a text's words."""
    found = [word.lower() for word in words(text)]
    return max(_STOPLISTS, key=lambda name: sum(word in _stoplist(name) for word in found))


_STOPLISTS = [
    *("Czech", "Danish", "Dutch", "English", "Finnish", "French", "German", "Hungarian", "Italian"),
    *("Norwegian_Bokmal", "Polish", "Portuguese", "Russian", "Spanish", "Swedish", "Turkish"),
]


@cache
def _stoplist(name: str) -> frozenset[str]:
    from justext import get_stoplist  # noqa: PLC0415

    return frozenset(get_stoplist(name))


def trafilatura_lines(lines: Sequence[str]) -> str:
    """trafilatura without comments, with each line a paragraph of a page that has nothing else."""
    from trafilatura import extract  # noqa: PLC0415 - in the workers only

    marked_up = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    return extract(f"<html><body>{marked_up}</body></html>", include_comments=False) or ""


OTHERS: dict[str, Callable[[Sequence[str]], str]] = {
    "everything": everything,
    "sentence lines": sentences,
    "jusText's rule on lines": justext_lines,
    "trafilatura on lines": trafilatura_lines,
}


def reader_of(page: Labelled, folds: Path | None) -> Reader:
    """What finds the main content: the default, or a line keeper that has not seen the site."""
    keeper = None if folds is None else unseen(page, folds, load_line_keeper)
    return read_body if keeper is None else lambda read, _declared: lines_reading(read, keeper)


def _no_reading(_page: Page, _declared: Any) -> Reading:
    return Reading()


def score_page(page: Labelled, shapes: Sequence[Shape], folds: Path | None = None) -> list[Scored]:
    """One page in each form through every system."""
    logging.disable(logging.CRITICAL)
    found = []
    for shape in shapes:
        raw = pasted(page.raw(), page.bodies, shape)
        if raw is not None:
            found.append(_score(page, shape, raw, folds))
    return found


def _score(page: Labelled, shape: Shape, raw: RawPage, folds: Path | None) -> Scored:
    read = read_page(raw)
    lines = [block.text for block in read.blocks] if isinstance(read, Page) else []
    texts = {name: system(lines) for name, system in OTHERS.items()}
    title: dict[str, bool] = {}
    doubt = (0, 0)
    for name, reader in (("copydesk, rules only", _no_reading), (KEEPER, reader_of(page, folds))):
        judged = judge_page(raw, _SETTINGS, reader=reader)
        texts[name] = judged.text if isinstance(judged, Article) else ""
        if page.title:
            known = judged.metadata.title if isinstance(judged, Article) else None
            title[name] = key(known or "") == key(page.title)
        if isinstance(judged, Article):
            doubt = sum(b.verdict is not None and b.verdict.doubt for b in judged.blocks), len(judged.blocks)
    scores = {name: best(shingle_score, page.bodies, text) for name, text in texts.items()}
    lsum = {}
    if page.collection == _LSUM:
        lsum = {name: best(lsum_score, page.bodies, text) for name, text in texts.items()}
    return Scored(page, shape, scores, lsum, doubt, title)


def report(scored: Sequence[Scored], shapes: Sequence[Shape]) -> None:
    """A table a form: F1 a collection and the mean of them, LSum where it is the collection's score."""
    for shape in shapes:
        rows = [row for row in scored if row.shape is shape]
        by_name = {c.name: [r for r in rows if r.page.collection == c.name] for c in COLLECTIONS}
        by_name = {name: found for name, found in by_name.items() if found}
        heads = "".join(f"{f'{name}, {len(found)}':>20}" for name, found in by_name.items())
        print(f"\n{shape:26}{heads}{'mean':>9}{'LSum':>9}")
        for system in rows[0].scores if rows else ():
            figures = [f1_of_means([r.scores[system] for r in found])[2] for found in by_name.values()]
            lsum = [row.lsum[system] for row in rows if row.lsum]
            cells = "".join(f"{figure:>20.4f}" for figure in figures)
            last = f"{mean_of_pages(lsum)[2]:>9.4f}" if lsum else ""
            print(f"{system:26}{cells}{sum(figures) / len(figures):>9.4f}{last}")
        if rows:
            _print_rest(rows)


def _print_rest(rows: Sequence[Scored]) -> None:
    """How many lines are in doubt, and how often the title is right."""
    unsure = sorted(row.doubt[0] for row in rows)
    lines = sum(row.doubt[1] for row in rows)
    print(f"lines in doubt: {sum(unsure)} of {lines}; on the page in the middle {unsure[len(unsure) // 2]}")
    titled = [row for row in rows if row.title]
    for system in titled[0].title if titled else ():
        marks = [row.title[system] for row in titled]
        print(f"title right, {system}: {sum(marks) / len(marks):.3f} of {len(marks)}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Score and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--folds", type=Path, help="line keepers of training/train_lines.py --folds")
    parser.add_argument("--forms", nargs="+", type=Shape, default=list(Shape), choices=list(Shape))
    parser.add_argument("--sample", type=int, default=0, help="so many pages of each collection")
    parser.add_argument("--collections", nargs="+", default=[c.name for c in COLLECTIONS])
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args(arguments)
    os.environ["NLTK_DATA"] = str((given.folder / "nltk_data").resolve())
    pages = list(load(given.folder, given.collections, given.sample))
    work = partial(score_page, shapes=given.forms, folds=given.folds)
    if given.jobs < 2:
        scored = [one for page in pages for one in work(page)]
    else:
        with ProcessPoolExecutor(given.jobs) as pool:
            scored = [one for found in pool.map(work, pages, chunksize=8) for one in found]
    report(scored, given.forms)


if __name__ == "__main__":
    main()
