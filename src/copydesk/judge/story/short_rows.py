"""Rows of short paragraphs that a story lists something in: one with a link in it is one of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import Any, Final

from copydesk.judge.left_out.listed import is_kept
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Kind, Verdict, kept

_WORDS: Final = 8
# So many of the lines right above are kept, before one that was left out is the story's.
_LEAST: Final = 3
_MOST: Final = 6


def in_rows(view: View) -> dict[int, Verdict]:
    """Keep a short paragraph that is all a link, right below others of the same markup that are kept."""
    read = [block.index for block in view.blocks if is_kept(view, block.index)]
    found: dict[int, Verdict] = {}
    for index in view.open():
        if not read or not read[0] < index < read[-1] or view.in_reading[index]:
            continue
        if not _is_short(view, index) or view.blocks[index].link_density < 1:
            continue
        paragraph = _paragraph(view, index)
        above = [] if paragraph is None else list(_row_above(view, index, paragraph))
        plain = [i for i in above if view.blocks[i].link_density == 0]
        if len(above) >= _LEAST and len(plain) >= _LEAST - 1:
            told = f"below {len(above)} short paragraphs of the same markup that are the story's"
            found[index] = kept("row_fellow", told)
    return found


def _row_above(view: View, index: int, paragraph: Any) -> Iterator[int]:
    """The kept short paragraphs right above one, in its parent and marked up as it is."""
    above = range(index - 1, max(-1, index - 1 - _MOST), -1)
    return takewhile(lambda i: _is_like(view, i, paragraph), above)


def _is_like(view: View, index: int, paragraph: Any) -> bool:
    other = _paragraph(view, index)
    if other is None or not _is_short(view, index) or not is_kept(view, index):
        return False
    alike = other.get("class") == paragraph.get("class")
    return alike and other.getparent() is paragraph.getparent()


def _is_short(view: View, index: int) -> bool:
    block = view.blocks[index]
    return block.kind is Kind.PARAGRAPH and not block.hidden and 0 < size(view.lines[index]) <= _WORDS


def _paragraph(view: View, index: int) -> Any:
    """The paragraph that a line is, or all that is written in it."""
    element = view.page.elements[index]
    if element.tag == "p":
        return element
    parent = element.getparent()
    return parent if parent is not None and parent.tag == "p" else None
