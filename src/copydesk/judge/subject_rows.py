"""A story's subjects in pasted text: below their label, a line each, with the commas between them."""

from __future__ import annotations

from typing import Final

from copydesk.extract.subjects import tags
from copydesk.judge.subject_addresses import LABELS, WORDS
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped

# One alone may be what a list in the story begins with, and more than so many are the site's.
_FEWEST: Final = 2
_MOST: Final = 16


def below_labels(view: View) -> dict[int, Verdict]:
    """The labels of subjects in a paste and the rows below them: all but the last line end with a comma."""
    found: dict[int, Verdict] = {}
    for index in view.open():
        if index in found or (label := LABELS.is_whole(view.lines[index])) is None:
            continue
        rows = _rows(view, index + 1)
        if not _FEWEST <= len(rows) <= _MOST:
            continue
        found[index] = dropped("tags", Reason.NAVIGATION, f"heads the subjects below: '{label.phrase}'")
        said = f"one of {len(rows)} subjects with commas between them, below '{label.phrase}'"
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
            return rows
    return []
