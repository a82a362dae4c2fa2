"""Headlines that begin as a promo or a credit does: "Watch: Ferry Turns Back", above the story's stamp."""

from __future__ import annotations

import re

from copydesk.judge.headlines.glued_trails import end_of_trail
from copydesk.judge.shape import is_stamp, size
from copydesk.judge.view import View
from copydesk.model import Kind
from copydesk.text import key

# The headline of a pasted page is among so many lines at its top ...
_HEAD = 16
# ... and a stamp or byline stands at most so many below it.
_REACH = 5
_LEAST_WORDS = 4
# One picture has an owner behind such a label; several are what a story shows.
_PICTURES = re.compile(
    r"(?:(?:in|en) )?(?:pics|photos|pictures|images|fotos|bilder|imágenes|immagini)\s?[:|]\s?",
    re.IGNORECASE,
)


def announces_pictures(view: View, index: int) -> bool:
    """Whether a line says what a story's pictures show, as its headline above the stamp: no credit.

    "In Pics: Goat Rides The Ferry" has the form of a credit with its owner behind it.
    """
    line = view.lines[index]
    label = _PICTURES.match(line.text)
    if label is None or size(line) - len(label.group().split()) < _LEAST_WORDS:
        return False
    return any(map(is_stamp, view.lines[index + 1 : index + 1 + _REACH]))


def announced_headlines(view: View) -> frozenset[int]:
    """The lines of a pasted page that may be its headline, as far as the story's stamp below them tells.

    The one that the reading finds likeliest, or the first where it does not say; below a trail of the page's
    sections the line that it ends with; and the same line again. Of a marked-up page, the headings that say
    what the page is called.
    """
    if not view.pasted:
        return _called(view)
    top = [i for i, line in enumerate(view.lines[:_HEAD]) if size(line) >= _LEAST_WORDS]
    if view.headline:
        top = sorted(top, key=lambda i: -view.headline[i])[:1]
    best = next((i for i in top if any(map(is_stamp, view.lines[i + 1 : i + 1 + _REACH]))), None)
    if best is None:
        return frozenset()
    end = end_of_trail(view.lines, best)
    best = best if end is None else end
    near = range(min(best + _REACH, len(view.lines)))
    return frozenset(i for i in near if view.lines[i].key == view.lines[best].key)


def _called(view: View) -> frozenset[int]:
    """The headings that a declared title begins with."""
    titles = [key(title) for title in view.declared.values("title")]
    heads = (b.index for b in view.blocks if b.kind in (Kind.HEADING, Kind.TITLE))
    long = (i for i in heads if size(view.lines[i]) >= _LEAST_WORDS)
    return frozenset(i for i in long if any(title.startswith(view.lines[i].key) for title in titles))
