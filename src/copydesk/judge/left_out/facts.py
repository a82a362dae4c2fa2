"""What left-out lines say of the story: the day it was changed, and who wrote it, below a label."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from copydesk.extract.authors.byline import read_byline
from copydesk.extract.authors.names import is_person, read_names
from copydesk.extract.declare import locale_of
from copydesk.judge.captions.caption_text import tidy
from copydesk.judge.phrases.table import read_topic
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped
from copydesk.text import word_count

_WRITERS: Final = frozenset(read_topic("left_out").lists["writers"])
_NAME_WORDS: Final = 10
# The rules of what a recording is called, or a picture; a label has fewer words.
_SHOWN: Final = frozenset({"video_title", "picture_box"})
_TITLE_WORDS: Final = 4
_LENGTH: Final = re.compile(r"^\d{1,2}:\d\d(?::\d\d)? ")
# "Watch review on ...": the way to it, and not what it is called.
_WATCH: Final = re.compile(r"watch [^:,]{0,30}\bon \w+$", re.IGNORECASE)
_BACK: Final = re.compile(r" Back to video$")


def with_facts(view: View, found: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """Verdicts on left-out stamps with the day of a change, and on names below the one label for them."""
    locale = locale_of(view.declared.candidates.get("language", ()))
    told: dict[int, Verdict] = {}
    for index, verdict in found.items():
        if verdict.rule == "stamp" and not verdict.facts:
            changed = read_byline(view.blocks[index].text, locale).modified
            if changed is not None:
                told[index] = replace(verdict, facts=(("date_modified", changed),))
        elif verdict.rule in _SHOWN and not verdict.facts and (text := _title_of(view, index)):
            told[index] = replace(verdict, facts=(("captions", text),))
    return told | _writers(view, found)


def _title_of(view: View, index: int) -> str:
    """What a recording or a picture is called, without its length and the way back to it; "" if nothing."""
    text = _BACK.sub("", _LENGTH.sub("", view.blocks[index].text, count=1))
    return tidy(text) if word_count(text) >= _TITLE_WORDS and _WATCH.match(text) is None else ""


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
