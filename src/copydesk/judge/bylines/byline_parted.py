"""Bylines that are parted over two lines: "Written by" or "Updated on", and below it who or when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from copydesk.extract.authors.agencies import is_outlet
from copydesk.extract.authors.byline import Byline, read_byline
from copydesk.extract.authors.byline_words import LABEL
from copydesk.extract.authors.names import is_person, read_names, strip_by
from copydesk.extract.dates.dates import Locale
from copydesk.judge.bios.author_box import BY
from copydesk.judge.bylines.byline_marks import EDITED_BY, WRITTEN_BY
from copydesk.judge.edges import Edges
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped

# Names below a "by" of its own.
_PARTED_WORDS = 10
_STAMP_WORDS = 12
# A byline that ends so goes on in the next line.
_GOES_ON = (",", "&", " and", " und", " et", " y")


def parted_names(view: View, edges: Edges) -> dict[int, Verdict]:
    """ "By" on a line of its own, and on the next who wrote the story, as copying parts them.

    Who edited it stands for nobody, unless no writer is named so.
    """
    found: dict[int, Verdict] = {}
    pairs = [pair for pair in _pairs(view, edges) if _is_label(view.lines[pair[0]].key)]
    written = any(view.lines[index].key not in EDITED_BY and _names(view, below) for index, below in pairs)
    for index, below in pairs:
        names = _names(view, below)
        if names:
            own = names if not written or view.lines[index].key not in EDITED_BY else ()
            label = view.lines[index].text.rstrip(" :").lower()
            found[index] = dropped(
                "byline", Reason.BYLINE, "says that the next line names who wrote the story"
            )
            found[below] = dropped("byline", Reason.BYLINE, f"names below a '{label}'", facts=own)
    return found


def continued_names(view: View, edges: Edges, found: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """ "By Ann Lee and", and on the next line the other who wrote the story, and so on."""
    more: dict[int, Verdict] = {}
    for index, below in _pairs(view, edges):
        begun = index in more or (index in found and strip_by(view.lines[index].text) is not None)
        names = _names(view, below) if begun and view.lines[index].text.rstrip().endswith(_GOES_ON) else ()
        if names and all(is_person(name) for _, name in names):
            evidence = (
                f"names who else wrote the story, as the line above goes on: '{view.lines[index].text}'"
            )
            more[below] = dropped("byline", Reason.BYLINE, evidence, facts=names)
    return more


def parted_stamps(view: View, edges: Edges, locale: Locale) -> dict[int, Verdict]:
    """ "Published on" or "Last updated on" on a line of its own, and on the next the day that is meant."""
    found: dict[int, Verdict] = {}
    for index, below in _pairs(view, edges):
        label = LABEL.fullmatch(view.lines[index].text.strip())
        stamp = _stamp(view, below, locale) if label else None
        if label and stamp:
            name = "date_modified" if label[1] else "date_published"
            found[index] = dropped("byline", Reason.BYLINE, "says what the day on the next line is of")
            evidence = f"a day below '{view.lines[index].text}'"
            found[below] = dropped("byline", Reason.BYLINE, evidence, facts=((name, stamp),))
    return found


def _pairs(view: View, edges: Edges) -> Iterator[tuple[int, int]]:
    """Lines above the story that are open, each with the one right below it."""
    pairs = pairwise(i for i in view.open() if edges.in_head(i))
    return ((index, below) for index, below in pairs if below == index + 1)


def _is_label(key: str) -> bool:
    return key in BY or key in WRITTEN_BY or key in EDITED_BY


def _names(view: View, index: int) -> tuple[tuple[str, str], ...]:
    """Who a line names, as facts; nobody where it says more than that."""
    line = view.lines[index]
    if line.word_count > _PARTED_WORDS or line.sentence or _is_label(line.key):
        return ()
    names = read_names([line.text.rstrip().removesuffix(" and")])
    known = all(is_person(name) or is_outlet(name) for name in names.authors)
    facts = (*(("authors", name) for name in names.authors), *(("agencies", name) for name in names.agencies))
    return facts if known else ()


def _stamp(view: View, index: int, locale: Locale) -> str | None:
    """The day of a line that says nothing else."""
    if view.lines[index].word_count > _STAMP_WORDS:
        return None
    read = read_byline(view.lines[index].text, locale)
    return read.published if read == Byline(published=read.published, dated=True) else None
