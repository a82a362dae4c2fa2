"""`copydesk fetch` and `copydesk status`, as a person runs them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from loopback import Reply, Web, serving

from copydesk.cli.fetch_progress import HostTable, PlainFetch

Run = Callable[..., tuple[int, str, str]]
HOST = "127.0.77.1"


def answer(address: str, path: str, headers: dict[str, str]) -> Reply:
    if path == "/feed":
        return Reply(
            b"<rss><channel><item><link>/a</link></item><item><link>/b</link></item></channel></rss>"
        )
    if path == "/a":
        return Reply(b"<!DOCTYPE html><p>Hello</p>", headers={"Content-Type": "text/html"})
    return Reply(b"", 404)


@pytest.fixture
def web() -> Iterator[Web]:
    with serving([HOST], answer) as running:
        yield running


def test_fetch_and_status(run: Run, web: Web, tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    options = ("--contact", "desk@paper.example", "--delay", "0s", "--allow-address", f"{HOST}:{web.port}")
    code, out, err = run("fetch", web.url(HOST, "/feed"), raw, *options)
    assert (code, err) == (0, "")
    assert "1 source asked, 4 requests" in out
    assert "Not had: 1 http_status." in out
    assert f"copydesk ingest {raw} clean" in out
    assert web.log[0].headers["user-agent"].endswith("(+desk@paper.example)")
    code, out, _ = run("status", raw)
    assert code == 0
    head = "source last success next due new held pending failed last look"
    assert " ".join(out.splitlines()[0].split()) == head
    assert out.splitlines()[1].split()[-5:] == ["1", "1", "0", "1", "ok"]
    [source] = json.loads(run("status", raw, "--json")[1])["sources"]
    assert (source["new"], source["held"], source["failed"]) == (1, 1, 1)


def test_a_fetch_that_got_nothing_anywhere_says_so(run: Run, web: Web, tmp_path: Path) -> None:
    code, out, err = run("fetch", web.url(HOST, "/feed"), tmp_path / "raw", "--contact", "desk@paper.example")
    assert code == 7
    assert "forbidden_address" in out
    assert "Nothing could be fetched from any source" in err


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["https://paper.example/"], 2, "name what to fetch and the folder to write"),
        (["raw", "https://paper.example/"], 2, "the last argument is the folder to write"),
        (["https://paper.example/", "raw"], 2, "--contact"),
        (["paper.example", "raw"], 2, "it is no url"),
        (["https://paper.example/", "raw", "--delay", "soon"], 2, "no length of time"),
        (["bad.toml", "raw"], 4, "bad.toml:1: unknown key 'sauce'; did you mean 'source'?"),
    ],
)
def test_wrong_use_is_told_with_a_cure(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int, says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.toml").write_text("sauce = 1\n")
    done, _, err = run("fetch", *arguments)
    assert done == code
    assert says in err


def test_status_of_a_folder_nothing_was_fetched_into(run: Run, tmp_path: Path) -> None:
    code, _, err = run("status", tmp_path)
    assert code == 2
    assert "run copydesk fetch" in err


def test_progress_in_plain_lines_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    times = iter([0.0, 1.0, 30.0, 31.0])
    told = PlainFetch(lambda: next(times), every=20.0)
    for done in range(1, 4):
        told.host("paper.example", done, 3 - done, "new")
    assert capsys.readouterr().err == "copydesk: 2 pages asked for, 1 left on 1 host\n"


def test_the_table_of_hosts_shows_busy_ones_first_and_no_escapes() -> None:
    from rich.console import Console  # noqa: PLC0415

    table = HostTable(lambda: 0.0)
    table.host("done.example", 5, 0, "new")
    table.host("busy.example\x1b[2J", 1, 4, "unchanged")
    console = Console(width=80)
    with console.capture() as captured:
        console.print(table.shown())
    lines = captured.get().splitlines()
    assert lines[1].startswith("busy.example\\x1b[2J")
    assert lines[-1].split() == ["2", "hosts", "in", "all", "6", "4"]
