"""Feeds: RSS 0.9 to 2.0, RDF, Atom (RFC 4287) and JSON Feed 1.1, for their links and times alone.

A parser of all that feeds may hold takes a hundred times as long and cannot be stopped in the middle;
which stories there are and when they appeared is a dozen elements.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

import orjson

from copydesk.fetch.records import Link
from copydesk.fetch.urls import tidy
from copydesk.fetch.xml import name_of, named, text_of
from copydesk.sources.stamps import rfc3339

MAX_ITEMS = 5_000
FEEDS = frozenset({"rss", "feed", "rdf"})
"""Names of the root elements of feeds."""


def read_feed(root: Any, base: str) -> tuple[Link, ...]:
    """The stories of an RSS, RDF or Atom feed; `base` is its url.

    >>> from copydesk.fetch.xml import parse_xml
    >>> feed = b"<rss><channel><item><link>/a</link><pubDate>Wed, 01 May 2030 10:00:00 GMT</pubDate></item>"
    >>> read_feed(parse_xml(feed + b"</channel></rss>"), "https://paper.example/rss")
    (Link(url='https://paper.example/a', published='2030-05-01T10:00:00Z', updated=None),)
    """
    return tuple(islice(filter(None, (_link(item, base) for item in _items(root))), MAX_ITEMS))


def _items(root: Any) -> Iterator[Any]:
    yield from named(root, "item", "entry")
    for channel in named(root, "channel"):
        yield from named(channel, "item", "entry")


def _link(item: Any, base: str) -> Link | None:
    stated = _address(item)
    url = tidy(stated, base) if stated else None
    if url is None:
        return None
    published = rfc3339(text_of(item, "pubdate", "published", "issued", "date"))
    return Link(url, published, rfc3339(text_of(item, "updated", "modified")))


def _address(item: Any) -> str | None:
    # Some feeds count clicks; the story's own address stands beside the counting one.
    if original := text_of(item, "origlink"):
        return original
    for link in named(item, "link"):
        if link.get("href"):
            if link.get("rel", "alternate") == "alternate":
                return str(link.get("href"))
        elif (link.text or "").strip():
            return str(link.text).strip()
    guid = next(named(item, "guid"), None)
    if (
        guid is not None
        and guid.get("isPermaLink", "true") == "true"
        and (guid.text or "").startswith("http")
    ):
        return str(guid.text).strip()
    return None


def read_json_feed(body: bytes, base: str) -> tuple[Link, ...] | None:
    """The stories of a JSON Feed, or None if this is none.

    >>> body = b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "https://paper.example/a"}]}'
    >>> read_json_feed(body, "https://paper.example/feed.json")
    (Link(url='https://paper.example/a', published=None, updated=None),)
    """
    try:
        data = orjson.loads(body.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError:
        return None
    if not isinstance(data, dict) or not isinstance(data.get("items"), list):
        return None
    links = (_json_link(item, base) for item in data["items"][:MAX_ITEMS])
    return tuple(link for link in links if link)


def _json_link(item: Any, base: str) -> Link | None:
    if not isinstance(item, dict):
        return None
    stated = item.get("url") or item.get("external_url")
    url = tidy(stated, base) if isinstance(stated, str) else None
    times = (item.get("date_published"), item.get("date_modified"))
    return Link(url, *(rfc3339(t) if isinstance(t, str) else None for t in times)) if url else None


def is_feed(root: Any) -> bool:
    """Whether an XML document is a feed."""
    return name_of(root) in FEEDS
