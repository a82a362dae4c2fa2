"""Sample pages changed at random, twenty thousand of them: the parent never falls, and nothing is lost.

    python benchmarks/mutants.py [--pages 20000] [--seed 1]

The files (`tests/hostile/mutants.py`) are ingested with one job and with four. Both runs must end well,
account for every page, pass `copydesk verify` and write the same bytes; memory must stay flat. The most
memory of the parent and of any worker is printed for each twentieth of a run.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from hostile.mutants import mutants
from toydesk import tree

# Seconds between looks at the memory of a run, and the rows its looks are printed in.
EVERY, ROWS = 1.0, 20
Look = tuple[int, int]


def resident(number: int) -> int:
    """The memory of a process that is in use, in bytes; 0 if it has ended."""
    try:
        status = Path(f"/proc/{number}/statm").read_text(encoding="ascii")
    except OSError:
        return 0
    return int(status.split()[1]) * 4096 if status else 0


def descendants(number: int) -> list[int]:
    """The processes that a process has started, and those they have."""
    found: list[int] = []
    for task in Path(f"/proc/{number}/task").glob("*/children"):
        try:
            children = [int(child) for child in task.read_text(encoding="ascii").split()]
        except OSError:
            continue
        found += [*children, *(one for child in children for one in descendants(child))]
    return found


def watched(command: Sequence[str]) -> list[Look]:
    """Run a command to its end; every second the memory of it and of the largest process it started."""
    looks: list[Look] = []
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        ended = threading.Event()

        def watch() -> None:
            while not ended.wait(EVERY):
                workers = max(map(resident, descendants(process.pid)), default=0)
                looks.append((resident(process.pid), workers))

        watcher = threading.Thread(target=watch)
        watcher.start()
        process.wait()
        ended.set()
        watcher.join()
    assert process.returncode == 0, f"the run ended with {process.returncode}"
    return looks


def told(looks: Sequence[Look]) -> str:
    """The most memory of parent and workers in each twentieth of a run, in MiB."""
    size = max(1, -(-len(looks) // ROWS))
    rows = [looks[at : at + size] for at in range(0, len(looks), size)]
    most = [[max(look[which] for look in row) >> 20 for row in rows] for which in (0, 1)]
    return f"  parent  {' '.join(map(str, most[0]))}\n  workers {' '.join(map(str, most[1]))} (MiB)"


def ingest(raw: Path, clean: Path, jobs: int) -> dict[str, bytes]:
    """What a run writes, after its books have been checked."""
    run = [sys.executable, "-m", "copydesk"]
    begin = time.monotonic()
    looks = watched([*run, "ingest", str(raw), str(clean), "--jobs", str(jobs), "--quiet"])
    seconds = time.monotonic() - begin
    subprocess.run([*run, "verify", str(clean)], check=True, stdout=subprocess.DEVNULL)
    counts = json.loads((clean / "manifest.json").read_bytes())["counts"]
    lost = sum(counts["rejected"].values())
    assert counts["inputs"] == counts["articles"] + counts["duplicates"] + lost
    print(f"jobs {jobs}: {seconds:.0f} s, {counts['inputs']} inputs = {counts['articles']} articles", end="")
    print(f" + {counts['duplicates']} duplicates + {lost} rejected {counts['rejected']}")
    print(told(looks), flush=True)
    written: dict[str, bytes] = tree(clean)
    return written


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for at, (file, body) in enumerate(mutants(given.seed, given.pages)):
            path = folder / "raw" / f"{at // 500:03}" / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(body)
        one = ingest(folder / "raw", folder / "one", 1)
        four = ingest(folder / "raw", folder / "four", 4)
    assert one == four, "one job and four wrote other bytes"
    print("one job and four gave the same bytes")


if __name__ == "__main__":
    main()
