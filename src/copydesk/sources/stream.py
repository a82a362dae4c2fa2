"""Bytes of a file, unpacked on the way if need be, with places to come back to."""

from __future__ import annotations

import re
import zlib
from typing import IO

_CHUNK = 1 << 16
_MAX_HEADER = 1 << 16
_MAGIC = b"\x1f\x8b\x08"
_OPENING = b"\nWARC/1."
_HEADER_END = re.compile(rb"\r?\n\r?\n")
# Going back behind damage reads bytes again. Honest archives need a few megabytes of that; a file
# made to abuse it is given up after this many, a few seconds.
_MAX_REREAD = 1 << 30
_MAX_CANDIDATES = 10_000


class Broken(Exception):  # never leaves this package
    """No record can be read here; the message is the end of a sentence about it."""


class Stream:
    """A file read forward, one record behind the other.

    A place is (start of the compressed member, bytes unpacked since); without compression (0, offset).
    """

    def __init__(self, file: IO[bytes], packed: bool) -> None:
        """Start at the beginning of a file that can seek."""
        self._file = file
        self._packed = packed
        self._size = file.seek(0, 2)
        self._reread = self._total = 0
        self._place((0, 0))

    def _place(self, place: tuple[int, int]) -> None:
        self._member, self._inner = (place[0], 0) if self._packed else place
        self._buffer = self._input = b""
        self._engine: zlib._Decompress | None = None
        self._file.seek(self._member + self._inner)
        if self._packed:
            self.skip(place[1])

    @property
    def place(self) -> tuple[int, int]:
        """Where the next byte comes from, as far as the file could be read."""
        return self._member, self._inner

    def label(self, place: tuple[int, int]) -> str:
        """A place as written behind the `#` of a raw path: an offset that other tools can seek to."""
        member, inner = place
        if not self._packed:
            return str(inner)
        return f"{member}+{inner}" if inner else str(member)

    def end(self) -> str:
        """The label of the end of the file."""
        return str(self._size)

    def fill(self) -> bool:
        """Have some bytes at hand; False at the end of the file."""
        if self._buffer:
            return True
        if not self._packed:
            self._buffer = self._file.read(_CHUNK)
        while self._packed and not self._buffer:
            self._input = self._input or self._file.read(_CHUNK)
            if not self._input and self._engine is None:
                return False
            if not self._input:
                raise Broken("the file ends inside a compressed record")
            self._inflate()
        self._total += len(self._buffer)
        return bool(self._buffer)

    def _inflate(self) -> None:
        if self._engine is None:
            self._member, self._inner = self._file.tell() - len(self._input), 0
            self._engine = zlib.decompressobj(31)
        engine = self._engine
        try:
            self._buffer = engine.decompress(self._input, _CHUNK)
        except zlib.error as error:
            raise Broken(f"its compressed data is broken ({error})") from error
        self._input = engine.unused_data if engine.eof else engine.unconsumed_tail
        if engine.eof:
            self._engine = None

    def _take(self, count: int) -> bytes:
        taken, self._buffer = self._buffer[:count], self._buffer[count:]
        self._inner += len(taken)
        return taken

    def read(self, count: int) -> bytes:
        """So many bytes, fewer at the end of the file."""
        parts: list[bytes] = []
        while count > 0 and self.fill():
            parts.append(self._take(count))
            count -= len(parts[-1])
        return b"".join(parts)

    def skip(self, count: int) -> int:
        """Pass over bytes; how many there were."""
        if not self._packed and count > len(self._buffer):
            start = self._inner
            self._inner = min(start + count, self._size)
            self._buffer = b""
            self._file.seek(self._inner)
            return self._inner - start
        left = count
        while left > 0 and self.fill():
            left -= len(self._take(left))
        return count - left

    def at_record(self) -> bool:
        """Pass over the empty lines between records; False at the end of the file."""
        while self.fill():
            blank = len(self._buffer) - len(self._buffer.lstrip(b"\r\n"))
            self._take(blank)
            if self._buffer:
                return True
        return False

    def finish_member(self) -> None:
        """Read on to the checksum of the compressed member if nothing else is left of it.

        Damage in the member behind it is met when that one is read.
        """
        member = self._member
        try:
            while self._engine is not None and not self._buffer.lstrip(b"\r\n") and self.at_record():
                pass
        except Broken:
            if self._member == member:
                raise

    def peek(self, count: int) -> bytes:
        """The next bytes, which stay; fewer if what is at hand ends."""
        self.fill()
        return self._buffer[:count]

    def header(self) -> bytes:
        """The header of a record, up to and with its empty line."""
        got = b""
        while self.fill():
            known, got = len(got), got + self._buffer
            if not got.startswith(b"WARC/"[: len(got)]):
                raise Broken("no record begins here")
            if found := _HEADER_END.search(got, max(0, known - 3)):
                self._take(found.end() - known)
                got = got[: found.end()]
            else:
                self._take(len(self._buffer))
            if len(got) > _MAX_HEADER or _OPENING in got:
                raise Broken("its header has no end")
            if found:
                return got
        raise Broken("the file ends inside a record header")

    def recover(self, start: tuple[int, int], total: int) -> bool:
        """Stand before the next record behind damage that began at a place; False if there is none.

        `total` is what `consumed` was at that place.
        """
        self._reread += self._total - total + start[1] * self._packed
        if self._reread > _MAX_REREAD:
            return False
        try:
            self._place(start)
            self.skip(1)
            return self._scan()
        except Broken:
            return self._next_member(max(self._member, start[0]) + 1)

    @property
    def consumed(self) -> int:
        """A measure of the work done so far."""
        return self._total

    def _scan(self) -> bool:
        """To the next line that opens a record. The start of a compressed member is the start of a line."""
        before, member = b"", self._member
        while self.fill():
            if self._member != member:
                before, member = b"\n", self._member
            at = (before + self._buffer).find(_OPENING)
            if at >= 0:
                self._put_back(before, at + 1)
                return True
            before = (before + self._take(len(self._buffer)))[1 - len(_OPENING) :]
        return False

    def _put_back(self, before: bytes, at: int) -> None:
        self._inner += at - len(before)
        self._buffer = (before + self._buffer)[at:]

    def _next_member(self, position: int) -> bool:
        """To the next compressed member that opens with a record."""
        for _ in range(_MAX_CANDIDATES):
            position = self._magic(position)
            if position < 0:
                return False
            self._file.seek(position)
            try:
                head = zlib.decompressobj(31).decompress(self._file.read(4096), 64)
            except zlib.error:
                head = b""
            if head.startswith(b"WARC/"):
                self._place((position, 0))
                return True
            position += 1
        return False

    def _magic(self, position: int) -> int:
        self._file.seek(position)
        before = b""
        while chunk := self._file.read(_CHUNK):
            at = (before + chunk).find(_MAGIC)
            if at >= 0:
                return position - len(before) + at
            position += len(chunk)
            before = (before + chunk)[-2:]
        return -1
