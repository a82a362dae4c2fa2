"""Where links lead outside of the site: accounts with networks, ways to share, shops of apps."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final
from urllib.parse import urlsplit

from copydesk.extract.titles.titles import host_of
from copydesk.judge.navigation.page_links import LINKED, links_of
from copydesk.judge.phrases.table import read_topic
from copydesk.judge.view import View
from copydesk.text import key

_LISTS: Final = read_topic("networks").lists
_NETWORKS: Final = frozenset(_LISTS["network"])
_SHARES: Final = tuple(_LISTS["share"])
_SCHEMES: Final = frozenset(name.replace(" ", "-") for name in _LISTS["scheme"])
_STORES: Final = tuple(_LISTS["store"])
_FOLLOWS: Final = tuple(_LISTS["follow"])
# Where a script finds what a button shares.
_ATTRIBUTES: Final = ("href", "data-share-url", "data-href", "data-url")
# Parts of a host that say on what device, or in which language, a network is read.
_FRONT: Final = re.compile(r"^(?:m|mobile|[a-z]{2}(?:-[a-z]{2})?)\.(?=[^.]+\.)")
# "https://itunes.apple.com/us/app/...": songs and books have other paths.
_ITUNES: Final = re.compile(r"itunes apple com (?:[a-z]{2} )?app ")
# Of a query, so much tells what an address is for.
_QUERY: Final = 40
# Addresses of a page; those of a site are much alike.
_ADDRESSES = 4096
# A letter without an address to go to is one that its sender writes to a friend.
_LETTER: Final = re.compile(r"mailto:(?:\?|%3f)", re.IGNORECASE)


def is_share(link: Any) -> bool:
    """Whether a link shares the page that it is on, by its address.

    >>> from lxml import html
    >>> ways = ["https://x.com/intent/post?url=a", "https://x.com/gazette", "mailto:?subject=a", "/share"]
    >>> [is_share(html.fromstring(f"<a href='{way}'>Here</a>")) for way in ways]
    [True, False, True, False]
    """
    for name in _ATTRIBUTES:
        address = (link.get(name) or "").strip()
        if _LETTER.match(address) or address.partition(":")[0].lower() in _SCHEMES:
            return True
        if _opens(address, _SHARES):
            return True
    return False


def is_network(link: Any) -> bool:
    """Whether a link leads to a network, or to a player that has an outlet's broadcasts.

    >>> from lxml import html
    >>> ways = ["https://m.facebook.com/gazette", "https://gazette.slack.com/apps/1", "https://gazette.example/x"]
    >>> [is_network(html.fromstring(f"<a href='{way}'>Here</a>")) for way in ways]
    [True, True, False]
    """
    host = host_of(link.get("href")) or ""
    parts = key(host).split()
    return any(" ".join(parts[start:]) in _NETWORKS for start in range(len(parts) - 1))


def is_store(link: Any) -> bool:
    """Whether a link leads to where apps are had.

    >>> from lxml import html
    >>> ways = ["https://apps.apple.com/app/gazette/id1", "https://itunes.apple.com/us/album/1"]
    >>> [is_store(html.fromstring(f"<a href='{way}'>Here</a>")) for way in ways]
    [True, False]
    """
    address = (link.get("href") or "").strip()
    return _opens(address, _STORES) or _ITUNES.match(_told(address)) is not None


def is_follow(link: Any) -> bool:
    """Whether a link has its reader prefer the outlet elsewhere, by its address.

    >>> from lxml import html
    >>> ways = ["https://www.google.com/preferences/source?q=gazette.example", "https://www.google.com/search"]
    >>> [is_follow(html.fromstring(f"<a href='{way}'>Here</a>")) for way in ways]
    [True, False]
    """
    return _opens((link.get("href") or "").strip(), _FOLLOWS)


def lead_to_networks(view: View, index: int) -> bool:
    """Whether a line is links, all of them to networks; those of a page of a network are of its own site."""
    own = host_of(view.page.url or view.page.canonical_url)
    return all_lead(view, index, lambda link: is_network(link) and host_of(link.get("href")) != own)


def all_lead(view: View, index: int, where: Callable[[Any], bool]) -> bool:
    """Whether a line is links, all of them to such a place."""
    if view.pasted or view.blocks[index].link_density < LINKED:
        return False
    links = links_of(view, index)
    return bool(links) and all(map(where, links))


def _opens(address: str, places: tuple[str, ...]) -> bool:
    told = _told(address)
    return bool(told) and any(told == place or told.startswith(f"{place} ") for place in places)


@lru_cache(_ADDRESSES)
def _told(address: str) -> str:
    """The words of an address, without those of its host that tell devices and languages apart.

    >>> _told("https://www.facebook.com/sharer.php?u=a")
    'facebook com sharer php u a'
    """
    host = host_of(f"https:{address}" if address.startswith("//") else address)
    if host is None:
        return ""
    parts = urlsplit(address)
    return key(f"{_FRONT.sub('', host)} {parts.path} {parts.query[:_QUERY]}")
