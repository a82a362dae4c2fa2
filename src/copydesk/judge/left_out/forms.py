"""Lines right above a form, in a box of other things: they say what the form is for."""

from __future__ import annotations

from itertools import islice
from typing import Any, Final

from copydesk.judge.left_out.around import LINKED, Named
from copydesk.judge.left_out.attributes import asked
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Reason

# What says what a form is for has no more words, and stands in so many elements of its own.
_WORDS: Final = 6
_OWN: Final = 2
# What a form has that is to be chosen or filled in.
_FIELDS: Final = frozenset({"select", "input", "textarea", "text", "search", "date", "number"})
# ... and what a poll has, at least so often.
_LEAST_CHOICES: Final = 2
_POLL: Final = "poll", Reason.TEMPLATE, "right above the answers of a poll"
_CONTROL: Final = "control", Reason.NAVIGATION, "right above a form of the page"


def heads_form(view: View, index: int) -> Named | None:
    """What a few words right above a form are: of the form, by what it asks for."""
    line = view.lines[index]
    if view.blocks[index].link_density >= LINKED or line.sentence or size(line) > _WORDS:
        return None
    form = _form_below(view.page.elements[index])
    if form is None:
        return None
    fields = [one.get("type") or one.tag for one in form.iter("input", "select", "textarea")]
    if fields.count("radio") >= _LEAST_CHOICES:
        return _POLL
    return asked(form) or (_CONTROL if not _FIELDS.isdisjoint(fields) else None)


def _form_below(element: Any) -> Any:
    """The form right behind an element, or behind one around that has no other text."""
    for own in islice((element, *element.iterancestors()), _OWN):
        behind = next((one for one in own.itersiblings() if isinstance(one.tag, str)), None)
        if behind is not None:
            return behind if behind.tag == "form" else next(behind.iter("form"), None)
        if (own.getparent() is None) or (own.getparent().text or "").strip():
            return None
    return None
