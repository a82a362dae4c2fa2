from __future__ import annotations

import ctypes
import os
import resource
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from copydesk.engine.local import Death, Work, run_shards
from copydesk.errors import AccountingError, CopydeskError
from copydesk.settings import WorkerSettings

LIMITS = WorkerSettings(cpu_seconds=(0.5, 0.3), wall_seconds=3.0, memory_bytes=300_000_000, recycle=5)
DIES, KILLED, FAULTY, SEGFAULT, SPINS, HANGS, GREEDY, SWALLOWS, ODD, SLOW_AT_FIRST = (
    -7,
    -9,
    -404,
    -11,
    -1,
    -2,
    -3,
    -6,
    -4,
    -5,
)


def square(n: int) -> object:
    """Squares; the numbers above do what their names say."""
    match n:
        case _ if n == DIES:
            os._exit(7)
        case _ if n == KILLED:
            os.kill(os.getpid(), signal.SIGKILL)
        case _ if n == FAULTY:
            raise AccountingError("404")
        case _ if n == SEGFAULT:
            ctypes.string_at(0)
        case _ if n in {SPINS, SLOW_AT_FIRST}:
            sum(range(10**12))  # in compiled code: no exception reaches it
        case _ if n == HANGS:
            time.sleep(600)
        case _ if n == GREEDY:
            return len(bytearray(4 << 30))
        case _ if n == SWALLOWS:
            return swallows()
        case _ if n == ODD:
            return Path("/")  # nothing that may come out of a worker
    time.sleep(0.02 * (n % 2))
    return n * n


def swallows() -> int:
    """Run out of memory piece by piece, and keep quiet about it, as libraries do."""
    pieces = []
    try:
        while True:
            pieces.append(bytearray(4 << 20))
    except MemoryError:
        return 0


def simpler(n: int) -> object:
    return -1 if n == SLOW_AT_FIRST else square(n)


def lost(item: int, death: Death) -> str:
    return f"{item}: {death.cause}"


WORK = Work(square, simpler, lost)


@pytest.mark.parametrize(("jobs", "limits"), [(1, None), (1, LIMITS), (2, None), (3, LIMITS)])
def test_results_come_in_the_order_of_the_shards(jobs: int, limits: WorkerSettings | None) -> None:
    shards = [[n, n + 1, n + 2] for n in range(0, 60, 3)]
    found = list(run_shards(WORK, shards, jobs, limits))
    assert found == [[n * n for n in shard] for shard in shards]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_death_is_laid_to_the_item_that_caused_it_and_to_no_other(jobs: int) -> None:
    shards = [[1, 2], [3, DIES, 5, SEGFAULT], [SPINS], [6, HANGS, 7], [8, GREEDY, KILLED, 9]]
    found = list(run_shards(WORK, shards, jobs, LIMITS))
    assert found == [
        [1, 4],
        [9, "-7: crashed", 25, "-11: crashed"],
        ["-1: deadline"],
        [36, "-2: deadline", 49],
        [64, "-3: out_of_memory", "-9: crashed", 81],
    ]


def test_what_is_too_slow_is_tried_again_more_simply() -> None:
    assert list(run_shards(WORK, [[1, SLOW_AT_FIRST, 2]], 1, LIMITS)) == [[1, -1, 4]]


class KilledOnce:
    """As `square`; the first worker that meets 5 is killed by somebody else."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __call__(self, n: int) -> object:
        if n == 5 and not self.mark.exists():
            self.mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return square(n)


def test_an_item_whose_worker_somebody_killed_is_tried_as_before(tmp_path: Path) -> None:
    """Its result must not depend on what else happened on the machine."""
    work = Work(KilledOnce(tmp_path / "killed"), zero, lost)
    assert list(run_shards(work, [[4, 5, 6]], 1, LIMITS)) == [[16, 25, 36]]


def zero(n: int) -> int:
    return 0


def test_only_data_comes_out_of_a_worker() -> None:
    """What cannot be packed is a failure of that item alone, not a pickle to be loaded."""
    assert list(run_shards(WORK, [[1, ODD, 2]], 1, LIMITS)) == [[1, "-4: crashed", 4]]


class Workplace:
    """Gives the process it is called in, and what that process may do."""

    def __call__(self, n: int) -> list[int]:
        return [
            os.getpid(),
            *resource.getrlimit(resource.RLIMIT_CORE),
            resource.getrlimit(resource.RLIMIT_AS)[0],
        ]


def test_workers_are_bounded_and_recycled() -> None:
    work = Work(Workplace(), Workplace(), lost)
    found = [one for shard in run_shards(work, [[n] for n in range(12)], 1, LIMITS) for one in shard]
    assert len({pid for pid, *_ in found}) == 3
    assert os.getpid() not in {pid for pid, *_ in found}
    assert all(core == hard == 0 for _, core, hard, _ in found)
    if sys.platform == "linux":
        assert all(LIMITS.memory_bytes < memory < 20 * LIMITS.memory_bytes for *_, memory in found)


def test_errors_of_ours_end_the_run() -> None:
    with pytest.raises(AccountingError, match="404"):
        list(run_shards(WORK, [[1], [FAULTY], [2]], 2))


def test_no_shards_need_no_workers() -> None:
    assert list(run_shards(WORK, [], 2)) == []


def test_shards_are_taken_in_as_they_are_needed() -> None:
    taken = []

    def source():
        for n in range(1000):
            taken.append(n)
            yield [n]

    results = run_shards(WORK, source(), 2)
    next(results)
    assert len(taken) < 40
    results.close()


def test_work_that_cannot_reach_a_worker_is_told() -> None:
    with pytest.raises((CopydeskError, AttributeError, TypeError), match=r"worker|pickle|local"):
        list(run_shards(Work(lambda n: n, lambda n: n, lost), [[1], [2]], 2))


SCRIPT = """
import signal, sys, time
from copydesk.engine.local import Work, run_shards

def slow(item):
    sys.stdout.write("at work\\n")
    sys.stdout.flush()
    {how}
    return item

def lost(item, how):
    return item

if __name__ == "__main__":
    # A shell lets nobody interrupt what it runs in the background.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        list(run_shards(Work(slow, slow, lost), [[1], [2], [3]], 2))
    except KeyboardInterrupt:
        sys.exit(130)
"""


@pytest.mark.parametrize("busy", ["time.sleep(50)", "sum(range(10**12))"])
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_no_worker_outlives_the_run(tmp_path: Path, how: signal.Signals, busy: str) -> None:
    """Ctrl-C ends it at once and without a word of the workers; so does the parent's death."""
    if busy != "time.sleep(50)" and sys.platform != "linux":
        pytest.skip("only Linux ends a process that holds the interpreter when its parent dies")
    script = tmp_path / "endless.py"
    script.write_text(SCRIPT.format(how=busy))
    with subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == b"at work\n"
        begin = time.monotonic()
        os.killpg(process.pid, how) if how == signal.SIGINT else process.kill()
        # The pipes close only when the last process that has them is gone.
        _, errors = process.communicate(timeout=30)
    assert process.returncode == (130 if how == signal.SIGINT else -9)
    # The deadline would end a busy worker too, but later.
    assert time.monotonic() - begin < WorkerSettings().cpu_seconds[0]
    assert b"Traceback" not in errors


def test_an_answer_made_beside_the_memory_limit_does_not_count() -> None:
    # Time enough for a busy machine: it is the memory that ends this.
    patient = replace(LIMITS, cpu_seconds=(20.0, 10.0), wall_seconds=60.0)
    assert list(run_shards(WORK, [[1, SWALLOWS, 3]], 1, patient)) == [[1, "-6: out_of_memory", 9]]
