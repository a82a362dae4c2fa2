# ruff: noqa: E501  a page a line reads best
"""What a page says cannot steer a terminal, run in a browser or break a file, whichever output shows it."""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Callable
from html import escape
from pathlib import Path

import orjson
import pytest
import yaml
from hostile.families import STORY, TITLE, page
from markdown_it import MarkdownIt

from copydesk.cli import main

# Controls but line ends and tabs, embeddings, overrides and isolates, tags, separators, marks, surrogates.
STEERS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
NASTY = (
    "\x1b]0;owned\x07\x1b[2J", "\x9b31mred", "\u202egnp.exe", "\u2066left\u2069", "<script>alert(1)</script>",
    "[x](javascript:alert(1))", "![x](data:text/html,x)", "=cmd|'/c calc'!A0", "@SUM(A1)", "---", "- a: b", "{{ x }}",
    "a\u2028b", "'\"`$(id)`", "# no heading", "| a | b |", "\U000e0041tag", "%s %d {0}", "&lt;b&gt;", "[bold red]rich[/]",
)  # fmt: skip
FIELDS = (
    "og:title", "og:site_name", "article:author", "article:section", "article:tag", "og:description", "og:image",
    "dcterms.license", "article:published_time", "og:locale",
)  # fmt: skip


def hostile_page(text: str) -> str:
    """A story with a piece of text in every place a field is made from."""
    told = escape(text)
    head = "".join(f"<meta property='{name}' content=\"{told}\">" for name in FIELDS if name != "og:image")
    head += "<meta property='og:image' content='javascript:alert(1)'><link rel='license' href='javascript:x'>"
    head += "<link rel='canonical' href='javascript:alert(2)'><base href='javascript:'>"
    data = json.dumps(
        {"@type": "NewsArticle", "headline": f"a\n{text}", "image": "data:text/html,x", "url": text}
    )
    head += f"<script type='application/ld+json'>{data.replace('<', chr(92) + 'u003c')}</script>"
    line = f"<p>The clerk typed {told} into the minutes and read it out to a crowded meeting in the hall.</p>"
    around = f"<p class='byline'>By Ann {told} Roe</p><figure><img src=x><figcaption>{told} Photo: {told}</figcaption></figure>"
    return page(
        head=head,
        before=around,
        wrap=(line, f"<ul><li>{told}</li></ul><pre>{told}\n```\n</pre><h2>{told}</h2>"),
    )


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("outputs") / "raw"
    folder.mkdir()
    for number, text in enumerate(NASTY):
        body = (
            hostile_page(text)
            .replace("Monday", f"the {number}th Monday")
            .replace(TITLE, f"{TITLE} {escape(text)}")
        )
        (folder / f"{number}.html").write_text(body, encoding="utf-8")
    (folder / "odd\x1b[2J\u202e=1.html").write_text(page().replace("Monday", "Sunday"), encoding="utf-8")
    (folder / "no\x9bpage\n.html").write_bytes(b"%PDF-1.7 \x1b[2J")
    return folder


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Callable[..., str]:
    def call(*arguments: str | Path) -> str:
        main([str(argument) for argument in arguments])
        told = capfd.readouterr()
        for shown in (told.out, told.err):
            assert STEERS.search(shown) is None, (arguments, shown[:500])
        return told.out

    return call


def test_no_command_lets_a_page_steer_the_terminal(
    raw: Path, tmp_path: Path, run: Callable[..., str]
) -> None:
    clean = tmp_path / "clean"
    run("ingest", raw, clean)
    run("verify", clean, "--raw", raw)
    run("copies", clean)
    run("copies", clean, "--json")
    for file in sorted(raw.iterdir()):
        for options in ((), ("--text",), ("--markdown",)):
            run("clean", file, *options)
        run("explain", file)
        run("explain", file, "--json")


def test_what_json_says_is_what_the_page_says(raw: Path, run: Callable[..., str]) -> None:
    for number, text in enumerate(NASTY):
        record = orjson.loads(run("clean", raw / f"{number}.html"))
        assert set(STORY[2:]) <= set(record["text"].split("\n\n"))
        assert STEERS.split(text)[-1] in record["text"], text


def test_addresses_are_of_the_web_or_absent(raw: Path, run: Callable[..., str]) -> None:
    for number in range(len(NASTY)):
        data = orjson.loads(run("clean", raw / f"{number}.html"))["metadata"]
        for name in ("url", "canonical_url", "image"):
            assert data[name] is None or data[name].startswith(("http://", "https://")), (name, data[name])
        assert not (data["license"] or "").startswith(("javascript:", "data:"))


def test_markdown_shows_text_and_its_header_is_plain_yaml(raw: Path, run: Callable[..., str]) -> None:
    renderer = MarkdownIt("commonmark").enable("table").enable("strikethrough")
    for number in range(len(NASTY)):
        file = raw / f"{number}.html"
        record = orjson.loads(run("clean", file))["metadata"]
        _, header, body = re.split(
            r"^---$\n?", run("clean", file, "--markdown"), maxsplit=2, flags=re.MULTILINE
        )
        told = yaml.safe_load(header)
        assert all(told[name] == record[name] for name in told.keys() - {"id"})
        tags = set(re.findall(r"<(\w+)", renderer.render(body)))
        assert tags <= {"h1", "h2", "h3", "p", "ul", "li", "pre", "code", "strong", "blockquote"}, (
            NASTY[number],
            tags,
        )


def test_names_of_files_come_from_no_page(raw: Path, tmp_path: Path, run: Callable[..., str]) -> None:
    run("ingest", raw, tmp_path / "clean")
    names = [path.name for path in (tmp_path / "clean").rglob("*")]
    assert [name for name in names if not re.fullmatch(r"[\w.=-]+", name, re.ASCII)] == []
    for path in (tmp_path / "clean").rglob("*.jsonl"):
        for line in path.read_bytes().split(b"\n")[:-1]:
            assert not re.search(rb"[\x00-\x1f\x7f]", line)


def test_what_libraries_warn_of_is_not_for_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def warns(*_: object) -> None:
        warnings.warn("the page says \x1b[2J", stacklevel=1)
        raise ValueError("seen")

    monkeypatch.setattr("copydesk.cli.clean.read_target", warns)
    main(["clean", str(tmp_path)])
    assert "page says" not in capfd.readouterr().err
