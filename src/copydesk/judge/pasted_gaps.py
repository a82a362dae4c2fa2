"""A sentence of a pasted story that the reading leaves out, between two sentences that stay."""

from __future__ import annotations

import re
from typing import Final

from copydesk.judge.last_lines import speaks_to_readers
from copydesk.judge.listed import is_kept
from copydesk.judge.shape import PROSE_WORDS, size
from copydesk.judge.view import View
from copydesk.model import Kind, Verdict, kept

# "Read Review!" and "Motion graphics." are buttons and items; of some fifty lines of more words that stand
# so, all but one were in the labels of unseen sites, half of them questions that head what follows.
_FEWEST: Final = 3
# "See the rating." is a button below each of many things; a list of contents has a subhead once more.
_MOST_COPIES: Final = 2
_CLOSED: Final = re.compile(r"[^.…][.?][\"”»’)]?$")


def judge(view: View) -> dict[int, Verdict]:
    """Keep a sentence alone between two of the story, where no judge has said what else it is.

    A line keeper asks each line for signs of a story, and a few words have none: "Most leave empty." Where
    both lines beside it are the story's, nothing of the page lies between that could part it from them.
    """
    if not view.pasted or not view.doubt:
        return {}
    said = "a sentence between two of the story, with nothing else beside it"
    inner = (i for i in view.open() if 0 < i < len(view.blocks) - 1 and not view.in_reading[i])
    return {i: kept("inner_sentence", said) for i in inner if _is_between(view, i) and _tells(view, i)}


def _tells(view: View, index: int) -> bool:
    """Whether a line is a sentence; one that speaks to the readers only where the reading is in doubt."""
    line, text = view.lines[index], view.lines[index].text.rstrip()
    if not line.sentence or size(line) < _FEWEST or _CLOSED.search(text) is None:
        return False
    if size(line) < PROSE_WORDS and sum(line.key == other.key for other in view.lines) > _MOST_COPIES:
        return False
    return view.doubt[index] or not speaks_to_readers(text)


def _is_between(view: View, index: int) -> bool:
    """Whether the lines right above and below stay and are sentences."""
    return all(_is_story(view, i) for i in (index - 1, index + 1))


def _is_story(view: View, index: int) -> bool:
    verdict = view.verdicts.get(index)
    titled = verdict is not None and verdict.kind is Kind.TITLE
    return is_kept(view, index) and not titled and view.lines[index].sentence
