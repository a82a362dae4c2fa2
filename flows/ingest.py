"""The ingestion as a Prefect flow: discover, ingest, verify, publish.

    python flows/ingest.py RAW... CLEAN [--jobs N]

The tasks are coarse on purpose: pages and shards are the engine's business, Prefect is told of steps, their
retries and what came of them. Prefect's database is a record of runs, never of what is done: that is told by
the files in CLEAN alone.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

# Prefect reports usage to its makers unless told not to before it is imported.
os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")

from prefect import flow, get_run_logger, task
from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.settings import temporary_settings

from copydesk.cli.console import printable
from copydesk.cli.summary import summary_lines
from copydesk.errors import AccountingError, Busy, CopydeskError
from copydesk.ingest import IngestRequest, Summary
from copydesk.ingest import ingest as ingest_pages
from copydesk.settings import DEFAULT, Settings
from copydesk.sources import iter_sources
from copydesk.verify import VerifyReport
from copydesk.verify import verify as verify_folder

# Rows of rejected inputs shown in the artifact; the whole list is in rejected.jsonl.
REJECTED_SHOWN = 200

# A temporary server on a fresh database has its tables to make; on a busy machine that takes longer than
# the 20 seconds Prefect allows.
SERVER_START_SECONDS = 180


def _may_pass(_task: Any, _run: Any, state: Any) -> bool:
    """Whether trying again can help: another run ends, a disk comes back; a wrong argument stays wrong."""
    error = state.result(raise_on_failure=False)
    return isinstance(error, Busy | OSError)


@task(cache_policy=NO_CACHE)
def discover(raw: list[Path]) -> tuple[int, int]:
    """How many source files there are, and their size in bytes."""
    sizes = [file.size for file in iter_sources(raw)]
    get_run_logger().info("%d source files, %d bytes", len(sizes), sum(sizes))
    return len(sizes), sum(sizes)


@task(cache_policy=NO_CACHE, retries=2, retry_delay_seconds=[5, 30], retry_condition_fn=_may_pass)
def ingest(request: IngestRequest) -> Summary:
    """Judge what is new and write what changes; safe to repeat, since done means that the file is there."""
    return ingest_pages(request)


@task(cache_policy=NO_CACHE)
def verify(clean: Path) -> VerifyReport:
    """Check every promise of the folder."""
    report = verify_folder(clean)
    for problem in report.problems:
        get_run_logger().error(problem)
    if not report.ok:
        raise AccountingError(f"{clean} does not keep {len(report.problems)} of its promises")
    return report


@task(cache_policy=NO_CACHE)
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
    _say_known_errors_in_one_line()
    discover(raw)
    settings = Settings(source=source, profiles=profiles)
    summary = ingest(IngestRequest(tuple(raw), clean, jobs, settings))
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
    rows += [{"what": f"rejected: {reason}", "count": n} for reason, n in _by_count(summary.rejected)]
    rows += [
        {"what": "pairs of near-copies", "count": summary.near_copies},
        {"what": "lines kept", "count": summary.kept_blocks},
    ]
    rows += [{"what": f"lines dropped: {reason}", "count": n} for reason, n in _by_count(summary.dropped)]
    return rows


def report_markdown(summary: Summary, clean: Path) -> str:
    """Articles by site and the first rejected inputs, as Markdown tables."""
    parts = ["## Sites", "", "| site | articles |", "|---|---|"]
    parts += [f"| {_cell(site)} | {count} |" for site, count in _by_count(summary.sites)]
    total = sum(summary.rejected.values())
    shown = min(total, REJECTED_SHOWN)
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
        for line in islice(lines, REJECTED_SHOWN):
            entry = json.loads(line)
            yield f"| {_cell(entry['raw_path'])} | {_cell(entry['reason'])} | {_cell(entry['detail'])} |"


def _cell(value: str) -> str:
    """A value that cannot break out of its table cell."""
    return re.sub(r"([\\`*_\[\]<>|&])", r"\\\1", " ".join(printable(value).split()))


def _by_count(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _say_known_errors_in_one_line() -> None:
    """Keep tracebacks out of the log for errors that have a sentence of their own."""
    for name in ("", "prefect", "prefect.flow_runs", "prefect.task_runs"):
        for handler in logging.getLogger(name).handlers:
            handler.addFilter(_without_traceback)


def _without_traceback(record: logging.LogRecord) -> bool:
    if record.exc_info and isinstance(record.exc_info[1], CopydeskError):
        record.exc_info = record.exc_text = None
    return True


@contextmanager
def local_settings(clean: Path) -> Iterator[None]:
    """Settings for a run without a server: its records go beside the caches of the folder it writes.

    A user's own server (PREFECT_API_URL), home or profile is respected. Without a server nobody listens
    to heartbeats, which would make every run wait a second at its end.
    """
    if any(os.environ.get(name) for name in ("PREFECT_API_URL", "PREFECT_HOME", "PREFECT_PROFILE")):
        yield
        return
    home = clean.absolute() / ".copydesk" / "prefect"
    home.mkdir(parents=True, exist_ok=True)
    updates = {
        "home": home,
        "server.ephemeral.startup_timeout_seconds": SERVER_START_SECONDS,
        "flows.heartbeat_frequency": None,
    }
    with temporary_settings(updates):
        yield


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
    try:
        with local_settings(given.clean):
            summary = ingest_flow(given.raw, given.clean, given.jobs, given.profiles, given.source)
    except CopydeskError as error:
        print(f"copydesk: {error}", file=sys.stderr)
        return error.exit_code
    except Exception as error:  # noqa: BLE001 - Prefect's own trouble, in one sentence
        print(f"copydesk: the flow did not run: {type(error).__name__}: {error}", file=sys.stderr)
        return 1
    print("\n".join(summary_lines(summary, given.clean)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
