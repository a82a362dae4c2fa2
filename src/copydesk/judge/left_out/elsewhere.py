"""Lines told by their place alone, in words that the page has elsewhere and that told there what they are.

A page prints the names of networks or a call to subscribe several times: beside the story, in its head and
in its foot. One line has one reason wherever it stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Final

from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped

# Said of whatever stands in the head or foot of a page.
_BY_PLACE: Final = frozenset({"page_frame"})
# Said of a line's own words.
_BY_WORDS: Final = frozenset({"share_names", "share", "call", "stock_line", "action", "sign_up"})

# What page code has left behind is that in a list of other stories, too.
_RESIDUE: Final = frozenset({"residue"})
_IN_LISTS: Final = frozenset({"related_list", "other_stories"})

# A biography of so many words is one wherever it is printed, whatever it asks for in its end: by these rules.
_ASKS: Final = frozenset({"call", "sign_up"})
_LIFE_WORDS: Final = 8


def as_elsewhere(view: View, verdicts: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """Verdicts, with those by place alone given the reason that the same words have elsewhere on the page."""
    told = _told(view, verdicts, _BY_WORDS)
    sources = (
        (_BY_PLACE, told),
        (_ASKS, _lives(view, verdicts)),
        (_IN_LISTS, _told(view, verdicts, _RESIDUE)),
    )
    by_rule = {rule: said for rules, said in sources for rule in rules}
    return {i: _agreed(view, i, by_rule.get(v.rule, {}), verdicts) for i, v in verdicts.items()}


def _told(view: View, verdicts: Mapping[int, Verdict], rules: Set[str]) -> dict[str, int]:
    """The first lines of a page, by their words, that some rules have told."""
    told: dict[str, int] = {}
    for index in sorted(i for i, verdict in verdicts.items() if verdict.rule in rules):
        told.setdefault(view.lines[index].key, index)
    return told


def _lives(view: View, verdicts: Mapping[int, Verdict]) -> dict[str, int]:
    """The biographies of a page, by their words."""
    lives = (i for i, verdict in verdicts.items() if verdict.reason is Reason.AUTHOR_BIO)
    return {view.lines[i].key: i for i in sorted(lives) if view.lines[i].word_count >= _LIFE_WORDS}


def _agreed(view: View, index: int, told: Mapping[str, int], verdicts: Mapping[int, Verdict]) -> Verdict:
    verdict = verdicts[index]
    if (other := told.get(view.lines[index].key)) is None:
        return verdict
    same = verdicts[other]
    if same.reason is None:
        return verdict
    return dropped(same.rule, same.reason, f"says the same as block {other}: {same.evidence}")
