"""Pages as lines of JSON: `url`, `html` or `text`, `fetched_at`, `headers`. A bad line costs that line."""

from __future__ import annotations

import gzip
import hashlib
import zlib
from collections.abc import Iterator
from typing import IO, Any

from copydesk.model import Form, RawPage, Rejected, RejectReason
from copydesk.settings import Settings
from copydesk.sources.sidecar import BadRecord, known, parse_object

# JSON may write two bytes of a letter as six ASCII characters; the rest is for address and headers.
_GROWTH = 3
_EXTRA = 65_536
_BOM = b"\xef\xbb\xbf"


def pages(
    file: IO[bytes], raw_path: str, settings: Settings, *, packed: bool
) -> Iterator[RawPage | Rejected]:
    """The pages of a JSON Lines file, the line number in `raw_path`. Empty lines are no input.

    >>> import io
    >>> [page.raw_path for page in pages(io.BytesIO(b'{"text": "A."}'), "a.jsonl", Settings(), packed=False)]
    ['a.jsonl#1']
    """
    lines = gzip.GzipFile(fileobj=file, mode="rb") if packed else file
    cap = _GROWTH * settings.read.max_bytes + _EXTRA
    number = 0
    while True:
        number += 1
        try:
            line = _line(lines, cap)
        except (OSError, EOFError, zlib.error) as error:
            detail = f"The file cannot be read from line {number} on: {error}."
            yield _rejected(raw_path, number, None, RejectReason.BAD_RECORD, detail)
            return
        if line is None:
            detail = f"Line {number} is longer than {cap} bytes."
            yield _rejected(raw_path, number, None, RejectReason.TOO_LARGE, detail)
        elif not line:
            return
        elif (line := line.removeprefix(_BOM if number == 1 else b"").strip()) != b"":
            yield _page(line, raw_path, number, settings.read.max_bytes)


def _line(lines: IO[bytes] | gzip.GzipFile, cap: int) -> bytes | None:
    """One line with its end, `b""` behind the last; None for one beyond the cap, read to its end.

    Lines end at a line feed and at nothing else: U+2028 may stand inside JSON strings.
    """
    line = lines.readline(cap + 1)
    if len(line) <= cap or line.endswith(b"\n"):
        return line
    while (rest := lines.readline(cap)) and not rest.endswith(b"\n"):
        pass
    return None


def _page(line: bytes, raw_path: str, number: int, max_bytes: int) -> RawPage | Rejected:
    sha256 = hashlib.sha256(line).hexdigest()
    try:
        record = parse_object(line)
        body, media = _body(record)
        facts = known(record)
    except BadRecord as error:
        detail = f"Line {number} is no page. {error}"[:500]
        return _rejected(raw_path, number, sha256, RejectReason.BAD_RECORD, detail)
    if len(body) > max_bytes:
        detail = f"The page has {len(body)} bytes; at most {max_bytes} are read."
        return _rejected(raw_path, number, sha256, RejectReason.TOO_LARGE, detail)
    return RawPage(
        body=body,
        raw_path=f"{raw_path}#{number}",
        sha256=hashlib.sha256(body).hexdigest(),
        media=media,
        url=facts.url,
        url_origin="jsonl" if facts.url else None,
        fetched_at=facts.fetched_at,
        # The text is Unicode already, so what the server said of its bytes no longer holds.
        headers={name: value for name, value in facts.headers.items() if name != "content-type"},
    )


def _body(record: dict[str, Any]) -> tuple[bytes, Form]:
    for name, media in (("html", Form.HTML), ("text", Form.TEXT)):
        value = record.get(name)
        if isinstance(value, str):
            return value.encode("utf-8"), media
        if value is not None:
            raise BadRecord(f"Its {name!r} is not a string.")
    raise BadRecord("It has neither 'html' nor 'text'.")


def _rejected(raw_path: str, number: int, sha256: str | None, reason: RejectReason, detail: str) -> Rejected:
    return Rejected(f"{raw_path}#{number}", str(number), sha256, reason, detail)
