"""What a profile's fields and facts say of a block: its title, writers, section, stamp."""

from __future__ import annotations

import re
from typing import Any

from copydesk.extract.authors.agencies import split_agencies
from copydesk.extract.authors.byline import Byline
from copydesk.extract.authors.lead import read_lead
from copydesk.extract.dates.dates import UNKNOWN, Locale, find_stamps
from copydesk.judge.captions.caption_text import parted
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped, kept
from copydesk.sites.records import Version

STAGE = "site"

_LIST_FACTS = frozenset({"agencies", "authors", "tags"})
_DATES = frozenset({"date_published", "date_modified"})
_AND = re.compile(r"\s*(?:,|;|\||&|\band\b|\bund\b|\bet\b|\by\b)\s*")
_BY = re.compile(r"(?:by|von|par|por|text|written by)\b[: ]+", re.IGNORECASE)
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?)?")


def facts_of(name: str, value: str, locale: Locale = UNKNOWN) -> list[tuple[str, str]]:
    """A value as facts; names in one line become a fact each."""
    if name == "byline":
        return _lead_facts(read_lead(value))
    if name in _DATES:
        return [(name, stamp.value) for stamp in find_stamps(value, locale)[:1]]
    if name == "agencies":
        return [(name, part) for part in split_agencies(value)]
    if name == "captions":
        return [(name, parted(value.strip()))]
    if name not in _LIST_FACTS:
        return [(name, value.strip())]
    bare = _BY.sub("", value, count=1) if _BY.match(value) else value
    return [(name, part.strip(" .")) for part in _AND.split(bare) if part.strip(" .")]


def _lead_facts(lead: Byline) -> list[tuple[str, str]]:
    facts = [*(("authors", name) for name in lead.authors), *(("agencies", name) for name in lead.agencies)]
    return [*facts, ("dateline", lead.dateline)] if lead.dateline else facts


def field_verdicts(
    view: View, version: Version, origin: str, sources: dict[int, frozenset[str]]
) -> dict[int, Verdict]:
    """Verdicts on the blocks that a profile's field selectors point at."""
    verdicts: dict[int, Verdict] = {}
    titled = False
    for at, around in sources.items():
        name, source = next((pair for pair in version.fields if pair[1] in around), ("", ""))
        # What is hidden is decided: the title is the one to be seen.
        if not name or at in view.verdicts or (name == "title" and titled):
            continue
        verdict = _field_verdict(view, at, name, f"selector {source!r}", f"{origin}:{name}")
        if verdict is not None:
            verdicts[at] = verdict
            titled = titled or name == "title"
    return verdicts


def _field_verdict(view: View, at: int, name: str, evidence: str, rule: str) -> Verdict | None:
    text = view.lines[at].text
    if name == "title":
        return kept(rule, evidence, kind=Kind.TITLE, facts=(("title", text),), stage=STAGE)
    if name == "standfirst":
        return kept(rule, evidence, kind=Kind.STANDFIRST, facts=(("standfirst", text),), stage=STAGE)
    if name == "section":
        return dropped(rule, Reason.SECTION_LABEL, evidence, facts=(("section", text),), stage=STAGE)
    if name == "authors":
        facts = tuple(facts_of("authors", text))
        return dropped(rule, Reason.BYLINE, evidence, facts=facts, stage=STAGE)
    stamp = _stamp(view.page.elements[at])
    if stamp is None:
        # Without a machine-readable time the line is left to those who read dates in words.
        return None
    return dropped(rule, Reason.BYLINE, evidence, facts=(("date_published", stamp),), stage=STAGE)


def _stamp(element: Any) -> str | None:
    """The machine-readable time on an element or right within it."""
    values = [each.get("datetime") for each in (element, *element.iter("time"))]
    return next((v for v in values if v and _ISO.fullmatch(v)), None)
