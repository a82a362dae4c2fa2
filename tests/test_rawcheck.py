"""`verify --raw`: raw pages that are gone, new or not as they were are named; all others are quiet."""

from __future__ import annotations

from pathlib import Path

import pytest
from toydesk import lay, run

from copydesk.cli import main
from copydesk.rawcheck import check_raw

PAGES = {
    "a/one.txt": "url: https://north.example/one\n# One\nThe ferry sails at noon.",
    "a/two.txt": "# Two\nThe other ferry sails at night.",
    "b/again.txt": "url: https://north.example/one\n# One\nThe ferry sails at noon, or not at all.",
    "b/none.txt": "- Share this",
    "lines.jsonl": '{"url": "https://north.example/three", "text": "# Three\\nA line."}\nnot json\n',
}


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    return lay(tmp_path / "raw", PAGES)


def test_all_is_well(tmp_path: Path, raw: Path) -> None:
    run(tmp_path / "clean", raw)
    assert check_raw(tmp_path / "clean", [raw]) == (6, [])
    assert main(["verify", str(tmp_path / "clean"), "--raw", str(raw)]) == 0


def test_several_folders_and_names_of_the_outermost(tmp_path: Path, raw: Path) -> None:
    run(tmp_path / "clean", raw / "a", raw / "b")
    assert check_raw(tmp_path / "clean", [raw / "a", raw / "b"]) == (4, [])


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_changed_byte_is_seen(tmp_path: Path, raw: Path, name: str) -> None:
    run(tmp_path / "clean", raw)
    path = raw / name
    text = path.read_text()
    for old, new in (("noon", "nine"), ("A line", "No line"), ("night", "dawn"), ("this", "that")):
        text = text.replace(old, new)
    path.write_text(text)
    problems = check_raw(tmp_path / "clean", [raw])[1]
    assert len(problems) == 1
    assert name in problems[0]
    assert "sha256 differs" in problems[0]


def test_what_is_gone_and_what_is_new(tmp_path: Path, raw: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(tmp_path / "clean", raw)
    (raw / "a" / "two.txt").rename(raw / "a" / "new\x1b.txt")
    assert main(["verify", str(tmp_path / "clean"), "--raw", str(raw)]) == 5
    told = capsys.readouterr().err
    assert "a/two.txt is in" in told
    assert "a/new\\x1b.txt is raw and not in" in told


def test_a_raw_folder_that_is_not_there_is_told(tmp_path: Path, raw: Path) -> None:
    run(tmp_path / "clean", raw)
    assert main(["verify", str(tmp_path / "clean"), "--raw", str(tmp_path / "nowhere")]) == 2
