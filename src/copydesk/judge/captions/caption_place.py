"""Where the story stands among its captions, and which lines their place beside it makes captions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.extract.authors.names import is_person
from copydesk.judge.captions.credited import is_caption_text, weak_tail
from copydesk.judge.captions.twins import TWIN_WORDS, has_other_twin, is_image_twin, is_spaced, printed_twice
from copydesk.judge.headlines.trail_steps import top_of_head
from copydesk.judge.phrases import pictures as marks
from copydesk.judge.promos.promos import promo_of
from copydesk.judge.shape import is_prose, is_stamp, is_title_like, size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped
from copydesk.text import Line

# Captions with nothing but an agency in brackets behind them are shorter than paragraphs of the story.
_SIGNED_WORDS = 3
_MIDDLE_WORDS = 45
# Paragraphs that must follow before the first one, with an agency behind it, is taken for a caption.
STORY_AFTER = 2
# Lines before the reading and behind it whose captions still belong to the story.
_MARGIN = 6
# ... and how far above the story the headline may be for all between them to belong to it.
_FAR_TITLE = 30
# A name that stands twice so near above the story is whom its picture shows; menus have names twice, too.
_NAME_REACH = 4


@dataclass(frozen=True, slots=True)
class StoryEdges:
    """First paragraph of the story, last one, how many there are, and the first that is no caption.

    `spaced` says whether a pasted page puts blank lines between its paragraphs; `top` is the headline, if it
    is right above; `end` is the last line of the reading, which may be one of a list. Captions stand from
    `near` or, as such, from `over` on, and down to `below`: what a page hides parts nothing.
    """

    first: int
    last: int
    count: int
    body: int
    spaced: bool
    top: int
    end: int
    near: int
    over: int
    below: int


def story_edges(view: View) -> StoryEdges:
    """The edges of a page's story, as its captions see them."""
    prose = [
        i
        for i, line in enumerate(view.lines)
        if is_prose(line) and i not in view.verdicts and (view.pasted or view.in_reading[i])
    ]
    # A list of winners is a story as well, or the end of one.
    read = [] if view.pasted else [i for i in view.open() if view.in_reading[i]]
    prose = prose or read
    if not prose:
        nowhere = len(view.blocks)
        return _edges(view, [nowhere, -1], 0, body=nowhere, top=nowhere, end=-1)
    body = next((i for i in prose if not _is_no_body(view, i)), prose[-1]) if view.pasted else prose[0]
    title = prose[0] if (found := view.title()) is None else found
    top = top_of_head(view, title) if 0 <= prose[0] - title <= _FAR_TITLE else prose[0]
    end = max([prose[-1], *read[-1:]])
    return _edges(view, [prose[0], prose[-1]], len(prose), body=body, top=top, end=end)


def _edges(view: View, ends: Sequence[int], count: int, *, body: int, top: int, end: int) -> StoryEdges:
    first, last = ends
    near, over, below = view.up(first, _MARGIN), view.up(top, _MARGIN), view.down(end, _MARGIN)
    spaced = count > 0 and view.pasted and is_spaced(view)
    return StoryEdges(first, last, count, body, spaced, top, end, min(near, top), over, below)


def _is_no_body(view: View, other: int) -> bool:
    """Whether a line is no paragraph of the story: short, printed twice or a caption."""
    return not is_prose(view.lines[other]) or printed_twice(view, other) or is_caption_text(view.lines[other])


def is_near(index: int, edges: StoryEdges) -> bool:
    """Whether a block is of the story or within a margin of it, or between it and its headline."""
    return edges.near <= index <= edges.below


def is_of_story(view: View, index: int, edges: StoryEdges) -> bool:
    """Whether a caption is of the story's pictures: near it, or below a picture right above its headline."""
    above = edges.over <= index < edges.top and view.blocks[index].kind is Kind.CAPTION
    return is_near(index, edges) or (above and size(view.lines[index]) >= TWIN_WORDS)


def by_place(view: View, index: int, edges: StoryEdges) -> Verdict | None:
    """What makes a line a caption that does not say so: its twin, an agency's name, or the byline below."""
    line = view.lines[index]
    head = index <= edges.first and edges.count > STORY_AFTER
    if (told := _printed_twice_here(view, index, edges) or _beside_others(view, line)) is not None:
        return told
    if weak_tail(line) and index != edges.last:
        if head and (view.pasted or view.in_reading[index]):
            return dropped("agency_tail", Reason.CAPTION, "ends with an agency's name, above the story")
        shown = marks.SCENE.search(line.text) or marks.PICTURED_BY.search(line.text)
        if line.word_count <= _MIDDLE_WORDS and shown:
            return dropped(
                "agency_tail", Reason.CAPTION, "describes a picture and ends with an agency's name"
            )
    # A shorter one may sign the story: "mq/Reuters".
    left_out = view.pasted and view.in_reading and (not view.in_reading[index] or view.doubt[index])
    if left_out and line.word_count > _SIGNED_WORDS and weak_tail(line):
        return dropped("agency_tail", Reason.CAPTION, "left out, and ends with an agency's name")
    if view.pasted and head and _stands_above_stamp(view, index):
        return _scene_above_stamp(line)
    return None


def _name_twice(view: View, index: int, edges: StoryEdges) -> bool:
    """Whether a person's name stands twice in a row right above the story: whom the picture shows."""
    near = edges.body - _NAME_REACH <= index < edges.body
    return near and is_person(view.lines[index].text) and is_image_twin(view, index)


def _printed_twice_here(view: View, index: int, edges: StoryEdges) -> Verdict | None:
    twice = view.pasted and (printed_twice(view, index) or _name_twice(view, index, edges))
    if not twice or promo_of(view.lines[index]) is not None:
        return None
    # Behind all that is read buttons and notes of forms are printed twice.
    if view.in_reading and not any(view.in_reading[index:]):
        return None
    line = view.lines[index]
    above = index <= edges.body
    if (
        above
        or is_caption_text(line)
        or marks.SCENE.search(line.text)
        or has_other_twin(view, index)
        or (edges.spaced and is_image_twin(view, index))
    ):
        return dropped(
            "printed_twice", Reason.CAPTION, "printed twice in a row, as a caption and its image's text"
        )
    return None


def _beside_others(view: View, line: Line) -> Verdict | None:
    """What a line in pasted text is that names who is left and right, and is no sentence."""
    short = view.pasted and line.word_count <= _MIDDLE_WORDS and not line.sentence
    if not short or marks.SIDE.search(line.text) is None:
        return None
    return dropped("scene", Reason.CAPTION, "says where in a picture somebody is, and is no sentence")


def _stands_above_stamp(view: View, index: int) -> bool:
    """Whether the next line is a byline, stamp or dateline: what comes before is no body yet."""
    below = index + 1
    return below < len(view.lines) and is_stamp(view.lines[below]) and size(view.lines[index]) >= TWIN_WORDS


def _scene_above_stamp(line: Line) -> Verdict | None:
    if line.text[0].islower() and (line.sentence or is_prose(line)):
        return dropped("lost_initial", Reason.CAPTION, "above the byline, and its first letter is lost")
    if (
        not is_stamp(line)
        and marks.SCENE.search(line.text)
        and not (is_title_like(line) and not line.sentence)
    ):
        return dropped("scene", Reason.CAPTION, "describes a picture, above the byline")
    return None
