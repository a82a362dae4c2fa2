"""The first paragraph of a pasted story that names an agency: the line keeper takes it for a credit."""

from __future__ import annotations

from typing import Final

from copydesk.extract.places.dateline import read_dateline
from copydesk.judge.shape import is_prose, opens_with_place
from copydesk.judge.view import View
from copydesk.model import Verdict, kept

# A caption and a standfirst may stand above it; further down such a line is of another story.
_ABOVE: Final = 3
# So many lines that are left out may part it from the next of the story.
_GAP: Final = 3


def judge(view: View) -> dict[int, Verdict]:
    """Keep the sentence that opens with where it was filed, and for whom, above the rest of the story."""
    if not view.pasted or not view.in_reading:
        return {}
    prose = 0
    for index, line in enumerate(view.lines):
        verdict = view.verdicts.get(index)
        if verdict is not None or not is_prose(line):
            continue
        if not view.in_reading[index] and _opens(view, index) and _goes_on(view, index):
            return {index: kept("opening_place", "opens with where the story was filed, and goes on with it")}
        prose += view.in_reading[index]
        if prose >= _ABOVE:
            break
    return {}


def _opens(view: View, index: int) -> bool:
    line = view.lines[index]
    if not line.sentence or not line.text[:1].isupper():
        return False
    read = read_dateline(line.text)
    return read.place is not None and (bool(read.agencies) or read.capital or opens_with_place(line))


def _goes_on(view: View, index: int) -> bool:
    """Whether a paragraph of the story follows, with nothing but what is known between."""
    left_out = 0
    for below in range(index + 1, len(view.lines)):
        if below in view.verdicts:
            continue
        if view.in_reading[below] and view.lines[below].sentence:
            return True
        left_out += 1
        if left_out > _GAP:
            break
    return False
