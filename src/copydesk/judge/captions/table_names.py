"""What stands in the `<caption>` of a table: its name, and no picture's caption."""

from __future__ import annotations

from itertools import chain, islice, takewhile
from typing import Final

from copydesk.extract.paths import last_steps
from copydesk.judge.boxes import holds
from copydesk.judge.view import View
from copydesk.model import Kind, Verdict, kept

# How far up from a line its caption stands, in elements.
_NEAR: Final = 4
# So many rows are looked at: that with the names of the columns may be left out.
_ROWS: Final = 2
_ROWS_ABOVE: Final = 40


def is_of_table(path: str) -> bool:
    """Whether a block stands in the caption of a table.

    >>> is_of_table("body/table/caption.name/div/p"), is_of_table("body/figure/figcaption")
    (True, False)
    """
    return any(step.split(".", 1)[0].split("#", 1)[0] == "caption" for step in last_steps(path, _NEAR))


def table_name(view: View, index: int) -> Verdict | None:
    """The verdict on the name of a table whose rows are read: it stays with them, else nothing is said."""
    table = next(view.page.elements[index].iterancestors("table"), None)
    if view.blocks[index].hidden or table is None:
        return None
    if next(view.page.elements[index].iterancestors("button"), None) is not None:
        return None
    if view.page.elements[index].tag == "button":
        return None
    # What has its caption below it was walked through: of it more rows may be left out than the first.
    above = takewhile(lambda i: holds(table, view.page.elements[i]), islice(view.above(index), _ROWS_ABOVE))
    rows = chain(islice(view.below(index), _ROWS), above)
    if not any(view.in_reading[i] and holds(table, view.page.elements[i]) for i in rows):
        return None
    return kept("table_name", "the name of a table of the story", kind=Kind.PARAGRAPH)
