"""Cards of other stories, and what heads them, in boxes that are called a menu or the page's head."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final

from copydesk.extract.paths import place
from copydesk.judge.boxes import in_one_box
from copydesk.judge.left_out.around import LINKED, Named
from copydesk.judge.navigation.page_links import links_of
from copydesk.judge.place import above, frame_of
from copydesk.judge.promos.story_links import is_lone_link
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict

# The rule of what is of the page's frame, by its element.
_FRAME: Final = "page_frame"
# So many blocks on, a card has its sister.
_REACH: Final = 6
# A heading of other stories has no more words, and so many of them at least right below.
_HEADING_WORDS: Final = 8
_LEAST_BELOW: Final = 2
# ... as long as headlines are, with the number of each between, which has fewer words.
_STORY_WORDS: Final = 5
_NUMBER_WORDS: Final = 1
_SEEN: Final = 6
# The box of a heading and of what it heads is so near.
_LEVELS: Final = 4
_SISTER: Final = "other_stories", Reason.PROMO, "a card with a picture, as others beside it"
_HEAD: Final = "heads", Reason.PROMO, "a heading with other stories right below"
_PICTURES: Final = ("img", "picture", "amp-img")


def cards(view: View, found: Mapping[int, Verdict]) -> dict[int, Named]:
    """The short headlines of cards whose sisters are longer, and the headings over other stories.

    Both are told by a name of their box alone before.
    """
    framed = [i for i, v in found.items() if v.rule == _FRAME]
    told = dict.fromkeys((i for i in framed if _has_sister(view, i, found)), _SISTER)
    heads = (i for i in framed if i not in told and _heads_stories(view, i, found))
    return told | dict.fromkeys(heads, _HEAD)


def _is_of_menu(view: View, index: int) -> bool:
    """Whether a line stands in a menu or in the page's head, by the tags around it."""
    return any(frame_of(step) in ("menu", "header") for step in above(view.blocks[index].path))


def _has_sister(view: View, index: int, found: Mapping[int, Verdict]) -> bool:
    """Whether a line is the text of a card, and that of a card alike near by is another story's headline."""
    if not _is_card(view, index):
        return False
    own = place(view.blocks[index].path)
    near = (i for i in range(index - _REACH, index + _REACH + 1) if i in found)
    told = (i for i in near if found[i].rule == "other_stories" and place(view.blocks[i].path) == own)
    return any(_is_card(view, i) for i in told)


def _is_card(view: View, index: int) -> bool:
    return is_lone_link(view, index) and next(links_of(view, index)[0].iter(*_PICTURES), None) is not None


def _heads_stories(view: View, index: int, found: Mapping[int, Verdict]) -> bool:
    """Whether a line is a heading in one box with the headlines of other stories right below it."""
    block, line = view.blocks[index], view.lines[index]
    if block.kind is not Kind.HEADING or size(line) > _HEADING_WORDS or line.sentence:
        return False
    if _is_of_menu(view, index):
        return False
    stories = list(islice(_stories(view, index, found), _LEAST_BELOW))
    return len(stories) == _LEAST_BELOW and in_one_box(view, index, stories[-1], _LEVELS)


def _stories(view: View, index: int, found: Mapping[int, Verdict]) -> Iterator[int]:
    """The headlines of other stories right below a line, over the numbers between them."""
    for below in islice(view.below(index), _SEEN):
        words = size(view.lines[below])
        if words <= _NUMBER_WORDS:
            continue
        told = found.get(below) or view.verdicts.get(below)
        linked = view.blocks[below].link_density >= LINKED
        if told is None or told.reason is not Reason.PROMO or words < _STORY_WORDS or not linked:
            return
        yield below
