from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from toydesk import lay, run

from copydesk.errors import UsageError
from copydesk.verify import verify
from copydesk.write.atomic import sha256_of

_STORY = (
    "# {0}\n- Share this\nThe {0} of the outer islands was painted on Sunday, in the same green as before.\n"
)
_ARTICLES = "articles/site=north.example/undated.jsonl"
_REMOVED = "removed/site=north.example/undated.jsonl"


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    """Two articles nearly alike, one captured twice, one copied by another site, and a page without one."""
    pages = {
        f"{name}.txt": f"url: https://north.example/{name}\n" + _STORY.format(name)
        for name in ("ferry", "mill")
    }
    pages["again.txt"] = pages["ferry.txt"]
    pages["copy.txt"] = pages["mill.txt"].replace("north", "south")
    pages["empty.txt"] = "- Share this\n"
    run(tmp_path / "clean", lay(tmp_path / "raw", pages))
    shutil.rmtree(tmp_path / "clean/.copydesk")
    return tmp_path / "clean"


def change(clean: Path, name: str, edit: Callable[[list[dict]], object]) -> None:
    """Edit a file's records and put its hash right, so that nothing but the edit is wrong."""
    path = clean / name
    records = [json.loads(text) for text in path.read_text("utf-8").splitlines()]
    edit(records)
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8")
    manifest = json.loads((clean / "manifest.json").read_text())
    manifest["files"][name]["sha256"] = sha256_of(path)
    (clean / "manifest.json").write_text(json.dumps(manifest))


def test_what_ingest_wrote_is_right_without_a_state(clean: Path) -> None:
    report = verify(clean)
    assert report.problems == ()
    assert report.ok
    assert (report.articles, report.removed, report.duplicates, report.rejected) == (3, 3, 3, 1)
    assert report.files == 6


def test_a_changed_byte_shows(clean: Path) -> None:
    path = clean / _ARTICLES
    path.write_bytes(path.read_bytes().replace(b"green", b"grean"))
    (problem,) = verify(clean).problems
    assert problem.startswith(f"{_ARTICLES} is not as it was written")


def test_missing_and_stray_files_show(clean: Path) -> None:
    (clean / "rejected.jsonl").unlink()
    lay(clean, {"articles/site=x/2031-01.jsonl": "{}\n", "removed/notes.txt": "x", "extra.jsonl": ""})
    problems = " ".join(verify(clean).problems)
    assert "rejected.jsonl is in the manifest but not there." in problems
    for stray in ("articles/site=x/2031-01.jsonl", "removed/notes.txt", "extra.jsonl"):
        assert f"{stray} is not in the manifest." in problems


@pytest.mark.parametrize(
    ("name", "edit", "said"),
    [
        (_ARTICLES, lambda rows: rows[0].pop("text"), "key 'text' is missing"),
        (
            _ARTICLES,
            lambda rows: rows[0]["metadata"].update(authors="Ann"),
            "'authors' is str, not list of str",
        ),
        (_ARTICLES, lambda rows: rows[0]["metadata"].update(authors=[7]), "'authors' is list of str"),
        (_ARTICLES, lambda rows: rows[0].update(surprise=1), "key 'surprise' is not in the schema"),
        (_ARTICLES, lambda rows: rows.reverse(), "it is not in its order"),
        (_ARTICLES, lambda rows: rows.append(rows[1]), "is there twice"),
        (_ARTICLES, lambda rows: rows.pop(), "The manifest says articles: 3; the files have 2."),
        (_ARTICLES, lambda rows: rows[0].update(text="A\n\n\n\nB"), "has an empty paragraph"),
        (
            _ARTICLES,
            lambda rows: rows[0].update(text="A\n\nB"),
            "The manifest says text blocks: 3; the files have 4.",
        ),
        (_ARTICLES, lambda rows: rows[0].update(created="2031-05-04"), "'version' or 'created'"),
        (
            _ARTICLES,
            lambda rows: rows[0]["metadata"].update(host="east.example"),
            "belongs to articles/site=east",
        ),
        (
            _ARTICLES,
            lambda rows: rows[0]["metadata"].update(near_duplicate_of="0" * 16),
            "which is not there",
        ),
        (
            _REMOVED,
            lambda rows: rows[0].update(article_id="0" * 16),
            "The ledger has lines of article 0000000000000000",
        ),
        (_REMOVED, lambda rows: rows[0].update(index=9), "9 blocks are not in its ledger"),
        (_REMOVED, lambda rows: rows[0].update(reason="dislike"), "'dislike' is no reason"),
        (_REMOVED, lambda rows: rows.pop(), "The manifest says dropped blocks"),
        ("rejected.jsonl", lambda rows: rows[0].update(reason="dislike"), "'dislike' is no reason to reject"),
        ("rejected.jsonl", lambda rows: rows.clear(), "The manifest says inputs: 5; the files have 4."),
        ("duplicates.jsonl", lambda rows: rows[0].update(kind="twin"), "'twin' is no kind of copy"),
        ("duplicates.jsonl", lambda rows: rows[0].update(a="0" * 16), "there is no article 0000000000000000"),
    ],
)
def test_every_broken_promise_has_its_sentence(clean: Path, name: str, edit: Callable, said: str) -> None:
    change(clean, name, edit)
    problems = verify(clean).problems
    assert any(said in problem for problem in problems), problems


def test_a_line_that_is_no_json_is_named(clean: Path) -> None:
    (clean / "rejected.jsonl").write_text("{oh no\n")
    assert "rejected.jsonl, line 1: it is no JSON." in verify(clean).problems


def test_very_many_problems_are_counted(clean: Path) -> None:
    change(clean, "rejected.jsonl", lambda rows: rows.extend([{}] * 100))
    assert any("more problems" in problem for problem in verify(clean).problems)
    assert len(verify(clean).problems) < 40


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"files": 1, "counts": {}}', '{"files": {}, "counts": {}, "schema": "0"}']
)
def test_a_manifest_that_is_none(clean: Path, text: str) -> None:
    (clean / "manifest.json").write_text(text)
    (problem,) = verify(clean).problems
    assert "manifest" in problem


def test_a_folder_without_a_manifest_and_no_folder(tmp_path: Path) -> None:
    (problem,) = verify(tmp_path).problems
    assert "no run of ingest has come to its end here" in problem
    with pytest.raises(UsageError):
        verify(tmp_path / "nowhere")
