"""In which zone a day was published, where a page tells one time of the clock in two zones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from copydesk.extract.declared import Candidate

# "2024-03-02T16:49" tells a moment of the clock.
_MINUTES = 16


def in_zone_of_change(published: Sequence[Candidate], modified: Sequence[Candidate]) -> list[Candidate]:
    """Times published, first the one in a zone in which the page was not changed before it was published.

    Some software writes the time of Greenwich into JSON-LD as if it were local. Where another time has the
    same minute of the clock in another zone and the change came before the first but not before it, that one
    is right.

    >>> local = Candidate("2031-05-09T20:00:04-05:00", "json-ld")
    >>> greenwich = Candidate("2031-05-09T20:00:00Z", "article:published_time")
    >>> changed = Candidate("2031-05-09T20:00:00Z", "article:modified_time")
    >>> [c.origin for c in in_zone_of_change([local, greenwich], [changed])]
    ['article:published_time', 'json-ld']
    """
    if not published or not modified or not _is_before(modified[0].value, published[0].value):
        return list(published)
    told = published[0].value
    for other in published[1:]:
        same_clock = len(told) > _MINUTES and told[:_MINUTES] == other.value[:_MINUTES]
        if same_clock and _is_zoned(other.value) and not _is_before(modified[0].value, other.value):
            return [other, *(candidate for candidate in published if candidate is not other)]
    return list(published)


def _is_before(one: str, other: str) -> bool:
    """Whether a moment is before another; without a zone in either of them that cannot be told."""
    both = _is_zoned(one) and _is_zoned(other)
    return both and datetime.fromisoformat(one) < datetime.fromisoformat(other)


def _is_zoned(moment: str) -> bool:
    return datetime.fromisoformat(moment).tzinfo is not None
