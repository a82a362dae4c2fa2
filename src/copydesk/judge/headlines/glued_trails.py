"""Trails of steps to a page that end with its headline, copied into one line: "HomeNewsFerry Turns Back"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped
from copydesk.text import Line

# Fewer words may end another line for other reasons.
_LEAST_WORDS: Final = 4
# The steps before the headline have so many letters ("Home", "News"), and so many lines below it stands.
_STEP_LETTERS: Final = range(4, 61)
_REACH: Final = 4
# Of a trail that is cut short so many letters of the headline tell.
_LEAST_LETTERS: Final = 16
_CUT: Final = ("…", "...")


def is_trail_to(trail: Line, headline: Line) -> bool:
    """Whether a line is a headline with a few words before it, spaces and signs left aside.

    >>> from copydesk.text import line
    >>> is_trail_to(line("HomeNewsGoat Rides The Ferry"), line("Goat Rides The Ferry"))
    True
    >>> is_trail_to(line("Home / News / Goat Rides The Last Fer…"), line("Goat Rides The Last Ferry"))
    True
    >>> is_trail_to(line("Goat Rides The Ferry"), line("Goat Rides The Ferry"))
    False
    """
    if size(headline) < _LEAST_WORDS:
        return False
    own, end = (each.key.replace(" ", "") for each in (trail, headline))
    if trail.text.endswith(_CUT):
        start = own.find(end[:_LEAST_LETTERS], 1)
        return start in _STEP_LETTERS and end.startswith(own[start:])
    return len(own) - len(end) in _STEP_LETTERS and own.endswith(end)


def end_of_trail(lines: Sequence[Line], index: int) -> int | None:
    """The line close below with which the line at `index` ends; None where it is no trail."""
    below = range(index + 1, min(index + 1 + _REACH, len(lines)))
    return next((i for i in below if is_trail_to(lines[index], lines[i])), None)


def glued_trails(view: View, title: int) -> dict[int, Verdict]:
    """The lines close above a pasted headline that end with it."""
    said = f"a trail of steps that ends with the headline (block {title})"
    return {
        i: dropped("breadcrumb", Reason.NAVIGATION, said)
        for i in range(max(0, title - _REACH), title)
        if i not in view.verdicts and is_trail_to(view.lines[i], view.lines[title])
    }
