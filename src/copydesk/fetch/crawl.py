"""One run over all sources: look at what they name, then ask for the pages, many hosts at once."""

from __future__ import annotations

import asyncio
import hashlib
from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Protocol
from urllib.parse import urlsplit

from copydesk.fetch.batches import Batches
from copydesk.fetch.client import Clock, body_of
from copydesk.fetch.discover import Discovery
from copydesk.fetch.polite import REDIRECTS, Polite, target_of
from copydesk.fetch.records import NO_VALIDATORS, Answer, Refusal, Result
from copydesk.fetch.rows import Outcome, Page
from copydesk.fetch.sourcelist import SourceSpec
from copydesk.fetch.state import FetchState
from copydesk.fetch.urls import host_key, url_key
from copydesk.settings import FetchSettings

_PAGES = {"text/html", "application/xhtml+xml", "text/plain", ""}
# Failures that may be over by the next day; the others are not asked again unless a source says that the
# page has changed.
_PASSING = {
    Result.NO_SUCH_HOST,
    Result.UNREACHABLE,
    Result.TIMEOUT,
    Result.BROKEN_ANSWER,
    Result.BAD_ENCODING,
    Result.ROBOTS,
    Result.ROBOTS_UNREACHABLE,
    Result.CRAWL_DELAY,
    Result.HTTP_STATUS,
}
_GONE = {404, 410, 451}
_FIRST_RETRY = 3_600.0
_TRIES_OVER_RUNS = 6


class Listener(Protocol):
    """Who is told how a run goes on."""

    def host(self, host: str, done: int, left: int, last: str) -> None:
        """So many pages of a host are done, so many are left, and this came of the last."""

    def note(self, text: str) -> None:
        """One plain sentence a person should know."""


@dataclass(slots=True)
class SourceCount:
    """What a run brought for one source."""

    name: str
    results: Counter[Result] = field(default_factory=Counter)
    waiting: int = 0
    failure: Refusal | None = None


@dataclass(slots=True)
class _Host:
    queue: deque[Page] = field(default_factory=deque)
    done: int = 0
    busy: bool = False


class Crawl:
    """A run; it ends when nothing is left to ask for."""

    def __init__(
        self,
        polite: Polite,
        state: FetchState,
        batches: Batches,
        settings: FetchSettings,
        *,
        clock: Clock,
        listener: Listener,
    ) -> None:
        self._polite, self._state, self._batches = polite, state, batches
        self._settings, self._clock, self._listener = settings, clock, listener
        self._discovery = Discovery(polite, state, settings, clock)
        self._hosts: dict[str, _Host] = {}
        self._specs: dict[str, SourceSpec] = {}
        self._queued: set[int] = set()
        self._group: asyncio.TaskGroup
        self.counts: dict[str, SourceCount] = {}

    async def run(self, specs: Iterable[SourceSpec]) -> None:
        """Fetch from these sources."""
        ticker = asyncio.create_task(self._batches.tick())
        try:
            async with asyncio.TaskGroup() as self._group:
                for spec in specs:
                    self._specs[spec.name] = spec
                    self.counts[spec.name] = SourceCount(spec.name)
                    self._group.create_task(self._source(spec))
        finally:
            ticker.cancel()
            await self._batches.finish()
            self._state.put_hosts(self._polite.hosts())

    async def _source(self, spec: SourceSpec) -> None:
        try:
            result, detail = "ok", await self._discovery.look(spec)
        except Refusal as refusal:
            self.counts[spec.name].failure = refusal
            result, detail = str(refusal.result), refusal.detail
        self._state.put_source(spec, self._clock.now(), result, detail)
        self._enqueue(self._state.due_pages(spec, self._clock.now()))

    def _enqueue(self, pages: Iterable[Page]) -> None:
        """Put pages into the queues of their hosts; one that two sources name is asked for once."""
        for page in pages:
            if page.number not in self._queued:
                self._queued.add(page.number)
                self._queue(page)

    def _queue(self, page: Page) -> None:
        key = host_key(page.url)
        host = self._hosts.setdefault(key, _Host())
        host.queue.append(page)
        if not host.busy:
            host.busy = True
            self._group.create_task(self._host(key, host))

    async def _host(self, key: str, host: _Host) -> None:
        while host.queue:
            page = host.queue.popleft()
            result = await self._page(page)
            host.done += 1
            self._listener.host(key, host.done, len(host.queue), str(result))
        host.busy = False

    async def _page(self, page: Page) -> Result:
        count = self.counts[page.source]
        asked = self._clock.now()
        # What can be asked conditionally is what is held; bytes that are gone are wanted whole.
        validators = page.validators if page.sha256 else NO_VALIDATORS
        try:
            answer = await self._polite.get(page.url, validators)
            result = await self._answered(page, answer)
        except Refusal as refusal:
            result = refusal.result
            if result is Result.HOST_WAITS:
                count.waiting += 1
                return result
            self._batches.note(self._failed(page, refusal, asked))
        count.results[result] += 1
        return result

    async def _answered(self, page: Page, answer: Answer) -> Result:
        if answer.status == 304:
            self._batches.note(self._good(page, answer, Result.UNCHANGED))
            return Result.UNCHANGED
        if answer.status in REDIRECTS:
            return self._moved(page, answer)
        if answer.status != 200:
            detail = f"The server answered {answer.status}."
            raise Refusal(Result.HTTP_STATUS, detail, status=answer.status)
        spec = self._specs[page.source]
        if page.url == spec.url and self._discovery.turned_out(spec, page.url, answer):
            # A url given as it is may be a feed whose url does not tell; from now on it is known as one.
            self._state.forget_page(page.number)
            self._enqueue(self._state.due_pages(spec, self._clock.now()))
            return Result.MOVED
        if answer.media not in _PAGES:
            raise Refusal(Result.NOT_A_PAGE, f"It is {answer.media[:80]}.", status=200)
        digest = hashlib.sha256(body_of(answer, self._settings.max_bytes)).hexdigest()
        same = page.sha256 == digest and page.capture is not None
        result = Result.SAME if same else Result.CHANGED if page.sha256 else Result.NEW
        outcome = replace(self._good(page, answer, result), validators=answer.validators, sha256=digest)
        await self._batches.keep(answer, outcome, page.capture if same else None)
        return result

    def _good(self, page: Page, answer: Answer, result: Result) -> Outcome:
        again = self._specs[page.source].again
        due = None if again is None else self._clock.now() + again
        return Outcome(page.number, answer.at, result, "", answer.status, due)

    def _moved(self, page: Page, answer: Answer) -> Result:
        """A page that leads on: its target is a page of its own, asked for in its own host's turn."""
        target = target_of(answer)
        if page.hops + 1 > self._settings.redirects:
            detail = f"It leads on more than {self._settings.redirects} times."
            raise Refusal(Result.REDIRECTS, detail, status=answer.status)
        if urlsplit(target).path in {"", "/"} and not urlsplit(target).query:
            raise Refusal(Result.REDIRECTS, "It leads to a home page.", status=answer.status)
        fresh = self._state.add_target(page, target, self._clock.now())
        if fresh is not None:
            self._enqueue([fresh])
            key = fresh.key
        else:
            key = self._known_target(page, target, answer)
        outcome = self._good(page, answer, Result.MOVED)
        if key != page.key:
            self._batches.note(replace(outcome, detail=key, due_at=None))
        return Result.MOVED

    def _known_target(self, page: Page, target: str, answer: Answer) -> str:
        """The key of a target that was known before; one of another scheme alone is asked at once."""
        key = url_key(target)
        if key == page.key:
            if target == page.url:
                raise Refusal(Result.REDIRECTS, "It leads to itself.", status=answer.status)
            self._queue(replace(page, url=target, hops=page.hops + 1))
        return key

    def _failed(self, page: Page, refusal: Refusal, asked: float) -> Outcome:
        failures = page.failures + 1
        due: float | None = None
        passing = refusal.result in _PASSING and refusal.status not in _GONE
        if passing and failures < _TRIES_OVER_RUNS:
            due = max(refusal.again or 0.0, asked + _FIRST_RETRY * 2**page.failures)
        return Outcome(page.number, asked, refusal.result, refusal.detail, refusal.status, due, failures)
