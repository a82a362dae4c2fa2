"""Which page `clean` and `explain` work on."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.cli.target import parse_target, read_target
from copydesk.errors import NotAnArticle, UsageError
from copydesk.settings import DEFAULT


def test_a_file(page: Path) -> None:
    raw = read_target(str(page), None, DEFAULT)
    assert raw.body == page.read_bytes()
    assert raw.raw_path == "wall.html"


def test_the_address_given_goes_before_all_others(page: Path) -> None:
    raw = read_target(str(page), "https://mirror.example/a", DEFAULT)
    assert (raw.url, raw.url_origin) == ("https://mirror.example/a", "argument")


def test_a_record_of_a_container(container: Path) -> None:
    raw = read_target(f"{container}#2", None, DEFAULT)
    assert raw.url == "https://quay.example/1"


def test_a_container_asks_which_record(container: Path) -> None:
    with pytest.raises(UsageError, match=r"several pages.*pages\.jsonl#1 .*pages\.jsonl#3"):
        read_target(str(container), None, DEFAULT)


def test_a_container_of_one_page_needs_no_record(container: Path) -> None:
    container.write_text(container.read_text().splitlines()[0], encoding="utf-8")
    assert read_target(str(container), None, DEFAULT).url == "https://quay.example/0"


def test_a_record_that_is_not_there(container: Path) -> None:
    with pytest.raises(UsageError, match="no record 99"):
        read_target(f"{container}#99", None, DEFAULT)


def test_a_broken_record_has_its_reason(container: Path) -> None:
    container.write_text("{broken\n" + container.read_text(), encoding="utf-8")
    with pytest.raises(NotAnArticle) as caught:
        read_target(f"{container}#1", None, DEFAULT)
    assert caught.value.rejected.reason == "bad_record"


def test_a_file_with_a_number_sign_in_its_name(page: Path) -> None:
    odd = page.rename(page.with_name("story#2.html"))
    assert parse_target(str(odd)).path == odd
    assert read_target(str(odd), None, DEFAULT).body == odd.read_bytes()


@pytest.mark.parametrize("name", ["missing.html", "missing.warc.gz#5", "nul\0name", "#"])
def test_a_file_that_is_not_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="no such file"):
        read_target(str(tmp_path / name) if name != "#" else name, None, DEFAULT)


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="copydesk ingest"):
        read_target(str(tmp_path), None, DEFAULT)
