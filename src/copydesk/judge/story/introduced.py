"""What a line of the story announces: the list, table, quotation or code below a colon, and its sources."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import Any, Final

from copydesk.judge.boxes import few_inside, holds
from copydesk.judge.phrases.table import read_topic
from copydesk.judge.post_addresses import is_of_post
from copydesk.judge.promos.invitations import invites
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped, kept

_WORDS: Final = read_topic("introduced").table
_LEADS: Final = read_topic("leads").table
_COLONS: Final = (":", "：")
# What can be announced, and the element that holds all of it.
_HOLDERS: Final = {
    Kind.LIST_ITEM: ("ul", "ol", "dl"),
    Kind.TABLE: ("table",),
    Kind.QUOTE: ("blockquote",),
    Kind.CODE: ("pre",),
}
# So many elements above the announced one, and above the line, they are in one.
_NEAR, _APART = 3, 3
# Longer lists are what a site has, not what a line announces.
_MOST: Final = 40
# A list of so much in links leads elsewhere; a line that is one link.
_LINKED: Final = 0.5
_WHOLLY: Final = 0.95


def judge(view: View) -> dict[int, Verdict]:
    """Keep what a line that is read announces; drop both where it invites to read something else.

    On 54 of 956 labelled articles a line announces what the reading lost, 352 lines in all: four in five of
    them are in the labels.
    """
    read = [] if view.pasted else [i for i in view.open() if view.in_reading[i]]
    return _announced(view, read) | _sources(view, read)


def _announced(view: View, read: list[int]) -> dict[int, Verdict]:
    found: dict[int, Verdict] = {}
    counts = Counter(line.key for line in view.lines)
    for index in read:
        announces = view.blocks[index].text.endswith(_COLONS)
        if not announces and view.blocks[index].kind is not Kind.HEADING:
            continue
        below = _below(view, index) or (_links(view, index, counts) if announces else [])
        if invites(view, index, below, announces=announces):
            told = "invites to read something else, of which nothing or links stand below"
            found |= {i: dropped("invitation", Reason.PROMO, told) for i in (index, *below)}
        elif announces:
            found |= _kept(view, index, below)
    return found


def _sources(view: View, read: list[int]) -> dict[int, Verdict]:
    found: dict[int, Verdict] = {}
    headings = [i for i in read if view.blocks[i].kind is Kind.HEADING]
    for index in (i for i in headings if _WORDS.is_whole(view.lines[i]) is not None):
        if listed := _kept(view, index, _below(view, index)):
            found |= listed | {index: kept("introduced", "heads the sources of the story")}
    return found


def _kept(view: View, index: int, below: list[int]) -> dict[int, Verdict]:
    """The blocks that a line announces and that would go, unless a judge has dropped some of them."""
    if any(i in view.verdicts for i in below):
        return {}
    told = f"announced by the line above: {view.blocks[index].text[-40:]!r}"
    return {i: kept("introduced", told) for i in below if _is_at_risk(view, i)}


def _is_at_risk(view: View, index: int) -> bool:
    """Whether a block would go otherwise: by the reading, or as a link to another story."""
    return not view.in_reading[index] or view.blocks[index].link_density >= _LINKED


def _below(view: View, index: int) -> list[int]:
    """The blocks of the list, table, quotation or code that follows a line at once, in the line's own box."""
    blocks, elements = view.blocks, view.page.elements
    first = next(view.below(index), None)
    holder = None if first is None else _holder(elements[first], blocks[first].kind)
    if first is None or holder is None or not _is_beside(holder, elements[index]):
        return []
    lines = few_inside(view, first, holder, _MOST)
    return [] if lines is None else [i for i in lines if not blocks[i].hidden]


def _links(view: View, index: int, counts: Counter[str]) -> list[int]:
    """The paragraphs right below a paragraph that are a link each, beside it."""
    blocks, elements, lines = view.blocks, view.page.elements, view.lines
    found: list[int] = []
    for i in view.below(index) if blocks[index].kind is Kind.PARAGRAPH else ():
        wholly = blocks[i].kind is Kind.PARAGRAPH and blocks[i].link_density >= _WHOLLY
        wholly = wholly and not is_of_post(view, i)
        beside = wholly and _is_beside(elements[i], elements[index])
        # A button comes again with every entry.
        if not beside or _LEADS.opens(lines[i], "call") is not None or counts[lines[i].key] > 1:
            break
        found.append(i)
    return found


def _holder(element: Any, kind: Kind) -> Any:
    """The outermost list, table, quotation or code that an element is or stands in."""
    tags = _HOLDERS.get(kind, ())
    around = [element, *element.iterancestors()]
    return next((box for box in reversed(around) if box.tag in tags), None)


def _is_beside(holder: Any, element: Any) -> bool:
    """Whether an element near above what is announced holds the line, too, and near."""
    near = next((box for box in islice(holder.iterancestors(), _NEAR) if holds(box, element)), None)
    return near is not None and (
        near is element or any(a is near for a in islice(element.iterancestors(), _APART))
    )
