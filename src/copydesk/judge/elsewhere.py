"""Lines told by their place alone, in words that the page has elsewhere and that told there what they are.

A page prints the names of networks or a call to subscribe several times: beside the story, in its head and
in its foot. One line has one reason wherever it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from copydesk.judge.view import View
from copydesk.model import Verdict, dropped

# Said of whatever stands in the head or foot of a page.
_BY_PLACE: Final = frozenset({"page_frame"})
# Said of a line's own words.
_BY_WORDS: Final = frozenset({"share_names", "share", "call", "stock_line", "action", "sign_up"})


def as_elsewhere(view: View, verdicts: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """Verdicts, with those by place alone given the reason that the same words have elsewhere on the page."""
    told: dict[str, int] = {}
    for index in sorted(i for i, verdict in verdicts.items() if verdict.rule in _BY_WORDS):
        told.setdefault(view.lines[index].key, index)
    return {i: _agreed(view, i, verdict, told, verdicts) for i, verdict in verdicts.items()}


def _agreed(
    view: View, index: int, verdict: Verdict, told: Mapping[str, int], verdicts: Mapping[int, Verdict]
) -> Verdict:
    if verdict.rule not in _BY_PLACE or (other := told.get(view.lines[index].key)) is None:
        return verdict
    same = verdicts[other]
    if same.reason is None:
        return verdict
    return dropped(same.rule, same.reason, f"says the same as block {other}: {same.evidence}")
