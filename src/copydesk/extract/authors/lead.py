"""The front of a stamp that a site is known to print: who, then where, with nothing between them.

A line of unknown make is a byline only if nothing of it is left unexplained
(`copydesk.extract.authors.byline`). Where a site's profile has told what the line is, unknown places
and names can be told by where they stand.
"""

from __future__ import annotations

import re

from copydesk.extract.authors.agencies import is_agency, is_listed, is_outlet, is_outlet_word
from copydesk.extract.authors.byline import Byline
from copydesk.extract.authors.names import is_person
from copydesk.extract.places.places import PLACE_KEYS, is_place
from copydesk.text import fold, key

# "Padma Rao Sundarji Srinagar, India": a name before a place has two or three words.
_NAME_WORDS = (2, 3)
# A place with its district, state and country.
_PLACE_WORDS = 12
# An outlet's short name in capitals: "DNA".
_ACRONYM = 5
_GLUED = re.compile(r"([A-Z][a-z]+)([A-Z]\S*)")


def read_lead(text: str) -> Byline:
    """Who and where, from the front of a stamp.

    >>> lead = read_lead("Gazette Web Team Reuters Tazra, Morland")
    >>> lead.authors, lead.agencies, lead.dateline
    (('Gazette Web Team',), ('Reuters',), 'Tazra, Morland')
    >>> read_lead("Ada Thorn New Delhi, India").authors
    ('Ada Thorn',)
    """
    words = [part for word in fold(text).strip(" ,|-").split() for part in _unglued(word)]
    authors: list[str] = []
    agencies: list[str] = []
    while size := _known_front(words):
        name = " ".join(words[:size]).strip(" ,")
        (agencies if is_agency(name) else authors).append(name)
        words = words[size:]
    if not authors and not agencies:
        size = _unknown_front(words)
        name = " ".join(words[:size])
        if size == 1:
            agencies.append(name)
        elif size:
            authors.append(name)
        words = words[size:]
    place = " ".join(words).strip(" ,")
    dateline = place if _may_be_place(place) else None
    return Byline(tuple(authors), tuple(agencies), dateline)


def _unglued(word: str) -> list[str]:
    """A word cut where two boxes of a page met: "TeamNew" of "Web Team" and "New Delhi"."""
    found = _GLUED.fullmatch(word)
    return [found[1], found[2]] if found and is_outlet_word(found[1]) else [word]


def _known_front(words: list[str]) -> int:
    """How many words at the front are an agency or a desk: the longest agency, else all of the desk."""
    for size in range(min(len(words), 5), 0, -1):
        if is_agency(" ".join(words[:size]).strip(" ,")):
            return size
    for size in range(1, min(len(words), 6) + 1):
        if not words[size - 1][:1].isupper() or is_place(" ".join(words[:size])):
            return 0
        front = " ".join(words[:size])
        ends = is_listed(front) or is_outlet_word(words[size - 1])
        goes_on = size < len(words) and is_outlet_word(words[size])
        if ends and is_outlet(front) and not goes_on:
            return size
    return 0


def _unknown_front(words: list[str]) -> int:
    """How many words at the front name a person, or an outlet in capitals, by the place behind them."""
    if key(" ".join(words).split(",")[0]) in PLACE_KEYS:
        return 0
    people = [size for size in _NAME_WORDS if _is_name(words[:size])]
    for size in people:
        if key(" ".join(words[size:]).split(",")[0]) in PLACE_KEYS:
            return size
    if len(words) > 1 and words[0].isupper() and words[0].isalpha() and len(words[0]) <= _ACRONYM:
        return 1
    for size in people:
        if size == len(words) or is_place(" ".join(words[size:])):
            return size
    return 0


def _is_name(words: list[str]) -> bool:
    return is_person(" ".join(words)) and not any(word.endswith(",") or word.isupper() for word in words)


def _may_be_place(text: str) -> bool:
    parts = text.split()
    return 0 < len(parts) <= _PLACE_WORDS and parts[0][:1].isupper()
