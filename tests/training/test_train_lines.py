"""Fitting the line keeper on a few pages of our own."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("lightgbm")
sys.path.insert(0, str(Path(__file__).parents[2] / "training"))

import train_lines
from pasted_pages import Shape

from copydesk.extract.lines.keep import load_line_keeper
from copydesk.model import RawPage

TOWNS = ("Hollin", "Marsk", "Upper Wend", "Dunmoor", "Saltby", "Ferrow")


@pytest.mark.usefixtures("small")
def test_the_same_pages_give_the_same_bytes(folder: Path) -> None:
    for name in ("one", "two"):
        train_lines.main([str(folder), "--out", str(folder / name), "--jobs", "1"])
    files = sorted(path.name for path in (folder / "one").iterdir())
    assert files == ["lines-first.npz", "lines-headline.npz", "lines-second.npz", "lines-words.npz"]
    for file in files:
        assert (folder / "one" / file).read_bytes() == (folder / "two" / file).read_bytes()
    assert load_line_keeper(folder / "one") is not None


@pytest.mark.usefixtures("small")
def test_a_fold_holds_out_whole_sites(folder: Path) -> None:
    train_lines.main([str(folder), "--out", str(folder / "folds"), "--jobs", "1", "--folds", "2"])
    held = [json.loads((folder / f"folds/fold-{n}/held-out.json").read_text()) for n in (0, 1)]
    assert sorted(held[0] + held[1]) == sorted(
        f"{c}/p{n}" for c in ("scrapinghub", "wcxb-article") for n in range(8)
    )
    assert {name.split("/")[1] for name in held[0]}.isdisjoint({name.split("/")[1] for name in held[1]})


def test_every_page_is_taken_in_each_form_and_of_copies_the_first_is_wanted(folder: Path) -> None:
    row = json.loads((folder / "scrapinghub/gold.jsonl").read_text().split("\n")[0])
    found = train_lines.examples(folder, ("scrapinghub", row))
    assert [one.shape for one in found] == list(Shape)
    assert found[0].wanted.tolist() == [0.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0]
    assert train_lines._once(["a b c d e f g h"] * 2, np.ones(2)).tolist() == [1.0, 0.0]


def test_words_weigh_by_sites_not_by_pages(folder: Path) -> None:
    rows = [json.loads(line) for line in (folder / "scrapinghub/gold.jsonl").read_text().split("\n") if line]
    found = [one for row in rows for one in train_lines.examples(folder, ("scrapinghub", row))]
    weights = train_lines.words_of(found)
    assert np.array_equal(weights, train_lines.words_of([*found, *found]))
    full = next(one for one in found if one.shape is Shape.FULL)
    of_story = weights[full.described.hashed[full.described.starts[1]]]
    of_menu = weights[full.described.hashed[0]]
    assert of_menu < 0 < of_story


def test_a_headline_is_looked_for_above_the_article_first() -> None:
    texts, wanted = ["New bridge", "Home", "New bridge", "The council voted.", "New bridge"], np.zeros(5)
    titles = frozenset({"new bridge"})
    wanted[3] = 1.0
    assert train_lines.headlines(texts, titles, wanted).tolist() == [1, 0, 1, 0, 0]
    wanted[:] = 0.0
    wanted[1] = 1.0
    assert train_lines.headlines(texts[1:], titles, wanted[1:]).tolist() == [0, 1, 0, 1]


def test_a_headline_is_known_by_its_label_and_by_the_heading_of_the_page() -> None:
    lines = "".join(f"<p>The council of {town} voted to build a bridge on Tuesday.</p>" for town in TOWNS)
    page = f"<html><body><article><h1>New bridge planned here</h1>{lines}</article></body></html>"
    raw = RawPage(page.encode(), "a.html", "0")
    both = {"new bridge planned here", "a bridge is planned"}
    assert train_lines.titles_of(raw, "A bridge is planned") == both
    assert train_lines.titles_of(raw, None) == {"new bridge planned here"}
