"""How often a host is asked: gaps, Retry-After, growing waits with jitter, and a breaker."""

from __future__ import annotations

import asyncio
import math
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from random import Random

from copydesk.settings import FetchSettings

_LONGEST_BACKOFF = 3_600.0


def retry_after(value: str | None, now: float, longest: float) -> float | None:
    """Seconds a `Retry-After` header asks for (RFC 9110), at most `longest`; None if it says nothing.

    >>> retry_after("120", 0.0, 86400.0), retry_after("99999999", 0.0, 86400.0)
    (120.0, 86400.0)
    >>> retry_after("Thu, 01 Jan 1970 00:01:00 GMT", 0.0, 86400.0), retry_after("soon", 0.0, 86400.0)
    (60.0, None)
    """
    value = (value or "").strip()
    if value.isascii() and value.isdigit():
        return min(float(value[:12]), longest)
    try:
        when = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError):
        return None
    when = when.replace(tzinfo=UTC) if when.tzinfo is None else when
    return min(max((when - datetime.fromtimestamp(now, UTC)).total_seconds(), 0.0), longest)


def backoff(base: float, attempt: int, random: Random) -> float:
    """Seconds to wait before the next attempt: doubling, half to one and a half times as long.

    >>> 2.0 <= backoff(2.0, 1, Random(1)) <= 6.0
    True
    """
    return min(base * math.pow(2, min(attempt, 30)), _LONGEST_BACKOFF) * random.uniform(0.5, 1.5)


@dataclass(slots=True)
class HostPace:
    """One host in a run. `ready` counts in ticks, `not_before` in seconds since 1970.

    Whoever asks the host holds `turn`, so that it never has two requests at once.
    """

    host: str
    delay: float
    not_before: float = 0.0
    why: str = ""
    failures: int = 0
    ready: float = 0.0
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    def answered(self, ticks: float) -> None:
        """The host has answered, or failed to: the gap begins."""
        self.ready = max(self.ready, ticks + self.delay)

    def well(self) -> None:
        """The host works."""
        self.failures = 0

    def failed(self, settings: FetchSettings, now: float) -> None:
        """The host has failed once more; too often in a row, and it is left alone, each time for longer."""
        self.failures += 1
        rounds, left = divmod(self.failures, settings.breaker_failures)
        if left == 0:
            pause = min(settings.breaker_seconds * math.pow(2, rounds - 1), settings.max_retry_after)
            self.rest(now + pause, f"It failed {self.failures} times in a row.")

    def hold(self, ticks: float, seconds: float) -> None:
        """Nobody asks the host for so many seconds."""
        self.ready = max(self.ready, ticks + seconds)

    def rest(self, until: float, why: str) -> None:
        """Nobody asks the host before this time of day, in later runs neither."""
        if until > self.not_before:
            self.not_before, self.why = until, why
