"""Checkouts of public collections, made small, become labelled pages that the benchmarks read."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("numba")
sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

import convert
import labelled

URL = "https://www.gazette.example/2024/05/03/ferry"
BODY = ["[Key point]", "The ferry sank on Tuesday.", "Nobody was hurt."]


def put(path: Path, value: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".gz":
        path.write_bytes(gzip.compress(value.encode()))
    else:
        path.write_text(json.dumps(value), encoding="utf-8")


def converted(kind: str, clone: Path, folder: Path) -> dict[str, list[labelled.Labelled]]:
    convert.main([kind, str(clone), str(folder)])
    names = sorted(path.name for path in folder.iterdir())
    return {name: list(labelled.load(folder, [name])) for name in names}


def test_scrapinghub(tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    put(
        clone / "ground-truth.json",
        {"ab": {"url": URL, "articleBody": "One."}, "lost": {"url": URL, "articleBody": ""}},
    )
    put(clone / "html/ab.html.gz", "<p>One.")
    [page] = converted("scrapinghub", clone, tmp_path / "out")["scrapinghub"]
    assert (page.id, page.url, page.site, page.bodies) == ("ab", URL, "gazette.example", ("One.",))
    assert page.raw().body == b"<p>One."


def test_fundus_eval(tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    put(clone / "dataset/ground_truth.json", {"Gazette_0.html.gz": {"url": URL, "body": BODY}})
    put(clone / "dataset/html/Gazette_0.html.gz", "<p>One.")
    [page] = converted("fundus-eval", clone, tmp_path / "out")["fundus-eval"]
    story = "The ferry sank on Tuesday.\n\nNobody was hurt."
    assert (page.id, page.bodies) == ("Gazette_0", (f"Key point\n\n{story}", story))


def test_fundus_tests(tmp_path: Path) -> None:
    clone, data = tmp_path / "clone", tmp_path / "clone/tests/resources/parser/test_data/xx"
    sections = [{"headline": ["Costs"], "paragraphs": BODY[1:]}]
    label = {"authors": ["Ann Lee"], "body": {"summary": ["In short."], "sections": sections},
             "publishing_date": "2024-05-03 10:00:00+00:00", "title": "Ferry sinks"}  # fmt: skip
    names = ["Gazette_2024_05_03.html.gz", "Gazette_2025_01_01.html.gz"]
    put(data / "meta.info", {name: {"url": URL, "crawl_date": ""} for name in names})
    put(data / "Gazette.json", {"V2": {**label, "title": "Later"}, "V1": label})
    for name in names:
        put(data / name, f"<title>{name}</title>")
    first, second = converted("fundus-tests", clone, tmp_path / "out")["fundus-tests"]
    assert (first.id, first.title, first.authors) == ("xx-Gazette_2024_05_03", "Ferry sinks", ("Ann Lee",))
    assert first.bodies == ("In short.\n\nCosts\n\nThe ferry sank on Tuesday.\n\nNobody was hurt.",)
    assert (second.id, second.title) == ("xx-Gazette_2025_01_01", "Later")
    assert b"2025_01_01" in second.raw().body


def test_labels_that_fit_no_page_are_left_out(tmp_path: Path) -> None:
    data = tmp_path / "clone/tests/resources/parser/test_data/xx"
    put(data / "meta.info", {"Gazette_2024_05_03.html.gz": {"url": URL}})
    put(data / "Gazette.json", {"V1": {}, "V2": {}})
    (tmp_path / "out").mkdir()
    assert converted("fundus-tests", tmp_path / "clone", tmp_path / "out") == {}


def test_wcxb(tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    for number, kind in enumerate(("article", "forum"), 1):
        truth = {"title": "Ferry", "author": "Ann Lee", "publish_date": "2024-05-03", "main_content": "One."}
        label = {"url": URL, "_internal": {"page_type": {"primary": kind}}, "ground_truth": truth}
        put(clone / f"dev/ground-truth/000{number}.json", label)
        put(clone / f"dev/html/000{number}.html.gz", "<p>One.")
    found = converted("wcxb", clone, tmp_path / "out")
    assert [page.id for page in found["wcxb-article"]] == ["dev-0001"]
    assert [page.id for page in found["other-kinds"]] == ["dev-0002"]
    assert found["wcxb-article"][0].date == "2024-05-03"
