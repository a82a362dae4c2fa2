"""Where a writer wrote from, in brackets behind the name: "Jeanne Dupont (Vaubrune, envoyée spéciale)"."""

from __future__ import annotations

import re

from copydesk.extract.authors.agencies import is_outlet
from copydesk.extract.authors.name_words import ROLES
from copydesk.extract.places.places import is_place
from copydesk.extract.tables import word_set

_BRACKET = re.compile(r"(?<=\w)\s*\(([^()]{3,80})\)")
_IN = re.compile(r"(?:(?P<post>.{4,40}?) )?(?:à|au|aux|en|in|aus|from|a|en|i) (?P<place>[^\W\d_a-z].{1,40})")
# Beside the roles: those of several, what a post is called, and whose.
_POSTS = ROLES | word_set(
    """
envoyés envoyées spéciaux spéciales correspondants correspondantes correspondance notre nos
korrespondenten korrespondentinnen unser unsere our enviada enviados especiales nuestro nuestra
corresponsales inviati corrispondenti nostro nostra
"""
)
_PLACE_WORDS = 4


def posted_in(text: str) -> list[str]:
    """The places in brackets behind names, where they say what somebody is there or the place is known.

    >>> posted_in("Jeanne Dupont (Vaubrune, envoyée spéciale)"), posted_in("Ada Quill (in Berlin)")
    (['Vaubrune'], ['Berlin'])
    >>> posted_in("Jeanne Dupont (Vaubrune, France, envoyée spéciale)")
    ['Vaubrune, France']
    >>> posted_in("Ada Quill (correspondent in Port Quill)"), posted_in("Ada Quill (Gazette, with agencies)")
    (['Port Quill'], [])
    """
    places = (_place(found[1].strip()) for found in _BRACKET.finditer(text))
    return [place for place in places if place]


def _place(told: str) -> str | None:
    first, comma, rest = told.partition(", ")
    front, _, last = told.rpartition(", ")
    if comma:
        # A country may stand behind the place.
        place = front if _is_post(last) else rest if _is_post(first) else ""
        vouched = True
    else:
        found = _IN.fullmatch(told)
        place = found["place"] if found else ""
        vouched = found is not None and (_is_post(found["post"]) if found["post"] else is_place(place))
    return place if vouched and _may_be_place(place) else None


def _is_post(text: str) -> bool:
    words = text.casefold().split()
    return bool(words) and all(word in _POSTS for word in words)


def _may_be_place(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= _PLACE_WORDS and text[0].isupper() and not is_outlet(text)
