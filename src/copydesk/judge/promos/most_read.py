"""Headings of the stories most read of one section."""

from __future__ import annotations

from typing import Final

from copydesk.judge.phrases.table import Hit, bulk, read_topic
from copydesk.judge.view import View
from copydesk.model import Kind

_PHRASES: Final = read_topic("leads").lists["most_read"]
# The name of a section behind "Most read in" makes no longer a heading.
_MOST_WORDS: Final = 8
_LINKED: Final = 0.6


def most_read(view: View, index: int) -> Hit | None:
    """What heads the stories most read of a section: "Most read in Harbours"."""
    block, line = view.blocks[index], view.lines[index]
    # The cheap test first: every line that is not told otherwise comes by here.
    if view.pasted or not line.key.startswith(_PHRASES):
        return None
    if line.sentence or line.text.endswith(":") or bulk(line) > _MOST_WORDS:
        return None
    # In the story so is what is told about, unless a heading says it above links.
    linked = index + 1 < len(view.blocks) and view.blocks[index + 1].link_density >= _LINKED
    if view.in_reading[index] and not (block.kind is Kind.HEADING and linked):
        return None
    phrase = next((each for each in _PHRASES if line.key.startswith(each + " ")), None)
    return None if phrase is None else Hit("related_heading", phrase)
