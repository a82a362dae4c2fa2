"""Urls brought into one form: the same page has one key, another page has another."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.fetch.addresses import is_public
from copydesk.fetch.urls import looks_like_article, may_be_page, tidy, url_key


@settings(deadline=None)
@given(st.text(max_size=60))
def test_tidying_twice_changes_nothing(text: str) -> None:
    once = tidy("https://paper.example/" + text)
    if once is not None:
        assert tidy(once) == once
        assert once.isascii()
        assert url_key(once)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://paper.example/a", "http://paper.example/a/"),
        ("https://paper.example/a?b=1&c=2", "https://PAPER.example:443/a?c=2&b=1#top"),
        ("https://paper.example/a?utm_source=x&fbclid=y&gclid=z", "https://paper.example/a"),
        ("https://paper.example/ä", "https://paper.example/%C3%A4"),
    ],
)
def test_one_page_has_one_key(one: str, other: str) -> None:
    assert url_key(tidy(one) or "") == url_key(tidy(other) or "")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://paper.example/?id=1", "https://paper.example/?id=2"),
        ("https://paper.example/?gallery=1", "https://paper.example/?gallery=2"),
        ("https://paper.example/a", "https://paper.example:8443/a"),
        ("https://paper.example/A", "https://paper.example/a"),
    ],
)
def test_other_pages_have_other_keys(one: str, other: str) -> None:
    assert url_key(tidy(one) or "") != url_key(tidy(other) or "")


@pytest.mark.parametrize(
    "url", ["", "x", "ftp://a/", "mailto:a@b.c", "http://", "http://[::1", "https://a:99999/", "data:x"]
)
def test_what_is_no_web_address_is_none(url: str) -> None:
    assert tidy(url) is None


def test_stories_and_what_is_none() -> None:
    assert looks_like_article("https://paper.example/world/2031-05-04/ferry-runs-again-after-storms")
    for path in ("", "tag/ferry/", "author/ann/", "login", "impressum", "index.html", "a/b.pdf", "feed"):
        assert not looks_like_article(f"https://paper.example/{path}"), path
    assert may_be_page("https://paper.example/tag/ferry/")


@settings(deadline=None)
@given(st.ip_addresses(v=4).filter(lambda ip: not ip.is_global))
def test_inside_addresses_are_inside_in_every_spelling(ip: object) -> None:
    number = int(ip)  # type: ignore[call-overload]
    assert not is_public(str(ip))
    assert not is_public(f"::ffff:{ip}")
    assert not is_public(f"64:ff9b::{number >> 16:x}:{number & 0xFFFF:x}")
    assert not is_public(f"2002:{number >> 16:x}:{number & 0xFFFF:x}::1")
