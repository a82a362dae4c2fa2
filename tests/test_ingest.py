from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from toydesk import articles, lay, lines, run, tree

from copydesk.errors import Busy, StateError, UsageError
from copydesk.settings import DedupSettings, Settings
from copydesk.store import collect
from copydesk.store.lock import hold
from copydesk.store.state import State
from copydesk.verify import verify

FERRY = """url: https://north.example/ferry
date: 2031-05-04T08:00:00+02:00
# Ferry to the outer islands is late
The ferry to the outer islands left four hours late on Sunday after a gull got into the engine room.
- Share this story
Passengers were given soup, and nobody complained about the soup, the harbour master told the paper.
"""
MILL = """url: https://south.example/mill
# The old mill turns again
The old mill at Dunmarrow turns again after forty years, and the baker has already sold out of bread.
"""


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    return lay(tmp_path / "raw", {"ferry.html": FERRY, "deep/mill.txt": MILL, "empty.txt": "- Share this\n"})


def test_pages_become_articles_ledger_and_manifest(tmp_path: Path, raw: Path) -> None:
    summary = run(tmp_path / "clean", raw)

    assert (summary.inputs, summary.articles, summary.duplicates) == (3, 2, 0)
    assert summary.rejected == {"no_text": 1}
    assert summary.sites == {"north.example": 1, "south.example": 1}
    assert summary.dropped == {"promo": 1}
    ferry = next(a for a in articles(tmp_path / "clean") if a["metadata"]["host"] == "north.example")
    assert ferry["text"].count("\n\n") == 1
    assert ferry["created"] == "2031-05-04T08:00:00+02:00"
    (struck,) = lines(tmp_path / "clean", "removed/*/*.jsonl")
    assert (struck["article_id"], struck["index"], struck["text"]) == (ferry["id"], 2, "Share this story")
    assert struck["raw_path"] == "ferry.html"
    assert sorted(tree(tmp_path / "clean")) == [
        "articles/site=north.example/2031-05.jsonl",
        "articles/site=south.example/undated.jsonl",
        "duplicates.jsonl",
        "manifest.json",
        "rejected.jsonl",
        "removed/site=north.example/2031-05.jsonl",
    ]
    assert verify(tmp_path / "clean").problems == ()


def test_the_sample_article_is_where_the_summary_says(tmp_path: Path, raw: Path) -> None:
    summary = run(tmp_path / "clean", raw)

    assert summary.sample_path == "articles/site=north.example/2031-05.jsonl"
    assert f'"id":"{summary.sample_id}"' in (tmp_path / "clean" / summary.sample_path).read_text()


def test_a_second_run_reads_and_writes_nothing(tmp_path: Path, raw: Path) -> None:
    first = run(tmp_path / "clean", raw)
    before = {p: p.stat().st_mtime_ns for p in (tmp_path / "clean").rglob("*.json*")}
    second = run(tmp_path / "clean", raw)

    assert (first.read, first.unchanged, first.files_written) == (3, 0, 6)
    assert (second.read, second.unchanged, second.files_written) == (0, 3, 0)
    assert {p: p.stat().st_mtime_ns for p in (tmp_path / "clean").rglob("*.json*")} == before


def test_a_touched_file_is_not_judged_again_and_a_changed_one_is(tmp_path: Path, raw: Path) -> None:
    run(tmp_path / "clean", raw)
    os.utime(raw / "ferry.html", ns=(1, 1))
    (raw / "deep/mill.txt").write_text(MILL + "The miller was not surprised, he said, and went on milling.\n")
    summary = run(tmp_path / "clean", raw)

    assert (summary.read, summary.unchanged) == (1, 2)
    assert any("not surprised" in a["text"] for a in articles(tmp_path / "clean"))
    assert run(tmp_path / "clean", raw).read == 0


def test_files_gone_from_a_named_folder_leave_with_their_partitions(tmp_path: Path, raw: Path) -> None:
    run(tmp_path / "clean", raw)
    (raw / "ferry.html").unlink()
    summary = run(tmp_path / "clean", raw)

    assert (summary.gone, summary.articles, summary.files_removed) == (1, 1, 2)
    assert not (tmp_path / "clean/articles/site=north.example").exists()
    assert verify(tmp_path / "clean").ok


def test_folders_not_named_again_stay(tmp_path: Path, raw: Path) -> None:
    more = lay(tmp_path / "more", {"late.txt": FERRY.replace("/ferry", "/late").replace("soup", "tea")})
    run(tmp_path / "clean", raw)
    summary = run(tmp_path / "clean", more)

    assert (summary.inputs, summary.read, summary.gone) == (4, 1, 0)


def test_the_outermost_folder_names_a_page_whatever_the_order(tmp_path: Path, raw: Path) -> None:
    run(tmp_path / "one", raw / "deep")
    run(tmp_path / "one", raw)
    run(tmp_path / "two", raw)
    run(tmp_path / "two", raw / "deep")
    run(tmp_path / "three", raw / "deep", raw)

    assert tree(tmp_path / "one") == tree(tmp_path / "two") == tree(tmp_path / "three")


def test_other_settings_judge_all_pages_again_also_those_of_other_folders(tmp_path: Path, raw: Path) -> None:
    more = lay(tmp_path / "more", {"late.txt": FERRY.replace("/ferry", "/late")})
    run(tmp_path / "clean", raw, more)
    summary = run(tmp_path / "clean", raw, settings=Settings(source="islands"))

    assert summary.read == 4
    assert {a["source"] for a in articles(tmp_path / "clean")} == {"islands"}


def test_pages_to_judge_again_that_are_gone_stop_the_run(tmp_path: Path, raw: Path) -> None:
    more = lay(tmp_path / "more", {"late.txt": FERRY.replace("/ferry", "/late")})
    run(tmp_path / "clean", raw, more)
    (more / "late.txt").unlink()
    before = tree(tmp_path / "clean")

    with pytest.raises(StateError, match=r"late\.txt"):
        run(tmp_path / "clean", raw, settings=Settings(source="islands"))
    assert tree(tmp_path / "clean") == before


def test_the_latest_capture_is_the_article(tmp_path: Path) -> None:
    def page(name: str, fetched: str | None, word: str) -> str:
        url, text = "https://north.example/ferry", f"The ferry is {word}."
        return f'{{"url": "{url}", "text": "{text}", "fetched_at": {fetched}}}\n'

    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.jsonl").write_text(
        page("a", "null", "missing")
        + page("b", '"2031-05-04T10:00:00+02:00"', "late")
        + page("c", '"2031-05-04T09:00:00Z"', "there")
        + page("d", '"2031-05-04T09:00:00Z"', "there")
    )
    summary = run(tmp_path / "clean", raw)

    (article,) = articles(tmp_path / "clean")
    copies = lines(tmp_path / "clean", "duplicates.jsonl")
    assert article["text"] == "The ferry is there."
    assert (summary.inputs, summary.articles, summary.duplicates) == (4, 1, 3)
    assert sorted(copy["kind"] for copy in copies) == ["revision", "revision", "same_page"]
    assert {copy["a"] for copy in copies} == {copy["representative"] for copy in copies} == {article["id"]}
    assert verify(tmp_path / "clean").problems == ()


def test_copies_are_marked_and_stay(tmp_path: Path) -> None:
    other = FERRY.replace("north", "west").replace("2031-05-04", "2031-05-03").replace("gull", "puffin")
    same = FERRY.replace("north", "east")
    raw = lay(tmp_path / "raw", {"a.txt": FERRY, "b.txt": other, "c.txt": same, "d.txt": MILL})
    settings = Settings(dedup=DedupSettings(jaccard=0.6))
    summary = run(tmp_path / "clean", raw, settings=settings)

    marks = {a["metadata"]["host"]: a for a in articles(tmp_path / "clean")}
    west = marks["west.example"]
    cluster = min(marks[host]["id"] for host in ("north.example", "west.example", "east.example"))
    assert west["metadata"]["near_duplicate_of"] is None
    assert marks["north.example"]["metadata"]["near_duplicate_of"] == west["id"]
    assert marks["east.example"]["metadata"]["near_duplicate_of"] == west["id"]
    assert {marks[h]["metadata"]["cluster_id"] for h in ("north.example", "west.example")} == {cluster}
    assert marks["south.example"]["metadata"]["cluster_id"] is None
    assert summary.near_copies == 2
    assert {line["kind"] for line in lines(tmp_path / "clean", "duplicates.jsonl")} == {
        "exact",
        "near_duplicate",
    }
    assert verify(tmp_path / "clean").problems == ()


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers are started for the smallest run."""
    monkeypatch.setattr(collect, "_WORTH_A_WORKER", 1)


@pytest.mark.usefixtures("eager")
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_failing_page_is_rejected_alone(tmp_path: Path, raw: Path, jobs: int) -> None:
    lay(raw, {"boom.txt": "! boom"})
    summary = run(tmp_path / "clean", raw, jobs=jobs)

    assert (summary.articles, summary.rejected) == (2, {"internal_error": 1, "no_text": 1})
    failed = next(r for r in lines(tmp_path / "clean", "rejected.jsonl") if r["reason"] == "internal_error")
    assert (failed["raw_path"], failed["detail"]) == ("boom.txt", "ValueError: boom")


@pytest.mark.usefixtures("eager")
def test_a_page_that_kills_its_worker_is_rejected_alone(tmp_path: Path, raw: Path) -> None:
    lay(raw, {"die.txt": "! die"})
    summary = run(tmp_path / "clean", raw, jobs=2)

    assert (summary.articles, summary.rejected) == (2, {"crashed": 1, "no_text": 1})
    failed = next(r for r in lines(tmp_path / "clean", "rejected.jsonl") if r["reason"] == "crashed")
    assert failed["raw_path"] == "die.txt"
    assert "worker process ended with code 3" in failed["detail"]


def test_records_of_containers_are_named_in_rejected(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "odd#name.jsonl").write_text('{"url": "https://north.example/", "text": "- Share"}\nnot json\n')
    run(tmp_path / "clean", raw)

    found = {(r["raw_path"], r["record"]) for r in lines(tmp_path / "clean", "rejected.jsonl")}
    assert {path for path, _ in found} == {"odd#name.jsonl"}
    assert None not in {record for _, record in found}


def test_two_runs_at_once_do_not_mix(tmp_path: Path, raw: Path) -> None:
    run(tmp_path / "clean", raw)
    with hold(tmp_path / "clean"), pytest.raises(Busy) as busy:
        run(tmp_path / "clean", raw)
    assert busy.value.exit_code == 75


def test_a_missing_state_is_rebuilt_when_all_folders_are_named(tmp_path: Path, raw: Path) -> None:
    run(tmp_path / "clean", raw)
    before = tree(tmp_path / "clean")
    _drop_state(tmp_path / "clean")
    (raw / "ferry.html").rename(raw / "renamed.html")
    summary = run(tmp_path / "clean", raw)

    assert summary.read == 3
    assert "built anew" in summary.notes[0]
    assert tree(tmp_path / "clean").keys() == before.keys()


def test_a_missing_state_and_a_missing_folder_stop_the_run_and_the_next_one(
    tmp_path: Path, raw: Path
) -> None:
    more = lay(tmp_path / "more", {"late.txt": FERRY.replace("/ferry", "/late")})
    run(tmp_path / "clean", raw, more)
    before = tree(tmp_path / "clean")
    _drop_state(tmp_path / "clean")

    for _ in range(2):
        with pytest.raises(StateError, match=r"late\.txt.*all RAW folders"):
            run(tmp_path / "clean", raw)
    assert tree(tmp_path / "clean") == before
    run(tmp_path / "clean", raw, more)
    assert tree(tmp_path / "clean") == before


@pytest.mark.parametrize("harm", ["state", "old_state", "shard", "no_shard", "columns", "no_columns"])
def test_damage_is_rebuilt_with_a_word(tmp_path: Path, raw: Path, harm: str) -> None:
    run(tmp_path / "clean", raw)
    before = tree(tmp_path / "clean")
    (shard,) = (tmp_path / "clean/.copydesk/pages").glob("*.jsonl")
    (columns,) = (tmp_path / "clean/.copydesk/pages").glob("*.columns")
    if harm == "old_state":
        with sqlite3.connect(tmp_path / "clean/.copydesk/state.sqlite") as db:
            db.execute("PRAGMA user_version = 1")
    elif harm == "state":
        (tmp_path / "clean/.copydesk/state.sqlite").write_bytes(b"not a database at all" * 99)
    elif harm == "shard":
        shard.write_bytes(shard.read_bytes().replace(b"soup", b"soap"))
        (tmp_path / "clean/articles/site=north.example/2031-05.jsonl").unlink()
    elif harm == "columns":
        columns.write_bytes(columns.read_bytes()[::-1])
    else:
        (shard if harm == "no_shard" else columns).unlink()
    summary = run(tmp_path / "clean", raw)

    assert tree(tmp_path / "clean") == before
    assert any("built anew" in note for note in summary.notes)


def test_a_newer_state_is_refused(tmp_path: Path, raw: Path) -> None:
    run(tmp_path / "clean", raw)
    with sqlite3.connect(tmp_path / "clean/.copydesk/state.sqlite") as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(StateError, match="newer copydesk"):
        run(tmp_path / "clean", raw)


def test_files_of_clean_that_were_changed_are_written_again(tmp_path: Path, raw: Path) -> None:
    run(tmp_path / "clean", raw)
    before = tree(tmp_path / "clean")
    (tmp_path / "clean/articles/site=north.example/2031-05.jsonl").write_text("scribble\n")
    (tmp_path / "clean/manifest.json").unlink()
    lay(tmp_path / "clean", {"articles/site=stray.example/2031-01.jsonl": "{}\n"})
    summary = run(tmp_path / "clean", raw)

    assert tree(tmp_path / "clean") == before
    assert (summary.files_written, summary.files_removed) == (2, 1)


def test_the_clean_folder_may_lie_among_the_raw_pages(tmp_path: Path, raw: Path) -> None:
    run(raw / "clean", raw)
    assert run(raw / "clean", raw).inputs == 3
    with pytest.raises(UsageError, match="name the folder of the raw pages"):
        run(raw, raw)


def test_a_wrong_name_leaves_no_folder_behind(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        run(tmp_path / "clean", tmp_path / "nowhere")
    assert not (tmp_path / "clean").exists()
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError, match="is a file"):
        run(tmp_path / "file", lay(tmp_path / "raw", {"a.txt": MILL}))


def test_progress_hears_of_every_page_and_byte(tmp_path: Path, raw: Path) -> None:
    class Heard:
        def __init__(self) -> None:
            self.files = self.size = self.pages = self.done = 0

        def started(self, files: int, size: int) -> None:
            self.files, self.size = files, size

        def advanced(self, pages: int, size: int) -> None:
            self.pages, self.done = self.pages + pages, self.done + size

        def note(self, text: str) -> None: ...

    heard = Heard()
    run(tmp_path / "clean", raw, progress=heard)
    assert (heard.files, heard.pages) == (3, 3)
    assert heard.done == heard.size > 0


def test_the_clock_is_the_callers(tmp_path: Path, raw: Path) -> None:
    ticks = iter([10.0, 12.5])
    assert run(tmp_path / "clean", raw, clock=lambda: next(ticks)).seconds == 2.5


def test_half_a_surrogate_pair_costs_nothing(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.jsonl").write_text('{"url": "https://north.example/a", "text": "The ferry \\ud83d is late."}\n')
    summary = run(tmp_path / "clean", raw)
    assert summary.articles + sum(summary.rejected.values()) == summary.inputs == 1
    assert verify(tmp_path / "clean").ok


def _drop_state(clean: Path) -> None:
    for path in sorted((clean / ".copydesk").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (clean / ".copydesk").rmdir()


def test_a_full_disk_is_told_in_a_sentence(
    tmp_path: Path, raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(tmp_path / "clean", raw)
    before = tree(tmp_path / "clean")
    lay(raw, {"more.txt": MILL.replace("/mill", "/more")})

    def full(*_: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(State, "put_pages", full)
        with pytest.raises(StateError, match="disk is full"):
            run(tmp_path / "clean", raw)
    assert tree(tmp_path / "clean") == before
    assert run(tmp_path / "clean", raw).articles == 3
