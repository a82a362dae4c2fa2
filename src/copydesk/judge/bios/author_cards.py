"""Names and offices in cards about the author, known once all lines behind the story are.

The name of the page's author behind its story is a byline where nothing more is said of them; where it
heads what they are, it is of the same card.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from copydesk.extract.authors.names import is_office, is_person
from copydesk.judge.boxes import in_one_box
from copydesk.judge.edges import edges_of
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped
from copydesk.text import key

# What is told of an author is in one element with the name, so near above it.
_LEVELS: Final = 4
_OFFICE_WORDS: Final = 8
# The rules of lines that are the author's name and no more: "Written by" says that it is a byline.
_NAMES: Final = frozenset({"author_name", "byline_markup", "names_author"})
# ... and of lines of which only their place is known.
_BY_PLACE: Final = frozenset({"boxed", "between", "control", "menu"})


def in_author_cards(view: View, verdicts: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """Verdicts, with the author's name behind the story, and the office below, part of the author's card."""
    names = [i for i, verdict in verdicts.items() if verdict.rule in _NAMES]
    found: dict[int, Verdict] = {}
    if view.pasted or not names:
        return dict(verdicts)
    edges, authors = (
        edges_of(view),
        {key(name) for name in view.declared.values("authors") if is_person(name)},
    )
    for index in sorted(names):
        if not edges.behind(index) or view.lines[index].key not in authors:
            continue
        below = next(view.below(index), None)
        if below is not None and _is_office(view, index, below, verdicts):
            said = f"what the author is, below the name {view.blocks[index].text!r}"
            found[below] = dropped("author_office", Reason.AUTHOR_BIO, said)
        near = [i for i in (below, next(view.above(index), None)) if i is not None]
        beside = (i for i in near if in_one_box(view, index, i, _LEVELS))
        told = (found.get(i) or verdicts.get(i) for i in beside)
        if any(verdict is not None and verdict.reason is Reason.AUTHOR_BIO for verdict in told):
            said = f"the author's name, {view.blocks[index].text!r}, beside what is said of them"
            found[index] = dropped("author_name", Reason.AUTHOR_BIO, said)
    return {**verdicts, **found}


def _is_office(view: View, name: int, below: int, verdicts: Mapping[int, Verdict]) -> bool:
    """Whether the line below a name says what its bearer is, and nothing surer is known of it."""
    line, verdict = view.lines[below], verdicts.get(below)
    kept = view.in_reading[below] if verdict is None else verdict.keep
    open_ = verdict is None or verdict.reason is Reason.OUTSIDE or verdict.rule in _BY_PLACE
    short = not line.sentence and 0 < size(line) <= _OFFICE_WORDS and not line.text[:1].isdecimal()
    return not kept and open_ and short and is_office(line.text) and in_one_box(view, name, below, _LEVELS)
