"""Who publishes a page, as it declares: the outlet's name, not its address, slogan, company or department."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from copydesk.extract.authors.byline_front import is_section
from copydesk.extract.authors.names import strip_by
from copydesk.extract.declared import Candidate
from copydesk.extract.head import Head
from copydesk.extract.jsonld import Graph, Node, text_of, types_of
from copydesk.extract.tables import key_set
from copydesk.extract.titles.titles import squeeze
from copydesk.text import key

_MOST = 6
# How far a name that names no outlet goes behind others.
_NONE = 2
# What is written where the outlet's name belongs, and names no outlet.
_NO_NAME = key_set("blog | blogs | site | website | homepage | magazine | security | newsroom | default")
SLOGAN = re.compile(r"\s+[|–—•·-]\s+|\s*[|｜]\s*|:\s+")
# Shorter names of hosts ("go") are in too many titles by chance, and parts of names even so.
_SHORTEST, _LONG = 3, 4
# Outlets' names have no more words.
_LONGEST_NAME = 4
# "co", "com", "org": what stands before the last label of a host and is no name.
_ENDING = 3
_EDGES = " \"“”'‘’|"
_MARKS = re.compile("[™®]")
_ADDRESS = re.compile(r"(?:[\w-]{1,40}\.){1,3}[a-z]{2,6}")
_WEBSITE = re.compile(r"\s+website$", re.IGNORECASE)


def publishers(head: Head, graph: Graph, article: Node, hosts: Sequence[str]) -> list[Candidate]:
    """The names a page gives its outlet, the best first; `hosts` are the names its address gives it.

    A department ("Blog") goes behind other names, and so does an address or a name run together.
    """
    found = [Candidate(head.metas["og:site_name"][0], "og:site_name")] if head.all("og:site_name") else []
    name = text_of(_named(graph.resolve(article.get("publisher"))))
    if name and "://" not in name:
        found.append(Candidate(name, "json-ld"))
    sites = (node for node in graph.top if types_of(node) & {"website", "newsmediaorganization"})
    found += [Candidate(name, "json-ld") for node in sites if (name := text_of(node.get("name")))]
    if meta := head.first("application-name", "publisher", "dc.publisher", "apple-mobile-web-app-title"):
        found.append(Candidate(*meta))
    if not found and (own := name_in_title(head.title or "", hosts)) is not None:
        return [Candidate(own, "title")]
    named = [
        Candidate(bare_name(c.value, hosts), c.origin)
        for c in found
        if "://" not in c.value and any(map(str.isalnum, c.value))
    ][:_MOST]
    named = [replace(c, value=_as_titled(c.value, head.title or "")) for c in named]
    ranked = sorted(named, key=lambda candidate: _poverty(candidate, named))
    if ranked and _poverty(ranked[0], named) == _NONE:
        own = name_in_title(head.title or "", hosts)
        return [*([Candidate(own, "title")] if own else []), *ranked]
    return ranked


def _as_titled(name: str, title: str) -> str:
    """A name run together as the page's title ends with it: "The Gazette" for "thegazette".

    >>> _as_titled("thegazette", "Ferry sinks | The Gazette"), _as_titled("Gazette", "Ferry sinks | GAZETTE")
    ('The Gazette', 'Gazette')
    """
    if " " in name or not (name.islower() or name.isupper()):
        return name
    parts = (part.strip() for part in SLOGAN.split(title)[1:])
    bare = key(name).replace(" ", "")
    return next((p for p in parts if not p.isupper() and key(p).replace(" ", "") == bare), name)


def name_in_title(title: str, hosts: Sequence[str]) -> str | None:
    """The outlet's name that a page's title ends with or begins with, where its address goes with it.

    >>> name_in_title("Ferry sinks - The New Port Times", ["nptimes.example", "nptimes"])
    'The New Port Times'
    >>> name_in_title("Ferry rules | U.S. Small Harbours Administration", ["sha.example", "sha"])
    'U.S. Small Harbours Administration'
    >>> name_in_title("Ferry sinks - all saved", ["gazette.example", "gazette"]) is None
    True
    """
    parts = [_MARKS.sub("", part).removeprefix("www.").strip() for part in SLOGAN.split(title)]
    if len(parts) < 2:
        return None
    labels = host_labels(hosts)
    if goes_with(parts[-1], labels) and key(parts[-1]) not in _NO_NAME and not is_section(parts[-1]):
        return parts[-1]
    return parts[0] if squeeze(parts[0]) in labels else None


def host_labels(hosts: Sequence[str]) -> set[str]:
    """What hosts are called, whole and by their registered label, as names of outlets are compared."""
    return {squeeze(label) for host in hosts for label in (host, _registered(host))}


def _registered(host: str) -> str:
    """The label of a host that somebody registered: "gazette" of "news.gazette.co.uk"."""
    labels = host.split(".")
    return next((label for label in reversed(labels[:-1]) if len(label) > _ENDING), labels[0])


def goes_with(name: str, labels: set[str]) -> bool:
    """Whether a name is what a host is called after: the same, longer or shorter by a word, or cut short."""
    piece, words = squeeze(name), key(name).removeprefix("the ").split()
    if piece in labels:
        return len(piece) >= _SHORTEST
    if any(_is_initials(label, words) for label in labels):
        return True
    labels = {label for label in labels if len(label) >= _LONG}
    if not 0 < len(words) <= _LONGEST_NAME or len(piece) < _LONG or strip_by(name) is not None:
        return False
    begins = len(words) < _LONGEST_NAME and any(piece.startswith(label) for label in labels)
    ends = any(piece.endswith(label) or label.endswith(piece) for label in labels)
    return begins or ends or any(label.startswith(piece) or _is_cut_short(label, words) for label in labels)


def _is_initials(label: str, words: Sequence[str]) -> bool:
    """Whether a label is the beginnings of a name's last words, three of them at least: "sha"."""
    return _SHORTEST <= len(label) <= len(words) and label == "".join(w[0] for w in words)[-len(label) :]


def _is_cut_short(label: str, words: Sequence[str]) -> bool:
    """Whether a label is the beginnings of several words, the last of them in full: "nptimes"."""
    *front, last = words
    if not front or not label.endswith(last):
        return False
    letters = label.removesuffix(last)
    return letters != "" and letters == "".join(word[0] for word in front)


def bare_name(name: str, hosts: Sequence[str]) -> str:
    """An outlet's name without the slogan or company behind it, where the address has what is left.

    >>> bare_name("Harbour Gazette - Islands Publishing Ltd", ["harbourgazette.example", "harbourgazette"])
    'Harbour Gazette'
    >>> bare_name("Gazette™: News of the islands", ["gazette.example", "gazette"])
    'Gazette'
    >>> bare_name("Book your ferry online - Harbour Gazette", ["theharbourgazette.example"])
    'Harbour Gazette'
    >>> bare_name("Tide - the magazine", ["harbourgazette.example", "harbourgazette"])
    'Tide - the magazine'
    """
    name = _MARKS.sub("", name)
    pieces = [piece.strip(_EDGES) for piece in SLOGAN.split(name)]
    labels = {_flat(label) for host in hosts for label in (host, _registered(host))}
    own = next((p for p in pieces if _flat(p) in labels and not _ADDRESS.fullmatch(p.lower())), None)
    if len(pieces) > 1 and own is not None:
        return own
    own_labels = {_flat(_registered(host)) for host in hosts if "." in host}
    if len(pieces) > 1 and key(pieces[0]) not in _NO_NAME and goes_with(pieces[0], own_labels):
        return pieces[0]
    return _WEBSITE.sub("", name)


def _flat(name: str) -> str:
    """A name's letters without an article in front, which addresses have without a space."""
    return squeeze(name).removeprefix("the")


def _poverty(candidate: Candidate, all_: Sequence[Candidate]) -> int:
    """How far a name goes behind others: it may name no outlet, or be one of the others run together."""
    name = candidate.value
    if key(name) in _NO_NAME or is_section(name):
        return _NONE
    plain = name.islower() or (name.isupper() and " " not in name)
    run_together = plain or _ADDRESS.fullmatch(name.lower()) is not None
    label = squeeze(max(name.lower().removeprefix("www.").split("."), key=len))
    better = (c.value for c in all_ if " " in c.value and squeeze(c.value) == label)
    return int(run_together and next(better, None) is not None)


def _named(value: object) -> object:
    return value.get("name") if isinstance(value, dict) else value
