"""Cards below a heading that leads to other stories: each a heading, with a link and a few lines to it."""

from __future__ import annotations

from itertools import groupby, islice
from typing import Any, Final

from copydesk.extract.paths import place
from copydesk.judge.boxes import few_inside, holds
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped

# How many elements above the heading are looked through for the box that its cards are in.
_LEVELS: Final = 4
# Longer boxes are parts of the story; fewer cards are no row.
_MOST: Final = 60
_CARDS: Final = 2
# What a card says of its story is no longer, and most of what is read stands outside.
_CARD_WORDS: Final = 60
_SHARE: Final = 0.25
# So many pictures with a heading below them, and no text, are a row.
_ROW: Final = 3


def words_read(view: View) -> int:
    """How many words of a page are read."""
    return sum(size(line) for line, inside in zip(view.lines, view.in_reading, strict=False) if inside)


def cards_below(view: View, heading: int, phrase: str, read: int) -> dict[int, Verdict]:
    """The lines of the row of cards below a heading, in one box with it. `read` words are read."""
    if view.blocks[heading].kind is not Kind.HEADING or not view.page.elements:
        return {}
    box, lines = _box(view, heading)
    heads = [i for i in lines if view.blocks[i].kind is Kind.HEADING]
    if len(heads) < _CARDS or lines[0] != heads[0] or not _are_alike(view, heading, heads):
        return {}
    short = all(size(view.lines[i]) <= _CARD_WORDS for i in lines)
    links = sum(1 for _ in islice(box.iter("a"), len(heads)))
    own = sum(size(view.lines[i]) for i in lines if view.in_reading[i])
    if not short or links < len(heads) or own > _SHARE * read:
        return {}
    told = f"in one of {len(heads)} cards in the box headed {phrase!r}"
    return {i: dropped("related_card", Reason.PROMO, told) for i in lines if i not in view.verdicts}


def _box(view: View, heading: int) -> tuple[Any, list[int]]:
    """The nearest element that holds a heading and more, and its lines that are seen below the heading."""
    elements = view.page.elements
    if heading + 1 < len(elements):
        for box in islice(elements[heading].iterancestors(), _LEVELS):
            if not holds(box, elements[heading + 1]):
                continue
            inside = few_inside(view, heading, box, _MOST)
            if inside is None or inside[0] != heading:
                break
            return box, [i for i in inside if i != heading and not view.blocks[i].hidden]
    return None, []


def _are_alike(view: View, heading: int, heads: list[int]) -> bool:
    """Whether headings stand in places alike, and below the one above them."""
    places = {place(view.blocks[i].path) for i in heads}
    return len(places) == 1 and all(view.blocks[i].level > view.blocks[heading].level for i in heads)


def picture_cards(view: View) -> dict[int, Verdict]:
    """Rows of headings that head nothing, each in an element of its own with a picture: ways to elsewhere."""
    found: dict[int, Verdict] = {}
    heads = [
        b.index for b in view.blocks if b.kind is Kind.HEADING and not b.hidden and _is_open(view, b.index)
    ]
    # Headings next to one another are as far apart as their places among the headings.
    for _, row in groupby(enumerate(heads), key=lambda at: at[1] - at[0]):
        places: dict[str, list[int]] = {}
        for _, index in row:
            places.setdefault(place(view.blocks[index].path), []).append(index)
        for alike in places.values():
            if len(alike) >= _ROW and all(_is_picture_card(view, i) for i in alike):
                said = f"one of {len(alike)} headings in a row, each beside a picture and above nothing"
                found |= {i: dropped("picture_card", Reason.PROMO, said) for i in alike}
    return found


def _is_open(view: View, index: int) -> bool:
    return view.in_reading[index] and index not in view.verdicts


def _is_picture_card(view: View, index: int) -> bool:
    box = view.page.elements[index].getparent()
    alone = few_inside(view, index, box, 1)
    return alone is not None and next(box.iter("img", "picture"), None) is not None
