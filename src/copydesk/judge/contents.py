"""Tables of contents: links to the page's own headings, which stand in the text anyway."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped

# Fewer lines that are headings too may be there by chance: a list of dishes, and what is said of each.
_LEAST_ENTRIES = 3
# A heading may be numbered where its entry is not.
_NUMBER = re.compile(r"^(?:step |part )?\d{1,2} (?=\D)")
# An entry leads to its heading.
_LINKED = 0.5
_WHOLLY = 0.9
# So many elements above a heading may bear the id that leads to it.
_NEAR = 3
# Entries in other words than their headings stand among the others.
_MOST_BESIDE = 12


def judge(view: View) -> dict[int, Verdict]:
    """Drop the entries of a table of contents: linked lines, each in the words of a heading below it."""
    if view.pasted:
        return {}
    headings: dict[str, int] = {}
    for block in view.blocks:
        if block.kind is Kind.HEADING and view.in_reading[block.index]:
            headings[_words(view, block.index)] = block.index
    entries = [i for i in view.open() if _is_entry(view, i, headings)]
    if len(entries) < _LEAST_ENTRIES:
        return _leaps(view)
    evidence = f"one of {len(entries)} links in the words of headings below"
    found = {i: dropped("contents", Reason.NAVIGATION, evidence) for i in entries}
    return _rest(view, entries) | found


def _rest(view: View, entries: list[int]) -> dict[int, Verdict]:
    """The other links to places of this page in lists with entries: their headings have other words."""
    lists = {one for i in entries for one in view.page.elements[i].iterancestors("ul", "ol")}
    near = range(max(0, entries[0] - _MOST_BESIDE), entries[-1] + _MOST_BESIDE)
    return {
        i: dropped("contents", Reason.NAVIGATION, "a link to a place of this page, in its table of contents")
        for i in view.open()
        if i in near
        and view.blocks[i].link_density >= _LINKED
        and next(view.page.elements[i].iterancestors("ul", "ol"), None) in lists
        and _is_to_this_page(view.page.elements[i])
    }


def _leaps(view: View) -> dict[int, Verdict]:
    """The lists of links to headings of the story and nothing else, of which the reading has little."""
    lists: dict[Any, list[int]] = {}
    for block in view.blocks:
        if block.kind is Kind.LIST_ITEM and block.index not in view.verdicts and not block.hidden:
            around = next(view.page.elements[block.index].iterancestors("ul", "ol"), None)
            lists.setdefault(around, []).append(block.index)
    places = _places(view) if lists else frozenset()
    told = "one of {} links to headings of this page, and nothing else in their list"
    return {
        i: dropped("contents", Reason.NAVIGATION, told.format(len(items)))
        for around, items in lists.items()
        if around is not None and len(items) >= _LEAST_ENTRIES and _are_entries(view, items, places)
        for i in items
    }


def _are_entries(view: View, items: list[int], places: frozenset[str]) -> bool:
    """Whether items are links to places of this page, most of them to headings, and few are read."""
    if 2 * sum(view.in_reading[i] for i in items) > len(items):
        return False
    if any(view.blocks[i].link_density < _WHOLLY for i in items):
        return False
    elements = [view.page.elements[i] for i in items]
    if not all(_is_to_this_page(element) for element in elements):
        return False
    targets = [link.get("href")[1:] for element in elements for link in _links(element)]
    return 2 * sum(target in places for target in targets) >= len(targets)


def _places(view: View) -> frozenset[str]:
    """The ids of the headings that are read: their own, or of an element within, around or right before."""
    found: set[str] = set()
    for block in view.blocks:
        if block.kind is not Kind.HEADING or not view.in_reading[block.index]:
            continue
        element = view.page.elements[block.index]
        near = [*element.iter(), *islice(element.iterancestors(), _NEAR)]
        near += [one for each in near[:] if (one := each.getprevious()) is not None]
        found.update(name for one in near for name in (one.get("id"), one.get("name")) if name)
    return frozenset(found)


def _is_to_this_page(element: Any) -> bool:
    links = [link.get("href", "") for link in _links(element)]
    return bool(links) and all(link.startswith("#") for link in links)


def _links(element: Any) -> list[Any]:
    """The links of an entry: those within its element, or the one around it."""
    return list(element.iter("a")) or list(element.iterancestors("a"))[:1]


def _is_entry(view: View, index: int, headings: dict[str, int]) -> bool:
    block = view.blocks[index]
    linked = block.kind is not Kind.HEADING and block.link_density >= _LINKED
    # A link right above the heading in its words is that of a card.
    return linked and headings.get(_words(view, index), -1) > index + 1


def _words(view: View, index: int) -> str:
    """A line as a key, without the number before it."""
    return _NUMBER.sub("", view.lines[index].key, count=1)
