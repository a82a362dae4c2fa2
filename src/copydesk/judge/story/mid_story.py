"""Lines that the reading lost in mid-story, and that what stands around them makes the story's."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from copydesk.extract.parts import ASKS
from copydesk.extract.paths import place
from copydesk.judge.boxes import holds
from copydesk.judge.left_out.listed import is_kept
from copydesk.judge.post_addresses import is_of_post
from copydesk.judge.shape import PROSE_WORDS, is_prose, size
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped, kept

# A name that heads what is said of it has no more words.
_NAME_WORDS: Final = 6
_WHOLLY: Final = 0.9
# "Visit: https://example.org/pier": an address written out, and a label at most.
_ADDRESS: Final = re.compile(r"(?:[^\W\d_][\w ]{1,24}: ?)?(?:https?://|www\.)[^\s/]+\.\S+", re.IGNORECASE)
# What is pressed to unfold an answer: a link that leads nowhere is, too.
_PRESSED: Final = frozenset({"a", "button", "summary"})
_QUESTION_WORDS: Final = range(3, 41)
# Of more addresses below one another none is looked past.
_ADDRESSES: Final = 12
_WORDS_INSIDE: Final = 5
_PARAGRAPH: Final = re.compile(r"(?:p|li)(?:[.#]|$)")


def judge(view: View) -> dict[int, Verdict]:
    """Keep questions above their answers, names above what is said of them, addresses, parts of sentences.

    The address of a post that is set in there stands for the post, and goes.
    """
    if view.pasted:
        return {}
    read = [block.index for block in view.blocks if is_kept(view, block.index)]
    found: dict[int, Verdict] = {}
    for index in view.open():
        if not read or not read[0] < index < read[-1] or view.in_reading[index] or view.blocks[index].hidden:
            continue
        if _is_pressed_question(view, index):
            found[index] = kept("question", "a question that is pressed, above its answer, which stays")
        elif _opens_below(view, index):
            found[index] = kept("linked_subhead", "a link in the words that the paragraph below begins with")
        elif is_of_post(view, index):
            found[index] = dropped("embed_stub", Reason.TEMPLATE, "the bare address of something embedded")
        elif _is_address(view, index):
            found[index] = kept("address", "an address written out, beside paragraphs and like them")
        elif _is_inside_sentence(view, index):
            found[index] = kept("inner_words", "stands within a sentence of the story")
    return found


def _is_pressed_question(view: View, index: int) -> bool:
    """Whether a line asks something, leads nowhere, and what it unfolds right below is prose that stays."""
    line = view.lines[index]
    if not line.text.endswith(ASKS) or size(line) not in _QUESTION_WORDS:
        return False
    below = next(view.below(index), None)
    if below is None or not is_kept(view, below) or not is_prose(view.lines[below]):
        return False
    element = view.page.elements[index]
    around = next((one for one in (element, *element.iterancestors()) if one.tag in _PRESSED), None)
    return around is not None and not around.get("href")


def _opens_below(view: View, index: int) -> bool:
    """Whether a line is one link in the words with which a paragraph right below it begins."""
    line, block = view.lines[index], view.blocks[index]
    if block.link_density < _WHOLLY or size(line) > _NAME_WORDS or not line.key:
        return False
    below = next(view.below(index), None)
    if below is None or not _is_like(view, index, below):
        return False
    return size(view.lines[below]) >= PROSE_WORDS and view.lines[below].key.startswith(f"{line.key} ")


def _is_address(view: View, index: int) -> bool:
    """Whether a line is a web address, in one row with lines of the story that it is like."""
    if _ADDRESS.fullmatch(view.blocks[index].text) is None:
        return False
    # Several may stand below one another.
    rows = (islice(way, _ADDRESSES) for way in (view.above(index), view.below(index)))
    beside = [next((i for i in row if not _ADDRESS.fullmatch(view.blocks[i].text)), None) for row in rows]
    whole = all(i is not None and is_kept(view, i) for i in beside)
    return whole and any(i is not None and _is_like(view, index, i) for i in beside)


def _is_like(view: View, index: int, other: int) -> bool:
    """Whether a line is a paragraph or item where one of the story stands, told by their elements."""
    if view.blocks[other].kind is not view.blocks[index].kind or not is_kept(view, other):
        return False
    own, its = (_block_of(view.blocks[i].path) for i in (index, other))
    return bool(own) and own == its


def _block_of(path: str) -> str:
    """Where the innermost paragraph or list item of a path stands, or nothing.

    >>> _block_of("div#page/p.lead-3/a/u")
    'div/p.lead-0'
    """
    steps = place(path).split("/")
    last = next((i for i in range(len(steps) - 1, -1, -1) if _PARAGRAPH.match(steps[i])), None)
    return "" if last is None else "/".join(steps[: last + 1])


def _is_inside_sentence(view: View, index: int) -> bool:
    """Whether an element's text, in which a line stands, goes on below it in mid-sentence."""
    above, below = index - 1, index + 1
    if size(view.lines[index]) > _WORDS_INSIDE or not view.blocks[below].text[:1].islower():
        return False
    elements = view.page.elements
    one = elements[above] is elements[below] and holds(elements[above], elements[index])
    return one and is_kept(view, above) and is_kept(view, below) and view.lines[above].sentence
