"""Headlines that begin as a promo does: "Watch: Ferry Turns Back", above the stamp of the story."""

from __future__ import annotations

from copydesk.judge.shape import is_stamp, size
from copydesk.judge.view import View

# A stamp this many lines below the top of a pasted page may be the story's ...
_HEAD = 16
# ... and its headline stands so many lines above it.
_REACH = 5
_LEAST_WORDS = 4


def announced_headlines(view: View) -> frozenset[int]:
    """The lines of a pasted page that may be its headline, as far as the story's stamp below them tells.

    The one that the reading finds likeliest, or the first where it does not say; and the same line again,
    as a trail of the page's sections ends with it.
    """
    if not view.pasted:
        return frozenset()
    stamp = next((i for i, line in enumerate(view.lines[:_HEAD]) if is_stamp(line)), 0)
    above = [i for i in range(max(0, stamp - _REACH), stamp) if size(view.lines[i]) >= _LEAST_WORDS]
    if not above:
        return frozenset()
    best = max(above, key=lambda i: (view.headline[i], -i)) if view.headline else above[0]
    return frozenset(i for i in range(stamp) if view.lines[i].key == view.lines[best].key)
