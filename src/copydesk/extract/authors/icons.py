"""What the icon beside a name says of it: who stands behind a camera took the pictures, and wrote nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Any, Final

from copydesk.extract.facts import Fact
from copydesk.extract.head import text_of

_CAMERA: Final = re.compile(r"(?<![a-z])camera(?![a-z])", re.IGNORECASE)
_ICONS: Final = ("i", "svg", "span")
_MOST_ICONS: Final = 12


def without_photographers(facts: tuple[Fact, ...], elements: Sequence[Any]) -> tuple[Fact, ...]:
    """Facts without the authors whose names stand beside the icon of a camera; `elements` are the blocks'."""
    return tuple(fact for fact in facts if fact.name != "authors" or not _is_photographer(fact, elements))


def _is_photographer(fact: Fact, elements: Sequence[Any]) -> bool:
    if fact.block.index >= len(elements):
        return False
    for icon in islice(elements[fact.block.index].iter(*_ICONS), _MOST_ICONS):
        if not text_of(icon) and _CAMERA.search(icon.get("class") or ""):
            behind = icon.getnext()
            name = (icon.tail or "").strip() or ("" if behind is None else text_of(behind))
            if name.startswith(fact.value):
                return True
    return False
