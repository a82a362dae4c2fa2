"""Verdicts that the place of a line overrules: in a card of another story, or in a menu.

Line by line, the days, writers and sections of a row of cards look like bylines, labels and biographies, and
some would give the story a wrong day or writer; together they are what leads to other stories.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import Any, Final

from copydesk.extract.paths import tags_of
from copydesk.judge.boxes import few_inside, holds, own_box
from copydesk.judge.promos.links import LINE_WORDS
from copydesk.judge.promos.story_links import leads_to_story
from copydesk.judge.shape import is_prose, is_stamp
from copydesk.judge.view import View
from copydesk.model import READING, Reason, Verdict, dropped
from copydesk.text import Line, key

# So many cards are a row, none of which has more lines; two may be the story before and the one behind.
_CARDS: Final = 3
_MOST: Final = 8
_WHOLLY: Final = 0.9
# One that stands alone is smaller, and its lines are so near to one another.
_FEW: Final = 4
_LEVELS: Final = 6
_LINKED: Final = 0.5
# A link to all that an author wrote has so many words more than the name.
_BESIDE_NAME: Final = 5
# What such a line looks like.
_OF_STORIES: Final = frozenset({Reason.BYLINE, Reason.SECTION_LABEL, Reason.AUTHOR_BIO, Reason.CAPTION})
_LABELS: Final = frozenset({"tags", "label"})
_OF_A_CARD: Final = dropped(
    "card", Reason.PROMO, "in a card, one of a row, with the linked headline of another story"
)
# A link of a menu heads nothing, whatever it is called: "Comment", "Advertising", "Video: arts".
HEADS: Final = frozenset({"comments_heading", "ad_label", "related_line", "related_heading", "image_label"})
_MENU: Final = re.compile(r"(?:^|/)nav(?:[.#/]|$)")
_OF_A_MENU: Final = dropped("menu", Reason.NAVIGATION, "a link inside 'nav' markup")
# The page's frame is named by its elements.
_FRAME: Final = re.compile(r"(?:^|/)(?:nav|footer)(?:[.#/]|$)")


def card_lines(view: View) -> frozenset[int]:
    """The lines that stand with linked headlines in rows of cards of which the reading has nothing."""
    rows: dict[str, list[int]] = {}
    for index in () if view.pasted or not view.in_reading else _headlines(view):
        rows.setdefault(tags_of(view.blocks[index].path), []).append(index)
    alone = (_alone(view, head) for heads in rows.values() for head in heads)
    return frozenset(chain(chain.from_iterable(_row(view, heads) for heads in rows.values()), *alone))


def in_place(view: View, verdicts: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """Verdicts, with those that take a line of a card or a menu for one of the story made what these are."""
    return {i: _settled(view, i, verdict) for i, verdict in verdicts.items()}


def _settled(view: View, index: int, verdict: Verdict) -> Verdict:
    if index in view.cards and _is_about_story(verdict):
        return _OF_A_CARD
    block = view.blocks[index]
    if verdict.rule in HEADS and block.link_density >= _WHOLLY and _MENU.search(block.path):
        return _OF_A_MENU
    return verdict


def _is_about_story(verdict: Verdict) -> bool:
    if verdict.stage == READING:
        # What names the page's own author may be how to reach them.
        return verdict.reason is Reason.BYLINE and verdict.rule != "names_author"
    judged = verdict.stage == _OF_A_CARD.stage
    return judged and (verdict.reason in _OF_STORIES or verdict.rule in _LABELS)


def _headlines(view: View) -> Iterator[int]:
    """The links as long as headlines that are not read, outside of the frame and not to its authors."""
    authors = [name for each in view.declared.values("authors") if (name := key(each))]
    for block in view.blocks:
        line = view.lines[block.index]
        if block.hidden or view.in_reading[block.index] or block.link_density < _WHOLLY:
            continue
        if line.word_count not in LINE_WORDS or _FRAME.search(block.path):
            continue
        if not any(_leads_to(line, name) for name in authors):
            yield block.index


def _leads_to(line: Line, name: str) -> bool:
    """Whether a link says little more than somebody's name: "View all posts by Ada Example"."""
    return f" {name} " in f" {line.key} " and len(line.words) <= len(name.split()) + _BESIDE_NAME


def _alone(view: View, head: int) -> range:
    """The lines of a card that stands alone, from the story on: a headline, and a day or a writer below."""
    below = head + 1
    if below >= len(view.blocks) or not leads_to_story(view, head):
        return range(0)
    line, block = view.lines[below], view.blocks[below]
    if view.in_reading[below] or block.link_density >= _LINKED or not is_stamp(line):
        return range(0)
    if not any(view.in_reading[i] and is_prose(view.lines[i]) for i in range(head)):
        return range(0)
    around = islice(view.page.elements[below].iterancestors(), _LEVELS)
    box = next((one for one in around if holds(one, view.page.elements[head])), None)
    card = None if box is None else few_inside(view, head, box, _FEW)
    return range(0) if card is None or any(view.in_reading[i] for i in card) else card


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
