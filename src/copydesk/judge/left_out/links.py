"""What a left-out link is: a button, the headline of another story, or a link alone on its line."""

from __future__ import annotations

import re
from typing import Final

from copydesk.extract.head import text_of
from copydesk.extract.paths import last_steps
from copydesk.judge.edges import Edges
from copydesk.judge.left_out.around import LINKED, Named, is_linked_headline
from copydesk.judge.left_out.furniture import FAINT, button
from copydesk.judge.navigation.page_links import leads_here, leads_within, links_of, place_of_link
from copydesk.judge.phrases.buttons import ASKS
from copydesk.judge.phrases.furniture import PLACES, WAYS
from copydesk.judge.promos.story_links import leads_to_story
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason
from copydesk.text import key

# The first words of links that ask for something.
_BUTTON_WORDS: Final = 7
_LEAST_TOOLS: Final = 2
# A link to the readers' comments, with how many there are.
_COMMENTS: Final = re.compile(
    r"(?:\d{1,5} )?(?:comments?|kommentare?|commentaires?|comentarios?)", re.IGNORECASE
)
_SOURCE: Final = re.compile(r"(?:image |data )?(?:sources?|credits?|via)\s?:", re.IGNORECASE)


def long_link(view: View, index: int, edges: Edges) -> Named | None:
    """What a link as long as a headline is, within the story."""
    if _jumps_over(view, index):
        return "skip_link", Reason.TEMPLATE, "leads over what is set into the page beside it"
    if not (edges.first < index < edges.last and is_linked_headline(view, index)):
        return None
    if next(view.page.elements[index].iterancestors("figure"), None) is not None:
        return "in_figure", Reason.CAPTION, "in a figure, within the story"
    if _SOURCE.match(view.blocks[index].text) is not None:
        return "source_line", Reason.CREDIT, "says where it is from, within the story"
    return "link_line", Reason.PROMO, "a link as long as a headline, within the story"


def _jumps_over(view: View, index: int) -> bool:
    """Whether a line is a link to an element beside its own: over what a page sets in from elsewhere."""
    if view.blocks[index].link_density < LINKED or not leads_within(view, index):
        return False
    links = links_of(view, index)
    places, box = {place_of_link(view, link) for link in links}, links[0].getparent()
    return (
        len(links) == 1
        and box is not None
        and any(one.get("id") in places for one in box if one not in links)
    )


def long_link_behind(view: View, index: int, edges: Edges) -> Named | None:
    """Whether a line is a link as long as a headline, behind the story."""
    if not (edges.behind(index) and is_linked_headline(view, index)):
        return None
    return "link_line", Reason.PROMO, "a link as long as a headline, behind the story"


def jump(view: View, index: int) -> Named | None:
    """Whether a line is a link to a place of the page itself, and no button."""
    block = view.blocks[index]
    if block.link_density < LINKED or block.kind is Kind.HEADING or not leads_within(view, index):
        return None
    if pressed(view, index) is not None or not any(map(str.isalpha, block.text)):
        return None
    return "jump", Reason.NAVIGATION, "leads to a place of the page itself"


def pressed(view: View, index: int) -> Named | None:
    """Whether a line is a few words that look like a button, or a short link that asks for something."""
    line, block = view.lines[index], view.blocks[index]
    if size(line) > _BUTTON_WORDS or line.text.endswith("?"):
        return None
    if not line.sentence:
        steps = reversed(last_steps(block.path, FAINT))
        if (name := next((n for step in steps if (n := button(step)) is not None), None)) is not None:
            return "button", Reason.PROMO, f"a few words in an element named {name!r}"
    asks = line.key.partition(" ")[0]
    if block.link_density >= LINKED and asks in ASKS:
        return "button", Reason.PROMO, f"a short link that asks to {asks!r}"
    return None


def tool_row(view: View, index: int) -> Named | None:
    """Whether a line is several links in a row, each a way to share the story or to comment on it."""
    links = links_of(view, index) if view.blocks[index].link_density >= LINKED else []
    said = [text_of(link) for link in links]
    ways = [text for text in said if key(text) in WAYS or key(text) in PLACES]
    if len(said) < _LEAST_TOOLS or not ways:
        return None
    if not all(text in ways or _COMMENTS.fullmatch(text) is not None for text in said):
        return None
    return "share", Reason.PROMO, f"{len(said)} links in a row to share the story or comment on it"


def lone_link(view: View, index: int, edges: Edges) -> Named | None:
    """A link alone on its line: within the story one that leads elsewhere, around it one of the frame."""
    block, within = view.blocks[index], edges.first < index < edges.last
    if block.link_density < LINKED:
        return None
    # The story may have a list of them, and headings that lead to themselves.
    if within and block.kind in (Kind.LIST_ITEM, Kind.HEADING):
        return None
    if view.lines[index].sentence:
        return None
    if not within and leads_to_story(view, index) and not leads_here(view, index):
        return "link_line", Reason.PROMO, "the headline of another story, and a link alone on its line"
    if not within:
        return "link", Reason.NAVIGATION, "a link alone on its line, above or below the paragraphs"
    return "link", Reason.PROMO, "a link alone on its line, within the story"
