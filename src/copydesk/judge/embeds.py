"""The title of what a page shows only to readers who agree to it: nothing else is left of it."""

from __future__ import annotations

from itertools import islice
from typing import Final

from copydesk.judge.boxes import few_inside
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped

# A note that asks for consent has more words than a link to one.
_NOTE_WORDS: Final = 15
_TITLE_WORDS: Final = 12
_LEVELS: Final = 5
_MOST: Final = 10
_KINDS: Final = frozenset({Kind.HEADING, Kind.PARAGRAPH})


def judge(view: View) -> dict[int, Verdict]:
    """Drop the first line of a box in which all others are a note that asks for consent, and its buttons."""
    found: dict[int, Verdict] = {}
    notes = [] if view.pasted else [i for i, v in view.verdicts.items() if v.rule == "consent"]
    for index in notes:
        if view.lines[index].word_count >= _NOTE_WORDS and (title := _title(view, index)) is not None:
            evidence = f"heads what is shown only with consent (block {index}); nothing else is kept of it"
            found[title] = dropped("embed_title", Reason.NOTICE, evidence)
    return found


def _title(view: View, index: int) -> int | None:
    """The short line that opens the box of a note, if it is the only one there that may be kept."""
    for box in islice(view.page.elements[index].iterancestors(), _LEVELS):
        lines = few_inside(view, index, box, _MOST)
        if lines is None:
            return None
        kept_ = [i for i in lines if view.in_reading[i] and _may_be_kept(view, i)]
        if kept_:
            return kept_[0] if kept_ == [lines[0]] and _is_title(view, lines[0]) else None
    return None


def _may_be_kept(view: View, index: int) -> bool:
    verdict = view.verdicts.get(index)
    return verdict is None or verdict.keep


def _is_title(view: View, index: int) -> bool:
    line = view.lines[index]
    short = 0 < size(line) <= _TITLE_WORDS and not line.sentence
    return short and index not in view.verdicts and view.blocks[index].kind in _KINDS
