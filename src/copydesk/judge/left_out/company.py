"""What a left-out line is by its company: the lines in one box with it, none of which is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any, Final

from copydesk.judge.boxes import few_inside
from copydesk.judge.edges import Edges
from copydesk.judge.left_out.around import Named
from copydesk.judge.left_out.listed import is_kept
from copydesk.judge.navigation.page_links import is_entry
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict

# How far up a box is looked for, and how many lines it has at most.
_LEVELS: Final = 5
_MOST_LINES: Final = 40
# What all lines of a box can be. Bylines and labels stand beside much else; of 135 labelled lines in a box
# with a caption or with something said before, next to none was that, too, and of 88 with a notice few.
_SORTS: Final = frozenset(
    {
        Reason.PROMO,
        Reason.NAVIGATION,
        Reason.COMMENTS,
        Reason.CREDIT,
        Reason.AUTHOR_BIO,
    }
)
# What most lines of a box can be.
_SHARED: Final = frozenset({Reason.PROMO, Reason.NAVIGATION, Reason.COMMENTS, Reason.AUTHOR_BIO})
_SHORT: Final = frozenset({Reason.NAVIGATION, Reason.AUTHOR_BIO})
# These say nothing of the lines beside them.
_SILENT: Final = frozenset({Reason.HIDDEN, Reason.TEMPLATE, Reason.OUTSIDE})
# The rules of labels that stand with headlines of other stories.
_LABELS: Final = frozenset({"tags", "label", "trail", "breadcrumb"})
# The rules of links that offer something, which menus have among their entries: these are as short.
_OFFERS: Final = frozenset({"action", "call", "sign_up", "button", "stock_line"})
_ENTRY_WORDS: Final = 4
# Longer lines are no part of a menu, whatever stands beside them; nor are sentences as long as this.
_MENU_WORDS: Final = 12
_SENTENCE_WORDS: Final = 8
# Buttons and labels stand in boxes of any sort that are no longer than this.
_SMALL: Final = 12
_HEADLINE_WORDS: Final = range(4, 30)
# One line tells of no more than these, and several of no more than so many times as many.
_FEW: Final = 4
_PARTS: Final = 5


def boxed(view: View, left: Sequence[int], edges: Edges, told: Mapping[int, Verdict]) -> dict[int, Named]:
    """Lines in one box with others that are all of one sort."""
    named = ((i, _like_all(view, i, edges, told)) for i in left if i not in told)
    return {i: said for i, said in named if said is not None}


def mostly_boxed(view: View, left: Sequence[int], told: Mapping[int, Verdict]) -> dict[int, Named]:
    """Lines in one box with others most of which are of one sort: several, or all but a few."""
    named = ((i, _like_most(view, i, told)) for i in left if i not in told)
    return {i: said for i, said in named if said is not None}


def in_article(view: View, left: Sequence[int], told: Mapping[int, Verdict]) -> dict[int, Named]:
    """Lines in an `article` of their own, of which the story has nothing: a teaser of another one."""
    sign = "in an article of its own, of which nothing is read"
    found: dict[int, Named] = {}
    for index in left:
        if index not in told:
            article = islice(view.page.elements[index].iterancestors("article"), 1)
            if any(_boxes(view, index, article)):
                found[index] = "other_stories", Reason.PROMO, sign
    return found


def _boxes(view: View, index: int, elements: Iterable[Any]) -> Iterator[range]:
    """The lines of the elements around a line, innermost first, while they are few and none is kept."""
    for element in elements:
        lines = few_inside(view, index, element, _MOST_LINES)
        if lines is None or any(is_kept(view, i) for i in lines):
            return
        yield lines


def _like_all(view: View, index: int, edges: Edges, told: Mapping[int, Verdict]) -> Named | None:
    """What a line is by the others in the nearest box that has some with a name."""
    element = view.page.elements[index]
    for lines in _boxes(view, index, islice(chain([element], element.iterancestors()), _LEVELS)):
        verdicts = [v for i in lines if (v := told.get(i) or view.verdicts.get(i)) is not None]
        if verdicts := [v for v in verdicts if v.reason not in _SILENT]:
            if _is_beside_offer(view, index, lines, told):
                return "menu", Reason.NAVIGATION, "an entry of a list in which another offers something"
            named = _like(verdicts, small=len(lines) <= _SMALL)
            if named is None or named[1] is not Reason.NAVIGATION:
                return named
            labels = all(v.rule in _LABELS for v in verdicts)
            short = size(view.lines[index]) <= _MENU_WORDS
            return _labelled(view, index, edges) if labels else named if short else None
    return None


def _is_beside_offer(view: View, index: int, lines: range, told: Mapping[int, Verdict]) -> bool:
    """Whether a line is an entry of a menu in which what offers something is an entry as well."""
    if size(view.lines[index]) > _ENTRY_WORDS or not is_entry(view, index):
        return False
    known = {i: v for i in lines if (v := told.get(i) or view.verdicts.get(i)) is not None}
    promos = [i for i, v in known.items() if v.reason is Reason.PROMO]
    own = _item(view, index)
    # What a list offers in an item with a title and a button is one thing.
    entries = (known[i].rule in _OFFERS and is_entry(view, i) and _item(view, i) is not own for i in promos)
    return bool(promos) and all(entries)


def _item(view: View, index: int) -> Any:
    """The item of a list that a line is, or stands in."""
    element = view.page.elements[index]
    return element if element.tag == "li" else next(element.iterancestors("li"), None)


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


def _like_most(view: View, index: int, told: Mapping[int, Verdict]) -> Named | None:
    """What a line is by most of the others in the nearest box that has some of a sort that is shared."""
    line = view.lines[index]
    for lines in _boxes(view, index, islice(view.page.elements[index].iterancestors(), _LEVELS - 1)):
        shown = [i for i in lines if not view.blocks[i].hidden]
        verdicts = [v for i in shown if (v := told.get(i) or view.verdicts.get(i)) is not None]
        reasons = Counter(v.reason for v in verdicts if v.reason in _SORTS)
        if _SHARED.isdisjoint(reasons):
            continue
        reason, count = reasons.most_common(1)[0]
        most = 2 * count > reasons.total()
        if reason not in _SHARED or not most or len(shown) > (_FEW if count == 1 else _PARTS * count):
            return None
        # A sentence is no part of a menu, and of no one's life, because of what is beside it.
        if (
            reason in (Reason.NAVIGATION, Reason.AUTHOR_BIO)
            and line.sentence
            and size(line) >= _SENTENCE_WORDS
        ):
            return None
        return "boxed", reason, f"stands in one box with {count} lines that are {reason.value}"
    return None
