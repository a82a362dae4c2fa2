"""Feeds, sitemaps and home pages: what they name, and that nothing in them can do harm."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from copydesk.fetch.documents import DocumentKind, read_document
from copydesk.fetch.records import Link, Refusal, Result

BASE = "https://paper.example/feeds/main"
CAP = 100_000


def read(body: str | bytes, media: str = "", url: str = BASE) -> tuple[DocumentKind, list[Link], list[str]]:
    packed = body if isinstance(body, bytes) else body.encode()
    kind, found = read_document(packed, media, url, CAP)
    return kind, list(found.pages), [link.url for link in found.documents]


def test_rss_with_relative_links_trackers_and_guids() -> None:
    kind, links, _ = read(
        """<?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"
            xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><channel>
        <atom:link href="https://paper.example/rss" rel="self"/><link>https://paper.example/</link>
        <item><link> /a?utm_source=rss&amp;id=7 </link>
        <pubDate>Wed, 01 May 2030 10:00:00 +0200</pubDate></item>
        <item><guid>https://paper.example/b</guid><dc:date>2030-05-02T10:00:00Z</dc:date></item>
        <item><guid isPermaLink="false">https://paper.example/not-this</guid></item>
        <item><link>https://clicks.example/1</link><feedburner:origLink>/c</feedburner:origLink></item>
        <item><link>javascript:alert(1)</link></item>
        </channel></rss>"""
    )
    assert kind is DocumentKind.FEED
    assert links == [
        Link("https://paper.example/a?id=7", "2030-05-01T10:00:00+02:00"),
        Link("https://paper.example/b", "2030-05-02T10:00:00Z"),
        Link("https://paper.example/c"),
    ]


def test_rdf_and_atom() -> None:
    rdf = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
        <channel><title>x</title></channel><item><link>https://paper.example/a</link></item></rdf:RDF>"""
    assert [link.url for link in read(rdf)[1]] == ["https://paper.example/a"]
    atom = """<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="/feed"/><entry>
        <link rel="replies" href="/a#comments"/><link href="/a"/><published>2030-05-01T10:00:00Z</published>
        <updated>2030-05-01T11:00:00Z</updated></entry></feed>"""
    assert read(atom)[1] == [Link("https://paper.example/a", "2030-05-01T10:00:00Z", "2030-05-01T11:00:00Z")]


def test_json_feed() -> None:
    items = [
        {"url": "https://paper.example/a", "date_published": "2030-05-01T10:00:00Z"},
        {"url": 3},
        "x",
        {},
    ]
    kind, links, _ = read(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}))
    assert (kind, links) == (DocumentKind.FEED, [Link("https://paper.example/a", "2030-05-01T10:00:00Z")])


def test_a_news_sitemap_packed_as_a_file() -> None:
    body = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
        xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
        <url><loc>https://paper.example/a</loc><lastmod>2030-05-02</lastmod>
        <n:news><n:publication_date>2030-05-01T10:00:00Z</n:publication_date></n:news></url>
        <url><loc>https://paper.example/tag/ferry/</loc></url>
        <url><loc>https://paper.example/2030/05/ferry-runs-again</loc></url></urlset>"""
    kind, links, _ = read(gzip.compress(body.encode()))
    assert kind is DocumentKind.SITEMAP
    assert links == [
        Link("https://paper.example/a", "2030-05-01T10:00:00Z", "2030-05-02"),
        Link("https://paper.example/2030/05/ferry-runs-again"),
    ]


def test_an_index_and_a_list() -> None:
    index = "<sitemapindex><sitemap><loc>/map-1.xml</loc></sitemap><sitemap><loc>ftp://x/</loc></sitemap></sitemapindex>"
    assert read(index)[2] == ["https://paper.example/map-1.xml"]
    kind, links, _ = read("https://paper.example/a\r\nnot a url\nhttps://paper.example/b\n")
    assert (kind, [link.url for link in links]) == (
        DocumentKind.SITEMAP,
        ["https://paper.example/a", "https://paper.example/b"],
    )


def test_a_home_page_names_feeds_and_stories_of_its_own_site() -> None:
    page = """<!DOCTYPE html><html><head><base href="/en/">
        <link rel="alternate" type="application/atom+xml" href="feed"><link rel="alternate" href="/fr">
        </head><body><a href="2031/05/ferry-runs-again">x</a><a href="https://other.example/2031/05/ferry-x">x</a>
        <a href="/tag/ferry/">x</a><a href="/login">x</a><a href="/picture.jpg">x</a><a>x</a></body></html>"""
    kind, links, feeds = read(page, "text/html", "https://paper.example/")
    assert kind is DocumentKind.SITE
    assert feeds == ["https://paper.example/en/feed"]
    assert [link.url for link in links] == ["https://paper.example/en/2031/05/ferry-runs-again"]


def test_entities_open_no_files_and_do_not_grow(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("https://paper.example/secret")
    item = "<rss><channel><item><link>&x;</link></item></channel></rss>"
    outside = f'<!DOCTYPE r [<!ENTITY x SYSTEM "{secret.as_uri()}">]>{item}'
    assert read(outside)[1] == []
    entities = '<!ENTITY a0 "https://paper.example/">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
    )
    bomb = f"<!DOCTYPE r [{entities}]><rss><channel><item><link>&a9;</link></item></channel></rss>"
    assert read(bomb)[1] == []


def test_a_packed_sitemap_that_is_a_bomb_is_refused() -> None:
    with pytest.raises(Refusal) as caught:
        read(gzip.compress(bytes(CAP * 2)))
    assert caught.value.result is Result.TOO_LARGE


_PARTS = st.sampled_from(
    b"""<rss> <channel> <item> <link> </link> /a &x; \xff \0 <url><loc> <urlset> <!DOCTYPE_html> <html>
    <a_href=" http://[ "> { "items":[ \x1f\x8b""".replace(b"_", b"\t").split(b" ")
)


@settings(deadline=None)
@given(st.lists(_PARTS, max_size=30).map(b"".join) | st.binary(max_size=200))
@example(b"<html><a href='http://[::1'>x</a>")
@example(b"<!DOCTYPE html>")
@example(b"{" * 5_000)
def test_whatever_comes_is_read_or_refused(body: bytes) -> None:
    try:
        kind, found = read_document(body, "", "https://paper.example/", CAP)
    except Refusal:
        return
    assert kind in DocumentKind
    assert all(link.url.startswith(("http://", "https://")) for link in (*found.pages, *found.documents))
