"""What a left-out link is: a button, the headline of another story, or a link alone on its line."""

from __future__ import annotations

import re
from typing import Final

from copydesk.judge.around import LINKED, Named, is_linked_headline
from copydesk.judge.edges import Edges
from copydesk.judge.furniture import FAINT, button
from copydesk.judge.phrases.table import read_topic
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason

# The first words of links that ask for something.
_ASKS: Final = frozenset(read_topic("left_out").lists["asks"])
_BUTTON_WORDS: Final = 7
_SOURCE: Final = re.compile(r"(?:image |data )?(?:sources?|credits?|via)\s?:", re.IGNORECASE)


def long_link(view: View, index: int, edges: Edges) -> Named | None:
    """What a link as long as a headline is, within the story."""
    if not (edges.first < index < edges.last and is_linked_headline(view, index)):
        return None
    if next(view.page.elements[index].iterancestors("figure"), None) is not None:
        return "in_figure", Reason.CAPTION, "in a figure, within the story"
    if _SOURCE.match(view.blocks[index].text) is not None:
        return "source_line", Reason.CREDIT, "says where it is from, within the story"
    return "link_line", Reason.PROMO, "a link as long as a headline, within the story"


def long_link_behind(view: View, index: int, edges: Edges) -> Named | None:
    """Whether a line is a link as long as a headline, behind the story."""
    if not (edges.behind(index) and is_linked_headline(view, index)):
        return None
    return "link_line", Reason.PROMO, "a link as long as a headline, behind the story"


def pressed(view: View, index: int) -> Named | None:
    """Whether a line is a few words that look like a button, or a short link that asks for something."""
    line, block = view.lines[index], view.blocks[index]
    if size(line) > _BUTTON_WORDS or line.text.endswith("?"):
        return None
    if not line.sentence:
        steps = reversed(block.path.rsplit("/", FAINT)[-FAINT:])
        if (name := next((n for step in steps if (n := button(step)) is not None), None)) is not None:
            return "button", Reason.PROMO, f"a few words in an element named {name!r}"
    asks = line.key.partition(" ")[0]
    if block.link_density >= LINKED and asks in _ASKS:
        return "button", Reason.PROMO, f"a short link that asks to {asks!r}"
    return None


def lone_link(view: View, index: int, edges: Edges) -> Named | None:
    """A link alone on its line: within the story one that leads elsewhere, around it one of the frame."""
    block, within = view.blocks[index], edges.first < index < edges.last
    if block.link_density < LINKED or view.lines[index].sentence:
        return None
    if not within:
        return "link", Reason.NAVIGATION, "a link alone on its line, above or below the paragraphs"
    # The story may have a list of them.
    listed = block.kind in (Kind.LIST_ITEM, Kind.HEADING)
    return None if listed else ("link", Reason.PROMO, "a link alone on its line, within the story")
