"""Files and folders as sources: what is found, opened without traps, and read."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from copydesk.errors import UsageError
from copydesk.model import Form, RawPage, Rejected, RejectReason
from copydesk.settings import Settings
from copydesk.sources import jsonl, warc
from copydesk.sources.sidecar import MAX_BYTES, SUFFIX, BadRecord, Known, known, parse_object
from copydesk.sources.unpack import GZIP, ZSTD, Damaged, Oversized, gunzip, unpack

_PAGES = {".html": Form.HTML, ".htm": Form.HTML, ".xhtml": Form.HTML, ".txt": Form.TEXT}
_ARCHIVES = (".warc", ".wet")
_LINES = (".jsonl", ".ndjson")
_PACKED = {".gz": "gzip", ".br": "br", ".zst": "zstd"}
_STDIN = Path("-")
_IN_MEMORY = 64_000_000


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read pages from; `raw_path` is relative to the argument that led to it.

    `size` and `mtime_ns` take in the sidecar, so that they change when either does.
    """

    path: Path
    raw_path: str
    size: int
    mtime_ns: int


def find(paths: Sequence[Path], settings: Settings) -> Iterator[SourceFile]:  # noqa: ARG001
    """Every source below the paths, each once, sorted by `raw_path`.

    In folders only names that say they hold pages count; other files (pictures, styles, sidecars) and
    hidden ones are no sources. A file named itself is a source whatever it is called.
    """
    found: dict[str, SourceFile] = {}
    for path in paths:
        for source in _below(path):
            known_as = found.get(str(source.path))
            # Reached by two arguments: the one further up names it, whatever their order.
            if known_as is None or len(known_as.raw_path) < len(source.raw_path):
                found[str(source.path)] = source
    yield from sorted(found.values(), key=lambda s: (s.raw_path.encode(), os.fsencode(s.path)))


def _below(path: Path) -> Iterator[SourceFile]:
    if path == _STDIN:
        yield SourceFile(_STDIN, "-", 0, 0)
        return
    try:
        real = path.resolve(strict=True)
    except (OSError, RuntimeError, ValueError) as error:
        raise UsageError(f"There is no file or folder {str(path)!r}; check the name.") from error
    if real.is_dir():
        yield from _walk(real, "")
    else:
        yield _source(real, path.name or real.name)


def _walk(folder: Path, prefix: str) -> Iterator[SourceFile]:
    """Pages and containers in a folder and those below; links are listed, never followed."""
    try:
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=lambda entry: os.fsencode(entry.name))
    except OSError:
        yield SourceFile(folder, prefix or folder.name, 0, 0)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        name = prefix + entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), name + "/")
        elif _form(entry.name) is not None:
            yield _source(Path(entry.path), name)


def _source(path: Path, raw_path: str) -> SourceFile:
    size = mtime_ns = 0
    for part in (path, path.with_name(path.name + SUFFIX)):
        try:
            info = part.lstat()
        except OSError:
            continue
        size += info.st_size
        mtime_ns = max(mtime_ns, info.st_mtime_ns)
    printable = os.fsencode(raw_path).decode("utf-8", "backslashreplace")
    return SourceFile(path, printable, size, mtime_ns)


def _form(name: str) -> tuple[str, str] | None:
    """What a file name says: (ending, packed ending), or None if it names no source.

    >>> _form("a.html.gz"), _form("a.warc"), _form("logo.png")
    (('.html', '.gz'), ('.warc', ''), None)
    """
    stem, dot, last = name.lower().rpartition(".")
    packed = dot + last if dot + last in _PACKED else ""
    if packed:
        _, dot, last = stem.rpartition(".")
    ending = dot + last
    if ending in _PAGES or (ending in (*_ARCHIVES, *_LINES) and packed in {"", ".gz"}):
        return ending, packed
    return None


def read(file: SourceFile, settings: Settings) -> Iterator[RawPage | Rejected]:
    """The pages of one source and what in it is none."""
    if file.path == _STDIN:
        with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as spool:
            while chunk := sys.stdin.buffer.read(1 << 16):
                spool.write(chunk)
            spool.seek(0)
            yield from _dispatch(spool, file, settings, None)
        return
    try:
        opened = _open(file.path)
    except OSError as error:
        yield _refused(file, *_why(file.path, error))
        return
    with opened as handle:
        if not stat.S_ISREG(os.fstat(handle.fileno()).st_mode):
            yield _refused(file, RejectReason.UNSUPPORTED, "It is no regular file.")
            return
        try:
            yield from _dispatch(handle, file, settings, _form(file.path.name))
        except OSError as error:
            yield _refused(file, RejectReason.UNREADABLE, f"Reading failed: {error.strerror}.")


def _open(path: Path) -> IO[bytes]:
    """Open for reading; a link is an error, a pipe without a writer does not block."""
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    return os.fdopen(os.open(path, flags), "rb")


def _why(path: Path, error: OSError) -> tuple[RejectReason, str]:
    if path.is_symlink():
        return RejectReason.UNSUPPORTED, "It is a link; links are not followed. Name its target itself."
    if path.is_dir():
        return RejectReason.UNREADABLE, f"The folder cannot be listed: {error.strerror}."
    return RejectReason.UNREADABLE, f"It cannot be opened: {error.strerror}."


def _refused(file: SourceFile, reason: RejectReason, detail: str, sha256: str | None = None) -> Rejected:
    return Rejected(file.raw_path, None, sha256, reason, detail)


def _dispatch(
    handle: IO[bytes], file: SourceFile, settings: Settings, form: tuple[str, str] | None
) -> Iterator[RawPage | Rejected]:
    head = handle.read(4096)
    handle.seek(0)
    packed = head.startswith(GZIP)
    ending = form[0] if form else _look(head, packed)
    if ending in (*_ARCHIVES, *_LINES):
        pages = warc.pages if ending in _ARCHIVES else jsonl.pages
        before = _state(handle)
        yield from pages(handle, file.raw_path, settings, packed=packed)
        if _state(handle) != before:
            detail = "It changed while it was read, so some of its pages may be missing; run again."
            yield _refused(file, RejectReason.CHANGED_WHILE_READ, detail)
    else:
        yield from _single(handle, file, settings, ending, "br" if form and form[1] == ".br" else None)


_MARKUP = re.compile(rb"<(?:!doctype|html|head|body|meta|title|div|article|section|p|h1)\b", re.IGNORECASE)


def _look(head: bytes, packed: bool) -> str:
    """The ending a file without a telling name should have, by its first bytes.

    >>> _look(b'{"url": "https://example.org/"', False), _look(b"<!DOCTYPE html>", False)
    ('.jsonl', '.html')
    """
    if packed:
        import zlib  # noqa: PLC0415  one use

        try:
            head = zlib.decompressobj(31).decompress(head, 4096)
        except zlib.error:
            return ""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"WARC/1."):
        return ".warc"
    if re.match(rb'\{\s{0,8}"', start):
        return ".jsonl"
    return ".html" if _MARKUP.search(head.replace(b"\0", b"")) else ".txt"


def _single(
    handle: IO[bytes], file: SourceFile, settings: Settings, ending: str, coding: str | None
) -> Iterator[RawPage | Rejected]:
    """One page, with what its sidecar knows."""
    cap = settings.read.max_bytes
    body = _steady(handle, cap + 1)
    if body is None:
        yield _refused(file, RejectReason.CHANGED_WHILE_READ, "It changed while it was read; run again.")
        return
    try:
        body = _unpacked(body, coding, cap)
    except Oversized:
        detail = f"The page has more than the {cap} bytes that are read."
        yield _refused(file, RejectReason.TOO_LARGE, detail)
        return
    except Damaged as error:
        sha256 = hashlib.sha256(body).hexdigest()
        yield _refused(file, RejectReason.UNREADABLE, f"It cannot be unpacked: {error}.", sha256)
        return
    facts = Known()
    try:
        facts = _beside(file)
    except (BadRecord, OSError) as error:
        detail = f"The page is read without what stands in this file. {error}"[:500]
        yield Rejected(file.raw_path + SUFFIX, None, None, RejectReason.BAD_RECORD, detail)
    yield RawPage(
        body=body,
        raw_path=file.raw_path,
        sha256=hashlib.sha256(body).hexdigest(),
        media=_PAGES.get(ending),
        url=facts.url,
        url_origin="sidecar" if facts.url else None,
        fetched_at=facts.fetched_at,
        headers=facts.headers,
    )


def _steady(handle: IO[bytes], size: int) -> bytes | None:
    """The first bytes of a file that did not change meanwhile; None if it did, twice."""
    for _ in range(2):
        before = _state(handle)
        handle.seek(0)
        body = handle.read(size)
        if _state(handle) == before:
            return body
    return None


def _state(handle: IO[bytes]) -> tuple[int, int]:
    try:
        info = os.fstat(handle.fileno())
    except OSError:  # standard input held in memory has no file behind it
        return (0, 0)
    return info.st_size, info.st_mtime_ns


def _unpacked(body: bytes, coding: str | None, cap: int) -> bytes:
    """A page without its compression, undone once: what is packed twice stays packed, and is no page."""
    if len(body) > cap:
        raise Oversized
    if body.startswith(GZIP):
        return gunzip(body, cap)
    if body.startswith(ZSTD):
        return unpack(body, "zstd", cap)
    return unpack(body, coding, cap) if coding else body


def _beside(file: SourceFile) -> Known:
    """What `page.html.meta.json` says of `page.html`; nothing if there is no such file."""
    if file.path == _STDIN:
        return Known()
    path = file.path.with_name(file.path.name + SUFFIX)
    try:
        opened = _open(path)
    except FileNotFoundError:
        return Known()
    with opened as handle:
        if not stat.S_ISREG(os.fstat(handle.fileno()).st_mode):
            raise BadRecord("It is no regular file.")
        text = handle.read(MAX_BYTES + 1)
    if len(text) > MAX_BYTES:
        raise BadRecord(f"It has more than {MAX_BYTES} bytes.")
    return known(parse_object(text.removeprefix(b"\xef\xbb\xbf")))
