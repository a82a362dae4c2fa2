"""One card with another story: its linked headline is left out, and its excerpt is not."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any, Final

from copydesk.judge.boxes import few_inside, holds, inside
from copydesk.judge.left_out.around import is_linked_headline
from copydesk.judge.left_out.listed import is_kept
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped

_LINKS: Final = 0.5
# An excerpt is no longer, and a card has no more blocks, no further up.
_WORDS: Final = 70
_BLOCKS: Final = 8
_LEVELS: Final = 4
# Linked headings with a text each are a list, too: only a box that is named so is a card.
_CARD: Final = re.compile(
    r"teaser|related|promo|recommend|read-?more|inline-?(?:link|article)", re.IGNORECASE
)


# Under "Read more" a card needs no name: it has a picture and so many lines.
_LISTS: Final = frozenset({"related_list"})
_FEW: Final = 4
_PICTURES: Final = ("img", "picture", "amp-img")


def judge(view: View) -> dict[int, Verdict]:
    """Drop what is alone in its box with the linked headline of another story, which is left out."""
    found: dict[int, Verdict] = {}
    for index in () if view.pasted else view.open():
        if view.in_reading[index] and (head := _headline_above(view, index)) is not None:
            said = f"in one box with {view.lines[head].text[:50]!r}, a link that is left out"
            found[index] = dropped("excerpt", Reason.PROMO, said)
    return found


def _headline_above(view: View, index: int) -> int | None:
    """The linked headline right above an excerpt, in a box where nothing else is kept; None if it is none."""
    block, line = view.blocks[index], view.lines[index]
    if block.kind not in (Kind.PARAGRAPH, Kind.LIST_ITEM) or block.link_density > _LINKS:
        return None
    head = next(view.above(index), None)
    if head is None or line.word_count > _WORDS or is_kept(view, head) or not is_linked_headline(view, head):
        return None
    elements = view.page.elements
    around = islice(elements[index].iterancestors(), _LEVELS)
    box = next((box for box in around if holds(box, elements[head])), None)
    if box is None or not (_CARD.search(box.get("class") or "") or _is_listed(view, head, box)):
        return None
    others = [i for i in inside(view, index, box) if i != index]
    return None if len(others) >= _BLOCKS or any(is_kept(view, i) for i in others) else head


def _is_listed(view: View, head: int, box: Any) -> bool:
    """Whether a box is a card by its picture and headline, which stands in a list of other stories."""
    verdict = view.verdicts.get(head)
    if verdict is None or verdict.rule not in _LISTS or view.blocks[head].kind is not Kind.HEADING:
        return False
    lines = few_inside(view, head, box, _FEW)
    return lines is not None and next(box.iter(*_PICTURES), None) is not None
