"""What the reading of pasted text left out, by where it stands: above the headline, and behind the story.

Text has no elements to tell menus from lists of stories; what is left is their place and their length. These
lines are dropped whatever is found here.
"""

from __future__ import annotations

from typing import Final

from copydesk.judge.listed import is_kept
from copydesk.judge.shape import is_stamp, size
from copydesk.judge.view import View
from copydesk.model import READING, Kind, Reason, Verdict, dropped

# So short is what a menu has; a headline is longer, and an excerpt below it is shorter than a paragraph.
_MENU_WORDS: Final = 5
_HEADLINE_WORDS: Final = 25
_EXCERPT_WORDS: Final = 60
# What stands behind a story and its own notes: from the first line of these on it is the page's end.
_BEHIND: Final = frozenset({Reason.PROMO, Reason.COMMENTS, Reason.NAVIGATION, Reason.NOTICE})
_STORIES: Final = "other_stories"


def judge(view: View) -> dict[int, Verdict]:
    """Say what the lines above the headline and at the page's end are that the reading left out."""
    # A line in doubt is for a person to look at.
    left = {
        i for i in view.open() if view.pasted and view.doubt and not (view.in_reading[i] or view.doubt[i])
    }
    story = [i for i in range(len(view.blocks)) if is_kept(view, i)] if left else []
    if not story:
        return {}
    title = next((i for i, v in view.verdicts.items() if v.keep and v.kind is Kind.TITLE), story[0])
    found: dict[int, Verdict] = {}
    for index in sorted(left & set(range(min(title, story[0])))):
        _tell(view, index, found, "above the headline")
    for index in sorted(left & set(range(_page_end(view, story[-1]), len(view.blocks)))):
        _tell(view, index, found, "behind what follows the story")
    return found


def _page_end(view: View, last: int) -> int:
    """The first line behind the story that is surely none of its notes; past all lines if there is none."""
    behind = ((i, view.verdicts.get(i)) for i in range(last + 1, len(view.blocks)))
    return next((i for i, v in behind if v is not None and v.reason in _BEHIND), len(view.blocks))


def _tell(view: View, index: int, found: dict[int, Verdict], where: str) -> None:
    named = _named(view, index, found)
    if named is not None:
        rule, reason, sign = named
        evidence = f"{sign}, {where}; {view.told[index]}" if view.told else f"{sign}, {where}"
        found[index] = dropped(rule, reason, evidence, stage=READING)


def _named(view: View, index: int, found: dict[int, Verdict]) -> tuple[str, Reason, str] | None:
    line, above = view.lines[index], found.get(index - 1)
    in_list = above is not None and above.rule == _STORIES
    if in_list and (is_stamp(line) or (line.sentence and size(line) <= _EXCERPT_WORDS)):
        return _STORIES, Reason.PROMO, "below a line as long as a headline"
    if line.sentence:
        return None
    if size(line) <= _MENU_WORDS:
        return "page_frame", Reason.NAVIGATION, "a short line"
    if size(line) <= _HEADLINE_WORDS:
        return _STORIES, Reason.PROMO, "as long as a headline"
    return None
