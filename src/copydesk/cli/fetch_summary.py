"""What a fetch brought, in a few lines for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk.cli.console import printable
from copydesk.cli.summary import counted

if TYPE_CHECKING:
    from copydesk.fetch import FetchSummary, SourceReport, SourceStatus
    from copydesk.fetch.status import HostRest

_WORDS = {
    "new": "new",
    "changed": "changed",
    "unchanged": "not changed",
    "same": "sent again unchanged",
    "moved": "leading elsewhere",
}
_ROWS = 40


def fetch_lines(summary: FetchSummary, raw: Path) -> Iterator[str]:
    """The summary of a run, line by line: the counts, then the sources there is something to say of."""
    yield from total_lines(summary, raw)
    told = told_sources(summary)
    yield from (f"  {source_line(source)}" for source in told[:_ROWS])
    if len(told) > _ROWS:
        yield f"  and {len(told) - _ROWS} more; copydesk status {raw} lists all"


def total_lines(summary: FetchSummary, raw: Path) -> Iterator[str]:
    """The counts of a run."""
    results = summary.results
    held = ", ".join(f"{results[result]} {_WORDS[result]}" for result in results if result in _WORDS)
    asked = f"{counted(len(summary.sources), 'source')} asked, {counted(summary.requests, 'request')}"
    yield printable(f"{asked}, pages in {raw}: {held or 'none'}.")
    failed = sorted(((n, str(r)) for r, n in results.items() if not r.is_good), reverse=True)
    if failed:
        yield "Not had: " + ", ".join(f"{n} {reason}" for n, reason in failed) + "."
    if summary.not_due:
        left = counted(len(summary.not_due), "source")
        yield f"{left} not due yet, the next at {_when(min(summary.not_due.values()))}."


def told_sources(summary: FetchSummary) -> list[SourceReport]:
    """The sources a person should hear of: what is new, and what went wrong."""
    return [source for source in summary.sources if source.failure or source.new or source.failed]


def source_line(source: SourceReport) -> str:
    """What a run brought for one source."""
    parts = [f"{source.new} new"]
    if source.failed:
        parts.append(f"{source.failed} not had")
    if source.waiting:
        parts.append(f"{source.waiting} left for later")
    why = f"  {source.failure}: {source.detail}" if source.failure else ""
    return printable(f"{source.name}  {', '.join(parts)}{why}")


def status_lines(sources: Iterable[SourceStatus], rests: Iterable[HostRest]) -> Iterator[str]:
    """How sources stand, as a table of plain text."""
    rows: list[tuple[str, ...]] = [
        ("source", "last success", "next due", "new", "held", "pending", "failed", "last look")
    ]
    rows += [_status_row(source) for source in sources]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        yield "  ".join(cells).rstrip()
    for rest in rests:
        yield printable(f"{rest.host} is left alone until {_when(rest.until)}: {rest.why}")


def _status_row(source: SourceStatus) -> tuple[str, ...]:
    look = source.result
    if source.errors:
        look += f" ({source.errors} in a row)"
    if source.detail:
        look += f": {source.detail}"
    counts = (source.new, source.held, source.pending, source.failed)
    times = (_when(source.succeeded_at), _when(source.due_at))
    return (printable(source.name), *times, *map(str, counts), printable(look))


def _when(at: float | None) -> str:
    return "never" if at is None else f"{datetime.fromtimestamp(at, UTC):%Y-%m-%d %H:%M} UTC"
