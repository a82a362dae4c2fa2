"""Cut an archive into records, whole or not at all, and go on behind damage.

Readers of WARC stop at the first wrong length, or hand out a short record as a good one. Here a record
counts only if its length fits what follows it; what does not fit is named by its byte range, and
reading goes on at the next line that opens a record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from copydesk.sources.stream import Broken, Stream

_LENGTH = re.compile(rb"\ncontent-length[ \t]*:[ \t]*(\d{1,15})[ \t]*\r?\n", re.IGNORECASE)
# Of a record beyond the cap so much is read: enough for the headers that tell whether it is a page.
_START = 65_536


@dataclass(frozen=True, slots=True)
class Frame:
    """One whole record; of one beyond the cap only the start of its `content`, and `size` tells."""

    offset: str
    header: bytes
    content: bytes
    size: int


@dataclass(frozen=True, slots=True)
class Gap:
    """A range of a file that holds no readable record, and why."""

    offset: str
    end: str
    why: str


def frames(file: IO[bytes], *, packed: bool, cap: int) -> Iterator[Frame | Gap]:
    """The records of an archive in order, and the gaps between them.

    >>> import io
    >>> list(frames(io.BytesIO(b"<p>no archive</p>"), packed=False, cap=100))
    [Gap(offset='0', end='17', why='no record begins here')]
    """
    stream = Stream(file, packed)
    while True:
        start = None
        total = stream.consumed
        try:
            if not stream.at_record():
                return
            start, total = stream.place, stream.consumed
            frame = _frame(stream, stream.label(start), cap)
        except Broken as error:
            start = start or stream.place
            more = stream.recover(start, total)
            end = stream.label(stream.place) if more else stream.end()
            yield Gap(stream.label(start), end, str(error))
            if not more:
                return
            continue
        yield frame


def _frame(stream: Stream, offset: str, cap: int) -> Frame:
    header = stream.header()
    found = _LENGTH.search(header)
    if found is None:
        raise Broken("its header states no length")
    size = int(found[1])
    content = stream.read(size if size <= cap else _START)
    there = len(content) + (stream.skip(size - len(content)) if size > cap else 0)
    if there < size:
        raise Broken(f"its header states {size} bytes, and {there} follow")
    after = stream.peek(4)
    if after and after[0] not in b"\r\n" and not b"WARC".startswith(after):
        raise Broken(f"its header states {size} bytes, and the record ends elsewhere")
    stream.finish_member()
    return Frame(offset, header, content, size)
