"""The state made anew from the archives, when it is gone: what is held need not be fetched again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from copydesk.fetch.archive import Capture
from copydesk.fetch.crawl import Listener
from copydesk.fetch.rows import epoch
from copydesk.fetch.state import FetchState
from copydesk.fetch.urls import url_key
from copydesk.model import RawPage
from copydesk.settings import DEFAULT
from copydesk.sources import iter_sources, read_source

# When the pages of a lost state are asked again, at the earliest, counted from when they were fetched.
_AGAIN = 86_400.0


def adopt(state: FetchState, now: float, listener: Listener) -> int:
    """Take over the pages of archives a state without any pages does not know; gives their number."""
    if state.db.execute("SELECT 1 FROM pages LIMIT 1").fetchone():
        return 0
    rows = list(_rows(state.raw, now))
    if not rows:
        return 0
    with state.transaction():
        state.db.executemany(_ADOPT, rows)
    listener.note(f"{len(rows)} pages that are held already were found in {state.raw}.")
    return len(rows)


def _rows(raw: Path, now: float) -> Iterator[tuple[Any, ...]]:
    for file in iter_sources([raw]):
        if not file.raw_path.endswith(".warc.gz"):
            continue
        for page in read_source(file, DEFAULT):
            if isinstance(page, RawPage) and page.url and page.fetched_at:
                yield _row(page, page.url, file.raw_path, now)


def _row(page: RawPage, url: str, path: str, now: float) -> tuple[Any, ...]:
    at = epoch(page.fetched_at) or now
    headers = page.headers or {}
    # Which record it is would have to be read again; a page that comes back unchanged is kept whole once.
    capture = Capture("", "", "", at)
    return (
        url_key(url),
        url,
        at,
        at + _AGAIN,
        at,
        headers.get("etag"),
        headers.get("last-modified"),
        page.sha256,
        capture.at,
        path,
    )


_ADOPT = """
INSERT INTO pages (key, url, source, listed, found_at, due_at, asked_at, result, etag, last_modified, sha256,
    fetched_at, path)
VALUES (?, ?, '', 0, ?, ?, ?, 'new', ?, ?, ?, ?, ?)
ON CONFLICT (key) DO UPDATE SET fetched_at = excluded.fetched_at, sha256 = excluded.sha256,
    etag = excluded.etag, last_modified = excluded.last_modified, path = excluded.path,
    asked_at = excluded.asked_at, due_at = excluded.due_at
WHERE excluded.fetched_at >= pages.fetched_at
"""
