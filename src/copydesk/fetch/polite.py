"""Asking with manners: the site's rules, one request at a time to a host, gaps, retries with patience."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from random import Random
from typing import Protocol
from urllib.parse import urljoin

from copydesk.fetch.client import Client, Clock, body_of
from copydesk.fetch.pace import HostPace, backoff, retry_after
from copydesk.fetch.records import NO_VALIDATORS, Answer, Refusal, Result, Validators
from copydesk.fetch.robots import Rules, Standing, read_rules, unreachable
from copydesk.fetch.urls import check_shape, host_key, origin_of, tidy
from copydesk.settings import FetchSettings

REDIRECTS = {301, 302, 303, 307, 308}
_FAILURES = {Result.TIMEOUT, Result.UNREACHABLE, Result.NO_SUCH_HOST, Result.BROKEN_ANSWER}


@dataclass(frozen=True, slots=True)
class KnownRules:
    """A robots.txt as an earlier run found it."""

    asked_at: float
    status: int
    body: bytes


class Memory(Protocol):
    """What is remembered of hosts between runs."""

    def pace_of(self, host: str, delay: float) -> HostPace:
        """How a host stands."""

    def keep_pace(self, host: HostPace) -> None:
        """Remember how a host stands."""

    def rules_of(self, origin: str) -> KnownRules | None:
        """The robots.txt of a site, if it was had before."""

    def keep_rules(self, origin: str, rules: KnownRules) -> None:
        """Remember a robots.txt."""


Log = Callable[[str, str, Answer | Refusal], None]
"""Told of every request: its purpose, its url, and what came of it."""


class Polite:
    """Everything is asked through here, pages, feeds and robots.txt alike."""

    def __init__(  # noqa: PLR0913 - the world it works in, given once
        self,
        client: Client,
        settings: FetchSettings,
        memory: Memory,
        *,
        clock: Clock,
        random: Random,
        log: Log,
        delays: Callable[[str], float | None] = lambda _host: None,
    ) -> None:
        self._client, self._settings, self._memory = client, settings, memory
        self._clock, self._random, self._log, self._delays = clock, random, log, delays
        self._hosts: dict[str, HostPace] = {}
        self._rules: dict[str, asyncio.Task[Rules]] = {}
        self._open = asyncio.Semaphore(settings.connections)

    def hosts(self) -> list[HostPace]:
        """Every host met in this run."""
        return list(self._hosts.values())

    async def get(self, url: str, validators: Validators = NO_VALIDATORS, purpose: str = "page") -> Answer:
        """The answer to one request the site's rules allow; no redirect is followed. Raises `Refusal`."""
        check_shape(url)
        host = self._host(url)
        self._check_rest(host)
        rules = await self.rules(url)
        if rules.standing is Standing.UNREACHABLE:
            again = max(host.not_before, self._clock.now() + self._settings.breaker_seconds)
            raise Refusal(rules.result, rules.detail, again=again)
        if rules.delay > self._settings.max_crawl_delay:
            raise Refusal(
                Result.CRAWL_DELAY, f"robots.txt asks for {rules.delay:g} seconds between requests."
            )
        if not rules.allows(url):
            raise Refusal(Result.ROBOTS, "robots.txt does not allow it.")
        host.delay = max(host.delay, rules.delay)
        return await self._insist(url, host, purpose, lambda: self._client.exchange(url, validators))

    async def follow(self, url: str, validators: Validators, purpose: str) -> Answer:
        """The answer at the end of all redirects, each hop under its own site's rules."""
        for _ in range(self._settings.redirects + 1):
            answer = await self.get(url, validators, purpose)
            if answer.status not in REDIRECTS:
                return answer
            url = target_of(answer)
        raise Refusal(Result.REDIRECTS, f"It leads on more than {self._settings.redirects} times.")

    async def rules(self, url: str) -> Rules:
        """The rules of a url's site, asked for once a run and kept for a day."""
        origin = origin_of(url)
        task = self._rules.get(origin)
        if task is None:
            task = self._rules[origin] = asyncio.create_task(self._find_rules(origin))
        return await asyncio.shield(task)

    async def _find_rules(self, origin: str) -> Rules:
        known = self._memory.rules_of(origin)
        now = self._clock.now()
        if known is not None and 0 <= now - known.asked_at < self._settings.robots_seconds:
            return read_rules(known.status, known.body)
        try:
            answer = await self._robots_answer(f"{origin}/robots.txt")
            body = body_of(answer, self._settings.robots_bytes)
        except Refusal as refusal:
            return unreachable(refusal.detail, refusal.result)
        if answer.cut:
            body = body[: body.rfind(b"\n") + 1]
        rules = read_rules(answer.status, body)
        if rules.standing is not Standing.UNREACHABLE:
            self._memory.keep_rules(origin, KnownRules(now, answer.status, body))
        return rules

    async def _robots_answer(self, url: str) -> Answer:
        answer = await self._ask_robots(url)
        try:
            for _ in range(self._settings.redirects):
                if answer.status not in REDIRECTS:
                    return answer
                answer = await self._ask_robots(target_of(answer))
        except Refusal as refusal:
            # It is where the redirect leads that is at fault, not the host itself.
            raise Refusal(Result.ROBOTS_UNREACHABLE, f"It leads on, and then: {refusal.detail}") from refusal
        if answer.status in REDIRECTS:
            raise Refusal(Result.REDIRECTS, "It leads on and on.")
        return answer

    async def _ask_robots(self, url: str) -> Answer:
        check_shape(url)
        cap = self._settings.robots_bytes

        def ask() -> Awaitable[Answer]:
            return self._client.exchange(url, cap=cap, cut=True)

        return await self._insist(url, self._host(url), "robots", ask)

    def _host(self, url: str) -> HostPace:
        key = host_key(url)
        if key not in self._hosts:
            delay = self._delays(key)
            self._hosts[key] = self._memory.pace_of(key, self._settings.delay if delay is None else delay)
        return self._hosts[key]

    def _check_rest(self, host: HostPace) -> None:
        if host.not_before > self._clock.now():
            raise Refusal(Result.HOST_WAITS, host.why, again=host.not_before)

    async def _insist(
        self, url: str, host: HostPace, purpose: str, ask: Callable[[], Awaitable[Answer]]
    ) -> Answer:
        """Ask until there is an answer to work with, the tries are used up, or the wait would be too long."""
        for attempt in range(self._settings.tries):
            outcome = await self._once(url, host, purpose, ask)
            last = attempt + 1 == self._settings.tries
            if isinstance(outcome, Refusal):
                if last or not outcome.passing:
                    raise outcome
                self._wait(host, backoff(self._settings.backoff, attempt, self._random), outcome)
            elif outcome.status == 429 or outcome.status >= 500:
                self._trouble(host, outcome, attempt, last)
            else:
                return outcome
        raise AssertionError("the last try returns or raises")

    async def _once(
        self, url: str, host: HostPace, purpose: str, ask: Callable[[], Awaitable[Answer]]
    ) -> Answer | Refusal:
        outcome: Answer | Refusal
        async with host.turn:
            self._check_rest(host)
            while (left := host.ready - self._clock.ticks()) > 0:
                await asyncio.sleep(left)
            async with self._open:
                try:
                    outcome = await ask()
                except Refusal as refusal:
                    outcome = refusal
            host.answered(self._clock.ticks())
            if isinstance(outcome, Answer) and outcome.status < 500 and outcome.status != 429:
                host.well()
            elif isinstance(outcome, Answer) or outcome.result in _FAILURES:
                host.failed(self._settings, self._clock.now())
                self._memory.keep_pace(host)
        self._log(purpose, url, outcome)
        return outcome

    def _trouble(self, host: HostPace, answer: Answer, attempt: int, last: bool) -> None:
        """After 429 or 5xx: hold the host for as long as it asks, or give up."""
        now, settings = self._clock.now(), self._settings
        refusal = Refusal(
            Result.HTTP_STATUS,
            f"The server answered {answer.status}.",
            status=answer.status,
            again=now + settings.breaker_seconds,
        )
        asked = retry_after(answer.header("Retry-After"), now, settings.max_retry_after)
        if asked is not None and (last or asked > settings.patience):
            host.rest(now + asked, f"It asked with {answer.status} to be left alone.")
            self._memory.keep_pace(host)
            refusal.again = now + asked
            raise refusal
        if last:
            raise refusal
        self._wait(
            host, backoff(settings.backoff, attempt, self._random) if asked is None else asked, refusal
        )

    def _wait(self, host: HostPace, seconds: float, refusal: Refusal) -> None:
        if seconds > self._settings.patience:
            refusal.again = self._clock.now() + seconds
            raise refusal
        host.hold(self._clock.ticks(), seconds)


def target_of(answer: Answer) -> str:
    """Where a redirect leads, as a url to ask; raises `Refusal` if it leads nowhere."""
    location = answer.header("Location")
    if not location:
        raise Refusal(Result.REDIRECTS, "It leads on without saying where.", status=answer.status)
    target = tidy(location, answer.url)
    if target is None:
        shown = urljoin(answer.url, location[:200])
        raise Refusal(Result.REDIRECTS, f"It leads to {shown!r}, which is no web page.", status=answer.status)
    return target
