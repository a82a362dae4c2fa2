"""Where a story was filed, by the front of its first paragraphs."""

from __future__ import annotations

from copydesk.extract.dateline import Dateline, boxed_place, read_dateline
from copydesk.model import Block, Kind, Page

# A caption or two that nothing tells from a paragraph may stand before the one with the dateline.
_DATELINE_WITHIN = 3

INLINE = "first paragraph: dateline"
"""What the provenance of a dateline in the story's text is called."""


def first_place(page: Page, body: list[Block]) -> str | None:
    """The place in an element of its own at the front of the first paragraph."""
    first = next((block for block in body if block.kind in (Kind.PARAGRAPH, Kind.STANDFIRST)), None)
    if first is None or first.index >= len(page.elements):
        return None
    return boxed_place(page.elements[first.index], "\n".join(b.text for b in body if b is not first))


def inline_dateline(body: list[Block]) -> Dateline:
    """The dateline of the first paragraph, or one in capitals at the front of a paragraph soon after."""
    paragraphs = [block.text for block in body if block.kind is Kind.PARAGRAPH]
    found = [read_dateline(text) for text in paragraphs[:_DATELINE_WITHIN]]
    if found[:1] == [Dateline()] and body[0].kind is Kind.STANDFIRST:
        found = [read_dateline(body[0].text, "\n".join(paragraphs)), *found]
    if not found or found[0] != Dateline():
        return found[0] if found else Dateline()
    return next((each for each in found if each.capital), Dateline())
