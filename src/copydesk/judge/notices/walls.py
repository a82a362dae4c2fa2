"""The wall at the end of a teaser: lines that ask readers to pay or to sign in before they read on."""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import Final

from copydesk.extract.paths import last_steps
from copydesk.judge.navigation.page_links import LINKED
from copydesk.judge.phrases.table import bulk, is_quoted
from copydesk.judge.phrases.walls import says, wall_table
from copydesk.judge.place import above, frame_of, is_prose, place_of
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped

# A wall is short; a longer paragraph is a story about subscriptions.
_MOST_WORDS = 60
# It stands where the text stops: no more than this share of the story's paragraphs comes behind it.
_EDGE = 0.2
# What is offered stands in a list right below it.
_MOST_OFFERS = 8
# The head of a menu for subscribers has no more words, and neither have its entries.
_HEAD_WORDS: Final = 4
# How walls are named, in the nearest of the elements around their lines.
_NAMED: Final = re.compile(r"(?<![a-z])(?:pay|reg)?wall(?![a-z])", re.IGNORECASE)
_NEAR: Final = 6
# So few elements are between a subhead and the box of the story: one in bold is in the other.
_LEVELS: Final = 2


def judge(view: View) -> dict[int, Verdict]:
    """Drop lines that ask for a subscription or a login to read on, and the list of what one gets."""
    walls = [i for i in view.open() if _is_wall(view, i)]
    if not walls:
        return {}
    place = place_of(view, lambda i: i in walls)
    found: dict[int, Verdict] = {}
    for index in walls:
        if place.behind(index) or place.share_behind(index) <= _EDGE:
            found[index] = dropped("wall", Reason.NOTICE, "asks readers to pay or sign in to read on")
            found |= _offers(view, index)
    return found


def _is_wall(view: View, index: int) -> bool:
    line = view.lines[index]
    if not line.key or bulk(line) > _MOST_WORDS or is_quoted(line.text):
        return False
    return says(wall_table("paywall"), line) is not None and not _labels_menu(view, index)


def _labels_menu(view: View, index: int) -> bool:
    """Whether a few words that are not read stand in the page's frame, or head a list of short links."""
    if view.pasted or view.in_reading[index] or size(view.lines[index]) > _HEAD_WORDS:
        return False
    items = list(takewhile(lambda i: view.blocks[i].kind is Kind.LIST_ITEM, view.below(index)))
    heads = len(items) > 1 and all(_is_entry(view, i) for i in items)
    return heads or _is_framed(view, index)


def _is_entry(view: View, index: int) -> bool:
    return size(view.lines[index]) <= _HEAD_WORDS and view.blocks[index].link_density >= LINKED


def _is_framed(view: View, index: int) -> bool:
    """Whether a line stands in the page's head, foot or menu."""
    return any(frame_of(step) for step in above(view.blocks[index].path))


def is_at_wall(view: View, index: int) -> bool:
    """Whether a line of the story's own box is the last above a wall, which cuts the story off."""
    below = next(view.below(index), None)
    if view.pasted or below is None or not _is_of_wall(view, below) or _is_of_wall(view, index):
        return False
    elements = view.page.elements
    told = next((i for i in view.above(index) if is_prose(view, i)), None)
    around = islice(elements[index].iterancestors(), _LEVELS)
    return told is not None and any(box is elements[told].getparent() for box in around)


def _is_of_wall(view: View, index: int) -> bool:
    verdict = view.verdicts.get(index)
    if verdict is not None and verdict.rule == "wall":
        return True
    own = last_steps(view.blocks[index].path, _NEAR)
    return not view.in_reading[index] and any(_NAMED.search(step) for step in own)


def _offers(view: View, wall: int) -> dict[int, Verdict]:
    """The list items next to a wall, other short lines between them aside."""
    open_ = set(view.open())
    near = range(wall + 1, min(wall + 1 + _MOST_OFFERS, len(view.blocks)))
    items = [i for i in near if i in open_ and view.blocks[i].kind is Kind.LIST_ITEM]
    # An entry of the page's menus offers nothing.
    items = [i for i in items if view.pasted or not (_is_framed(view, i) and _is_entry(view, i))]
    evidence = "lists what a subscription offers, below a request for one"
    return {i: dropped("wall_offer", Reason.NOTICE, evidence) for i in items}
