"""Stories that are a list of things, each in a box of its own with a heading: the headings are theirs."""

from __future__ import annotations

import re
from typing import Any, Final

from copydesk.extract.paths import place, tags_of
from copydesk.judge.boxes import few_inside, own_box
from copydesk.judge.left_out.listed import is_kept
from copydesk.judge.shape import is_prose
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, kept

# So many boxes with prose that stays are a list of things, none of which has more lines.
_ENTRIES: Final = 3
_MOST: Final = 12
_MOSTLY: Final = 0.5
# A live blog is told by so many posts with prose, and a post has no more lines.
_POSTS: Final = 2
_MOST_OF_POST: Final = 40
_DIGIT: Final = re.compile(r"\d")


def judge(view: View) -> dict[int, Verdict]:
    """Keep the headings of a row of boxes most of which have prose that stays below them."""
    rows: dict[str, list[int]] = {}
    for block in () if view.pasted or not view.in_reading else view.blocks:
        if block.kind is Kind.HEADING and not block.hidden:
            rows.setdefault(tags_of(block.path), []).append(block.index)
    found: dict[int, Verdict] = {}
    for heads in rows.values():
        lost = [i for i in heads if i not in view.verdicts and not view.in_reading[i]]
        if len(heads) >= _ENTRIES and lost:
            found |= _row(view, heads, lost) or _posts(view, heads, lost)
    return found


def _row(view: View, heads: list[int], lost: list[int]) -> dict[int, Verdict]:
    row = {view.page.elements[i] for i in heads}
    told = [head for head in heads if _has_prose(view, head, row)]
    if len(told) < max(_ENTRIES, _MOSTLY * len(heads)):
        return {}
    said = f"heads one of {len(told)} boxes alike with prose that stays"
    return {i: kept("entry_heading", said) for i in told if i in lost}


def _has_prose(view: View, head: int, row: set[Any]) -> bool:
    """Whether below a heading, in a box that has no other of its row, stands prose that is kept."""
    box = own_box(view.page.elements[head], row)
    lines = None if box is None else few_inside(view, head, box, _MOST)
    return lines is not None and any(i > head and is_kept(view, i) and is_prose(view.lines[i]) for i in lines)


def _posts(view: View, heads: list[int], lost: list[int]) -> dict[int, Verdict]:
    """Keep the headings of posts of a live blog that show nothing but what a script is to fetch: an embed.

    Each box of the row has who wrote it and when, and some of those that stay have prose.
    """
    row = {view.page.elements[i] for i in heads}
    signed = [head for head in heads if _is_signed(view, head, row)]
    told = [head for head in signed if is_kept(view, head) and _has_prose(view, head, row)]
    if len(told) < _POSTS or len(signed) < _MOSTLY * len(heads):
        return {}
    alike = {place(view.blocks[i].path) for i in told}
    said = f"heads one of {len(signed)} posts alike, each with who wrote it and when"
    return {
        i: kept("post_heading", said) for i in signed if i in lost and place(view.blocks[i].path) in alike
    }


def _is_signed(view: View, head: int, row: set[Any]) -> bool:
    """Whether below a heading, in a box that has no other of its row, stands a byline with a day."""
    box = own_box(view.page.elements[head], row)
    lines = None if box is None else few_inside(view, head, box, _MOST_OF_POST)
    below = (i for i in lines or () if i > head and i in view.verdicts)
    return any(view.verdicts[i].reason is Reason.BYLINE and _DIGIT.search(view.lines[i].text) for i in below)
