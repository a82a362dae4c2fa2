"""Lists, tables and quotations of which the reading has most: what it lost of them is the story's, too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, Final

from copydesk.judge.boxes import holds
from copydesk.judge.left_out.listed import is_kept
from copydesk.judge.left_out.rows import runs
from copydesk.judge.shape import size
from copydesk.judge.story.short_rows import in_rows
from copydesk.judge.view import View
from copydesk.model import Kind, Verdict, kept
from copydesk.text import Line

# Of 1,194 labelled pages some sixty have lists of which at least this share is read: of the items that the
# reading lost there, nine in ten are the story's. Where less is read, it is six in ten.
_SHARE: Final = 0.5
# So many items of several lists of one markup, of which more than that share is read, are one thing to a
# reader: on seven labelled pages they bring back 416 words of the labels and 14 others.
_ALIKE: Final = 10
_ALIKE_SHARE: Final = 0.4
# One item of two may be alone by right; who signs a quoted post is not.
_QUOTED_WORDS: Final = 8
_SPEAKER_WORDS: Final = 14
_LEVELS: Final = 3
# "pullquote" and "quotes" are names for more than one.
_CALLED: Final = re.compile(r"(?<![a-z])(?:block)?quote(?![a-z])", re.IGNORECASE)
_SPEAKER_BELOW: Final = 4
_SHOWN: Final = ("img", "picture", "video", "iframe")
_LEAST: Final = {Kind.LIST_ITEM: 2, Kind.TABLE: 2, Kind.QUOTE: 1}
# The posts of a ticker: so many, each with its time and a headline.
_POSTS: Final = 3
_POST_WORDS: Final = range(4, 31)
_TIMED: Final = re.compile(
    r"(?:[01]?\d|2[0-3])[.:h][0-5]\d ?(?:(?:uhr|h|[ap]\.?m\.?|[A-Z]{2,4}) ?)?[:–—-] ?(?=\S)", re.IGNORECASE
)
_HOLDERS: Final = {Kind.LIST_ITEM: ("ul", "ol", "dl"), Kind.TABLE: ("table",), Kind.QUOTE: ("blockquote",)}


def judge(view: View) -> dict[int, Verdict]:
    """Keep the items of a list, rows of a table and parts of a quotation that were lost among others."""
    if view.pasted:
        return _posts(view) | _bulleted(view) if view.in_reading else {}
    quoted = in_rows(view) | _quoted(view) | _signatures(view)
    lost = [i for i in _lost(view) if i not in quoted]
    if not lost:
        return quoted
    wanted = {around for i in lost if (around := holder(view, i)) is not None}
    members: dict[Any, list[int]] = {}
    for block in view.blocks:
        if block.kind in _HOLDERS and not block.hidden and (around := holder(view, block.index)) in wanted:
            members.setdefault(around, []).append(block.index)
    found: dict[int, Verdict] = quoted
    for inside in members.values():
        read = sum(is_kept(view, i) for i in inside)
        kind = view.blocks[inside[0]].kind
        # A table is one thing: its columns mean nothing without its rows.
        if read >= max(_LEAST[kind], 0 if kind is Kind.TABLE else _SHARE * len(inside)):
            told = (
                f"one of {len(inside)} lines of a list, table or quotation, {read} of which are the story's"
            )
            found |= {i: kept("list_fellow", told) for i in inside if i in lost}
    return found | _alike(view, lost, found)


def _alike(view: View, lost: list[int], back: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """The items of lists that a story has again and again, at one path, of which most are read."""
    items = [i for i in lost if view.blocks[i].kind is Kind.LIST_ITEM and i not in back]
    wanted = {view.blocks[i].path for i in items}
    like: dict[str, list[int]] = {}
    for block in view.blocks:
        if block.path in wanted and block.kind is Kind.LIST_ITEM and not block.hidden:
            like.setdefault(block.path, []).append(block.index)
    found: dict[int, Verdict] = {}
    for index in items:
        inside = like.get(view.blocks[index].path, ())  # what readers see may be marked as hidden
        read = sum(i in back or is_kept(view, i) for i in inside) if len(inside) >= _ALIKE else 0
        if read >= _ALIKE_SHARE * max(_ALIKE, len(inside)):
            told = f"one of {len(inside)} items of lists of one markup, {read} of which are the story's"
            found[index] = kept("list_fellow", told)
    return found


def _quoted(view: View) -> dict[int, Verdict]:
    """The quotations in figures without a picture, and who said them: the story's, if it has them nowhere."""
    found: dict[int, Verdict] = {}
    story = ""
    for index in _lost(view):
        if (speaker := _speaker(view, index)) is None:
            continue
        story = story or " ".join(line.key for i, line in enumerate(view.lines) if is_kept(view, i))
        if " ".join(view.lines[index].key.split()[:_QUOTED_WORDS]) not in story:
            found[index] = kept("quotation", "a quotation that the story does not say elsewhere")
            found[speaker] = kept("speaker", "says who spoke, below a quotation", kind=Kind.QUOTE)
    return found


def _signatures(view: View) -> dict[int, Verdict]:
    """Who spoke, right below a quotation that stays, in an element with it that is called one."""
    found: dict[int, Verdict] = {}
    for index in view.open():
        line, block = view.lines[index], view.blocks[index]
        if "quote" not in block.path or view.in_reading[index] or index == 0 or not is_kept(view, index - 1):
            continue
        if line.sentence or size(line) > _SPEAKER_WORDS or block.kind not in (Kind.PARAGRAPH, Kind.QUOTE):
            continue
        near = islice(view.page.elements[index].iterancestors(), _LEVELS)
        boxes = (one for one in near if _CALLED.search(f"{one.tag} {one.get('class') or ''}"))
        if any(holds(box, view.page.elements[index - 1]) for box in boxes):
            found[index] = kept("speaker", "says who spoke, below a quotation", kind=Kind.QUOTE)
    return found


def _speaker(view: View, index: int) -> int | None:
    """The line that says who spoke, below a quotation in a figure without a picture."""
    figure = next(view.page.elements[index].iterancestors("figure"), None)
    if view.blocks[index].kind is not Kind.QUOTE or figure is None:
        return None
    if size(view.lines[index]) < _QUOTED_WORDS or next(figure.iter(*_SHOWN), None) is not None:
        return None
    below = range(index + 1, min(index + _SPEAKER_BELOW, len(view.blocks)))
    return next((i for i in below if _names(view, i, figure)), None)


def _names(view: View, index: int, figure: Any) -> bool:
    """Whether a line is the caption of a figure, and short as a name with an office is."""
    block = view.blocks[index]
    open_ = block.kind is Kind.CAPTION and not block.hidden and index not in view.verdicts
    return open_ and size(view.lines[index]) <= _SPEAKER_WORDS and holds(figure, view.page.elements[index])


def _posts(view: View) -> dict[int, Verdict]:
    """The headlines of a pasted ticker's posts ("10.31 Uhr: ...") that were lost among others."""
    posts = [i for i, line in enumerate(view.lines) if _is_post(line)]
    read = [i for i in posts if is_kept(view, i)]
    if len(posts) < _POSTS or len(read) < _LEAST[Kind.LIST_ITEM]:
        return {}
    story = [i for i in range(len(view.blocks)) if is_kept(view, i)]
    told = f"one of {len(posts)} lines that open with a time, {len(read)} of which are the story's"
    lost = (i for i in posts if story[0] < i < story[-1])
    return {i: kept("list_fellow", told) for i in lost if i not in view.verdicts and not view.in_reading[i]}


def _is_post(line: Line) -> bool:
    return line.word_count in _POST_WORDS and _TIMED.match(line.text) is not None


def _bulleted(view: View) -> dict[int, Verdict]:
    """The lines of pasted lists that were lost among others: lists are rows of lines with a bullet each."""
    found: dict[int, Verdict] = {}
    for row in runs([block.index for block in view.blocks if block.bullet]):
        read = sum(is_kept(view, i) for i in row)
        if read >= max(_LEAST[Kind.LIST_ITEM], _SHARE * len(row)):
            told = f"one of {len(row)} lines of a list, {read} of which are the story's"
            lost = (i for i in row if i not in view.verdicts and not view.in_reading[i])
            found |= {i: kept("list_fellow", told) for i in lost}
    return found


def _lost(view: View) -> Iterator[int]:
    """The lines of such kinds, from the first that is read to the last, that are left open and not read."""
    read = [block.index for block in view.blocks if is_kept(view, block.index)]
    within = range(read[0], read[-1] + 2) if read else range(0)
    for index in view.open():
        if index in within and view.blocks[index].kind in _HOLDERS and not view.in_reading[index]:
            yield index


def holder(view: View, index: int) -> Any:
    """The list, table or quotation around one of its lines; None of a line of another kind."""
    tags = _HOLDERS.get(view.blocks[index].kind)
    return None if tags is None else next(view.page.elements[index].iterancestors(*tags), None)
