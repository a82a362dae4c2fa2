"""`copydesk fetch`: from urls, feeds, sitemaps and home pages to a folder of raw pages."""

from __future__ import annotations

import sys
from dataclasses import replace
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


def fetch(  # noqa: PLR0913 - one parameter for each option
    *sources: str,
    contact: str | None = None,
    now: bool = False,
    delay: str | None = None,
    again: str | None = None,
    max_age: str | None = None,
    limit: Annotated[int | None, Parameter(validator=Number(gte=1))] = None,
    connections: Annotated[int, Parameter(validator=Number(gte=1, lte=1000))] = DEFAULT.connections,
    proxy: str | None = None,
    allow_address: list[str] | None = None,
    quiet: bool = False,
) -> int:
    """Fetch the pages that feeds, sitemaps, home pages and lists of urls name, politely, as WARC.

    robots.txt is obeyed, a host gets one request at a time, and what is held is only asked for again
    with the question whether it has changed.

    Parameters
    ----------
    sources
        SOURCES...: urls, files of urls, a sources.toml, - for urls on standard input.
        RAW, the last: the folder to write.
    contact
        An e-mail address or a page where a site can turn to; it stands in the user agent.
    now
        Look at every source, whether it is due or not.
    delay
        Least time between two requests to a host, like 2s; a robots.txt may ask for more.
    again
        When to ask again for a page that is held, like 1d or never. For sources named here.
    max_age
        The oldest story to fetch, like 7d. For sources named here.
    limit
        The most pages of a source in one run. For sources named here.
    connections
        How many hosts are asked at the same time.
    proxy
        The url of a proxy; none is taken from the environment.
    allow_address
        HOST:PORT that may be asked although it is not on the public net; repeatable.
    quiet
        Show neither progress nor summary.
    """
    given, raw = _parted(sources)
    from copydesk.cli.fetch_progress import listener_for  # noqa: PLC0415 - keeps `copydesk --help` quick
    from copydesk.fetch import FetchRequest  # noqa: PLC0415 - brings the network
    from copydesk.fetch import fetch as fetch_pages  # noqa: PLC0415

    listed = _named(given, again=again, max_age=max_age, limit=limit)
    settings = FetchSettings(
        contact=contact or listed.contact,
        delay=DEFAULT.delay if delay is None else _seconds("--delay", delay),
        connections=connections,
        proxy=proxy,
        allow=frozenset(allow_address or ()),
    )
    with listener_for(quiet=quiet) as listener:
        summary = fetch_pages(FetchRequest(listed, raw, settings, now), listener)
    if not quiet:
        _tell(summary, raw)
    if summary.nothing:
        raise NothingFetched(
            f"Nothing could be fetched from any source; copydesk status {raw} says why, source by source."
        )
    return 0


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


def _named(
    given: tuple[str, ...], *, again: str | None, max_age: str | None, limit: int | None
) -> SourceList:
    """The sources, those named on the command line with its settings."""
    from copydesk.fetch import read_sources  # noqa: PLC0415

    listed = read_sources(given, sys.stdin)
    changes: dict[str, float | int | None] = {}
    if again is not None:
        changes["again"] = None if again == "never" else _seconds("--again", again)
    if max_age is not None:
        changes["max_age"] = _seconds("--max-age", max_age)
    if limit is not None:
        changes["limit"] = limit
    # What a sources.toml lists has an interval; it has settings of its own.
    own = (spec if spec.interval else replace(spec, **changes) for spec in listed.sources)  # type: ignore[arg-type]
    return replace(listed, sources=tuple(own))


def _seconds(option: str, text: str) -> float:
    from copydesk.fetch.sourcelist import span  # noqa: PLC0415

    seconds = span(text)
    if seconds is None:
        raise UsageError(f"{option} {text!r} is no length of time; write it like 2s, 15m, 36h or 7d")
    return seconds
