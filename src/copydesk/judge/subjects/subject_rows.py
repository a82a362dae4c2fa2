"""A story's subjects in pasted text: below their label, a line each."""

from __future__ import annotations

from typing import Final

from copydesk.extract.sections.subjects import tags
from copydesk.judge.left_out.furniture import shares
from copydesk.judge.navigation.navigation import is_label
from copydesk.judge.phrases.table import read_topic
from copydesk.judge.promos.promos import promo_of
from copydesk.judge.shape import is_prose, is_stamp
from copydesk.judge.subjects.subject_addresses import LABELS, WORDS
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped
from copydesk.text import Line

# One alone may be what a list in the story begins with, and more than so many are the site's.
_FEWEST: Final = 2
_MOST: Final = 16
# So near behind the story the label stands.
_REACH: Final = 8
_COMMENTS: Final = read_topic("comments").table
# Without commas between them, subjects are no longer than a name.
_NAME_WORDS: Final = 3


def below_labels(view: View) -> dict[int, Verdict]:
    """The labels of subjects in a paste and the rows below them, parted by commas or behind the story."""
    found: dict[int, Verdict] = {}
    read = (i for i in reversed(range(len(view.blocks))) if view.in_reading and view.in_reading[i])
    last = next((i for i in read if is_prose(view.lines[i])), len(view.blocks))
    for index in view.open():
        if index in found or (label := LABELS.is_whole(view.lines[index])) is None:
            continue
        rows = _rows(view, index + 1) or _behind(view, index + 1, last)
        if not _FEWEST <= len(rows) <= _MOST:
            continue
        found[index] = dropped("tags", Reason.NAVIGATION, f"heads the subjects below: '{label.phrase}'")
        said = f"one of {len(rows)} subjects below '{label.phrase}'"
        for row in rows:
            facts = tuple(("tags", name) for name in tags([view.lines[row].text.strip(" ,")], ()))
            found[row] = dropped("tags", Reason.NAVIGATION, said, facts=facts)
    return found


def _rows(view: View, start: int) -> list[int]:
    """The short lines from one on that commas part, and the one behind the last comma."""
    rows: list[int] = []
    for index in range(start, len(view.lines)):
        line = view.lines[index]
        if index in view.verdicts or line.sentence or not 0 < line.word_count <= WORDS:
            return []  # the last one is missing
        rows.append(index)
        if not line.text.endswith(","):
            return rows if len(rows) >= _FEWEST else []
    return []


def _behind(view: View, start: int, last: int) -> list[int]:
    """The lines of a word or a name below a label close behind the story, up to the last that is in it."""
    rows: list[int] = []
    for index in range(start, len(view.lines)) if last < start <= last + _REACH else ():
        line = view.lines[index]
        if (
            index in view.verdicts
            or line.sentence
            or not 0 < line.word_count <= _NAME_WORDS
            or _is_known(line)
        ):
            break
        rows.append(index)
    story = (
        " ".join(line.key for i, line in enumerate(view.lines[:start]) if view.in_reading[i]) if rows else ""
    )
    said = [n for n, index in enumerate(rows, 1) if f" {view.lines[index].key} " in f" {story} "]
    return rows[: said[-1]] if said else []


def _is_known(line: Line) -> bool:
    """Whether a line is a button, a network's name or a comments' heading: the subjects end above it."""
    told = is_label(line) or is_stamp(line) or shares(line) or line.text.isdecimal() or "(" in line.text
    return told or promo_of(line) is not None or _COMMENTS.is_whole(line) is not None
