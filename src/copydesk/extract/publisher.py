"""Who publishes a page, as it declares: the outlet's name, not its address, slogan, company or department."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from copydesk.extract.byline import is_section
from copydesk.extract.declared import Candidate
from copydesk.extract.head import Head
from copydesk.extract.jsonld import Graph, Node, text_of, types_of
from copydesk.extract.tables import key_set
from copydesk.extract.titles import squeeze
from copydesk.text import key

_MOST = 6
# What is written where the outlet's name belongs, and names no outlet.
_NO_NAME = key_set("blog | blogs | site | website | homepage | magazine | security | newsroom | default")
_SLOGAN = re.compile(r"\s+[|–—-]\s+|\s*[|｜]\s*|:\s+")
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
    named = [
        Candidate(bare_name(c.value, hosts), c.origin)
        for c in found
        if "://" not in c.value and any(map(str.isalnum, c.value))
    ][:_MOST]
    named = [replace(c, value=_as_titled(c.value, head.title or "")) for c in named]
    return sorted(named, key=lambda candidate: _poverty(candidate, named))


def _as_titled(name: str, title: str) -> str:
    """A name run together as the page's title ends with it: "The Gazette" for "thegazette".

    >>> _as_titled("thegazette", "Ferry sinks | The Gazette"), _as_titled("Gazette", "Ferry sinks | GAZETTE")
    ('The Gazette', 'Gazette')
    """
    if " " in name or not (name.islower() or name.isupper()):
        return name
    parts = (part.strip() for part in _SLOGAN.split(title)[1:])
    bare = key(name).replace(" ", "")
    return next((p for p in parts if not p.isupper() and key(p).replace(" ", "") == bare), name)


def bare_name(name: str, hosts: Sequence[str]) -> str:
    """An outlet's name without the slogan or company behind it, where the address has what is left.

    >>> bare_name("Harbour Gazette - Islands Publishing Ltd", ["harbourgazette.example", "harbourgazette"])
    'Harbour Gazette'
    >>> bare_name("Gazette™: News of the islands", ["gazette.example", "gazette"])
    'Gazette'
    >>> bare_name("Tide - the magazine", ["harbourgazette.example", "harbourgazette"])
    'Tide - the magazine'
    """
    name = _MARKS.sub("", name)
    front = _SLOGAN.split(name, maxsplit=1)[0].strip()
    if front != name and squeeze(front) in map(squeeze, hosts):
        return front
    return _WEBSITE.sub("", name)


def _poverty(candidate: Candidate, all_: Sequence[Candidate]) -> int:
    """How far a name goes behind others: it may name no outlet, or be one of the others run together."""
    name = candidate.value
    if key(name) in _NO_NAME or is_section(name):
        return 2
    run_together = name.islower() or _ADDRESS.fullmatch(name.lower()) is not None
    label = squeeze(max(name.lower().removeprefix("www.").split("."), key=len))
    better = (c.value for c in all_ if " " in c.value and squeeze(c.value) == label)
    return int(run_together and next(better, None) is not None)


def _named(value: object) -> object:
    return value.get("name") if isinstance(value, dict) else value
