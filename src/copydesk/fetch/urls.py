"""One form for every url: what is asked, what tells two urls apart, and what looks like an article."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit, urlunsplit

from copydesk.fetch.records import Refusal, Result

# Names of parameters that say where a reader came from. courlan's own list is wider; it also takes
# `gallery`, `cid` and `eid`, which are the only thing that tells two stories apart on some sites.
_TRACKER = re.compile(
    r"utm_\w+|(?:fb|g|d|msclk|y|tw)c?lid|(?:g|w)braid|igsh(?:id)?|mc_[ce]id|_g[al]|ito"
    r"|(?:mtm|pk|oly|vero|hsa|ns|at|itm|wt)_\w+|ref_src|ref_url|cmpid|cmp|ncid|ocid|xtor|smid|taid|ftag",
    re.IGNORECASE,
)
_MAX = 2_000
_PORTS = {"http": 80, "https": 443}


def tidy(url: str, base: str | None = None) -> str | None:
    """The url to ask: absolute, escaped, without fragment, default port and trackers; None if it is none.

    >>> tidy("/a b?utm_source=x&id=7#top", "https://Paper.example:443/news/")
    'https://paper.example/a%20b?id=7'
    >>> tidy("javascript:alert(1)", "https://paper.example/")
    """
    from w3lib.url import safe_url_string  # noqa: PLC0415 - only fetching needs it

    try:
        joined = urljoin(base, url.strip()) if base else url.strip()
        parts = urlsplit(safe_url_string(joined))
        port = parts.port
    except ValueError:
        return None
    scheme, host = parts.scheme.lower(), (parts.hostname or "").rstrip(".")
    if scheme not in _PORTS or not host or len(joined) > _MAX:
        return None
    # Whoever puts a name before the host is refused later, by name; here it must not be lost.
    user = parts.netloc.rpartition("@")[0]
    netloc = (f"{user}@" if user else "") + (f"[{host}]" if ":" in host else host)
    if port not in (None, _PORTS[scheme]):
        netloc += f":{port}"
    return urlunsplit((scheme, netloc, parts.path or "/", _without_trackers(parts.query), ""))


def _without_trackers(query: str) -> str:
    kept = [part for part in query.split("&") if part and not _TRACKER.fullmatch(part.partition("=")[0])]
    return "&".join(kept)


def url_key(url: str) -> str:
    """What tells a page from another: the url without scheme, its parameters in one order.

    >>> url_key("https://paper.example/a/?b=2&a=1") == url_key("http://paper.example/a?a=1&b=2")
    True
    """
    from w3lib.url import canonicalize_url  # noqa: PLC0415 - only fetching needs it

    parts = urlsplit(canonicalize_url(url, keep_blank_values=True))
    path = parts.path.rstrip("/") or "/"
    return f"{parts.netloc}{path}" + (f"?{parts.query}" if parts.query else "")


def host_key(url: str) -> str:
    """Whom a request bothers: the host, with the port if it is no usual one.

    >>> host_key("https://paper.example/a"), host_key("http://127.0.0.9:8080/")
    ('paper.example', '127.0.0.9:8080')
    """
    return urlsplit(url).netloc.rpartition("@")[2]


def origin_of(url: str) -> str:
    """Scheme and host, for which one robots.txt holds."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def same_site(one: str, other: str) -> bool:
    """Whether one of two urls' hosts is the other or lies below it.

    >>> same_site("https://www.paper.example/", "https://feeds.paper.example/rss")
    True
    """
    a, b = (host_key(url).removeprefix("www.") for url in (one, other))
    return a == b or a.endswith(f".{b}") or b.endswith(f".{a}")


def check_shape(url: str) -> None:
    """Refuse urls no reader would follow: other schemes, user names, hosts that are none."""
    parts = urlsplit(url)
    if "@" in parts.netloc:
        raise Refusal(Result.BAD_URL, "It has a user name before the host.")
    if parts.scheme not in _PORTS or not parts.hostname:
        raise Refusal(Result.BAD_URL, "It is no http or https url.")


_NO_PAGE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|avif|mp[34]|m4[av]|mov|avi|webm|pdf|zip|gz|docx?|xlsx?|pptx?|css|js|ico"
    r"|xml|rss|atom|json)$",
    re.IGNORECASE,
)


def may_be_page(url: str) -> bool:
    """Whether a url a feed or a sitemap calls a story can be one: no picture, no document.

    >>> may_be_page("https://paper.example/2031/ferry"), may_be_page("https://paper.example/ferry.jpg")
    (True, False)
    """
    return not _NO_PAGE.search(urlsplit(url).path)


def looks_like_article(url: str) -> bool:
    """Whether a url with nothing said about it looks like a story, not like an overview or a form.

    >>> looks_like_article("https://paper.example/2031/05/ferry-runs-again")
    True
    >>> looks_like_article("https://paper.example/tag/ferry/")
    False
    """
    from courlan import is_navigation_page, is_not_crawlable  # noqa: PLC0415 - brings language tables
    from courlan.filters import path_filter, type_filter  # noqa: PLC0415

    parts = urlsplit(url)
    if not may_be_page(url) or parts.path in {"", "/"} or is_navigation_page(url) or is_not_crawlable(url):
        return False
    return type_filter(url) and path_filter(parts.path, parts.query)
