"""Twenty papers on 127.0.0.0/8: feeds, sitemaps, robots.txt, redirects, ETags, and what must not be asked."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.utils import formatdate

from loopback import Reply, Web, serving

HOSTS = [f"127.0.71.{n}" for n in range(1, 21)]
STORIES = 4
FORMS = ("rss", "atom", "json", "sitemap", "news")
CLOSED = HOSTS[18]
"""Its robots.txt is answered with 503: nothing may be asked for now."""
SLOW = HOSTS[19]
"""Its robots.txt asks for an hour between two requests: it is skipped."""
_HTML = {"Content-Type": "text/html; charset=utf-8"}


def form_of(host: str) -> str:
    return FORMS[HOSTS.index(host) % len(FORMS)]


def stories(host: str) -> list[str]:
    """What is to arrive of a host; the first story is only reached through a redirect."""
    return ["/2031/05/moved-here", *(f"/2031/05/story-{n}" for n in range(1, STORIES))]


def named(host: str) -> list[str]:
    """What its feed or sitemap names: stories, one of them twice, one behind a redirect, one forbidden."""
    return [
        "/old/story-0",
        *(f"/2031/05/story-{n}" for n in range(1, STORIES)),
        "/2031/05/story-1?utm_source=feed&utm_medium=rss",
        "/2031/05/story-1#comments",
        "/private/draft",
    ]


@dataclass(frozen=True)
class Farm:
    """The papers as one answerer."""

    web: Web | None = None

    def answer(self, address: str, path: str, headers: dict[str, str]) -> Reply:
        reply = self.page(address, f"http://{headers['host']}", path)
        if reply.status != 200 or path == "/robots.txt":
            return reply
        # Half of the papers date their pages, the others name versions of them.
        if HOSTS.index(address) % 2:
            mark, asked = ("Last-Modified", "if-modified-since")
            value = formatdate(1_900_000_000, usegmt=True)
        else:
            mark, asked = ("ETag", "if-none-match")
            value = '"' + hashlib.sha256(reply.body).hexdigest()[:16] + '"'
        if headers.get(asked) == value:
            return Reply(b"", 304, {mark: value})
        return Reply(reply.body, 200, {**reply.headers, mark: value})

    def page(self, host: str, base: str, path: str) -> Reply:
        if path == "/robots.txt":
            return self.robots(host, base)
        if path == "/":
            return self.home(host)
        if path == "/old/story-0":
            return Reply(b"", 301, {"Location": "/2031/05/moved-here"})
        if path in stories(host):
            return Reply(story(host, path), headers=_HTML)
        maker = {"/feed": self.feed, "/sitemaps.xml": self.index, "/map.xml.gz": self.sitemap}.get(path)
        return maker(host, base) if maker else Reply(b"<html>gone</html>", 404, _HTML)

    def robots(self, host: str, base: str) -> Reply:
        if host == CLOSED:
            return Reply(b"busy", 503)
        lines = ["User-agent: *", "Disallow: /private/", "Allow: /"]
        if host == SLOW:
            lines.append("Crawl-delay: 3600")
        if form_of(host) in {"sitemap", "news"}:
            lines.append(f"Sitemap: {base}/sitemaps.xml")
        return Reply("\n".join(lines).encode(), headers={"Content-Type": "text/plain"})

    def home(self, host: str) -> Reply:
        kinds = {"rss": "rss+xml", "atom": "atom+xml", "json": "feed+json"}
        kind = kinds.get(form_of(host))
        link = f'<link rel="alternate" type="application/{kind}" href="/feed">' if kind else ""
        return Reply(
            f"<!DOCTYPE html><html><head>{link}</head><body>Paper</body></html>".encode(), headers=_HTML
        )

    def feed(self, host: str, base: str) -> Reply:
        form = form_of(host)
        if form == "json":
            items = [{"id": path, "url": base + path} for path in named(host)]
            body = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items})
            return Reply(body.encode(), headers={"Content-Type": "application/feed+json"})
        escaped = [path.replace("&", "&amp;") for path in named(host)]
        if form == "rss":
            items_ = "".join(f"<item><title>A</title><link>{path}</link></item>" for path in escaped)
            return Reply(
                f"<?xml version='1.0'?><rss version='2.0'><channel>{items_}</channel></rss>".encode()
            )
        entries = "".join(f"<entry><link href='{path}'/></entry>" for path in escaped)
        return Reply(f"<feed xmlns='http://www.w3.org/2005/Atom'>{entries}</feed>".encode())

    def index(self, host: str, base: str) -> Reply:
        entry = f"<sitemap><loc>{base}/map.xml.gz</loc></sitemap>"
        return Reply(
            f"<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{entry}</sitemapindex>".encode()
        )

    def sitemap(self, host: str, base: str) -> Reply:
        news = ""
        if form_of(host) == "news":
            news = "<n:news><n:publication_date>2031-05-04T10:00:00Z</n:publication_date></n:news>"
        urls = "".join(
            f"<url><loc>{base}{path.replace('&', '&amp;')}</loc>{news}</url>" for path in named(host)
        )
        spaces = "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'"
        body = gzip.compress(f"<urlset {spaces}>{urls}</urlset>".encode(), mtime=0)
        return Reply(body, headers={"Content-Type": "application/gzip"})


def story(host: str, path: str) -> bytes:
    lines = [
        f"The ferry of paper {host} ran again on Monday after a week of storms, as {path} had it.",
        "Fifty people and a horse waited on the quay when the first boat of the week came in before noon.",
        "The company said that it would run twice as many boats until the weekend, weather permitting.",
    ]
    paragraphs = "".join(f"<p>{line}</p>" for line in lines)
    head = "<!DOCTYPE html><html><head><title>Ferry</title></head>"
    return f"{head}<body><article>{paragraphs}</article></body></html>".encode()


@contextmanager
def farm() -> Iterator[Web]:
    with serving(HOSTS, Farm().answer) as web:
        yield web
