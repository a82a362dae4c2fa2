"""Short lines that the line keeper is in doubt of: between two paragraphs of the story they are subheads."""

from __future__ import annotations

from collections import Counter

from copydesk.judge.shape import PROSE_WORDS, is_stamp, is_title_like, size
from copydesk.judge.view import View
from copydesk.model import Kind, Verdict, kept

# Longer lines there are rather links to other stories: up to 12 words in place of 8, 130 more texts are
# changed for no better score.
_MOST_WORDS = 8


def judge(view: View) -> dict[int, Verdict]:
    """Keep a short line between two paragraphs that the line keeper is sure of, where it leaves it open.

    What other judges struck does not count as standing between.
    """
    if not (view.pasted and view.doubt):
        return {}
    counts = Counter(line.key for line in view.lines)
    left = [b.index for b in view.blocks if b.index not in view.verdicts or view.verdicts[b.index].keep]
    found: dict[int, Verdict] = {}
    for above, index, below in zip(left, left[1:], left[2:], strict=False):
        once = counts[view.lines[index].key] == 1
        if once and _may_be(view, index) and _is_sure(view, above) and _is_sure(view, below):
            told = f"in doubt: a short line between two paragraphs of the story (blocks {above} and {below})"
            found[index] = kept("subhead", told, doubt=True)
    return found


def _may_be(view: View, index: int) -> bool:
    """Whether a line that the reading would drop, in doubt, has the form of a subhead."""
    line = view.lines[index]
    if index in view.verdicts or view.in_reading[index] or not view.doubt[index]:
        return False
    if view.blocks[index].bullet or view.blocks[index].kind is Kind.TABLE:
        return False
    return is_title_like(line) and size(line) <= _MOST_WORDS and not is_stamp(line)


def _is_sure(view: View, index: int) -> bool:
    return view.is_sure(index) and size(view.lines[index]) >= PROSE_WORDS
