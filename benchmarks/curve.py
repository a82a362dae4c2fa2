"""F1 against processor time: what every extractor, and copydesk at several degrees of care, gives for it.

    python benchmarks/curve.py FOLDER [--sample N] [--folds FOLDER]

Every system reads the same decoded pages, each page once, in a process of its own: none finds what another
one left in the memory of a library. copydesk's time is the whole of it, from bytes to verdicts and metadata;
trafilatura without comments finds metadata too, the others give text alone. `--folds` as for quality.py.
"""

from __future__ import annotations

import argparse
import logging
import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from unittest.mock import patch

from labelled import BY_NAME, COLLECTIONS, Labelled, load
from quality import reader_of
from scores import Score, best
from systems import BASE, MODES, OTHERS, text_of, trafilatura_document

from copydesk.extract.body import Reader, Reading, trafilatura_reading
from copydesk.extract.keeper import keep
from copydesk.model import Article, Page
from copydesk.pipeline import judge_page
from copydesk.read.decode import decode

RULES = "copydesk without its keeper"
# More words in doubt than this for each word kept, and copydesk asks for trafilatura's readings.
OURS = {
    "copydesk, readings never": float("inf"),
    "copydesk": keep.DOUBT,
    "copydesk, readings from 0.2": 0.2,
    "copydesk, readings always": -1.0,
}


def _ours(page: Labelled, reader: Reader) -> Callable[[], str]:
    raw = page.raw()

    def run() -> str:
        judged = judge_page(raw, reader=reader)
        return judged.text if isinstance(judged, Article) else ""

    return run


def _by_rules(page: Labelled) -> Callable[[], str]:
    def read(found: Page, _: object) -> Reading:
        return Reading(trafilatura_reading(found))

    return _ours(page, read)


def _theirs(page: Labelled, name: str) -> Callable[[], str]:
    raw = page.raw()
    text = decode(raw.body, raw.headers, raw.media).text
    if name in OTHERS:
        return partial(text_of, name, text, page.url)

    def run() -> str:
        document = trafilatura_document(text, page.url, name)
        return (document.text or "") if document is not None else ""

    return run


@contextmanager
def _asking(doubt: float) -> Iterator[None]:
    """copydesk asks for trafilatura's readings above this doubt; at once and always below zero."""
    most = keep._MOST_BLOCKS if doubt >= 0 else 10**9
    hopeless = keep.HOPELESS if doubt >= 0 else float("inf")
    with patch.multiple(keep, DOUBT=doubt, HOPELESS=hopeless, _MOST_BLOCKS=most):
        yield


def _run_of(name: str, page: Labelled, folds: Path | None) -> Callable[[], str]:
    """One page through one system, ready to be timed."""
    if name == RULES:
        return _by_rules(page)
    if name in OURS:
        return _ours(page, reader_of(page, folds))
    return _theirs(page, name)


def measure(name: str, given: argparse.Namespace) -> tuple[float, float]:
    """Milliseconds a page of a system, and its mean F1 of the collections."""
    os.environ["NLTK_DATA"] = str((given.folder / "nltk_data").resolve())
    logging.disable(logging.CRITICAL)
    pages = list(load(given.folder, [c.name for c in COLLECTIONS], given.sample))
    spent = 0.0
    found: dict[str, list[Score]] = {}
    with _asking(OURS.get(name, keep.DOUBT)):
        _run_of(name, pages[0], given.folds)()  # what is loaded once a process is nobody's time
        for page in pages[1:]:
            run = _run_of(name, page, given.folds)
            start = time.process_time()
            text = run()
            spent += time.process_time() - start
            metric = BY_NAME[page.collection].metric
            found.setdefault(page.collection, []).append(best(metric, page.bodies, text))
    means = [BY_NAME[collection].aggregate(rows)[2] for collection, rows in found.items()]
    return 1000 * spent / max(1, len(pages) - 1), sum(means) / max(1, len(means))


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, default=40, help="so many pages of each collection")
    parser.add_argument("--folds", type=Path, help="keepers of training/train.py --folds")
    given = parser.parse_args(arguments)
    rows = {}
    for name in (*MODES, *OTHERS, RULES, *OURS):
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            rows[name] = pool.submit(measure, name, given).result()
    print(f"{'':28}{'ms a page':>10}{f'x {BASE}':>16}{'mean F1':>9}")
    for name, (spent, score) in sorted(rows.items(), key=lambda row: row[1]):
        print(f"{name:28}{spent:10.2f}{spent / rows[BASE][0]:16.2f}{score:9.4f}")


if __name__ == "__main__":
    main()
