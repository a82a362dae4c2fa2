"""What was asked and answered, as WARC 1.1: a gzip member a record, files that are there whole or not at all.

A page is a `request` and a `response` record; one whose bytes are those of an earlier capture is a
`request` and a `revisit` record that refers to it (WARC 1.1, 6.7). Chunks are joined, so a
Transfer-Encoding header is renamed: the bytes that follow no longer have one.
"""

from __future__ import annotations

import base64
import hashlib
import io
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any
from uuid import UUID

from copydesk import __version__
from copydesk.fetch.records import Answer
from copydesk.fetch.urls import host_key
from copydesk.write.atomic import sync_folders

_REVISIT = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"


@dataclass(frozen=True, slots=True)
class Capture:
    """Where an earlier capture of a page is: its record's id, url, payload digest and time."""

    record: str
    url: str
    payload: str
    at: float


def stamp(at: float) -> str:
    """A moment as WARC writes it.

    >>> stamp(0.0)
    '1970-01-01T00:00:00Z'
    """
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def payload_digest(body: bytes) -> str:
    """The digest of a body as WARC writes it."""
    return "sha1:" + base64.b32encode(hashlib.sha1(body, usedforsecurity=False).digest()).decode()


def head_of(answer: Answer) -> bytes:
    """Status line and headers of an answer, fit for the body that is kept."""
    line = f"{answer.version or 'HTTP/1.1'} {answer.status} {answer.phrase}".rstrip()
    head = line.encode("latin-1", "replace") + b"\r\n"
    for name, value in answer.headers:
        known_as = b"X-Archive-Orig-" + name if name.lower() == b"transfer-encoding" else name
        head += known_as + b": " + value + b"\r\n"
    return head + b"\r\n"


def records_of(answer: Answer, ids: tuple[UUID, UUID], before: Capture | None) -> tuple[bytes, Capture]:
    """The records of an exchange, packed, and where its content now is."""
    asked, answered = (f"<urn:uuid:{each}>" for each in ids)
    out = io.BytesIO()
    common = {"WARC-Target-URI": answer.url, "WARC-Date": stamp(answer.at)}
    if answer.address:
        common["WARC-IP-Address"] = answer.address
    if before is None:
        capture = Capture(answered, answer.url, payload_digest(answer.body), answer.at)
        own = {"WARC-Payload-Digest": capture.payload}
        _write(out, "response", answered, {**common, **own}, head_of(answer) + answer.body)
    else:
        capture = before
        own = {
            "WARC-Profile": _REVISIT,
            "WARC-Payload-Digest": before.payload,
            "WARC-Refers-To": before.record,
            "WARC-Refers-To-Target-URI": before.url,
            "WARC-Refers-To-Date": stamp(before.at),
        }
        _write(out, "revisit", answered, {**common, **own}, head_of(answer))
    _write(out, "request", asked, {**common, "WARC-Concurrent-To": answered}, answer.request)
    return out.getvalue(), capture


def _write(out: IO[bytes], kind: str, record_id: str, headers: dict[str, str], block: bytes) -> None:
    from fastwarc.stream_io import GzipWriter  # noqa: PLC0415 - compiled, and only archives need it
    from fastwarc.warc import WarcRecord, WarcRecordType  # noqa: PLC0415

    record: Any = WarcRecord()
    record.init_headers(getattr(WarcRecordType, kind), record_id[5:-1].encode())
    for name, value in headers.items():
        record.headers[name] = value
    record.headers["Content-Type"] = (
        f"application/http; msgtype={'request' if kind == 'request' else 'response'}"
    )
    digest = base64.b32encode(hashlib.sha1(block, usedforsecurity=False).digest()).decode()
    record.headers["WARC-Block-Digest"] = f"sha1:{digest}"
    record.set_bytes_content(block)
    packed: Any = GzipWriter(out)
    record.write(packed)
    packed.close()


def folder_of(url: str, at: float) -> str:
    """The folder of a page in an archive: its host and the month it was fetched in.

    >>> folder_of("https://paper.example/a", 0.0), folder_of("http://127.0.0.9:8080/a", 0.0)
    ('paper.example/1970-01', '127.0.0.9_8080/1970-01')
    """
    host = re.sub(r"[^a-z0-9.-]", "_", host_key(url).lower()).lstrip(".")[:200]
    return f"{host or '_'}/{stamp(at)[:7]}"


def open_file(raw: Path, name: str, folder: str) -> IO[bytes]:
    """A file in the making, aside, with the record that says what it is."""
    path = making_path(raw, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = path.open("wb")
    handle.write(_info(f"{name}.warc.gz", folder))
    return handle


def making_path(raw: Path, name: str) -> Path:
    """Where a file is while it is made: hidden from whoever reads the pages."""
    return raw / ".copydesk" / "making" / f"{name}.warc.gz"


def put_in_place(raw: Path, files: Sequence[tuple[IO[bytes], str, str]]) -> None:
    """Sync files in the making (handle, name, path below `raw`), then rename them into place."""
    folders = set()
    for handle, _, _ in files:
        handle.flush()
        os.fsync(handle.fileno())
        handle.close()
    for _, name, path in files:
        target = raw / path
        target.parent.mkdir(parents=True, exist_ok=True)
        making_path(raw, name).replace(target)
        folders |= {target.parent, target.parent.parent}
    sync_folders([*sorted(folders), raw])


def _info(name: str, folder: str) -> bytes:
    from fastwarc.stream_io import GzipWriter  # noqa: PLC0415
    from fastwarc.warc import WarcRecord, WarcRecordType  # noqa: PLC0415

    out = io.BytesIO()
    record: Any = WarcRecord()
    record.init_headers(WarcRecordType.warcinfo)
    record.headers["WARC-Filename"] = name
    record.headers["Content-Type"] = "application/warc-fields"
    made_by = f"software: copydesk {__version__}\r\nformat: WARC File Format 1.1\r\nisPartOf: {folder}\r\n"
    record.set_bytes_content(made_by.encode())
    packed: Any = GzipWriter(out)
    record.write(packed, checksum_data=True)
    packed.close()
    return out.getvalue()
