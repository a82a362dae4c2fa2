"""What stands in one element: whether it holds another, and which blocks around a line are in it."""

from __future__ import annotations

from collections.abc import Set
from itertools import islice
from typing import Any

from copydesk.judge.view import View


def holds(box: Any, element: Any) -> bool:
    """Whether an element is a box or stands in it."""
    return element is box or any(above is box for above in element.iterancestors())


def in_one_box(view: View, index: int, other: int, levels: int) -> bool:
    """Whether one of so many elements around a line holds another line, too."""
    around = islice(view.page.elements[index].iterancestors(), levels)
    return any(holds(box, view.page.elements[other]) for box in around)


def inside(view: View, index: int, box: Any) -> range:
    """The blocks around a line that are in a box."""
    return _walked(view, index, box, len(view.blocks))


def few_inside(view: View, index: int, box: Any, most: int) -> range | None:
    """The blocks around a line that are in a box; None of a box with more than so many: it is not walked."""
    found = _walked(view, index, box, most)
    return None if len(found) > most else found


def _walked(view: View, index: int, box: Any, most: int) -> range:
    """The blocks around a line that are in a box, or the first that are more than so many."""
    elements = view.page.elements
    start, stop = index, index + 1
    while start > 0 and stop - start <= most and holds(box, elements[start - 1]):
        start -= 1
    while stop < len(elements) and stop - start <= most and holds(box, elements[stop]):
        stop += 1
    return range(start, stop)


def own_box(element: Any, row: Set[Any]) -> Any:
    """The largest element around one of a row that has no other of the row in it; None if there is none."""
    box = None
    for around in element.iterancestors():
        if any(one is not element and one in row for one in around.iter(element.tag)):
            break
        box = around
    return box
