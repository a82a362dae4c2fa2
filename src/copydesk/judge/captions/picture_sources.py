"""Lines that say where a picture is from, right behind it, and the caption between the two."""

from __future__ import annotations

from itertools import islice
from typing import Any

from copydesk.extract.head import text_of
from copydesk.judge.boxes import few_inside
from copydesk.judge.captions.figures import NEAR_ELEMENTS, WORDS
from copydesk.judge.phrases.pictures import SOURCE_LINE, SOURCE_LINE_WORDS
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped

_PICTURES = frozenset({"img", "amp-img"})
# An element with more of these around a picture is no box of one.
_MOST_ELEMENTS = 60
_TWICE = 2
_KINDS = frozenset({Kind.PARAGRAPH, Kind.HEADING, Kind.CAPTION})


def picture_sources(view: View, found: dict[int, Verdict]) -> dict[int, Verdict]:
    """Lines such as "Source: Harbour Office" right behind a picture, or behind the caption below it."""
    told: dict[int, Verdict] = {}
    for index in view.open():
        line = view.lines[index]
        if index in found or line.word_count > SOURCE_LINE_WORDS or view.blocks[index].kind not in _KINDS:
            continue
        if SOURCE_LINE.match(line.text.lstrip("([ ")) is None or view.blocks[index].hidden:
            continue
        evidence = f"says where the picture right before it is from: '{line.text[:60]}'"
        if _is_behind_picture(view.page.elements[index]):
            told[index] = dropped("picture_source", Reason.CAPTION, evidence)
        elif _is_caption_above(view, index, found):
            told[index] = dropped("picture_source", Reason.CAPTION, evidence)
            below = f"between a picture and the line that says where it is from (block {index})"
            told[index - 1] = dropped("above_source", Reason.CAPTION, below)
    return told


def _is_caption_above(view: View, index: int, found: dict[int, Verdict]) -> bool:
    """Whether the line above has one box with this one and a picture, with nothing else written in it."""
    above = index - 1
    if above < 0 or above in found or above in view.verdicts or size(view.lines[above]) not in WORDS:
        return False
    if view.blocks[above].kind is not Kind.PARAGRAPH or not _is_behind_picture(view.page.elements[above]):
        return False
    for box in islice(view.page.elements[index].iterancestors(), NEAR_ELEMENTS):
        pair = few_inside(view, index, box, _TWICE)
        if pair is None:
            return False
        if pair.start == above:
            return len(pair) == _TWICE
    return False


def _is_behind_picture(element: Any) -> bool:
    """Whether nothing is written between a line and a picture before it, or at its own beginning."""
    if not (element.text or "").strip() and len(element) and _is_picture(element[0]):
        return True
    for _ in range(NEAR_ELEMENTS):
        before = element.getprevious()
        while before is not None and not isinstance(before.tag, str):
            before = before.getprevious()
        if before is not None:
            return _is_picture(before) and not (before.tail or "").strip()
        parent = element.getparent()
        if parent is None or (parent.text or "").strip():
            return False
        element = parent
    return False


def _is_picture(element: Any) -> bool:
    """Whether an element shows one picture, and has nothing written in it."""
    inner = list(islice(element.iter(), _MOST_ELEMENTS + 1))
    shown = sum(one.tag in _PICTURES for one in inner)
    # One that is loaded late is there twice, for browsers without scripts.
    return len(inner) <= _MOST_ELEMENTS and 1 <= shown <= _TWICE and not text_of(element)
