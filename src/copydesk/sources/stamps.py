"""Addresses and times as sources state them, brought into one form; what is neither is None."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DIGITS = re.compile(r"\d{14}")
_WEB = re.compile(r"https?://[^\s<>\"\x00-\x20\x7f-\x9f]{1,4088}", re.IGNORECASE)


def rfc3339(text: str | None) -> str | None:
    """A time as RFC 3339 text, to the second: zone as stated, none if none was; None if it is no time.

    >>> rfc3339("2024-05-01T10:00:00.25+02:00"), rfc3339("20240501100000"), rfc3339("2024-05-01")
    ('2024-05-01T10:00:00+02:00', '2024-05-01T10:00:00Z', '2024-05-01')
    >>> rfc3339("Wed, 01 May 2024 10:00:00 GMT"), rfc3339("on Thursday")
    ('2024-05-01T10:00:00Z', None)
    """
    text = (text or "").strip()
    if not text.isascii() or not 8 <= len(text) <= 64:
        return None
    try:
        if _DIGITS.fullmatch(text):  # as web archives write it, in UTC by convention
            return datetime.strptime(text + "+0000", "%Y%m%d%H%M%S%z").strftime("%Y-%m-%dT%H:%M:%SZ")
        when = datetime.fromisoformat(text) if text[0].isdigit() else parsedate_to_datetime(text)
    except (ValueError, OverflowError, TypeError):
        return None
    if _DAY.fullmatch(text):
        return text
    stamp = when.replace(microsecond=0).isoformat()
    return stamp[:-6] + "Z" if when.utcoffset() == timedelta(0) else stamp


def web_address(text: str | None) -> str | None:
    """An address of the web as given, or None: no other scheme, no blanks, no endless ones.

    >>> web_address(" https://example.org/a "), web_address("javascript:alert(1)")
    ('https://example.org/a', None)
    """
    text = (text or "").strip()
    return text if _WEB.fullmatch(text) else None
