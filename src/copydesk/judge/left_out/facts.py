"""What left-out lines say of the story: the day it was changed, and who wrote it, below a label."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from copydesk.extract.authors.byline import read_byline
from copydesk.extract.authors.names import is_person, read_names
from copydesk.extract.declare import locale_of
from copydesk.judge.phrases.table import read_topic
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped

_WRITERS: Final = frozenset(read_topic("left_out").lists["writers"])
_NAME_WORDS: Final = 10


def with_facts(view: View, found: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """Verdicts on left-out stamps with the day of a change, and on names below the one label for them."""
    locale = locale_of(view.declared.candidates.get("language", ()))
    told: dict[int, Verdict] = {}
    for index, verdict in found.items():
        if verdict.rule == "stamp" and not verdict.facts:
            changed = read_byline(view.blocks[index].text, locale).modified
            if changed is not None:
                told[index] = replace(verdict, facts=(("date_modified", changed),))
    return told | _writers(view, found)


def _writers(view: View, found: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """The line right below a label such as "Author", if the page has one such label and it names somebody."""
    labels = [i for i, v in found.items() if v.rule == "byline_label" and view.lines[i].key in _WRITERS]
    below = next(view.below(labels[0]), None) if len(labels) == 1 else None
    if below is None or (below not in found and (below in view.verdicts or view.in_reading[below])):
        return {}
    names = read_names([view.blocks[below].text]).authors
    if not names or view.lines[below].word_count > _NAME_WORDS or not all(map(is_person, names)):
        return {}
    said = f"names below the label {view.blocks[labels[0]].text!r}"
    return {below: dropped("byline", Reason.BYLINE, said, facts=tuple(("authors", name) for name in names))}
