# ruff: noqa: E501  generated pages read best a piece a line
"""Runs that are killed or run out of space anywhere: what is there is whole, and the next run ends the same.

Faults come from outside: signals at random moments, and by strace at every fsync, rename and write of the
state. The always-run part takes some of them; FAULTS=all takes every one and 200 random kills.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import toydesk
from toydesk import lay, tree

from copydesk.cli import main
from copydesk.verify import verify

ALL = os.environ.get("FAULTS") == "all"
ROUNDS = 200 if ALL else 2
CALLS = ("fsync", "fdatasync", "rename", "pwrite64", "unlink")
TOY = Path(toydesk.__file__).with_name("toy_command.py")
FULL = {"rename": "rename,renameat,renameat2", "unlink": "unlink,unlinkat"}


def page(number: int) -> str:
    lines = (
        f"The boat number {number} came home with {number + 3} crates of fish, its crew said on the quay at night.",
        f"Nobody in town {number} had thought that the season would bring so much, and the market was full by noon.",
    )
    text = "".join(f"<p>{line}</p>" for line in lines)
    return f"<!DOCTYPE html><html lang=en><title>Boat {number}</title><article><h1>Boat {number} comes home</h1>{text}</article>"


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("faults") / "raw"
    folder.mkdir()
    for number in range(70):  # more than one batch of source files; most are no pages, which is soon seen
        (folder / f"{number:03}.html").write_text(page(number) if number % 4 == 0 else f"%PDF-1.7 {number}")
    return folder


def command(raw: Path, clean: Path) -> list[str]:
    return [sys.executable, "-m", "copydesk", "ingest", str(raw), str(clean), "--quiet", "--jobs", "1"]


def run(raw: Path, clean: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(raw, clean), capture_output=True, text=True, check=False, timeout=300)


@pytest.fixture(scope="module")
def finished(raw: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, float]:
    """The folder that a run nobody disturbed has filled, and the seconds it took."""
    clean = tmp_path_factory.mktemp("undisturbed") / "clean"
    begin = time.monotonic()
    assert run(raw, clean).returncode == 0
    return clean, time.monotonic() - begin


@pytest.fixture(scope="module")
def undisturbed(finished: tuple[Path, float]) -> dict[str, bytes]:
    found = tree(finished[0])
    assert len([name for name in found if name.startswith("articles/")]) >= 1
    assert found["rejected.jsonl"]
    return found


def again(raw: Path, clean: Path) -> None:
    # In this process, which has loaded all that a run needs: only what is disturbed has to be another one.
    assert main(command(raw, clean)[3:]) == 0


def assert_recovers(
    raw: Path, clean: Path, undisturbed: dict[str, bytes], again: Callable[[Path, Path], object] = again
) -> None:
    """The next run ends well, verify passes, and the files are those of a run nobody disturbed."""
    again(raw, clean)
    assert tree(clean) == undisturbed
    assert verify(clean).problems == ()


def assert_whole(clean: Path, undisturbed: dict[str, bytes]) -> None:
    """What a first run left in view is of the files it would have written, each whole."""
    for name, body in tree(clean).items():
        assert undisturbed.get(name) == body, f"{name} is not whole"


def test_kills_at_random_moments(
    raw: Path, finished: tuple[Path, float], undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    rng = random.Random(11)
    length = finished[1]
    for round_number in range(ROUNDS):
        clean = tmp_path / f"clean{round_number}"
        for _ in range(rng.randint(1, 3)):  # also in the run that recovers
            with subprocess.Popen(
                command(raw, clean), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            ) as process:
                time.sleep(rng.uniform(0.2, 1.1) * length)
                process.kill()
        assert_whole(clean, undisturbed)
        assert_recovers(raw, clean, undisturbed)
        shutil.rmtree(clean)


# --- faults from outside ------------------------------------------------------------------------------


# Only the calls that are asked for stop the process, where each call would: that costs seconds a run. No
# signal can be sent at such a stop.
QUICK = ("-f", "--seccomp-bpf")


def strace_works() -> bool:
    if shutil.which("strace") is None:
        return False
    return (
        subprocess.run(
            ["strace", *QUICK, "-o", os.devnull, "true"], capture_output=True, check=False
        ).returncode
        == 0
    )


needs_strace = pytest.mark.skipif(not strace_works(), reason="needs strace, and a system that lets it trace")


def toy_again(raw: Path, clean: Path) -> None:
    toydesk.run(clean, raw)


def traced(raw: Path, clean: Path, log: str, *expressions: str) -> subprocess.CompletedProcess[str]:
    """A run of the toy command under strace."""
    asked = [word for expression in expressions for word in ("-e", expression)]
    toy = [sys.executable, str(TOY), "ingest", str(raw), str(clean), "--quiet"]
    quick = QUICK if not any(":signal=" in expression for expression in expressions) else ()
    line = ["strace", *quick, "-o", log, *asked, *toy]
    return subprocess.run(line, capture_output=True, text=True, check=False, timeout=300)


@pytest.fixture(scope="module")
def toy_raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """More than one batch of source files; pages of two sites, and some that are turned down."""
    pages = {
        f"{number:03}.txt": f"url: https://{('north', 'south')[number % 2]}.example/{number}\n"
        f"# Boat {number}\nThe boat number {number} came home with {number + 3} crates of fish.\n- Share this\n"
        for number in range(65)
    }
    return lay(tmp_path_factory.mktemp("toys") / "raw", {**pages, "x.txt": "- Share this\n"})


@pytest.fixture(scope="module")
def toy_undisturbed(toy_raw: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    clean = tmp_path_factory.mktemp("toys-undisturbed") / "clean"
    toy_again(toy_raw, clean)
    found = tree(clean)
    assert len([name for name in found if name.startswith(("articles/", "removed/"))]) == 4
    return found


@pytest.fixture(scope="module")
def counts(toy_raw: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    """How often a whole run makes each call."""
    folder = tmp_path_factory.mktemp("counts")
    calls = ",".join(FULL.get(call, call) for call in CALLS)
    done = traced(toy_raw, folder / "clean", str(folder / "log"), f"trace={calls}")
    assert done.returncode == 0, done.stderr
    names = re.findall(r"^(?:\d+ +)?(\w+)\(", (folder / "log").read_text(), re.MULTILINE)
    found = {call: sum(name.startswith(call) for name in names) for call in CALLS}
    assert found["fsync"] + found["fdatasync"] >= 3
    return found


FAULTS = {
    "signal=KILL": CALLS,
    "error=ENOSPC": ("fsync", "rename", "pwrite64"),
    "error=EIO": ("fsync", "pwrite64"),
}


def chosen(count: int, fault: str) -> Iterator[int]:
    """Which of the calls of a kind are hit, from 1: all, or one in the middle that differs by fault."""
    if ALL:
        yield from range(1, count + 1)
    elif count:
        yield 1 + (list(FAULTS).index(fault) + 1) * count // (len(FAULTS) + 1) % count


@needs_strace
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_at_a_call(
    toy_raw: Path, toy_undisturbed: dict[str, bytes], counts: dict[str, int], tmp_path: Path, fault: str
) -> None:
    """Killed, out of space or failing at an fsync, a rename, a write of the state or a deletion."""
    bitten = 0
    for call in CALLS if ALL else FAULTS[fault]:
        for number in chosen(counts[call], fault):
            clean = tmp_path / f"{call}{number}"
            inject = f"inject={FULL.get(call, call)}:{fault}:when={number}"
            done = traced(toy_raw, clean, os.devnull, f"trace={FULL.get(call, call)}", inject)
            bitten += done.returncode != 0
            if fault != "signal=KILL" and done.returncode != 0:
                assert done.stderr.startswith("copydesk: "), done.stderr
                assert "Traceback" not in done.stderr
            assert_whole(clean, toy_undisturbed)
            assert_recovers(toy_raw, clean, toy_undisturbed, toy_again)
            shutil.rmtree(clean)
    assert bitten >= 1


# --- other troubles -----------------------------------------------------------------------------------


def test_two_runs_at_once(raw: Path, undisturbed: dict[str, bytes], tmp_path: Path) -> None:
    clean = tmp_path / "clean"
    both = [subprocess.Popen(command(raw, clean), stderr=subprocess.PIPE, text=True) for _ in range(2)]
    told = [process.communicate(timeout=300)[1] for process in both]
    codes = sorted(process.returncode for process in both)
    assert codes in ([0, 75], [0, 0])  # the second may have come when the first was done
    assert all("Traceback" not in text for text in told)
    assert tree(clean) == undisturbed


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_polite_end_is_quick_and_clean(
    raw: Path, undisturbed: dict[str, bytes], tmp_path: Path, how: signal.Signals
) -> None:
    clean = tmp_path / "clean"
    with subprocess.Popen(command(raw, clean), stderr=subprocess.PIPE, text=True) as process:
        while process.poll() is None and not (clean / ".copydesk" / "state.sqlite").exists():
            time.sleep(0.02)
        begin = time.monotonic()
        process.send_signal(how)
        told = process.communicate(timeout=60)[1]
    assert time.monotonic() - begin < 10
    assert process.returncode in {0, 130 if how == signal.SIGINT else 143}, told
    assert "Traceback" not in told
    assert_whole(clean, undisturbed)
    assert_recovers(raw, clean, undisturbed)


def test_a_folder_that_cannot_be_written(raw: Path, tmp_path: Path) -> None:
    """Where even root cannot write: in place of the folder stands a file, or a folder of the system."""
    (tmp_path / "file").write_text("mine")
    for clean in (tmp_path / "file", Path("/proc/copydesk-clean")):
        done = run(raw, clean)
        assert done.returncode in {1, 2}
        assert done.stderr.startswith("copydesk: ")
        assert "Traceback" not in done.stderr
    assert (tmp_path / "file").read_text() == "mine"


def test_little_space(raw: Path, undisturbed: dict[str, bytes], tmp_path: Path) -> None:
    """A limit on the size of files stands for a full disk."""
    clean = tmp_path / "clean"
    for kilobytes in (4, 40):
        line = " ".join(["ulimit", "-f", str(kilobytes * 2), "&&", "exec", *map(repr, command(raw, clean))])
        done = subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=False)
        assert done.returncode not in {0, 70}
        assert "Traceback" not in done.stderr
        assert_whole(clean, undisturbed)
    assert_recovers(raw, clean, undisturbed)


@pytest.mark.parametrize("at", ["start", "middle", "end"])
def test_a_corrupt_state_is_built_anew(
    raw: Path, finished: tuple[Path, float], undisturbed: dict[str, bytes], tmp_path: Path, at: str
) -> None:
    clean = shutil.copytree(finished[0], tmp_path / "clean")
    state = clean / ".copydesk" / "state.sqlite"
    body = bytearray(state.read_bytes())
    place = {"start": 0, "middle": len(body) // 2, "end": len(body) - 4096}[at]
    body[place : place + 2048] = b"\x55" * 2048
    state.write_bytes(body)
    assert_recovers(raw, clean, undisturbed)


def test_a_newer_state_is_refused(raw: Path, finished: tuple[Path, float], tmp_path: Path) -> None:
    clean = shutil.copytree(finished[0], tmp_path / "clean")
    before = tree(clean)
    with sqlite3.connect(clean / ".copydesk" / "state.sqlite") as db:
        db.execute("PRAGMA user_version = 9999")
    db.close()
    done = run(raw, clean)
    assert done.returncode == 6, done.stderr
    assert tree(clean) == before


NAIVE = """
import sys, time
from pathlib import Path
raw, clean = map(Path, sys.argv[1:])
clean.mkdir(exist_ok=True)
for path in sorted(raw.iterdir()):
    with (clean / "articles.jsonl").open("a") as out:
        out.write(path.read_text()[:60])
        out.flush()
        time.sleep(0.02)
        out.write(path.read_text()[60:] + chr(10))
"""


def test_the_test_bites(raw: Path, tmp_path: Path) -> None:
    """A writer that appends to its file and begins again is found out by the same check."""
    line = [sys.executable, "-c", NAIVE, str(raw), str(tmp_path / "good")]
    assert subprocess.run(line, check=False).returncode == 0
    with subprocess.Popen([*line[:-1], str(tmp_path / "bad")]) as process:
        while not (tmp_path / "bad" / "articles.jsonl").exists():
            time.sleep(0.01)
        time.sleep(0.3)
        process.kill()
    with pytest.raises(AssertionError, match="not whole"):
        assert_whole(tmp_path / "bad", tree(tmp_path / "good"))
