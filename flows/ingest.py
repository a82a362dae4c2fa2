"""The ingestion as a Prefect flow: discover, ingest, verify, publish.

    python flows/ingest.py RAW... CLEAN [--jobs N]

The tasks are coarse on purpose: pages and shards are the engine's business, Prefect is told of steps, their
retries and what came of them. Prefect's database is a record of runs, never of what is done: that is told by
the files in CLEAN alone.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

# Comes first: it tells Prefect what must be told before it is imported.
from common import (
    SHOWN,
    by_count,
    cell,
    exit_code_of,
    local_settings,
    may_pass,
    say_known_errors_in_one_line,
)
from prefect import flow, get_run_logger, task
from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.cache_policies import NO_CACHE

from copydesk.cli.console import printable
from copydesk.cli.summary import summary_lines
from copydesk.errors import AccountingError
from copydesk.ingest import IngestRequest, Summary
from copydesk.ingest import ingest as ingest_pages
from copydesk.settings import DEFAULT, Settings
from copydesk.sources import iter_sources
from copydesk.verify import VerifyReport
from copydesk.verify import verify as verify_folder


@task(cache_policy=NO_CACHE)
def discover(raw: list[Path]) -> tuple[int, int]:
    """How many source files there are, and their size in bytes."""
    sizes = [file.size for file in iter_sources(raw)]
    get_run_logger().info("%d source files, %d bytes", len(sizes), sum(sizes))
    return len(sizes), sum(sizes)


@task(cache_policy=NO_CACHE, retries=2, retry_delay_seconds=[5, 30], retry_condition_fn=may_pass)
def ingest(request: IngestRequest) -> Summary:
    """Judge what is new and write what changes; safe to repeat, since done means that the file is there."""
    return ingest_pages(request)


@task(cache_policy=NO_CACHE)
def verify(clean: Path) -> VerifyReport:
    """Check every promise of the folder."""
    report = verify_folder(clean)
    for problem in report.problems:
        get_run_logger().error(printable(problem))
    if not report.ok:
        raise AccountingError(f"{clean} does not keep {len(report.problems)} of its promises")
    return report


@task(name="publish-clean", cache_policy=NO_CACHE)
def publish(summary: Summary, clean: Path) -> None:
    """Leave a table and a page about the run where Prefect shows them."""
    create_table_artifact(
        key="copydesk-summary", table=summary_rows(summary), description=f"What {clean} holds"
    )
    create_markdown_artifact(
        key="copydesk-report",
        markdown=report_markdown(summary, clean),
        description="Sites and rejected inputs",
    )


@flow(name="copydesk-ingest", log_prints=False)
def ingest_flow(
    raw: list[Path],
    clean: Path,
    jobs: int = 1,
    profiles: Path | None = None,
    source: str = DEFAULT.source,
) -> Summary:
    """Raw pages in, a verified clean folder out."""
    say_known_errors_in_one_line()
    discover(raw)
    settings = Settings(source=source, profiles=profiles)
    summary = ingest(IngestRequest(tuple(raw), clean, jobs, settings, isolate=True))
    verify(clean)
    publish(summary, clean)
    return summary


def summary_rows(summary: Summary) -> list[dict[str, str | int]]:
    """The counts of a run as table rows: what comes in equals what comes out."""
    rows: list[dict[str, str | int]] = [
        {"what": "inputs", "count": summary.inputs},
        {"what": "articles", "count": summary.articles},
        {"what": "other captures of an article", "count": summary.duplicates},
    ]
    rows += [{"what": f"rejected: {reason}", "count": n} for reason, n in by_count(summary.rejected)]
    rows += [
        {"what": "pairs of near-copies", "count": summary.near_copies},
        {"what": "pairs, one derived from the other", "count": summary.derived},
        {"what": "lines kept", "count": summary.kept_blocks},
    ]
    rows += [{"what": f"lines dropped: {reason}", "count": n} for reason, n in by_count(summary.dropped)]
    return rows


def report_markdown(summary: Summary, clean: Path) -> str:
    """Articles by site and the first rejected inputs, as Markdown tables."""
    parts = ["## Sites", "", "| site | articles |", "|---|---|"]
    parts += [f"| {cell(site)} | {count} |" for site, count in by_count(summary.sites)]
    total = sum(summary.rejected.values())
    shown = min(total, SHOWN)
    parts += [
        "",
        f"## Rejected inputs ({shown} of {total})",
        "",
        "| input | reason | detail |",
        "|---|---|---|",
    ]
    return "\n".join([*parts, *_rejected_rows(clean / "rejected.jsonl")])


def _rejected_rows(file: Path) -> Iterator[str]:
    with file.open(encoding="utf-8") as lines:
        for line in islice(lines, SHOWN):
            entry = json.loads(line)
            yield f"| {cell(entry['raw_path'])} | {cell(entry['reason'])} | {cell(entry['detail'])} |"


def main(arguments: list[str] | None = None) -> int:
    """Run the flow once, here and now."""
    parser = argparse.ArgumentParser(description="Ingest raw pages as a Prefect flow.")
    parser.add_argument("raw", nargs="+", type=Path, help="folders and files of raw pages")
    parser.add_argument("clean", type=Path, help="the folder to write")
    parser.add_argument("--jobs", type=int, default=1, help="processes side by side")
    parser.add_argument("--profiles", type=Path, help="a folder of site profiles of your own")
    parser.add_argument("--source", default=DEFAULT.source, help="the name of the corpus")
    given = parser.parse_args(arguments)
    if missing := [str(path) for path in given.raw if not path.exists()]:
        parser.error(f"there is no such file or folder: {', '.join(missing)}")

    def run() -> None:
        with local_settings(given.clean):
            summary = ingest_flow(given.raw, given.clean, given.jobs, given.profiles, given.source)
        print("\n".join(summary_lines(summary, given.clean)))

    return exit_code_of(run)


if __name__ == "__main__":
    sys.exit(main())
