"""The state in `RAW/.copydesk/fetch.sqlite`: what was asked, when, with what result, and what is due.

What is held is told by the archives alone: a batch is written down first, then renamed into place, then
taken over; the next run finishes whatever a crash left, and a state that is gone is made anew from the
archives.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict
from pathlib import Path

from copydesk.errors import StateError
from copydesk.fetch import rows, tables
from copydesk.fetch.archive import Capture
from copydesk.fetch.pace import HostPace
from copydesk.fetch.polite import KnownRules
from copydesk.fetch.records import Link, Validators
from copydesk.fetch.rows import Outcome, Page, Request
from copydesk.fetch.sourcelist import SourceSpec
from copydesk.fetch.urls import url_key
from copydesk.store.database import OlderState, Schema, open_database, transaction

NAME = "fetch.sqlite"
_KEPT_DAYS = 90
_SCHEMA = Schema(tables.TABLES, tables.STATE_VERSION, "update copydesk")
# Seconds to wait for `copydesk status` to be done with the file.
_PATIENCE = 10.0


class FetchState:
    """The open state; `open_state` makes one."""

    def __init__(self, db: sqlite3.Connection, raw: Path) -> None:
        self.db = db
        self.raw = raw

    def transaction(self) -> AbstractContextManager[None]:
        """All of the block's changes or none."""
        return transaction(self.db)

    # Pages -------------------------------------------------------------------------------------------

    def add_pages(self, spec: SourceSpec, document: str | None, links: Iterable[Link], now: float) -> None:
        """Write down the pages a document names; those already known are only marked as named."""
        made = [
            (
                url_key(link.url),
                link.url,
                spec.name,
                document,
                rows.epoch(link.published),
                link.updated,
                now,
                now,
            )
            for link in links
            if spec.wants(link.url) and rows.young(link, spec.max_age, now)
        ]
        with self.transaction():
            if document is not None:
                self.db.execute("UPDATE pages SET listed = 0 WHERE document = ?", (document,))
            self.db.executemany(tables.ADD_PAGE, made)
            self.db.execute(tables.LIST_TARGETS, (document,))

    def add_target(self, page: Page, url: str, now: float) -> Page | None:
        """Write down the page another one leads to; None if it was known before."""
        key = url_key(url)
        with self.transaction():
            made = self.db.execute(
                tables.ADD_TARGET, (key, url, page.source, page.hops + 1, now, now, page.number)
            )
            fresh = made.rowcount > 0
        return self.page(key) if fresh else None

    def forget_page(self, number: int) -> None:
        """Drop a page that is none."""
        self.db.execute("DELETE FROM pages WHERE page = ?", (number,))

    def page(self, key: str) -> Page | None:
        """What is known of a page."""
        row = self.db.execute(f"SELECT {tables.PAGE} FROM pages WHERE key = ?", (key,)).fetchone()  # noqa: S608
        return rows.page_of(row) if row else None

    def due_pages(self, spec: SourceSpec, now: float) -> list[Page]:
        """The pages of a source to ask for now: new ones first, the youngest of them first."""
        oldest = None if spec.max_age is None else now - spec.max_age
        found = self.db.execute(tables.DUE, (spec.name, now, oldest, oldest, spec.limit))
        return [rows.page_of(row) for row in found]

    # Documents ---------------------------------------------------------------------------------------

    def document(self, url: str) -> tuple[Validators, float, list[Link]] | None:
        """What a document gave to ask again with, when it was asked, and the documents it named."""
        row = self.db.execute(
            "SELECT etag, last_modified, asked_at, names FROM documents WHERE url = ?", (url,)
        ).fetchone()
        return None if row is None else (Validators(row[0], row[1]), row[2], rows.links(row[3]))

    def put_document(
        self, spec: SourceSpec, url: str, kind: str, validators: Validators, now: float, names: Sequence[Link]
    ) -> None:
        """Write down a document after its pages, so that a crash between them loses none."""
        self.db.execute(
            "INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?)",
            (url, spec.name, kind, validators.etag, validators.last_modified, now, rows.dump(names)),
        )

    def seen_document(self, spec: SourceSpec, url: str, now: float) -> None:
        """A document has not changed: it still names its pages."""
        with self.transaction():
            self.db.execute(
                "UPDATE documents SET source = ?, asked_at = ? WHERE url = ?", (spec.name, now, url)
            )
            self.db.execute("UPDATE pages SET source = ? WHERE document = ?", (spec.name, url))

    # Sources -----------------------------------------------------------------------------------------

    def source_due(self, name: str) -> float:
        """When a source is to be looked at again; 0 for one that never was."""
        row = self.db.execute("SELECT due_at FROM sources WHERE name = ?", (name,)).fetchone()
        return float(row[0] or 0.0) if row else 0.0

    def is_well(self, name: str) -> bool:
        """Whether the last look at a source went well."""
        row = self.db.execute("SELECT result FROM sources WHERE name = ?", (name,)).fetchone()
        return row is not None and row[0] == "ok"

    def put_source(self, spec: SourceSpec, now: float, result: str, detail: str) -> None:
        """Write down how looking at a source went: `ok`, or why not."""
        good = result == "ok"
        self.db.execute(
            tables.PUT_SOURCE,
            {
                "name": spec.name,
                "url": spec.url,
                "kind": spec.kind,
                "now": now,
                "good": now if good else None,
                "due": now + spec.interval,
                "result": result,
                "detail": detail,
                "bad": int(not good),
            },
        )

    def put_counts(self, name: str, new: int, failed: int) -> None:
        """Write down what a run brought for a source."""
        self.db.execute(
            "UPDATE sources SET new_pages = ?, failed_pages = ? WHERE name = ?", (new, failed, name)
        )

    # Hosts and robots --------------------------------------------------------------------------------

    def pace_of(self, host: str, delay: float) -> HostPace:
        """How a host stood at the end of the last run."""
        row = self.db.execute(
            "SELECT not_before, why, failures FROM hosts WHERE host = ?", (host,)
        ).fetchone()
        return HostPace(host, delay, *row) if row else HostPace(host, delay)

    def keep_pace(self, host: HostPace) -> None:
        """Write down how a host stands, at once: what it asked for must outlast a crash."""
        self.put_hosts([host])

    def put_hosts(self, hosts: Iterable[HostPace]) -> None:
        """Write down how the hosts stand."""
        made = [(host.host, host.not_before, host.why, host.failures) for host in hosts]
        self.db.executemany("INSERT OR REPLACE INTO hosts VALUES (?, ?, ?, ?)", made)

    def rules_of(self, origin: str) -> KnownRules | None:
        """The robots.txt of a site, as an earlier run found it."""
        row = self.db.execute(
            "SELECT asked_at, status, body FROM robots WHERE origin = ?", (origin,)
        ).fetchone()
        return KnownRules(*row) if row else None

    def keep_rules(self, origin: str, rules: KnownRules) -> None:
        """Write down a robots.txt."""
        row = (origin, rules.asked_at, rules.status, rules.body)
        self.db.execute("INSERT OR REPLACE INTO robots VALUES (?, ?, ?, ?)", row)

    # Batches -----------------------------------------------------------------------------------------

    def announce(self, files: Iterable[tuple[str, Sequence[Outcome]]]) -> None:
        """Before files are renamed into place: what they will mean once they are there."""
        with self.transaction():
            made = [(path, rows.dump(outcomes)) for path, outcomes in files]
            self.db.executemany("INSERT OR REPLACE INTO batches VALUES (?, ?)", made)

    def take_over(self, paths: Sequence[str], outcomes: Iterable[Outcome], log: Iterable[Request]) -> None:
        """After they are there: the pages in them are held."""
        with self.transaction():
            self._apply(outcomes)
            self.db.executemany("DELETE FROM batches WHERE path = ?", [(path,) for path in paths])
            self.db.executemany(
                "INSERT INTO requests VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [tuple(asdict(line).values()) for line in log],
            )

    def _apply(self, outcomes: Iterable[Outcome]) -> None:
        for outcome in outcomes:
            kept = outcome.capture or Capture("", "", "", 0.0)
            self.db.execute(
                tables.APPLY,
                {
                    **{k: v for k, v in asdict(outcome).items() if k not in {"validators", "capture"}},
                    "etag": outcome.validators.etag if outcome.validators else None,
                    "modified": outcome.validators.last_modified if outcome.validators else None,
                    "fresh": outcome.validators is not None,
                    "record": kept.record or None,
                    "record_url": kept.url,
                    "payload": kept.payload,
                    "fetched": kept.at,
                },
            )

    def recover(self, now: float) -> int:
        """Finish what a crash left: take over what is in place, forget the rest; gives the pages taken."""
        shutil.rmtree(self.raw / ".copydesk" / "making", ignore_errors=True)
        taken = 0
        for path, text in self.db.execute("SELECT path, outcomes FROM batches").fetchall():
            outcomes = rows.outcomes(text) if (self.raw / path).exists() else []
            taken += len(outcomes)
            self.take_over([path], outcomes, [])
        self.db.execute("DELETE FROM requests WHERE at < ?", (now - _KEPT_DAYS * 86_400,))
        return taken

    def close(self) -> None:
        """Close the file."""
        self.db.close()


def open_state(raw: Path) -> FetchState:
    """Open the state of a folder of raw pages, or make an empty one; raises `StateError`."""
    folder = raw / ".copydesk"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / NAME
    try:
        db = open_database(path, _SCHEMA, _PATIENCE)
    except (sqlite3.DatabaseError, OlderState) as error:
        raise StateError(
            f"{path} cannot be used ({error}); delete it, and the next fetch makes it anew from the archives."
        ) from error
    return FetchState(db, raw)


def exists(raw: Path) -> bool:
    """Whether a folder has a fetch state."""
    return os.path.lexists(raw / ".copydesk" / NAME)
