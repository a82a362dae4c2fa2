from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.store import pages
from copydesk.store.pages import DamagedState, Place, ShardReader, ShardWriter


def write(folder: Path, lines: list[bytes]) -> list[Place]:
    writer = ShardWriter(folder, folder.parent / "aside")
    spots = [writer.add(line) for line in lines]
    closed = writer.close_shard()
    assert closed is not None
    return [Place(closed[0], *spot) for spot in spots]


def test_lines_come_back_from_their_places(tmp_path: Path) -> None:
    places = write(tmp_path / "pages", [b'{"n":1}\n', b'{"n":2}\n'])
    with ShardReader(tmp_path / "pages") as reader:
        assert [reader.read(place)["n"] for place in reversed(places)] == [2, 1]


def test_shards_are_named_by_what_is_in_them(tmp_path: Path) -> None:
    (one,), (same,) = write(tmp_path / "a", [b"{}\n"]), write(tmp_path / "b", [b"{}\n"])
    assert one == same
    assert ShardWriter(tmp_path / "a", tmp_path / "aside").close_shard() is None


def test_a_damaged_line_is_not_given_out(tmp_path: Path) -> None:
    (place,) = write(tmp_path / "pages", [b'{"n":1}\n'])
    path = tmp_path / "pages" / place.shard
    path.write_bytes(path.read_bytes().replace(b"1", b"7"))
    with ShardReader(tmp_path / "pages") as reader, pytest.raises(DamagedState):
        reader.read(place)


def test_few_files_stay_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "_OPEN", 3)
    places = [write(tmp_path / "pages", [b'{"n":%d}\n' % n])[0] for n in range(9)]
    with ShardReader(tmp_path / "pages") as reader:
        for _ in range(2):
            assert [reader.read(place)["n"] for place in places] == list(range(9))
        assert len(reader._handles) == 3
