"""Verdicts that the place of a line overrules: in a card of another story, or in a menu.

Line by line, the days, writers and sections of a row of cards look like bylines, labels and biographies, and
some would give the story a wrong day or writer; together they are what leads to other stories.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, Final

from copydesk.extract.paths import tags_of
from copydesk.judge.boxes import few_inside, own_box
from copydesk.judge.links import LINE_WORDS
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped

# So many cards are a row, none of which has more lines; two may be the story before and the one behind.
_CARDS: Final = 3
_MOST: Final = 8
_WHOLLY: Final = 0.9
# What such a line looks like.
_OF_STORIES: Final = frozenset({Reason.BYLINE, Reason.SECTION_LABEL, Reason.AUTHOR_BIO, Reason.CAPTION})
_LABELS: Final = frozenset({"tags", "label"})
_OF_A_CARD: Final = dropped(
    "card", Reason.PROMO, "in a card, one of a row, with the linked headline of another story"
)
# A link of a menu heads nothing, whatever it is called: "Comment", "Advertising", "Video: arts".
_HEADS: Final = frozenset({"comments_heading", "ad_label", "related_line", "related_heading", "image_label"})
_MENU: Final = re.compile(r"(?:^|/)nav(?:[.#/]|$)")
_OF_A_MENU: Final = dropped("menu", Reason.NAVIGATION, "a link inside 'nav' markup")
# The page's frame is named by its elements.
_FRAME: Final = re.compile(r"(?:^|/)(?:nav|footer)(?:[.#/]|$)")


def card_lines(view: View) -> frozenset[int]:
    """The lines that stand with linked headlines in rows of cards of which the reading has nothing."""
    rows: dict[str, list[int]] = {}
    for index in () if view.pasted or not view.in_reading else _headlines(view):
        rows.setdefault(tags_of(view.blocks[index].path), []).append(index)
    return frozenset(chain.from_iterable(_row(view, heads) for heads in rows.values()))


def in_place(view: View, verdicts: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """Verdicts, with those that take a line of a card or a menu for one of the story made what these are."""
    return {i: _settled(view, i, verdict) for i, verdict in verdicts.items()}


def _settled(view: View, index: int, verdict: Verdict) -> Verdict:
    if index in view.cards and _is_about_story(verdict):
        return _OF_A_CARD
    block = view.blocks[index]
    if verdict.rule in _HEADS and block.link_density >= _WHOLLY and _MENU.search(block.path):
        return _OF_A_MENU
    return verdict


def _is_about_story(verdict: Verdict) -> bool:
    judged = verdict.stage == _OF_A_CARD.stage
    return judged and (verdict.reason in _OF_STORIES or verdict.rule in _LABELS)


def _headlines(view: View) -> Iterator[int]:
    """The links as long as headlines that are not read, but for those of the page's frame."""
    for block in view.blocks:
        if block.hidden or view.in_reading[block.index] or block.link_density < _WHOLLY:
            continue
        if view.lines[block.index].word_count in LINE_WORDS and not _FRAME.search(block.path):
            yield block.index


def _row(view: View, heads: list[int]) -> Iterator[int]:
    """The lines of a row of cards, if it is one."""
    if len(heads) < _CARDS:
        return
    row = {view.page.elements[i] for i in heads}
    cards = [card for head in heads if (card := _card(view, head, row))]
    if len(cards) >= _CARDS:
        yield from chain.from_iterable(cards)


def _card(view: View, head: int, row: set[Any]) -> range | None:
    """The lines of the largest element around a headline that has no other of its row; None if it is more."""
    box = own_box(view.page.elements[head], row)
    card = None if box is None else few_inside(view, head, box, _MOST)
    if card is None or len(card) < 2 or any(view.in_reading[i] for i in card):
        return None
    return card
