"""Headings that the reading kept over nothing but links, or the answers of a poll."""

from __future__ import annotations

from itertools import islice
from typing import Final

from copydesk.extract.tables import word_set
from copydesk.judge.boxes import few_inside, holds
from copydesk.judge.left_out.listed import MORE, is_kept
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped

# The rules of lines that lead elsewhere, and of those among them that sell.
_SELLS: Final = frozenset({"price", "shop", "product_box"})
_LEADS: Final = _SELLS | {
    "related_heading",
    "related_list",
    "related_line",
    "link_list",
    "link_line",
    "link",
    "other_stories",
    "button",
    "action",
    "cta_box",
}
_POLL: Final = {"poll"}
# What may stand between them.
_BESIDE: Final = frozenset({"count", "separator", "residue"})
# What such a heading says.
_LINKS: Final = MORE | word_set("link links buy related shop kaufen acheter")
_MOST_WORDS: Final = 12
# The box of a thing sold is so near, and has no more lines.
_LEVELS: Final = 4
_MOST_IN_BOX: Final = 12
# What is sold has a longer name than a heading of links.
_MOST_SOLD_WORDS: Final = 20


def judge(view: View) -> dict[int, Verdict]:
    """Drop the headings of marked-up pages over links alone, where they say so or what is linked is sold, and
    the question of a poll."""
    if view.pasted:
        return {}
    found: dict[int, Verdict] = {}
    for index in view.open():
        if view.blocks[index].kind is Kind.HEADING and view.in_reading[index]:
            verdict = _verdict(view, index, _rules_below(view, index))
            if verdict is not None:
                found[index] = verdict
    return found


def _verdict(view: View, index: int, rules: set[str] | None) -> Verdict | None:
    """What a heading is below which nothing stays, by the rules of what is dropped there."""
    if rules == _POLL:
        return dropped("poll", Reason.TEMPLATE, "asks what the answers of a poll are to")
    said = _says(view, index, rules)
    return None if said is None else dropped("over_links", Reason.PROMO, said)


def _says(view: View, index: int, rules: set[str] | None) -> str | None:
    """What a heading with links alone below is, or None."""
    if rules is None or not rules <= _LEADS | _BESIDE or rules <= _BESIDE:
        return None
    line = view.lines[index]
    if not _LINKS.isdisjoint(line.words) and size(line) <= _MOST_WORDS:
        return "a heading of links, and nothing else below it"
    if not rules.isdisjoint(_SELLS) and size(line) <= _MOST_SOLD_WORDS and _has_own_box(view, index):
        return "names a thing, and below it is only where it is sold"
    return None


def _has_own_box(view: View, index: int) -> bool:
    """Whether the heading and the line below it share a box in which nothing else stays."""
    elements = view.page.elements
    for box in islice(elements[index].iterancestors(), _LEVELS):
        if holds(box, elements[index + 1]):
            lines = few_inside(view, index, box, _MOST_IN_BOX)
            return lines is not None and not any(i != index and is_kept(view, i) for i in lines)
    return False


def _rules_below(view: View, index: int) -> set[str] | None:
    """The rules by which all that a reader sees below a heading was dropped, up to the next one of its level
    or a higher one; None if anything of it stays."""
    rules: set[str] = set()
    for below in view.below(index):
        block, verdict = view.blocks[below], view.verdicts.get(below)
        if is_kept(view, below):
            ends = block.kind is Kind.HEADING and block.level <= view.blocks[index].level
            return rules if ends else None
        if verdict is None:
            return None
        if block.kind is Kind.HEADING and block.level <= view.blocks[index].level and rules:
            return rules
        rules.add(verdict.rule)
    return rules
