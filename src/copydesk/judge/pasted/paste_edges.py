"""What the reading of pasted text left out: by its words, and around the story by its place.

Text has no elements to tell menus from lists of stories; what is left is what lines say, where they stand
and how long they are. These lines are dropped whatever is found here.
"""

from __future__ import annotations

from typing import Final

from copydesk.judge.edges import edges_of
from copydesk.judge.left_out.around import Named
from copydesk.judge.left_out.listed import is_kept
from copydesk.judge.left_out.words import verdict, worded
from copydesk.judge.shape import is_stamp, size
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict

# So short is what a menu has; a headline is longer, and an excerpt below it is shorter than a paragraph.
_MENU_WORDS: Final = 5
# So many bars in a line are between the entries of a menu.
_BARS: Final = 2
_HEADLINE_WORDS: Final = 25
_EXCERPT_WORDS: Final = 60
# What stands behind a story and its own notes: from the first line of these on it is the page's end.
_BEHIND: Final = frozenset({Reason.PROMO, Reason.COMMENTS, Reason.NAVIGATION, Reason.NOTICE})
_STORIES: Final = "other_stories"
_FRAME: Final = "page_frame"
_ABOVE, _PAGE_END = "above the headline", "behind what follows the story"


def judge(view: View) -> dict[int, Verdict]:
    """Say what the lines are that the reading left out, where their words or their place tell."""
    # A line in doubt is for a person to look at.
    left = [
        i for i in view.open() if view.pasted and view.doubt and not (view.in_reading[i] or view.doubt[i])
    ]
    story = [i for i in range(len(view.blocks)) if is_kept(view, i)] if left else []
    if not story:
        return {}
    title = story[0] if (told := view.title()) is None else told
    head, end, edges = min(title, story[0]), _page_end(view, story[-1]), edges_of(view)
    found: dict[int, Verdict] = {}
    for index in left:
        line = view.lines[index]
        where = _ABOVE if index < head else _PAGE_END if index >= end else None
        named = worded(line, index, edges) or (where and _placed(view, index, found, where))
        if not named or named[0] == _FRAME:
            named = worded(line, index, edges, last=True) or named
        if named:
            found[index] = verdict(view, index, named)
    return found


def _page_end(view: View, last: int) -> int:
    """The first line behind the story that is surely none of its notes; past all lines if there is none."""
    behind = ((i, view.verdicts.get(i)) for i in range(last + 1, len(view.blocks)))
    return next((i for i, v in behind if v is not None and v.reason in _BEHIND), len(view.blocks))


def _placed(view: View, index: int, found: dict[int, Verdict], where: str) -> Named | None:
    """What a line around the story is, by its length and by the line above it."""
    line, above = view.lines[index], found.get(index - 1)
    entries = line.text.split("|")
    if len(entries) > _BARS and all(len(entry.split()) <= _MENU_WORDS for entry in entries):
        return _FRAME, Reason.NAVIGATION, f"a row of entries with bars between them, {where}"
    in_list = above is not None and above.rule == _STORIES
    if in_list and (is_stamp(line) or (line.sentence and size(line) <= _EXCERPT_WORDS)):
        return _STORIES, Reason.PROMO, f"below what leads to another story, {where}"
    if line.sentence:
        return None
    if size(line) <= _MENU_WORDS:
        return _FRAME, Reason.NAVIGATION, f"a short line, {where}"
    if size(line) <= _HEADLINE_WORDS:
        return _STORIES, Reason.PROMO, f"as long as a headline, {where}"
    return None
