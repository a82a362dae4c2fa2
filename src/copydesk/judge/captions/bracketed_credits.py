"""Captions of pasted text that only the credit in brackets on the line below tells: "(Photo: Ada Quill)"."""

from __future__ import annotations

from typing import Final

from copydesk.judge.promos.promos import promo_of
from copydesk.judge.shape import is_stamp, size
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped

# A longer line is a paragraph; so are those of a list of pictures, each with its credit below.
_MOST_WORDS: Final = 40
_MOST_PAIRS: Final = 2
_FEWEST: Final = 4


def above_bracketed(view: View, found: dict[int, Verdict]) -> dict[int, Verdict]:
    """The lines right above credits that stand in brackets, where these are one or two.

    On 259 pasted pages the line above such a credit is a caption each time; above one without brackets it is
    a paragraph three times out of four.
    """
    credit_lines = [i for i, verdict in found.items() if i and _is_bracketed(view, i, verdict)]
    above = [i - 1 for i in credit_lines if _may_be(view, i - 1, found)]
    if len(above) > _MOST_PAIRS:
        return {}
    return {
        i: dropped(
            "above_credit",
            Reason.CAPTION,
            f"above a photo credit in brackets (block {i + 1})",
            facts=(("captions", view.lines[i].text),),
        )
        for i in above
    }


def _is_bracketed(view: View, index: int, verdict: Verdict) -> bool:
    text = view.lines[index].text
    return verdict.rule == "credit_line" and text[:1] in "([" and text[-1:] in ")]"


def _may_be(view: View, index: int, found: dict[int, Verdict]) -> bool:
    line = view.lines[index]
    known = index in found or index in view.verdicts or "@" in line.text
    known = known or is_stamp(line) or promo_of(line) is not None
    return not known and _FEWEST <= size(line) <= _MOST_WORDS
