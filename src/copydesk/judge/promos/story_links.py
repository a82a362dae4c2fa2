"""Links in the page's frame that lead to other stories, which are no entries of its menus."""

from __future__ import annotations

import re
from typing import Final

from copydesk.extract.paths import path_end
from copydesk.extract.tables import word_set
from copydesk.judge.boxes import holds
from copydesk.judge.left_out.around import LINKED
from copydesk.judge.navigation.page_links import leads_within, links_of
from copydesk.judge.phrases.buttons import ASKS
from copydesk.judge.view import View
from copydesk.model import Kind
from copydesk.text import Line

# How long such a link is, and how many elements around have names that speak of it.
_WORDS: Final = range(6, 31)
_NEAR: Final = 3
# The headline of a card, and the way to the story before or behind.
_NAMED: Final = re.compile(
    r"(?<![a-z])(?:headlines?|teaser)(?![a-z])|(?<![a-z])(?:post|entry|article|card|story|news|object)[-_]{1,2}title"
    r"|(?<![a-z])(?:nav|navigation|post|pagination|item|article|story|link)[-_]{1,2}(?:prev(?:ious)?|next)(?![a-z])"
    r"|[.#](?:prev(?:ious)?|next)(?:[-_](?:post|nav|article|story|link))?(?=[.#/]|$)",
    re.IGNORECASE,
)
# The names that nothing but such a way has: a headline may be shorter there, if it is no word for the way.
_WAY: Final = re.compile(
    r"(?<![a-z])(?:nav|navigation|post|article|story)[-_]{1,2}(?:prev(?:ious)?|next)(?![a-z])"
    r"|[.#](?:prev(?:ious)?|next)[-_](?:post|nav|article|story)(?![a-z])",
    re.IGNORECASE,
)
_WAY_WORDS: Final = 3
_SAYS_WAY: Final = word_set("previous prev next older newer back")
# Any other title is a headline's outside of lists, where entries of menus have titles.
_TITLE: Final = re.compile(r"[a-z0-9]-title(?=[./#]|$)", re.IGNORECASE)
# A day and a name in an address are a story's: so printed, its headline may have fewer words.
_DATED: Final = re.compile(r"/(?:19|20)\d\d/(?:0?[1-9]|1[0-2])/(?:\d{1,2}/)?(?:[\w%]+-){2}")
_LEAST_DATED: Final = 2
_LEAST_HEADED: Final = 2
_TOP: Final = re.compile(r"(?:https?://[^/]+)?/?(?:[?#].*)?")


def leads_to_story(view: View, index: int) -> bool:
    """Whether a line is one link as long as a headline, and a heading or in markup for headlines.

    One that leads to the front page is the outlet's name, one that asks for something a button.
    """
    block, line = view.blocks[index], view.lines[index]
    if view.pasted or block.link_density < LINKED or not line.words or line.words[0] in ASKS:
        return False
    near = path_end(block.path, _NEAR)
    if line.word_count not in _WORDS and not (is_way(near) and _names_story(line)):
        return _is_dated(view, index, near)
    named = _NAMED.search(near) or (block.kind is not Kind.LIST_ITEM and _TITLE.search(near))
    if block.kind is not Kind.HEADING and not named:
        return False
    return is_lone_link(view, index)


def of_stories(view: View, index: int) -> str | None:
    """What a line has to do with other stories: it is one's headline, or a few words that head several."""
    if leads_to_story(view, index):
        return "the headline of another story"
    below = range(index + 1, index + 1 + _LEAST_HEADED)
    if view.blocks[index].link_density or view.lines[index].word_count >= _WORDS.start:
        return None
    box, lines = view.page.elements[index].getparent(), len(view.blocks)
    if box is None or not all(i < lines and holds(box, view.page.elements[i]) for i in below):
        return None
    dated = all(_is_dated(view, i, path_end(view.blocks[i].path, _NEAR)) for i in below)
    return "heads other stories" if dated else None


def _is_dated(view: View, index: int, near: str) -> bool:
    """Whether a few words in markup for headlines are one link to an address with a day."""
    few = _LEAST_DATED <= view.lines[index].word_count < _WORDS.start
    if not few or _NAMED.search(near) is None or not is_lone_link(view, index):
        return False
    return _DATED.search(links_of(view, index)[0].get("href") or "") is not None


def is_way(steps: str) -> bool:
    """Whether an element's names say that it leads to the story before or behind.

    >>> is_way("nav.post-navigation/div.nav-next"), is_way("div#__next/p")
    (True, False)
    """
    return _WAY.search(steps) is not None


def _names_story(line: Line) -> bool:
    """Whether the few words of a way to another story are its headline."""
    return _WAY_WORDS <= line.word_count < _WORDS.stop and _SAYS_WAY.isdisjoint(line.words)


def is_story_link(view: View, index: int) -> bool:
    """Whether a line is one link as long as a headline to another page, and asks for nothing."""
    line = view.lines[index]
    if line.word_count not in _WORDS or line.words[0] in ASKS or line.sentence:
        return False
    return is_lone_link(view, index)


def is_lone_link(view: View, index: int) -> bool:
    """Whether a line is one link, to another page than the front page."""
    if view.pasted or view.blocks[index].link_density < LINKED:
        return False
    links = links_of(view, index)
    own = len(links) == 1 and _TOP.fullmatch(links[0].get("href") or "") is None
    return own and not leads_within(view, index)
