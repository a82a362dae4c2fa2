"""Boxes that the page's own words call what they are: small print, a call to buy, a summary by a machine.

A name is evidence, not a verdict: it decides for a small part of a page only, and not for headings, which
some page builders put in boxes of such a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Any, Final

from copydesk.extract.paths import last_steps, path_end
from copydesk.judge.boxes import few_inside
from copydesk.judge.left_out.furniture import of_box
from copydesk.judge.navigation.navigation import is_label
from copydesk.judge.notices.notices import notice_of
from copydesk.judge.phrases.buttons import ASKS, OFFERS
from copydesk.judge.place import MENU_NAMED, above, frame_of
from copydesk.judge.promos.promos import promo_of
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped
from copydesk.text import key

# Of the words that 955 labelled pages have in elements of these names, headings apart, the story has 92 of
# 2,072 ("disclaimer") and 151 of 5,082 ("cta").
_NAMES: Final = (
    (
        # The note above an advert is no small print.
        re.compile(r"(?<![a-z])(?<!(?<![a-z])ad[-_])disclaimers?(?![a-z])", re.IGNORECASE),
        Reason.NOTICE,
        "disclaimer_box",
    ),
    (re.compile(r"(?<![a-z])ai-?summary", re.IGNORECASE), Reason.NOTICE, "machine_summary"),
    (
        # Not of a class for colours and shadows, nor where an element only has such a box, or is counted so.
        re.compile(
            r"(?<=[.#_-])(?<!has-)(?<!with-)(?<!tw-bg-)(?<!tw-text-)(?<!tw-border-)(?<![.:!]bg-)(?<![.:!]text-)(?<![.:!]border-)(?<![.:!]shadow-)"
            r"cta(?![a-z])(?!-(?:absent|accent)|_click)",
            re.IGNORECASE,
        ),
        Reason.PROMO,
        "cta_box",
    ),
)
# What looks like a button is a call where it asks for something, by its first word or in a phrase; in a
# menu, only for what is offered.
_BUTTON_WORDS: Final = 7
# "I want to ...": what opens a menu.
_DOTS: Final = ("...", "…")
_LINKED: Final = 0.9
# What costs money, or a number to call.
_PRICED: Final = re.compile(r"[$€£¥₹]|\d{3}\D?\d{4}")
# How many elements around a line have its menu or list.
_AROUND: Final = 6
# ... and how many have names that tell what it is for.
_TOLD: Final = 4
_HEAD: Final = re.compile(r"(?:[.#_]|(?<=[a-z])-)(?:site|page|global|main)-?header(?![a-z])", re.IGNORECASE)
# A link in a list.
_ITEM: Final = re.compile(r"/li[^/]*(?:/[^/]*){0,3}$")
_CTA_STEP: Final = re.compile(r"(?:^|/)(?:a|button|li|span|strong)[.#][^/]*cta", re.IGNORECASE)
# The cheap test first: every block of a page comes by here.
_PARTS: Final = ("disclaimer", "cta", "summary")
# The line that says a machine has made a summary: the summary is in the element around it.
_SUMMARY = re.compile(
    r"summary|sammendrag|oppsummering|kortversjon|zusammenfassung|résumé|resumen|riassunto|samenvatting"
    r"|sammanfattning",
    re.IGNORECASE,
)
# The box of a summary is so few elements around a line in it, and has no more lines.
_LEVELS: Final = 5
_MOST_SUMMED: Final = 14
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
    said = [i for i, v in view.verdicts.items() if v.rule == "machine_translated" and _is_summed(view, i)]
    around = frozenset(view.page.elements[i].getparent() for i in said)
    return around | frozenset(box for i in _told_hidden(view) if (box := _box_of_hint(view, i)) is not None)


def _is_summed(view: View, index: int) -> bool:
    return _SUMMARY.search(view.lines[index].text) is not None


def _told_hidden(view: View) -> Iterator[int]:
    """The lines that say so when a button is pressed."""
    for index in (b.index for b in view.blocks if b.hidden and _is_summed(view, b.index)):
        hit = notice_of(view.lines[index])
        if hit is not None and hit.rule == "machine_translated":
            yield index


def _box_of_hint(view: View, index: int) -> Any:
    """The nearest element around a hidden line that has other lines: few, and none of them read."""
    for box in islice(view.page.elements[index].iterancestors(), _LEVELS):
        lines = few_inside(view, index, box, _MOST_SUMMED)
        if lines is None:
            return None
        seen = [i for i in lines if not view.blocks[i].hidden]
        if seen:
            return None if any(view.in_reading[i] for i in seen) else box
    return None


def _verdict(view: View, index: int, summed: frozenset[Any], tags: frozenset[str]) -> Verdict | None:
    block = view.blocks[index]
    called = _called(block.path)
    if summed and not summed.isdisjoint(view.page.elements[index].iterancestors()):
        return dropped("machine_summary", Reason.NOTICE, "in the element of a summary made by a machine")
    if called is None or (block.kind is Kind.HEADING and called[0] != "machine_summary"):
        return None
    # Some pages have their tags in buttons named so, and the subject above the headline.
    if called[0] == "cta_box" and (
        view.lines[index].key in tags or _is_subject(view, index) or _is_styled(view, index)
    ):
        return None
    return dropped(called[0], called[1], f"inside markup named '{called[2]}'")


def _is_subject(view: View, index: int) -> bool:
    """Whether a line stands right above the headline, in an element of a subject."""
    below = view.verdicts.get(index + 1)
    heads = below is not None and below.kind is Kind.TITLE
    return heads and _SUBJECT.search(path_end(view.blocks[index].path, _NEAR)) is not None


def _is_styled(view: View, index: int) -> bool:
    """Whether a few words that are not read only look like a call: an entry of a menu or a list."""
    line, block = view.lines[index], view.blocks[index]
    sentence = line.sentence and not line.text.endswith(_DOTS)
    if view.in_reading[index] or sentence or size(line) > _BUTTON_WORDS:
        return False
    told = of_box(reversed(last_steps(block.path, _TOLD)))
    if told is not None and told[0] in ("promo_box", "share_box", "ad_box"):
        return False
    linked = block.link_density >= _LINKED
    framed, listed = _in_menu(block.path), _ITEM.search(block.path) is not None
    own = linked and _CTA_STEP.search(_near(block.path)) is not None
    if not framed and not (own and (listed or is_label(line) or (told is not None and told[0] == "tags"))):
        return False
    asks = bool(line.words) and line.words[0] in (OFFERS if framed else ASKS | OFFERS)
    return not asks and promo_of(line, block.link_density) is None and not _PRICED.search(line.text)


@lru_cache(_PATHS)
def _in_menu(path: str) -> bool:
    """Whether a path leads through a menu or to a link of the page's head, by tags or by names.

    >>> _in_menu("body/nav/a.cta"), _in_menu("body/div.site-nav/a.cta"), _in_menu("body/header/div.cta/p")
    (True, True, False)
    """
    if any(frame_of(step) == "menu" for step in above(path)):
        return True
    near = path_end(path, _AROUND)
    return MENU_NAMED.search(near) is not None or _HEAD.search(near) is not None


def _near(path: str) -> str:
    return path_end(path, _NEAR)


@lru_cache(_PATHS)
def _called(path: str) -> tuple[str, Reason, str] | None:
    """The rule, the reason and the name of the box that a path ends in.

    >>> _called("body/div.a/p.small-disclaimer")
    ('disclaimer_box', <Reason.NOTICE: 'notice'>, 'disclaimer')
    """
    near = _near(path)
    if not any(part in near.lower() for part in _PARTS):
        return None
    hits = ((rule, reason, name.search(near)) for name, reason, rule in _NAMES)
    return next(((rule, reason, hit[0]) for rule, reason, hit in hits if hit is not None), None)
