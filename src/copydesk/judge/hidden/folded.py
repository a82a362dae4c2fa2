"""Answers that a page folds away below their questions: hidden until the reader presses the question."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import Any, Final

from copydesk.extract.parts import ASKS
from copydesk.judge.shape import is_prose, size
from copydesk.judge.view import View
from copydesk.model import Verdict, kept

# How a page folds; what only screen readers get, what stands in for a script and windows are no answers.
_WAYS: Final = ("hidden", "aria-hidden", "display:none", "style rule ")
# Elements that are pressed to unfold what is below them.
_PRESSED: Final = ("button", "summary")
_MIN_WORDS: Final = 3
# A single one may be a menu's button; a row of them is a list of questions.
_FEWEST: Final = 2
_LONGEST: Final = 12


def judge(view: View) -> dict[int, Verdict]:
    """Keep the folded prose below questions that are read.

    Two of 956 labelled articles had their questions without the answers: nine blocks, eight of them in the
    labels.
    """
    answered = {} if view.pasted else {i: below for i in _questions(view) if (below := _folded(view, i))}
    if len(answered) < _FEWEST:
        return {}
    return {
        index: kept("folded", f"folded away below a line that is read: {view.blocks[question].text[:60]!r}")
        for question, below in answered.items()
        for index in below
    }


def _questions(view: View) -> Iterator[int]:
    """The lines of the reading that ask something in a button, or as a heading."""
    for index, line in enumerate(view.lines):
        asks = line.text.endswith(ASKS) and size(line) >= _MIN_WORDS
        if not (asks and view.in_reading[index]) or view.blocks[index].hidden is not None:
            continue
        if not is_prose(line) or _is_pressed(view.page.elements[index]):
            yield index


def _is_pressed(element: Any) -> bool:
    return element.tag in _PRESSED or next(element.iterancestors(*_PRESSED), None) is not None


def _folded(view: View, question: int) -> list[int]:
    """The hidden blocks right below a question that stand in one box, if the first of them is prose."""
    below = view.blocks[question + 1 : question + 1 + _LONGEST]
    if not below or not is_prose(view.lines[question + 1]):
        return []
    box = below[0].path.rpartition("/")[0]
    return [
        block.index
        for block in takewhile(
            lambda block: (block.hidden or "").startswith(_WAYS) and block.path.startswith(box), below
        )
    ]
