"""A dateline at the front of the first paragraph: "BEIRUT (Reuters) - The harbour ..."."""

from __future__ import annotations

import re
from dataclasses import dataclass

from copydesk.extract.agencies import is_agency, is_outlet, split_agencies
from copydesk.extract.places import is_place

# A dateline ends this soon, or the paragraph has none.
_WITHIN = 90
_DASH = re.compile(r"\s(?:-{1,2}|–|—)\s|\s?(?:—|––|--)\s?")
_AGENCY = re.compile(
    r"^(?P<place>[^()]{0,60}?)[,\s]*\((?P<agency>[^()]{2,50})\)\s?(?:[-–—:.]{1,2}\s?|(?=[A-Z]))"
)
_DATE = re.compile(r",\s*(?:[^\W\d_]{3,12}\.?\s+\d{1,2}|\d{1,2}\.?\s+[^\W\d_]{3,12}\.?)(?:,?\s+\d{4})?\s*$")
_COLON = re.compile(r"^([^:.!?()]{2,40}):\s+(?=[\"“'‘«]?[A-Z])")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a story was filed and for whom."""

    place: str | None = None
    agencies: tuple[str, ...] = ()


def read_dateline(paragraph: str) -> Dateline:
    """The dateline a paragraph opens with; nothing of it is guessed from the sentence itself.

    >>> read_dateline("BEIRUT, Oct 8 (Reuters) - The harbour was closed on Thursday.")
    Dateline(place='BEIRUT', agencies=('Reuters',))
    >>> read_dateline("The harbour (built in 1901) - long closed - is open again.")
    Dateline(place=None, agencies=())
    """
    start = paragraph[:_WITHIN]
    if (found := _AGENCY.match(start)) and _are_agencies(found["agency"]):
        return Dateline(_place(found["place"], trusted=True), split_agencies(found["agency"]))
    if dash := _DASH.search(start):
        head = start[: dash.start()]
        place = _place(head, trusted=False)
        if place and (place.isupper() or is_place(place)):
            return Dateline(place)
    if (found := _COLON.match(start)) and is_place(_DATE.sub("", found[1])):
        return Dateline(_place(found[1], trusted=False))
    return Dateline()


def _are_agencies(text: str) -> bool:
    parts = split_agencies(text)
    return bool(parts) and is_agency(parts[0]) and all(is_agency(p) or is_outlet(p) for p in parts)


def _place(text: str, *, trusted: bool) -> str | None:
    """A place as printed, without the day behind it. An agency beside it vouches for unknown places."""
    place = _DATE.sub("", text.strip(" ,")).strip(" ,")
    words = place.split()
    if not words or len(words) > 6 or any(c.isdigit() for c in place):
        return None
    if is_place(place):
        return place
    capital = all(
        w[:1].isupper() or w.lower() in {"de", "of", "al", "el", "la", "del", "the", "and"} for w in words
    )
    vouched = trusted or (place.isupper() and len(place) > 3 and "," in place)
    return place if capital and vouched else None
