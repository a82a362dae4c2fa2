"""What the attributes of elements say of left-out lines: labels that are heard, and the fields of forms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Any, Final

from copydesk.judge.left_out.around import Named
from copydesk.judge.promos.promos import PROMOS
from copydesk.judge.view import View
from copydesk.model import Reason
from copydesk.text import line

# So many elements above a line a label speaks of it.
_NEAR: Final = 5
# The id of what is only heard, and names a part of the page.
_HEARD: Final = re.compile(
    r"(?<![a-z])(?:accessibility|a11y|sr-only|screen-?reader)[_-](?:[a-z]{2,12}[_-])?"
    r"(side-?bar|header|footer|menu|nav|navigation|bread-?crumbs?|main|content)(?![a-z])",
    re.IGNORECASE,
)
# What the field for an address is called, by one of its attributes.
_NAMES: Final = ("type", "name", "id", "placeholder", "aria-label", "autocomplete")
_MAIL: Final = re.compile(r"(?<![a-z])(?:e-?mail|mail(?:adres|$| ))", re.IGNORECASE)
_AMOUNT: Final = re.compile(r"[$€£¥₹]\s?\d[\d.,]*|\d[\d.,]*\s?(?:[€£]|kr\b|zł|Kč|CHF|EUR)")
_AMOUNTS: Final = 2
# A form with so many choices asks what its reader thinks.
_LEAST_CHOICES: Final = 2
# Forms with a field of these are of other sorts: to write, to log in, to search.
_FIELDS: Final = ("password", "search", "file")


def labelled(view: View, index: int, held: Sequence[bool]) -> Named | None:
    """Whether an element near above a line is labelled as one of other stories, for those who hear the page.

    `held` says of the steps of the line's path which hold something of the story.
    """
    for level, element in enumerate(islice(view.page.elements[index].iterancestors(), _NEAR), 2):
        label = element.get("aria-label")
        hit = PROMOS.is_whole(line(label)) if label else None
        if hit is None or hit.rule != "related_heading":
            continue
        if level <= len(held) and not held[-level]:
            return "other_stories", Reason.PROMO, f"stands in an element labelled {label!r}"
    return None


def names_landmark(view: View, index: int) -> Named | None:
    """Whether a heading only names a part of the page for those who hear it, by its own id."""
    element = view.page.elements[index]
    own = next(
        (i for one in (element, element.getparent()) if one is not None and (i := one.get("id"))), None
    )
    said = _HEARD.search(own or "")
    if own is None or said is None:
        return None
    around = islice(element.iterancestors(), _NEAR)
    if not any(own in (box.get("aria-labelledby") or "").split() for box in around):
        return None
    return "accessibility", Reason.NAVIGATION, f"names the page's {said[1]} for those who hear it"


def asked(form: Any) -> Named | None:
    """What a form asks for: an address to write to and nothing written, or one of several amounts."""
    fields = list(form.iter("input", "textarea", "select"))
    if any(one.tag == "textarea" or one.get("type") in _FIELDS for one in fields):
        return None
    choices = sum(one.get("type") == "radio" for one in fields)
    if choices < _LEAST_CHOICES and any(
        _MAIL.search(" ".join(filter(None, map(one.get, _NAMES)))) for one in fields
    ):
        return "promo_box", Reason.PROMO, "stands in a form that asks for an e-mail address"
    amounts = {found[0] for text in form.itertext() for found in _AMOUNT.finditer(text)}
    if len(amounts) >= _AMOUNTS:
        return "promo_box", Reason.PROMO, f"stands in a form with {len(amounts)} amounts to choose from"
    return None
