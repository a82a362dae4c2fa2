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
from copydesk.extract.publisher_rank import FORM, NO_NAME, NONE, Named, is_address, poverty
from copydesk.extract.slugs import joined
from copydesk.extract.titles.titles import squeeze
from copydesk.text import key

_MOST = 6
SLOGAN = re.compile(r"\s+[|–—•·-]\s+|\s*[|｜]\s*|:\s+")
# Shorter names of hosts ("go") are in too many titles by chance, and parts of names even so.
_SHORTEST, _LONG = 3, 4
# Outlets' names have no more words.
_LONGEST_NAME = 4
# "co", "com", "org": what stands before the last label of a host and is no name.
_ENDING = 3
_EDGES = " \"“”'‘’|"
_MARKS = re.compile("[™®©]")
_WEBSITE = re.compile(r"\s+website$", re.IGNORECASE)


def publishers(head: Head, graph: Graph, article: Node, hosts: Sequence[str]) -> list[Candidate]:
    """The names a page gives its outlet, the best first; `hosts` are the names its address gives it.

    A department ("Blog") goes behind other names, and so do an address, initials and a company.
    """
    found = _given(head, graph, article)
    if not found and (own := name_in_title(head.title or "", hosts)) is not None:
        return [Candidate(own, "title")]
    named = [
        Candidate(bare_name(c.value, hosts), c.origin)
        for c in found
        if "://" not in c.value and any(map(str.isalnum, c.value))
    ][:_MOST]
    named = [replace(c, value=_as_titled(c.value, head.title or "")) for c in named]
    short = _in_short(named, hosts)
    # What a company signs, it signs with the whole of its name.
    return [*_ranked(short, head.title or "", hosts), *(c for c in named if c not in short)]


def without_departments(names: Sequence[str]) -> tuple[str, ...]:
    """An outlet's names without those of its departments, if any are left: a department's is a subject, too.

    >>> without_departments(["Harbour Gazette", "Sport"]), without_departments(["Sport"])
    (('Harbour Gazette',), ('Sport',))
    """
    left = tuple(name for name in names if key(name) not in NO_NAME and not is_section(name))
    return left or tuple(names)


def _given(head: Head, graph: Graph, article: Node) -> list[Candidate]:
    """The names in a page's data as they are there."""
    found = [Candidate(head.metas["og:site_name"][0], "og:site_name")] if head.all("og:site_name") else []
    name = text_of(_named(graph.resolve(article.get("publisher"))))
    if name and "://" not in name:
        found.append(Candidate(name, "json-ld"))
    sites = (node for node in graph.top if types_of(node) & {"website", "newsmediaorganization"})
    found += [Candidate(name, "json-ld") for node in sites if (name := text_of(node.get("name")))]
    if meta := head.first("application-name", "publisher", "dc.publisher", "apple-mobile-web-app-title"):
        found.append(Candidate(*meta))
    return found


def _ranked(named: Sequence[Candidate], title: str, hosts: Sequence[str]) -> list[Candidate]:
    """Names by how well they name the outlet, behind one in the title where they are a part of its site."""
    names, labels = [c.value for c in named], host_labels(hosts)
    own = frozenset(key(name) for name in names if goes_with(name, labels))
    told = Named(names, labels, title, own)
    ranked = sorted(named, key=lambda candidate: poverty(candidate.value, told))
    if not ranked:
        return ranked
    best = ranked[0].value
    within = [key(part) for part in SLOGAN.split(title)[1:-1]]
    part = poverty(best, told) == NONE or (key(best) in within and key(best) not in own)
    name = name_in_title(title, hosts) if part else None
    return [*([Candidate(name, "title")] if name else []), *ranked]


def _in_short(named: Sequence[Candidate], hosts: Sequence[str]) -> list[Candidate]:
    """Names without slogan or form of a company behind them, where another name or the host is the rest.

    >>> names = [Candidate("Tide: All about the sea", ""), Candidate("Tide", ""), Candidate("Ferry Inc.", "")]
    >>> [c.value for c in _in_short(names, ["ferry.example", "ferry"])]
    ['Tide', 'Tide', 'Ferry']
    """
    names, labels = {squeeze(c.value) for c in named}, host_labels(hosts)
    found = []
    for candidate in named:
        front, bare = SLOGAN.split(candidate.value)[0], FORM.sub("", candidate.value)
        short = front if front != candidate.value and squeeze(front) in names else bare
        known = squeeze(short) in names or not joined(short).isdisjoint(labels)
        found.append(replace(candidate, value=short) if known else candidate)
    return found


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
    if goes_with(parts[-1], labels) and key(parts[-1]) not in NO_NAME and not is_section(parts[-1]):
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
    >>> bare_name("All about ferries | Gazette Blog", ["gazette.example", "gazette"])
    'Gazette Blog'
    >>> bare_name("Tide - the magazine", ["harbourgazette.example", "harbourgazette"])
    'Tide - the magazine'
    """
    name = _MARKS.sub("", name)
    pieces = [piece.strip(_EDGES) for piece in SLOGAN.split(name)]
    labels = {_flat(label) for host in hosts for label in (host, _registered(host))}
    own = next((p for p in pieces if not _ways(p).isdisjoint(labels) and not is_address(p)), None)
    if len(pieces) > 1 and own is not None:
        return own
    own_labels = {_flat(_registered(host)) for host in hosts if "." in host}
    if len(pieces) > 1 and key(pieces[0]) not in NO_NAME and goes_with(pieces[0], own_labels):
        return pieces[0]
    if len(pieces) > 1 and any(len(own) >= _LONG and _flat(pieces[-1]).startswith(own) for own in own_labels):
        return pieces[-1]
    return _WEBSITE.sub("", name)


def _flat(name: str) -> str:
    """A name's letters without an article in front, which addresses have without a space."""
    return squeeze(name).removeprefix("the")


def _ways(name: str) -> set[str]:
    """A name's letters as addresses may have them, without an article in front."""
    return {way.removeprefix("the") for way in joined(name)}


def _named(value: object) -> object:
    return value.get("name") if isinstance(value, dict) else value
