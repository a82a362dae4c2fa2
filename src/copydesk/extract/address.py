"""Addresses of articles: their host, the form in which two of them are compared, and the id made of it."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from copydesk.extract.tables import word_set
from copydesk.extract.titles.titles import host_of
from copydesk.model import Page

# Parameters that say how a reader came, not what is read.
_TRACKING = word_set(
    """
fbclid gclid dclid msclkid igshid mc_cid mc_eid cmpid cmp
ocid ncid xtor at_medium at_campaign ref ref_src
referrer source smid sref ito src spm _ga rss guccounter taid share ns_mchannel ns_source ns_campaign
ns_linkname sc_src wt_mc wtmc
"""
)
# Steps of an address below which those are who write.
_WRITERS = frozenset({"author", "authors", "autor", "autoren", "auteur", "auteurs", "contributors"})
_FRONT = ("www.", "m.", "mobile.", "amp.")


def bare_address(url: str) -> str | None:
    """A url without scheme, www, tracking parameters, fragment and closing slash; None if it has no host.

    >>> bare_address("http://www.Example.org/a/?utm_source=x&id=7#top")
    'example.org/a?id=7'
    """
    host = host_of(url)
    if host is None:
        return None
    parts = urlsplit(url.strip())
    pairs = parse_qsl(parts.query[:2000], keep_blank_values=True)
    kept = sorted(p for p in pairs if p[0].lower() not in _TRACKING and not p[0].lower().startswith("utm_"))
    query = f"?{urlencode(kept)}" if kept else ""
    return f"{host}{parts.path.rstrip('/')}{query}"


def steps_of(url: str | None) -> tuple[str, ...]:
    """The steps of an address's path, decoded and case folded; none of what is no address.

    >>> steps_of("https://gazette.example/News/B%C3%BCcher/ferry-is-late.html?id=7")
    ('news', 'bücher', 'ferry-is-late.html')
    """
    try:
        path = urlsplit(url or "").path
    except ValueError:  # a bracket that opens no IPv6 address
        return ()
    return tuple(step for step in unquote(path).casefold().split("/") if step)


def leads_to_writer(link: Any) -> bool:
    """Whether a link leads to who wrote something, by its address or its markup."""
    steps = steps_of(link.get("href"))
    return not _WRITERS.isdisjoint(steps[:-1]) or "author" in str(link.get("rel") or "").lower().split()


def own_address(page: Page) -> str | None:
    """The url that names the page's article: the canonical one if it is of the page's own site.

    A canonical url on a foreign site names the original of a copy, or is a mistake, or a forgery.
    """
    canonical, url = page.canonical_url, page.url
    if canonical is None or url is None:
        return canonical or url
    # A canonical url that points to the front page names no article.
    fits = same_site(canonical, url) and (not _is_front(canonical) or _is_front(url))
    return canonical if fits else url


def _is_front(url: str) -> bool:
    return len(urlsplit(url).path) <= 1


def article_id(page: Page) -> str:
    """16 hex digits of the SHA-256 over the article's address, else over the raw bytes.

    >>> from copydesk.model import Form, RawPage
    >>> article_id(Page(RawPage(b"abc", "a.txt", ""), Form.TEXT, (), "utf-8", "bom"))
    'ba7816bf8f01cfea'
    """
    url = own_address(page)
    bare = bare_address(url) if url else None
    content = page.raw.body if bare is None else bare.encode("utf-8", "surrogatepass")
    return hashlib.sha256(content).hexdigest()[:16]


def same_site(one: str, other: str) -> bool:
    """Whether two urls are of one registrable domain.

    >>> same_site("https://m.example.co.uk/a", "https://www.example.co.uk/a")
    True
    >>> same_site("https://one.co.uk/a", "https://two.co.uk/a")
    False
    """
    hosts = [_without_front(host_of(url) or "") for url in (one, other)]
    if hosts[0] == hosts[1] or not all(hosts):
        return bool(hosts[0]) and hosts[0] == hosts[1]
    if hosts[0].split(".")[-1] != hosts[1].split(".")[-1]:
        return False
    domains = [_suffixes()(host).top_domain_under_public_suffix for host in hosts]
    return bool(domains[0]) and bool(domains[0] == domains[1])


def _without_front(host: str) -> str:
    for front in _FRONT:
        host = host.removeprefix(front)
    return host


@cache
def _suffixes() -> Any:
    """The public suffix list that comes with tldextract: no network, no cache on disk. Loads in 0.1 s."""
    import tldextract  # noqa: PLC0415 - needed by the few pages whose canonical url has another host

    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
