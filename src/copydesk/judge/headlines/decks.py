"""Headings between the headline and the byline or the lead picture: a second headline, or the standfirst."""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from copydesk.judge.shape import is_prose, size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped, kept

# How far below the headline, in blocks, the story begins at the latest.
_REACH: Final = 30
# So long a heading sums the story up; a shorter one is a headline. Of 1,194 labelled pages five have
# one or the other, and none is a subhead.
_LEAST_WORDS: Final = 10
# The times of a live blog's posts stand below headings, too.
_NO_BYLINE: Final = frozenset({"post_time", "post_byline"})


def judge(view: View) -> dict[int, Verdict]:
    """Tell the headings that head no part of the story: what says who wrote it comes between."""
    title = view.title()
    if view.pasted or title is None:
        return {}
    below = range(title + 1, min(len(view.blocks), title + 1 + _REACH))
    head = list(takewhile(lambda i: not _ends_head(view, i), below))
    signed = [i for i in head if _reason(view, i) is Reason.BYLINE]
    pictured = [i for i in head if _reason(view, i) is Reason.CAPTION]
    found: dict[int, Verdict] = {}
    for index in head:
        block, long = view.blocks[index], size(view.lines[index]) >= _LEAST_WORDS
        if index in view.verdicts or block.kind is not Kind.HEADING or not view.in_reading[index]:
            continue
        if index < max(signed, default=-1) or (long and index < max(pictured, default=-1)):
            found[index] = _as_standfirst(view, index) if long else _as_headline()
    return found


def _ends_head(view: View, index: int) -> bool:
    """Whether a block is the standfirst, below which the story's parts begin, or a paragraph."""
    verdict = view.verdicts.get(index)
    if verdict is not None:
        return verdict.keep
    prose = view.blocks[index].kind is not Kind.HEADING and is_prose(view.lines[index])
    return prose and view.in_reading[index]


def _reason(view: View, index: int) -> Reason | None:
    verdict = view.verdicts.get(index)
    return None if verdict is None or verdict.rule in _NO_BYLINE else verdict.reason


def _as_standfirst(view: View, index: int) -> Verdict:
    told = any(v.keep and v.kind is Kind.STANDFIRST for v in view.verdicts.values())
    facts = () if told else (("standfirst", view.blocks[index].text),)
    return kept("deck", "a long heading right below the headline", kind=Kind.STANDFIRST, facts=facts)


def _as_headline() -> Verdict:
    return dropped("second_headline", Reason.HEADLINE, "a heading between the headline and the byline")
