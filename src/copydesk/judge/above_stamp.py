"""The headline of a paste from a known site, by the stamp that stands below it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from copydesk.extract.byline import read_byline
from copydesk.extract.name_words import CREWS
from copydesk.extract.person import is_person
from copydesk.judge.announced import announces_pictures
from copydesk.judge.credited import is_caption_text
from copydesk.judge.navigation import is_label, is_trail
from copydesk.judge.shape import is_stamp, size
from copydesk.judge.twins import printed_twice
from copydesk.judge.view import View
from copydesk.model import Reason
from copydesk.text import Line, key

_MIN_WORDS: Final = 2
# So far below the headline, in lines, is its stamp, and so far above a picture's text.
_REACH: Final = 7
# What is decided and may stand between headline and stamp: pictures, buttons, the section.
_BETWEEN: Final = frozenset(
    {Reason.CAPTION, Reason.TEMPLATE, Reason.PROMO, Reason.NAVIGATION, Reason.SECTION_LABEL}
)
# A newsroom's signature has no more words: "Example News Desk".
_CREW_WORDS: Final = 4
# A standfirst between them is one sentence.
_SENTENCES: Final = 1


def above_stamp(view: View, above: Iterable[int]) -> int | None:
    """The first open line above the story that has its stamp or byline below, a standfirst and names between.

    The line keeper leaves out a headline that has few of the story's words: "'I was told to wait outside'".
    """
    for index in above:
        line = view.lines[index]
        if (
            size(line) <= _MIN_WORDS
            or line.sentence
            or is_label(line)
            or is_trail(line)
            or is_stamp_alone(line)
            or is_crew(view, line)
        ):
            continue
        credited = is_caption_text(line) and not announces_pictures(view, index)
        if not credited and not is_twin_below_stamp(view, index) and _is_stamped(view, index):
            return index
    return None


def _is_stamped(view: View, index: int) -> bool:
    """Whether a stamp or byline follows a line, with nothing between that could be a headline itself."""
    sentences = 0
    for below in range(index + 1, min(index + 1 + _REACH, len(view.lines))):
        line, told = view.lines[below], view.verdicts.get(below)
        if told is not None and told.reason not in _BETWEEN:
            return told.reason is Reason.BYLINE
        if told is None and is_dated(line):
            return True
        if told is None and line.sentence:
            sentences += 1
        elif told is None and not is_person(line.text):
            return False
        if sentences > _SENTENCES:
            return False
    return False


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
