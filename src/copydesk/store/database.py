"""SQLite as every state here uses it: one file, changes whole or not at all, on disk when they are done."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from copydesk.errors import StateError


@dataclass(frozen=True, slots=True)
class Schema:
    """The tables of a state, their version, and what to do about a file of a newer one."""

    tables: str
    version: int
    cure: str


class OlderState(Exception):
    """A file with the tables of an older version."""

    def __init__(self, version: int) -> None:
        super().__init__(f"The state of an earlier run is from an older copydesk (state {version}).")


def open_database(path: Path, schema: Schema, patience: float) -> sqlite3.Connection:
    """Open a state, or make an empty one; waits `patience` seconds for another process to be done with it.

    Raises `StateError` for a newer state, `OlderState` for an older one, `sqlite3.DatabaseError` for a
    file that is none.
    """
    db = sqlite3.connect(path, isolation_level=None, timeout=patience)
    try:
        version = db.execute("PRAGMA user_version").fetchone()[0]
        if version > schema.version:
            raise StateError(f"{path} was written by a newer copydesk (state {version}); {schema.cure}.")
        if 0 < version < schema.version:
            raise OlderState(version)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA foreign_keys = ON")
        if version == 0:
            db.executescript(f"BEGIN; {schema.tables} PRAGMA user_version = {schema.version}; COMMIT;")
    except BaseException:
        db.close()
        raise
    return db


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All of the block's changes or none."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
