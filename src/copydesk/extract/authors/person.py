"""People told from what else stands in bylines: offices, roles, degrees, organisations."""

from __future__ import annotations

import re

from copydesk.extract.authors.agencies import holds_agency, is_agency, is_listed, is_outlet
from copydesk.extract.authors.name_words import ACTIONS, BEATS, DEGREES, LABELS, OFFICES, ORGANISATIONS, ROLES
from copydesk.extract.tables import word_set

# A family name has a first name before it: what follows the two can be an office.
_SHORTEST_NAME = 2
# What people put behind their names: "MD", "Ph.D", "CFP®".
_DEGREE = re.compile(r"(?:[A-Z][A-Z®™.-]{1,6}|Ph\.?\s?D|M\.?Sc|B\.?Sc|Jr|Sr|Esq|III?)\.?[®™]?")
# What follows an office that stands first: "Director of Research", "CEO & Founder".
_OF = word_set("of at for in and & from à en aus bei de der des du für i på til")
_SMALL = word_set("and the our for of in at und de in-chief dal dalla dai dalle nostro nostra nostri nostre")
_PARTICLES = word_set("de van von der den di da del della la le el al bin y e dos du ten ter zu af av")
_NO_NAME = ROLES | LABELS | ORGANISATIONS
_TITLES = ROLES | OFFICES | BEATS
# "QuillFounder": style sheets part a name from what somebody is ("McQuill" is one).
_GLUED = re.compile(r"(?<=[a-zß-ÿ])(?<!\bMc)(?<!\bMac)(?=[A-Z][a-z]+\b)")


def is_person(name: str) -> bool:
    """Whether a name has the shape of a person's: two to five words, all but particles with a capital.

    >>> is_person("Jane van der Doe"), is_person("Breaking news"), is_person("Reuters")
    (True, False, False)
    >>> is_person("Harbour University"), is_person("Living Well/Wellness")
    (False, False)
    >>> is_person("Offbeat Agence France-Presse")
    False
    """
    words = name.split()
    if not 2 <= len(words) <= 5 or is_outlet(name) or any(c.isdigit() or c == "/" for c in name):
        return False
    capital = all(w.lower() in _PARTICLES or w[:1].isupper() for w in words)
    return capital and _is_name_like(words) and not holds_agency(name)


def _is_name_like(words: list[str]) -> bool:
    return (
        words[0][:1].isupper()
        and words[-1][:1].isupper()
        and not any(w.lower().strip(".,;:!?") in _NO_NAME for w in words)
    )


def is_office(text: str) -> bool:
    """Whether a text that stands beside a name says what somebody is: an office, or years of something.

    >>> is_office("Digital Security Expert"), is_office("CEO of Gazette"), is_office("Jane Doe")
    (True, True, False)
    """
    words = text.casefold().split()
    offices = (i for i, word in enumerate(words) if word in OFFICES)
    named = any(i + 1 == len(words) or words[i + 1] in _OF for i in offices)
    front = next((words[:i] for i, word in enumerate(words) if word in _OF), [])
    titled = bool(front) and all(word in ROLES for word in front)
    return ":" not in text and (named or titled or words[0].rstrip("+").isdigit())


def is_role(text: str) -> bool:
    """Whether a text says what somebody is, and not who.

    >>> is_role("Political Editor"), is_role("Jane Doe")
    (True, False)
    """
    lower = [w.lower().strip(".,") for w in text.split()]
    return bool(lower) and all(w in ROLES or w in _SMALL for w in lower)


def without_offices(names: list[str]) -> list[str]:
    """The names of a string that names people, without their degrees and offices, whose agency stays.

    >>> without_offices(["Jane Doe", "CFP®", "Founder of Gazette"])
    ['Jane Doe']
    """
    people = [name for name in names if is_person(name) and not is_office(name)]
    if not people:
        return names
    found: list[str] = []
    for name in names:
        if name in people or is_listed(name) or not (is_office(name) or _DEGREE.fullmatch(name)):
            found.append(name)
        elif is_agency(first := name.split()[0]):
            found.append(first)
    return found


def bare_person(name: str) -> str:
    """A person's name without the office, the degree or the button that follows with nothing between.

    >>> bare_person("Jane Doe Political Editor"), bare_person("Jane DoeFounder"), bare_person("Jane Doe")
    ('Jane Doe', 'Jane Doe', 'Jane Doe')
    >>> bare_person("Jane A. Doe MD"), bare_person("Jane Doe View in print")
    ('Jane A. Doe', 'Jane Doe')
    """
    front, *touching = _GLUED.split(name, maxsplit=1)
    if touching and is_office(touching[0]) and is_person(front):
        return front
    words = name.split()
    for i in range(_SHORTEST_NAME, len(words)):
        word, front = words[i].casefold(), " ".join(words[:i])
        # "Jane Doe Editor" and "Former Gazette Editor" look alike.
        alone = i + 1 == len(words) and not words[i].islower()
        office = word in _TITLES and not alone and is_office(" ".join(words[i:]))
        button = word in ACTIONS and i + 1 < len(words)
        told = office or button or _are_degrees(words[i:])
        if told and is_person(front) and not is_agency(words[0]):
            return front
    return name


def _are_degrees(words: list[str]) -> bool:
    return all(word.strip(".,®™").replace(".", "") in DEGREES for word in words)
