"""Archives: whole records come out, damage is named by its place, nothing else is lost."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import time
from collections.abc import Callable

import brotli
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copydesk.model import Form, RawPage, Rejected, RejectReason
from copydesk.settings import ReadSettings, Settings
from copydesk.sources import warc

Taken = Callable[..., list[RawPage | Rejected]]
HTML = "text/html; charset=utf-8"


def record(
    content: bytes, kind: str = "response", media: str = "application/http; msgtype=response", **fields: str
) -> bytes:
    named = {"Content-Length": str(len(content)), "Content-Type": media}
    named |= {"WARC-Target-URI": "https://example.org/a", "WARC-Date": "2024-05-01T10:00:00Z"}
    named |= {name.replace("_", "-"): value for name, value in fields.items()}
    lines = [f"WARC/1.0\r\nWARC-Type: {kind}", *(f"{name}: {value}" for name, value in named.items())]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + content + b"\r\n\r\n"


def answer(body: bytes, status: str = "200 OK", media: str | None = HTML, **headers: str) -> bytes:
    named = {"Content-Type": media} if media else {}
    named |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in named.items())]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def story(number: int) -> bytes:
    return f"<p>Story {number}: the ferry sailed at noon, and the harbour was quiet.</p>".encode()


def good(number: int) -> bytes:
    return record(answer(story(number)))


def lying(number: int, difference: int) -> bytes:
    content = answer(story(number))
    return record(content, Content_Length=str(len(content) + difference))


def bodies(found: list[RawPage | Rejected]) -> list[bytes]:
    return [item.body for item in found if isinstance(item, RawPage)]


def reasons(found: list[RawPage | Rejected]) -> list[RejectReason]:
    return [item.reason for item in found if isinstance(item, Rejected)]


FIVE = [good(n) for n in range(1, 6)]
STORIES = [story(n) for n in range(1, 6)]


@pytest.mark.parametrize("form", ["plain", "packed", "one member", "large member"])
def test_whole_archives(taken: Taken, form: str) -> None:
    filler = [] if form != "large member" else [record(bytes(300_000), "metadata", "text/plain")] * 3
    parts = [*FIVE[:2], *filler, *FIVE[2:]]
    packed = b"".join(map(gzip.compress, parts))
    content = {"plain": b"".join(parts), "packed": packed}.get(form, gzip.compress(b"".join(parts)))
    found = taken("a.warc.gz", content)
    assert bodies(found) == STORIES
    assert len({item.raw_path for item in found}) == 5
    first = found[0]
    assert isinstance(first, RawPage)
    assert (first.raw_path, first.media) == ("a.warc.gz#0", Form.HTML)
    assert (first.url, first.url_origin) == ("https://example.org/a", "warc")
    assert first.fetched_at == "2024-05-01T10:00:00Z"
    assert first.headers["content-type"] == HTML
    assert first.sha256 == hashlib.sha256(STORIES[0]).hexdigest()


def test_the_offset_leads_to_the_record(taken: Taken) -> None:
    plain, packed = b"".join(FIVE), b"".join(map(gzip.compress, FIVE))
    for item in taken("a.warc", plain):
        assert plain[int(item.raw_path.partition("#")[2]) :].startswith(b"WARC/1.0")
    for item in taken("a.warc.gz", packed):
        assert gzip.decompress(packed[int(item.raw_path.partition("#")[2]) :]).startswith(b"WARC/1.0")


FAULTS = {
    "cut in the last record": ([1, 2, 3, 4], [*FIVE[:4], FIVE[4][:-40]]),
    "cut in the last header": ([1, 2, 3, 4, 5], [*FIVE, b"WARC/1.0\r\nWARC-Ty"]),
    "length too small": ([1, 3, 4, 5], [FIVE[0], lying(2, -5), *FIVE[2:]]),
    "length too big": ([1, 3, 4, 5], [FIVE[0], lying(2, 5), *FIVE[2:]]),
    "length into the next record": ([1, 3, 4, 5], [FIVE[0], lying(2, 100), *FIVE[2:]]),
    "length beyond the file": ([1, 3, 4, 5], [FIVE[0], lying(2, 10**13), *FIVE[2:]]),
    "length without measure": ([1, 3, 4, 5], [FIVE[0], lying(2, 10**40), *FIVE[2:]]),
    "negative length": ([1, 3, 4, 5], [FIVE[0], lying(2, -(10**6)), *FIVE[2:]]),
    "no length": ([1, 3, 4, 5], [FIVE[0], good(2).replace(b"Content-Length", b"Length", 1), *FIVE[2:]]),
    "junk between": ([1, 2, 3, 4, 5], [FIVE[0], b"some junk\r\n\r\n", *FIVE[1:]]),
    "junk first": ([1, 2, 3, 4, 5], [b"some junk\r\n", *FIVE]),
    "zeros behind": ([1, 2, 3, 4, 5], [*FIVE, bytes(5000)]),
    "endless header": ([1, 3, 4, 5], [FIVE[0], b"WARC/1.0\r\n" + b"X: y\r\n" * 20_000, *FIVE[2:]]),
}


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("fault", FAULTS)
def test_damage_costs_the_records_it_hit(taken: Taken, fault: str, packed: bool) -> None:
    whole, parts = FAULTS[fault]
    content = b"".join(gzip.compress(part) if packed else part for part in parts)
    found = taken("a.warc.gz" if packed else "a.warc", content)
    assert bodies(found) == [story(n) for n in whole]
    assert reasons(found) == [RejectReason.BAD_RECORD]
    [gap] = [item for item in found if isinstance(item, Rejected)]
    assert gap.detail.startswith(f"Bytes {gap.record} to ")
    assert gap.raw_path.endswith(f"#{gap.record}")


def bent(content: bytes, at: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 0x10]) + content[at + 1 :]


@pytest.mark.parametrize("at", [0, 5, 60, -6, -2])
def test_a_bent_bit_in_a_compressed_record_costs_that_record(taken: Taken, at: int) -> None:
    parts = [gzip.compress(part, mtime=0) for part in FIVE]
    parts[1] = bent(parts[1], at % len(parts[1]))
    found = taken("a.warc.gz", b"".join(parts))
    assert bodies(found) in ([STORIES[0], *STORIES[2:]], STORIES)  # a time stamp may be bent without loss
    assert (len(bodies(found)) == 4) == (reasons(found) == [RejectReason.BAD_RECORD])


def test_a_wrong_checksum_of_a_long_record_is_seen(taken: Taken) -> None:
    long = gzip.compress(record(answer(bytes(range(32, 127)) * 5000)))
    found = taken("a.warc.gz", gzip.compress(FIVE[0]) + bent(long, len(long) - 6) + gzip.compress(FIVE[2]))
    assert bodies(found) == [STORIES[0], STORIES[2]]
    assert reasons(found) == [RejectReason.BAD_RECORD]


def test_junk_between_compressed_records(taken: Taken) -> None:
    parts = [gzip.compress(part) for part in FIVE]
    content = b"".join([parts[0], b"\x1f\x8b\x08 junk", parts[1], b"junk", *parts[2:]])
    found = taken("a.warc.gz", content)
    assert bodies(found) == STORIES
    assert reasons(found) == [RejectReason.BAD_RECORD] * 2


def test_a_file_that_is_no_archive_is_one_bad_record(taken: Taken) -> None:
    for content in (b"<html>" * 5000, bytes(100_000), gzip.compress(b"<html>" * 5000), b"WARC"):
        found = taken("a.warc", content)
        assert reasons(found) == [RejectReason.BAD_RECORD]
        assert len(found) == 1
    assert taken("a.warc", b"") == []


def test_status_and_type_decide_what_is_an_input(taken: Taken) -> None:
    parts = [
        record(answer(story(1), "404 Not Found")),
        record(answer(b"", "301 Moved", None, Location="https://example.org/b")),
        record(answer(story(1), "404 Not Found", "image/png")),
        record(answer(b"{}", media="application/json")),
        record(answer(b"\x89PNG", media="image/png")),
        record(answer(story(2), media=None)),
        record(answer(story(3), media="TEXT/PLAIN")),
        record(story(4), "resource", "text/html"),
        record(b"Story.", "conversion", "text/plain"),
        record(b"GET / HTTP/1.1\r\n\r\n", "request", "application/http; msgtype=request"),
        record(answer(b""), "revisit"),
        record(b"software: x", "warcinfo", "application/warc-fields"),
        record(b"x", "metadata", "text/plain"),
    ]
    found = taken("a.warc", b"".join(parts))
    assert reasons(found) == [RejectReason.HTTP_STATUS] * 2
    assert bodies(found) == [story(2), story(3), story(4), b"Story."]
    assert [item.media for item in found if isinstance(item, RawPage)] == [
        None,
        Form.TEXT,
        Form.HTML,
        Form.TEXT,
    ]
    assert "404" in found[0].detail  # type: ignore[union-attr]


def chunked(body: bytes) -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in (body[:7], body[7:])) + b"0\r\n\r\n"


def test_codings_are_undone(taken: Taken) -> None:
    page = story(1)
    parts = [
        record(answer(gzip.compress(page), Content_Encoding="gzip")),
        record(answer(brotli.compress(page), Content_Encoding="br")),
        record(answer(chunked(page), Transfer_Encoding="chunked")),
        record(answer(chunked(gzip.compress(page)), Transfer_Encoding="chunked", Content_Encoding="gzip")),
        record(answer(page, Content_Encoding="gzip", Transfer_Encoding="chunked")),  # decoded by the crawler
    ]
    assert bodies(taken("a.warc", b"".join(parts))) == [page] * 5
    found = taken("a.warc", record(answer(gzip.compress(page)[:-12], Content_Encoding="gzip")) + FIVE[1])
    assert reasons(found) == [RejectReason.BAD_RECORD]
    assert bodies(found) == [STORIES[1]]


def test_bombs_and_large_records(taken: Taken) -> None:
    small = Settings(read=ReadSettings(max_bytes=20_000))
    zeros = bytes(30_000_000)
    parts = [
        record(answer(gzip.compress(zeros), Content_Encoding="gzip")),
        record(answer(brotli.compress(zeros, quality=1), Content_Encoding="br")),
        record(answer(zeros)),
        record(answer(zeros, media="video/mp4")),
        FIVE[4],
    ]
    for content in (b"".join(parts), b"".join(map(gzip.compress, parts))):
        found = taken("a.warc", content, small)
        assert reasons(found) == [RejectReason.TOO_LARGE] * 3
        assert bodies(found) == [STORIES[4]]


def test_block_digest(taken: Taken) -> None:
    content = answer(story(1))
    digest = base64.b32encode(hashlib.sha1(content, usedforsecurity=False).digest()).decode()
    parts = [
        record(content, WARC_Block_Digest=f"sha1:{digest}"),
        record(content, WARC_Block_Digest="sha256:" + hashlib.sha256(content).hexdigest()),
        record(content, WARC_Block_Digest="blake9:0000"),
        record(content, WARC_Block_Digest="sha1:" + "A" * 32),
    ]
    found = taken("a.warc", b"".join(parts))
    assert bodies(found) == [story(1)] * 3
    assert "Digest" in found[3].detail  # type: ignore[union-attr]


def test_odd_http(taken: Taken) -> None:
    for content in (b"", b"\r\n", b"HTTP/1.1\r\n\r\nx", b"200 OK\n\n<p>", b"\x00" * 50):
        found = taken("a.warc", record(content) + FIVE[1])
        assert reasons(found) == [RejectReason.HTTP_STATUS]
        assert bodies(found) == [STORIES[1]]
    assert bodies(taken("a.warc", record(b"HTTP/1.1 200 OK") + FIVE[1])) == [b"", STORIES[1]]
    ends_in_lf = b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n" + story(1)
    assert bodies(taken("a.warc", record(ends_in_lf))) == [story(1)]


def test_a_page_that_quotes_an_archive_stays_one_page(taken: Taken) -> None:
    quoting = b"<p>An archive:</p>\r\n\r\n" + FIVE[0]
    assert bodies(taken("a.warc", record(answer(quoting)) + FIVE[1])) == [quoting, STORIES[1]]


@pytest.mark.parametrize("packed", [False, True])
def test_many_lying_lengths_end_soon(packed: bool) -> None:
    part = b"WARC/1.0\r\nContent-Length: 3000000\r\n\r\n"
    plain = part * 100_000
    content = gzip.compress(plain, 1) if packed else plain
    start = time.process_time()
    found = list(warc.pages(io.BytesIO(content), "a", Settings(), packed=packed))
    assert time.process_time() - start < 12
    assert found
    assert all(isinstance(item, Rejected) for item in found)


PARTS = st.one_of(
    st.integers(1, 5).map(good),
    st.integers(1, 5).map(lambda n: gzip.compress(good(n))),
    st.binary(max_size=60),
    st.sampled_from(
        [b"WARC/1.0\r\n", b"\r\n\r\n", b"\x1f\x8b\x08", b"Content-Length: 5\r\n\r\n", b"\nWARC/1.1"]
    ),
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PARTS, max_size=8).map(b"".join), st.integers(0, 400), st.integers(0, 400))
def test_any_bytes_give_pages_or_reasons(taken: Taken, content: bytes, start: int, stop: int) -> None:
    content = content[:start] + content[start + stop // 8 :]
    found = taken("a.warc", content)
    assert all(isinstance(item, RawPage | Rejected) for item in found)
    assert len({item.raw_path for item in found}) == len(found)
    assert found == taken("a.warc", content)
