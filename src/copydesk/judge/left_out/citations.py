"""How a piece is cited on more than one line: the journal's volume above the piece's own number."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from copydesk.judge.boxes import in_one_box
from copydesk.judge.left_out.around import Named
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict

_RULE: Final = "citation"
# So many elements around a line of a citation hold the others.
_LEVELS: Final = 2
_VOLUME: Final = re.compile(
    r"\D{2,80}\s\d{1,4}(?:\s?\(\d{1,4}\))?\s?[,:]\s?e?\d{1,6}(?:\s?[-–]\s?e?\d{1,6})?"
    r"\s?[(,;]\s?(?:19|20)\d\d\)?\.?"
)


def cited(view: View, left: Sequence[int], told: Mapping[int, Verdict]) -> dict[int, Named]:
    """The lines with a volume, pages and a year beside a line of a citation, in one box with it."""
    found: dict[int, Named] = {}
    for index in left:
        if index in told or not names_volume(view.lines[index].text):
            continue
        beside = (other for other in (index - 1, index + 1) if _is_of_citation(told, other))
        if any(in_one_box(view, index, other, _LEVELS) for other in beside):
            found[index] = _RULE, Reason.CREDIT, "says where the piece is printed, beside how it is cited"
    return found


def _is_of_citation(told: Mapping[int, Verdict], index: int) -> bool:
    return index in told and told[index].rule == _RULE


def names_volume(text: str) -> bool:
    """Whether a text is the name of a journal, with a volume, pages and a year.

    >>> [names_volume(text) for text in ("Tides 12, 20-23 (2031)", "Tides 12(3): e204, 2031", "Tides (2031)")]
    [True, True, False]
    """
    return _VOLUME.fullmatch(text) is not None
