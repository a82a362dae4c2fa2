"""Lines printed twice in a row, as a caption and the description of its image are in pasted text."""

from __future__ import annotations

from copydesk.judge.credited import is_caption_text
from copydesk.judge.shape import is_prose, size
from copydesk.judge.view import View

# Fewer words come twice for other reasons.
TWIN_WORDS = 4
# A page sets its paragraphs apart if this share of so many has a blank line above.
_PARAGRAPHS, _SPACED_SHARE = 2, 0.8


def printed_twice(view: View, index: int) -> bool:
    """Whether a line stands beside its twin, as text and description of one image do."""
    line = view.lines[index]
    if size(line) < TWIN_WORDS:
        return False
    return any(_twins(view, index, k) for k in (index - 1, index + 1))


def is_image_twin(view: View, index: int) -> bool:
    """Whether a line's twin stands right above or below it, without the blank line paragraphs have."""
    near = ((other, max(index, other)) for other in (index - 1, index + 1))
    return any(_twins(view, index, other) and not view.blocks[lower].gap for other, lower in near)


def _twins(view: View, a: int, b: int) -> bool:
    """Two lines next to each other that are equal, or but for the credit behind one of them."""
    if not 0 <= b < len(view.blocks) or view.blocks[max(a, b)].gap > 1:
        return False
    one, two = sorted((view.lines[a], view.lines[b]), key=lambda line: len(line.key))
    if one.key == two.key:
        return True
    return size(one) >= TWIN_WORDS and two.key.startswith(one.key + " ") and is_caption_text(two)


def is_spaced(view: View) -> bool:
    """Whether a pasted page puts blank lines between its paragraphs, with few exceptions."""
    prose = [view.blocks[i].gap > 0 for i, line in enumerate(view.lines) if i and is_prose(line)]
    return len(prose) >= _PARAGRAPHS and sum(prose) >= _SPACED_SHARE * len(prose)
