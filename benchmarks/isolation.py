"""What it costs to judge pages in processes that can be ended, against judging them in one process.

    python benchmarks/isolation.py FOLDER [--pages N] [--passes N] [--jobs N]

FOLDER holds pages as *.html or *.html.gz, at any depth; N of them are taken, evenly spread. `judge` works
on them through the engine, in this process and in workers, each time in a fresh process that is measured
from its start to the end of the last worker: imports, start and recycling of workers, limits and pipes
count. Processor seconds, the least of some passes; in the second table without what an empty run costs.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from speed import pages
from spent import processor_seconds

# What isolation may cost, in runs in one process.
CEILING = 1.25


def judge(folder: Path, jobs: int) -> None:
    """Judge the pages of a folder: with no jobs in this process, else in so many workers."""
    from copydesk.engine.local import Work, run_shards  # noqa: PLC0415 - what is measured starts here
    from copydesk.engine.page import Input, PageWork, lost  # noqa: PLC0415
    from copydesk.pipeline import judge_page  # noqa: PLC0415
    from copydesk.settings import DEFAULT  # noqa: PLC0415
    from copydesk.sites.profile import shipped_profiles  # noqa: PLC0415
    from copydesk.sources import iter_sources, read_source  # noqa: PLC0415
    from copydesk.store.collect import shards  # noqa: PLC0415

    logging.disable(logging.CRITICAL)
    work = PageWork(DEFAULT, shipped_profiles(), judge_page)
    found = (page for file in iter_sources([folder]) for page in read_source(file))
    inputs = (Input(at, 0, None, page) for at, page in enumerate(found))
    todo = Work(work, work.simpler(), lost)
    done = sum(map(len, run_shards(todo, shards(inputs), jobs, DEFAULT.worker if jobs else None)))
    assert done == sum(1 for _ in folder.iterdir())


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--passes", type=int, default=2)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--judge", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.judge is not None:
        judge(given.folder, given.judge)
        return
    taken = pages(given.folder, given.pages)
    ways = (0, 1, given.jobs)
    with tempfile.TemporaryDirectory() as empty, tempfile.TemporaryDirectory() as full:
        for number, (_, body) in enumerate(taken):
            Path(full, f"{number:05}.html").write_bytes(body)
        spent = {
            (way, folder): min(
                processor_seconds([sys.executable, __file__, folder, "--judge", str(way)])
                for _ in range(given.passes)
            )
            for folder in (empty, full)
            for way in ways
        }
    print(f"{len(taken)} pages, load {os.getloadavg()[0]:.1f}, processor seconds")
    for title, minus in (("with the start of everything", 0), ("without the start", 1)):
        alone = spent[0, full] - minus * spent[0, empty]
        print(f"  {title}: in one process {alone:.2f} s")
        for way in ways[1:]:
            isolated = spent[way, full] - minus * spent[way, empty]
            print(f"    {way} worker(s) {isolated:.2f} s: {isolated / alone:.2f} x (ceiling {CEILING})")


if __name__ == "__main__":
    main()
