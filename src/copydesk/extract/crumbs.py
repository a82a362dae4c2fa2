"""The section a page declares by the trail of steps that leads to it (schema.org BreadcrumbList)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copydesk.extract.declared import Candidate
from copydesk.extract.jsonld import Graph, Node, members, text_of, types_of
from copydesk.extract.subjects import is_general, sections
from copydesk.text import key

_LIST = "breadcrumblist"
_MOST_STEPS = 12
# Longer steps are headlines: the last one is the page itself.
_MOST_WORDS = 4
_LABEL = re.compile(r"^(?:category|categories|kategorie|catégorie|categoría|categoria): ", re.IGNORECASE)
_HOME = frozenset(
    {"home", "homepage", "start", "startseite", "accueil", "inicio", "portada", "hem", "forside"}
)


def crumb_section(graph: Graph, own: Sequence[str]) -> list[Candidate]:
    """The last step of a page's trail that can be a section: neither its start nor the page itself.

    >>> from copydesk.extract.jsonld import read_graph
    >>> steps = [{"name": "Home"}, {"item": {"name": "Politics"}}, {"name": "Council votes for the bridge"}]
    >>> trail = {"@type": "BreadcrumbList", "itemListElement": steps}
    >>> import json
    >>> [c.value for c in crumb_section(read_graph([json.dumps(trail)]), [])]
    ['Politics']
    """
    for trail in _trails(graph):
        steps = [name for name in map(_name, members(trail.get("itemListElement"), _MOST_STEPS)) if name]
        # The last of several steps is the page, whatever its length.
        between = [_LABEL.sub("", name) for name in steps[: max(1, len(steps) - 1)] if key(name) not in _HOME]
        named = sections([name for name in between if len(name.split()) <= _MOST_WORDS], own)
        if named:
            # "Culture > News": the last step may hold for all that the site has.
            last = next((name for name in reversed(named) if not is_general(name)), named[-1])
            return [Candidate(last, "json-ld breadcrumb")]
    return []


def _trails(graph: Graph) -> Iterator[Node]:
    for node in graph.top:
        for value in (node, *members(node.get("breadcrumb"), 2)):
            found = graph.resolve(value)
            if isinstance(found, dict) and _LIST in types_of(found):
                yield found


def _name(step: object) -> str | None:
    if not isinstance(step, dict):
        return None
    item = step.get("item")
    return text_of(step.get("name")) or (text_of(item.get("name")) if isinstance(item, dict) else None)
