"""The benchmark on a collection of its own making."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import pytest

pytest.importorskip("numba")
pytest.importorskip("rouge_score")
pytest.importorskip("nltk")
sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

import quality
import rules
import speed

TOWNS = ("Hollin", "Marsk", "Upper Wend", "Dunmoor")
LINE = "The council of {} voted on Tuesday to build a bridge across the river, its members said."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("scrapinghub", "wcxb-article"):
        pages = tmp_path / name / "pages"
        pages.mkdir(parents=True)
        rows = []
        for number in range(3):
            lines = [LINE.format(f"{town} {number}") for town in TOWNS]
            html = "<!doctype html><html><body><nav><a href=/>Home</a></nav><article><h1>Bridges</h1>"
            html += "".join(f"<p>{line}</p>" for line in lines) + "</article></body></html>"
            (pages / f"p{number}.html.gz").write_bytes(gzip.compress(html.encode()))
            url = f"https://site{number}.example/story"
            rows.append({"id": f"p{number}", "url": url, "site": f"site{number}.example", "kind": "article",
                         "bodies": ["\n\n".join(lines)], "title": "Bridges", "authors": None,
                         "date_published": None})  # fmt: skip
        text = "".join(json.dumps(row) + "\n" for row in rows)
        (tmp_path / name / "gold.jsonl").write_text(text, encoding="utf-8")
    return tmp_path


def run(folder: Path, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    quality.main([str(folder), "--jobs", "1", "--collections", "scrapinghub", "wcxb-article", *options])
    return capsys.readouterr().out


def test_scores_of_both_are_printed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = run(folder, capsys, "--modes", "no comments", "--errors", "1")
    rows = {line.split("  ")[0]: line for line in out.split("\n")}
    assert rows["copydesk"].rstrip().endswith("1.0000")
    assert "no comments" in rows
    assert "copydesk less trafilatura" in out
    assert "1.000 of 3" in out


def test_every_block_is_accounted_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "6 pages: kept + dropped = all blocks" in run(folder, capsys, "--account")


def test_rules_are_tallied(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "dropped although in the reading" in run(folder, capsys, "--rules")


def test_a_line_is_missing_if_most_of_it_is() -> None:
    assert rules.missing("The council of Hollin voted\nShort", "The council of Hollin voted today") == [
        "Short"
    ]


def test_pages_are_spread_evenly(folder: Path) -> None:
    assert len(speed.pages(folder, 2)) == 2
    assert len(speed.pages(folder, 100)) == 6
