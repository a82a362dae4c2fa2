"""Tables of contents: links to the page's own headings, which stand in the text anyway."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from copydesk.judge.navigation.contents_plain import entries, is_head, ways_back
from copydesk.judge.navigation.page_links import leads_within, links_of, place_of_link
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped
from copydesk.text import key

# Fewer lines that are headings too may be there by chance: a list of dishes, and what is said of each.
_LEAST_ENTRIES = 3
# A heading may be numbered where its entry is not.
_NUMBER = re.compile(r"^(?:step |part )?\d{1,2} (?=\D)")
# An entry leads to its heading.
_LINKED = 0.5
# Entries in other words than their headings stand among the others.
_MOST_BESIDE = 12
# What is a link, but for a sign or two; an entry that is no more than one.
_WHOLLY = 0.9
# What is right above the entries, and no longer, heads them.
_HEAD_WORDS = 5


def judge(view: View) -> dict[int, Verdict]:
    """Drop the entries of a table of contents: linked lines, each in the words of a heading below it.

    Rows of nothing but links to places further down the page are one in any words, and lists that are called
    so need no links.
    """
    if view.pasted:
        return {}
    found = _called(view) | _rows_of_places(view)
    return ways_back(view) | _heads(view, found) | found | _in_words_of_headings(view)


def _heads(view: View, found: dict[int, Verdict]) -> dict[int, Verdict]:
    """The left-out headings of a few words right above such rows."""
    above = (i - 1 for i in found if i and i - 1 not in found and i - 1 not in view.verdicts)
    heads = (i for i in above if view.blocks[i].kind is Kind.HEADING and not view.in_reading[i])
    verdict = dropped("contents", Reason.NAVIGATION, "heads links to places further down the page")
    return {i: verdict for i in heads if size(view.lines[i]) <= _HEAD_WORDS and not view.blocks[i].hidden}


def _rows_of_places(view: View) -> dict[int, Verdict]:
    """The lines of rows each of which is a link to a place of the page below the row, and nothing else."""
    found: dict[int, Verdict] = {}
    authors = {key(name) for name in view.declared.values("authors")}
    rows = [row for row in _rows(view) if _has_several(view, row)]
    places = _Places(view) if rows else None
    for row in rows:
        links = [link for i in row for link in links_of(view, i)]
        # Authors lead to what is said of them below.
        named = any(view.lines[i].key in authors for i in row)
        if places is None or named or _is_announced(view, row[0]):
            continue
        end = places.end(view.page.elements[row[-1]])
        if all(places.named.get(place_of_link(view, link), -1) >= end for link in links):
            said = f"one of {len(links)} links in a row to places further down the page"
            found |= {i: dropped("contents", Reason.NAVIGATION, said) for i in row}
    return found


def _called(view: View) -> dict[int, Verdict]:
    """The items right below a line that calls them contents, each with a link to a place of the page first.

    A link behind that to a shop, say, is beside the entry.
    """
    heads = (b.index for b in view.blocks if not b.hidden and is_head(view, b.index))
    below = ((head, _entries_below(view, head)) for head in heads)
    rows = [(head, row) for head, row in below if len(row) >= _LEAST_ENTRIES]
    places = _Places(view) if rows else None
    found: dict[int, Verdict] = {}
    for head, row in rows:
        if places is not None and _are_below(places, view, row):
            said = f"one of {len(row)} links below '{view.lines[head].text[:40]}' to places further down"
            found |= {i: dropped("contents", Reason.NAVIGATION, said) for i in row}
    return found


def _entries_below(view: View, head: int) -> list[int]:
    return list(takewhile(lambda i: _begins_at_place(view, i), view.below(head)))


def _are_below(places: _Places, view: View, row: list[int]) -> bool:
    """Whether the first links of some lines lead to places below them all."""
    end = places.end(view.page.elements[row[-1]])
    firsts = (next(iter(links_of(view, i))) for i in row)
    return all(places.named.get(place_of_link(view, link), -1) >= end for link in firsts)


def _begins_at_place(view: View, index: int) -> bool:
    """Whether a line is an item of links, the first of them to a place of the page."""
    block = view.blocks[index]
    if index in view.verdicts or block.kind is not Kind.LIST_ITEM or block.link_density < _WHOLLY:
        return False
    link = next(iter(links_of(view, index)), None)
    return link is not None and bool(place_of_link(view, link))


def _has_several(view: View, row: list[int]) -> bool:
    return sum(len(links_of(view, i)) for i in row) >= _LEAST_ENTRIES


def _rows(view: View) -> Iterator[list[int]]:
    """Lines next to one another that are links to the page itself; signs between them part no row."""
    row: list[int] = []
    for block, line in zip(view.blocks, view.lines, strict=True):
        index = block.index
        if index in view.verdicts or block.hidden or not line.key:
            continue
        if block.link_density >= _WHOLLY and leads_within(view, index):
            row.append(index)
        elif row:
            yield row
            row = []
    if row:
        yield row


def _is_announced(view: View, index: int) -> bool:
    """Whether the line above is the story's, and says that something comes: that stays with it."""
    above = next(view.above(index), None)
    return above is not None and view.in_reading[above] and view.lines[above].text.endswith(":")


class _Places:
    """Where the elements of a page stand in its document, and the ids and anchors among them."""

    def __init__(self, view: View) -> None:
        self.of: dict[Any, int] = {}
        self.named: dict[str, int] = {}
        for at, element in enumerate(view.page.tree.iter()):
            self.of[element] = at
            for name in (element.get("id"), element.get("name")):
                if name:
                    self.named[name] = at

    def end(self, element: Any) -> int:
        """Where an element ends, with all that is in it."""
        return self.of[element] + sum(1 for _ in element.iter())


def _in_words_of_headings(view: View) -> dict[int, Verdict]:
    headings: dict[str, int] = {}
    for block in view.blocks:
        if block.kind is Kind.HEADING and view.in_reading[block.index]:
            headings[_words(view, block.index)] = block.index
    # A link right above the heading in its words is that of a card.
    told = [i for i in view.open() if _can_be(view, i) and headings.get(_words(view, i), -1) > i + 1]
    linked = [i for i in told if view.blocks[i].link_density >= _LINKED]
    plain = entries(view, [i for i in told if view.blocks[i].kind is Kind.LIST_ITEM])
    if len(linked) < _LEAST_ENTRIES:
        return plain
    evidence = f"one of {len(linked)} links in the words of headings below"
    found = {i: dropped("contents", Reason.NAVIGATION, evidence) for i in linked}
    return plain | _rest(view, linked) | found


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
        and leads_within(view, i)
    }


def _can_be(view: View, index: int) -> bool:
    """Whether a line is of a kind that entries are: links, and items of lists that scripts make links."""
    block = view.blocks[index]
    linked = block.kind is not Kind.HEADING and block.link_density >= _LINKED
    return linked or block.kind is Kind.LIST_ITEM


def _words(view: View, index: int) -> str:
    """A line as a key, without the number before it."""
    return _NUMBER.sub("", view.lines[index].key, count=1)
