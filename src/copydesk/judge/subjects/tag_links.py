"""The subjects that a page prints as links beside its story, as facts of the lines that have them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import islice
from typing import Final

from copydesk.extract.sections.subjects import tags
from copydesk.judge.navigation.page_links import links_of
from copydesk.judge.place import place_of
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped
from copydesk.text import Line, fold, word_count

# A story's tags stand so near it, in blocks; more of them, or longer ones, are the site's subjects.
_NEAR: Final = 12
_MOST: Final = 20
_WORDS: Final = 6
# A comma or a dot may be a line between two of them.
_APART: Final = 2
# How far around a line a link is looked for, and how many more words are a headline's.
_AROUND: Final = 5
_MORE: Final = 2
_COMMA: Final = re.compile(r",\s*")
_ADDRESS: Final = re.compile(r"\w\.[a-z]{2,}$")


def with_tags(view: View, found: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """Verdicts on lines of tags in the story's reach, with the subjects they link to."""
    lines = [i for i, verdict in found.items() if verdict.rule == "tags" and not verdict.facts]
    place = place_of(view) if lines and not view.pasted else None
    if place is None or place.first < 0:
        return {}
    near = _near(view, lines, range(place.first - _NEAR, view.down(place.last, _NEAR) + 1))
    named = {i: linked_subjects(view, i) for i in near}
    if sum(map(len, named.values())) > _MOST or (near and not {near[0] - 1, near[-1] + 1}.isdisjoint(lines)):
        return {}
    return {
        i: replace(found[i], facts=tuple(("tags", name) for name in names))
        for i, names in named.items()
        if names
    }


def _near(view: View, lines: list[int], reach: range) -> list[int]:
    """The lines in a reach, and those beyond it that go on with the last one's list, in markup like its."""
    near: list[int] = []
    for i in sorted(lines):
        goes_on = bool(near) and i - near[-1] <= _APART
        if i in reach or (goes_on and view.blocks[i].path == view.blocks[near[-1]].path):
            near.append(i)
    return near


def linked_subjects(view: View, index: int) -> tuple[str, ...]:
    """What the links of a line lead to, a subject each; none if there are others among them."""
    texts = [fold("".join(link.itertext())) for link in links_of(view, index)]
    line = view.lines[index]
    if len(texts) > line.word_count and ":" in line.text:
        # Text beside boxes in an element that has more than its line: the links of the line are its own.
        behind = line.text.partition(":")[2]
        texts = [text for text in dict.fromkeys(texts) if text and text in _COMMA.split(behind.strip())]
    short = [text.lstrip("#") for text in texts if 0 < len(text.split()) <= _WORDS]
    if len(short) < len(texts) or any(map(_ADDRESS.search, short)):
        return ()
    return tags(short, view.declared.values("publisher"))


def is_of_card(view: View, index: int) -> bool:
    """Whether a line in markup for tags stands in a link that says more: in a teaser."""
    element = view.page.elements[index]
    link = next((one for one in islice(element.iterancestors(), _AROUND) if one.tag == "a"), None)
    most = view.lines[index].word_count + _MORE
    return link is not None and word_count(fold(" ".join(link.itertext()))) >= most


def filed(line: Line) -> Verdict | None:
    """The verdict on such a line, if it can be what the teaser is filed under."""
    if not line.key or line.word_count > _WORDS or any(map(str.isdigit, line.text)):
        return None
    return dropped("teaser_tag", Reason.PROMO, "says what another story is filed under, in the link to it")
