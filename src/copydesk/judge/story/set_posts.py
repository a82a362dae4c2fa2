"""Posts of networks that are set into a story: all of them are left out, or none is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from copydesk.judge.left_out.elements import of_network
from copydesk.judge.view import View
from copydesk.model import READING, Reason, Verdict, dropped, kept

_KEPT: Final = "a post of a network, as those beside it, which have most words and are kept"
_LEFT_OUT: Final = "a post of a network, as those beside it, which have most words and are left out"


def judge(view: View) -> dict[int, Verdict]:
    """Treat the posts of one page alike, as the reading does with the most words of them.

    Labels have all posts of a page or none. Of 19 labelled pages with posts the keeper parts them on two, and
    both labels do with all of them what it does with most of their words.
    """
    if view.pasted or not view.in_reading:
        return {}
    lines = list(_lines(view))
    words = {
        inside: sum(view.lines[i].word_count for i in lines if view.in_reading[i] is inside)
        for inside in (True, False)
    }
    if not all(words.values()):
        return {}
    if words[True] >= words[False]:
        return {i: kept("set_post", _KEPT) for i in lines if not view.in_reading[i]}
    left_out = dropped("set_post", Reason.OUTSIDE, _LEFT_OUT, stage=READING)
    return {i: left_out for i in lines if view.in_reading[i]}


def _lines(view: View) -> Iterator[int]:
    """The lines of posts that no judge has spoken of."""
    return (i for i in view.open() if of_network(view, i) is not None and not view.blocks[i].hidden)
