"""Short lines of the reading behind a label that their sisters have, too, which are dropped with them.

"See it now: Quill" below each of ten tools is one line of a shop, though the reading has one of them.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped
from copydesk.text import key

_LABEL_WORDS: Final = range(1, 5)
_MOST_WORDS: Final = 10
# So many sisters are dropped for each line that is not, and so many at least.
_LEAST_DROPPED: Final = 3
_Fellowship = tuple[str, str]


def judge(view: View) -> dict[int, Verdict]:
    """Drop lines behind a label with which the same element has mostly what is promo."""
    if view.pasted:
        return {}
    gone: dict[_Fellowship, list[Verdict]] = defaultdict(list)
    left: dict[_Fellowship, list[int]] = defaultdict(list)
    for block in view.blocks:
        label = _label(view, block.index)
        if label is None or block.hidden:
            continue
        verdict = view.verdicts.get(block.index)
        if verdict is None or verdict.keep:
            left[block.path, label].append(block.index)
        elif verdict.reason is Reason.PROMO:
            gone[block.path, label].append(verdict)
    found: dict[int, Verdict] = {}
    for fellows, lines in left.items():
        dropped_ = gone.get(fellows, [])
        if len(dropped_) >= _LEAST_DROPPED * len(lines):
            said = f"its label is that of {len(dropped_)} lines that are promo: '{fellows[1]}'"
            told = dropped(dropped_[0].rule, Reason.PROMO, said)
            found |= {i: told for i in lines if i not in view.verdicts}
    return found


def _label(view: View, index: int) -> str | None:
    """What stands before a short line's colon, with something behind it."""
    line = view.lines[index]
    if line.word_count > _MOST_WORDS or line.sentence:
        return None
    before, colon, behind = line.text.partition(":")
    label = key(before)
    return label if colon and behind.strip() and len(label.split()) in _LABEL_WORDS else None
