from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from toydesk import articles, lay
from toydesk import run as ingest

Run = Callable[..., tuple[int, str, str]]

STORY = [
    "The old lighthouse at Ellmouth was sold on Tuesday to a choir of retired pilots from Dunmarrow.",
    "They paid the council four thousand crowns and promised to keep the lamp burning through winter.",
    "Nobody had offered as much since the last keeper, Ida Sand, left the tower eleven years ago.",
    "The choir will rehearse on the second floor, where the stairs are wide enough for a piano.",
]
PAGE = "url: https://{}.example/{}\ndate: {}\n# {}\n{}\n"


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    brief = "\n".join([*STORY[:2], "A reader wrote in to say that the piano is out of tune."])
    pages = {
        "a.txt": PAGE.format("north", "tower", "2031-05-04", "Tower sold", "\n".join(STORY)),
        "b.txt": PAGE.format("south", "tower", "2031-05-05", "A tower sold", "\n".join(STORY)),
        "c.txt": PAGE.format("east", "brief", "2031-05-06", "In brief", brief),
        "d.txt": PAGE.format(
            "east", "own", "2031-05-07", "Own", "The mill at Hollin turned again today. " * 4
        ),
    }
    ingest(tmp_path / "clean", lay(tmp_path / "raw", pages))
    return tmp_path / "clean"


def ids(clean: Path) -> dict[str, str]:
    return {one["metadata"]["title"]: one["id"] for one in articles(clean)}


def test_clusters_are_listed(run: Run, clean: Path) -> None:
    code, out, err = run("copies", clean)
    assert (code, err) == (0, "")
    first, *members = out.splitlines()[:3]
    assert first.startswith("2 articles, cluster ")
    assert members[0].startswith(f"= {ids(clean)['Tower sold']}  2031-05-04  north.example  Tower sold")
    assert members[1].startswith(f"  {ids(clean)['A tower sold']}  2031-05-05  south.example  A tower sold")
    assert all("exact 1.00" in one for one in members)
    assert "In brief" in out
    assert "Own" not in out


def test_one_article_shows_what_its_copies_share(run: Run, clean: Path) -> None:
    code, out, _ = run("copies", clean, ids(clean)["In brief"])
    assert code == 0
    assert "derived" in out
    assert [line for line in out.splitlines() if "old lighthouse" in line]
    assert "out of tune" not in out


def test_json_has_it_all(run: Run, clean: Path) -> None:
    known = ids(clean)
    found = json.loads(run("copies", clean, "--json")[1])
    (cluster,) = found["clusters"]
    assert (cluster["size"], cluster["representative"]) == (2, known["Tower sold"])
    assert {one["id"] for one in cluster["members"]} == {known["Tower sold"], known["A tower sold"]}
    one = json.loads(run("copies", clean, known["Tower sold"], "--json")[1])
    exact = next(copy for copy in one["copies"] if copy["kind"] == "exact")
    assert [shared["text"] for shared in exact["paragraphs"]] == STORY


def test_an_article_without_copies(run: Run, clean: Path) -> None:
    code, out, _ = run("copies", clean, ids(clean)["Own"])
    assert code == 0
    assert "No other article shares enough" in out


def test_captures_are_named(run: Run, tmp_path: Path) -> None:
    body = PAGE.format("north", "tower", "2031-05-04", "Tower sold", "\n".join(STORY))
    ingest(tmp_path / "clean", lay(tmp_path / "raw", {"a.txt": body, "b.txt": body}))
    (article,) = articles(tmp_path / "clean")
    code, out, _ = run("copies", tmp_path / "clean", article["id"])
    assert code == 0
    assert "same_page: b.txt" in out or "same_page: a.txt" in out
    assert "no near-copies among 1 article." in run("copies", tmp_path / "clean")[1]


def test_wrong_use_is_told(run: Run, clean: Path, tmp_path: Path) -> None:
    code, _, err = run("copies", clean, "0000")
    assert code == 2
    assert "has no article 0000" in err
    code, _, err = run("copies", tmp_path)
    assert code == 2
    assert "not a folder that ingest wrote" in err


def test_caches_are_not_needed(run: Run, clean: Path) -> None:
    before = run("copies", clean)
    shutil.rmtree(clean / ".copydesk")
    assert run("copies", clean) == before
