"""Headings that are the last step of the trail to a page, with the headline printed below them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from copydesk.extract.paths import path_end
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped

_TRAIL: Final = re.compile(r"bread-?_?crumbs?", re.IGNORECASE)
# The rule of the verdict on such a heading.
STEP: Final = "trail"
# A heading in a trail is in the trail's own box, or in a step of it.
_STEPS: Final = 2
# The headline stands so close below the trail, in blocks: a kicker or buttons may stand between.
_BELOW: Final = 8


def trail_headings(view: View, headings: Sequence[int], declared: Collection[str]) -> tuple[int, ...]:
    """The headings in a trail's markup that have a heading the page is called by close below them.

    Software that sets the name of the page in its trail often marks it up as the first heading, in a form
    that is written for search; the headline itself is a heading of a lower level then.
    """
    steps = [i for i in headings if _is_step(view, i)]
    others = [i for i in headings if i not in steps and view.lines[i].key in declared]
    return tuple(i for i in steps if any(i < other <= i + _BELOW for other in others))


def top_of_head(view: View, title: int) -> int:
    """Where the head of a page begins: at its headline, or at the step of its trail above that."""
    above = range(max(0, title - _BELOW), title)
    return next((i for i in above if (v := view.verdicts.get(i)) is not None and v.rule == STEP), title)


def _is_step(view: View, index: int) -> bool:
    """Whether classes, an id or attributes of a heading, or of a box right around it, name a trail."""
    inner = path_end(view.blocks[index].path, _STEPS)
    if _TRAIL.search(inner):
        return True
    return any(_TRAIL.search(str(name)) for name in view.page.elements[index].attrib)


def as_step(text: str) -> Verdict:
    """The verdict on such a heading."""
    evidence = f"a step of the trail to the page, with the headline printed below it: '{text[:60]}'"
    return dropped(STEP, Reason.NAVIGATION, evidence)
