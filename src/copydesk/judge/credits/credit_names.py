"""Whose names stand in a credit: an agency's, or those of people with the outlet that they report for."""

from __future__ import annotations

import re

from copydesk.extract.authors.agencies import is_listed, is_outlet
from copydesk.extract.authors.names import is_person

_PERSON_OF = re.compile(r"(?P<who>.{3,60}?) of (?P<whose>.{2,60})")


def employer(name: str) -> str:
    """The agency or outlet that a person of a credit reports for; any other name as it is.

    >>> employer("Ann Lee of Reuters"), employer("Ann Lee of the Island Service")
    ('Reuters', 'Ann Lee of the Island Service')
    """
    found = _PERSON_OF.fullmatch(name)
    return found["whose"] if found and is_person(found["who"]) and is_listed(found["whose"]) else name


def may_be_agency(name: str) -> bool:
    """Whether a name of a credit can be an agency's, known or not: it is none of a person.

    >>> [may_be_agency(name) for name in ("KanTAG", "Ann Lee", "Ann Lee of the Island Service")]
    [True, False, False]
    """
    found = _PERSON_OF.fullmatch(name)
    return not is_person(found["who"]) if found else is_outlet(name) or not is_person(name)
