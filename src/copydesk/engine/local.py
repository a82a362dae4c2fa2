"""Work on shards in this process or in worker processes, results in the order of the shards.

A worker talks over a pipe of its own and answers item by item, so a death is laid to the item that worker
held and to no other. That item is tried once more by a simpler work; if that dies too, it is lost.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Final, Generic, TypeVar, cast

from copydesk.errors import CopydeskError
from copydesk.settings import WorkerSettings

I = TypeVar("I")  # noqa: E741 - an item of a shard
O = TypeVar("O")  # noqa: E741 - what becomes of it


class Cause(StrEnum):
    """What ended a worker."""

    DEADLINE = "deadline"
    MEMORY = "out_of_memory"
    CRASH = "crashed"


@dataclass(frozen=True, slots=True)
class Death:
    """How a worker died of an item: of what, and in words."""

    cause: Cause
    how: str


@dataclass(frozen=True, slots=True)
class Work(Generic[I, O]):
    """What is done with an item: `first`, and `simpler` if that takes its worker down, else `lost`.

    With workers, `first` and `simpler` must be what a new process can import, and give what
    `engine.wire` can pack.
    """

    first: Callable[[I], O]
    simpler: Callable[[I], O]
    lost: Callable[[I, Death], O]


# Shards taken in ahead of the oldest one not yet given out: enough to keep workers busy while one of
# them is slow, few enough that a slow one does not fill the memory.
_AHEAD: Final = 8
# Seconds a worker has to end by itself before it is ended.
_PATIENCE: Final = 5.0
# A worker ends itself at its deadline; one that is stopped cannot, and is ended so many seconds later.
_GRACE: Final = 10.0
_DEADLINES: Final = {-signal.SIGPROF, -signal.SIGALRM, -signal.SIGXCPU}


def run_shards(
    work: Work[I, O], shards: Iterable[Sequence[I]], jobs: int, limits: WorkerSettings | None = None
) -> Iterator[Sequence[O]]:
    """The work on each item, in the order of the shards, whatever the number of processes.

    With `jobs` > 1 or with `limits`, items are worked on in processes that can be ended; without either,
    in this one.

    >>> squares = Work(lambda n: n * n, lambda n: 0, lambda n, death: 0)
    >>> list(run_shards(squares, [[1, 2], [3]], 1))
    [[1, 4], [9]]
    """
    if jobs <= 1 and limits is None:
        yield from ([_here(work, item) for item in shard] for shard in shards)
        return
    pool = _Pool(work, max(jobs, 1), limits or WorkerSettings())
    try:
        yield from pool.run(iter(shards))
    finally:
        pool.close()


def _here(work: Work[I, O], item: I) -> O:
    try:
        return work.first(item)
    except MemoryError:
        return work.lost(item, Death(Cause.MEMORY, "there was not enough memory for the page"))


@dataclass(slots=True)
class _Task(Generic[I]):
    """Items of one shard from a place in it on, so many of them done.

    An item that took its worker down is alone in a task, and tried `simpler`; one whose worker was killed,
    `again` as before: that was somebody else, a system short of memory or a person.
    """

    shard: int
    items: Sequence[I]
    at: int = 0
    simpler: bool = False
    again: bool = False
    done: int = 0


@dataclass(slots=True)
class _Open(Generic[O]):
    """A shard that is being worked on: its results so far."""

    results: list[O | None]
    missing: int


@dataclass(slots=True, eq=False)
class _Worker(Generic[I]):
    process: BaseProcess
    pipe: Connection
    heard: float
    ready: bool = False
    served: int = 0
    task: _Task[I] | None = field(default=None)


class _Pool(Generic[I, O]):
    """Worker processes and what each of them holds."""

    def __init__(self, work: Work[I, O], jobs: int, limits: WorkerSettings) -> None:
        self._work, self._jobs, self._limits = work, jobs, limits
        # Workers are forked by a process that has imported what they need and does nothing else: a copy of
        # this one would have its locks but not its threads, and a start from nothing takes half a second.
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["copydesk.engine.preload"])
        self._workers: list[_Worker[I]] = []
        self._open: dict[int, _Open[O]] = {}
        self._again: deque[_Task[I]] = deque()
        self._next_in = self._next_out = 0

    def run(self, shards: Iterator[Sequence[I]]) -> Iterator[Sequence[O]]:
        """Feed, wait, give out in order, until nothing is left."""
        more = True
        while more or self._open:
            more = self._feed(shards) if more else (self._feed(iter(())) or False)
            done = self._open.get(self._next_out)
            if done is not None and not done.missing:
                del self._open[self._next_out]
                self._next_out += 1
                yield cast("list[O]", done.results)
            elif self._open:
                self._receive()

    def _feed(self, shards: Iterator[Sequence[I]]) -> bool:
        """Hand a task to every idle worker; False when there are no more shards."""
        while True:
            worker = next((w for w in self._workers if w.task is None), None)
            if worker is None and len(self._workers) >= self._jobs:
                return True
            if not self._again and len(self._open) >= self._jobs * _AHEAD:
                return True
            task = self._again.popleft() if self._again else self._take(shards)
            if task is None:
                return False
            self._send(worker or self._start(), task)

    def _take(self, shards: Iterator[Sequence[I]]) -> _Task[I] | None:
        shard = next(shards, None)
        if shard is None:
            return None
        self._open[self._next_in] = _Open([None] * len(shard), len(shard))
        self._next_in += 1
        return _Task(self._next_in - 1, shard)

    def _start(self) -> _Worker[I]:
        from copydesk.engine.worker import serve  # noqa: PLC0415 - brings what a run in one process need not

        ours, theirs = self._context.Pipe()
        works = (self._work.first, self._work.simpler)
        process = self._context.Process(target=serve, args=(theirs, works, self._limits), daemon=True)
        # What workers are forked from takes over what is blocked here, and they from it: an interrupt while
        # one of them is still importing must not reach it, or it would tell the user so with a traceback.
        # Python 3.11 lets interrupts through again when it starts its tracker, so that comes first.
        resource_tracker.ensure_running()
        blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
        theirs.close()
        worker: _Worker[I] = _Worker(process, ours, time.monotonic())
        self._workers.append(worker)
        return worker

    def _send(self, worker: _Worker[I], task: _Task[I]) -> None:
        worker.task, worker.heard = task, time.monotonic()
        try:
            worker.pipe.send((int(task.simpler), task.items))
        except OSError:  # it died while idle: nobody's fault, so the task is simply given to another
            self._remove(worker)
            if not worker.ready:
                raise _cannot_start(worker) from None
            self._again.appendleft(task)

    def _receive(self) -> None:
        """Take one answer of every worker that has one; end those that have been silent for too long."""
        from copydesk.engine.wire import MOST_BYTES, Unexpected, unpack  # noqa: PLC0415 - as above

        busy: dict[Any, _Worker[I]] = {w.pipe: w for w in self._workers if w.task is not None}
        for pipe in wait(list(busy), _GRACE):
            worker = busy.pop(pipe)
            worker.heard = time.monotonic()
            try:
                kind, value = unpack(worker.pipe.recv_bytes(MOST_BYTES))
            except (EOFError, OSError):
                self._died(worker)
            except (Unexpected, ValueError, TypeError) as error:
                self._end(worker, Death(Cause.CRASH, f"the worker process was ended: {error}"))
            else:
                self._heard(worker, kind, value)
        late = time.monotonic() - self._limits.wall_seconds - _GRACE
        for worker in [worker for worker in busy.values() if worker.heard < late]:
            self._end(worker, Death(Cause.DEADLINE, "the worker process stood still and was ended"))

    def _heard(self, worker: _Worker[I], kind: str, value: Any) -> None:
        from copydesk.engine.wire import error_of  # noqa: PLC0415 - as above

        if kind == "ready":
            worker.ready = True
        elif kind == "failed":
            raise error_of(value)
        elif worker.task is not None:
            self._keep(worker.task, value)
            worker.served += 1
            if worker.task.done == len(worker.task.items):
                worker.task = None
                if worker.served >= self._limits.recycle:
                    self._remove(worker)

    def _keep(self, task: _Task[I], result: O) -> None:
        shard = self._open[task.shard]
        shard.results[task.at + task.done] = result
        shard.missing -= 1
        task.done += 1

    def _end(self, worker: _Worker[I], death: Death) -> None:
        worker.process.kill()
        self._died(worker, death)

    def _died(self, worker: _Worker[I], death: Death | None = None) -> None:
        """Charge the item a dead worker held, and nobody else: those behind it are given to another."""
        self._remove(worker)
        task = worker.task
        if task is None or not worker.ready:
            raise _cannot_start(worker)
        at, item, rest = task.at + task.done, task.items[task.done], task.items[task.done + 1 :]
        if rest:
            self._again.appendleft(_Task(task.shard, rest, at + 1))
        if worker.process.exitcode == -signal.SIGKILL and death is None and not task.again:
            self._again.append(_Task(task.shard, [item], at, task.simpler, again=True))
        elif task.simpler:
            self._keep(task, self._work.lost(item, death or _death(worker.process)))
        else:
            self._again.append(_Task(task.shard, [item], at, simpler=True))

    def _remove(self, worker: _Worker[I]) -> None:
        self._workers.remove(worker)
        worker.pipe.close()
        worker.process.join(_PATIENCE)
        if worker.process.is_alive():
            worker.process.kill()
            worker.process.join()

    def close(self) -> None:
        """End the workers: by the end of their pipes, or, if one does not heed it, by signal."""
        for worker in self._workers:
            worker.pipe.close()
            if worker.task is not None:
                worker.process.terminate()
        for worker in self._workers:
            worker.process.join(_PATIENCE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
        self._workers.clear()


def _death(process: BaseProcess) -> Death:
    from copydesk.engine.worker import OUT_OF_MEMORY  # noqa: PLC0415 - as above

    code = process.exitcode
    if code in _DEADLINES:
        return Death(Cause.DEADLINE, "the page took longer than a page may, and again when tried more simply")
    if code == OUT_OF_MEMORY:
        return Death(Cause.MEMORY, "the page took more memory than a page may")
    if code is not None and code < 0:
        return Death(Cause.CRASH, f"the worker process died of signal {-code}")
    return Death(Cause.CRASH, f"the worker process ended with code {code}")


def _cannot_start(worker: _Worker[Any]) -> CopydeskError:
    return CopydeskError(f"no worker process could be started ({_death(worker.process).how}); try again")
