"""Captions that no markup and no wording tell: what stands in one element with a picture and nothing else."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice
from typing import Any

from copydesk.extract.images import LEAST_WIDTH, pixels
from copydesk.extract.paths import path_end
from copydesk.judge.boxes import holds, inside
from copydesk.judge.captions.below_picture import PICTURES, asks, below_pictures, is_near
from copydesk.judge.captions.caption_text import tidy
from copydesk.judge.edges import edges_of
from copydesk.judge.left_out.shape import offered
from copydesk.judge.shape import is_stamp, size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped

# A picture and its text are in one element so many above the text, with a second line at most: the credit.
_LEVELS, _LINES = 3, 2
_WORDS = range(3, 61)
# Above the story, where writers have their portraits, a caption is longer than a name and what they are.
_WORDS_ABOVE = 6
_CREDIT_WORDS = 6
# A line in the reading has to stand alone among sentences; where many do, the page lists them.
_READ_WORDS = range(3, 41)
_NUMBERED = re.compile(r"\d+[.)]")
_MOST_SHARE = 0.25
_LINKED = 0.5
_STORY = frozenset({"body", "main", "article", "html"})
_ELSEWHERE = ("aside", "footer", "nav")
# Boxes with a portrait, whose text says who somebody is.
_PEOPLE = re.compile(r"testimonial|author|byline|profile|avatar|(?<![a-z])bio(?![a-z])", re.IGNORECASE)
_NAMED = 4
_TAG_END = re.compile("[.#]")
# The rules of lines with a price, or a button to buy.
_SELLS = frozenset({"cta_box", "price", "shop", "product_box"})
# What makes an element more than a picture with its text.
_MORE = ("form", "input", "button", "iframe", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6")


def judge(view: View) -> dict[int, Verdict]:
    """Drop the lines below the story's pictures that nothing else speaks of: captions and their credits."""
    prose = [
        i for i, line in enumerate(view.lines) if line.sentence and view.in_reading and view.in_reading[i]
    ]
    if view.pasted or not view.page.elements or not prose:
        return {}
    edges, holders = edges_of(view), _holders(view)
    small = below_pictures(view, edges)
    left: list[list[int]] = []
    read: list[list[int]] = []
    for index in view.open():
        if index in small or not is_near(index, edges) or (box := _box(view, index, holders)) is None:
            continue
        last = next((group for group in (*left[-1:], *read[-1:]) if group[-1] == index - 1), None)
        if view.in_reading[index]:
            read += [[index]] if _stands_alone(view, index, prose) else []
        elif last is not None and _is_credit(view, index, box):
            last.append(index)
        elif _is_caption(view, index) and (index > edges.first or size(view.lines[index]) >= _WORDS_ABOVE):
            left.append([index])
    return _verdicts(view, [*left, *(read if len(read) <= _MOST_SHARE * len(prose) else ())]) | small


def _verdicts(view: View, groups: list[list[int]]) -> dict[int, Verdict]:
    found: dict[int, Verdict] = {}
    for caption, *credit in groups:
        text = tidy(" ".join(view.blocks[i].text for i in (caption, *credit)))
        evidence = "stands in one element with a picture and nothing else"
        found[caption] = dropped("beside_picture", Reason.CAPTION, evidence, facts=(("captions", text),))
        evidence = f"behind the caption of a picture (block {caption})"
        found |= {i: dropped("credit_beside", Reason.CAPTION, evidence) for i in credit}
    return found


def _holders(view: View) -> set[Any]:
    """The elements that hold a picture, as far above it as one is looked for from a line below it."""
    found: set[Any] = set()
    for picture in view.page.tree.iter(*PICTURES):
        found.update(islice(picture.iterancestors(), _LEVELS + 1))
    return found


def _picture_box(element: Any, holders: set[Any]) -> Any:
    """The nearest element above a line that holds a picture in front of it and nothing more, or None."""
    box = element
    for _ in range(_LEVELS + 1):
        if box is None or box.tag in _STORY:
            return None
        if box in holders:
            return box if _is_before(box, element) and next(box.iter(*_MORE), None) is None else None
        box = box.getparent()
    return None


def _box(view: View, index: int, holders: set[Any]) -> Any:
    """The box of a picture that a paragraph stands in with one more line at most."""
    block = view.blocks[index]
    if block.kind is not Kind.PARAGRAPH or block.hidden or block.link_density > _LINKED:
        return None
    if _is_elsewhere(block.path) or _PEOPLE.search(path_end(block.path, _NAMED)):
        return None
    box = _picture_box(view.page.elements[index], holders)
    if box is None:
        return None
    lines = [i for i in inside(view, index, box) if not view.blocks[i].hidden]
    return box if len(lines) <= _LINES and not _sells(view, lines, box) else None


def _sells(view: View, lines: list[int], box: Any) -> bool:
    """Whether one of a picture's lines says for how much the thing is sold, or leads to who sells it."""
    told = (v for i in lines if (v := view.verdicts.get(i)) is not None)
    priced = any(offered(view.lines[i]) is not None for i in lines)
    return priced or any(v.rule in _SELLS for v in told) or any(map(_is_paid, box.iter("a")))


def _is_paid(link: Any) -> bool:
    return "sponsored" in str(link.get("rel") or "").lower().split()


def _is_elsewhere(path: str) -> bool:
    """Whether one of a path's elements stands beside a story or around it.

    >>> _is_elsewhere("body/aside.left/p"), _is_elsewhere("body/div.aside/p")
    (True, False)
    """
    if not any(tag in path for tag in _ELSEWHERE):
        return False
    return any(_TAG_END.split(step, 1)[0] in _ELSEWHERE for step in path.split("/"))


def _is_before(box: Any, element: Any) -> bool:
    """Whether a picture in a box stands in front of a line, and is large enough to be one."""
    if element is box and (box.text or "").strip():
        return False
    for each in box.iter():
        if each.tag in PICTURES:
            return _is_large(each)
        if each is element and element is not box:
            return False
    return False


def _is_large(picture: Any) -> bool:
    """Whether a picture is none of the icons and portraits, by the width that it declares."""
    width = next((w for e in picture.iter("img", "amp-img") if (w := e.get("width"))), None)
    wide = pixels(width)
    return wide is None or wide >= LEAST_WIDTH


def _is_caption(view: View, index: int) -> bool:
    line = view.lines[index]
    return size(line) in _WORDS and not is_stamp(line) and not asks(line)


def _is_credit(view: View, index: int, box: Any) -> bool:
    """Whether a short line follows its picture's caption in one box."""
    short = view.lines[index].word_count <= _CREDIT_WORDS and not view.lines[index].sentence
    return short and holds(box, view.page.elements[index - 1])


def _stands_alone(view: View, index: int, prose: list[int]) -> bool:
    """Whether a line of the reading that is no sentence stands between sentences, as captions do."""
    line = view.lines[index]
    if (
        line.sentence
        or line.text.endswith(":")
        or _NUMBERED.match(line.text)
        or size(line) not in _READ_WORDS
        or not _is_caption(view, index)
    ):
        return False
    at = bisect_left(prose, index)
    above, below = (prose[at - 1] if at else -1), (prose[at] if at < len(prose) else len(view.lines))
    between = [
        i for i in range(above + 1, below) if i != index and view.in_reading[i] and i not in view.verdicts
    ]
    return not between and at < len(prose)
