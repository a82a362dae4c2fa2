"""Sitemaps (sitemaps.org 0.9), their indexes, the news namespace, and plain lists of urls."""

from __future__ import annotations

from itertools import islice
from typing import Any

from copydesk.fetch.records import Found, Link
from copydesk.fetch.urls import looks_like_article, tidy
from copydesk.fetch.xml import name_of, named, text_of
from copydesk.sources.stamps import rfc3339

MAX_URLS = 50_000
SITEMAPS = frozenset({"urlset", "sitemapindex"})
"""Names of the root elements of sitemaps."""


def read_sitemap(root: Any, base: str) -> Found:
    """The pages of a sitemap, or the sitemaps of an index; `base` is its url.

    A url with a `news:publication_date` is a story; of the others those are taken that look like one.

    >>> from copydesk.fetch.xml import parse_xml
    >>> body = b"<urlset><url><loc>https://paper.example/2031/ferry-runs</loc></url></urlset>"
    >>> [link.url for link in read_sitemap(parse_xml(body), "https://paper.example/sitemap.xml").pages]
    ['https://paper.example/2031/ferry-runs']
    """
    if name_of(root) == "sitemapindex":
        entries = (_entry(item, base) for item in islice(named(root, "sitemap"), MAX_URLS))
        return Found(documents=tuple(link for link in entries if link))
    pages = (_page(item, base) for item in islice(named(root, "url"), MAX_URLS))
    return Found(pages=tuple(link for link in pages if link))


def _entry(item: Any, base: str) -> Link | None:
    stated = text_of(item, "loc")
    url = tidy(stated, base) if stated else None
    return Link(url, None, rfc3339(text_of(item, "lastmod"))) if url else None


def _page(item: Any, base: str) -> Link | None:
    link = _entry(item, base)
    if link is None:
        return None
    for news in named(item, "news"):
        return Link(link.url, rfc3339(text_of(news, "publication_date")), link.updated)
    return link if looks_like_article(link.url) else None


def read_url_list(body: bytes, base: str) -> tuple[Link, ...]:
    r"""The urls of a plain-text sitemap, one a line; lines that are none are passed over.

    >>> read_url_list(b"https://paper.example/a\n# not this\n", "https://paper.example/urls.txt")
    (Link(url='https://paper.example/a', published=None, updated=None),)
    """
    lines = body.decode("utf-8", "replace").removeprefix("\ufeff").split("\n")[:MAX_URLS]
    urls = (tidy(line, base) for line in lines if line.strip().lower().startswith(("http://", "https://")))
    return tuple(Link(url) for url in urls if url)
