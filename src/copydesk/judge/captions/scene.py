"""Captions without a mark of their own: sentences that stand between headline and story of a paste."""

from __future__ import annotations

import re
from dataclasses import dataclass

from copydesk.judge.phrases import pictures as marks
from copydesk.judge.shape import is_place, is_prose, is_stamp, opens_with_place, size
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped

# Lines below the headline among which the story's place is looked for.
_STAGE = 16
# Shorter lines are labels; longer ones are paragraphs of the story.
_LEAST_WORDS = 4
_MOST_WORDS = 45
# A sentence of what is to be seen is short.
_SCENE_WORDS = 25
# A second sentence, a quote or a list inside: more than a picture shows.
_INNER = re.compile(r"[a-z\d)][.!?] [A-Z]|[\"“”„«»:;]")
# A sentence that passes on what was said is no caption, unless the outlet prints nothing else there.
# "A soldier looks at the gate on May 5."
_ON_DAY = re.compile(r" on [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?\.$")
_SAID = re.compile(r"\b(?:said|says|told)\b")


@dataclass(frozen=True, slots=True)
class Stage:
    """The lines where a page shows its picture; `marked` if a place below them says that they end."""

    lines: range = range(0)
    marked: bool = False


def stage(view: View, *, story: bool) -> Stage:
    """The lines between headline and story, where the page shows its picture."""
    title = view.title()
    start = 0 if title is None else title + 1
    marked = _marked_start(view, start, title)
    if marked is not None:
        return Stage(range(start, marked), marked=True)
    # Without such a mark, only the first line under the headline.
    below = next((i for i in range(start, len(view.lines)) if not _is_frame(view, i)), start)
    return Stage(range(below, below + 1)) if title is not None and story else Stage()


def _is_frame(view: View, index: int) -> bool:
    return index in view.verdicts or is_stamp(view.lines[index]) or size(view.lines[index]) < _LEAST_WORDS


def _marked_start(view: View, start: int, title: int | None) -> int | None:
    """Where a place, alone on a line or with a dash, says that the story begins."""
    prose = 0
    for index in range(start, min(len(view.lines), start + _STAGE)):
        line = view.lines[index]
        if opens_with_place(line) and title is not None:
            return index
        if is_place(line) and _is_only_place(view, index, title):
            return index
        prose += is_prose(line) and index not in view.verdicts
        if prose > 1 or size(line) > _MOST_WORDS:
            break
    return None


def _is_only_place(view: View, index: int, title: int | None) -> bool:
    """A place and no speaker of an interview: no other line like it, and the outlet's way or no headline."""
    below = index + 1
    if below >= len(view.lines) or not is_prose(view.lines[below]):
        return False
    if any(is_place(line) and line.key != view.lines[index].key for line in view.lines):
        return False
    return title is None or _no_standfirst(view)


def _no_standfirst(view: View) -> bool:
    return view.profile is not None and not view.profile.standfirst


def on_stage(view: View, index: int, stage: Stage) -> Verdict | None:
    """A verdict on a sentence between headline and story: a caption, if the story is yet to begin."""
    line = view.lines[index]
    if is_stamp(line) or not line.sentence or line.text[-1] in "?!" or view.blocks[index].bullet:
        return None
    free = _no_standfirst(view) or not _SAID.search(line.text)
    if stage.marked and free and not _stamp_follows(view, range(index + 1, stage.lines.stop)):
        return dropped("above_place", Reason.CAPTION, "above the place the story begins with")
    if _is_scene(view, index):
        return dropped("scene", Reason.CAPTION, "describes a picture, between headline and story")
    return None


def _stamp_follows(view: View, between: range) -> bool:
    """Whether a byline or date comes between a line and the story: then the line may sum it up."""
    return any(
        is_stamp(view.lines[i]) if (v := view.verdicts.get(i)) is None else v.reason is Reason.BYLINE
        for i in between
    )


def _is_scene(view: View, index: int) -> bool:
    """One sentence in the present of what is to be seen, above a longer one of what happened.

    A sentence in the present that ends in a day is a picture's, whatever is told below.
    """
    line = view.lines[index]
    if not _LEAST_WORDS <= line.word_count <= _SCENE_WORDS or marks.TOLD.search(line.text):
        return False
    if _INNER.search(line.text) or not (marks.ACTION.search(line.text) or marks.SCENE.search(line.text)):
        return False
    below = next((view.lines[i] for i in range(index + 1, len(view.lines)) if not _is_frame(view, i)), None)
    return (
        below is not None
        and is_prose(below)
        and below.word_count > line.word_count
        and (_ON_DAY.search(line.text) is not None or marks.REPORTED.search(below.text) is not None)
    )
