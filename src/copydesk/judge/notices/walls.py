"""The wall at the end of a teaser: lines that ask readers to pay or to sign in before they read on."""

from __future__ import annotations

from copydesk.judge.phrases.table import bulk, is_quoted
from copydesk.judge.phrases.walls import says, wall_table
from copydesk.judge.place import place_of
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped

# A wall is short; a longer paragraph is a story about subscriptions.
_MOST_WORDS = 60
# It stands where the text stops: no more than this share of the story's paragraphs comes behind it.
_EDGE = 0.2
# What is offered stands in a list right below it.
_MOST_OFFERS = 8


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
    return says(wall_table("paywall"), line) is not None


def _offers(view: View, wall: int) -> dict[int, Verdict]:
    """The list items next to a wall, other short lines between them aside."""
    open_ = set(view.open())
    near = range(wall + 1, min(wall + 1 + _MOST_OFFERS, len(view.blocks)))
    items = [i for i in near if i in open_ and view.blocks[i].kind is Kind.LIST_ITEM]
    evidence = "lists what a subscription offers, below a request for one"
    return {i: dropped("wall_offer", Reason.NOTICE, evidence) for i in items}
