"""The sample pages come out as a person would cut them, line for line."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from copydesk.model import Article, Rejected
from copydesk.pipeline import judge_page
from copydesk.settings import DEFAULT
from copydesk.sources import iter_sources, read_source

ROOT = Path(__file__).parent.parent
GOLDEN: dict[str, dict[str, Any]] = json.loads(
    (ROOT / "tests" / "golden" / "samples.json").read_text(encoding="utf-8")
)


@cache
def samples() -> dict[str, Article | Rejected]:
    found: dict[str, Article | Rejected] = {}
    for source in iter_sources([ROOT / "raw"], DEFAULT):
        for page in read_source(source, DEFAULT):
            found[page.raw_path] = page if isinstance(page, Rejected) else judge_page(page, DEFAULT)
    return found


def article(name: str) -> Article:
    found = samples()[name]
    assert isinstance(found, Article), f"{found}"
    return found


ARTICLES = sorted(name for name, answer in GOLDEN.items() if "rejected" not in answer)


def test_every_sample_is_in_the_golden_answers() -> None:
    assert sorted(samples()) == sorted(GOLDEN)
    assert len(GOLDEN) >= 14


@pytest.mark.parametrize("name", sorted(set(GOLDEN) - set(ARTICLES)))
def test_what_is_no_article_is_rejected(name: str) -> None:
    found = samples()[name]
    assert isinstance(found, Rejected)
    assert found.reason == GOLDEN[name]["rejected"]


@pytest.mark.parametrize("name", ARTICLES)
def test_the_body(name: str) -> None:
    body = [block.text for block in article(name).body]
    answer = GOLDEN[name]
    assert (body[0], body[-1], len(body)) == (answer["first"], answer["last"], answer["blocks"])


@pytest.mark.parametrize("name", ARTICLES)
def test_the_removed_lines(name: str) -> None:
    removed = [[str(block.verdict and block.verdict.reason), block.text] for block in article(name).dropped]
    assert removed == GOLDEN[name]["removed"]


@pytest.mark.parametrize("name", ARTICLES)
@pytest.mark.parametrize(
    "field",
    [
        "title",
        "standfirst",
        "host",
        "language",
        "authors",
        "agencies",
        "dateline",
        "section",
        "captions",
        "tags",
    ],
)
def test_a_field(name: str, field: str) -> None:
    found = getattr(article(name).metadata, field)
    assert (list(found) if isinstance(found, tuple) else found) == GOLDEN[name][field]


@pytest.mark.parametrize("name", ARTICLES)
def test_the_dates(name: str) -> None:
    metadata = article(name).metadata
    found = [metadata.date_published, metadata.date_modified]
    assert found == GOLDEN[name]["dates"]


def test_one_agency_story_is_in_two_papers() -> None:
    one, two = (
        set(article(n).text.split("\n\n"))
        for n in ("naharnet/reservoir-wall.html", "ndtv/reservoir-wall.html")
    )
    assert len(one & two) >= 4
    assert one - two
    assert two - one


def test_no_block_is_lost() -> None:
    for name in ARTICLES:
        found = article(name)
        titles = [b for b in found.blocks if b.verdict and b.verdict.keep and b not in found.body]
        assert len(found.body) + len(found.dropped) + len(titles) == len(found.blocks)
        assert [b.text for b in titles] == [found.metadata.title]
