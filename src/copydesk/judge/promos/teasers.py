"""Rows of cards that tease other stories, each a linked headline and the first words of its story.

An excerpt is prose as the story's own is, and a list of things may have linked headings too; what tells a
teaser is that it is cut off, or bears the day its story was published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from copydesk.extract.paths import place
from copydesk.judge.boxes import few_inside, inside, own_box
from copydesk.judge.promos.links import LINE_WORDS
from copydesk.judge.shape import PROSE_WORDS, is_prose, is_stamp, size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped

# Of 1,194 labelled pages five have so many such cards of which the keeper takes an excerpt for the story: on
# four none of it is; the fifth is a list of events, with others between the cards.
_CARDS: Final = 3
_STORY: Final = 100
_WHOLLY: Final = 0.95
# Where fewer headings of a row have one excerpt each, the row is a story with linked headings.
_MOSTLY: Final = 0.6
_LINKS: Final = 0.5
# Blocks of a card: headline, labels, day, excerpt, "read more".
_MOST: Final = 8
_NAME: Final = "teaser"
_NEAR: Final = 3
_DAY_WORDS: Final = 6
_CUT_OFF: Final = re.compile(r"(?:\.\.\.|…)[\W]{0,3}$")


@dataclass(frozen=True, slots=True)
class _Card:
    """The blocks of a card, and which of them is its excerpt."""

    blocks: tuple[int, ...]
    excerpt: int


def judge(view: View) -> dict[int, Verdict]:
    """Drop the cards of other stories where the reading has kept some of their excerpts."""
    rows: dict[str, list[int]] = {}
    for index in () if view.pasted else _headlines(view):
        rows.setdefault(place(view.blocks[index].path), []).append(index)
    found: dict[int, Verdict] = {} if view.pasted else _in_named(view)
    for heads in rows.values():
        if len(heads) >= _CARDS and any(_leads_prose(view, i) for i in heads):
            found |= _row(view, heads)
    return found


def _in_named(view: View) -> dict[int, Verdict]:
    """The excerpts in elements named teasers, below a linked headline, if the reading has few of them."""
    found: dict[int, Verdict] = {}
    left = 0
    for index in view.open():
        block = view.blocks[index]
        if "teaser" not in block.path or block.kind is not Kind.PARAGRAPH:
            continue
        near = islice(view.page.elements[index].iterancestors(), _NEAR)
        box = next((element for element in near if _is_named(element)), None)
        card = None if box is None else few_inside(view, index, box, _MOST)
        if card is None or not _is_excerpt(view, index, card):
            continue
        if view.in_reading[index]:
            found[index] = dropped("teaser_card", Reason.PROMO, "in a teaser, below its linked headline")
        else:
            left += 1
    return found if len(found) <= left else {}


def _is_named(element: Any) -> bool:
    return _NAME in (element.get("class") or "").split()


def _is_excerpt(view: View, index: int, card: range) -> bool:
    """Whether a line is the only prose of a card, below its linked headline."""
    heads = [i for i in card if view.blocks[i].kind is Kind.HEADING]
    linked = [i for i in heads if i < index and view.blocks[i].link_density >= _WHOLLY]
    alone = sum(size(view.lines[i]) >= PROSE_WORDS and i not in heads for i in card) == 1
    return len(heads) == len(linked) == 1 and alone


def _headlines(view: View) -> Iterator[int]:
    """The headings that are links as long as headlines are."""
    for block in view.blocks:
        heading = block.kind is Kind.HEADING and not block.hidden
        linked = heading and (block.link_density >= _WHOLLY or _linked_above(view, block.index))
        if linked and view.lines[block.index].word_count in LINE_WORDS:
            yield block.index


def _linked_above(view: View, index: int) -> bool:
    """Whether the line above a heading is a link in the same words: that of the card's picture."""
    above = view.blocks[index - 1] if index else None
    linked = above is not None and above.link_density >= _WHOLLY
    return linked and view.lines[index - 1].key == view.lines[index].key


def _leads_prose(view: View, head: int) -> bool:
    """Whether right below a heading stands prose that the reading keeps."""
    below = range(head + 1, min(head + _MOST, len(view.blocks)))
    return any(view.in_reading[i] and i not in view.verdicts and is_prose(view.lines[i]) for i in below)


def _row(view: View, heads: list[int]) -> dict[int, Verdict]:
    """What the cards of a row of headings are: teasers, if half of them say so and the story is elsewhere."""
    row = {view.page.elements[i] for i in heads}
    cards = [card for head in heads if (card := _card(view, head, row)) is not None]
    told = sum(_is_teaser(view, card) for card in cards)
    if len(cards) < max(_CARDS, _MOSTLY * len(heads)) or 2 * told < len(cards):
        return {}
    inside = {i for card in cards for i in card.blocks}
    story = [i for i in _story(view) if i not in inside]
    beside = [i for i in story if not min(inside) < i < max(inside)]
    if len(beside) < len(story) or sum(size(view.lines[i]) for i in beside) < _STORY:
        return {}
    said = (
        f"in one of {len(cards)} cards, with linked headlines and excerpts, {told} of them cut off or dated"
    )
    return {i: dropped("teaser_card", Reason.PROMO, said) for i in sorted(inside) if i not in view.verdicts}


def _card(view: View, head: int, row: set[Any]) -> _Card | None:
    """The largest element around a heading that has no other of its row, if it holds one excerpt."""
    elements = view.page.elements
    box = own_box(elements[head], row)
    blocks = tuple(inside(view, head, elements[head] if box is None else box))
    prose = [i for i in blocks if size(view.lines[i]) >= PROSE_WORDS and i != head]
    excerpts = [i for i in prose if view.blocks[i].link_density <= _LINKS]
    return _Card(blocks, excerpts[0]) if len(excerpts) == 1 and len(blocks) <= _MOST else None


def _is_teaser(view: View, card: _Card) -> bool:
    """Whether the excerpt is cut off, a day stands beside it or its headline is there twice."""
    if any(_linked_above(view, i) for i in card.blocks):
        return True
    if _CUT_OFF.search(view.lines[card.excerpt].text):
        return True
    lines = (view.lines[i] for i in card.blocks if i != card.excerpt)
    return any(line.word_count <= _DAY_WORDS and is_stamp(line) for line in lines)


def _story(view: View) -> Iterator[int]:
    """The prose that the reading keeps."""
    return (i for i in view.open() if view.in_reading[i] and is_prose(view.lines[i]))
