"""A tolerant reader of JSON-LD: what publishers mean, in spite of how they write it.

It reads plain objects, lists and `@graph`, follows `@id`, and forgives CDATA marks, trailing commas and
semicolons, several objects in one script and line breaks inside strings. Every size is bounded.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Node = Mapping[str, Any]

# How many values of a script, and how many objects of a page, are looked at.
_MAX_VALUES = 40
MAX_NODES = 3_000
MAX_DEPTH = 24
# The longest text of a field that is metadata.
MAX_VALUE = 4_096

NEWS = frozenset(("newsarticle", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle"))
# The best type first; a page about an article (WebPage) says less than the article's own object.
_RANKS = (
    NEWS,
    {"backgroundnewsarticle", "reviewnewsarticle", "askpublicnewsarticle", "liveblogposting"},
    {"article", "blogposting", "report", "satiricalarticle", "advertisercontentarticle"},
    {"techarticle", "scholarlyarticle", "medicalscholarlyarticle", "socialmediaposting", "review"},
    {"claimreview"},
    {"webpage", "itempage", "creativework"},
)
_COMMA_TOO_MANY = re.compile(r",(\s{0,200})(?=[}\]])")
_OPENING = re.compile(r"^[\s﻿]*(?:(?:<!--|//|/\*|\*/|<!\[CDATA\[)[\s/*]{0,9}){1,6}")
_TAG = re.compile(r"<[^<>]{1,300}>")
_ONE_FIELD = re.compile(
    r'"(headline|datePublished|dateModified|articleSection)"\s{0,9}:\s{0,9}"((?:[^"\\\n]|\\.){1,1000})"'
)
_REVIEWED = re.compile(r'"itemReviewed"\s{0,9}:')


@dataclass(frozen=True, slots=True)
class Graph:
    """The objects of a page's JSON-LD: those at the top, and those that have an `@id`."""

    top: tuple[Node, ...] = ()
    by_id: Mapping[str, Node] = field(default_factory=dict)

    def resolve(self, value: object) -> object:
        """An object that is only a reference, as the object it refers to."""
        if isinstance(value, dict) and not (value.keys() - {"@id", "@type"}):
            return self.by_id.get(str(value.get("@id")), value)
        return value


def read_graph(scripts: Iterable[str]) -> Graph:
    """The JSON-LD of a page from the texts of its scripts; what cannot be read is left out.

    >>> graph = read_graph(['[{"@type": "NewsArticle", "headline": "Ferry sinks",}];'])
    >>> text_of(graph.top[0].get("headline"))
    'Ferry sinks'
    """
    top: list[Node] = []
    for script in scripts:
        if len(top) >= MAX_NODES:
            break
        for value in _values(script):
            top.extend(_tops(value))
    return Graph(tuple(top[:MAX_NODES]), _index(top[:MAX_NODES]))


def article_of(graph: Graph, urls: Iterable[str] = ()) -> Node | None:
    """The object that describes the page's own article: the one with the page's url, else the best type.

    >>> graph = read_graph(['{"@graph": [{"@type": "WebPage"}, {"@type": "Article", "name": "A"}]}'])
    >>> article_of(graph)["name"]
    'A'
    """
    known = {_bare(url) for url in urls}
    reviewed = set(_reviewed(graph))
    best: tuple[int, int] | None = None
    chosen: Node | None = None
    for node in graph.top:
        rank = _rank(node)
        if rank is None or node.get("@id") in reviewed:
            continue
        same = 0 if known and known & {_bare(url) for url in _urls(node)} else 1
        if best is None or (same if rank < 4 else 1, rank) < best:
            best, chosen = (same if rank < 4 else 1, rank), node
    return chosen


def _reviewed(graph: Graph) -> Iterator[str]:
    """The ids of what reviews of the page are about: somebody else's article, with days of its own."""
    for node in graph.top:
        for item in members(node.get("itemReviewed"), 5):
            if isinstance(item, dict) and isinstance(name := item.get("@id"), str):
                yield name


def text_of(value: object) -> str | None:
    """The text of a value: itself, the first of a list, or an object's `@value`, `name` or `url`."""
    for _ in range(4):
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            value = next((value[k] for k in ("@value", "name", "url", "@id") if value.get(k)), None)
        else:
            break
    if not isinstance(value, str):
        return None
    return clean_text(value) or None


def clean_text(text: str) -> str:
    """A metadata value as text: entities read, tags gone, white space folded, length bounded.

    >>> clean_text("Fish &amp;amp; <i>chips</i>")
    'Fish & chips'
    """
    text = text[:MAX_VALUE]
    for _ in range(2):  # publishers escape twice
        if "&" in text:
            text = html.unescape(text)
    if "<" in text:
        text = _TAG.sub("", text)
    return " ".join(text.split())


def texts_of(value: object, limit: int = 100) -> tuple[str, ...]:
    """The texts of a value or of each member of a list."""
    members = value if isinstance(value, list) else [value]
    return tuple(t for t in map(text_of, members[:limit]) if t)


def members(value: object, limit: int = 100) -> list[object]:
    """A value as a list: itself if it is one, nothing for None."""
    if value is None:
        return []
    return list(value[:limit]) if isinstance(value, list) else [value]


def types_of(node: object) -> set[str]:
    """The lower-case type names of an object, without any schema.org prefix."""
    if not isinstance(node, dict):
        return set()
    kinds = node.get("@type")
    found = kinds if isinstance(kinds, list) else [kinds]
    return {k.rsplit("/", 1)[-1].lower() for k in found if isinstance(k, str)}


def _values(script: str) -> Iterator[object]:
    """Every JSON value of a script, mended as far as needed."""
    text = _OPENING.sub("", script).strip().rstrip(";").strip()
    if not text:
        return
    for attempt in (text, _mended(text)):
        found = list(_decode_all(attempt))
        if found:
            yield from found
            return
    # What is reviewed has a headline and days of its own, and where they end nothing tells.
    text = _REVIEWED.split(text, maxsplit=1)[0]
    rescued = {m[1]: m[2] for m in reversed(list(_ONE_FIELD.finditer(text)))}
    if rescued:
        yield {"@type": "Article", **rescued}


def _mended(text: str) -> str:
    if text.startswith(("{&quot;", "[{&quot;")):
        text = html.unescape(text)
    return _COMMA_TOO_MANY.sub(r"\1", text)


def _decode_all(text: str) -> Iterator[object]:
    decoder = json.JSONDecoder(strict=False)
    position, count = 0, 0
    while count < _MAX_VALUES:
        starts = [i for i in (text.find("{", position), text.find("[", position)) if i >= 0]
        if not starts:
            return
        try:
            value, position = decoder.raw_decode(text, min(starts))
        except (ValueError, RecursionError):  # broken, or nested to kill: the caller mends or rescues
            return
        count += 1
        yield value


def _tops(value: object, depth: int = 0) -> Iterator[Node]:
    """Objects that may be the page's own: through lists, `@graph` and `mainEntity`, not through teasers."""
    if depth > 6:
        return
    if isinstance(value, list):
        for member in value[:MAX_NODES]:
            yield from _tops(member, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(value.get(name), dict | list):
                yield from _tops(value[name], depth + 1)


def _index(top: list[Node]) -> dict[str, Node]:
    """Objects with an `@id` that say more than the id; walked without recursion, sizes bounded."""
    found: dict[str, Node] = {}
    stack: list[tuple[object, int]] = [(node, 0) for node in reversed(top)]
    seen = 0
    while stack and seen < MAX_NODES:
        value, depth = stack.pop()
        seen += 1
        inner: Iterable[object] = ()
        if isinstance(value, dict):
            name = value.get("@id")
            if isinstance(name, str) and value.keys() - {"@id", "@type"}:
                found.setdefault(name, value)
            inner = value.values()
        elif isinstance(value, list):
            inner = value
        if depth < MAX_DEPTH:
            stack.extend((v, depth + 1) for v in inner if isinstance(v, dict | list))
    return found


def _rank(node: Node) -> int | None:
    types = types_of(node)
    return next((rank for rank, names in enumerate(_RANKS) if types & names), None)


def _urls(node: Node) -> Iterator[str]:
    for name in ("url", "mainEntityOfPage", "@id"):
        value = node.get(name)
        for member in members(value, 5):
            link = (member.get("@id") or member.get("url")) if isinstance(member, dict) else member
            if isinstance(link, str):
                yield link


def _bare(url: str) -> str:
    """A url without scheme, query and closing slash, for comparing."""
    return url.split("#", 1)[0].split("?", 1)[0].split("//", 1)[-1].rstrip("/").casefold()
