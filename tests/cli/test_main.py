"""Exit codes, and one sentence for whatever goes wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import copydesk
from copydesk.cli import main
from copydesk.errors import AccountingError, Busy, ProfileError, StateError

Run = Callable[..., tuple[int, str, str]]
Command = Callable[..., subprocess.CompletedProcess[bytes]]


def test_version(run: Run) -> None:
    assert run("--version")[:2] == (0, f"copydesk {copydesk.__version__}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["frob"],
        ["clean"],
        ["clean", "--frob", "x"],
        ["clean", "a.html", "b.html"],
        ["clean", "missing.html"],
        ["clean", "--text", "--markdown", "x"],
        ["explain", "missing.html"],
        ["ingest"],
        ["ingest", "raw"],
        ["ingest", "raw", "-"],
        ["ingest", "raw", "clean", "--jobs", "0"],
        ["ingest", "raw", "clean", "--jobs", "many"],
        ["ingest", "no-such-folder", "clean"],
        ["verify"],
    ],
)
def test_wrong_use_is_one_sentence_and_2(
    arguments: list[str], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("copydesk: ")
    assert err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (AccountingError("a block is missing"), 5),
        (ProfileError("x.toml:3: no such reason"), 4),
        (StateError("written by a newer version"), 6),
        (Busy("another run holds clean"), 75),
        (KeyboardInterrupt(), 130),
        (OSError(28, "No space left on device", "clean/articles"), 1),
        (ZeroDivisionError("oh"), 1),
    ],
)
def test_every_failure_has_its_exit_code(
    error: BaseException, code: int, run: Run, page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("copydesk.ingest.ingest", fail)
    got, out, err = run("ingest", page, page.parent / "clean", "--quiet")
    assert (got, out) == (code, "")
    assert err.startswith("copydesk: ")
    assert err.count("\n") == 1
    assert "Traceback" not in err


def test_the_environment_asks_for_a_traceback(run: Run, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPYDESK_TRACEBACK", "1")
    _, _, err = run("clean", page.parent / "missing.html")
    assert "Traceback" in err
    assert "UsageError" in err


def test_stdin_and_hyphen(command: Command, html: str) -> None:
    done = command("clean", "-", "--text", input=html.encode())
    assert done.returncode == 0, done.stderr
    assert b"held through the night" in done.stdout


def test_a_closed_pipe_is_no_error(page: Path) -> None:
    script = f"'{sys.executable}' -m copydesk explain '{page}' | head -c 1; exit ${{PIPESTATUS[0]}}"
    for _ in range(3):
        done = subprocess.run(["bash", "-c", script], capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b"")


def test_a_reader_that_is_gone_before_the_first_byte(page: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "copydesk", "clean", str(page)],
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_told(page: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "copydesk", "clean", str(page)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert b"No space left" in done.stderr
    assert b"Traceback" not in done.stderr


def test_output_is_utf8_whatever_the_locale(page: Path, html: str, command: Command) -> None:
    page.write_text(html.replace("Ellmouth", "Ellmünde"), encoding="utf-8")
    done = command(
        "clean",
        page,
        "--text",
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    )
    assert "Ellmünde" in done.stdout.decode("utf-8")


def test_no_command_shows_the_help(run: Run) -> None:
    code, out, _ = run()
    assert code == 0
    assert "copydesk COMMAND" in out


def test_main_reads_the_arguments_of_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["copydesk", "--version"])
    assert main() == 0
