"""Five pasted pages with known answers, where they are at hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from copydesk.model import Article, RawPage
from copydesk.pipeline import judge_page
from copydesk.text import fold

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "seeds"
ANSWERS = FOLDER / "gold.json"
CASES: list[dict[str, Any]] = json.loads(ANSWERS.read_text("utf-8")) if ANSWERS.exists() else []

pytestmark = pytest.mark.skipif(
    not CASES, reason="the pasted pages with answers are not beside this repository"
)


def read(case: dict[str, Any]) -> Article:
    path = FOLDER / case["file"]
    article = judge_page(RawPage(path.read_bytes(), path.name, "0" * 64))
    assert isinstance(article, Article), article
    return article


def by_file(case: dict[str, Any]) -> str:
    return str(case["file"])


@pytest.mark.parametrize("case", CASES, ids=by_file)
def test_body(case: dict[str, Any]) -> None:
    got = [(block.kind.value, fold(block.text)) for block in read(case).body]
    assert got == [(part["kind"], fold(part["text"])) for part in case["body"]]


@pytest.mark.parametrize("case", CASES, ids=by_file)
def test_removed_lines(case: dict[str, Any]) -> None:
    got = read(case).dropped
    assert [fold(block.text) for block in got] == [fold(line["text"]) for line in case["removed"]]
    reasons = [str(block.verdict.reason) for block in got if block.verdict is not None]
    wrong = [
        (line["text"], line["reasons"], reason)
        for line, reason in zip(case["removed"], reasons, strict=True)
        if reason not in line["reasons"]
    ]
    assert wrong == []


@pytest.mark.parametrize("case", CASES, ids=by_file)
def test_metadata(case: dict[str, Any]) -> None:
    known = read(case).metadata
    assert known.title == case["title"]
    assert known.date_published == case["date_published"]
    assert list(known.authors) == case["authors"]
    assert list(known.agencies) == case["agencies"]
    assert known.dateline == case["dateline"]
    assert known.section == case["section"]
    assert known.language == case["language"]
    if case["host"] is not None:
        assert known.host == case["host"]
