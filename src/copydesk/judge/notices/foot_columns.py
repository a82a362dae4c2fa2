"""Columns of the page's foot whose head looks like that of other stories: "Read more", above short links."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from copydesk.extract.paths import path_end
from copydesk.extract.tables import word_set
from copydesk.judge.boxes import few_inside
from copydesk.judge.place import MENU_NAMED, above, frame_of, tag_of
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped

# A foot's element, by its name, so near to its columns; cards and articles have one of their own.
_FOOT: Final = re.compile(
    r"(?:^|/)footer(?=[.#/])"
    r"|[.#](?:[a-z]{1,2}-|(?:site|page|main|global|new|right-rail_?_?)-?)?footer"
    r"(?:[_-]{1,2}(?:links?|lists?|area|nav|menus?|column|section|linkbox|heading|container)[\w-]*)?(?=[.#/]|$)",
    re.IGNORECASE,
)
_FRAMED: Final = re.compile(f"{_FOOT.pattern}|{MENU_NAMED.pattern}", re.IGNORECASE)
_STEPS: Final = 6
# A head with one of these says outright what stands below.
_STORIES: Final = word_set(
    "article articles story stories post posts news artikel beiträge nachrichten actualités artículos "
    "noticias articoli notizie artigos notícias artikelen nieuws nyheter"
)
# A column is in so many elements around its head, and has so many links, of a few words each.
_LEVELS: Final = 3
_LINES: Final = range(3, 25)
_WORDS: Final = 4
_LINKED: Final = 0.9


def column(view: View, heading: int) -> dict[int, Verdict]:
    """A head in the page's foot and the entries below it, if all of them are links as short as a menu's."""
    block = view.blocks[heading]
    if not _STORIES.isdisjoint(view.lines[heading].words):
        return {}
    if view.pasted or block.link_density or view.in_reading[heading] or not is_in_foot(block.path):
        return {}
    for box in islice(view.page.elements[heading].iterancestors(), _LEVELS):
        lines = few_inside(view, heading, box, _LINES.stop)
        if lines is None:
            return {}
        below = [i for i in lines if i > heading and not view.blocks[i].hidden]
        if below and (lines.start < heading or not all(_is_entry(view, i) for i in below)):
            return {}
        if len(below) in _LINES:
            said = f"one of {len(below)} links of a few words each in a column of the page's foot"
            entries = {i: dropped("menu", Reason.NAVIGATION, said) for i in below if i not in view.verdicts}
            return entries | {
                heading: dropped("menu", Reason.NAVIGATION, "heads a column of the page's foot")
            }
    return {}


def is_in_foot(path: str) -> bool:
    """Whether an element stands in the page's foot, by its tag or by the names of those around.

    >>> is_in_foot("body/div.site-footer/p"), is_in_foot("body/div.card-footer/p")
    (True, False)
    """
    named = _FOOT.search(path_end(path, _STEPS)) is not None
    return named or any(frame_of(step) == "footer" for step in above(path))


def leaves_for_frame(view: View, heading: int, index: int) -> bool:
    """Whether a line stands in a menu, or in the page's head or foot, and what heads a list above does not.

    A menu that stands right below a heading is its list.
    """
    known = set(above(view.blocks[heading].path))
    if view.blocks[heading].kind is Kind.HEADING:
        known |= set(filter(_is_menu, above(view.blocks[heading + 1].path)))
    return any(_is_frame(step) for step in above(view.blocks[index].path) if step not in known)


def is_framed(path: str) -> bool:
    """Whether an element stands in a menu or in a part of the page's frame."""
    return any(map(_is_frame, above(path)))


def _is_menu(path: str) -> bool:
    """Whether a path's last element is a menu, by its tag or its names."""
    step = path.rpartition("/")[2]
    return tag_of(step) == "nav" or MENU_NAMED.search(step) is not None


def _is_frame(path: str) -> bool:
    """Whether a path's last element is a menu or a part of the page's frame, by its tag or its names.

    >>> _is_frame("body/footer"), _is_frame("body/ul.main-menu"), _is_frame("body/div.card-footer")
    (True, True, False)
    """
    step = path.rpartition("/")[2]
    # What has a foot of its own may be anything.
    return frame_of(path) is not None or _FRAMED.search(step[len(tag_of(step)) :]) is not None


def _is_entry(view: View, index: int) -> bool:
    return view.blocks[index].link_density >= _LINKED and size(view.lines[index]) <= _WORDS
