"""Bylines and days that stand in cards of other stories, known once all lines of the page are.

What leads to another story is told by its link, its heading or the box it is in, often later than a line of
names and dates is read. The nearest box around such a line that holds another headline, and nothing of this
story, is that headline's card.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from copydesk.extract.paths import place
from copydesk.judge.boxes import few_inside, own_box
from copydesk.judge.edges import Edges, edges_of
from copydesk.judge.left_out.listed import is_kept
from copydesk.judge.promos.links import LINE_WORDS
from copydesk.judge.shape import is_stamp, size
from copydesk.judge.site_fields import STAGE
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped
from copydesk.text import key

# A card has no more lines, and is so near around them.
_MOST: Final = 8
_LEVELS: Final = 6
# What two cards have alike is no byline of the story. So many boxes alike with a day each are a row of cards,
# also where nothing tells what their headlines are.
_ALIKE: Final = 2
_ROW: Final = 3
# The byline of a story whose headline is not known stands so close above its first paragraph.
_ABOVE: Final = 6
_COUNT_WORDS: Final = 3
# A headline is a heading, or so much of it is a link: a label may stand before it.
_LINKED: Final = 0.4
# What tells that a line leads to another story; buttons and calls have rules of their own.
_STORIES: Final = frozenset(
    {
        *("other_stories", "related_list", "related_card", "related_line", "link_list", "headline_row"),
        *("teaser_card", "picture_card", "card"),
    }
)
# ... and that a heading does.
_HEADINGS_OF_STORIES: Final = frozenset({"link_line", "link", "boxed"})
# What the lines of cards are.
_IN_CARDS: Final = _STORIES | {"between", "boxed"}
# The times of a live blog's posts are of this story.
_POSTS: Final = frozenset({"post_time", "post_byline"})
# Boxes with these are the author's, or hold what readers wrote.
_OTHERS: Final = frozenset({Reason.AUTHOR_BIO, Reason.COMMENTS, Reason.CREDIT})

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# The rules of lines that stand among readers' comments by their markup.
_COMMENTS: Final = frozenset({"comments_box", "comments_element"})


@dataclass(frozen=True, slots=True)
class _Page:
    """A page with all its verdicts, and the lines that are headlines of other stories."""

    view: View
    edges: Edges
    heads: frozenset[int]


def in_cards(view: View, verdicts: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """Verdicts, with bylines and days in cards of other stories made part of the card."""
    lines = sorted(i for i, verdict in verdicts.items() if _may_be_of_others(verdict))
    if view.pasted or not view.in_reading or not lines:
        return dict(verdicts)
    page = _Page(view, edges_of(view), _headlines(view))
    found = _of_cards(page, lines)
    found |= {i: said for i in lines if i not in found and (said := _of_comment(page, i)) is not None}
    found |= _rows(page, [i for i in lines if i not in found])
    return {**verdicts, **found, **_fellows(page, lines, {**verdicts, **found})}


def _may_be_of_others(verdict: Verdict) -> bool:
    """Whether a line is a byline by its looks, and not by what is known of the site."""
    return verdict.reason is Reason.BYLINE and verdict.rule not in _POSTS and verdict.stage != STAGE


def _headlines(view: View) -> frozenset[int]:
    """The lines that lead to other stories and are as long as headlines."""
    titles = {title for value in view.declared.values("title") if (title := key(value))}
    found = (i for i, verdict in view.verdicts.items() if _is_headline(view, i, verdict))
    return frozenset(i for i in found if view.lines[i].key not in titles)


def _is_headline(view: View, index: int, verdict: Verdict) -> bool:
    block, line = view.blocks[index], view.lines[index]
    if verdict.reason is not Reason.PROMO or block.hidden:
        return False
    heading = block.kind is Kind.HEADING
    told = verdict.rule in _STORIES or (heading and verdict.rule in _HEADINGS_OF_STORIES)
    return told and (heading or block.link_density >= _LINKED) and size(line) in LINE_WORDS


def _of_cards(page: _Page, lines: list[int]) -> dict[int, Verdict]:
    """The bylines that have a headline in their nearest box, and nothing that is read.

    What counts as the story's own byline by its place is of a card only if there is another card like it.
    """
    cards = {i: card for i in lines if (card := _card(page, i)) is not None}
    alike: dict[str, set[range]] = {}
    for index, card in cards.items():
        alike.setdefault(place(page.view.blocks[index].path), set()).add(card)
    found: dict[int, Verdict] = {}
    for index, card in cards.items():
        own = any(page.view.verdicts[i].facts for i in card if i in cards)
        if not own or len(alike[place(page.view.blocks[index].path)]) >= _ALIKE:
            head = next(i for i in card if i in page.heads)
            said = f"in one box with the headline of another story: '{page.view.blocks[head].text[:40]}'"
            found[index] = dropped("card", Reason.PROMO, said)
    return found


def _card(page: _Page, index: int) -> range | None:
    """The lines of the nearest box around a byline with a headline, if it has that one alone."""
    view = page.view
    if _is_at_headline(page.edges, index):
        return None
    for box in islice(view.page.elements[index].iterancestors(), _LEVELS):
        lines = few_inside(view, index, box, _MOST)
        if lines is None or not _is_apart(view, lines):
            return None
        heads = {_headline_of(view, i) for i in lines if i in page.heads}
        if heads:
            return lines if len(heads) == 1 else None
    return None


def _is_at_headline(edges: Edges, index: int) -> bool:
    """Whether a line stands where the story's own byline does; a page's headline may go unrecognised."""
    unknown = edges.title is None or edges.title > edges.first
    return edges.above_story(index) or (unknown and edges.first - _ABOVE <= index < edges.first)


def _is_apart(view: View, lines: Collection[int]) -> bool:
    """Whether lines are neither the story's, nor about its author, nor comments on it."""
    # How many comments a story has stands in its card.
    told = [i for i in lines if i in view.verdicts and not _is_count(view, i)]
    reasons = {view.verdicts[i].reason for i in told}
    return not any(is_kept(view, i) for i in lines) and _OTHERS.isdisjoint(reasons)


def _is_count(view: View, index: int) -> bool:
    few = size(view.lines[index]) <= _COUNT_WORDS
    return few and view.verdicts[index].reason is Reason.COMMENTS


def _headline_of(view: View, index: int) -> Any:
    """The heading, or else the link, that a line is or stands in: a kicker is in one with its headline."""
    element = view.page.elements[index]
    near = [element, *islice(element.iterancestors(), _LEVELS)]
    heading = next((one for one in near if one.tag in _HEADINGS), None)
    return heading if heading is not None else next((one for one in near if one.tag == "a"), element)


def _of_comment(page: _Page, index: int) -> Verdict | None:
    """The verdict on a line behind the story whose nearest box with other lines is of a reader's comment."""
    view = page.view
    if not page.edges.behind(index):
        return None
    for box in islice(view.page.elements[index].iterancestors(), _LEVELS):
        lines = few_inside(view, index, box, _MOST)
        if lines is None or any(is_kept(view, i) for i in lines):
            return None
        others = [view.verdicts[i] for i in lines if i != index and i in view.verdicts]
        shown = [v for v in others if v.reason not in (Reason.HIDDEN, Reason.BYLINE)]
        if shown:
            commented = all(v.rule in _COMMENTS for v in shown)
            said = "in one box with readers' comments"
            return dropped("comments_box", Reason.COMMENTS, said) if commented else None
    return None


def _rows(page: _Page, lines: list[int]) -> dict[int, Verdict]:
    """The lines of rows of boxes behind the story, each with a day and a line as long as a headline."""
    rows: dict[str, list[int]] = {}
    for index in sorted(lines):
        if page.edges.behind(index):
            rows.setdefault(place(page.view.blocks[index].path), []).append(index)
    found: dict[int, Verdict] = {}
    for row in (row for row in rows.values() if len(row) >= _ROW):
        elements = {page.view.page.elements[i] for i in row}
        cards = [card for i in row if (card := _row_card(page.view, i, elements)) is not None]
        if len(cards) >= _ROW:
            said = f"one of {len(cards)} boxes alike behind the story, with a day and a headline each"
            found |= {i: dropped("card", Reason.PROMO, said) for card in cards for i in card}
    return found


def _fellows(page: _Page, lines: list[int], verdicts: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """The bylines behind the story in places where others are of cards, whatever their own headline is."""
    places: dict[str, list[int]] = {}
    for index, verdict in verdicts.items():
        if verdict.rule in _IN_CARDS and verdict.reason is Reason.PROMO and page.edges.behind(index):
            places.setdefault(place(page.view.blocks[index].path), []).append(index)
    found: dict[int, Verdict] = {}
    for index in (i for i in lines if verdicts[i].reason is Reason.BYLINE and page.edges.behind(i)):
        fellows = places.get(place(page.view.blocks[index].path), [])
        if sum(is_stamp(page.view.lines[i]) for i in fellows) >= _ALIKE:
            said = f"in a place as {len(fellows)} other lines of cards are"
            found[index] = dropped("card", Reason.PROMO, said)
    return found


def _row_card(view: View, index: int, row: set[Any]) -> list[int] | None:
    """The lines of a row's box that nothing else tells, if one is as long as a headline and none is read."""
    box = own_box(view.page.elements[index], row)
    lines = None if box is None else few_inside(view, index, box, _MOST)
    if lines is None or not _is_apart(view, lines):
        return None
    others = [i for i in lines if i != index and not view.blocks[i].hidden]
    if sum(size(view.lines[i]) in LINE_WORDS for i in others) != 1:
        return None
    return [index, *(i for i in others if _is_outside(view, i))]


def _is_outside(view: View, index: int) -> bool:
    verdict = view.verdicts.get(index)
    return verdict is None or verdict.reason is Reason.OUTSIDE
