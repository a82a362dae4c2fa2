"""Bylines of agencies that begin with a link to the section, and nothing between: "Isles Harbour Press"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from copydesk.extract.authors.agencies import is_listed
from copydesk.extract.authors.byline import Byline, read_byline
from copydesk.extract.authors.names import is_office, is_person, is_role
from copydesk.extract.dates.dates import Locale
from copydesk.extract.head import text_of
from copydesk.extract.sections.subjects import is_general, is_named_section
from copydesk.judge.navigation.page_links import links_of
from copydesk.judge.view import View

_MOST_WORDS: Final = 3
# What parts a section from what stands behind it, and where a link leads that is to none.
_MARKS: Final = " -–—|·•:/"
_HOME: Final = ("/", "#", "")


def without_section(view: View, index: int, byline: Byline, locale: Locale) -> Byline:
    """A byline as it reads without the link to a section in front of it, where an agency alone is left then.

    People are not asked about: "Share Tweet Pin" is no name either.
    """
    odd = byline.rest or any(not is_person(name) for name in byline.authors)
    links = links_of(view, index)[:1] if odd and not view.pasted else []
    front = text_of(links[0]) if links else ""
    section = front.strip(_MARKS)
    text = view.lines[index].text
    if not text.startswith(f"{front} ") or not _may_be_section(section):
        return byline
    behind = read_byline(text[len(front) :].strip(), locale)
    if behind.rest or behind.authors or not any(map(is_listed, behind.agencies)):
        return byline
    home = (links[0].get("href") or "").strip() in _HOME
    return behind if home or is_general(section) else replace(behind, section=behind.section or section)


def _may_be_section(text: str) -> bool:
    """Whether a link can be to a section: a few words that name no person, agency or office."""
    if not 0 < len(text.split()) <= _MOST_WORDS or not text[:1].isupper() or not is_named_section(text):
        return False
    return not (is_person(text) or is_listed(text) or is_office(text) or is_role(text))
