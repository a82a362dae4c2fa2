"""A whole run: hold the folder, recover, ask, and say what came of it."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from uuid import UUID, uuid4

from copydesk import __version__
from copydesk.errors import UsageError
from copydesk.fetch.addresses import Gate, Resolve, look_up
from copydesk.fetch.adopt import adopt
from copydesk.fetch.batches import Batches
from copydesk.fetch.client import Clock, open_client
from copydesk.fetch.crawl import Crawl, Listener, SourceCount
from copydesk.fetch.polite import Polite
from copydesk.fetch.records import Answer, Refusal, Result
from copydesk.fetch.rows import Request
from copydesk.fetch.sourcelist import SourceList, SourceSpec
from copydesk.fetch.state import FetchState, open_state
from copydesk.fetch.urls import host_key
from copydesk.settings import FetchSettings
from copydesk.store.lock import hold


@dataclass(frozen=True, slots=True)
class FetchRequest:
    """What to fetch, where to, how; `now` looks at every source, whether it is due or not."""

    sources: SourceList
    raw: Path
    settings: FetchSettings = field(default_factory=FetchSettings)
    now: bool = False


@dataclass(frozen=True, slots=True)
class SourceReport:
    """What a run brought for one source; `waiting` counts pages left for a later run."""

    name: str
    results: Mapping[Result, int]
    waiting: int = 0
    failure: str | None = None
    detail: str = ""

    @property
    def new(self) -> int:
        """Pages that were not held before."""
        return self.results.get(Result.NEW, 0)

    @property
    def failed(self) -> int:
        """Pages that could not be had."""
        return sum(count for result, count in self.results.items() if not result.is_good)


@dataclass(frozen=True, slots=True)
class FetchSummary:
    """What a run did. `requests` counts exchanges of every purpose, `bytes` what came over the wire.

    `not_due` names sources that were not looked at, of which `well` had a good last look; `nothing` tells
    that sources were asked, not one of them gave an answer of use, and none of the others is known to.
    """

    sources: tuple[SourceReport, ...]
    not_due: Mapping[str, float] = field(default_factory=dict)
    requests: int = 0
    bytes: int = 0
    well: int = 0
    recovered: int = 0
    seconds: float = 0.0

    @property
    def results(self) -> Mapping[Result, int]:
        """Pages by what came of them."""
        total: Counter[Result] = Counter()
        for source in self.sources:
            total.update(source.results)
        return total

    @property
    def nothing(self) -> bool:
        """Whether nothing was to be had anywhere."""
        in_vain = [source for source in self.sources if source.failure or source.results or source.waiting]
        good = self.well > 0 or any(result.is_good for result in self.results)
        return bool(in_vain) and len(in_vain) == len(self.sources) and not good


class Silent:
    """A listener that says nothing."""

    def host(self, host: str, done: int, left: int, last: str) -> None:
        """Nothing is said."""

    def note(self, text: str) -> None:
        """Nothing is said."""


@dataclass(frozen=True, slots=True)
class World:
    """What a run takes from outside: time, chance, names, and how hosts are looked up."""

    clock: Clock = field(default_factory=Clock)
    random: Random = field(default_factory=Random)
    uuid: Callable[[], UUID] = uuid4
    resolve: Resolve = look_up


def fetch(
    request: FetchRequest, listener: Listener | None = None, world: World | None = None
) -> FetchSummary:
    """Fetch what the sources name into `raw`. Raises `Busy` if another run writes there.

    What single sites and pages do wrong is no error: the summary and the state tell of it.
    """
    if not request.settings.contact:
        raise UsageError(
            "Say whom a site can turn to: --contact desk@paper.example (or an address of a page), "
            'or contact = "..." in the sources file.'
        )
    contact = request.settings.contact
    if not contact.isascii() or not contact.isprintable() or len(contact) > 200:
        raise UsageError("A contact is an e-mail address or a url, in ASCII and of at most 200 characters.")
    try:
        (request.raw / ".copydesk").mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise UsageError(f"{request.raw} is a file; name the folder to write.") from None
    with hold(request.raw), closing(open_state(request.raw)) as state:
        return _run(request, state, listener or Silent(), world or World())


def _run(request: FetchRequest, state: FetchState, listener: Listener, world: World) -> FetchSummary:
    began, now = world.clock.ticks(), world.clock.now()
    recovered = state.recover(now) + adopt(state, now, listener)
    due, not_due = _parted(request, state, now)
    allow = request.settings.allow | request.sources.allow
    settings = replace(request.settings, allow=allow)
    counted, counter = _counting()
    try:
        counts = asyncio.run(_crawl(due, state, settings, listener, world, counted))
    except BaseExceptionGroup as group:
        # Tasks end together; what ended them is the one thing to be told.
        raise group.exceptions[0] from None
    for count in counts:
        state.put_counts(count.name, count.results[Result.NEW], _report(count).failed)
    return FetchSummary(
        tuple(_report(count) for count in counts),
        not_due,
        counter["requests"],
        counter["bytes"],
        sum(1 for name in not_due if state.is_well(name)),
        recovered,
        world.clock.ticks() - began,
    )


def _parted(
    request: FetchRequest, state: FetchState, now: float
) -> tuple[list[SourceSpec], dict[str, float]]:
    """The sources to look at, and when the others are due."""
    due, later = [], {}
    for spec in request.sources.sources:
        at = state.source_due(spec.name)
        # A run that comes a little early does the work, or a schedule of the same interval would do half.
        if request.now or at <= now + spec.interval / 10:
            due.append(spec)
        else:
            later[spec.name] = at
    return due, later


Counted = Callable[[Answer | Refusal], None]


def _counting() -> tuple[Counted, Counter[str]]:
    counter: Counter[str] = Counter()

    def counted(outcome: Answer | Refusal) -> None:
        counter["requests"] += 1
        counter["bytes"] += len(outcome.body) if isinstance(outcome, Answer) else 0

    return counted, counter


async def _crawl(
    specs: Sequence[SourceSpec],
    state: FetchState,
    settings: FetchSettings,
    listener: Listener,
    world: World,
    counted: Counted,
) -> list[SourceCount]:
    batches = Batches(state.raw, state, settings, world.clock, world.uuid)
    delays = {_bare(host_key(s.url)): s.delay for s in specs if s.url and s.delay is not None}

    def log(purpose: str, url: str, outcome: Answer | Refusal) -> None:
        counted(outcome)
        batches.log(_line(purpose, url, outcome, world.clock.now()))

    gate = Gate(settings.allow, world.resolve)
    async with open_client(settings, gate, __version__, world.clock) as client:
        polite = Polite(
            client,
            settings,
            state,
            clock=world.clock,
            random=world.random,
            log=log,
            delays=lambda host: delays.get(_bare(host)),
        )
        crawl = Crawl(polite, state, batches, settings, clock=world.clock, listener=listener)
        await crawl.run(specs)
    return list(crawl.counts.values())


def _bare(host: str) -> str:
    return host.removeprefix("www.")


def _line(purpose: str, url: str, outcome: Answer | Refusal, now: float) -> Request:
    if isinstance(outcome, Refusal):
        told = (outcome.status, str(outcome.result), outcome.detail)
        return Request(now, host_key(url), url, purpose, *told, None, None, None)
    answer = (len(outcome.body), outcome.seconds, outcome.address)
    return Request(outcome.at, host_key(url), url, purpose, outcome.status, None, None, *answer)


def _report(count: SourceCount) -> SourceReport:
    failure = count.failure
    return SourceReport(
        count.name,
        dict(count.results),
        count.waiting,
        str(failure.result) if failure else None,
        failure.detail if failure else "",
    )
