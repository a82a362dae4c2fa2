"""The state in `.copydesk/state.sqlite`: a cache of what is known of each source file and page.

Every change is one transaction, and what a transaction names is on disk before it. Delete the
file at will: the next run over all RAW folders makes it anew.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path

import orjson

from copydesk.dedup.copies import CopyKind, Known, Likeness, PairKey
from copydesk.errors import StateError
from copydesk.store import tables
from copydesk.store.database import OlderState, Schema, open_database, transaction
from copydesk.store.pages import DamagedState, Place
from copydesk.store.records import Judged
from copydesk.write.names import partition_of

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


@dataclass(frozen=True, slots=True)
class Source:
    """A source file as it was when its pages were judged; an empty `fingerprint`: not judged yet."""

    path: str
    raw_path: str
    size: int
    mtime_ns: int
    sha256: str | None
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article as the writers see it, before its line is read."""

    id: str
    raw_path: str
    place: Place
    partition: str
    published: str | None
    words: int
    article_size: int
    removed_size: int


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file of `clean/` as it was written, and the digest of what it was made from."""

    path: str
    made_from: str
    sha256: str
    size: int
    lines: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class ColumnsRow:
    """An article as the corpus stage sees it, before its columns are read.

    The first `signature` bytes at the place are its signature, the others the lines of its page.
    """

    id: str
    host: str | None
    published: str | None
    words: int
    place: Place
    signature: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A judged input and where its line and its columns went (None for one that is no article)."""

    judged: Judged
    place: Place | None
    columns: Place | None


class State:
    """The open state."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """`open_state` makes one."""
        self.db = db

    def transaction(self) -> AbstractContextManager[None]:
        """All of the block's changes or none."""
        return transaction(self.db)

    def roots(self) -> list[str]:
        """Every RAW argument a run was ever given, as absolute paths."""
        return [os.fsdecode(path) for (path,) in self.db.execute("SELECT path FROM roots")]

    def sources(self) -> dict[str, tuple[int, Source]]:
        """Every source file known, by absolute path, with its number."""
        rows = self.db.execute(
            "SELECT source, path, raw_path, size, mtime_ns, sha256, fingerprint FROM sources"
        )
        known = ((number, os.fsdecode(path), rest) for number, path, *rest in rows)
        return {path: (number, Source(path, *rest)) for number, path, rest in known}

    def unreadable(self) -> set[int]:
        """Sources that could not be read; a cure of that need not show in size or time."""
        passing = "'unreadable', 'changed_while_read'"
        query = f"SELECT DISTINCT source FROM pages WHERE reason IN ({passing})"  # noqa: S608 - a constant
        return {n for (n,) in self.db.execute(query)}

    def add_roots(self, paths: Iterable[str]) -> None:
        """Remember RAW arguments."""
        self.db.executemany(
            "INSERT OR IGNORE INTO roots VALUES (?)", [(os.fsencode(path),) for path in paths]
        )

    def put_source(self, source: Source) -> int:
        """Write what is known of a source file; gives its number."""
        names = "path, raw_path, size, mtime_ns, sha256, fingerprint"
        row = self.db.execute(
            f"INSERT INTO sources ({names}) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (path) DO UPDATE SET "  # noqa: S608
            "raw_path = excluded.raw_path, size = excluded.size, mtime_ns = excluded.mtime_ns, "
            "sha256 = excluded.sha256, fingerprint = excluded.fingerprint RETURNING source",
            (os.fsencode(source.path), *astuple(source)[1:]),
        ).fetchone()
        return int(row[0])

    def drop_sources(self, numbers: Iterable[int]) -> None:
        """Forget source files and all their pages."""
        self.db.executemany("DELETE FROM sources WHERE source = ?", [(n,) for n in numbers])

    def put_pages(self, number: int, source: Source, pages: Sequence[Placed]) -> None:
        """Write all pages of a source file in place of what was known of them."""
        self.db.execute("DELETE FROM pages WHERE source = ?", (number,))
        self.db.executemany(f"INSERT INTO pages VALUES ({', '.join('?' * 23)})", map(_page_row, pages))  # noqa: S608
        self.db.executemany(
            "INSERT INTO columns VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    page.judged.source,
                    page.judged.ordinal,
                    *astuple(page.columns),
                    len(page.judged.columns.signature),
                )
                for page in pages
                if page.columns is not None and page.judged.columns is not None
            ],
        )
        self.put_source(source)

    def put_shard(self, name: str, size: int) -> None:
        """Name a shard that is in its place."""
        self.db.execute("INSERT OR REPLACE INTO shards VALUES (?, ?)", (name, size))

    def shards(self) -> dict[str, int]:
        """Every shard named, with its size."""
        return dict(self.db.execute("SELECT name, size FROM shards"))

    def drop_idle_shards(self) -> None:
        """Forget shards no page is in."""
        self.db.execute(
            "DELETE FROM shards WHERE name NOT IN (SELECT shard FROM pages WHERE shard NOT NULL) "
            "AND name NOT IN (SELECT shard FROM columns)"
        )

    def rank_captures(self) -> None:
        """Decide which capture of each article is the article; the corpus queries below rest on it."""
        self.db.execute("DROP TABLE IF EXISTS temp.captures")
        self.db.executescript(tables.RANK)

    def articles(self) -> Iterator[ArticleRow]:
        """Every article, by partition, then by id."""
        return map(_article_row, self.db.execute(tables.BY_PARTITION))

    def article(self, article_id: str) -> ArticleRow:
        """One article."""
        return _article_row(self.db.execute(tables.ONE_ARTICLE, (article_id,)).fetchone())

    def columns(self) -> Iterator[ColumnsRow]:
        """Every article with the place of its columns, by id."""
        for article_id, host, published, words, *place, signature in self.db.execute(tables.COLUMNS):
            yield ColumnsRow(article_id, host, published, words, Place(*place), signature)

    def settled(self, fingerprint: str) -> dict[PairKey, Likeness | None]:
        """The pairs of texts settled by earlier runs of this fingerprint."""
        names = "a, b, kind, score, cover"
        rows = self.db.execute(f"SELECT {names} FROM settled WHERE fingerprint = ?", (fingerprint,))  # noqa: S608
        return {
            (a, b): Likeness(CopyKind(kind), score, cover) if kind is not None else None
            for a, b, kind, score, cover in rows
        }

    def put_settled(self, fresh: Known, idle: Iterable[PairKey], fingerprint: str) -> None:
        """Write down pairs that were settled now, and forget those nobody asks for."""
        self.db.execute("DELETE FROM settled WHERE fingerprint <> ?", (fingerprint,))
        self.db.executemany("DELETE FROM settled WHERE a = ? AND b = ?", idle)
        self.db.executemany(
            "INSERT OR REPLACE INTO settled VALUES (?, ?, ?, ?, ?, ?)",
            [
                (*pair, *((str(found.kind), found.score, found.cover) if found else (None,) * 3), fingerprint)
                for pair, found in fresh.items()
            ],
        )

    def files(self) -> dict[str, FileRow]:
        """Every file of `clean/` a run has written."""
        return {row[0]: FileRow(*row) for row in self.db.execute("SELECT * FROM files")}

    def put_files(self, files: Iterable[FileRow]) -> None:
        """Write down the files of `clean/`, in place of those known before."""
        self.db.execute("DELETE FROM files")
        self.db.executemany("INSERT INTO files VALUES (?, ?, ?, ?, ?, ?)", map(astuple, files))

    def close(self) -> None:
        """Close the file."""
        self.db.close()


def open_state(path: Path) -> State:
    """Open the state or make an empty one; `DamagedState` if it is not what was written."""
    cure = f"update copydesk, or delete {path.parent} and run ingest again with all RAW folders"
    with telling_damage():
        try:
            db = open_database(path, Schema(tables.TABLES, tables.STATE_VERSION, cure), 0)
        except OlderState as error:
            raise DamagedState(str(error)) from error
        try:
            db.execute("SELECT count(*) FROM sources").fetchone()
        except BaseException:
            db.close()
            raise
    return State(db)


@contextmanager
def telling_damage() -> Iterator[None]:
    """Turn SQLite's word for a damaged file into `DamagedState`, and its other errors into `StateError`."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", None)
        if code is not None and code & 0xFF not in _DAMAGED:
            raise StateError(f"The state in .copydesk cannot be used: {error}.") from error
        raise DamagedState(f"The state of an earlier run is damaged ({error}).") from error


def _article_row(row: tuple[str, ...]) -> ArticleRow:
    article_id, raw_path, shard, offset, length, digest, *rest = row
    place = Place(shard, int(offset), int(length), digest)
    return ArticleRow(article_id, raw_path, place, *rest)  # type: ignore[arg-type]


def _page_row(page: Placed) -> tuple[object, ...]:
    judged, place, columns = page.judged, page.place, page.judged.columns
    head = (judged.source, judged.ordinal, judged.record, judged.raw_sha256, judged.reason, judged.detail)
    if place is None or columns is None:
        return *head, *[None] * 17
    return (
        *head,
        *astuple(place),
        columns.id,
        partition_of(columns.host, columns.published),
        columns.host,
        columns.published,
        columns.added,
        columns.fetched,
        columns.words,
        columns.blocks,
        columns.titles,
        columns.kept,
        orjson.dumps(columns.dropped).decode(),
        columns.article_size,
        columns.removed_size,
    )
