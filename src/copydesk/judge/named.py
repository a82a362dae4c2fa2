"""Boxes that the page's own words call what they are: small print, a call to buy, a summary by a machine.

A name is evidence, not a verdict: it decides for a small part of a page only, and not for headings, which
some page builders put in boxes of such a name.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final

from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped
from copydesk.text import key

# Of the words that 955 labelled pages have in elements of these names, headings apart, the story has 92 of
# 2,072 ("disclaimer") and 151 of 5,082 ("cta").
_NAMES: Final = (
    (re.compile(r"(?<![a-z])disclaimers?(?![a-z])", re.IGNORECASE), Reason.NOTICE, "disclaimer_box"),
    (re.compile(r"(?<![a-z])ai-?summary", re.IGNORECASE), Reason.NOTICE, "machine_summary"),
    (re.compile(r"(?<=[.#_-])cta(?![a-z])(?!-(?:absent|accent))", re.IGNORECASE), Reason.PROMO, "cta_box"),
)
# The cheap test first: every block of a page comes by here.
_PARTS: Final = ("disclaimer", "cta", "summary")
# The line that says a machine has made a summary: the summary is in the element around it.
_SUMMARY = re.compile(
    r"summary|sammendrag|oppsummering|kortversjon|zusammenfassung|résumé|resumen|riassunto|samenvatting"
    r"|sammanfattning",
    re.IGNORECASE,
)
# How many of the last elements of a block's path speak of it, and the most of a page's words they decide on.
_NEAR: Final = 3
_MOST: Final = 0.3
_SUBJECT: Final = re.compile(
    r"(?<![a-z])(?:topics?|tags?|kicker|category|section|rubrik)(?![a-z])", re.IGNORECASE
)
# Paths of a page; those of a site are much alike.
_PATHS = 1024


def judge(view: View) -> dict[int, Verdict]:
    """Drop what stands in a box named so."""
    if view.pasted:
        return {}
    summed = _machine_summaries(view)
    tags = frozenset(key(tag) for name in ("tags", "section") for tag in view.declared.values(name))
    found = {i: verdict for i in view.open() if (verdict := _verdict(view, i, summed, tags)) is not None}
    if not found:
        return {}
    found |= _headings(view, found)
    inside = {i for i in view.open() if view.in_reading[i]}
    words = {i: size(view.lines[i]) for i in inside}
    return found if sum(words[i] for i in inside & found.keys()) <= _MOST * sum(words.values()) else {}


def _headings(view: View, found: dict[int, Verdict]) -> dict[int, Verdict]:
    """The headings right above summaries made by a machine, where the element is not around them, too."""
    above = {i - 1 for i, v in found.items() if i and v.rule == "machine_summary"} - found.keys()
    heads = (i for i in above if i not in view.verdicts and view.blocks[i].kind is Kind.HEADING)
    return {i: dropped("machine_summary", Reason.NOTICE, "heads a summary made by a machine") for i in heads}


def _machine_summaries(view: View) -> frozenset[Any]:
    """The elements around lines that say a machine has made a summary."""
    said = (i for i, v in view.verdicts.items() if v.rule == "machine_translated")
    return frozenset(
        view.page.elements[i].getparent() for i in said if _SUMMARY.search(view.lines[i].text) is not None
    )


def _verdict(view: View, index: int, summed: frozenset[Any], tags: frozenset[str]) -> Verdict | None:
    block = view.blocks[index]
    called = _called(block.path)
    if summed and not summed.isdisjoint(view.page.elements[index].iterancestors()):
        return dropped("machine_summary", Reason.NOTICE, "in the element of a summary made by a machine")
    if called is None or (block.kind is Kind.HEADING and called[0] != "machine_summary"):
        return None
    # Some pages have their tags in buttons named so, and the subject above the headline.
    if called[0] == "cta_box" and (view.lines[index].key in tags or _is_subject(view, index)):
        return None
    return dropped(called[0], called[1], f"inside markup named '{called[2]}'")


def _is_subject(view: View, index: int) -> bool:
    """Whether a line stands right above the headline, in an element of a subject."""
    below = view.verdicts.get(index + 1)
    heads = below is not None and below.kind is Kind.TITLE
    return heads and _SUBJECT.search("/".join(view.blocks[index].path.split("/")[-_NEAR:])) is not None


@lru_cache(_PATHS)
def _called(path: str) -> tuple[str, Reason, str] | None:
    """The rule, the reason and the name of the box that a path ends in.

    >>> _called("body/div.a/p.small-disclaimer")
    ('disclaimer_box', <Reason.NOTICE: 'notice'>, 'disclaimer')
    """
    near = "/".join(path.rsplit("/", _NEAR)[-_NEAR:])
    if not any(part in near.lower() for part in _PARTS):
        return None
    hits = ((rule, reason, name.search(near)) for name, reason, rule in _NAMES)
    return next(((rule, reason, hit[0]) for rule, reason, hit in hits if hit is not None), None)
