"""A page of fiction, in HTML and as pasted text, and ways to run the command."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from copydesk.cli import main

PAGE = """<!doctype html><html lang="en"><head><title>Harbour wall holds - The Quay</title>
<link rel="canonical" href="https://quay.example/2031/wall"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Harbour wall holds</h1>
<p>The old harbour wall at Ellmouth held through the night, although the tide rose higher than in any
year since records began there.</p>
<p>Engineers had warned the council twice that the stones were loose, and the mayor said on Tuesday that
work would start in spring.</p>
<p><a href="/letter">Subscribe to our newsletter</a></p>
<p>Nobody was hurt, and by the morning the boats lay where they had been left, the harbour master said in
a short statement to the town.</p></article></body></html>
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "wall.html"
    file.write_text(PAGE, encoding="utf-8")
    return file


@pytest.fixture
def container(tmp_path: Path) -> Path:
    file = tmp_path / "pages.jsonl"
    records = [{"url": f"https://quay.example/{n}", "html": PAGE} for n in range(3)]
    file.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return file


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run a command in this process: exit code, standard output, standard error."""

    def call(*arguments: str | Path) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return code, out, err

    return call


@pytest.fixture
def html() -> str:
    return PAGE


@pytest.fixture
def command() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run a command in a process of its own."""

    def call(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[bytes]:
        line = [sys.executable, "-m", "copydesk", *map(str, arguments)]
        return subprocess.run(line, capture_output=True, check=False, **options)  # type: ignore[call-overload,no-any-return]

    return call
