"""sources.toml and lists of urls: what they say, and errors that name file, line and cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.errors import SourcesError, UsageError
from copydesk.fetch.sourcelist import parse_sources, read_sources

GOOD = """
contact = "desk@paper.example"
allow_addresses = ["127.0.0.1:8080"]
interval = "30m"
exclude = "/video/"

[[source]]
url = "https://paper.example"
name = "The Paper"
max_age = "7d"
again = "never"
delay = "5s"
limit = 20

[[source]]
url = "https://quay.example/rss?utm_source=x"
kind = "feed"
interval = "1h"
include = ["/news/", "/world/"]
exclude = "/live/"
"""


def test_what_a_file_says() -> None:
    listed = parse_sources(GOOD, "sources.toml")
    paper, quay = listed.sources
    assert (listed.contact, listed.allow) == ("desk@paper.example", frozenset({"127.0.0.1:8080"}))
    assert (paper.name, paper.url) == ("The Paper", "https://paper.example/")
    assert (paper.interval, paper.max_age, paper.again, paper.delay, paper.limit) == (
        1800,
        604800,
        None,
        5,
        20,
    )
    assert not paper.wants("https://paper.example/video/1")
    assert (quay.url, quay.kind, quay.interval, quay.again) == (
        "https://quay.example/rss",
        "feed",
        3600,
        86400,
    )
    assert quay.wants("https://quay.example/news/a")
    assert not quay.wants("https://quay.example/sport/a")
    # A source's own patterns stand in place of those for all.
    assert quay.wants("https://quay.example/news/video/1")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "1: it names no source; add [[source]]"),
        ("[[source]]\n", '1: url is missing; add url = "..."'),
        ('[[source]]\nurl = "paper"', "2: url 'paper' is none; write it like https://paper.example/"),
        (
            '[[source]]\nurl = "https://a.example"\nintervall = "1h"',
            "3: unknown key 'intervall'; did you mean 'interval'",
        ),
        (
            '[[source]]\nurl = "https://a.example"\ninterval = "soon"',
            "3: interval 'soon' is no length of time; write it like \"15m\"",
        ),
        (
            '[[source]]\nurl = "https://a.example"\nkind = "blog"',
            "3: kind 'blog' is none; use one of site, feed",
        ),
        ('[[source]]\nurl = "https://a.example"\ninclude = "("', "3: include '(' is no regular expression"),
        ('[[source]]\nurl = "https://a.example"\ninclude = "(a*)*b(c*)*"', "may be slow"),
        (
            '[[source]]\nurl = "https://a.example"\n[[source]]\nurl = "https://a.example"',
            "two sources named 'a.example'",
        ),
        ("source = 3", "1: source must be tables: write [[source]]"),
        ("[[source]\n", "1: not TOML"),
    ],
)
def test_what_is_wrong_is_told_with_line_and_cure(text: str, says: str) -> None:
    with pytest.raises(SourcesError) as caught:
        parse_sources(text, "sources.toml")
    assert str(caught.value).startswith("sources.toml:")
    assert says in str(caught.value)


def test_lists_of_urls(tmp_path: Path) -> None:
    file = tmp_path / "urls.txt"
    file.write_text(
        "# stories\nhttps://paper.example/a\n\nhttps://paper.example/a#x\nhttps://paper.example/b\n"
    )
    [spec] = read_sources([str(file)]).sources
    assert (spec.name, spec.urls) == ("urls.txt", ("https://paper.example/a", "https://paper.example/b"))
    [spec] = read_sources(["-"], ["https://paper.example/c\n"]).sources
    assert spec.urls == ("https://paper.example/c",)
    file.write_text("https://paper.example/a\npaper.example/b\n")
    with pytest.raises(SourcesError, match=r"urls.txt:2: 'paper.example/b' is no url"):
        read_sources([str(file)])


def test_what_is_neither_a_url_nor_a_file() -> None:
    with pytest.raises(UsageError, match="it is no url"):
        read_sources(["paper.example"])
