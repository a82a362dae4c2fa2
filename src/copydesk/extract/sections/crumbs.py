"""The section a page declares by the trail of steps that leads to it (schema.org BreadcrumbList)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copydesk.extract.address import steps_of
from copydesk.extract.declared import Candidate
from copydesk.extract.jsonld import Graph, Node, members, text_of, types_of
from copydesk.extract.sections.subjects import is_general, sections
from copydesk.text import key

_LIST = "breadcrumblist"
_MOST_STEPS = 12
# Longer steps are headlines: the last one is the page itself.
_MOST_WORDS = 4
_LABEL = re.compile(r"^(?:category|categories|kategorie|catégorie|categoría|categoria): ", re.IGNORECASE)
HOME = frozenset(
    {"home", "homepage", "start", "startseite", "accueil", "inicio", "portada", "hem", "forside"}
)
"""What the first step of a trail is called, as keys: the front page."""


def crumb_section(graph: Graph, own: Sequence[str], url: str | None = None) -> list[Candidate]:
    """The last step of a page's trail that can be a section: neither its start nor the page itself.

    >>> from copydesk.extract.jsonld import read_graph
    >>> steps = [{"name": "Home"}, {"item": {"name": "Politics"}}, {"name": "Council votes for the bridge"}]
    >>> trail = {"@type": "BreadcrumbList", "itemListElement": steps}
    >>> import json
    >>> [c.value for c in crumb_section(read_graph([json.dumps(trail)]), [])]
    ['Politics']
    """
    for trail in _trails(graph):
        found = [step for step in members(trail.get("itemListElement"), _MOST_STEPS) if _name(step)]
        # The last of several steps is the page, whatever its length, unless the page's address is under it.
        last = len(found) if found and _is_under(url, found[-1]) else max(1, len(found) - 1)
        steps = [name for step in found[:last] if (name := _name(step)) and key(name) not in HOME]
        between = [_LABEL.sub("", name) for name in steps]
        named = sections([name for name in between if len(name.split()) <= _MOST_WORDS], own)
        if named:
            # "Culture > News": the last step may hold for all that the site has.
            inner = next((name for name in reversed(named) if not is_general(name)), named[-1])
            return [Candidate(inner, "json-ld breadcrumb")]
    return []


def _trails(graph: Graph) -> Iterator[Node]:
    for node in graph.top:
        for value in (node, *members(node.get("breadcrumb"), 2)):
            found = graph.resolve(value)
            if isinstance(found, dict) and _LIST in types_of(found):
                yield found


def _is_under(url: str | None, step: object) -> bool:
    """Whether the address of a page is under that of a step: the step is a folder, and not the page.

    >>> _is_under("https://gazette.example/sea/ports/late", {"item": "https://gazette.example/sea/ports"})
    True
    """
    item = step.get("item") if isinstance(step, dict) else None
    address = text_of(item.get("@id")) if isinstance(item, dict) else text_of(item)
    way, own = steps_of(address), steps_of(url)
    return bool(way) and len(own) > len(way) and own[: len(way)] == way


def _name(step: object) -> str | None:
    if not isinstance(step, dict):
        return None
    item = step.get("item")
    return text_of(step.get("name")) or (text_of(item.get("name")) if isinstance(item, dict) else None)
