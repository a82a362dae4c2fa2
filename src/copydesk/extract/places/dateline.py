"""A dateline at the front of the first paragraph: "BEIRUT (Reuters) - The harbour ..."."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from copydesk.extract.authors.agencies import is_agency, is_listed, is_outlet, split_agencies
from copydesk.extract.dates.dates import find_stamps
from copydesk.extract.places.places import is_place
from copydesk.extract.tables import word_set

# A dateline ends this soon, or the paragraph has none.
_WITHIN = 90
_DASH = re.compile(r"\s(?:-{1,2}|–|—)\s|\s?(?:—|––|--)\s?")
_AGENCY = re.compile(
    r"^(?P<place>[^()]{0,60}?)[,\s]*\((?P<agency>[^()]{2,50})\)\s?(?:[-–—:.]{1,2}\s?|(?=[A-Z]))"
)
_DASHES = frozenset({"-", "--", "–", "—"})
_DATE = re.compile(r",\s*(?:[^\W\d_]{3,12}\.?\s+\d{1,2}|\d{1,2}\.?\s+[^\W\d_]{3,12}\.?)(?:,?\s+\d{4})?\s*$")
_COLON = re.compile(r"^([^:.!?()]{2,40}):\s+(?=[\"“'‘«]?[A-Z])")
# "Berlin. Die Ministerin ...": as German regional papers print it.
_STOP = re.compile(r"^([^\W\d_][^:.!?()]{2,39})\.\s+(?=[\"“„»«‘']?[^\W\d_])")
# "Hafenstadt · Die Ministerin ...": as others of them do.
_DOT = re.compile(r"^([^\W\d_a-z][^:.!?()·•|]{1,39}) [·•] (?=\S)")

# "QUILLPORT -- The ministry ...": one name in capitals, of a place that no list has.
_CAPITALS = re.compile(r"^([^\W\d_]{2,30}(?:[ -][^\W\d_]{2,30}){0,2}) ?(?:--|—) ?(?=[\"“‘']?[^\W\d_a-z])")
_SHORTEST = 4
_AT = r"\b(?:in|of|from|near|at|to|around|outside)\s"

# The same in an element of its own.
_BOXED = re.compile(r"([^\W\d_a-z][^\W\d_]{2,20}(?:[ -][^\W\d_]{2,20}){0,2})[.:/]")
_BOXES = frozenset({"span", "strong", "b", "em", "i"})
_QUOTES = ("„", "“", "»", "«", '"', "‘")

# States and provinces as news agencies shorten them behind a town.
_STATES = word_set(
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev nh nj"
    " nm ny nc nd okla ore pa ri sc sd tenn vt va wash wva wis wyo dc ont que bc alta sask man ns nb pei nl"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a story was filed, for whom, and when, if the day is given with its year."""

    place: str | None = None
    agencies: tuple[str, ...] = ()
    day: str | None = None

    @property
    def capital(self) -> bool:
        """Whether the place is in capitals, as no sentence begins."""
        return self.place is not None and self.place.isupper()


def read_dateline(paragraph: str, story: str = "") -> Dateline:
    """The dateline a paragraph opens with; nothing of it is guessed from the sentence itself.

    A place before a dot in the middle may be unknown where the story says that something is in it.

    >>> read_dateline("BEIRUT, Oct 8 (Reuters) - The harbour was closed on Thursday.")
    Dateline(place='BEIRUT', agencies=('Reuters',), day=None)
    >>> read_dateline("PORT QUILL, Nov 22 — The harbour was closed.").place
    'PORT QUILL'
    >>> read_dateline("The harbour (built in 1901) - long closed - is open again.")
    Dateline(place=None, agencies=(), day=None)
    """
    start = paragraph[:_WITHIN]
    if (found := _AGENCY.match(start)) and _are_agencies(
        found["agency"], dash=found[0][-2:].strip() in _DASHES
    ):
        place = _place(found["place"], trusted=True)
        return Dateline(place, split_agencies(found["agency"]), _day(found["place"]))
    if dash := _DASH.search(start):
        head = start[: dash.start()]
        place = _place(head, trusted=False)
        if place and (place.isupper() or is_place(place) or _in_state(place)):
            return Dateline(place, day=_day(head))
    if (found := _COLON.match(start) or _STOP.match(start)) and is_place(_DATE.sub("", found[1])):
        return Dateline(_place(found[1], trusted=False))
    if (found := _DOT.match(start)) and (is_place(found[1]) or f" in {found[1]}" in story):
        return Dateline(found[1])
    return Dateline()


def capital_place(paragraph: str, story: str) -> str | None:
    """The name in capitals that a paragraph opens with, where the story says what is in a place called so.

    >>> capital_place("QUILLPORT -- The pier is closed.", "Ships to Quillport are late.")
    'QUILLPORT'
    >>> capital_place("BREAKING -- The pier is closed.", "Ships are breaking.") is None
    True
    """
    found = _CAPITALS.match(paragraph[:_WITHIN])
    if found is None or len(found[1]) < _SHORTEST or not found[1].isupper() or is_outlet(found[1]):
        return None
    told = re.finditer(f"{_AT}({re.escape(found[1])})\\b", story, re.IGNORECASE)
    return found[1] if any(each[1][0].isupper() and not each[1].isupper() for each in told) else None


def boxed_place(element: Any, story: str) -> str | None:
    """The place that a paragraph opens with in an element of its own, where the story says what is in it.

    >>> from lxml import html
    >>> paragraph = html.fragment_fromstring("<p><span>Quillport.</span> The pier is closed.</p>")
    >>> boxed_place(paragraph, "Ships in Quillport are late.")
    'Quillport'
    """
    first = next(iter(element), None)
    if first is None or (element.text or "").strip() or len(first) or first.tag not in _BOXES:
        return None
    found = _BOXED.fullmatch(" ".join((first.text or "").split()))
    after = (first.tail or "").lstrip(" \xa0\n\t–—-")[:1]
    place = found[1] if found and (after.isupper() or after in _QUOTES) else None
    return place if place and (is_place(place) or f" in {place}" in story) else None


def _in_state(place: str) -> bool:
    """Whether a place has the state it is in behind it: "Dekalb, Ill."

    >>> _in_state("Dekalb, Ill."), _in_state("Dekalb, indeed")
    (True, False)
    """
    town, comma, state = place.rpartition(", ")
    return bool(comma and town) and state.replace(".", "").lower() in _STATES


def _day(text: str) -> str | None:
    stamps = find_stamps(text)
    return stamps[0].value[:10] if len(stamps) == 1 else None


def _are_agencies(text: str, *, dash: bool) -> bool:
    """Whether a bracket holds agencies; an outlet's own name counts too if a dash follows."""
    parts = split_agencies(text)
    if not parts or not (is_agency(parts[0]) or (dash and is_listed(parts[0]))):
        return False
    return all(is_agency(p) or is_outlet(p) for p in parts)


def _place(text: str, *, trusted: bool) -> str | None:
    """A place as printed, without the day behind it. An agency or a day beside it vouch for unknown ones."""
    filed = text.strip(" ,")
    place = _DATE.sub("", filed).strip(" ,")
    words = place.split()
    if not words or len(words) > 6 or any(c.isdigit() for c in place):
        return None
    if is_place(place):
        return place
    capital = all(
        w[:1].isupper() or w.lower() in {"de", "of", "al", "el", "la", "del", "the", "and"} for w in words
    )
    # In capitals, with a day or a wider place behind it: no sentence begins so.
    vouched = (
        trusted
        or _in_state(place)
        or (place.isupper() and len(place) > 3 and ("," in place or place != filed))
    )
    return place if capital and vouched else None
