"""Work on shards in this process or in worker processes, results in the order of the shards.

A worker talks over a pipe of its own, so a death is laid to the shard that worker held, and a worker whose
parent is gone ends too.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Final, Generic, TypeVar, cast

from copydesk.errors import CopydeskError

I = TypeVar("I")  # noqa: E741 - an item of a shard
O = TypeVar("O")  # noqa: E741 - what becomes of it

Work = Callable[[Sequence[I]], Sequence[O]]
Lost = Callable[[I, str], O]

# Shards taken in ahead of the oldest one not yet given out: enough to keep workers busy while one of
# them is slow, few enough that a slow one does not fill the memory.
_AHEAD: Final = 8
# Seconds a worker has to end by itself before it is ended.
_PATIENCE: Final = 5.0


def run_shards(
    fn: Work[I, O], shards: Iterable[Sequence[I]], jobs: int, lost: Lost[I, O]
) -> Iterator[Sequence[O]]:
    """`fn` of each shard, in the order of the shards, whatever the number of processes.

    `fn` gives one result an item, in order; with `jobs` > 1 it must be a function a new process can import.
    When a worker process dies, the items it held are tried again one by one; `lost(item, how)` stands
    for the one that takes a worker down alone.

    >>> list(run_shards(lambda shard: [n * n for n in shard], [[1, 2], [3]], 1, lambda item, how: 0))
    [[1, 4], [9]]
    """
    if jobs <= 1:
        yield from map(fn, shards)
        return
    pool = _Pool(fn, jobs, lost)
    try:
        yield from pool.run(iter(shards))
    finally:
        pool.close()


@dataclass(slots=True)
class _Task(Generic[I]):
    """Items of one shard: all of them, or one that is tried alone, at its place."""

    shard: int
    items: Sequence[I]
    at: int | None = None


@dataclass(slots=True)
class _Open(Generic[O]):
    """A shard that is being worked on: its results so far."""

    results: list[O | None]
    missing: int


@dataclass(slots=True, eq=False)
class _Worker(Generic[I]):
    process: BaseProcess
    pipe: Connection
    ready: bool = False
    task: _Task[I] | None = field(default=None)


class _Pool(Generic[I, O]):
    """Worker processes and what each of them holds."""

    def __init__(self, fn: Work[I, O], jobs: int, lost: Lost[I, O]) -> None:
        self._fn, self._lost, self._jobs = fn, lost, jobs
        # Workers start from nothing: a copy of this process would have its locks, but not its threads.
        self._context = multiprocessing.get_context("spawn")
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
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(theirs, self._fn), daemon=True)
        # A worker takes over what is blocked here: an interrupt while it is still importing must not
        # reach it, or it would tell the user so with a traceback.
        blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
        theirs.close()
        worker: _Worker[I] = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _send(self, worker: _Worker[I], task: _Task[I]) -> None:
        worker.task = task
        try:
            worker.pipe.send(task.items)
        except OSError:  # it died while idle: nobody's fault, so the task is simply given to another
            self._remove(worker)
            if not worker.ready:
                raise _cannot_start(worker) from None
            self._again.appendleft(task)

    def _receive(self) -> None:
        busy: dict[Any, _Worker[I]] = {w.pipe: w for w in self._workers if w.task is not None}
        for pipe in wait(list(busy)):
            worker = busy[pipe]
            try:
                kind, value = worker.pipe.recv()
            except (EOFError, OSError):
                self._died(worker)
                continue
            if kind == "ready":
                worker.ready = True
            elif kind == "failed":
                raise value
            else:
                self._done(worker, value)

    def _done(self, worker: _Worker[I], results: Sequence[O]) -> None:
        if worker.task is not None:
            self._keep(worker.task, results)
        worker.task = None

    def _keep(self, task: _Task[I], results: Sequence[O]) -> None:
        shard = self._open[task.shard]
        start = task.at or 0
        shard.results[start : start + len(results)] = results
        shard.missing -= len(results)

    def _died(self, worker: _Worker[I]) -> None:
        """Try what a dead worker held item by item; an item that was alone is lost."""
        self._remove(worker)
        task = worker.task
        if task is None or not worker.ready:
            raise _cannot_start(worker)
        if len(task.items) > 1:
            self._again.extend(_Task(task.shard, [item], at) for at, item in enumerate(task.items))
        else:
            self._keep(task, [self._lost(task.items[0], _how(worker.process))])

    def _remove(self, worker: _Worker[I]) -> None:
        self._workers.remove(worker)
        worker.pipe.close()
        worker.process.join(_PATIENCE)

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


def _serve(pipe: Connection, fn: Work[Any, Any]) -> None:
    """A worker's life: tasks in, results out, until the pipe ends. Ctrl-C is for the parent to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        pipe.send(("ready", None))
        while True:
            items = pipe.recv()
            answer: tuple[str, object]
            try:
                answer = ("done", fn(items))
            except CopydeskError as error:
                answer = ("failed", error)
            pipe.send(answer)
    except (EOFError, OSError):
        return


def _end_with_parent() -> None:
    """A worker in the middle of a page does not read its pipe; it must not outlive its parent either."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _how(process: BaseProcess) -> str:
    code = process.exitcode
    if code is not None and code < 0:
        return f"the worker process died of signal {-code}"
    return f"the worker process ended with code {code}"


def _cannot_start(worker: _Worker[Any]) -> CopydeskError:
    return CopydeskError(f"no worker process could be started ({_how(worker.process)}); try it with --jobs 1")
