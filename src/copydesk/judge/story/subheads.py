"""Subheads that were lost: short lines in doubt between two paragraphs, and headings right above one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any

from copydesk.judge.left_out.listed import is_kept
from copydesk.judge.navigation.page_links import leads_to_itself
from copydesk.judge.shape import PROSE_WORDS, is_stamp, is_title_like, size
from copydesk.judge.view import View
from copydesk.model import Kind, Verdict, kept

# Longer lines there are rather links to other stories: up to 12 words in place of 8, 130 more texts are
# changed for no better score.
_MOST_WORDS = 8
# So many subheads in capitals are the custom of a text.
_FELLOWS = 2
_LINKS = 0.3
_LEVELS = 2
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def judge(view: View) -> dict[int, Verdict]:
    """Keep a short line between two paragraphs that the line keeper is sure of, where it leaves it open.

    What other judges struck does not count as standing between.
    """
    if not view.pasted:
        return _marked_up(view)
    if not view.doubt:
        return {}
    counts = Counter(line.key for line in view.lines)
    left = [b.index for b in view.blocks if b.index not in view.verdicts or view.verdicts[b.index].keep]
    found: dict[int, Verdict] = {}
    for above, index, below in zip(left, left[1:], left[2:], strict=False):
        once = counts[view.lines[index].key] == 1
        if once and _may_be(view, index) and _is_sure(view, above) and _is_sure(view, below):
            told = f"in doubt: a short line between two paragraphs of the story (blocks {above} and {below})"
            found[index] = kept("subhead", told, doubt=True)
    return found | {i: v for i, v in _in_capitals(view).items() if i not in found}


def _in_capitals(view: View) -> dict[int, Verdict]:
    """Lines in capitals right between two lines of the story, where others such are its subheads.

    In pastes of the labelled pages all 13 such lines head a part of the story; with one such subhead beside
    them, two of four more do not.
    """
    capitals = [b.index for b in view.blocks if b.text.isupper() and size(view.lines[b.index]) <= _MOST_WORDS]
    fellows = [i for i in capitals if view.blocks[i].kind is Kind.HEADING and is_kept(view, i)]
    if len(fellows) < _FELLOWS:
        return {}
    told = f"a line in capitals, as the subheads of the story are (block {fellows[0]})"
    lost = (i for i in capitals if 0 < i < len(view.blocks) - 1 and _is_left_open(view, i))
    between = (i for i in lost if is_kept(view, i - 1) and is_kept(view, i + 1))
    return {i: kept("subhead", told, kind=Kind.HEADING, doubt=True) for i in between}


def _marked_up(view: View) -> dict[int, Verdict]:
    """Keep the headings right above a paragraph of the story, in an element around them both."""
    read = [block.index for block in view.blocks if is_kept(view, block.index)]
    found: dict[int, Verdict] = {}
    for index in view.open():
        if not read or not read[0] < index < read[-1] or view.in_reading[index]:
            continue
        block = view.blocks[index]
        if block.kind is not Kind.HEADING:
            continue
        own = block.link_density > _LINKS and leads_to_itself(view, index)
        if (own or block.link_density <= _LINKS) and _heads_prose(view, index, anywhere=own):
            found[index] = kept("subhead", "a heading right above a paragraph of the story")
    return found


def _heads_prose(view: View, index: int, *, anywhere: bool) -> bool:
    """Whether the next line that is seen is a paragraph of the story, in an element around the heading.

    A heading that is a link to itself, for others to link to, is the page's own, wherever the paragraph is.
    """
    below = next((i for i in range(index + 1, len(view.blocks)) if not view.blocks[i].hidden), index)
    if view.blocks[below].kind is not Kind.PARAGRAPH or not is_kept(view, below):
        return False
    near = list(islice(_around_heading(view, index), _LEVELS))
    beside = anywhere or view.page.elements[below].getparent() in near
    return beside and size(view.lines[below]) >= PROSE_WORDS


def _around_heading(view: View, index: int) -> Iterator[Any]:
    """The elements around a heading; what only marks its words up or folds what it heads is none of them."""
    element = view.page.elements[index]
    around = [element, *element.iterancestors()]
    head = next((i for i, one in enumerate(around) if one.tag in _HEADINGS), 0)
    return (one for one in around[head + 1 :] if one.tag != "summary")


def _may_be(view: View, index: int) -> bool:
    """Whether a line that the reading would drop, in doubt, has the form of a subhead."""
    line = view.lines[index]
    return is_title_like(line) and size(line) <= _MOST_WORDS and _is_left_open(view, index)


def _is_left_open(view: View, index: int) -> bool:
    """Whether the reading would drop a line, in doubt, that is no item, row or stamp."""
    if index in view.verdicts or view.in_reading[index] or not view.doubt[index]:
        return False
    block = view.blocks[index]
    return not block.bullet and block.kind is not Kind.TABLE and not is_stamp(view.lines[index])


def _is_sure(view: View, index: int) -> bool:
    return view.is_sure(index) and size(view.lines[index]) >= PROSE_WORDS
