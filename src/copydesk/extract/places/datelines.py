"""Where a story was filed, by the front of its first paragraphs."""

from __future__ import annotations

import re

from copydesk.extract.authors.agencies import is_agency, signed_agencies, split_agencies
from copydesk.extract.places.dateline import Dateline, boxed_place, capital_place, read_dateline
from copydesk.model import Block, Kind, Page

# A caption or two that nothing tells from a paragraph may stand before the one with the dateline.
_DATELINE_WITHIN = 3

# What may stand behind a story's last sentence, in brackets or behind a dash: "(AFP)", "- Reuters", "/dpa/".
_SIGNED = re.compile(
    r"[.!?…][\"”“»’')\]]{0,2}\s{0,2}"
    r"(?:[(\[](?P<bracketed>[^()\[\]]{2,60})[)\]]|[/–—-]{1,2}\s?(?P<dashed>[^–—.]{2,60}?)/?)[\s.*]{0,3}$"
)
_SIGNED_LENGTH = 100
# ... and what says that the story ends there.
_END = re.compile(r"(?:\s|^)[-–—#/*]{0,3}\s?(?:ends?|###)\s?[-–—#/*]{0,3}\.?$", re.IGNORECASE)
_LAST_LINES = 2

SIGNED = "last paragraph: signature"
"""What the provenance of agencies behind the last sentence of a story is called."""

INLINE = "first paragraph: dateline"
"""What the provenance of a dateline in the story's text is called."""


def first_place(page: Page, body: list[Block]) -> str | None:
    """The place in an element of its own at the front of the first paragraph."""
    first = next((block for block in body if block.kind in (Kind.PARAGRAPH, Kind.STANDFIRST)), None)
    if first is None or first.index >= len(page.elements):
        return None
    return boxed_place(page.elements[first.index], "\n".join(b.text for b in body if b is not first))


def signed_by(body: list[Block]) -> tuple[str, ...]:
    """The agencies that sign a story within its last paragraph; a last line that says it ends is passed over.

    >>> signed_by([Block(0, Kind.PARAGRAPH, "The pier is closed, she said. (AFP/Reuters)")])
    ('AFP', 'Reuters')
    >>> signed_by([Block(0, Kind.PARAGRAPH, "He sold his shares (AFP).")])
    ()
    """
    for block in reversed(body[-_LAST_LINES:]):
        if found := _signature(block.text):
            return found
        if block.kind is not Kind.PARAGRAPH or _END.fullmatch(block.text) is None:
            break
    return ()


def _signature(text: str) -> tuple[str, ...]:
    found = _SIGNED.search(_END.sub("", text[-_SIGNED_LENGTH:]))
    told = (found["bracketed"] or found["dashed"]) if found else ""
    names = split_agencies(told) if told else ()
    return names if names and all(map(is_agency, names)) else signed_agencies(told) if told else ()


def inline_dateline(body: list[Block]) -> Dateline:
    """The dateline of the first paragraph, or one in capitals at the front of a paragraph soon after."""
    paragraphs = [block.text for block in body if block.kind is Kind.PARAGRAPH]
    found = [read_dateline(text) for text in paragraphs[:_DATELINE_WITHIN]]
    if found[:1] == [Dateline()] and body[0].kind is Kind.STANDFIRST:
        found = [read_dateline(body[0].text, "\n".join(paragraphs)), *found]
    if not found or found[0] != Dateline():
        return found[0] if found else Dateline()
    if capital := next((each for each in found if each.capital), None):
        return capital
    return Dateline(capital_place(paragraphs[0], "\n".join(paragraphs)))
