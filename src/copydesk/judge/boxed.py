"""Left-out lines told by the company they keep: the lines in one box with them, and headings in rows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import chain, islice
from typing import Final

from copydesk.extract.restore import place
from copydesk.judge.around import Named
from copydesk.judge.boxes import few_inside, holds
from copydesk.judge.edges import Edges
from copydesk.judge.listed import is_kept
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict

# How far up a box is looked for, and how many lines it has at most.
_LEVELS: Final = 5
_MOST_LINES: Final = 40
# What all lines of a box can be. Bylines and labels stand beside much else.
_SORTS: Final = frozenset(
    {
        Reason.PROMO,
        Reason.NAVIGATION,
        Reason.COMMENTS,
        Reason.NOTICE,
        Reason.CREDIT,
        Reason.CAPTION,
        Reason.AUTHOR_BIO,
        Reason.DUPLICATE,
    }
)
# These say nothing of the lines beside them.
_SILENT: Final = frozenset({Reason.HIDDEN, Reason.TEMPLATE, Reason.OUTSIDE})
# The rules of labels that stand with headlines of other stories.
_LABELS: Final = frozenset({"tags", "label", "trail", "breadcrumb"})
# Longer lines are no part of a menu, whatever stands beside them.
_MENU_WORDS: Final = 12
# The rules of lines that head a list.
_HEADS: Final = frozenset({"sources", "short_version", "other_stories", "heads"})
# Buttons and labels stand in boxes of any sort that are no longer than this.
_SMALL: Final = 12
# So many lines alike behind the story are a list of other stories, where they are as long as headlines are.
_LEAST_ALIKE: Final = 3
_HEADLINE_WORDS: Final = range(4, 30)
# What is no heading by its markup is one in the head of an article that is not the page's.
_NEAR: Final = 3
_TEASER: Final = re.compile(r"(?:article|header)(?:[.#]|$)")


def boxed(view: View, left: Sequence[int], edges: Edges, told: Mapping[int, Verdict]) -> dict[int, Named]:
    """Lines in one box with others that are all of one sort, where the story has none of the box."""
    found: dict[int, Named] = {}
    for index in left:
        if index not in told and (named := _by_box(view, index, edges, told)) is not None:
            found[index] = named
    return found


def below(view: View, left: Sequence[int], told: Mapping[int, Verdict]) -> dict[int, Named]:
    """The items of a list right below a line that heads it: sources, links, the story in short."""
    found: dict[int, Named] = {}
    for index in left:
        if index in told or view.blocks[index].kind is not Kind.LIST_ITEM:
            continue
        above = found.get(index - 1)
        head = told.get(index - 1)
        if above is None and head is not None and head.rule in _HEADS and head.reason is not None:
            above = head.rule, head.reason, f"in the list below {view.blocks[index - 1].text[:40]!r}"
        if above is not None:
            found[index] = above
    return found


def above_link(view: View, left: Sequence[int], told: Mapping[int, Verdict]) -> dict[int, Named]:
    """The headings right above a link that stands alone, in one element with it: both lead elsewhere."""
    found: dict[int, Named] = {}
    for index in left:
        link = told.get(index + 1)
        if index in told or link is None or link.rule != "link" or link.reason is None:
            continue
        box = view.page.elements[index].getparent()
        if view.blocks[index].kind is Kind.HEADING and holds(box, view.page.elements[index + 1]):
            found[index] = (
                "above_link",
                link.reason,
                "right above a link and nothing else, in one box with it",
            )
    return found


def in_article(view: View, left: Sequence[int], told: Mapping[int, Verdict]) -> dict[int, Named]:
    """Lines in an `article` of their own, of which the story has nothing: a teaser of another one."""
    found: dict[int, Named] = {}
    for index in left:
        if index in told:
            continue
        box = next(view.page.elements[index].iterancestors("article"), None)
        if box is None:
            continue
        lines = few_inside(view, index, box, _MOST_LINES)
        if lines is not None and not any(is_kept(view, i) for i in lines):
            found[index] = "other_stories", Reason.PROMO, "in an article of its own, of which nothing is read"
    return found


def alike(view: View, left: Sequence[int], edges: Edges, told: Mapping[int, Verdict]) -> dict[int, Named]:
    """Rows of headings behind the story, or of items as long as headlines, that stand in places alike."""
    places: dict[str, list[int]] = {}
    for index in left:
        if index not in told and edges.behind(index) and _may_head(view, index, told):
            places.setdefault(place(view.blocks[index].path), []).append(index)
    found: dict[int, Named] = {}
    for row in places.values():
        if len(row) >= _LEAST_ALIKE:
            sign = f"one of {len(row)} lines alike behind the story, as long as headlines"
            found |= dict.fromkeys(row, ("headline_row", Reason.PROMO, sign))
    return found


def _may_head(view: View, index: int, told: Mapping[int, Verdict]) -> bool:
    """Whether a line may be a headline: by its markup, and not that of a post in a live blog."""
    block = view.blocks[index]
    near = block.path.split("/")[-_NEAR:]
    headed = not view.lines[index].sentence and any(_TEASER.match(step) for step in near)
    if block.kind is not Kind.HEADING and not headed:
        return False
    below = told.get(index + 1) or view.verdicts.get(index + 1)
    if below is not None and below.reason is Reason.BYLINE:
        return False
    return size(view.lines[index]) in _HEADLINE_WORDS


def _by_box(view: View, index: int, edges: Edges, told: Mapping[int, Verdict]) -> Named | None:
    """What a line is by the others in the nearest box that has some with a name."""
    element = view.page.elements[index]
    for box in islice(chain([element], element.iterancestors()), _LEVELS):
        lines = few_inside(view, index, box, _MOST_LINES)
        if lines is None or any(is_kept(view, i) for i in lines):
            return None
        verdicts = [v for i in lines if (v := told.get(i) or view.verdicts.get(i)) is not None]
        if verdicts := [v for v in verdicts if v.reason not in _SILENT]:
            named = _like(verdicts, small=len(lines) <= _SMALL)
            if named is None or named[1] is not Reason.NAVIGATION:
                return named
            labels = all(v.rule in _LABELS for v in verdicts)
            short = size(view.lines[index]) <= _MENU_WORDS
            return _labelled(view, index, edges) if labels else named if short else None
    return None


def _like(verdicts: Sequence[Verdict], *, small: bool) -> Named | None:
    """What a line is that stands in one box with lines that are known."""
    reasons = {v.reason for v in verdicts if v.reason is not None}
    if small and len(reasons) > 1:
        # Buttons stand in boxes of any sort, and what is small print in a box to sign up is of the box.
        reasons -= {Reason.NAVIGATION}
        reasons -= {Reason.NOTICE} if Reason.PROMO in reasons else set()
    reason = next(iter(reasons))
    if len(reasons) > 1 or reason not in _SORTS:
        return None
    return "boxed", reason, f"stands in one box with what is {reason.value}"


def _labelled(view: View, index: int, edges: Edges) -> Named | None:
    """What stands outside the story with sections, tags and kinds alone: headlines as a rule, or a day."""
    within = edges.first <= index <= edges.last
    if within or size(view.lines[index]) not in _HEADLINE_WORDS:
        return None
    return "other_stories", Reason.PROMO, "stands in one box with a label, and is as long as a headline"
