"""Pages from WARC archives, plain or compressed by record, through FastWARC.

An input is a record that could be a page: a `response` of type text/html, application/xhtml+xml or
text/plain, or of no type; a `resource` or `conversion` of these types. Other types (pictures, styles,
scripts) and other records (requests, revisits, metadata) are no inputs and leave no trace. An input
whose status is not 200 is rejected as `http_status`, redirects too.
"""

from __future__ import annotations

import base64
import hashlib
import io
import re
from collections.abc import Iterator
from typing import IO, Any

from copydesk.model import Form, RawPage, Rejected, RejectReason
from copydesk.settings import Settings
from copydesk.sources.frames import Frame, Gap, frames
from copydesk.sources.sidecar import tidy_headers
from copydesk.sources.stamps import rfc3339, web_address
from copydesk.sources.unpack import Damaged, Oversized, unpack

_TYPES = {"text/html": Form.HTML, "application/xhtml+xml": Form.HTML, "text/plain": Form.TEXT}
_KINDS = frozenset({"response", "resource", "conversion"})
_HTTP_OVERHEAD = 65_536
_DIGEST = re.compile(r"(sha1|sha256|md5):([A-Za-z0-9+/=]{16,64})", re.IGNORECASE)
_TAG = re.compile(rb"<(?:!doctype|html|head|body|title|meta|div|p)\b", re.IGNORECASE)


def pages(
    file: IO[bytes], raw_path: str, settings: Settings, *, packed: bool
) -> Iterator[RawPage | Rejected]:
    """The pages of an archive, the record's offset in `raw_path`; damage costs the records it hit.

    The offset counts bytes of the file; `+n` behind it, bytes unpacked since the compressed start.

    >>> bad = io.BytesIO(b"<p>no archive</p>")
    >>> [line.reason for line in pages(bad, "a.warc", Settings(), packed=False)]
    [<RejectReason.BAD_RECORD: 'bad_record'>]
    """
    cap = settings.read.max_bytes
    for frame in frames(file, packed=packed, cap=cap + _HTTP_OVERHEAD):
        if isinstance(frame, Gap):
            detail = f"Bytes {frame.offset} to {frame.end} hold no readable record: {frame.why}."
            yield _rejected(raw_path, frame.offset, None, RejectReason.BAD_RECORD, detail)
        elif (page := _page(frame, raw_path, cap)) is not None:
            yield page


def _rejected(raw_path: str, offset: str, sha256: str | None, reason: RejectReason, detail: str) -> Rejected:
    return Rejected(f"{raw_path}#{offset}", offset, sha256, reason, detail[:500])


def _page(frame: Frame, raw_path: str, cap: int) -> RawPage | Rejected | None:
    # The reader is compiled and only archives need it.
    from fastwarc.warc import ArchiveIterator  # noqa: PLC0415

    length = f"Content-Length: {len(frame.content)}".encode()
    header = re.sub(rb"(?i)(?<=\n)content-length[^\n]*?(?=\r?\n)", length, frame.header, count=1)
    try:
        record = next(iter(ArchiveIterator(io.BytesIO(header + frame.content), parse_http=False)))
        if (record.headers.get("WARC-Type") or "").lower() not in _KINDS:
            return None
        is_http = record.is_http
        if is_http:
            record.parse_http(max_header_len=_HTTP_OVERHEAD, quirks_mode=True)
        body = record.reader.read()
    except (OSError, ValueError, StopIteration) as error:
        detail = f"The record at {frame.offset} cannot be parsed: {error or 'it is empty'}."
        return _rejected(raw_path, frame.offset, None, RejectReason.BAD_RECORD, detail)
    return _input(frame, record, body, raw_path, cap)


def _input(frame: Frame, record: Any, body: bytes, raw_path: str, cap: int) -> RawPage | Rejected | None:
    http = record.http_headers if record.is_http else None
    headers = tidy_headers(dict(reversed(http.to_tuples())) if http is not None else {})
    stated = headers.get("content-type") if http is not None else record.headers.get("Content-Type")
    kind = (stated or "").split(";")[0].strip().lower()
    if kind not in _TYPES and not (kind == "" and http is not None):
        return None
    why = _fault(frame, record, http)
    if why is None:
        try:
            if frame.size > len(frame.content):
                raise Oversized
            body = _decoded(body, headers, cap)
        except Oversized:
            why = RejectReason.TOO_LARGE, f"The page has more than the {cap} bytes that are read."
        except Damaged as error:
            why = RejectReason.BAD_RECORD, f"The page cannot be unpacked: {error}."
    if why is not None:
        sha256 = hashlib.sha256(frame.content).hexdigest()
        return _rejected(raw_path, frame.offset, sha256, *why)
    url = web_address((record.headers.get("WARC-Target-URI") or "").strip("<>"))
    return RawPage(
        body=body,
        raw_path=f"{raw_path}#{frame.offset}",
        sha256=hashlib.sha256(body).hexdigest(),
        media=_TYPES.get(kind),
        url=url,
        url_origin="warc" if url else None,
        fetched_at=rfc3339(record.headers.get("WARC-Date")),
        headers=headers if http is not None else tidy_headers({"content-type": stated or ""}),
    )


def _fault(frame: Frame, record: Any, http: Any) -> tuple[RejectReason, str] | None:
    """What is wrong with a whole record that could be a page."""
    if http is not None and http.status_code != 200:
        status = http.status_code
        return RejectReason.HTTP_STATUS, f"The server answered {status or 'without a status'}."
    if frame.size == len(frame.content) and not _digest_fits(record, frame.content):
        return RejectReason.BAD_RECORD, "The bytes of the record do not match its WARC-Block-Digest."
    return None


def _digest_fits(record: Any, content: bytes) -> bool:
    """Whether the block digest, if one is stated in a known form, is that of the record."""
    found = _DIGEST.fullmatch(record.headers.get("WARC-Block-Digest", "").strip())
    if found is None:
        return True
    digest = hashlib.new(found[1].lower(), content, usedforsecurity=False).digest()
    stated = found[2].lower().rstrip("=")
    forms = (digest.hex(), *(form(digest).decode().lower().rstrip("=") for form in _FORMS))
    return stated in forms


_FORMS = (base64.b32encode, base64.b64encode)


def _decoded(body: bytes, headers: dict[str, str], cap: int) -> bytes:
    """The page without transfer and content codings, undone under the cap.

    Crawlers often store the page already decoded under the old headers: bytes that do not look coded
    are taken as they are.
    """
    for name in ("transfer-encoding", "content-encoding"):
        for coding in reversed(headers.get(name, "").split(",")):
            try:
                body = unpack(body, coding, cap)
            except Damaged:
                if not _TAG.search(body[:4096]):
                    raise
    if len(body) > cap:
        raise Oversized
    return body
