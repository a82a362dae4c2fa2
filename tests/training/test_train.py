"""Fitting the keeper on a few pages of our own."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

pytest.importorskip("lightgbm")
sys.path.insert(0, str(Path(__file__).parents[2] / "training"))

import pages
import train


@pytest.mark.usefixtures("small")
def test_the_same_pages_give_the_same_bytes(folder: Path) -> None:
    for name in ("one", "two"):
        train.main([str(folder), "--out", str(folder / name), "--jobs", "1"])
    files = sorted(path.name for path in (folder / "one").iterdir())
    assert files == ["fast-first.npz", "fast-second.npz", "full-first.npz", "full-second.npz", "tokens.npz"]
    for file in files:
        assert (folder / "one" / file).read_bytes() == (folder / "two" / file).read_bytes()


def test_no_site_is_on_both_sides_of_a_fold() -> None:
    sites = [pages.site_of(f"https://{host}/a") for host in ("a.news.example.com", "example.com", "b.org")]
    assert sites[0] == sites[1] != sites[2]
    assert all(0 <= pages.fold_of(site, 5) < 5 for site in sites)


def test_labels_are_the_shares_that_the_best_body_has() -> None:
    body = "One two three four five.\n\nSix seven eight nine ten."
    texts = ["Menu", "One two three four five.", "Six seven eight nine other words here", "Menu"]
    assert pages.labels(texts, [body, "Menu"]).tolist() == [1.0, 1.0, 0.25, 0.0]
