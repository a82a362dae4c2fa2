"""What is printed cannot steer a terminal, and means the same."""

from __future__ import annotations

import json

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
