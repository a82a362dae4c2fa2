"""Where the story of a pasted page begins and ends: what lies before and behind is outside."""

from __future__ import annotations

from copydesk.judge import shape
from copydesk.judge.shape import is_prose, size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped

# Lines right behind the last paragraph that may belong to it: a closing line, a list's end.
_TAIL_LINES = 2
_HEAD_LINES = 2
_LEAD_REACH = 15


def judge(view: View) -> dict[int, Verdict]:
    """Drop the lines before the first and behind the last paragraph of a pasted story."""
    if not view.pasted:
        return {}
    story = _with_lead(view, shape.stretch(view))
    if not story:
        return {}
    found = {}
    for index in view.open():
        if index < story.start and not _leads_in(view, index, story.start):
            found[index] = dropped(
                "before_story", Reason.OUTSIDE, f"before the story (from block {story.start})"
            )
        elif index >= story.stop and not _closes(view, index, story.stop):
            found[index] = dropped(
                "behind_story", Reason.OUTSIDE, f"behind the story (to block {story.stop - 1})"
            )
    return found


def _with_lead(view: View, story: range) -> range:
    """The stretch with the paragraphs right below the headline, though a box of links part them off."""
    title = next((i for i, v in view.verdicts.items() if v.keep and v.kind is Kind.TITLE), None)
    if title is None or not 0 < story.start - title <= _LEAD_REACH:
        return story
    lead = (i for i in range(title + 1, story.start) if i not in view.verdicts and is_prose(view.lines[i]))
    return range(next(lead, story.start), story.stop)


def _leads_in(view: View, index: int, start: int) -> bool:
    """A short sentence or a heading directly above the first paragraph."""
    if start - index > _HEAD_LINES or any(i in view.verdicts for i in range(index, start)):
        return False
    return _reads(view, index)


def _closes(view: View, index: int, stop: int) -> bool:
    """A short sentence directly below the last paragraph, or a quote, or an item of its list."""
    if index - stop >= _TAIL_LINES or any(i in view.verdicts for i in range(stop, index)):
        return False
    return _reads(view, index)


def _reads(view: View, index: int) -> bool:
    line, block = view.lines[index], view.blocks[index]
    return (line.sentence and size(line) > 2) or is_prose(line) or block.kind in (Kind.LIST_ITEM, Kind.TABLE)
