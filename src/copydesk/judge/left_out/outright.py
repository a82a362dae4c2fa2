"""What a left-out line is whatever box it stands in."""

from __future__ import annotations

import re
from typing import Final

from copydesk.judge.edges import Edges
from copydesk.judge.left_out.around import Named
from copydesk.judge.left_out.attributes import names_landmark
from copydesk.judge.left_out.elements import of_network
from copydesk.judge.left_out.shape import offered
from copydesk.judge.left_out.words import worded
from copydesk.judge.view import View
from copydesk.model import Reason

# What says when, and the names of elements that play something: a "player" alone may be of a team.
_TIMES: Final = frozenset({"stamp", "time_alone"})
_PLAYER_BOX: Final = re.compile(
    r"(?<![a-z])(?:persistent|sticky|media|audio|video|radio|podcast|mini|floating)[-_]?player", re.IGNORECASE
)


def outright(view: View, index: int, edges: Edges) -> Named | None:
    """Whether a line is of a post set in, a price, what a player says, or only heard."""
    told = of_network(view, index) or offered(view.lines[index])
    return told or _said_by_player(view, index, edges) or names_landmark(view, index)


def _said_by_player(view: View, index: int, edges: Edges) -> Named | None:
    said = worded(view.lines[index], index, edges)
    return said if said is not None and said[0] == "player" else None


def of_player(path: str, named: Named) -> Named:
    """What a line is, unless it is a time, or how long ago something was, and stands in a media player.

    >>> of_player("body/div#sticky-player/span", ("stamp", Reason.BYLINE, "a while ago"))[:2]
    ('player', <Reason.TEMPLATE: 'template'>)
    """
    if named[0] not in _TIMES or _PLAYER_BOX.search(path) is None:
        return named
    return "player", Reason.TEMPLATE, "a time in a media player"
