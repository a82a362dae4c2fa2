"""Entries of a list that words alone name otherwise than their sisters: "Most read" among links of a menu."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final

from copydesk.extract.paths import tags_of
from copydesk.judge.misplaced import HEADS
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped

# A list has so many entries, of which so large a part is of one reason. On 956 labelled pages rules by words
# name 70 links otherwise than so many sisters; all but four of them are what their sisters are.
_ENTRIES: Final = 4
_ALIKE: Final = 0.75
_WHOLLY: Final = 0.9
# What the entries of a list are links to.
_LISTS: Final = frozenset({Reason.NAVIGATION, Reason.PROMO, Reason.NOTICE})
# The rules that go by what a line says, or that found nothing, and so may be wrong of a single link.
_BY_WORDS: Final = HEADS | frozenset(
    {
        "byline",
        "comments_widget",
        "keeper",
        "link_line",
        "other_stories",
        "related_list",
        "residue",
        "section_label",
    }
)


def as_sisters(view: View, verdicts: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """Verdicts, with what words alone say of single entries in lists of links made what the others are."""
    named = dict(verdicts)
    for row in () if view.pasted else _rows(view, verdicts):
        [(reason, count)] = Counter(verdicts[i].reason for i in row).most_common(1)
        if reason in _LISTS and count < len(row) and count >= _ALIKE * len(row):
            verdict = dropped(
                "entry", reason, f"one of {len(row)} links of a list, of which {count} are {reason}"
            )
            named |= {i: verdict for i in row if _by_words(view, i, verdicts[i], reason)}
    return named


def _rows(view: View, verdicts: Mapping[int, Verdict]) -> Iterator[list[int]]:
    """Dropped lines one behind the other that stand in elements of the same tags."""

    def place(index: int) -> str | None:
        verdict = verdicts.get(index)
        return None if verdict is None or verdict.keep else tags_of(view.blocks[index].path)

    for tags, group in groupby(range(len(view.blocks)), place):
        row = list(group)
        if tags is not None and len(row) >= _ENTRIES:
            yield row


def _by_words(view: View, index: int, verdict: Verdict, reason: Reason) -> bool:
    linked = view.blocks[index].link_density >= _WHOLLY
    return linked and verdict.reason is not reason and verdict.rule in _BY_WORDS
