"""`copydesk fetch`: from urls, feeds, sitemaps and home pages to a folder of raw pages."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter
from cyclopts.validators import Number

from copydesk.cli.console import STDIN, printable, say
from copydesk.cli.fetch_summary import fetch_lines
from copydesk.errors import NothingFetched, UsageError
from copydesk.settings import FetchSettings

if TYPE_CHECKING:
    from copydesk.fetch import FetchSummary
    from copydesk.fetch.sourcelist import SourceList

DEFAULT = FetchSettings()


@Parameter(name="*")
@dataclass(frozen=True, slots=True)
class FetchOptions:
    """How to fetch, as said on the command line."""

    contact: str | None = None
    "An e-mail address or a page where a site can turn to; it stands in the user agent."
    now: bool = False
    "Look at every source, whether it is due or not."
    delay: str | None = None
    "Least time between two requests to a host, like 2s; a robots.txt may ask for more."
    again: str | None = None
    "When to ask again for a page that is held, like 1d or never. For sources named here."
    max_age: str | None = None
    "The oldest story to fetch, like 7d. For sources named here."
    limit: Annotated[int | None, Parameter(validator=Number(gte=1))] = None
    "The most pages of a source in one run. For sources named here."
    connections: Annotated[int, Parameter(validator=Number(gte=1, lte=1000))] = DEFAULT.connections
    "How many hosts are asked at the same time."
    proxy: str | None = None
    "The url of a proxy; none is taken from the environment."
    allow_address: Annotated[tuple[str, ...], Parameter(show_default=False)] = ()
    "HOST:PORT that may be asked although it is not on the public net; repeatable."
    quiet: bool = False
    "Show neither progress nor summary."


def fetch(*sources: str, options: FetchOptions = FetchOptions()) -> int:
    """Fetch the pages that feeds, sitemaps, home pages and lists of urls name, politely, as WARC.

    robots.txt is obeyed, a host gets one request at a time, and what is held is only asked for again
    with the question whether it has changed.

    Parameters
    ----------
    sources
        SOURCES...: urls, files of urls, a sources.toml, - for urls on standard input.
        RAW, the last: the folder to write.
    """
    given, raw = _parted(sources)
    from copydesk.cli.fetch_progress import listener_for  # noqa: PLC0415 - keeps `copydesk --help` quick
    from copydesk.fetch import FetchRequest  # noqa: PLC0415 - brings the network
    from copydesk.fetch import fetch as fetch_pages  # noqa: PLC0415

    listed = _named(given, options)
    settings = _settings(listed, options)
    with listener_for(quiet=options.quiet) as listener:
        summary = fetch_pages(FetchRequest(listed, raw, settings, options.now), listener)
    if not options.quiet:
        _tell(summary, raw)
    if summary.nothing:
        raise NothingFetched(
            f"Nothing could be fetched from any source; copydesk status {raw} says why, source by source."
        )
    return 0


def _settings(listed: SourceList, options: FetchOptions) -> FetchSettings:
    return FetchSettings(
        contact=options.contact or listed.contact,
        delay=DEFAULT.delay if options.delay is None else _seconds("--delay", options.delay),
        connections=options.connections,
        proxy=options.proxy,
        allow=frozenset(options.allow_address),
    )


def _tell(summary: FetchSummary, raw: Path) -> None:
    lines = list(fetch_lines(summary, raw))
    if any(source.new for source in summary.sources):
        lines.append(printable(f"To clean them: copydesk ingest {raw} clean"))
    say("\n".join(lines))


def _parted(given: tuple[str, ...]) -> tuple[tuple[str, ...], Path]:
    if len(given) < 2:
        raise UsageError("name what to fetch and the folder to write: copydesk fetch SOURCES... RAW")
    *sources, raw = given
    if raw.startswith(("http://", "https://")) or raw in {STDIN, "-"}:
        raise UsageError("the last argument is the folder to write: copydesk fetch SOURCES... RAW")
    return tuple(sources), Path(raw)


def _named(given: tuple[str, ...], options: FetchOptions) -> SourceList:
    """The sources, those named on the command line with its settings."""
    from copydesk.fetch import read_sources  # noqa: PLC0415

    listed = read_sources(given, sys.stdin)
    changes: dict[str, float | int | None] = {}
    if options.again is not None:
        changes["again"] = None if options.again == "never" else _seconds("--again", options.again)
    if options.max_age is not None:
        changes["max_age"] = _seconds("--max-age", options.max_age)
    if options.limit is not None:
        changes["limit"] = options.limit
    # What a sources.toml lists has an interval; it has settings of its own.
    own = (spec if spec.interval else replace(spec, **changes) for spec in listed.sources)  # type: ignore[arg-type]
    return replace(listed, sources=tuple(own))


def _seconds(option: str, text: str) -> float:
    from copydesk.fetch.sourcelist import span  # noqa: PLC0415

    seconds = span(text)
    if seconds is None:
        raise UsageError(f"{option} {text!r} is no length of time; write it like 2s, 15m, 36h or 7d")
    return seconds
