"""Labelled pages as pasted text, and the benchmark over them."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import pytest
from lxml import html as lxml_html

pytest.importorskip("numba")
pytest.importorskip("rouge_score")
pytest.importorskip("nltk")
sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

import pasted
from pasted_pages import Shape, copied
from pasted_pages import pasted as pasted_page

from copydesk.model import Form, RawPage

TOWNS = ("Hollin", "Marsk", "Upper Wend", "Dunmoor")
STORY = [
    f"The council of {town} voted on Tuesday to build a bridge across the river, its members said."
    for town in TOWNS
]
TITLE = "Towns on the river vote for bridges"
MENU = "".join(f"<li><a href=/{n}>Section {n}</a>" for n in range(20))
FOOT = "".join(f"<div>Office {n}, open from nine to five</div>" for n in range(40))
PAGE = (
    f"<!doctype html><html><head><title>{TITLE}</title></head><body><ul>{MENU}</ul><h1>{TITLE}</h1>"
    + "".join(f"<p>{line}</p>" for line in STORY)
    + f"{FOOT}<script>var a</script></body></html>"
)


def raw(name: str = "a.html") -> RawPage:
    return RawPage(PAGE.encode(), name, "0", Form.HTML, "https://paper.example/a")


def text_of(shape: Shape) -> str:
    found = pasted_page(raw(), ["\n\n".join(STORY)], shape)
    assert found is not None
    assert (found.media, found.url) == (Form.TEXT, None)
    return found.body.decode()


def copy(body: str) -> str:
    return copied(lxml_html.document_fromstring(f"<html><body>{body}</body></html>"))


def test_a_whole_page_is_copied_as_a_browser_does() -> None:
    lines = text_of(Shape.FULL).split("\n")
    assert lines[:2] == ["Section 0", "Section 1"]
    assert lines[19:24] == ["Section 19", "", TITLE, "", STORY[0]]
    assert lines[-1] == "Office 39, open from nine to five"
    assert len([line for line in lines if line]) == 20 + 1 + 4 + 40


def test_a_selection_holds_the_story_and_a_bare_one_no_empty_lines() -> None:
    cut, bare = text_of(Shape.CUT).split("\n"), text_of(Shape.BARE).split("\n")
    assert [line for line in cut if line] == bare
    assert "" in cut
    assert [line for line in bare if line in STORY] == STORY
    first, last = bare.index(STORY[0]), bare.index(STORY[-1])
    assert first <= 12
    assert len(bare) - last - 1 <= 30
    assert text_of(Shape.CUT).split("\n") == cut


def test_the_main_text_is_that_of_resiliparse() -> None:
    assert [line for line in text_of(Shape.MAIN).split("\n") if line in STORY] == STORY


def test_what_is_not_shown_is_not_copied_and_what_follows_it_is() -> None:
    assert copy("<p>a <b hidden>x</b>b<i style='display: none'>y</i>c") == "a bc"
    assert copy("<div class='hidden md:block'>a</div><div class=hidden>b</div>c") == "a\nc"
    assert copy("<dialog>a</dialog><dialog open>b</dialog>") == "b"
    assert copy("a<script>x</script>b<select><option>c</select>d") == "abd"


def test_cells_are_set_apart_by_tabs_and_breaks_by_lines() -> None:
    assert copy("<table><tr><th>a<th>b<tr><td>1<td> 2 </table>") == "a\tb\n1\t2"
    assert copy("a<br>b<br><br>c") == "a\nb\n\nc"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("fundus-tests", "wcxb-article"):
        pages = tmp_path / name / "pages"
        pages.mkdir(parents=True)
        (pages / "p.html.gz").write_bytes(gzip.compress(PAGE.encode()))
        row = {"id": "p", "url": "https://paper.example/a", "site": "paper.example", "kind": "article",
               "bodies": ["\n\n".join(STORY)], "title": TITLE, "authors": None,
               "date_published": None}  # fmt: skip
        (tmp_path / name / "gold.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    return tmp_path


def test_every_system_is_scored_in_every_form(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--jobs", "1", "--collections", "fundus-tests", "wcxb-article", "--forms", "full", "main"]
    pasted.main([str(folder), *options])
    out = capsys.readouterr().out
    tables = out.strip().split("\n\n")
    assert [table.split()[0] for table in tables] == ["full", "main"]
    for table in tables:
        means = {line[:26].rstrip(): float(line.split()[-1]) for line in table.split("\n")[1:7]}
        assert set(means) >= {*pasted.OTHERS, "copydesk, rules only", "copydesk"}
        assert means["everything"] < means["copydesk, rules only"] == 1.0
        assert "title right, copydesk: 1.000 of 2" in table
