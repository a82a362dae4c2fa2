"""Files and folders: what is found, in which order, and what is refused."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from fastwarc.stream_io import ZstdWriter

from copydesk.errors import UsageError
from copydesk.model import Form, RawPage, Rejected, RejectReason
from copydesk.settings import ReadSettings, Settings
from copydesk.sources import iter_sources, read_source
from copydesk.sources.files import _steady

HTML = b"<!DOCTYPE html><html><body><p>The ferry sailed at noon.</p></body></html>"
SMALL = Settings(read=ReadSettings(max_bytes=1000))


def lay_out(root: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return root


def names(*paths: Path) -> list[str]:
    return [source.raw_path for source in iter_sources(list(paths), Settings())]


def all_of(*paths: Path, settings: Settings = Settings()) -> list[RawPage | Rejected]:  # noqa: B008
    return [item for source in iter_sources(list(paths), settings) for item in read_source(source, settings)]


def test_finds_pages_and_containers_in_the_order_of_bytes(tmp_path: Path) -> None:
    files = ["b.html", "a/z.HTM", "a.html", "a/é.txt", "Z.xhtml", "x.warc.gz", "y.jsonl", "n.ndjson.gz"]
    ignored = [
        "logo.png",
        "a/style.css",
        ".DS_Store",
        ".git/x.html",
        "a.html.meta.json",
        "noname",
        "s.wet.br",
    ]
    lay_out(tmp_path, dict.fromkeys(files + ignored, b"x"))
    assert names(tmp_path) == sorted(files, key=str.encode)


def test_a_file_named_itself_is_a_source_whatever_it_is_called(tmp_path: Path) -> None:
    lay_out(tmp_path, {"saved page": HTML, "notes.md": b"A ferry.", "dump.data": b'{"text": "A ferry."}\n'})
    pages = all_of(tmp_path / "saved page", tmp_path / "notes.md", tmp_path / "dump.data")
    assert [(page.raw_path, page.media) for page in pages] == [  # type: ignore[union-attr]
        ("dump.data#1", Form.TEXT),
        ("notes.md", Form.TEXT),
        ("saved page", Form.HTML),
    ]


def test_the_order_and_overlap_of_arguments_change_nothing(tmp_path: Path) -> None:
    lay_out(tmp_path, {"a/b/one.html": HTML, "a/two.html": HTML})
    folder, sub, file = tmp_path / "a", tmp_path / "a/b", tmp_path / "a/b/one.html"
    expected = ["b/one.html", "two.html"]
    assert names(folder, sub, file) == expected
    assert names(file, sub, folder) == expected
    assert names(folder, folder / ".." / "a") == expected


def test_a_missing_path_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no file or folder"):
        names(tmp_path / "nothing")
    with pytest.raises(UsageError):
        names(Path("a\0b"))


def test_page_and_sidecar(tmp_path: Path) -> None:
    beside = {
        "url": "https://example.org/ferry",
        "fetched_at": "2024-05-01T12:00:00+02:00",
        "headers": {"Content-Type": "text/html; charset=utf-8"},
    }
    lay_out(tmp_path, {"a.html": HTML, "a.html.meta.json": json.dumps(beside).encode()})
    [page] = all_of(tmp_path)
    assert isinstance(page, RawPage)
    assert (page.url, page.url_origin) == ("https://example.org/ferry", "sidecar")
    assert page.fetched_at == "2024-05-01T12:00:00+02:00"
    assert page.headers == {"content-type": "text/html; charset=utf-8"}
    assert page.body == HTML


@pytest.mark.parametrize(
    "beside", [b"{", b"[]", b'{"url": 7}', b'{"headers": ["a"]}', b"\xff", b"[" * 100_000]
)
def test_a_bad_sidecar_is_named_and_the_page_is_read_without_it(tmp_path: Path, beside: bytes) -> None:
    lay_out(tmp_path, {"a.html": HTML, "a.html.meta.json": beside})
    rejected, page = all_of(tmp_path)
    assert isinstance(rejected, Rejected)
    assert (rejected.raw_path, rejected.reason) == ("a.html.meta.json", RejectReason.BAD_RECORD)
    assert isinstance(page, RawPage)
    assert page.url is None


def test_a_changed_sidecar_shows_in_the_source(tmp_path: Path) -> None:
    lay_out(tmp_path, {"a.html": HTML})
    [before] = iter_sources([tmp_path], Settings())
    lay_out(tmp_path, {"a.html.meta.json": b"{}"})
    [after] = iter_sources([tmp_path], Settings())
    assert before != after


def test_links_pipes_and_closed_files_are_refused_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.html"
    secret.write_bytes(HTML)
    root = lay_out(tmp_path / "raw", {"good.html": HTML})
    (root / "link.html").symlink_to(secret)
    (root / "broken.html").symlink_to(root / "gone")
    (root / "folder").symlink_to(tmp_path)
    os.mkfifo(root / "pipe.html")
    found = {item.raw_path: item for item in all_of(root)}
    assert isinstance(found.pop("good.html"), RawPage)
    assert sorted(found) == ["broken.html", "link.html", "pipe.html"]
    assert {item.reason for item in found.values()} == {RejectReason.UNSUPPORTED}  # type: ignore[union-attr]
    assert all(item.detail.endswith(".") for item in found.values())  # type: ignore[union-attr]


def test_a_link_named_itself_is_the_users_word(tmp_path: Path) -> None:
    lay_out(tmp_path, {"real.html": HTML})
    (tmp_path / "link.html").symlink_to(tmp_path / "real.html")
    [page] = all_of(tmp_path / "link.html")
    assert isinstance(page, RawPage)
    assert page.raw_path == "link.html"


def test_a_file_gone_since_it_was_found(tmp_path: Path) -> None:
    lay_out(tmp_path, {"a.html": HTML})
    [source] = iter_sources([tmp_path], Settings())
    source.path.unlink()
    [rejected] = read_source(source, Settings())
    assert isinstance(rejected, Rejected)
    assert rejected.reason is RejectReason.UNREADABLE


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_closed_files_and_folders_are_accounted_for(tmp_path: Path) -> None:
    lay_out(tmp_path, {"a.html": HTML, "shut/b.html": HTML})
    (tmp_path / "a.html").chmod(0)
    (tmp_path / "shut").chmod(0)
    try:
        found = all_of(tmp_path)
    finally:
        (tmp_path / "shut").chmod(0o700)
    assert [(item.raw_path, item.reason) for item in found] == [  # type: ignore[union-attr]
        ("a.html", RejectReason.UNREADABLE),
        ("shut/", RejectReason.UNREADABLE),
    ]


def zstd(body: bytes, tmp_path: Path) -> bytes:
    path = tmp_path / "packed.tmp"
    with ZstdWriter(str(path)) as writer:
        writer.write(body)
    return path.read_bytes()


def packers(tmp_path: Path) -> dict[str, Callable[[bytes], bytes]]:
    return {
        ".gz": lambda body: gzip.compress(body, mtime=0),
        ".br": brotli.compress,
        ".zst": lambda body: zstd(body, tmp_path),
    }


@pytest.mark.parametrize("ending", [".gz", ".br", ".zst"])
def test_packed_pages_are_unpacked_once_and_under_the_cap(tmp_path: Path, ending: str) -> None:
    pack = packers(tmp_path)[ending]
    once, twice, bomb = pack(HTML), pack(pack(HTML)), pack(bytes(5_000_000))
    lay_out(
        tmp_path / "raw", {n + ending: b for n, b in [("a.html", once), ("b.html", twice), ("c.txt", bomb)]}
    )
    first, second, third = all_of(tmp_path / "raw", settings=SMALL)
    assert isinstance(first, RawPage)
    assert (first.body, first.media) == (HTML, Form.HTML)
    assert isinstance(second, RawPage)
    assert second.body == pack(HTML)
    assert isinstance(third, Rejected)
    assert third.reason is RejectReason.TOO_LARGE


@pytest.mark.parametrize("ending", [".gz", ".br", ".zst"])
def test_damaged_packed_pages_are_refused(tmp_path: Path, ending: str) -> None:
    packed = packers(tmp_path)[ending](HTML * 50)
    root = tmp_path / "raw"
    lay_out(
        root, {"cut.html" + ending: packed[:-9], "flip.html" + ending: packed[:20] + b"xxxx" + packed[24:]}
    )
    found = all_of(root)
    # What is cut or bent must not come out as if it were the page.
    assert not [page for page in found if isinstance(page, RawPage) and page.body == HTML * 50]
    assert {item.reason for item in found if isinstance(item, Rejected)} <= {RejectReason.UNREADABLE}
    assert any(isinstance(item, Rejected) for item in found)


def test_gzip_under_a_plain_name_is_unpacked(tmp_path: Path) -> None:
    lay_out(tmp_path, {"a.html": gzip.compress(HTML)})
    [page] = all_of(tmp_path)
    assert isinstance(page, RawPage)
    assert page.body == HTML


def test_a_page_beyond_the_cap(tmp_path: Path) -> None:
    lay_out(tmp_path, {"a.html": HTML * 100, "b.html": b"x" * 1000})
    large, page = all_of(tmp_path, settings=SMALL)
    assert isinstance(large, Rejected)
    assert large.reason is RejectReason.TOO_LARGE
    assert isinstance(page, RawPage)


def test_names_that_are_no_utf8_can_be_written(tmp_path: Path) -> None:
    odd = os.fsencode(tmp_path) + b"/caf\xe9.html"
    with open(odd, "wb") as file:  # noqa: PTH123
        file.write(HTML)
    [page] = all_of(tmp_path)
    assert page.raw_path == r"caf\xe9.html"


def test_standard_input_is_told_by_its_bytes(
    standard_input: Callable[[bytes], list[RawPage | Rejected]],
) -> None:
    [page] = standard_input(HTML)
    assert isinstance(page, RawPage)
    assert (page.raw_path, page.media) == ("-", Form.HTML)
    [page] = standard_input(b"The ferry\nsailed at noon.")
    assert isinstance(page, RawPage)
    assert page.media is Form.TEXT
    assert [p.raw_path for p in standard_input(b'{"text": "a"}\n{"html": "b"}\n')] == ["-#1", "-#2"]
    assert [p.raw_path for p in standard_input(gzip.compress(b'{"text": "a"}\n'))] == ["-#1"]
    [bad] = standard_input(b"WARC/1.0\r\nWARC-Type: response\r\n\r\n")
    assert isinstance(bad, Rejected)


class Restless:
    """A file that grows while it is read, so many times."""

    def __init__(self, path: Path, times: int) -> None:
        self.file, self.path, self.times = path.open("rb"), path, times

    def read(self, size: int = -1) -> bytes:
        body = self.file.read(size)
        if self.times:
            self.times -= 1
            with self.path.open("ab") as more:
                more.write(b" and more")
        return body

    def __getattr__(self, name: str) -> object:
        return getattr(self.file, name)


@pytest.mark.parametrize("times", [1, 2])
def test_a_file_that_changes_is_read_again_once(tmp_path: Path, times: int) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(b"One line")
    found = _steady(Restless(path, times), 1000)
    assert found == (b"One line and more" if times == 1 else None)
