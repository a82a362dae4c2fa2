"""The headline of a paste by what stands below it: its stamp, or the standfirst that was taken for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from copydesk.extract.authors.byline import read_byline
from copydesk.extract.authors.person import is_office, is_person
from copydesk.judge.bylines.above_stamp import is_crew, is_dated, is_stamp_alone, is_twin_below_stamp
from copydesk.judge.captions.credited import is_caption_text
from copydesk.judge.captions.twins import printed_twice
from copydesk.judge.headlines.announced import announces_pictures
from copydesk.judge.navigation.navigation import is_label, is_trail
from copydesk.judge.phrases.table import read_topic
from copydesk.judge.promos.promos import promo_of
from copydesk.judge.shape import ends_in_initials, size
from copydesk.judge.view import View
from copydesk.model import Reason
from copydesk.text import Line

_MIN_WORDS: Final = 2
# So far below the headline, in lines, is its stamp, and so far above a picture's text.
_REACH: Final = 7
# What is decided and may stand between headline and stamp: pictures, buttons, the section.
_BETWEEN: Final = frozenset(
    {Reason.CAPTION, Reason.TEMPLATE, Reason.PROMO, Reason.NAVIGATION, Reason.SECTION_LABEL}
)
# A standfirst between them is one line.
_STANDFIRSTS: Final = 1
# So short a headline may be a rubric, and so long a line without a full stop sums up.
_LEAST_WORDS, _LONG_WORDS = 4, 12
_HEADS: Final = read_topic("left_out").table
_SUMMARIES: Final = frozenset({"summary", "zusammenfassung", "résumé"})
_ASKS: Final = "?!"
_COUNTER: Final = re.compile(r"\d{1,3} ?(?:of|/|von|de|sur|di|van|из) ?\d{1,3}(?: ?\|)?")


def above_stamp(view: View, above: Iterable[int]) -> int | None:
    """The first open line above the story that has its stamp or byline below, a standfirst and names between.

    The line keeper leaves out a headline that has few of the story's words: "'I was told to wait outside'".
    """
    return next((i for i in above if _may_be_headline(view, i) and _is_stamped(view, i)), None)


def _may_be_headline(view: View, index: int) -> bool:
    line = view.lines[index]
    closed = line.sentence and line.text[-1] not in _ASKS and not ends_in_initials(line)
    if size(line) <= _MIN_WORDS or closed or is_counter(line):
        return False
    if any(says(line) for says in (is_label, is_trail, is_stamp_alone)) or is_crew(view, line):
        return False
    if is_caption_text(line) and not announces_pictures(view, index):
        return False
    return not (_is_pressed(line) or is_twin_below_stamp(view, index))


def _is_pressed(line: Line) -> bool:
    """Whether a line is the words of a button and no more; "Watch | Goat rides the ferry" is a headline."""
    hit = promo_of(line)
    return hit is not None and hit.phrase == line.key


def is_counter(line: Line) -> bool:
    """Whether a line counts the pictures of a gallery and says no more.

    >>> from copydesk.text import line
    >>> is_counter(line("1 of 3 |")), is_counter(line("1 of 3 piers is closed"))
    (True, False)
    """
    return _COUNTER.fullmatch(line.text) is not None


def _is_stamped(view: View, index: int, most: int = _STANDFIRSTS) -> bool:
    """Whether a stamp or byline follows a line, with nothing between that could be a headline itself.

    Labels, names, offices, pictures' texts and what is pressed may stand there, and one standfirst.
    """
    sums_up = 0
    for below in range(index + 1, min(index + 1 + _REACH, len(view.lines))):
        line, told = view.lines[below], view.verdicts.get(below)
        if told is not None:
            if told.reason not in _BETWEEN:
                return told.reason is Reason.BYLINE
        elif is_dated(line):
            return True
        elif not _may_stand_between(view, below):
            sums_up += 1
            if sums_up > most or not (line.sentence or _is_standfirst(line, view.lines[index])):
                return False
    return False


def _may_stand_between(view: View, index: int) -> bool:
    line = view.lines[index]
    if size(line) <= _MIN_WORDS or _names_people(line) or is_office(line.text) or is_counter(line):
        return True
    return is_caption_text(line) or printed_twice(view, index) or _is_pressed(line)


def above_standfirst(view: View, found: int) -> int:
    """The headline that stands above a line taken for it that is its standfirst, or the first of its points.

    On pages of known outlets that print standfirsts; a label such as "Summary" says so on any page.
    """
    between = found - 1
    while between >= max(0, found - _REACH) and _is_passed(view, between):
        between -= 1
    if between < 0 or between < found - _REACH or between in view.verdicts:
        return found
    if not _may_be_headline(view, between) or size(view.lines[between]) < _LEAST_WORDS:
        return found
    summed = any(heads_summary(view.lines[i]) for i in range(between + 1, found))
    known = view.profile is not None and view.profile.standfirst
    long = _is_standfirst(view.lines[found], view.lines[between])
    # Below a long headline a standfirst would follow.
    return between if summed or (known and long and _is_stamped(view, found, most=0)) else found


def _is_passed(view: View, index: int) -> bool:
    """Whether a line may stand between headline and standfirst: what is decided, names, labels."""
    told, line = view.verdicts.get(index), view.lines[index]
    if told is not None:
        return not told.keep
    return heads_summary(line) or is_person(line.text)


def heads_summary(line: Line) -> bool:
    """Whether a line heads the points of a story in short: "Summary", "At a glance"."""
    hit = _HEADS.is_whole(line)
    return line.key in _SUMMARIES or (hit is not None and hit.rule == "short_version")


def _names_people(line: Line) -> bool:
    """Whether a line is the name of a person, or those of several with where they were."""
    read = read_byline(line.text)
    return is_person(line.text) or (not read.rest and any(map(is_person, read.authors)))


def _is_standfirst(line: Line, headline: Line) -> bool:
    """Whether a line without a full stop is as long as a standfirst, and longer than the headline."""
    return size(line) >= _LONG_WORDS and size(line) > size(headline) >= _LEAST_WORDS
