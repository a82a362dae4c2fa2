"""Lines printed twice in a row, as a caption and the description of its image are in pasted text."""

from __future__ import annotations

import re

from copydesk.judge.captions.caption_text import unlabelled
from copydesk.judge.captions.credited import is_caption_text
from copydesk.judge.phrases.pictures import CREDIT_LINE_WORDS
from copydesk.judge.shape import is_prose, size
from copydesk.judge.view import View
from copydesk.text import Line, key

# Fewer words come twice for other reasons.
TWIN_WORDS = 4
# What stands behind a caption and not behind its image's text: "[Ada Quill/Example]", "ADA QUILL POUR « X »".
_CREDIT_WORDS = 8
_BRACKET = re.compile(r"[(\[][^()\[\]]{2,80}[)\]]\.?")
# A page sets its paragraphs apart if this share of so many has a blank line above.
_PARAGRAPHS, _SPACED_SHARE = 2, 0.8


def printed_twice(view: View, index: int) -> bool:
    """Whether a line stands beside its twin, as text and description of one image do.

    The credit of the picture may part them.
    """
    line = view.lines[index]
    if size(line) < TWIN_WORDS:
        return False
    if any(_twins(view, index, k) for k in (index - 1, index + 1)):
        return True
    return any(_are_parted_twins(view, first) for first in (index - 2, index))


def _are_parted_twins(view: View, first: int) -> bool:
    """Whether a line is an image's text, the next one its credit, and the one below that its caption."""
    if not 0 <= first < len(view.blocks) - 2 or any(view.blocks[i].gap > 1 for i in (first + 1, first + 2)):
        return False
    text, credit, caption = view.lines[first : first + 3]
    labelled = caption.key == text.key or unlabelled(caption.text) != caption.text
    short = credit.word_count <= CREDIT_LINE_WORDS and is_caption_text(credit)
    return labelled and short and are_twins(text, caption)


def is_image_twin(view: View, index: int) -> bool:
    """Whether a line's twin stands right above or below it, without the blank line paragraphs have."""
    near = ((other, max(index, other)) for other in (index - 1, index + 1))
    return any(_twins(view, index, other) and not view.blocks[lower].gap for other, lower in near)


def _twins(view: View, a: int, b: int) -> bool:
    """Two lines next to each other that are equal, or but for the credit behind one of them."""
    if not 0 <= b < len(view.blocks) or view.blocks[max(a, b)].gap > 1:
        return False
    return are_twins(view.lines[a], view.lines[b])


def says_less(view: View, index: int) -> bool:
    """Whether a line is the text of an image whose caption beside it says the same and who made it."""
    own = len(unlabelled(view.lines[index].text))
    beside = (i for i in (index - 1, index + 1) if _twins(view, index, i))
    return any(len(unlabelled(view.lines[i].text)) > own + 1 for i in beside)


def has_other_twin(view: View, index: int) -> bool:
    """Whether a line stands beside its twin, and one of the two has a label or a credit."""
    beside = (i for i in (index - 1, index + 1) if _twins(view, index, i))
    return any(view.lines[i].key != view.lines[index].key for i in beside)


def are_twins(a: Line, b: Line) -> bool:
    """Whether two lines are equal, or but for a label in front of one of them and a credit behind.

    >>> from copydesk.text import line
    >>> are_twins(line("The pier in the snow"), line("The pier in the snow [Ada Quill/The Gazette]"))
    True
    >>> are_twins(line("The pier in the snow"), line("Image caption, The pier in the snow"))
    True
    >>> are_twins(line("The pier in the snow"), line("The pier in the snow was closed"))
    False
    """
    if a.key == b.key:
        return True
    bare = sorted((unlabelled(a.text), unlabelled(b.text)), key=len)
    one, two = key(bare[0]), key(bare[1])
    if len(one.split()) < TWIN_WORDS:
        return False
    if one == two or not two.startswith(f"{one} "):
        return one == two
    return is_caption_text(max(a, b, key=lambda line: len(line.key))) or _is_credit(bare[1][len(bare[0]) :])


def _is_credit(behind: str) -> bool:
    """Whether what stands behind a caption is in brackets, or a few words in capitals."""
    told = behind.strip(" .|–—-")
    if len(told.split()) > _CREDIT_WORDS:
        return False
    return _BRACKET.fullmatch(told) is not None or (told.isupper() and len(told.split()) > 1)


def is_spaced(view: View) -> bool:
    """Whether a pasted page puts blank lines between its paragraphs, with few exceptions."""
    prose = [view.blocks[i].gap > 0 for i, line in enumerate(view.lines) if i and is_prose(line)]
    return len(prose) >= _PARAGRAPHS and sum(prose) >= _SPACED_SHARE * len(prose)
