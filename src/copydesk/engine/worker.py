"""A worker process: one item at a time, each under limits that the kernel enforces.

A page can lead a parser written in C into a loop that no exception reaches and no thread can stop. So the
kernel ends a worker that takes too long or too much; its parent knows the item it held.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import resource
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

from copydesk.engine.wire import failure, pack
from copydesk.errors import CopydeskError
from copydesk.settings import WorkerSettings

# What a worker ends with that has run out of memory: nothing it holds is to be trusted any more.
OUT_OF_MEMORY: Final = 77
# The share of the memory limit from which on an allocation may have failed.
_CLOSE: Final = 0.95
_SET_PDEATHSIG: Final = 1  # Linux's prctl(2)


def serve(pipe: Connection, works: Sequence[Callable[[Any], Any]], limits: WorkerSettings) -> None:
    """A worker's life: (which work, items) in, an answer an item out, until the pipe ends.

    Ctrl-C is for the parent to handle.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for ends in (signal.SIGTERM, signal.SIGALRM, signal.SIGPROF):
        signal.signal(ends, signal.SIG_DFL)
    # What libraries log and warn of quotes pages, control characters and all.
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    _let_go(pipe)
    _end_with_parent()
    _bound_memory(limits.memory_bytes)
    try:
        pipe.send_bytes(pack(["ready", None]))
        while True:
            which, items = pipe.recv()
            for item in items:
                pipe.send_bytes(_answer(works[which], item, limits, which))
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except (EOFError, OSError):
        return


def _answer(work: Callable[[Any], Any], item: Any, limits: WorkerSettings, which: int) -> bytes:
    """The answer to an item. Both clocks are ended by a signal that the process does not handle."""
    signal.setitimer(signal.ITIMER_PROF, limits.cpu_seconds[which])
    signal.setitimer(signal.ITIMER_REAL, limits.wall_seconds)
    try:
        answer = pack(["done", work(item)])
        if _was_short():
            raise MemoryError
        return answer
    except CopydeskError as error:
        return pack(["failed", failure(error)])
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)


def _was_short() -> bool:
    """Whether this process has come close to its limit on memory.

    Libraries catch the error of an allocation that fails and go on with less than the page: an answer
    that was made beside the limit is not to be trusted.
    """
    limit = resource.getrlimit(resource.RLIMIT_AS)[0]
    if sys.platform != "linux" or limit == resource.RLIM_INFINITY:
        return False
    peak = next(
        line for line in Path("/proc/self/status").read_text("ascii").splitlines() if line[:7] == "VmPeak:"
    )
    return int(peak.split()[1]) * 1024 > _CLOSE * limit


def _bound_memory(more: int) -> None:
    """So many bytes of address space beyond what is taken now, and no core file in the user's folder."""
    _limit(resource.RLIMIT_CORE, 0)
    if sys.platform == "linux":  # elsewhere the limit is ignored, or counts what is not used
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        _limit(resource.RLIMIT_AS, pages * resource.getpagesize() + more)


def _limit(which: int, wanted: int) -> None:
    """Lower a limit, never above what this process may have."""
    hard = resource.getrlimit(which)[1]
    soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(which, (soft, soft))


def _let_go(pipe: Connection) -> None:
    """Close every file but the pipe, the standard streams, and what tells that the parent is gone.

    The process workers are forked from ends when the last end of a pipe of the run's own is closed, and
    hands it on to every worker: with it open, worker and forking process would keep each other alive.
    """
    parent = multiprocessing.parent_process()
    wanted = {0, 1, 2, pipe.fileno(), parent.sentinel if parent is not None else -1}
    folder = Path("/proc/self/fd")
    for number in [int(path.name) for path in folder.iterdir()] if folder.is_dir() else []:
        if number not in wanted:
            with suppress(OSError):  # the listing itself, closed by now
                os.close(number)


def _end_with_parent() -> None:
    """A worker in the middle of a page does not read its pipe; it must not outlive its parent either.

    On Linux the kernel sees to it, whatever the page does; its parent there is the process workers are
    forked from, which ends with the run. The thread covers the other systems.
    """
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - workers alone need it

        ctypes.CDLL(None).prctl(_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    threading.Thread(target=_watch_parent, daemon=True).start()


def _watch_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
