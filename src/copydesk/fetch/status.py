"""How the sources of a folder stand, by the state of the last runs."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from copydesk.errors import UsageError
from copydesk.fetch.records import Result
from copydesk.fetch.state import exists, open_state


@dataclass(frozen=True, slots=True)
class SourceStatus:
    """One source: times in seconds since 1970, None for never; counts of pages.

    `held` pages are in the archives, `pending` are known and not asked for yet, `new` and `failed` are of the
    last run. `errors` counts looks at the source that failed in a row, the last of them for `result`.
    """

    name: str
    asked_at: float | None
    succeeded_at: float | None
    due_at: float | None
    result: str
    detail: str
    errors: int
    new: int
    failed: int
    held: int
    pending: int


@dataclass(frozen=True, slots=True)
class HostRest:
    """A host that is left alone until a time, and why."""

    host: str
    until: float
    why: str


def status(raw: Path, now: float) -> tuple[list[SourceStatus], list[HostRest]]:
    """The sources of a folder of raw pages, and the hosts that are left alone now."""
    if not exists(raw):
        raise UsageError(f"Nothing was fetched into {raw} yet; run copydesk fetch SOURCES... {raw}")
    with closing(open_state(raw)) as state:
        sources = [SourceStatus(*row) for row in state.db.execute(_SOURCES)]
        rests = state.db.execute(
            "SELECT host, not_before, why FROM hosts WHERE not_before > ? ORDER BY host", (now,)
        )
        return sources, [HostRest(*row) for row in rests]


_SOURCES = """
SELECT name, asked_at, succeeded_at, due_at, coalesce(result, ''), coalesce(detail, ''), errors, new_pages,
    failed_pages,
    (SELECT count(*) FROM pages p WHERE p.source = s.name AND p.sha256 IS NOT NULL),
    (SELECT count(*) FROM pages p WHERE p.source = s.name AND p.asked_at IS NULL)
FROM sources s ORDER BY name
"""


@dataclass(frozen=True, slots=True)
class FailedPage:
    """A page that could not be had when it was last asked for, and why."""

    url: str
    source: str
    result: str
    detail: str


def failed_pages(raw: Path, most: int) -> list[FailedPage]:
    """The pages that could not be had, those asked for last first."""
    good = [str(result) for result in Result if result.is_good]
    with closing(open_state(raw)) as state:
        return [FailedPage(*row) for row in state.db.execute(_FAILED, (*good, most))]


_FAILED = f"""
SELECT url, source, result, coalesce(detail, '') FROM pages
WHERE result IS NOT NULL AND result NOT IN ({", ".join("?" for result in Result if result.is_good)})
ORDER BY asked_at DESC, page LIMIT ?
"""  # noqa: S608
