from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from copydesk.engine.local import run_shards
from copydesk.errors import AccountingError, CopydeskError


def square(shard: Sequence[int]) -> list[int]:
    """Squares; -7 ends the process, -9 kills it, -404 is an error of ours; an odd shard is slow."""
    if -7 in shard:
        os._exit(7)
    if -9 in shard:
        os.kill(os.getpid(), signal.SIGKILL)
    if -404 in shard:
        raise AccountingError("404")
    time.sleep(0.02 * (shard[0] % 2))
    return [n * n for n in shard]


def lost(item: int, how: str) -> str:
    return f"{item}: {how}"


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_shards(jobs: int) -> None:
    shards = [[n, n + 1, n + 2] for n in range(0, 60, 3)]
    found = list(run_shards(square, shards, jobs, lost))
    assert found == [[n * n for n in shard] for shard in shards]


def test_a_death_is_laid_to_the_item_that_caused_it() -> None:
    shards = [[1, 2], [3, -7, 5, -9], [-7], [6, 7]]
    found = list(run_shards(square, shards, 2, lost))
    assert found == [
        [1, 4],
        [9, "-7: the worker process ended with code 7", 25, "-9: the worker process died of signal 9"],
        ["-7: the worker process ended with code 7"],
        [36, 49],
    ]


def test_errors_of_ours_end_the_run() -> None:
    with pytest.raises(AccountingError):
        list(run_shards(square, [[1], [-404], [2]], 2, lost))


def test_no_shards_need_no_workers() -> None:
    assert list(run_shards(square, [], 2, lost)) == []


def test_shards_are_taken_in_as_they_are_needed() -> None:
    taken = []

    def source():
        for n in range(1000):
            taken.append(n)
            yield [n]

    results = run_shards(square, source(), 2, lost)
    next(results)
    assert len(taken) < 40
    results.close()


def test_work_that_cannot_reach_a_worker_is_told() -> None:
    with pytest.raises((CopydeskError, AttributeError, TypeError), match=r"worker|pickle|local"):
        list(run_shards(lambda shard: shard, [[1], [2]], 2, lost))


SCRIPT = """
import sys, time
from copydesk.engine.local import run_shards

def slow(shard):
    sys.stdout.write("at work\\n")
    sys.stdout.flush()
    time.sleep(60)
    return shard

def lost(item, how):
    return item

if __name__ == "__main__":
    try:
        list(run_shards(slow, [[1], [2], [3]], 2, lost))
    except KeyboardInterrupt:
        sys.exit(130)
"""


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_no_worker_outlives_the_run(tmp_path: Path, how: signal.Signals) -> None:
    """Ctrl-C ends it at once and without a word of the workers; so does the parent's death."""
    script = tmp_path / "endless.py"
    script.write_text(SCRIPT)
    with subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == b"at work\n"
        os.killpg(process.pid, how) if how == signal.SIGINT else process.kill()
        # The pipes close only when the last process that has them is gone.
        _, errors = process.communicate(timeout=30)
    assert process.returncode == (130 if how == signal.SIGINT else -9)
    assert b"Traceback" not in errors
