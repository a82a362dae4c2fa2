"""Reading one line as a byline: who wrote it, from where, for which agency, when it was put out.

A line is taken apart completely. What no part explains is left in `rest`, and a line with a rest is
no byline: sentences mention names, places and dates too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from copydesk.extract.authors.agencies import is_agency, is_outlet
from copydesk.extract.authors.byline_front import is_section, section_in_front
from copydesk.extract.authors.byline_words import (
    AGE,
    BEFORE_DAY,
    CLOCK,
    EDGES,
    FILLING,
    LABEL,
    LOOSE,
    NOISE,
    PIECES,
    POSTED_IN,
    REPORTED_FROM,
    SHARED,
    SHORT_DAY,
    SOURCE,
    past_zone,
    without_glue,
)
from copydesk.extract.authors.names import (
    MOST_NAME_PARTS,
    Names,
    is_person,
    is_role,
    read_names,
    split_names,
    strip_by,
)
from copydesk.extract.dates.dates import LONGEST_LINE, UNKNOWN, Locale, Stamp, find_stamps
from copydesk.extract.dates.months import MONTHS
from copydesk.extract.places.places import MOST_WORDS, is_place
from copydesk.extract.sections.subjects import is_named_section
from copydesk.text import fold

# No byline on the labelled pages has more words than this.
MOST_BYLINE_WORDS = 30
# ... and no piece of one between separators, dates and labels more than this.
MOST_NAME_WORDS = 16
# Shorter roles ("head") are words of all sorts.
_SHORT_ROLE = 6
# "August 8": two words, the day at most that.
_DAY_WORDS, _LAST_DAY = 2, 31
# A section's name with its label in front: more words are a sentence.
_SECTION_WORDS = 5
# Years, months, days, hours and minutes in kanji, and what such a stamp says of itself.
_CJK_STAMP = re.compile(r"(?:[\d年月日時时分秒:/()（）・\s-]|更新|公開|掲載|配信|发布|發布|最終)+")
# "India News Edited by Ann Lee (with inputs from ANI)": each part says something of its own.
_ROLE = re.compile(r"(?<=\w) (?=(?:edited|reported|written|translated) by\b)", re.IGNORECASE)
_INPUTS = re.compile(r"\(with inputs? from ([^()]{2,60})\)", re.IGNORECASE)
# What parts the names of a piece.
_PARTS_OF_NAMES = re.compile(r"[,;/&]|\b(?:and|und|et|y|e|og|och|mit|with)\b")
_PAIR = re.compile(r"[^\W\d_]+, [^\W\d_]+")
# Times of the day, and days of which nothing tells what is month and what is day ("11/10/19").
_FIGURE = r"(?:\d{1,2}[.:]\d\d|\d{1,2}([./-])\d{1,2}\%s\d{2}(?:\d{2})?)"
_CLOCKS = re.compile(_FIGURE % 1 + "(?: " + _FIGURE % 2 + ")*")


@dataclass(frozen=True, slots=True)
class Byline:
    """What a line says about authorship and dates; `rest` is what of it remains unexplained.

    `labelled` is true when a word such as "by" or "Published" says what the line is, `sourced` when
    "Source:" does.
    """

    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    dateline: str | None = None
    published: str | None = None
    modified: str | None = None
    section: str | None = None
    labelled: bool = False
    sourced: bool = False
    dated: bool = False
    rest: str = ""

    @property
    def named(self) -> bool:
        """Whether somebody is named."""
        return bool(self.authors or self.agencies)


def read_byline(text: str, locale: Locale = UNKNOWN) -> Byline:
    """Take a line apart as a byline.

    >>> line = read_byline("Reuters Beirut Jun 07, 2016, 11.27 AM (IST)")
    >>> line.agencies, line.dateline, line.published
    (('Reuters',), 'Beirut', '2016-06-07T11:27:00+05:30')
    >>> read_byline("The minister spoke on 7 June 2016").rest
    'The minister spoke on'
    """
    text = fold(text)
    if len(text) > LONGEST_LINE:
        return Byline(rest=text)
    if _CJK_STAMP.fullmatch(text) and (days := find_stamps(text, locale)):
        return Byline(published=days[0].value, dated=True)
    text = without_glue(_INPUTS.sub(r" | \1 | ", _ROLE.sub(" | ", text)))
    stamps = find_stamps(text, locale)
    published, modified, labelled, remains = _dates(text, stamps)
    filled, dated = _without_filling(remains)
    parts = _Parts()
    for piece in PIECES.split(filled):
        parts.take(piece.strip(EDGES))
    rest = " ".join(parts.rest)
    clocks = _is_when(rest, labelled=labelled or parts.labelled, signed=bool(parts.authors))
    return Byline(
        tuple(dict.fromkeys(parts.authors)),
        tuple(dict.fromkeys(parts.agencies)),
        parts.dateline,
        published,
        modified,
        parts.section,
        labelled or parts.labelled,
        parts.sourced,
        bool(stamps) or dated or clocks,
        "" if clocks else rest,
    )


def _is_when(rest: str, *, labelled: bool, signed: bool) -> bool:
    """Whether what remains is a time or a day: of "Uppdaterad 15.59" or "Ada Quill, August 8"."""
    return (labelled and _CLOCKS.fullmatch(rest) is not None) or ((labelled or signed) and is_day(rest))


def is_day(text: str) -> bool:
    """Whether a text is the day of a month in words, and no more.

    >>> is_day("August 8"), is_day("8. August"), is_day("August 8 was hot"), is_day("August")
    (True, True, False, False)
    """
    words = [word.strip(".,") for word in text.casefold().split()]
    if len(words) != _DAY_WORDS:
        return False
    day, month = words if words[0].isdecimal() else reversed(words)
    return month in MONTHS and day.isdecimal() and 1 <= int(day) <= _LAST_DAY


def _without_filling(text: str) -> tuple[str, bool]:
    """A line without days of the week, times and ages, and whether any of these tells of a date."""
    count = clocks = 0
    if any(map(str.isdigit, text)) or AGE.search(text):
        text, count = NOISE.subn(" | ", text)
        text, clocks = CLOCK.subn(" | ", text)
    return FILLING.sub(" | ", text), count + clocks > 0


def _dates(text: str, stamps: tuple[Stamp, ...]) -> tuple[str | None, str | None, bool, str]:
    """The stamps told apart by the label before each, and the line without stamps and labels."""
    published: str | None = None
    modified: str | None = None
    position, remains = 0, []
    labelled = False
    for stamp in stamps:
        before = SHORT_DAY.sub("", text[position : stamp.start])
        labels = list(LABEL.finditer(before))
        labelled = labelled or bool(labels)
        if labels and labels[-1][1]:
            modified = modified or stamp.value
        elif published is None:
            published = stamp.value
        elif not labels:
            modified = modified or (stamp.value if stamp.value > published else None)
        remains.append(LABEL.sub(" | ", before))
        position = past_zone(text, stamp.end)
    tail = text[position:]
    labelled = labelled or LABEL.search(tail) is not None
    remains.append(LABEL.sub(" | ", tail))
    return published, modified, labelled, " | ".join(remains)


class _Parts:
    """Collects what the pieces of one line turn out to be."""

    def __init__(self) -> None:
        self.authors: list[str] = []
        self.agencies: list[str] = []
        self.dateline: str | None = None
        self.section: str | None = None
        self.labelled = False
        self.sourced = False
        self.rest: list[str] = []

    def take(self, piece: str) -> None:
        """Explain one piece, or put it into the rest."""
        if piece[:1] == "(" and piece[-1:] == ")":
            piece = piece[1:-1].strip(EDGES)
        if not any(map(str.isalnum, piece)):
            return
        posted = POSTED_IN.match(piece)
        if posted and self.section is None and len(piece.split()) <= _SECTION_WORDS:
            name = piece[posted.end() :].strip()
            self.section = name if is_named_section(name) else None
            return
        source = SOURCE.match(piece)
        told = REPORTED_FROM.match(piece)
        if source:
            self.sourced = True
            self._source(piece[source.end() :])
        elif told:
            self.labelled = True
            self.dateline = self.dateline or told["place"]
        elif (after := strip_by(piece)) and (after[:1].isupper() or not after[:1].isascii()):
            self._by(after, loose=LOOSE.match(piece) is not None)
        elif SHARED.match(piece) or not _may_be_names(piece) or not self._known(piece):
            self.rest.append(piece)

    def _by(self, text: str, *, loose: bool) -> None:
        """Names behind "by": whoever they are, if they look like names and not like a sentence."""
        found = read_names([text])
        capital = all(w[:1].isupper() or not w.isascii() or len(w) <= 4 for w in text.split())
        plain = not any(":" in n for n in found.authors) and (not loose or any(map(is_person, found.authors)))
        if plain and (found.authors or found.agencies) and (capital or all(map(_is_name, found.authors))):
            self.labelled = True
            self._add(found)
        elif is_role(text):
            self.labelled = True  # "By Staff": nobody by name
        else:
            self.rest.append(text)

    def _known(self, piece: str) -> bool:
        """Whether a piece without a label is a section, agency, place or person, or a row of these."""
        if is_agency(piece):
            self.agencies.append(piece)
        elif is_section(piece) and self.section is None:
            self.section = piece if is_named_section(piece) else None
        elif found := section_in_front(piece):
            self.section = self.section or found[0]
            self._add(read_names([found[1]]))
        elif self._name_and_place(piece):
            return True
        elif is_place(piece):
            self.dateline = self.dateline or piece
        elif is_role(piece) and len(piece) > _SHORT_ROLE:
            return True  # "Journaliste • Jeanne Dupont": what somebody is, and who
        else:
            # "Soups, Sides" are sections: no byline has a family name first.
            if _PAIR.fullmatch(piece):
                return False
            # No name is that long: what is left of such a part would go unsaid.
            if any(len(part.split()) > MOST_NAME_PARTS for part in _PARTS_OF_NAMES.split(piece)):
                return False
            names = read_names([piece])
            if not (names.authors or names.agencies) or not all(map(_is_name, names.authors)):
                return False
            self._add(names)
        return True

    def _name_and_place(self, piece: str) -> bool:
        """ "Reuters Beirut": the shortest name at the front that leaves a place behind."""
        words = piece.split()
        for i in range(1, min(len(words), 2 * MOST_WORDS)):
            name, place = " ".join(words[:i]).strip(EDGES), " ".join(words[i:]).strip(EDGES)
            if is_place(place) and (is_agency(name) or (is_outlet(name) and _is_name(name))):
                self._add(read_names([name]))
                self.dateline = self.dateline or place
                return True
        return False

    def _source(self, text: str) -> None:
        """Who stands behind "Source:" is the source, known or not."""
        found = read_names([text := BEFORE_DAY.sub("", text)])
        known = {*found.authors, *found.agencies}
        self.agencies.extend(name for name in split_names(text) if name in known)

    def _add(self, found: Names) -> None:
        self.authors.extend(found.authors)
        self.agencies.extend(found.agencies)
        self.dateline = self.dateline or found.place


def _may_be_names(piece: str) -> bool:
    """Whether a piece can be names and places at all: short, and no more than half in lower case."""
    words = piece.split()
    return len(words) <= MOST_NAME_WORDS and 2 * sum(w[0].islower() for w in words) <= len(words)


def _is_name(name: str) -> bool:
    return ":" not in name and (
        is_agency(name)
        or is_person(name)
        or (is_outlet(name) and len(name.split()) <= 5 and name[:1].isupper())
    )
