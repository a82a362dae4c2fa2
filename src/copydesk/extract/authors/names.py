"""Author names: one string of a page to the people (and agencies) it names.

Roles, "by", addresses and links are not part of a name. What is left is as printed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from copydesk.extract.authors.agencies import (
    OUTLET_KEYS,
    is_agency,
    is_named_outlet,
    is_outlet,
    split_joined,
)
from copydesk.extract.authors.name_words import BY, LABELS, NOBODY, ROLES
from copydesk.extract.authors.person import bare_person, is_office, is_person, is_role, without_offices
from copydesk.extract.authors.posted import posted_in
from copydesk.extract.jsonld import clean_text
from copydesk.extract.places.places import is_place
from copydesk.text import key

__all__ = ["is_office", "is_person", "is_role"]

# The longest list of names on the labelled pages is 180 characters; what is longer is a biography.
LONGEST = 400
MOST_NAMES = 20
# No name, place of work and all, has more words.
MOST_NAME_PARTS = 8
# A place behind "in" that no list has is no longer.
_PLACE_WORDS = 3

_LEADING = re.compile(
    rf"^\s*(?:(?:{BY}|text)\s*[:：]\s*|(?:{BY})\s+"
    # Copying and style sheets lose the space: "byJane Doe".
    r"|(?-i:(?:[Ww]ritten |[Pp]osted )?[Bb]y(?=[A-Z][a-z]+ [A-Z]))|(?:칼럼니스트|기자|평론가)\s+)",
    re.IGNORECASE,
)
_CJK_ROLE = re.compile(
    r"(?:\s*(?:기자|칼럼니스트|특파원|논설위원|선임기자|記者|记者|編集委員|特派員|＝.{1,10}|=.{1,10}))+$"
)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S{0,300}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){0,4}|@\w{2,30}"
)
_BRACKETS = re.compile(r"\s*[(\[（][^()\[\]（）]{0,120}[)\]）]")
_LOOSE = re.compile(r"\s+(?:on|in|at|by|for|with|and|und|et|y|am|sponsored)$", re.IGNORECASE)
# Who edited or checked what others wrote is told behind them.
_OTHER_WORK = re.compile(
    r"(?<=\w)[\s.,;|·•–—-]+(?:(?:medically|expert|fact)[ -])?"
    r"(?:edited|reviewed|checked|verified|translated|photographed|illustrated) by\b.{0,200}$",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.?)(?: ?[^\W\d_]\.?)?")
_WITH = re.compile(r"^(?:with|mit|avec|con|com|met|med|from|via)\s+", re.IGNORECASE)
_SPLIT = re.compile(r"\s*(?:[;|•·⋅∙●、，؛]|,(?=[^\W\d_]|\s)|\s[-–—]\s|\s/\s|\n|،)\s*")
_AND = re.compile(
    r"\s+(?:and|&|und|et|y|e|en|og|och|ja|i|a|и|та|ve|dan|và|و|with|mit|avec|con|com|med|und\s+von)\s+|\s*&\s*",
    re.IGNORECASE,
)
_SLASH = re.compile(r"\s*/\s*")
_WHERE = re.compile(
    r"\s+(?:in|for|für|pour|para|per|voor|at|aus|à|en|from|of|of the|der|chez|på|i)\s+(?=\w).{1,60}$",
    re.IGNORECASE,
)
# "gazette.example" signs a story; "ada.quill" is what somebody logs in with.
_HOST = re.compile(r"\w\.[a-z]{2,4}$")
_IN = re.compile(
    r"(?<=\w) (?:in|from|aus|à|en|i) ([^\W\d_][^,;|]{2,40}?)(?=\s*(?:$|[,;|]| (?:and|und|et|y|og) ))"
)
_CAPITAL = re.compile(r"[^\W\d_a-z]")


@dataclass(frozen=True, slots=True)
class Names:
    """Who is named, as printed: people and outlets, agencies apart from them, the place beside them."""

    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    place: str | None = None


def without_other_work(text: str) -> str:
    """A byline without who edited or reviewed what others wrote, told behind them.

    >>> without_other_work("By Ann Lee. Reviewed by Bob Roe")
    'By Ann Lee'
    """
    return _OTHER_WORK.sub("", text)


def read_names(values: tuple[str, ...] | list[str]) -> Names:
    """The names in one or more strings, split and cleaned.

    >>> read_names(["By Jane Doe and John Roe, Staff Writers; AFP"])
    Names(authors=('Jane Doe', 'John Roe'), agencies=('AFP',), place=None)
    """
    authors: dict[str, str] = {}
    agencies: dict[str, str] = {}
    for value in values[:MOST_NAMES]:
        for name in map(_once, split_names(value)):
            (agencies if is_agency(name) else authors).setdefault(key(name) or name, name)
    places = [name for name in authors.values() if is_place(name)]
    if len(places) < len(authors) + len(agencies):  # beside names, a place is where they wrote from
        authors = {k: name for k, name in authors.items() if name not in places}
    else:
        places = []
    where = {place for value in values[:MOST_NAMES] for place in _places(value)}
    places += where if len(where) == 1 else ()
    people, outlets = people_and_outlets(tuple(authors.values()))
    named = (*agencies.values(), *(name for name in outlets if key(name) not in agencies))
    return Names(people[:MOST_NAMES], named[:MOST_NAMES], places[0] if places else None)


def _once(name: str) -> str:
    """A name that a page prints twice in a row, once.

    >>> _once("Jane Doe Jane Doe"), _once("Jane Doe")
    ('Jane Doe', 'Jane Doe')
    """
    words = name.split()
    half, odd = divmod(len(words), 2)
    return " ".join(words[:half]) if half > 1 and not odd and words[:half] == words[half:] else name


def _places(text: str) -> list[str]:
    """The places a line says its writers are in, as far as they are known: "Jane Doe in Beirut"."""
    start = text[:LONGEST]
    found = [(match, match[1].strip()) for match in _IN.finditer(start)]
    several = len(found) > 1
    known = (
        place
        for match, place in found
        if is_place(place) or ((several or match.end() < len(start.rstrip())) and _is_where(match, place))
    )
    return [*known, *posted_in(start)]


def _is_where(match: re.Match[str], place: str) -> bool:
    """Whether a name in capitals behind a person and "in" is where that person was, if others are named too.

    Where nobody else is, nothing tells "Jane Doe in Port Quill" from "Jane Doe in Project Management".
    """
    words = place.split()
    person = _AND.split(_SPLIT.split(_strip_by(match.string[: match.start()]))[-1])[-1]
    capital = len(words) <= _PLACE_WORDS and all(w[:1].isupper() and not w.isupper() for w in words)
    return capital and is_person(person) and not (is_outlet(place) or is_role(place) or key(place) in LABELS)


def people_and_outlets(names: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names without the outlets and offices among them, and the outlets; as they are if none is a person's.

    >>> people_and_outlets(("Jane Doe", "The Harbour Gazette", "Senior Editor"))
    (('Jane Doe',), ('The Harbour Gazette',))
    >>> people_and_outlets(("The Harbour Gazette", "Online Desk"))
    (('The Harbour Gazette', 'Online Desk'), ())
    """
    if not any(is_person(name) and not is_office(name) for name in names):
        return names, ()
    outlets = tuple(name for name in names if is_named_outlet(name))
    return tuple(name for name in names if name not in outlets and not is_office(name)), outlets


def split_names(text: str) -> tuple[str, ...]:
    """The names in one string.

    >>> split_names("Doe, Jane")
    ('Jane Doe',)
    >>> split_names("Von Anna Muster und Max Muster (dpa)")
    ('Anna Muster', 'Max Muster', 'dpa')
    """
    text = clean_text(text[: LONGEST * 2])
    if len(text) > LONGEST:
        return ()
    bracketed = tuple(
        b for m in _BRACKETS.finditer(text) if is_agency(b := _WITH.sub("", m[0].strip(" ()[]（）")))
    )
    text = without_other_work(_strip_by(_BRACKETS.sub("", _ADDRESS.sub(" ", text))))
    if len(joined := split_joined(text)) > 1:
        return (*joined, *bracketed)
    if is_agency(text) or (is_outlet_alone(text) and _without_outlet(text) == (text,)):
        return tuple(n for n in (_clean(text), *bracketed) if n)
    names: list[str] = []
    office = False
    for part in (joined for each in _parts(text) for joined in split_joined(each)):
        found = (name for piece in _without_outlet(part) if (name := _clean(piece)))
        names.extend(name for name in found if not office or not _is_of_office(name))
        office = office or (bool(names) and (is_role(part) or is_office(part)))
    names = without_offices(names)
    return tuple(dict.fromkeys((*names, *bracketed)))[:MOST_NAMES]


def _is_of_office(name: str) -> bool:
    """Whether what stands behind an office goes on with it: "Director, Content & Marketing"."""
    return name.isascii() and " " in name and not (is_person(name) or is_agency(name) or is_outlet(name))


def is_outlet_alone(text: str) -> bool:
    """Whether a string is the name of one outlet, which may hold "and" or "/" itself.

    >>> is_outlet_alone("RFE/RL"), is_outlet_alone("The Gazette and AFP")
    (True, False)
    """
    return is_outlet(text) and not _AND.search(text) and not _SPLIT.search(text)


def strip_by(text: str) -> str | None:
    """What follows a leading "by" in any of many languages, or None if there is none.

    >>> strip_by("Par Jeanne Dupont"), strip_by("Bystander")
    ('Jeanne Dupont', None)
    """
    found = _LEADING.match(text)
    return text[found.end() :].strip() if found else None


def _strip_by(text: str) -> str:
    text = " ".join(text.split()).strip(" ,;:-–—|•·")
    rest = strip_by(text)
    return rest if rest and len(rest) > 1 else text


def _parts(text: str) -> list[str]:
    pieces = [p for p in _SPLIT.split(text) if p]
    inverted = [[p for p in _SPLIT.split(name.strip()) if p] for name in text.split(";")]
    if "," in text and all(map(_is_inverted, inverted)):
        return [f"{given} {family}" for family, given in inverted]
    found: list[str] = []
    for piece in pieces:
        found.extend(_split_and(piece))
    return found


def _without_outlet(part: str) -> tuple[str, ...]:
    """A person's name without the outlet printed behind it: "Jane Doe The Associated Press"."""
    words = part.split()
    for i in range(2, len(words)):
        front, tail = " ".join(words[:i]), " ".join(words[i:])
        if is_agency(tail) and is_person(front):
            return front, tail
        if key(tail) in OUTLET_KEYS and is_person(front):
            return (front,)
    return (part,)


def _is_inverted(pieces: list[str]) -> bool:
    """Whether two pieces are a family name and a given name: "Doe, Jane" or "Doe, Jane R."."""
    if len(pieces) != 2:
        return False
    given, _, initials = pieces[1].partition(" ")
    return (not initials or _INITIALS.fullmatch(initials) is not None) and all(
        " " not in p and p[:1].isupper() and not p.isupper() and not is_outlet(p) and p.lower() not in ROLES
        for p in (pieces[0], given)
    )


def _split_and(text: str) -> list[str]:
    """A piece cut at "and" where both sides can stand alone, and at a slash likewise."""
    for pattern in (_AND, _SLASH):
        parts = [p for p in pattern.split(text) if p]
        beside_agency = any(is_agency(p) for p in parts) and all(p[:1].isupper() for p in parts)
        if len(parts) > 1 and (beside_agency or all(_stands_alone(p) for p in parts)):
            return [q for p in parts for q in (_split_and(p) if pattern is _AND else [p])]
    return [text]


def _stands_alone(part: str) -> bool:
    return len(part.split()) >= 2 or is_outlet(part) or not part.isascii()


def _clean(part: str) -> str | None:
    """One name without role, place and punctuation; None if nobody is named."""
    name = _CJK_ROLE.sub("", part).strip(" ,;:-–—|•·*\"“”'’_.#")
    name = _LOOSE.sub("", _strip_by(name))
    if not _CAPITAL.search(name) and not is_agency(name) and not (name.isalpha() and len(name) <= 4):
        name = name if _HOST.search(name) or "/" in name else ""
    if name.count(" ") > 1 and (cut := _WHERE.sub("", name)) != name and is_person(cut):
        name = cut
    name = bare_person(name)
    if key(name) in NOBODY or is_role(name) or name.count(" ") >= MOST_NAME_PARTS or len(name) > 80:
        return None
    return name
