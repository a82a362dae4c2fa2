"""In which zone a day was published or changed, where a page tells one time of the clock in two ways."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from copydesk.extract.declared import Candidate

# "2024-03-02T16:49" tells a moment of the clock, "2024-03-02T16:49:27" one to the second.
_MINUTES, _SECONDS = 16, 19


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


def with_zone(own: Sequence[Candidate], other: Sequence[Candidate]) -> list[Candidate]:
    """Times of one sort, the first with its zone where another has the same second in that of the other sort.

    One alone does not tell: what counts readers writes the clock of the newsroom as that of Greenwich.

    >>> changed = [Candidate("2031-05-09T20:00:04", "json-ld"), Candidate("2031-05-09T20:00:04Z", "revised")]
    >>> [c.value for c in with_zone(changed, [Candidate("2031-05-08T07:15:00Z", "json-ld")])]
    ['2031-05-09T20:00:04Z', '2031-05-09T20:00:04', '2031-05-09T20:00:04Z']
    >>> [c.value for c in with_zone(changed, [Candidate("2031-05-08T07:15:00+02:00", "json-ld")])]
    ['2031-05-09T20:00:04', '2031-05-09T20:00:04Z']
    """
    if not own or not other or len(own[0].value) != _SECONDS or len(other[0].value) <= _SECONDS:
        return list(own)
    zoned = own[0].value + other[0].value[_SECONDS:]
    same = next((candidate for candidate in own[1:] if candidate.value == zoned), None)
    return [Candidate(zoned, f"{own[0].origin}; zone from {same.origin}"), *own] if same else list(own)


def _is_before(one: str, other: str) -> bool:
    """Whether a moment is before another; without a zone in either of them that cannot be told."""
    both = _is_zoned(one) and _is_zoned(other)
    return both and datetime.fromisoformat(one) < datetime.fromisoformat(other)


def _is_zoned(moment: str) -> bool:
    return datetime.fromisoformat(moment).tzinfo is not None
