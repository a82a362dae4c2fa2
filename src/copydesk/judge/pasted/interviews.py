"""Questions and answers of a pasted interview that the line keeper leaves out, where others stay."""

from __future__ import annotations

import re
from typing import Final

from copydesk.extract.parts import ASKS
from copydesk.judge.left_out.listed import is_kept
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Verdict, kept

# "Ada Quill: ...", "gazette.example: ...": who asks and who answers.
_LABEL: Final = re.compile(r"([^\W\d_][\w/ .’'-]{0,24}): \S")
_FEWEST_LABELLED: Final = 2
_QUESTION_WORDS: Final = range(3, 41)
_FEWEST_ASKED: Final = 2


def judge(view: View) -> dict[int, Verdict]:
    """Keep lines with a speaker's name that others have, and questions between others with their answers."""
    if not view.pasted or not view.doubt:
        return {}
    story = [i for i in range(len(view.blocks)) if is_kept(view, i) and not view.is_title(i)]
    return _spoken(view, story) | _asked(view, story) if story else {}


def _spoken(view: View, story: list[int]) -> dict[int, Verdict]:
    """The lines between others of the story, and right behind it, that begin with a label as others do."""
    # "Ada Quill: ..." at first, "Quill: ..." from then on.
    labels = [m[1].split()[-1] for i in story if (m := _LABEL.match(view.lines[i].text)) is not None]
    found: dict[int, Verdict] = {}
    end = story[-1]
    for index in (i for i in view.open() if story[0] < i and not view.in_reading[i]):
        match = _LABEL.match(view.lines[index].text)
        if index > end + 1:
            break
        if match is None or labels.count(match[1].split()[-1]) < _FEWEST_LABELLED:
            continue
        found[index] = kept("speaker_label", f"said by {match[1]!r}, as other lines of the story are")
        end = max(end, index)
    return found


def _asked(view: View, story: list[int]) -> dict[int, Verdict]:
    """The questions in doubt between two lines of a story that asks others."""
    asked = [i for i in story if _is_question(view, i)]
    if len(asked) < _FEWEST_ASKED:
        return {}
    inside = (i for i in view.open() if story[0] < i < story[-1])
    left = (i for i in inside if view.doubt[i] and not view.in_reading[i] and _is_question(view, i))
    said = f"a question as {len(asked)} others of the story, with its answer below"
    return {i: kept("question", said) for i in left if is_kept(view, i - 1) and is_kept(view, i + 1)}


def _is_question(view: View, index: int) -> bool:
    """Whether a line is a question, with a line below that is none."""
    text = view.lines[index].text
    if not text.endswith(ASKS) or size(view.lines[index]) not in _QUESTION_WORDS:
        return False
    return index + 1 < len(view.lines) and not view.lines[index + 1].text.endswith(ASKS)
