"""Judged pages on disk: shards of lines and of columns, named by their content and never changed."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import orjson

from copydesk.errors import StateError
from copydesk.write.atomic import rename

# A shard is closed once it has this many bytes, so that a run over a big container leaves files of a
# size that can be moved about.
SHARD_BYTES: Final = 32 << 20
# Shards kept open while lines are read in an order that has nothing to do with theirs.
_OPEN: Final = 64


class DamagedState(StateError):  # it names a state of things, as StateError does
    """The state, or a shard it names, is not what was written; it can be rebuilt from the raw pages."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a judged page's line is, and the sha256 (its first 32 digits) it must have."""

    shard: str
    offset: int
    length: int
    digest: str


class ShardWriter:
    """Takes lines; every so often a full shard is synced and renamed into its place.

    A line's place is known only once its shard is closed: `add` gives a number, `close_shard` the name
    for all numbers since the last one.
    """

    def __init__(self, folder: Path, aside: Path, suffix: str = ".jsonl") -> None:
        """Shards go to `folder`, with this ending, and are made in `aside`."""
        self._folder, self._aside, self._suffix = folder, aside, suffix
        self._buffer: list[bytes] = []
        self._size = 0

    @property
    def size(self) -> int:
        """Bytes that wait to be written."""
        return self._size

    def add(self, line: bytes) -> tuple[int, int, str]:
        """Take a line; gives offset, length and digest."""
        offset = self._size
        self._buffer.append(line)
        self._size += len(line)
        return offset, len(line), digest(line)

    def close_shard(self) -> tuple[str, int] | None:
        """Put the lines since the last shard into one; gives its name and size, None if there are none."""
        if not self._buffer:
            return None
        data = b"".join(self._buffer)
        name = f"{hashlib.sha256(data).hexdigest()}{self._suffix}"
        self._aside.mkdir(parents=True, exist_ok=True)
        making = self._aside / f"{os.getpid()}-{name}"
        with making.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        rename(making, self._folder / name)
        self._buffer, self._size = [], 0
        return name, len(data)


COLUMNS: Final = ".columns"
"""The ending of shards of columns: what the corpus stage keeps of each article."""


class ShardReader:
    """Reads lines back by their places; the shards used last stay open."""

    def __init__(self, folder: Path) -> None:
        """Shards are in `folder`."""
        self._folder = folder
        self._handles: dict[str, int] = {}

    def __enter__(self) -> Self:
        """Nothing is opened before it is asked for."""
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        """Close every shard."""
        while self._handles:
            self._close_oldest()

    def read(self, place: Place) -> dict[str, Any]:
        """The judged page at a place: `article`, `removed`, and index and kind of every `body` block."""
        page: dict[str, Any] = orjson.loads(self.read_bytes(place))
        return page

    def read_bytes(self, place: Place) -> bytes:
        """What is at a place, as it was written."""
        data = os.pread(self._open(place.shard), place.length, place.offset)
        if digest(data) != place.digest:
            raise DamagedState(f"{self._folder / place.shard} is damaged.")
        return data

    def _open(self, name: str) -> int:
        handle = self._handles.pop(name, -1)
        if handle < 0:
            if len(self._handles) >= _OPEN:
                self._close_oldest()
            handle = os.open(self._folder / name, os.O_RDONLY | os.O_CLOEXEC)
        self._handles[name] = handle
        return handle

    def _close_oldest(self) -> None:
        os.close(self._handles.pop(next(iter(self._handles))))


def digest(line: bytes) -> str:
    """What tells a damaged line.

    >>> digest(b"{}")[:8]
    '44136fa3'
    """
    return hashlib.sha256(line).hexdigest()[:32]
