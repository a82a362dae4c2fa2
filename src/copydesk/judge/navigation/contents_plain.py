"""Tables of contents that scripts make work: entries and ways back to them that are no links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import Any, Final

from copydesk.judge.boxes import few_inside
from copydesk.judge.phrases.table import read_topic
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped

_HEADS: Final = read_topic("left_out").table
_BACK: Final = frozenset(read_topic("contents").lists["back"])
# "table-of-contents-ul", "TOCTitle", "toc-table"; of so many elements above an entry one may say so.
_CALLED: Final = re.compile(
    r"(?<![a-zA-Z])(?:toc(?![a-z])|TOC(?![a-z]))|table-?_?of-?_?contents?(?![a-z])|(?<![a-z])tableOfContents"
)
_NEAR: Final = 4
_LEAST_ENTRIES: Final = 3
# A heading or two may have other words than their entries.
_SHARE: Final = 0.75
_MOST: Final = 60
# Ways back come below so many headings at least.
_LEAST_BACK: Final = 3


def entries(view: View, told: Sequence[int]) -> dict[int, Verdict]:
    """The items of lists that are called tables of contents and are mostly in the words of headings below.

    `told` has the items in such words.
    """
    lists: dict[Any, list[int]] = {}
    for index in told if len(told) >= _LEAST_ENTRIES else ():
        if (holder := next(view.page.elements[index].iterancestors("ul", "ol"), None)) is not None:
            lists.setdefault(holder, []).append(index)
    found: dict[int, Verdict] = {}
    for holder, items in lists.items():
        inside = few_inside(view, items[0], holder, _MOST) or range(0)
        if len(items) < max(_LEAST_ENTRIES, _SHARE * len(inside)) or not _is_called(view, inside):
            continue
        said = f"one of {len(items)} entries of a table of contents, in the words of headings below"
        found |= {i: dropped("contents", Reason.NAVIGATION, said) for i in inside if i not in view.verdicts}
    return found


def _is_called(view: View, inside: range) -> bool:
    """Whether the elements around a list's first item, or the line above the list, say what the list is."""
    element = view.page.elements[inside.start]
    near = islice((element, *element.iterancestors()), _NEAR)
    if any(_CALLED.search(f"{one.get('id') or ''} {one.get('class') or ''}") for one in near):
        return True
    above = next(view.above(inside.start), None)
    return above is not None and is_head(view, above)


def is_head(view: View, index: int) -> bool:
    """Whether a line says that a table of contents stands below it."""
    hit = _HEADS.is_whole(view.lines[index])
    return hit is not None and hit.rule == "contents"


def ways_back(view: View) -> dict[int, Verdict]:
    """The lines that say "up", "back to contents" or the like, right below or above heading after heading."""
    read = (i for i in view.open() if view.in_reading[i])
    said = [i for i in read if view.lines[i].key in _BACK and _is_at_heading(view, i)]
    counts = Counter(view.lines[i].key for i in said)
    return {
        i: dropped("contents", Reason.NAVIGATION, f"one of {counts[key]} ways back to the page's contents")
        for i in said
        if counts[key := view.lines[i].key] >= _LEAST_BACK
    }


def _is_at_heading(view: View, index: int) -> bool:
    if view.blocks[index].kind is Kind.HEADING:
        return False
    beside = (i for i in (index - 1, index + 1) if 0 <= i < len(view.blocks))
    return any(view.blocks[i].kind is Kind.HEADING for i in beside)
