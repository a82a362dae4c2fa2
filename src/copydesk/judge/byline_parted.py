"""Bylines that copying has parted over two lines: "By", and below it who wrote the story."""

from __future__ import annotations

from itertools import pairwise

from copydesk.extract.names import is_person, read_names
from copydesk.judge.author_box import BY
from copydesk.judge.edges import Edges
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped

# Names below a "by" of its own.
_PARTED_WORDS = 10


def parted_names(view: View, edges: Edges) -> dict[int, Verdict]:
    """ "By" on a line of its own, and on the next who wrote the story, as copying parts them."""
    found: dict[int, Verdict] = {}
    for index, below in pairwise(i for i in view.open() if edges.in_head(i)):
        if below != index + 1 or view.lines[index].key not in BY:
            continue
        names = read_names([view.lines[below].text]).authors
        if view.lines[below].word_count <= _PARTED_WORDS and names and all(map(is_person, names)):
            found[index] = dropped(
                "byline", Reason.BYLINE, "says that the next line names who wrote the story"
            )
            facts = tuple(("authors", name) for name in names)
            found[below] = dropped("byline", Reason.BYLINE, "names below a 'by'", facts=facts)
    return found
