"""What is printed cannot steer a terminal, and means the same."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.cli.console import printable, safe_json

STEERING = [
    "\x1b[31m",
    "\x9b2J",
    "\x07",
    "\r",
    "\u202eabc",
    "\u2066",
    "\ufeff",
    "\u2028",
    "\U000e0041",
    "\x00",
]


@pytest.mark.parametrize("text", STEERING)
def test_what_steers_is_shown_as_an_escape(text: str) -> None:
    assert text[0] not in printable(text)
    assert printable(text).startswith("\\")


@pytest.mark.parametrize(
    "text",
    [
        "line\nline\ttab",
        "می\u200cخواهم",
        "क्\u200dष",
        "«Straße» – naïve …",
        "日本語",
        "\U0001f468\u200d\U0001f469",
    ],
)
def test_ordinary_text_stays(text: str) -> None:
    assert printable(text) == text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_json_means_the_same(text: str) -> None:
    safe = safe_json(json.dumps({"text": text}, ensure_ascii=False))
    assert json.loads(safe) == {"text": text}
    assert printable(safe) == safe


@given(st.text())
def test_printable_text_is_left_alone_the_second_time(text: str) -> None:
    assert printable(printable(text)) == printable(text)


def test_what_libraries_log_does_not_reach_the_screen() -> None:
    """Their messages quote pages, with whatever could steer a terminal."""
    script = (
        "import logging; from copydesk.cli import main; main(['--version']); logging.getLogger().error('!')"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr == ""


@pytest.mark.parametrize(
    "head",
    [
        "<link rel=license href='javascript:x//creativecommons.org/'>",
        "<link rel=license href='data:text/html,licence'>",
    ],
)
def test_addresses_that_are_none_of_the_web_go_nowhere(
    run: Callable[..., tuple[int, str, str]], page: Path, head: str
) -> None:
    page.write_text(
        page.read_text().replace("<title>", head + "<meta property='og:image' content='javascript:x'><title>")
    )
    _, out, _ = run("clean", page)
    assert "javascript:" not in out
    assert "data:" not in out
