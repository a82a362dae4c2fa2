"""Tables of contents: links to the page's own headings, which stand in the text anyway."""

from __future__ import annotations

from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped

# Fewer lines that are headings too may be there by chance: a list of dishes, and what is said of each.
_LEAST_ENTRIES = 3
# An entry leads to its heading.
_LINKED = 0.5


def judge(view: View) -> dict[int, Verdict]:
    """Drop the entries of a table of contents: linked lines, each in the words of a heading below it."""
    if view.pasted:
        return {}
    headings: dict[str, int] = {}
    for block in view.blocks:
        if block.kind is Kind.HEADING and view.in_reading[block.index]:
            headings[view.lines[block.index].key] = block.index
    entries = [i for i in view.open() if _is_entry(view, i, headings)]
    if len(entries) < _LEAST_ENTRIES:
        return {}
    evidence = f"one of {len(entries)} links in the words of headings below"
    return {i: dropped("contents", Reason.NAVIGATION, evidence) for i in entries}


def _is_entry(view: View, index: int, headings: dict[str, int]) -> bool:
    block = view.blocks[index]
    linked = block.kind is not Kind.HEADING and block.link_density >= _LINKED
    return linked and headings.get(view.lines[index].key, -1) > index
