"""Lines that the reading kept alone of a box: all else in it is known to be a menu, a call or an author's."""

from __future__ import annotations

from itertools import islice
from typing import Final

from copydesk.judge.boxes import few_inside
from copydesk.judge.left_out.listed import is_kept
from copydesk.judge.left_out.words import verdict
from copydesk.judge.place import PROSE_WORDS
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict

# A box is looked for so far above a line, and has so many other lines that a reader sees.
_LEVELS: Final = 3
_LEAST: Final = 3
_MOST: Final = 60
# So many of them are as long as a paragraph, where the last line is one.
_LONG: Final = 2
_STORY: Final = frozenset({"body", "main", "article"})
# What asks its reader for something; other promos stand around what the story says of a product.
_ASKS: Final = frozenset(
    {"action", "button", "call", "cta_box", "form_head", "promo_box", "sign_up", "stock_line", "control"}
)
_LISTS: Final = frozenset({Reason.NAVIGATION, Reason.AUTHOR_BIO})
# Longer lines are none of a menu, and head nothing.
_WORDS: Final = 12


def judge(view: View) -> dict[int, Verdict]:
    """Drop what is left alone of a box with the rest of it, and a last line alone of a box left out."""
    if view.pasted:
        return {}
    kept = [i for i, block in enumerate(view.blocks) if is_kept(view, i) and not block.hidden]
    open_ = [i for i in view.open() if view.in_reading[i] and not view.blocks[i].hidden]
    found: dict[int, Verdict] = {}
    stay = set(kept)
    for index in open_:
        # The cheap tests first: a box of lines that go has one of them right above the line or below it.
        if size(view.lines[index]) > _WORDS or {index - 1, index + 1} <= stay:
            continue
        others = _others(view, index)
        if (reason := _shared(view, others)) is not None:
            said = f"alone of a box with {len(others)} lines that are {reason.value}"
            found[index] = verdict(view, index, ("stranded", reason, said))
    if kept and kept[-1] in open_ and _is_cut_off(view, kept):
        said = "the last line that is read, alone of a box of which all else is left out"
        found.setdefault(kept[-1], verdict(view, kept[-1], ("stranded", Reason.OUTSIDE, said)))
    return found


def _others(view: View, index: int) -> list[int]:
    """The other lines of the nearest box that has several; none if it is the story's, or large."""
    for box in islice(view.page.elements[index].iterancestors(), _LEVELS):
        lines = None if box.tag in _STORY else few_inside(view, index, box, _MOST)
        if lines is None:
            return []
        others = [i for i in lines if i != index and not view.blocks[i].hidden]
        if any(is_kept(view, i) for i in others):
            return []
        if len(others) >= _LEAST:
            return others
    return []


def _shared(view: View, others: list[int]) -> Reason | None:
    """The reason that all other lines of a box share, if it can be that of one more."""
    verdicts = [view.verdicts.get(i) for i in others]
    known = [v for v in verdicts if v is not None and v.reason is not None]
    if not known or len(known) < len(others):
        return None
    if all(v.rule in _ASKS for v in known):
        return Reason.PROMO
    reason = known[0].reason
    return reason if reason in _LISTS and all(v.reason is reason for v in known) else None


def _is_cut_off(view: View, kept: list[int]) -> bool:
    """Whether the last line that stays is a paragraph behind several lines that do not, alone of its box."""
    last, line = kept[-1], view.lines[kept[-1]]
    if len(kept) < _LEAST or size(line) < PROSE_WORDS or not line.sentence:
        return False
    between = sum(not view.blocks[i].hidden for i in range(kept[-2] + 1, last))
    long = sum(size(view.lines[i]) >= PROSE_WORDS for i in _others(view, last))
    return between >= _LEAST and long >= _LONG
