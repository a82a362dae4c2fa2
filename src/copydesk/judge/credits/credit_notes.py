"""Agency credits that are a paragraph of their own, set in italics, with more in it than names."""

from __future__ import annotations

import re
from typing import Any

from copydesk.extract.authors.agencies import is_agency, is_nameless, split_agencies
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped

_ITALICS = frozenset({"em", "i"})
_NOTE = re.compile(
    r"(?:with (?:information|material|reporting|reports|input|inputs|files) (?:from|by|of)"
    r"|this (?:article|report|story) (?:contains|uses|includes) (?:material|information|reporting) from"
    r"|mit (?:informationen|material|inhalten|angaben) (?:von|der|des)|avec (?:des informations )?de"
    r"|con (?:información|informaciones) de|com informações d[aoe]s?|met (?:informatie|medewerking) van)\s",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=\w)\.(?=\s|$)")
_LEAST = 2


def credit_note(view: View, index: int) -> Verdict | None:
    """ "With information from our correspondents and the agencies AFP and dpa. Some of it ..."."""
    line, block = view.lines[index], view.blocks[index]
    if view.pasted or block.kind is not Kind.PARAGRAPH or (found := _NOTE.match(line.text)) is None:
        return None
    if not _is_in_italics(view.page.elements[index]):
        return None
    first = _SENTENCE.split(line.text[found.end() :])[0]
    parts = [part.strip() for part in split_agencies(first)]
    ends = (part if is_agency(part) else part.rpartition(" ")[2] for part in parts)
    names = tuple(dict.fromkeys(end for end in ends if is_agency(end) and not is_nameless(end)))
    if len(names) < _LEAST:
        return None
    facts = tuple(("agencies", name) for name in names)
    evidence = f"a paragraph in italics that credits agencies: '{line.text[:60]}'"
    return dropped("credit_note", Reason.CREDIT, evidence, facts=facts)


def _is_in_italics(element: Any) -> bool:
    """Whether all that is written in an element is in italics."""
    if element.tag in _ITALICS:
        return True
    if len(element) != 1 or (element.text or "").strip() or (element[0].tail or "").strip():
        return False
    return element[0].tag in _ITALICS
