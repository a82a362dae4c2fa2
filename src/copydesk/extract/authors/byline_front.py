"""Sections in bylines, where nothing stands between one and who wrote the story: "World News AFP"."""

from __future__ import annotations

from typing import Final

from copydesk.extract.authors.agencies import is_agency, is_listed, is_nameless
from copydesk.extract.authors.byline_words import SECTIONS
from copydesk.extract.authors.names import is_person
from copydesk.text import key

# "Latest World News": no section that outlets share has a longer name.
_MOST_WORDS: Final = 3


def is_section(text: str) -> bool:
    """Whether a text is a section's name that outlets share.

    >>> is_section("MIDDLE EAST"), is_section("Ferry sinks")
    (True, False)
    """
    return key(text) in SECTIONS


def section_in_front(text: str) -> tuple[str, str] | None:
    """The section that a text begins with, and the agency or the person behind it.

    "Asia Lee Quill" may be a name as a whole: before people, a section has two words.

    >>> section_in_front("World News Agence France-Presse"), section_in_front("All India Ada Quill")
    (('World News', 'Agence France-Presse'), ('All India', 'Ada Quill'))
    >>> section_in_front("Asia Lee Quill"), section_in_front("China News Service")
    (None, None)
    """
    words = text.split()
    if is_listed(text):
        return None
    for count in range(min(len(words) - 1, _MOST_WORDS), 0, -1):
        front, behind = " ".join(words[:count]), " ".join(words[count:])
        agency = is_agency(behind) and not is_nameless(behind)
        if is_section(front) and (agency or (count > 1 and is_person(behind))):
            return front, behind
    return None
