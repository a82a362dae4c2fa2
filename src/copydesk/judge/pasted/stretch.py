"""Where the story of a pasted page begins and ends: what lies before and behind is outside."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.judge import shape
from copydesk.judge.shape import is_prose, size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped
from copydesk.text import Line

# Short lines in a row above the first paragraph and behind the last that may belong to the story. Sentences
# go on as long as talk does; items of a list and rows of a table beyond two are a menu.
_SHORT_LINES = 12
_LIST_LINES = 2
_QUOTES = "\"“„«»‘'"
_LEAD_REACH = 15
# So many lines lead to another story before the story goes on; more are the end of it. A sentence behind
# one such line has at least so many words, behind more of them it is as long as a paragraph.
_PROMO_LINES = 3
_LEAST_WORDS = 5


def judge(view: View) -> dict[int, Verdict]:
    """Drop the lines before the first and behind the last paragraph of a pasted story.

    Where a reading says line by line what the story is, that decides instead.
    """
    if not view.pasted or view.in_reading:
        return {}
    story = _with_lead(view, shape.stretch(view))
    if not story:
        return {}
    edges = {*_run(view, story.start - 1, -1), *_run(view, story.stop, 1)}
    found = {}
    for index in view.open():
        if index < story.start and index not in edges:
            found[index] = dropped(
                "before_story", Reason.OUTSIDE, f"before the story (from block {story.start})"
            )
        elif index >= story.stop and index not in edges:
            found[index] = dropped(
                "behind_story", Reason.OUTSIDE, f"behind the story (to block {story.stop - 1})"
            )
    return found


def _with_lead(view: View, story: range) -> range:
    """The stretch with the paragraphs right below the headline, though a box of links part them off."""
    title = view.title()
    if title is None or not 0 < story.start - title <= _LEAD_REACH:
        return story
    lead = (i for i in range(title + 1, story.start) if i not in view.verdicts and is_prose(view.lines[i]))
    return range(next(lead, story.start), story.stop)


def _run(view: View, start: int, step: int) -> Iterator[int]:
    """The short sentences, quotes and items from a line on, up to the first that is none or is decided."""
    items = 0
    for index in range(start, start + step * _SHORT_LINES, step):
        if not 0 <= index < len(view.blocks):
            return
        if _is_struck(view, index):
            if _goes_on(view, index, step):
                continue
            return
        if not _reads(view.lines[index]):
            items += 1
            if items > _LIST_LINES or view.blocks[index].kind not in (Kind.LIST_ITEM, Kind.TABLE):
                return
        yield index


def _goes_on(view: View, index: int, step: int) -> bool:
    """Whether struck lines that lead to another story part the last sentences of this one from the rest."""
    stop = index
    while stop < len(view.blocks) and (v := view.verdicts.get(stop)) is not None and v.reason is Reason.PROMO:
        stop += 1
    start = index
    while start - 1 in view.verdicts and view.verdicts[start - 1].reason is Reason.PROMO:
        start -= 1
    if step < 0 or not 0 < stop - start <= _PROMO_LINES or stop in view.verdicts or stop >= len(view.blocks):
        return False
    line, block = view.lines[stop], view.blocks[stop]
    # The story goes on after a blank line, if it has any.
    apart = block.gap > 0 or not view.blocks[start].gap
    long = is_prose(line) or (stop - start == 1 and size(line) >= _LEAST_WORDS)
    return apart and line.sentence and long and line.text[-1] not in "?!"


def _is_struck(view: View, index: int) -> bool:
    verdict = view.verdicts.get(index)
    return verdict is not None and (not verdict.keep or verdict.kind is Kind.TITLE)


def _reads(line: Line) -> bool:
    """A sentence of two words, one word in quotes, or what leads to a quote or a list."""
    if is_prose(line):
        return True
    if line.sentence:
        return size(line) > 1 or (size(line) == 1 and line.text[0] in _QUOTES)
    return size(line) > 1 and line.text.endswith(":")
