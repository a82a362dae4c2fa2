"""What a piece of work costs, measured so that a busy machine does not make it dear."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def cpu_seconds(work: Callable[[], object], runs: int = 3) -> float:
    """The CPU seconds this thread spends on the work, the least of some runs.

    The garbage of tests that ran before is not collected meanwhile: that would be charged to the work. Nor is
    it collected first: among all that a run of the tests holds, that takes longer than most of the work.
    """
    gc.disable()
    try:
        return min(_once(work) for _ in range(runs))
    finally:
        gc.enable()


def _once(work: Callable[[], object]) -> float:
    start = time.thread_time()
    work()
    return time.thread_time() - start
