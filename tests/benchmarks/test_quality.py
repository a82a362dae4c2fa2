"""The benchmark on a collection of its own making."""

from __future__ import annotations

import gzip
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("numba")
pytest.importorskip("rouge_score")
pytest.importorskip("nltk")
sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

import against
import errors
import gate
import labelled
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
    out = run(folder, capsys, "--systems", "no comments", "--errors", "1")
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


def test_other_extractors_stand_beside_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("newspaper")
    pytest.importorskip("readability")
    out = run(folder, capsys, "--systems", "readability-lxml", "resiliparse", "newspaper4k")
    rows = {line[:24].strip(): line for line in out.split("\n")}
    for name in ("readability-lxml", "resiliparse", "newspaper4k"):
        assert float(rows[name].split()[-1]) > 0.9
    assert "failed" not in out


def test_a_floor_holds_and_only_rises(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    floors, changes = tmp_path / "floors.toml", tmp_path / "CHANGELOG.md"
    monkeypatch.setattr(gate, "CHANGELOG", changes)
    monkeypatch.setattr(gate.read_floors, "__defaults__", (floors,))
    monkeypatch.setattr(gate.write_floors, "__defaults__", (floors,))
    with pytest.raises(SystemExit, match="no floors for these pages"):
        run(folder, capsys, "--systems", "no comments", "--gate")
    run(folder, capsys, "--systems", "no comments", "--pin")
    assert "is below its floor" in run(folder, capsys, "--systems", "no comments", "--gate")
    [name] = gate.read_floors(floors)
    high = gate.read_floors(floors)[name]
    assert high["F1, mean"] == 1.0

    worse = {figure: value - 0.1 for figure, value in high.items()}
    with pytest.raises(SystemExit, match=r"F1, mean: 0\.9000, floor 1\.0000"):
        gate.check(name, worse)
    gate.pin(name, worse, None)
    assert gate.read_floors(floors)[name] == high
    changes.write_text("- The label of a page was wrong.", encoding="utf-8")
    with pytest.raises(SystemExit, match="does not have"):
        gate.pin(name, worse, "An unwritten reason.")
    gate.pin(name, worse, "The label of a page was wrong.")
    assert gate.read_floors(floors)[name] == worse


def test_floors_are_for_their_own_pages_alone(folder: Path) -> None:
    pages = list(labelled.load(folder, ["scrapinghub"]))
    name = gate.set_name(pages, folds=False)
    assert name == gate.set_name(pages[::-1], folds=False)
    assert name != gate.set_name(pages, folds=True)
    assert name != gate.set_name([*pages[:-1], replace(pages[-1], title="Another")], folds=False)


def test_mistakes_by_their_sort(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = [
        "The council of the town voted on Tuesday to build a bridge across the river.",
        "Work begins in spring, and boats will pass under it at any time of the day.",
        "Farmers who had to drive an hour around the lake called that a great relief.",
        "Costs",
    ]
    found = errors.mistakes("\n\n".join(story), "\n".join(["Sign up", *story[1:-1], "Read more of it"]))
    assert {m.fault: m.words for m in found} == {
        errors.Fault.LOST_HEAD: 15,
        errors.Fault.LOST_SHORT: 1,
        errors.Fault.EXTRA_HEAD: 2,
        errors.Fault.EXTRA_SHORT: 4,
    }
    assert errors.mistakes("A line.", "") == [errors.Mistake(errors.Fault.EMPTY, 2)]
    assert errors.mistakes("", "") == []
    assert "(of 6; 6 without any)" in run(folder, capsys, "--systems", "no comments")


def test_two_versions_page_by_page(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pages = list(labelled.load(folder, ["wcxb-article"]))
    before = {(p.collection, p.id): p.bodies[0] for p in pages}
    key = (pages[1].collection, pages[1].id)
    before[key] += "\n\nSubscribe to our letter from the river, it comes each morning."
    after = {**before, key: pages[1].bodies[0]}
    against.report("HEAD~1", pages, list(against.moved(pages, before, after)))
    out = capsys.readouterr().out
    assert "1 texts of 3 differ, 1 better, 0 worse" in out
    assert "gone Subscribe to our letter" in out
    with pytest.raises(SystemExit, match="git has no version"):
        against.texts_at("no-such-version", folder, pages, 1)
