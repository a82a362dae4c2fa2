"""Sentences of a pasted story that the reading leaves out between others: one, or two near its end."""

from __future__ import annotations

import re
from typing import Final

from copydesk.judge.left_out.listed import is_kept
from copydesk.judge.pasted.last_lines import is_sentence_of_story, run_above, speaks_to_readers
from copydesk.judge.pasted.question_heads import is_sibling
from copydesk.judge.shape import PROSE_WORDS, size
from copydesk.judge.view import View
from copydesk.model import Kind, Verdict, kept

# "Read Review!" and "Motion graphics." are buttons and items; of some fifty lines of more words that stand
# so, all but one were in the labels of unseen sites, half of them questions that head what follows.
_FEWEST: Final = 3
# "See the rating." is a button below each of many things; a list of contents has a subhead once more.
_MOST_COPIES: Final = 2
# Of gaps of two lines a quarter is the story's. What a story ends with is in doubt rather than dropped: two
# such lines may stand below so many sentences of the story, and so near its last line.
_RUN: Final = 3
_FROM_END: Final = 2
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
    told = {i for i in inner if _tells(view, i)}
    alone = {i: _kept(view, i, said) for i in told if _is_between(view, i)}
    return alone | _near_end(view, told)


def _near_end(view: View, told: set[int]) -> dict[int, Verdict]:
    """Two sentences in doubt, one below the other, near the end: a question and its short answer."""
    last = max((i for i in range(len(view.blocks)) if is_kept(view, i)), default=0)
    said = "one of two sentences between others, near the end of the story"
    found: dict[int, Verdict] = {}
    for index in range(max(1, last - _FROM_END - 2), last - 1):
        pair, below = (index, index + 1), index + 2
        if any(i not in told or not view.doubt[i] for i in pair) or not is_sentence_of_story(view, below):
            continue
        if run_above(view, index) >= _RUN:
            found |= {i: _kept(view, i, said) for i in pair}
    return found


def _kept(view: View, index: int, said: str) -> Verdict:
    return kept("inner_sentence", said, kind=Kind.HEADING if is_sibling(view, index) else None)


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
    return all(is_sentence_of_story(view, i) for i in (index - 1, index + 1))
