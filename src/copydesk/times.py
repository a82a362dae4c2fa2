"""Times of different precision and zone made to sort by when they were."""

from __future__ import annotations

import re
from datetime import UTC, datetime

_COARSE = re.compile(r"\d{4}(?:-\d{2})?")


def instant(value: str | None) -> str | None:
    """A time as text that sorts by the moment it names, or None if it names none.

    A time without a zone counts as UTC here, a day as its first moment: for sorting only.

    >>> instant("2031-05-04T01:00:00+03:00"), instant("2031-05-04"), instant("on Thursday")
    ('2031-05-03T22:00:00.000000', '2031-05-04T00:00:00.000000', None)
    """
    if value is None:
        return None
    if _COARSE.fullmatch(value):
        return value
    try:
        moment = datetime.fromisoformat(value)
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return moment.replace(tzinfo=None).isoformat(timespec="microseconds")
