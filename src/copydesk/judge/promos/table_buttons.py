"""Buttons in the cells of a table that is read: what they open, sort, share or sell is none of its values."""

from __future__ import annotations

from itertools import takewhile
from typing import Any, Final

from copydesk.judge.edges import edges_of
from copydesk.judge.left_out.words import worded
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped

_CELLS: Final = ("td", "th")
# A button of more words may be the head of what it unfolds.
_BUTTON_WORDS: Final = 3
# "Check price at Example": a call to buy, in a link of its own.
_CALL_WORDS: Final = 5
_LINKED: Final = 0.9


def judge(view: View) -> dict[int, Verdict]:
    """Drop a table's buttons beside the text of their cell, and cells that are nothing but a call to buy.

    A button that is all a cell has may be the name of a column, by which it sorts.
    """
    if view.pasted:
        return {}
    edges = None
    found: dict[int, Verdict] = {}
    for index in view.open():
        cell = _cell(view, index)
        if cell is None or not view.in_reading[index] or view.blocks[index].hidden:
            continue
        if _is_button_beside(view, index, cell):
            told = "a button in a cell of a table, beside what the cell says"
            found[index] = dropped("table_button", Reason.NAVIGATION, told)
        elif view.blocks[index].link_density >= _LINKED and size(view.lines[index]) <= _CALL_WORDS:
            edges = edges or edges_of(view)
            said = worded(view.lines[index], index, edges)
            if said is not None and said[0] == "shop":
                found[index] = dropped("shop", Reason.PROMO, f"a link in a cell of a table, and {said[2]}")
    return found


def _cell(view: View, index: int) -> Any:
    """The cell of a table that a line is in, or None."""
    if "/table" not in view.blocks[index].path:
        return None
    element = view.page.elements[index]
    return element if element.tag in _CELLS else next(element.iterancestors(*_CELLS), None)


def _is_button_beside(view: View, index: int, cell: Any) -> bool:
    """Whether a line of a few words is a button, and its cell has other text as well."""
    element = view.page.elements[index]
    within = takewhile(lambda one: one is not cell, (element, *element.iterancestors()))
    button = next((one for one in within if one.tag == "button"), None)
    if button is None or size(view.lines[index]) > _BUTTON_WORDS:
        return False
    return len(_letters(cell)) > len(_letters(button))


def _letters(element: Any) -> str:
    return "".join(filter(str.isalnum, "".join(element.itertext())))
