"""Headings that head nothing: what stood below the last of them was struck, so it goes with that."""

from __future__ import annotations

from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped

# What a last heading may announce; where it is something else, the heading is only outside.
_ANNOUNCED = frozenset(
    {Reason.PROMO, Reason.AUTHOR_BIO, Reason.COMMENTS, Reason.NOTICE, Reason.CREDIT, Reason.NAVIGATION}
)
# Blocks below a heading that may be what it announces.
_REACH = 3
# More headings at the end are what the page is made of.
_MOST = 3


def judge(view: View) -> dict[int, Verdict]:
    """Drop the headings behind the last paragraph of a marked-up story."""
    if view.pasted:
        return {}
    found: dict[int, Verdict] = {}
    for block in reversed(view.blocks):
        verdict = view.verdicts.get(block.index)
        if verdict is not None and verdict.kind is Kind.TITLE:
            break
        if not (view.in_reading[block.index] if verdict is None else verdict.keep):
            continue
        if block.kind is not Kind.HEADING or verdict is not None:
            return found if len(found) <= _MOST else {}
        reason = _below(view, block.index)
        evidence = "a heading with nothing of the story below it"
        found[block.index] = dropped("empty_heading", reason, evidence)
    return {}


def _below(view: View, index: int) -> Reason:
    """The reason of the first block below that says what was announced."""
    for below in range(index + 1, min(len(view.blocks), index + 1 + _REACH)):
        verdict = view.verdicts.get(below)
        if verdict is not None and verdict.reason in _ANNOUNCED:
            return verdict.reason
    return Reason.OUTSIDE
