"""Compressed bodies unpacked under a cap: a small file can hold gigabytes."""

from __future__ import annotations

import io
import zlib
from typing import Protocol

GZIP = b"\x1f\x8b"
ZSTD = b"\x28\xb5\x2f\xfd"
_CHUNK = 1 << 16


class Damaged(Exception):  # never leaves this package
    """A body cannot be unpacked; the message is the end of a sentence about it."""


class Oversized(Exception):  # never leaves this package
    """A body is larger than the cap once unpacked."""


class _Reader(Protocol):
    def read(self, size: int = ..., /) -> bytes: ...


def gunzip(body: bytes, cap: int, wbits: int = 31) -> bytes:
    """Unpack gzip, all members; `wbits` as zlib has it, for deflate.

    >>> import gzip
    >>> gunzip(gzip.compress(b"one ") + gzip.compress(b"two"), 100)
    b'one two'
    """
    parts: list[bytes] = []
    left = cap + 1
    while body:
        engine = zlib.decompressobj(wbits)
        try:
            part = engine.decompress(body, left)
        except zlib.error as error:
            raise Damaged(f"its compressed data is broken ({error})") from error
        parts.append(part)
        left -= len(part)
        if left <= 0:
            raise Oversized
        if not engine.eof:
            raise Damaged("its compressed data ends too early")
        body = engine.unused_data.lstrip(b"\0")
    return b"".join(parts)


def _through(reader: _Reader, cap: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    while part := reader.read(_CHUNK):
        parts.append(part)
        size += len(part)
        if size > cap:
            raise Oversized
    return b"".join(parts)


def unpack(body: bytes, coding: str, cap: int) -> bytes:
    """Undo one content coding: `gzip`, `deflate`, `br`, `zstd` or `chunked`; `identity` changes nothing.

    >>> unpack(b"4\\r\\nline\\r\\n0\\r\\n\\r\\n", "chunked", 100)
    b'line'
    """
    # The readers are compiled and only archives and rare codings need them.
    from fastwarc.stream_io import BrotliReader, ChunkedReader, ZstdReader  # noqa: PLC0415

    coding = coding.strip().lower()
    if coding in {"", "identity", "none"}:
        return body
    if coding in {"gzip", "x-gzip"}:
        return gunzip(body, cap)
    if coding == "deflate":
        # Servers send raw deflate as often as the zlib format the standard asks for.
        zlib_format = len(body) > 1 and body[0] & 15 == 8 and (body[0] * 256 + body[1]) % 31 == 0
        return gunzip(body, cap, 15 if zlib_format else -15)
    readers = {"br": BrotliReader, "zstd": ZstdReader, "chunked": ChunkedReader}
    if coding not in readers:
        raise Damaged(f"its content coding {coding[:40]!r} is unknown")
    try:
        return _through(readers[coding](io.BytesIO(body)), cap)
    except OSError as error:
        raise Damaged(f"its {coding} data is broken ({error})") from error
