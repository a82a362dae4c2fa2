"""Headlines that begin as a promo does: "Watch: Ferry Turns Back", above the stamp of the story."""

from __future__ import annotations

from copydesk.judge.shape import is_stamp, size
from copydesk.judge.view import View

# The headline of a pasted page is among so many lines at its top ...
_HEAD = 16
# ... and a stamp or byline stands at most so many below it.
_REACH = 5
_LEAST_WORDS = 4


def announced_headlines(view: View) -> frozenset[int]:
    """The lines of a pasted page that may be its headline, as far as the story's stamp below them tells.

    The one that the reading finds likeliest, or the first where it does not say; and the same line again,
    as a trail of the page's sections ends with it.
    """
    if not view.pasted:
        return frozenset()
    top = [i for i, line in enumerate(view.lines[:_HEAD]) if size(line) >= _LEAST_WORDS]
    if view.headline:
        top = sorted(top, key=lambda i: -view.headline[i])[:1]
    best = next((i for i in top if any(map(is_stamp, view.lines[i + 1 : i + 1 + _REACH]))), None)
    if best is None:
        return frozenset()
    near = range(min(best + _REACH, len(view.lines)))
    return frozenset(i for i in near if view.lines[i].key == view.lines[best].key)
