"""Processor time of copydesk against the extractor it reads with, on the same pages in the same run.

    python benchmarks/speed.py FOLDER [--pages N] [--jobs N] [--stages]

FOLDER holds pages as *.html or *.html.gz, at any depth; N of them are taken, evenly spread. First page
by page in this process, the two in turn, each page once: what libraries remember of a page makes a second
reading of it cheaper by a third, and nobody reads a page twice. Then a whole `ingest` of
the pages as files with N workers (reading, judging, comparing and writing), against as many workers
that extract alone. The extractor runs with comments off and metadata on.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import logging
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from spent import processor_seconds

from copydesk.extract.body import read_body, settle
from copydesk.extract.metadata import complete, declare
from copydesk.judge.order import JUDGES
from copydesk.judge.view import view_of
from copydesk.model import Form, Page, RawPage
from copydesk.pipeline import judge_page
from copydesk.read import read_page
from copydesk.read.decode import decode
from copydesk.sites.profile import match_profile, shipped_profiles

# What a whole run may cost, in runs of the extractor alone.
CEILING = 2.0


def pages(folder: Path, count: int) -> list[tuple[str, bytes]]:
    """Pages of a folder, evenly spread over the sorted names."""
    found = sorted([*folder.rglob("*.html"), *folder.rglob("*.html.gz")])
    chosen = [found[i * len(found) // count] for i in range(count)] if count < len(found) else found
    return [(path.name, _body(path)) for path in chosen]


def _body(path: Path) -> bytes:
    body = path.read_bytes()
    return gzip.decompress(body) if path.suffix == ".gz" else body


def _raw(name: str, body: bytes) -> RawPage:
    return RawPage(body, name, hashlib.sha256(body).hexdigest(), Form.HTML)


def extract_alone(text: str) -> None:
    """The extractor by itself, as one would call it."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - in the workers too

    logging.disable(logging.CRITICAL)
    bare_extraction(text, include_comments=False, with_metadata=True)


def _spent(work: Callable[[Any], object], given: object) -> float:
    start = time.process_time()
    work(given)
    return time.process_time() - start


def in_turn(taken: Sequence[tuple[str, bytes]]) -> tuple[float, float]:
    """Mean seconds a page of `judge_page` and of the extractor alone."""
    ours = alone = 0.0
    for name, body in taken:
        raw, text = _raw(name, body), decode(body, {}, Form.HTML).text
        ours += _spent(judge_page, raw)
        alone += _spent(extract_alone, text)
    return ours / len(taken), alone / len(taken)


def print_stages(taken: Sequence[tuple[str, bytes]]) -> None:
    """Where the time of `judge_page` goes."""
    spent: dict[str, float] = {}

    def timed(stage: str, work: Callable[..., Any], *given: Any) -> Any:
        start = time.process_time()
        result = work(*given)
        spent[stage] = spent.get(stage, 0.0) + time.process_time() - start
        return result

    for name, body in taken:
        page = timed("read and cut", read_page, _raw(name, body))
        if not isinstance(page, Page):
            continue
        declared = timed("what it declares", declare, page)
        profile = timed("site profile", match_profile, page, declared, shipped_profiles())
        reading = timed("main content", read_body, page, declared)
        told = (reading.inside, reading.evidence, reading.doubt)
        view = timed("lines", view_of, page, declared, profile, *told)
        for judge in JUDGES:
            found = timed("judge " + judge.__module__.rpartition(".")[2], judge, view)
            view = replace(view, verdicts={**found, **view.verdicts})
        blocks = timed("settle", settle, view)
        timed("metadata", complete, page, declared, profile, blocks)
    for stage, seconds in spent.items():
        print(f"  {stage:24}{1000 * seconds / len(taken):8.2f} ms a page")


def whole_run(taken: Sequence[tuple[str, bytes]], jobs: int) -> tuple[float, float]:
    """Processor seconds of an ingest with so many workers, and of as many that extract alone."""
    texts = [decode(body, {}, Form.HTML).text for _, body in taken]
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder, "raw")
        raw.mkdir()
        for number, (_, body) in enumerate(taken):
            (raw / f"{number:05}.html").write_bytes(body)
        command = [sys.executable, "-m", "copydesk", "ingest", str(raw), str(Path(folder, "clean"))]
        ours = processor_seconds([*command, "--jobs", str(jobs), "--quiet"])
    start = os.times()
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        list(pool.map(extract_alone, texts, chunksize=8))
    return ours, sum(os.times()[:4]) - sum(start[:4])


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=500)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--stages", action="store_true", help="where the time goes")
    given = parser.parse_args(arguments)
    taken = pages(given.folder, given.pages)
    in_turn(pages(given.folder, 3))
    ours, alone = in_turn(taken)
    print(f"{len(taken)} pages, one process, load {os.getloadavg()[0]:.1f}")
    print(f"  copydesk {1000 * ours:.2f} ms, extractor alone {1000 * alone:.2f} ms a page", end="")
    print(f": {ours / alone:.2f} x (ceiling {CEILING})")
    if given.stages:
        print_stages(taken)
    ours, alone = whole_run(taken, given.jobs)
    print(f"whole ingest, {given.jobs} workers: {ours:.1f} s, extractor alone {alone:.1f} s", end="")
    print(f": {ours / alone:.2f} x (ceiling {CEILING})")


if __name__ == "__main__":
    main()
