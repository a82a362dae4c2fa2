"""Headings that are the last step of the trail to a page, with the headline printed below them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any, Final

from copydesk.extract.paths import path_end
from copydesk.judge.navigation.page_links import LINKED
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped

_TRAIL: Final = re.compile(r"bread-?_?crumbs?", re.IGNORECASE)
# The rule of the verdict on such a heading.
STEP: Final = "trail"
# A heading in a trail is in the trail's own box, or in a step of it, and its list may say so in an attribute.
_STEPS: Final = 2
_SAYS: Final = ("typeof", "itemtype", "aria-label")
_LIST: Final = ("ol", "ul", "nav")
# What a page prints its headline in.
_HEADS: Final = ("header", "hgroup")
# Headings of lower levels are of the story's parts.
_TOP_LEVELS: Final = 2
# The headline stands so close below the trail, in blocks: a kicker or buttons may stand between.
_BELOW: Final = 8


def trail_headings(view: View, headings: Sequence[int], declared: Collection[str]) -> tuple[int, ...]:
    """The headings in a trail's markup with a heading close below that the page is called by, or in its head.

    Software that sets the name of the page in its trail often marks it up as the first heading, in a form
    that is written for search; the headline itself is a heading of a lower level then.
    """
    steps = [i for i in headings if _is_step(view, i)]
    rest = [i for i in headings if i not in steps]
    others = [i for i in rest if view.lines[i].key in declared]
    heads = [i for i in rest if _is_head(view, i)]
    return tuple(
        i
        for i in steps
        if any(i < other <= i + _BELOW for other in (*others, *(heads if _list(view, i) is not None else ())))
    )


def top_of_head(view: View, title: int) -> int:
    """Where the head of a page begins: at its headline, or at the step of its trail above that."""
    above = range(max(0, title - _BELOW), title)
    return next((i for i in above if (v := view.verdicts.get(i)) is not None and v.rule == STEP), title)


def headline_below(view: View, headings: Sequence[int], steps: Sequence[int]) -> int | None:
    """The heading in the story's head that is printed below a step of the trail in other words, or None."""
    return next(
        (i for i in headings for at in steps[-1:] if at < i <= at + _BELOW and _is_head(view, i)), None
    )


def _is_head(view: View, index: int) -> bool:
    """Whether a heading stands in the head of an article, in which no other one of its level does."""
    block, element = view.blocks[index], view.page.elements[index]
    if block.level > _TOP_LEVELS or block.link_density >= LINKED or view.lines[index].sentence:
        return False
    head = next(element.iterancestors(*_HEADS), None)
    if head is None or next(head.iterancestors("article"), None) is None:
        return False
    return sum(1 for _ in head.iter(f"h{block.level}")) == 1


def _list(view: View, index: int) -> Any:
    """The list or menu that a line stands in, or None."""
    return next(view.page.elements[index].iterancestors(*_LIST), None)


def _is_step(view: View, index: int) -> bool:
    """Whether classes, an id or attributes of a heading, or of a box right around it, name a trail."""
    inner = path_end(view.blocks[index].path, _STEPS)
    if _TRAIL.search(inner):
        return True
    element = view.page.elements[index]
    around = _list(view, index)
    said = () if around is None else (around.get(name) or "" for name in _SAYS)
    return any(_TRAIL.search(str(name)) for name in (*element.attrib, *said))


def as_step(text: str) -> Verdict:
    """The verdict on such a heading."""
    evidence = f"a step of the trail to the page, with the headline printed below it: '{text[:60]}'"
    return dropped(STEP, Reason.NAVIGATION, evidence)
