"""How well the article's text and metadata are found, against labelled pages and other settings.

    python benchmarks/quality.py FOLDER [--jobs N] [--sample N] [--collections NAME ...]
                                 [--systems NAME ...] [--errors N] [--folds FOLDER]
                                 [--gate | --pin | --lower REASON]
                                 [--rules | --account | --site-repeats | --against REVISION]

FOLDER holds a folder a collection (see labelled.py) and, for the LSum score, `nltk_data`. copydesk runs
with its one default setting; trafilatura in each of its modes and the other extractors get the same
decoded text. A page without output counts as an empty one. The keeper that copydesk ships was fitted on
pages of these collections: only with `--folds`, where each page is read by trees that have not seen its
site (`training/train.py FOLDER --folds 5 --out FOLDER`), do the figures tell of other sites.
"""

from __future__ import annotations

import argparse
import logging
import os
import random
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import account
import against
import errors
import gate
import repeats
import rules
from folds import unseen
from labelled import BY_NAME, COLLECTIONS, Labelled, load
from scores import Score, best
from systems import BASE, MODES, OTHERS, text_of, trafilatura_document

from copydesk.extract.body import Reader, keeper_reading, read_body
from copydesk.extract.keeper.keep import load_keeper
from copydesk.model import Article, Rejected
from copydesk.pipeline import judge_page
from copydesk.read.decode import decode
from copydesk.text import key

OURS = "copydesk"
_ROUNDS = 2000
S = TypeVar("S")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Scored:
    """The scores of one page by system, and for the metadata who had them right."""

    page: Labelled
    scores: dict[str, Score]
    right: dict[tuple[str, str], bool]
    text: str


def reader_of(page: Labelled, folds: Path | None) -> Reader:
    """What finds the main content of a page: the default, or a keeper that has not seen the site."""
    keeper = None if folds is None else unseen(page, folds, load_keeper)
    return read_body if keeper is None else partial(keeper_reading, keeper=keeper)


def score_page(page: Labelled, systems: Sequence[str], folds: Path | None = None) -> Scored:
    """One page through every system."""
    logging.disable(logging.CRITICAL)
    raw = page.raw()
    metric = BY_NAME[page.collection].metric
    judged = judge_page(raw, reader=reader_of(page, folds))
    texts = {OURS: "" if isinstance(judged, Rejected) else judged.text}
    right = _ours_right(page, judged)
    decoded = decode(raw.body, raw.headers, raw.media).text
    for system in systems:
        if system in OTHERS:
            texts[system] = text_of(system, decoded, page.url)
            continue
        document = trafilatura_document(decoded, page.url, system)
        texts[system] = (document.text or "") if document is not None else ""
        if system == BASE:
            right |= _right(page, BASE, _fields(document))
    found = {name: best(metric, page.bodies, text) for name, text in texts.items()}
    return Scored(page, found, right, texts[OURS])


def _fields(document: Any) -> tuple[str | None, tuple[str, ...], str | None]:
    if document is None:
        return None, (), None
    return document.title, tuple((document.author or "").split("; ")), document.date


def _ours_right(page: Labelled, judged: Article | Rejected) -> dict[tuple[str, str], bool]:
    if isinstance(judged, Rejected):
        return _right(page, OURS, (None, (), None))
    data = judged.metadata
    return _right(page, OURS, (data.title, data.authors, data.date_published))


def _right(
    page: Labelled, system: str, found: tuple[str | None, tuple[str, ...], str | None]
) -> dict[tuple[str, str], bool]:
    """Title and authors but for case and punctuation, the date to the day."""
    title, authors, date = found
    right: dict[tuple[str, str], bool] = {}
    if page.title:
        right[system, "title"] = key(title or "") == key(page.title)
    if page.authors:
        right[system, "authors"] = {key(a) for a in authors} - {""} == {key(a) for a in page.authors}
    if page.date:
        right[system, "date"] = (date or "")[:10] == page.date[:10]
    return right


def in_parallel(work: Callable[[S], T], pages: Sequence[S], jobs: int) -> list[T]:
    """Work on each page, in order, in so many processes."""
    if jobs < 2:
        return [work(page) for page in pages]
    with ProcessPoolExecutor(jobs) as pool:
        return list(pool.map(work, pages, chunksize=8))


def _aggregate(name: str, rows: Sequence[Scored], system: str) -> tuple[float, float, float]:
    return BY_NAME[name].aggregate([row.scores[system] for row in rows])


def print_scores(by_collection: dict[str, list[Scored]], systems: Sequence[str]) -> None:
    """Precision, recall and F1 a collection, and the mean F1 of the collections."""
    print(f"{'':24}" + "".join(f"{name:>22}" for name in by_collection) + f"{'mean':>9}")
    labels = [f"{BY_NAME[name].label}, {len(rows)} pages" for name, rows in by_collection.items()]
    print(f"{'':24}" + "".join(f"{label:>22}" for label in labels))
    for system in systems:
        found = [_aggregate(name, rows, system) for name, rows in by_collection.items()]
        cells = "".join(f"{f'{p:.3f} {r:.3f} {f:.4f}':>22}" for p, r, f in found)
        print(f"{system:24}{cells}{sum(f for _, _, f in found) / len(found):9.4f}")


def print_difference(by_collection: dict[str, list[Scored]]) -> None:
    """copydesk less trafilatura without comments, with the interval that sites drawn anew give."""
    print(f"\ncopydesk less trafilatura, {BASE} (F1 points; 95 % interval over sites)")
    draws: list[list[float]] = []
    points = []
    for name, rows in by_collection.items():
        point, drawn = _bootstrap(name, rows)
        points.append(point)
        draws.append(drawn)
        print(f"  {name:16}{_interval(point, drawn)}")
    means = [sum(draw) / len(draw) for draw in zip(*draws, strict=True)]
    print(f"  {'mean':16}{_interval(sum(points) / len(points), means)}")


def _interval(point: float, draws: list[float]) -> str:
    ordered = sorted(draws)
    low, high = ordered[len(ordered) // 40], ordered[-1 - len(ordered) // 40]
    return f"{100 * point:+6.2f}  ({100 * low:+.2f} .. {100 * high:+.2f})"


def _bootstrap(name: str, rows: list[Scored]) -> tuple[float, list[float]]:
    by_site: dict[str, list[Scored]] = {}
    for row in rows:
        by_site.setdefault(row.page.site, []).append(row)
    sites = sorted(by_site)
    chance = random.Random(name)
    draws = []
    for _ in range(_ROUNDS):
        drawn = [row for site in chance.choices(sites, k=len(sites)) for row in by_site[site]]
        draws.append(_difference(name, drawn))
    return _difference(name, rows), draws


def _difference(name: str, rows: Sequence[Scored]) -> float:
    return _aggregate(name, rows, OURS)[2] - _aggregate(name, rows, BASE)[2]


def print_metadata(by_collection: dict[str, list[Scored]]) -> None:
    """Share of labelled pages with title, authors and date right."""
    print(f"\n{'metadata right':24}" + "".join(f"{name:>22}" for name in by_collection))
    for field in ("title", "authors", "date"):
        for system in (OURS, BASE):
            cells = ""
            for rows in by_collection.values():
                marks = [r.right[system, field] for r in rows if (system, field) in r.right]
                cells += f"{f'{sum(marks) / len(marks):.3f} of {len(marks)}' if marks else '-':>22}"
            print(f"{field + ', ' + system:24}{cells}")


def figures_of(by_collection: dict[str, list[Scored]]) -> dict[str, float]:
    """What the gate holds: F1 a collection, their mean, and the metadata that is right."""
    found = {f"F1, {name}": _aggregate(name, rows, OURS)[2] for name, rows in by_collection.items()}
    found["F1, mean"] = sum(found.values()) / len(found)
    for name, rows in by_collection.items():
        for field in ("title", "authors", "date"):
            marks = [r.right[OURS, field] for r in rows if (OURS, field) in r.right]
            if marks:
                found[f"{field}, {name}"] = sum(marks) / len(marks)
    return found


def mistakes_of(row: Scored) -> list[errors.Mistake]:
    """The mistakes of copydesk's text against the label it is best for."""
    metric = BY_NAME[row.page.collection].metric
    return errors.mistakes(max(row.page.bodies, key=lambda b: metric(b, row.text)[2]), row.text)


def print_errors(by_collection: dict[str, list[Scored]], count: int) -> None:
    """The worst pages of each collection, with the paragraphs lost and the extra ones."""
    for name, rows in by_collection.items():
        for row in sorted(rows, key=lambda r: r.scores[OURS][2])[:count]:
            ours, base = row.scores[OURS], row.scores.get(BASE, (0.0, 0.0, 0.0))
            print(f"\n{name} {row.page.id}  F1 {ours[2]:.3f} ({BASE} {base[2]:.3f})  {row.page.url}")
            body = max(row.page.bodies, key=lambda b: BY_NAME[name].metric(b, row.text)[2])
            for sign, left, right in (("lost ", body, row.text), ("extra", row.text, body)):
                for line in rules.missing(left, right)[:8]:
                    print(f"  {sign} {line[:150]}")


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--sample", type=int, default=0, help="so many pages of each collection")
    parser.add_argument("--collections", nargs="+", default=[c.name for c in COLLECTIONS])
    everything = [*MODES, *OTHERS]
    parser.add_argument(
        "--systems", nargs="+", default=everything, choices=everything, help="to compare with"
    )
    parser.add_argument("--errors", type=int, default=0, help="so many of the worst pages of each")
    parser.add_argument("--folds", type=Path, help="keepers of training/train.py --folds")
    parser.add_argument("--gate", action="store_true", help="fail where a figure is below its floor")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what is measured")
    parser.add_argument(
        "--lower", metavar="REASON", help="pin, and lower floors too; the changelog has the reason"
    )
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument("--rules", action="store_true", help="what each rule lost and removed")
    instead.add_argument("--account", action="store_true", help="check kept + dropped = all")
    instead.add_argument("--site-repeats", action="store_true", help="learned chrome on and off")
    instead.add_argument("--against", metavar="REVISION", help="page by page against a version from git")
    return parser


def _instead(given: argparse.Namespace, pages: Sequence[Labelled]) -> bool:
    """Do what was asked for in place of the scores; False if it is the scores."""
    if given.account:
        everything = sorted(path.parent.name for path in given.folder.glob("*/gold.jsonl"))
        account.report(in_parallel(account.check, list(load(given.folder, everything)), given.jobs))
    elif given.site_repeats:
        work = partial(repeats.judge, reader=partial(reader_of, folds=given.folds))
        repeats.report(in_parallel(work, pages, given.jobs))
    elif given.rules:
        rules.report(in_parallel(rules.tally, pages, given.jobs))
    elif given.against:
        texts = in_parallel(against.text_of, pages, given.jobs)
        ours = {(page.collection, page.id): text for page, text in zip(pages, texts, strict=True)}
        theirs = against.texts_at(given.against, given.folder, pages, given.jobs)
        against.report(given.against, pages, list(against.moved(pages, theirs, ours)))
    else:
        return False
    return True


def _gate(given: argparse.Namespace, pages: Sequence[Labelled], figures: dict[str, float]) -> None:
    name = gate.set_name(pages, folds=given.folds is not None)
    if given.pin or given.lower:
        gate.pin(name, figures, given.lower)
    elif given.gate:
        gate.check(name, figures)


def main(arguments: Sequence[str] | None = None) -> None:
    """Score and print."""
    given = _options().parse_args(arguments)
    os.environ["NLTK_DATA"] = str((given.folder / "nltk_data").resolve())
    pages = list(load(given.folder, given.collections, given.sample))
    if _instead(given, pages):
        return
    systems = [name for name in (*MODES, *OTHERS) if name in {*given.systems, BASE}]
    scored = in_parallel(partial(score_page, systems=systems, folds=given.folds), pages, given.jobs)
    by_collection = {name: [s for s in scored if s.page.collection == name] for name in given.collections}
    print_scores(by_collection, [*systems, OURS])
    print_difference(by_collection)
    print_metadata(by_collection)
    errors.report(in_parallel(mistakes_of, scored, given.jobs))
    print_errors(by_collection, given.errors)
    _gate(given, pages, figures_of(by_collection))


if __name__ == "__main__":
    main()
