"""Lines of forms: the labels of fields, and what stands in forms to log in or to register."""

from __future__ import annotations

from itertools import islice
from typing import Any, Final

from copydesk.judge.boxes import few_inside
from copydesk.judge.view import View

# The elements of a field, and how far above a line its label is.
_FIELDS: Final = ("input", "select", "textarea")
_NEAR: Final = 3
# What is a link, but for a sign or two: menus that open without a script have links in labels.
_LINKED: Final = 0.9
# A form with more lines is the page: some systems have one around all of it.
_MOST_LINES: Final = 60


def labels_field(view: View, index: int) -> bool:
    """Whether a left-out line is the label of a form's field: whatever it says, it is the form's."""
    if view.pasted or view.in_reading[index] or view.blocks[index].link_density >= _LINKED:
        return False
    element = view.page.elements[index]
    return any(_is_label(one) for one in islice((element, *element.iterancestors()), _NEAR))


def _is_label(element: Any) -> bool:
    named = element.tag == "label"
    return named and bool(element.get("for") or next(element.iter(*_FIELDS), None) is not None)


def logs_in(view: View, index: int) -> bool:
    """Whether a left-out line stands in a form with a field for a password."""
    if view.pasted or view.in_reading[index]:
        return False
    form = next(view.page.elements[index].iterancestors("form"), None)
    if form is None or not asks_password(form):
        return False
    lines = few_inside(view, index, form, _MOST_LINES)
    return lines is not None and not any(view.in_reading[i] for i in lines)


def asks_password(box: Any) -> bool:
    """Whether an element holds a field for a password."""
    return any(one.get("type") == "password" for one in box.iter("input"))
