"""Headlines: a site's name cut off where, and only where, it is the site's name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from copydesk.extract.tables import word_set
from copydesk.text import key

_SEPARATOR = re.compile(r"\s+(?:[|–—*-]|::|»|·|•|/|<)\s+|\s*[|｜ㅣ：]\s*")
# Shorter names ("go") are in too many headlines by chance.
_SHORTEST_NAME = 3
# A label in front of a headline.
_LABEL = re.compile(r":\s+|\s+(?:[–—|/-]|•)\s+")
_LONGEST_LABEL = 80
# A name that begins as another does is the same from this length on; in other scripts names are shorter.
_LONG_NAME = 5
_LONG_NAME_ELSEWHERE = 3
# What a site's name has behind it in titles: "Gazette News", "Gazette Online".
_BLOGS = word_set("blog news newsroom")
_ADDED = word_set("news online web digital tv app mobile international english edition")


def cut_site(
    title: str, names: Iterable[str], headlines: Iterable[str] = (), sections: Iterable[str] = ()
) -> str:
    """A title without the site's name at its end or front; `headlines` are other readings of it.

    A piece at either end goes if it is a name of the site, or if what is left is a headline of the page;
    one at the end also if it is the page's section.

    >>> cut_site("Ferry sinks - Harbour Gazette", ["The Harbour Gazette"])
    'Ferry sinks'
    >>> cut_site("Ferry sinks - all saved", ["The Harbour Gazette"])
    'Ferry sinks - all saved'
    >>> cut_site("Opinion | Ferries are late", ["The Harbour Gazette"], ["Ferries are late"])
    'Ferries are late'
    >>> cut_site("Ferries are late | Islands", ["The Harbour Gazette"], sections=["islands"])
    'Ferries are late'
    >>> cut_site("Gazette Blog: Ferries are late", ["Gazette"])
    'Ferries are late'
    """
    tails = {squeeze(name) for name in sections} - {""}
    sites = {squeezed for name in names if len(squeezed := squeeze(name)) >= _SHORTEST_NAME}
    known = {key(headline) for headline in headlines}
    if key(title) in known:
        return title
    for _ in range(3):
        shorter = _cut_once(title, sites, known, tails)
        if shorter is None:
            return title
        title = shorter
    return title


def _cut_once(title: str, sites: set[str], known: set[str], tails: set[str]) -> str | None:
    cuts = list(_SEPARATOR.finditer(title[:1000]))[:12]
    for cut in reversed(cuts):
        head, tail = title[: cut.start()].strip(), title[cut.end() :].strip()
        if head and (_is_site(tail, sites) or key(head) in known or squeeze(tail) in tails):
            return head
    if cuts:
        front, rest = title[: cuts[0].start()].strip(), title[cuts[0].end() :].strip()
        if rest and (_is_site(front, sites) or key(rest) in known):
            return rest
    front, colon, rest = title.partition(": ")
    # "Gazette Blog: ..." is the site's; "Gazette: ..." may be of the outlet itself.
    return rest.strip() if colon and rest.strip() and _is_blog(front, sites) else None


def _is_blog(text: str, sites: set[str]) -> bool:
    words = key(text).split()
    return len(words) > 1 and words[-1] in _BLOGS and squeeze(" ".join(words[:-1])) in sites


def without_labels(one: str, other: str) -> str:
    """A headline without its label, if another reading of it has the same words behind another label.

    >>> without_labels("Storm at sea: All boats are late once more", "Ports - All boats are late once more")
    'All boats are late once more'
    >>> without_labels("Storm: Ferries are late again", "Ferries are late again")
    'Storm: Ferries are late again'
    """
    label, rest = _label(one)
    its, same = _label(other)
    apart = set(key(label).split()).isdisjoint(key(its).split())
    if not label or not its or key(rest) != key(same) or not apart:
        return one
    return rest if len(rest.split()) >= 2 * max(len(label.split()), len(its.split())) else one


def _label(title: str) -> tuple[str, str]:
    found = _LABEL.search(title[:_LONGEST_LABEL])
    return (title[: found.start()], title[found.end() :]) if found else ("", title)


def _is_site(text: str, sites: set[str]) -> bool:
    """Whether a piece is a name of the site: the same letters, or its beginning or end in both directions."""
    piece = squeeze(text)
    if len(piece) < _SHORTEST_NAME or len(text.split()) > 6:
        return False
    bare = "".join(word for word in key(text).split() if word not in _ADDED)
    return any(
        site in (piece, bare)
        or (_is_long(piece) and site.startswith(piece))
        or (_is_long(site) and piece.startswith(site))
        or (_is_long(site) and piece.endswith(site))
        for site in sites
    )


def _is_long(name: str) -> bool:
    return len(name) >= (_LONG_NAME if name.isascii() else _LONG_NAME_ELSEWHERE)


def squeeze(name: str) -> str:
    """A name's letters and digits alone, without a leading article, for comparing names of sites.

    >>> squeeze("The Harbour Gazette")
    'harbourgazette'
    """
    return key(name).removeprefix("the ").removeprefix("der ").replace(" ", "")


def host_names(url: str | None) -> tuple[str, ...]:
    """The names a host gives: "harbourgazette" and "harbourgazette.co.uk" for www.harbourgazette.co.uk.

    >>> host_names("https://www.harbourgazette.co.uk/a")
    ('harbourgazette.co.uk', 'harbourgazette')
    """
    host = host_of(url)
    if host is None:
        return ()
    labels = host.split(".")
    longest = max(labels[:-1] or labels, key=len)
    return (host, longest)


def host_of(url: str | None) -> str | None:
    """The host of a url, lower case, without www.

    >>> host_of("HTTPS://WWW.Example.org:443/a")
    'example.org'
    """
    if not url:
        return None
    try:
        host = urlsplit(url.strip()).hostname
    except ValueError:  # a broken IPv6 bracket: no host at all
        return None
    return (host.removeprefix("www.").rstrip(".") or None) if host else None
