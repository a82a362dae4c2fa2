"""How a run goes on."""

from __future__ import annotations

import io

import pytest
from rich.console import Console
from rich.progress import Progress

from copydesk.cli.progress import BarProgress, PlainProgress, progress_for


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_plain_lines_come_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    progress = PlainProgress(clock)
    progress.started(40, 2_000_000)
    for _ in range(60):
        clock.now += 1
        progress.advanced(10, 20_000)
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "copydesk: reading 40 source files, 2.0 MB"
    assert lines[1:] == [
        "copydesk: 200 pages, 10 a second, 20 %, about 1 min left",
        "copydesk: 400 pages, 10 a second, 40 %, about 1 min left",
        "copydesk: 600 pages, 10 a second, 60 %, about 40 s left",
    ]


def test_sources_of_unknown_size_have_no_time_left(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    progress = PlainProgress(clock)
    progress.started(1, 0)
    clock.now = 30
    progress.advanced(60, 500)
    assert capsys.readouterr().err.splitlines()[-1] == "copydesk: 60 pages, 2 a second"


def test_nothing_new_is_nothing_to_tell(capsys: pytest.CaptureFixture[str]) -> None:
    PlainProgress(Clock()).started(0, 0)
    assert capsys.readouterr().err == ""


def test_the_bar_counts_pages_and_rate() -> None:
    out = io.StringIO()
    with Progress(console=Console(file=out, force_terminal=True)) as display:
        bar = BarProgress(display)
        bar.started(3, 1000)
        bar.advanced(5, 400)
        bar.note("a page \x1b[2J was odd [bold]")
        task = display.tasks[0]
        assert (task.completed, task.total, task.fields["pages"]) == (400, 1000, 5)
        assert task.fields["rate"] > 0
    assert "\x1b[2J" not in out.getvalue()
    assert "[bold]" in out.getvalue()


def test_quiet_says_only_what_must_be_known(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_for(quiet=True) as progress:
        progress.started(3, 1000)
        progress.advanced(5, 400)
        progress.note("the disk is nearly full")
    assert capsys.readouterr().err == "copydesk: the disk is nearly full\n"
