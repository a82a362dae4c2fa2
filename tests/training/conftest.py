"""A few labelled pages of our own, and trees small enough to be fitted on them."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "training"))

TOWNS = ("Hollin", "Marsk", "Upper Wend", "Dunmoor", "Saltby")
LINE = "The council of {} voted on Tuesday to build a bridge across the river, its members said."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("scrapinghub", "wcxb-article"):
        into = tmp_path / name / "pages"
        into.mkdir(parents=True)
        rows = []
        for number in range(8):
            lines = [LINE.format(f"{town} {number}") for town in TOWNS]
            html = "<!doctype html><html><body><nav><a href=/>Home</a> <a href=/s>Sport</a></nav><article>"
            html += "".join(f"<p>{line}</p>" for line in lines) + "</article><footer><p>All rights reserved."
            (into / f"p{number}.html.gz").write_bytes(gzip.compress(html.encode()))
            url = f"https://www.site{number}.example/{name}"
            rows.append({"id": f"p{number}", "url": url, "bodies": ["\n\n".join(lines)]})
        text = "".join(json.dumps(row) + "\n" for row in rows)
        (tmp_path / name / "gold.jsonl").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    passes, train, train_lines = (pytest.importorskip(name) for name in ("passes", "train", "train_lines"))
    for module in (train, train_lines):
        monkeypatch.setattr(module, "FIRST", passes.Size(3, 4, 0.1))
        monkeypatch.setattr(module, "SECOND", passes.Size(3, 4, 0.1))
    monkeypatch.setattr(train_lines, "HEADLINE", passes.Size(3, 4, 0.1))
    monkeypatch.setitem(passes._PARAMETERS, "min_data_in_leaf", 2)
