"""Stamps and the names above them, where pasted text has its headline."""

from __future__ import annotations

from typing import Final

from copydesk.extract.authors.byline import read_byline
from copydesk.extract.authors.name_words import CREWS
from copydesk.extract.authors.person import is_person
from copydesk.judge.captions.twins import printed_twice
from copydesk.judge.shape import is_stamp
from copydesk.judge.view import View
from copydesk.text import Line, key

# So far above a picture's text, in lines, is the stamp.
_REACH: Final = 7
# A newsroom's signature has no more words: "Example News Desk".
_CREW_WORDS: Final = 4


def is_twin_below_stamp(view: View, index: int) -> bool:
    """Whether a line that is printed twice in a row stands below a stamp: the text of the picture there."""
    if view.profile is None or not printed_twice(view, index):
        return False
    return any(map(is_dated, view.lines[max(0, index - _REACH) : index]))


def is_name_above_stamp(view: View, index: int) -> bool:
    """Whether a line is a person's name right above a stamp: a byline, below which a story begins."""
    below = view.lines[index + 1 : index + 2]
    return any(map(is_stamp, below)) and is_person(view.lines[index].text)


def is_crew(view: View, line: Line) -> bool:
    """Whether a line is how the outlet's own newsroom signs: its name and "Desk" or "Team"."""
    words = line.key.split()
    if not 1 < len(words) <= _CREW_WORDS or words[-1] not in CREWS or view.profile is None:
        return False
    names = {key(view.profile.publisher), *view.profile.site_names}
    return any(line.key.startswith(f"{name} ") for name in names)


def is_stamp_alone(line: Line) -> bool:
    """Whether a line is a stamp or byline and no more.

    >>> from copydesk.text import line
    >>> is_stamp_alone(line("By Ada Quill Published: 9 May 2031")), is_stamp_alone(line("Best Boats of 2031"))
    (True, False)
    """
    read = read_byline(line.text)
    dated = read.published is not None or read.modified is not None
    return not read.rest and (dated or (read.labelled and (read.named or is_stamp(line))))


def is_dated(line: Line) -> bool:
    """Whether a line is a stamp, or a byline that has one or says so itself: "Edited by"."""
    return is_stamp(line) or is_stamp_alone(line)
