from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from toydesk import articles, lay, run

from copydesk.store.pages import Place
from copydesk.store.state import ArticleRow
from copydesk.verify import verify
from copydesk.write import partitions
from copydesk.write.atomic import write_lines
from copydesk.write.names import partition_of, safe_host
from copydesk.write.partitions import split


def test_a_file_is_replaced_only_if_it_differs(tmp_path: Path) -> None:
    path = tmp_path / "deep/er/file.jsonl"
    first = write_lines(path, [b"a\n", b"b\n"], tmp_path / "aside")
    before = path.stat().st_ino
    again = write_lines(path, [b"a\n", b"b\n"], tmp_path / "aside")
    assert (first.changed, again.changed) == (True, False)
    assert path.stat().st_ino == before
    assert (first.size, first.lines, first.sha256) == (4, 2, again.sha256)
    assert list((tmp_path / "aside").iterdir()) == []


def test_a_file_that_cannot_be_finished_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "file.jsonl"
    write_lines(path, [b"old\n"], tmp_path / "aside")

    def broken():
        yield b"new\n"
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        write_lines(path, broken(), tmp_path / "aside")
    assert path.read_bytes() == b"old\n"
    assert list((tmp_path / "aside").iterdir()) == []


@given(st.text())
def test_no_host_leads_out_of_its_folder(host: str) -> None:
    name = safe_host(host)
    assert Path(name).name == name
    assert name not in {"", ".", ".."}
    assert len(name) < 130
    assert name.isascii()


def test_hosts_do_not_collide() -> None:
    assert len({safe_host(host) for host in ("a.example", "A.example", "a.example/", "ä.example", None)}) == 5


@pytest.mark.parametrize(
    ("published", "month"),
    [
        ("2031-05-04", "2031-05"),
        ("2031-05", "2031-05"),
        ("2031", "undated"),
        ("2031-13-01", "undated"),
        (None, "undated"),
    ],
)
def test_the_month_is_the_one_published(published: str | None, month: str) -> None:
    assert partition_of("a.example", published) == f"site=a.example/{month}"


def row(article_id: str, size: int) -> ArticleRow:
    return ArticleRow(article_id, "a", Place("s", 0, 0, ""), "p", None, 1, size, 0)


def test_big_partitions_are_split_by_leading_digits() -> None:
    rows = [row(f"{n:02x}", 1000) for n in range(256)]
    parts = dict(split(rows, limit=30_000))
    assert list(parts) == [f"{n:x}" for n in range(16)]
    assert [one for part in parts.values() for one in part] == rows
    assert dict(split(rows, limit=10**9)) == {"": rows}
    assert len(dict(split([row("ab", 10**9), row("ac", 1)], limit=1))) == 2


def test_a_split_corpus_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    story = "url: https://north.example/{}\nThe ferry number {} to the outer islands was late on that day.\n"
    raw = lay(tmp_path / "raw", {f"{n}.txt": story.format(n, n) for n in range(40)})
    whole = run(tmp_path / "whole", raw)
    monkeypatch.setattr(partitions.split, "__defaults__", ("", 12_000))
    summary = run(tmp_path / "split", raw)

    assert len(list((tmp_path / "split/articles").rglob("*.jsonl"))) > 3
    assert summary.articles == whole.articles == 40
    assert sorted(a["id"] for a in articles(tmp_path / "split")) == sorted(
        a["id"] for a in articles(tmp_path / "whole")
    )
    assert summary.sample_id in (tmp_path / "split" / summary.sample_path).read_text()
    assert verify(tmp_path / "split").problems == ()
