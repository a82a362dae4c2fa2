"""When a story was first published, where the time in the usual place is that of its last update.

Live blogs and stories told while they happen are given a new time with each post.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from copydesk.extract.dates.dates import read_iso
from copydesk.extract.declared import Candidate
from copydesk.extract.head import Head
from copydesk.extract.jsonld import Graph, Node, members, text_of, types_of

_FIRST = ("article:first_published_time", "dcsext.articlefirstpublished", "firstpublished", "first_published")
_LIVE = "liveblogposting"
_MOST_POSTS = 500
# "2024-03-02T16:49" tells a moment.
_MINUTES = 16


def since_first(
    head: Head, graph: Graph, published: Sequence[Candidate], modified: Sequence[Candidate]
) -> tuple[list[Candidate], list[Candidate]]:
    """Days published and modified with the first publishing before an update that stands in its place.

    A live blog may have begun on any day before.
    """
    if not published:
        return list(published), list(modified)
    told = published[0].value
    lives = [node for node in graph.top if _LIVE in types_of(node)]
    first = next((c for c in _firsts(head, lives) if _is_earlier(c.value, told)), None)
    if first is None or not (lives or _is_update(first, published[0], modified)):
        return list(published), list(modified)
    update = Candidate(told, f"{published[0].origin}; the last update")
    return [first, *published], list(modified) or [update]


def _is_update(first: Candidate, told: Candidate, modified: Sequence[Candidate]) -> bool:
    """Whether the time that a story prints is that of a change on its first day.

    On another day, what was first published is an older version.
    """
    shown = told.origin == "time element" and (not modified or modified[0].value == told.value)
    return shown and first.value[:10] == told.value[:10]


def _firsts(head: Head, lives: Iterable[Node]) -> Iterator[Candidate]:
    """What says when it was first published: a meta element, else a live blog's own start or first post."""
    for name in _FIRST:
        for value in head.all(name)[:1]:
            if stamp := read_iso(value):
                yield Candidate(stamp, name)
    for live in lives:
        posts = (_stamp(post, "datePublished") for post in members(live.get("liveBlogUpdate"), _MOST_POSTS))
        earliest = min(filter(None, posts), default=None)
        own = _stamp(live, "datePublished") or _stamp(live, "coverageStartTime")
        # Some give a blog the time of its last post.
        if own and not (earliest and _is_earlier(earliest, own)):
            yield Candidate(own, "json-ld live blog")
        elif earliest:
            yield Candidate(earliest, "json-ld live blog: its first post")


def _stamp(node: object, name: str) -> str | None:
    text = text_of(node.get(name)) if isinstance(node, dict) else None
    stamp = read_iso(text) if text else None
    return stamp if stamp and len(stamp) >= _MINUTES else None


def _is_earlier(one: str, other: str) -> bool:
    """Whether a moment is before another; one without a zone may be the same in a zone of whole hours.

    >>> _is_earlier("2024-03-02T16:49:00", "2024-03-02T20:58:00Z")
    True
    >>> _is_earlier("2024-03-02T16:58:00", "2024-03-02T20:58:00Z")
    False
    """
    first, second = datetime.fromisoformat(one), datetime.fromisoformat(other)
    if len(one) < _MINUTES or len(other) < _MINUTES:
        return one[:10] < other[:10]
    if (first.tzinfo is None) == (second.tzinfo is None):
        return first < second
    first, second = first.replace(tzinfo=None), second.replace(tzinfo=None)
    return first < second and (first.minute != second.minute or first.date() < second.date())
