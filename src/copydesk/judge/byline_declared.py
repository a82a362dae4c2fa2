"""Bylines that words alone do not tell: lines at the headline that only name whom the page declares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from copydesk.extract.byline import Byline
from copydesk.extract.names import strip_by
from copydesk.extract.visible import VISIBLE
from copydesk.judge.byline_verdict import byline_verdict, start
from copydesk.judge.edges import Edges
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict
from copydesk.text import key

# A name above the headline stands so close to it, in blocks.
_ABOVE: Final = 2
# A stamp beside a name is so close.
_BESIDE: Final = 2
_MOST_WORDS: Final = 6


def declared_names(view: View, edges: Edges, found: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """Verdicts on lines that are nothing but the name of an author the page declares, beside its headline.

    Such a name may be no person's by its looks: "Ben", or that of a programme. Its place tells, with a stamp
    beside it or with the markup of a link to an author.
    """
    authors = _authors(view)
    title = edges.title
    if not authors or title is None:
        return {}
    more: dict[int, Verdict] = {}
    for index in range(max(0, title - _ABOVE), edges.head.stop):
        if index in found or index in view.verdicts or not _may_be_name(view, index):
            continue
        name = authors.get(key(strip_by(view.lines[index].text) or view.lines[index].text))
        near = (index - _BESIDE, index - 1, index + 1, index + _BESIDE)
        dated = any(i in found and found[i].reason is Reason.BYLINE for i in near)
        if name is not None and (dated or (index > title and _is_to_author(view.page.elements[index]))):
            evidence = f"nothing but a declared author, beside the headline: '{start(view.lines[index])}'"
            more[index] = byline_verdict(Byline((name,)), evidence, facts=True)
    return more


def _authors(view: View) -> dict[str, str]:
    """The authors a page declares in its data, by the form in which lines are compared."""
    declared = (c for c in view.declared.candidates.get("authors", ()) if c.origin != VISIBLE)
    return {key(c.value): c.value for c in declared if key(c.value)}


def _may_be_name(view: View, index: int) -> bool:
    block, line = view.blocks[index], view.lines[index]
    plain = block.kind not in (Kind.HEADING, Kind.CAPTION, Kind.QUOTE)
    return plain and not block.hidden and 0 < line.word_count <= _MOST_WORDS


def _is_to_author(element: Any) -> bool:
    """Whether an element is, holds or stands in a link that is said to lead to the author."""
    links = (one for one in (element, *element.iterdescendants(), *element.iterancestors()) if one.tag == "a")
    return any("author" in link.get("rel", "").lower().split() for link in links)
