"""What a document of a site names, whatever kind of document it turns out to be."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from copydesk.fetch.feeds import is_feed, read_feed, read_json_feed
from copydesk.fetch.records import Found, Link, Refusal, Result
from copydesk.fetch.sitemaps import SITEMAPS, read_sitemap, read_url_list
from copydesk.fetch.urls import looks_like_article, same_site, tidy
from copydesk.fetch.xml import name_of, parse_xml
from copydesk.sources.unpack import GZIP, Damaged, Oversized, gunzip

_FEED_TYPES = {"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"}
_LOOKS_LIKE_FEED = re.compile(
    r"(?:^|[/._-])(?:rss|atom|feeds?|sitemap\w*)(?:[/._-]|\d|$)|\.(?:xml|rdf)(?:\.gz)?$"
)
_MAX_LINKS = 5_000
_MAX_HTML = 2_000_000


class DocumentKind(StrEnum):
    """What a document is."""

    FEED = "feed"
    SITEMAP = "sitemap"
    SITE = "site"
    PAGE = "page"


def guess_kind(url: str) -> DocumentKind:
    """What a url names, as far as one can tell before it is asked for.

    >>> [str(guess_kind(f"https://paper.example/{path}")) for path in ("", "rss", "sitemap.xml", "a")]
    ['site', 'feed', 'sitemap', 'page']
    """
    path = urlsplit(url).path.lower()
    if path in {"", "/"}:
        return DocumentKind.SITE
    if not _LOOKS_LIKE_FEED.search(path):
        return DocumentKind.PAGE
    return DocumentKind.SITEMAP if "sitemap" in path else DocumentKind.FEED


def read_document(body: bytes, media: str, url: str, cap: int) -> tuple[DocumentKind, Found]:
    """What a document is and names; raises `Refusal` if it is none we can read.

    >>> kind, found = read_document(b"<rss><channel/></rss>", "", "https://paper.example/rss", 1000)
    >>> str(kind), found.pages
    ('feed', ())
    """
    body = _unpacked(body, cap)
    start = body[:2_000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:1] == b"{":
        links = read_json_feed(body, url)
        if links is not None:
            return DocumentKind.FEED, Found(pages=links)
    if start[:1] == b"<" and not _is_html(start, media):
        root = parse_xml(body)
        if root is not None and is_feed(root):
            return DocumentKind.FEED, Found(pages=read_feed(root, url))
        if root is not None and name_of(root) in SITEMAPS:
            return DocumentKind.SITEMAP, read_sitemap(root, url)
    if start[:1] == b"<" and (_is_html(start, media) or media in {"", "text/html", "application/xhtml+xml"}):
        kind = DocumentKind.SITE if guess_kind(url) is DocumentKind.SITE else DocumentKind.PAGE
        return kind, read_home(body, url)
    if start.lower().startswith((b"http://", b"https://")):
        return DocumentKind.SITEMAP, Found(pages=read_url_list(body, url))
    raise Refusal(Result.NOT_A_PAGE, "It is neither a feed nor a sitemap nor a web page.")


def _unpacked(body: bytes, cap: int) -> bytes:
    """A sitemap that is a gzip file of its own, unpacked."""
    if not body.startswith(GZIP):
        return body
    try:
        return gunzip(body, cap)
    except Oversized as error:
        raise Refusal(Result.TOO_LARGE, f"It has more than {cap} bytes once unpacked.") from error
    except Damaged as error:
        raise Refusal(Result.BAD_ENCODING, f"Not to be unpacked: {error}.") from error


def _is_html(start: bytes, media: str) -> bool:
    head = start.lower()
    if re.match(rb"<\?xml[^>]*>\s*<(?:rss|feed|rdf|urlset|sitemapindex|\w+:rdf)\b", head):
        return False
    return b"<html" in head or b"<!doctype html" in head or media == "application/xhtml+xml"


def read_home(body: bytes, url: str) -> Found:
    """The feeds a home page names, and the links on it that look like stories of its site.

    >>> feed = b'<link rel="alternate" type="application/rss+xml" href="/rss">'
    >>> found = read_home(feed + b'<a href="/2031/ferry-runs">x</a>', "https://paper.example/")
    >>> [link.url for link in (*found.documents, *found.pages)]
    ['https://paper.example/rss', 'https://paper.example/2031/ferry-runs']
    """
    from lxml import html  # noqa: PLC0415 - only home pages need it

    try:
        root = html.fromstring(body[:_MAX_HTML], parser=html.HTMLParser(huge_tree=False, no_network=True))
    except (ValueError, AssertionError, html.etree.ParserError):
        return Found()
    stated = next((str(b.get("href")) for b in root.iter("base") if b.get("href")), "")
    base = tidy(stated, url) or url
    feeds = [tidy(str(link.get("href")), base) for link in root.iter("link") if _is_feed_link(link)]
    stories = _stories(root, base, url)
    return Found(
        pages=tuple(Link(story) for story in stories),
        documents=tuple(Link(feed) for feed in dict.fromkeys(feeds) if feed),
    )


def _is_feed_link(link: Any) -> bool:
    media = (link.get("type") or "").split(";")[0].strip().lower()
    return bool(link.get("href")) and "alternate" in (link.get("rel") or "").lower() and media in _FEED_TYPES


def _stories(root: Any, base: str, site: str) -> list[str]:
    found: dict[str, None] = {}
    for anchor in root.iter("a"):
        stated = str(anchor.get("href") or "")
        url = tidy(stated, base) if stated else None
        if url and same_site(url, site) and looks_like_article(url):
            found[url] = None
            if len(found) >= _MAX_LINKS:
                break
    return list(found)
