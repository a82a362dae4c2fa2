"""Lines of JSON: a bad line costs that line and nothing else."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copydesk.model import Form, RawPage, Rejected, RejectReason
from copydesk.settings import ReadSettings, Settings

Taken = Callable[..., list[RawPage | Rejected]]
GOOD = json.dumps({"url": "https://example.org/a", "html": "<p>The ferry sailed.</p>"}).encode()


def test_fields_of_a_line(taken: Taken) -> None:
    line = {
        "url": "https://example.org/a",
        "text": "The ferry sailed.\u2028At noon.",
        "fetched_at": "Wed, 01 May 2024 10:00:00 GMT",
        "headers": {"Content-Language": "en", "Content-Type": "text/html; charset=koi8-r"},
    }
    [page] = taken("a.jsonl", json.dumps(line, ensure_ascii=False).encode())
    assert isinstance(page, RawPage)
    assert page.body.decode() == line["text"]
    assert (page.raw_path, page.media) == ("a.jsonl#1", Form.TEXT)
    assert (page.url, page.url_origin, page.fetched_at) == (line["url"], "jsonl", "2024-05-01T10:00:00Z")
    assert page.headers == {"content-language": "en"}  # the text is no longer in the server's encoding


@pytest.mark.parametrize(
    "bad",
    [
        b"{",
        b"[]",
        b"null",
        b"7",
        b'"text"',
        b"{}",
        b'{"url": "https://example.org/"}',
        b'{"html": 7}',
        b'{"html": null, "text": ["a"]}',
        b'{"text": "a", "url": 7}',
        b'{"text": "a", "fetched_at": 1714550400}',
        b'{"text": "a", "headers": {"x": 1}}',
        b'{"text": "a", "score": NaN}',
        b'{"text": "\\ud800"}',
        b'{"text": "\xff"}',
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"text": "a"} {"text": "b"}',
        b"\x00",
        b"WARC/1.0",
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_a_bad_line_costs_one_line(taken: Taken, bad: bytes, packed: bool) -> None:
    content = b"\n".join([GOOD, bad, b"", GOOD])
    first, rejected, last = taken("a.jsonl.gz", gzip.compress(content) if packed else content)
    assert isinstance(first, RawPage)
    assert isinstance(last, RawPage)
    assert last.raw_path == "a.jsonl.gz#4"
    assert isinstance(rejected, Rejected)
    assert (rejected.raw_path, rejected.record) == ("a.jsonl.gz#2", "2")
    assert rejected.reason is RejectReason.BAD_RECORD
    assert len(rejected.detail) <= 500
    assert rejected.detail.endswith(".")


def test_many_digits_and_repeated_keys_do_no_harm(taken: Taken) -> None:
    content = b'{"text": "a", "n": ' + b"9" * 5000 + b'}\n{"text": "a", "text": "b"}\n' + GOOD
    items = taken("a.jsonl", content)
    assert len(items) == 3
    assert isinstance(items[2], RawPage)


def test_addresses_and_times_that_are_none(taken: Taken) -> None:
    [page] = taken("a.jsonl", b'{"text": "a", "url": "javascript:alert(1)", "fetched_at": "yesterday"}')
    assert isinstance(page, RawPage)
    assert (page.url, page.url_origin, page.fetched_at) == (None, None, None)


def test_lines_and_pages_beyond_the_cap(taken: Taken) -> None:
    small = Settings(read=ReadSettings(max_bytes=1000))
    endless = b'{"text": "' + b"x" * 500_000 + b'"}'
    long = b'{"text": "' + b"x" * 2_000 + b'"}'
    found = taken("a.jsonl", b"\n".join([endless, long, GOOD]), small)
    assert [getattr(item, "reason", None) for item in found] == [RejectReason.TOO_LARGE] * 2 + [None]


def test_a_line_at_the_cap_leaves_the_next_one_whole(taken: Taken) -> None:
    cap = 3 * 1000 + 65_536
    small = Settings(read=ReadSettings(max_bytes=1000))
    for length in range(cap - 1, cap + 3):
        found = taken("a.jsonl", b"x" * length + b"\n" + GOOD, small)
        assert len(found) == 2
        assert isinstance(found[1], RawPage)


def test_a_cut_gzip_gives_its_whole_lines(taken: Taken) -> None:
    lines = [json.dumps({"text": f"Story {n} " + str(hash(str(n)))}).encode() for n in range(5000)]
    packed = gzip.compress(b"\n".join(lines))
    found = taken("a.jsonl.gz", packed[: len(packed) // 2])
    assert len(found) > 1000
    assert all(isinstance(item, RawPage) for item in found[:-1])
    assert isinstance(found[-1], Rejected)
    assert "cannot be read" in found[-1].detail


def test_mark_and_carriage_returns(taken: Taken) -> None:
    found = taken("a.jsonl", b"\xef\xbb\xbf" + GOOD + b"\r\n\r\n" + GOOD + b"\r\n")
    assert [item.raw_path for item in found] == ["a.jsonl#1", "a.jsonl#3"]


_LINES = st.one_of(
    st.binary(max_size=80),
    st.just(GOOD),
    st.dictionaries(st.sampled_from(["url", "html", "text", "headers", "x"]), st.text() | st.none()).map(
        lambda value: json.dumps(value).encode()
    ),
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_LINES, max_size=8), st.booleans())
def test_any_bytes_give_pages_or_reasons(taken: Taken, lines: list[bytes], packed: bool) -> None:
    content = b"\n".join(lines)
    found = taken("a.jsonl", gzip.compress(content) if packed else content)
    # Every line that is not blank is accounted for, once, in order.
    whole = [n for n, line in enumerate(content.split(b"\n"), 1) if line.strip()]
    if not content.startswith(b"\xef\xbb\xbf") and (packed or not content.startswith(b"\x1f\x8b")):
        assert [item.raw_path for item in found] == [f"a.jsonl#{n}" for n in whole]
