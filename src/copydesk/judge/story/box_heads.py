"""The short line at the head of a box whose other lines are kept: "Key points", "What we like"."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from copydesk.extract.paths import last_steps
from copydesk.judge.boxes import holds, inside
from copydesk.judge.left_out.echoes import asks_to_share
from copydesk.judge.left_out.listed import is_kept
from copydesk.judge.phrases.table import read_topic
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, kept

# Buttons, and the frame of the page.
_FRAME: Final = re.compile(r"(?:button|nav|header|footer|label|summary)(?=[.#]|$)")
_LEADS: Final = read_topic("leads").table
_KINDS: Final = frozenset({Kind.HEADING, Kind.PARAGRAPH})
_WORDS: Final = 12
_LINKS: Final = 0.5
_LEVELS: Final = 3
# A box has no more lines, of which so many at least are kept, and the first two. On the labelled pages 45
# such lines head boxes that are in the labels: 43 are in them, too.
_MOST: Final = 15
_LEAST: Final = 2
_SHARE: Final = 0.8


def judge(view: View) -> dict[int, Verdict]:
    """Keep what heads a box of the story and that nothing names as something else."""
    found: dict[int, Verdict] = {}
    for index in () if view.pasted else view.open():
        if view.in_reading[index]:
            continue
        if _may_head(view, index) and (size := _box(view, index)):
            found[index] = kept("box_head", f"heads a box of {size} lines that are kept")
        elif _heads_panel(view, index):
            found[index] = kept("panel_head", "opens and shuts the lines below, which are shown and kept")
    return found


def _may_head(view: View, index: int) -> bool:
    block = view.blocks[index]
    if block.kind not in _KINDS or block.link_density >= _LINKS or view.lines[index].word_count > _WORDS:
        return False
    if (
        any(map(_FRAME.match, last_steps(block.path, _LEVELS)))
        or _LEADS.opens(view.lines[index])
        or asks_to_share(view.lines[index])
    ):
        return False
    below = list(islice(view.below(index), _LEAST))
    return len(below) == _LEAST and all(is_kept(view, i) and not view.is_title(i) for i in below)


def _heads_panel(view: View, index: int) -> bool:
    """Whether a heading is the button of what it heads, and that is open and the story's."""
    if view.blocks[index].kind is not Kind.HEADING or view.lines[index].word_count > _WORDS:
        return False
    element = view.page.elements[index]
    near = (element, *islice(element.iterancestors(), _LEVELS), *element.iter("button"))
    if not any(one.tag == "button" and one.get("aria-expanded") == "true" for one in near):
        return False
    below = next((i for i in view.below(index) if not _is_caption(view, i)), None)
    return below is not None and is_kept(view, below)


def _is_caption(view: View, index: int) -> bool:
    verdict = view.verdicts.get(index)
    return verdict is not None and verdict.reason is Reason.CAPTION


def _box(view: View, index: int) -> int:
    """How many lines stand below a line that is the first of its box, if they are kept; else 0."""
    elements = view.page.elements
    below = next(view.below(index))
    around = islice(elements[index].iterancestors(), _LEVELS)
    box = next((box for box in around if holds(box, elements[below])), None)
    if box is None:
        return 0
    lines = [i for i in inside(view, index, box) if not view.blocks[i].hidden]
    others = [i for i in lines if i != index]
    kept_ = sum(is_kept(view, i) for i in others)
    first = lines[0] == index and _LEAST <= len(others) <= _MOST
    return len(others) if first and kept_ >= max(_LEAST, _SHARE * len(others)) else 0
