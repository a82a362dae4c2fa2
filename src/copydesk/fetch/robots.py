"""robots.txt by RFC 9309: what a site's own rules allow, how slowly, and where its sitemaps are.

No file (4xx) allows everything; a server in trouble (5xx, 429) or out of reach allows nothing for now. A
page in place of the file holds no rule and so allows everything, which is what the RFC makes of lines it
cannot read.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from protego import Protego

from copydesk.fetch.records import Result

AGENT = "copydesk"
"""The product token that a site's rules may name."""

_SITEMAPS = 200


class Standing(StrEnum):
    """What is known of a site's rules."""

    RULES = "rules"
    NO_FILE = "no_file"
    NO_RULES = "no_rules"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class Rules:
    """A site's rules for us; `delay` in seconds, 0 if it asks for none.

    `result` is what becomes of its pages where the rules are out of reach.
    """

    standing: Standing
    detail: str = ""
    result: Result = Result.ROBOTS_UNREACHABLE
    delay: float = 0.0
    sitemaps: tuple[str, ...] = ()
    parsed: Protego | None = None

    def allows(self, url: str) -> bool:
        """Whether the rules let us ask for a url."""
        if self.standing is Standing.UNREACHABLE:
            return False
        return self.parsed is None or bool(self.parsed.can_fetch(url, AGENT))


def read_rules(status: int, body: bytes) -> Rules:
    r"""The rules an answer to the request for robots.txt holds.

    >>> rules = read_rules(200, b"User-agent: *\nDisallow: /private/\nCrawl-delay: 3")
    >>> rules.allows("https://paper.example/private/a"), rules.delay
    (False, 3.0)
    >>> read_rules(404, b"").allows("https://paper.example/"), read_rules(503, b"").allows("https://paper.example/")
    (True, False)
    >>> read_rules(200, b"<!DOCTYPE html><title>Hello</title>").standing
    <Standing.NO_RULES: 'no_rules'>
    """
    if status >= 500 or status == 429:
        return unreachable(f"the server answered {status}.")
    if status >= 400:
        return Rules(Standing.NO_FILE, f"There is no robots.txt ({status}).")
    if status != 200:
        return unreachable(f"the server answered {status}.")
    if body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        return Rules(Standing.NO_RULES, "In place of robots.txt there is a page.")
    parsed = Protego.parse(body.decode("utf-8", "replace").replace("\0", ""))
    sitemaps = tuple(islice(parsed.sitemaps, _SITEMAPS))
    return Rules(Standing.RULES, delay=_delay(parsed), sitemaps=sitemaps, parsed=parsed)


def _delay(parsed: Protego) -> float:
    """Seconds between two requests, by Crawl-delay or Request-rate, whichever asks for more."""
    asked = float(parsed.crawl_delay(AGENT) or 0.0)
    rate = parsed.request_rate(AGENT)
    if rate is not None and rate.requests > 0:
        asked = max(asked, rate.seconds / rate.requests)
    return asked if asked > 0 and not math.isnan(asked) else 0.0


# What is true of every url of the host, not of its robots.txt alone.
_HOSTWIDE = {Result.FORBIDDEN_ADDRESS, Result.NO_SUCH_HOST, Result.BAD_URL, Result.HOST_WAITS}


def unreachable(detail: str, why: Result = Result.ROBOTS_UNREACHABLE) -> Rules:
    """The rules of a site whose robots.txt cannot be had: nothing, for now."""
    if why in _HOSTWIDE:
        return Rules(Standing.UNREACHABLE, detail, why)
    return Rules(Standing.UNREACHABLE, f"robots.txt cannot be had: {detail}")
