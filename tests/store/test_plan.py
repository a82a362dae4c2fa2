from __future__ import annotations

import os
from pathlib import Path

from toydesk import lay, run

from copydesk.sources import SourceFile
from copydesk.store.plan import content_hash, raw_path_below


def source(path: Path, raw_path: str = "") -> SourceFile:
    return SourceFile(path, raw_path or path.name, 0, 0)


def test_a_page_is_named_from_the_outermost_folder() -> None:
    page = source(Path("/raw/a/b.html"))
    assert raw_path_below(page, []) == "b.html"
    assert raw_path_below(page, ["/raw/a/b.html"]) == "b.html"
    assert raw_path_below(page, ["/raw/a", "/raw", "/raw/a/b.html"]) == "a/b.html"
    assert raw_path_below(page, ["/ra", "/rawer"]) == "b.html"
    assert raw_path_below(page, ["/"]) == "raw/a/b.html"


def test_the_sidecar_is_part_of_a_page(tmp_path: Path) -> None:
    lay(tmp_path, {"a.html": "A"})
    bare = content_hash(source(tmp_path / "a.html"))
    lay(tmp_path, {"a.html.meta.json": "{}"})
    assert content_hash(source(tmp_path / "a.html")) != bare


def test_what_is_no_file_has_no_hash_and_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert content_hash(source(tmp_path / "pipe")) is None
    assert content_hash(source(tmp_path)) is None


def test_names_that_are_no_utf8_are_kept_apart(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    for name in (b"\xe9.txt", b"\xe8.txt"):
        Path(os.fsdecode(bytes(raw) + b"/" + name)).write_text(
            "The ferry is late, said the harbour master of Dunmarrow."
        )
    first, second = run(tmp_path / "clean", raw), run(tmp_path / "clean", raw)
    assert (first.inputs, first.articles, first.duplicates) == (2, 1, 1)
    assert (second.read, second.unchanged) == (0, 2)


def test_what_could_not_be_read_is_tried_again(tmp_path: Path) -> None:
    raw = lay(tmp_path / "raw", {"a.html": "x"})
    (raw / "a.html").unlink()
    (raw / "a.html").mkdir()
    lay(raw, {"b.txt": "The ferry is late, said the harbour master of Dunmarrow."})
    assert run(tmp_path / "clean", raw).articles == 1
    (raw / "a.html").rmdir()
    assert run(tmp_path / "clean", raw).inputs == 1


def test_state_of_another_folder_is_not_touched(tmp_path: Path) -> None:
    """A single file named later keeps the name it had by its folder."""
    raw = lay(tmp_path / "raw", {"deep/a.txt": "The ferry is late, said the harbour master of Dunmarrow."})
    run(tmp_path / "clean", raw)
    summary = run(tmp_path / "clean", raw / "deep/a.txt")
    assert (summary.inputs, summary.read) == (1, 0)
