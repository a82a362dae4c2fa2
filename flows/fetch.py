"""Fetching as a Prefect flow: ask the sources, and show what came of them.

    python flows/fetch.py SOURCES... RAW [--contact ADDRESS]

One coarse task: hosts, pages and their retries are the fetcher's business, which knows what is polite;
Prefect is told of the run and of every source. What is held is told by the archives in RAW alone.
"""

from __future__ import annotations

import argparse
import logging
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

# Comes first: it tells Prefect what must be told before it is imported.
from common import SHOWN, by_count, cell, exit_code_of, local_settings, may_pass, say_known_errors_in_one_line
from prefect import flow, get_run_logger, task
from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.cache_policies import NO_CACHE

from copydesk.cli.console import printable
from copydesk.cli.fetch_summary import fetch_lines, source_line, told_sources, total_lines
from copydesk.errors import NothingFetched
from copydesk.fetch import FetchRequest, FetchSummary, SourceStatus, read_sources
from copydesk.fetch import fetch as fetch_pages
from copydesk.fetch.status import failed_pages, status
from copydesk.settings import FetchSettings


@task(cache_policy=NO_CACHE, retries=2, retry_delay_seconds=[5, 30], retry_condition_fn=may_pass)
def fetch(request: FetchRequest) -> FetchSummary:
    """Ask every source that is due; safe to repeat, since what is held is not asked for again."""
    return fetch_pages(request)


@task(name="publish-fetch", cache_policy=NO_CACHE)
def publish(summary: FetchSummary, raw: Path) -> None:
    """Leave tables of the run, of every source and of what could not be had where Prefect shows them."""
    sources, _ = status(raw, time.time())
    create_table_artifact(key="copydesk-fetch", table=run_rows(summary), description="What the fetch did")
    create_table_artifact(
        key="copydesk-sources",
        table=[source_row(source) for source in sources[:SHOWN]],
        description=f"{min(len(sources), SHOWN)} of {len(sources)} sources",
    )
    create_markdown_artifact(
        key="copydesk-not-had", markdown=failed_markdown(raw), description="Pages that could not be had"
    )


@flow(name="copydesk-fetch", log_prints=False)
def fetch_flow(
    sources: list[str],
    raw: Path,
    contact: str | None = None,
    delay: float = FetchSettings().delay,
    allow_addresses: list[str] | None = None,
    now: bool = False,
) -> FetchSummary:
    """Sources in, raw pages out. Fails if nothing could be had from any source, and only then."""
    say_known_errors_in_one_line()
    summary = fetch(request_of(sources, raw, contact, delay, allow_addresses, now=now))
    publish(summary, raw)
    tell(summary, raw)
    raise_if_nothing(summary, raw)
    return summary


def request_of(
    sources: list[str],
    raw: Path,
    contact: str | None,
    delay: float,
    allow_addresses: list[str] | None,
    *,
    now: bool = False,
) -> FetchRequest:
    """A flow's parameters as a request."""
    listed = read_sources(sources)
    allow = frozenset(allow_addresses or ())
    settings = FetchSettings(contact=contact or listed.contact, delay=delay, allow=allow)
    return FetchRequest(listed, raw, settings, now)


def tell(summary: FetchSummary, raw: Path) -> None:
    """The summary, into the run's log; what failed, as a warning."""
    for line in total_lines(summary, raw):
        get_run_logger().info(line)
    for source in told_sources(summary):
        get_run_logger().log(logging.WARNING if source.failure else logging.INFO, source_line(source))


def raise_if_nothing(summary: FetchSummary, raw: Path) -> None:
    """A run that fetched nothing anywhere must not look like one of a quiet day."""
    if summary.nothing:
        raise NothingFetched(f"Nothing could be fetched from any source; copydesk status {raw} says why.")


def run_rows(summary: FetchSummary) -> list[dict[str, str | int]]:
    """The counts of a run as table rows."""
    rows: list[dict[str, str | int]] = [
        {"what": "sources asked", "count": len(summary.sources)},
        {"what": "sources not due yet", "count": len(summary.not_due)},
        {"what": "sources that failed", "count": sum(1 for source in summary.sources if source.failure)},
        {"what": "requests", "count": summary.requests},
        {"what": "bytes received", "count": summary.bytes},
        {"what": "pages left for a later run", "count": sum(source.waiting for source in summary.sources)},
    ]
    results = {str(result): count for result, count in summary.results.items()}
    return rows + [{"what": f"pages: {result}", "count": count} for result, count in by_count(results)]


def source_row(source: SourceStatus) -> dict[str, str | int]:
    """A source as a table row."""
    return {
        "source": printable(source.name),
        "last success": _when(source.succeeded_at),
        "next due": _when(source.due_at),
        "new": source.new,
        "held": source.held,
        "pending": source.pending,
        "failed": source.failed,
        "errors in a row": source.errors,
        "last look": printable(f"{source.result}: {source.detail}" if source.detail else source.result),
    }


def _when(at: float | None) -> str:
    return "never" if at is None else f"{datetime.fromtimestamp(at, UTC):%Y-%m-%d %H:%M:%S}"


def failed_markdown(raw: Path) -> str:
    """Pages that could not be had, as a Markdown table."""
    rows = [
        f"| {cell(page.url)} | {cell(page.source)} | {cell(page.result)} | {cell(page.detail)} |"
        for page in failed_pages(raw, SHOWN)
    ]
    head = [f"## Pages that could not be had ({len(rows)}, the last first)", ""]
    return "\n".join([*head, "| page | source | reason | detail |", "|---|---|---|---|", *rows])


def add_fetch_arguments(parser: argparse.ArgumentParser) -> None:
    """What the fetching flows can be told."""
    parser.add_argument("--contact", help="whom a site can turn to; stands in the user agent")
    parser.add_argument("--delay", type=float, default=FetchSettings().delay, help="seconds between requests")
    parser.add_argument("--allow-address", action="append", help="HOST:PORT that is not on the public net")


def main(arguments: list[str] | None = None) -> int:
    """Run the flow once, here and now."""
    parser = argparse.ArgumentParser(description="Fetch raw pages as a Prefect flow.")
    parser.add_argument("sources", nargs="+", help="urls, files of urls, a sources.toml")
    parser.add_argument("raw", type=Path, help="the folder to write")
    parser.add_argument("--now", action="store_true", help="look at every source, due or not")
    add_fetch_arguments(parser)
    given = parser.parse_args(arguments)

    def run() -> None:
        with local_settings(given.raw):
            summary = fetch_flow(
                given.sources, given.raw, given.contact, given.delay, given.allow_address, given.now
            )
        print("\n".join(fetch_lines(summary, given.raw)))

    return exit_code_of(run)


if __name__ == "__main__":
    sys.exit(main())
