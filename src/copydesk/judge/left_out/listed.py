"""Boxes and lists of other things than the story, told by the heading above or by what they are made of."""

from __future__ import annotations

from itertools import islice

from copydesk.extract.paths import place
from copydesk.extract.tables import word_set
from copydesk.judge.boxes import holds
from copydesk.judge.left_out.around import LINKED, Named
from copydesk.judge.navigation.page_links import leads_within
from copydesk.judge.notices.foot_columns import leaves_for_frame
from copydesk.judge.promos.links import LINE_WORDS
from copydesk.judge.subjects.subject_addresses import leads_to_subjects
from copydesk.judge.view import View
from copydesk.model import Kind, Reason

# How many elements above a line its box is looked for.
LEVELS = 6
# The rules of headings that tell what stands in one box with them.
_HEADINGS = {
    "related_heading": ("other_stories", Reason.PROMO),
    "author_heading": ("author_box", Reason.AUTHOR_BIO),
}
# A box under one heading has no more blocks.
_MOST_IN_BOX = 80
# A heading that says there is more, in so many words at most.
MORE = word_set("more mehr weitere weiteres más mais altri altre meer mer mere")
_MORE_WORDS = 8
# What heads another part of a box is a label of so many words at most.
_LABEL_WORDS = 2
# Fewer items with links may be what the story lists.
_LEAST_ITEMS = 3


def is_kept(view: View, index: int) -> bool:
    """Whether a line stays, by its verdict or by the reading."""
    verdict = view.verdicts.get(index)
    return view.in_reading[index] if verdict is None else verdict.keep


def headed(view: View) -> dict[int, Named]:
    """The lines in boxes that a heading announces: other stories ("Most read"), the author ("About ...")."""
    named: dict[int, Named] = {}
    more = (i for i in view.open() if _is_more_heading(view, i))
    rules = {**{i: v.rule for i, v in view.verdicts.items()}, **dict.fromkeys(more, "related_heading")}
    for index, rule in rules.items():
        if (told := _HEADINGS.get(rule)) is not None and not ends_list(view, index):
            sign = f"stands in the box headed {view.blocks[index].text[:40]!r}"
            box = _until_next(view, index, _box_below(view, index))
            own = (i for i in box if not leaves_for_frame(view, index, i))
            named |= {i: (*told, sign) for i in own if not leads_to_subjects(view, i)}
    return named


def ends_list(view: View, index: int) -> bool:
    """Whether a link is the last line of a box of links, and leads to more of them: it heads nothing."""
    block, above = view.blocks[index], next(view.above(index), None)
    if view.pasted or above is None or block.kind is Kind.HEADING or block.link_density < LINKED:
        return False
    if view.blocks[above].link_density < LINKED:
        return False
    elements, below = view.page.elements, next(view.below(index), None)
    around = islice(elements[index].iterancestors(), LEVELS)
    box = next((box for box in around if holds(box, elements[above])), None)
    return box is not None and (below is None or not holds(box, elements[below]))


def _box_below(view: View, heading: int) -> range:
    """The blocks below a heading in the nearest element that holds more than it; none if one is kept."""
    elements = view.page.elements
    for box in islice(elements[heading].iterancestors(), LEVELS):
        stop = heading + 1
        while stop < len(elements) and holds(box, elements[stop]):
            stop += 1
        if stop > heading + 1:
            inside = range(heading + 1, stop)
            return range(0) if len(inside) > _MOST_IN_BOX or any(is_kept(view, i) for i in inside) else inside
    return range(0)


def _until_next(view: View, heading: int, box: range) -> range:
    """The lines of a box up to the next label that is a heading of as high a level."""
    head = view.blocks[heading]
    for index in box if head.kind is Kind.HEADING else ():
        block = view.blocks[index]
        label = block.kind is Kind.HEADING and block.level <= head.level and not block.link_density
        if label and index > box.start and view.lines[index].word_count <= _LABEL_WORDS:
            return range(box.start, index)
    return box


def _is_more_heading(view: View, index: int) -> bool:
    """Whether a heading that was left out says there is more: "More from the islands"."""
    block, line = view.blocks[index], view.lines[index]
    short = not view.in_reading[index] and 1 < line.word_count <= _MORE_WORDS and not line.sentence
    return short and block.kind is Kind.HEADING and line.key.partition(" ")[0] in MORE


def link_lists(view: View, behind: list[int]) -> dict[int, Named]:
    """The items of lists behind the story that all have links in them: a whole headline, or words of it."""
    lists: dict[str, list[int]] = {}
    for index in behind:
        block = view.blocks[index]
        if block.kind is Kind.LIST_ITEM and view.lines[index].word_count in LINE_WORDS:
            lists.setdefault(place(block.path), []).append(index)
    named: dict[int, Named] = {}
    for items in lists.values():
        if len(items) >= _LEAST_ITEMS and all(_leads_elsewhere(view, i) for i in items):
            sign = f"one of {len(items)} items with links, behind the story"
            named |= dict.fromkeys(items, ("link_list", Reason.PROMO, sign))
    return named


def _leads_elsewhere(view: View, index: int) -> bool:
    return view.blocks[index].link_density > 0 and not leads_within(view, index)
