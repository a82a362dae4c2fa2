"""Rows of left-out lines around the story: menus of short links, and lines among others that are told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from copydesk.judge.around import LINKED, Named
from copydesk.judge.edges import Edges
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict

# So many short links in a row are a menu: fewer may be the names below a picture, or tags.
_LEAST_LINKS: Final = 4
_LINK_WORDS: Final = 5
# No more lines than these between two of one sort go with them.
_MOST_BETWEEN: Final = 3
_BETWEEN_WORDS: Final = 5
_HEADING_WORDS: Final = 8
# What stands in boxes of many lines, one of which may say nothing.
_SORTS: Final = frozenset({Reason.PROMO, Reason.NAVIGATION, Reason.COMMENTS, Reason.NOTICE})

_HEADED: Final = _SORTS | {Reason.AUTHOR_BIO}
# The rules of lines that lead to other stories, several of them together.
_LISTS: Final = frozenset({"other_stories", "link_list", "related_list"})


def menus(view: View, left: Sequence[int], edges: Edges) -> dict[int, Named]:
    """The rows of short links above the headline and behind the story."""
    found: dict[int, Named] = {}
    for row in runs([i for i in left if _is_short_link(view, i) and _is_outside(i, edges)]):
        if len(row) >= _LEAST_LINKS:
            said = f"one of {len(row)} short links in a row, outside the story"
            found |= dict.fromkeys(row, ("menu", Reason.NAVIGATION, said))
    return found


def between(view: View, left: Sequence[int], edges: Edges, told: Mapping[int, Verdict]) -> dict[int, Named]:
    """Short lines outside the story between two lines that are of one sort."""
    found: dict[int, Named] = {}
    for row in runs([i for i in left if i not in told and _is_outside(i, edges)]):
        above, below = (_sort(view, told, i) for i in (row[0] - 1, row[-1] + 1))
        short = len(row) <= _MOST_BETWEEN and all(size(view.lines[i]) <= _BETWEEN_WORDS for i in row)
        if above is not None and above is below and above in _SORTS and short:
            said = f"between two lines that are {above.value}"
            found |= dict.fromkeys(row, ("between", above, said))
    return found


def heads(view: View, left: Sequence[int], edges: Edges, told: Mapping[int, Verdict]) -> dict[int, Named]:
    """Short lines above other stories, and headings around the story: they go with what they head."""
    found: dict[int, Named] = {}
    for index in reversed(left):
        line = view.lines[index]
        if index in told or size(line) > _HEADING_WORDS or line.sentence:
            continue
        below = told.get(index + 1) or view.verdicts.get(index + 1)
        if below is None or below.reason is None:
            continue
        heading = view.blocks[index].kind is Kind.HEADING and _is_outside(index, edges)
        if below.rule in _LISTS or (heading and below.reason in _HEADED):
            found[index] = "heads", below.reason, f"heads what is {below.reason.value}"
    return found


def _is_outside(index: int, edges: Edges) -> bool:
    above = edges.first if edges.title is None else min(edges.title, edges.first)
    return index < above or index > edges.last


def _is_short_link(view: View, index: int) -> bool:
    return view.blocks[index].link_density >= LINKED and size(view.lines[index]) <= _LINK_WORDS


def _sort(view: View, told: Mapping[int, Verdict], index: int) -> Reason | None:
    verdict = told.get(index) or view.verdicts.get(index)
    return None if verdict is None else verdict.reason


def runs(indexes: Sequence[int]) -> Iterator[list[int]]:
    """Indexes that follow one another, together.

    >>> list(runs([1, 2, 5]))
    [[1, 2], [5]]
    """
    row: list[int] = []
    for index in indexes:
        if row and index != row[-1] + 1:
            yield row
            row = []
        row.append(index)
    if row:
        yield row
