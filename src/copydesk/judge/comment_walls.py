"""Walls before readers' comments: lines that ask to subscribe or to sign in to comment."""

from __future__ import annotations

from typing import Final

from copydesk.judge.left_out.elements import comments_name
from copydesk.judge.place import above
from copydesk.judge.promos.promos import promo_of
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped

# The rules of promos that ask for something, and the innermost elements whose names say for what.
_CALLS: Final = frozenset({"action", "call", "stock_line"})
_NEAR: Final = 3


def judge(view: View) -> dict[int, Verdict]:
    """Drop the calls to sign in that stand in an element of readers' comments: they are no promo."""
    if view.pasted:
        return {}
    found: dict[int, Verdict] = {}
    for index in view.open():
        if not view.in_reading[index] and (name := _of_comments(view, index)) is not None:
            hit = promo_of(view.lines[index], view.blocks[index].link_density, pasted=False)
            if hit is not None and hit.rule in _CALLS:
                said = f"asks to sign in or subscribe, in an element named {name!r}: {hit.phrase!r}"
                found[index] = dropped("comments_wall", Reason.COMMENTS, said)
    return found


def _of_comments(view: View, index: int) -> str | None:
    """What the innermost elements around a line are called that are of comments."""
    steps = above(view.blocks[index].path)[-_NEAR:]
    return next((name for step in reversed(steps) if (name := comments_name(step)) is not None), None)
