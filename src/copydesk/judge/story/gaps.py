"""Gaps in the story: lines between lines that stay, which nothing speaks against, are the story's."""

from __future__ import annotations

from collections import Counter
from typing import Final

from copydesk.extract.paths import tags_of
from copydesk.judge.left_out.listed import is_kept
from copydesk.judge.story.fellows import holder
from copydesk.judge.view import View
from copydesk.model import Block, Kind, Verdict, kept

# On unseen labelled sites 93 in 100 such lines are in the labels, 143 lines; of those half as likely it is
# seven in ten, and in gaps of three or more lines half.
_MOST: Final = 2
_LEAST: Final = 0.3
# Of code the reading is right as often as the place is.
_LEAST_CODE: Final = 0.4
# A last paragraph is as likely the story's as not from here on, if so many stand in the same place.
_LEAST_LAST: Final = 0.4
_ALIKE: Final = 3
# A heading that so many of the story are like is one of it.
_HEADINGS: Final = 2
# A line with more of it in links may lead elsewhere, unless it is in a list of which the story has a line.
_LINKED: Final = 0.5


def judge(view: View) -> dict[int, Verdict]:
    """Keep the lines that fill short gaps in the story, where no judge has said what else they are."""
    found: dict[int, Verdict] = {}
    gap: list[int] = []
    above = -1
    places = _places(view) if view.likely else Counter()
    for block in view.blocks if view.likely else ():
        if block.hidden:
            continue
        if not is_kept(view, block.index):
            gap.append(block.index)
            continue
        if above >= 0 and all(i not in view.verdicts for i in gap):
            found |= {i: kept("gap", _said(view, i)) for i in _story(view, places, (above, block.index), gap)}
        above, gap = block.index, []
    return found | _tail(view, above, gap)


def _tail(view: View, last: int, behind: list[int]) -> dict[int, Verdict]:
    """The paragraph right behind the story that stands where several of its paragraphs do."""
    if last < 0 or not behind or behind[0] in view.verdicts or view.likely[behind[0]] < _LEAST_LAST:
        return {}
    block = view.blocks[behind[0]]
    alike = sum(other.path == block.path and is_kept(view, other.index) for other in view.blocks)
    if block.kind is not Kind.PARAGRAPH or alike < _ALIKE or not view.lines[block.index].sentence:
        return {}
    said = f"right behind the story, in the place of {alike} paragraphs of it"
    return {block.index: kept("gap", f"{said}; probability {view.likely[block.index]:.3f}")}


def _places(view: View) -> Counter[tuple[int, str]]:
    """How many headings of the story stand in places alike, by their level and their place."""
    heads = (b for b in view.blocks if b.kind is Kind.HEADING and is_kept(view, b.index))
    return Counter((head.level, tags_of(head.path)) for head in heads)


def _story(view: View, places: Counter[tuple[int, str]], ends: tuple[int, int], gap: list[int]) -> list[int]:
    """Which lines of a gap are the story's: all of one list with it, or few and no links."""
    likely = [i for i in gap if view.likely[i] >= _least(view.blocks[i], places)]
    if likely and _is_in_list(view, ends, gap):
        return likely
    if len(gap) > _MOST or (len(gap) > 1 and view.blocks[gap[0]].kind is Kind.HEADING):
        # A heading with its text is a box beside the story as often as a part of it.
        return []
    return [i for i in likely if view.blocks[i].link_density < _LINKED]


def _least(block: Block, places: Counter[tuple[int, str]]) -> float:
    if block.kind is Kind.HEADING and places[block.level, tags_of(block.path)] >= _HEADINGS:
        return 0.0
    return _LEAST_CODE if block.kind is Kind.CODE else _LEAST


def _is_in_list(view: View, ends: tuple[int, int], gap: list[int]) -> bool:
    """Whether a gap is of one list or table, of which the story has the line above or below."""
    around = holder(view, gap[0])
    if around is None or any(holder(view, i) is not around for i in gap):
        return False
    return any(around is holder(view, end) for end in ends)


def _said(view: View, index: int) -> str:
    return f"between lines that stay, and nothing says what else it is; probability {view.likely[index]:.3f}"
