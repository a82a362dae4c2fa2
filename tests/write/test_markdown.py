"""An article as Markdown: what a renderer shows is what the article says, whatever the page contains."""

from __future__ import annotations

import html
import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from copydesk.model import Article, Block, Kind, Metadata, kept
from copydesk.text import fold
from copydesk.write.markdown import HEADER, article_markdown

NASTY = [
    "---",
    "===",
    "# not a heading",
    "1. not a list",
    "- nor this",
    "+ nor this",
    "* nor this",
    "> nor a quote",
    "a *b* _c_ **d** __e__ `f` ~~g~~",
    "[text](https://evil.example) ![i](x)",
    "<script>alert(1)</script> <!-- c --> &amp; &lt;",
    "| a | b |",
    "C:\\new\\table",
    "C#",
    "trailing #",
    "yes: [no, 'true'] # comment",
    'He said: "no"',
    "\u2028 \x07 \ufeff \x85",
]
lines = st.one_of(st.sampled_from(NASTY), st.text(min_size=1)).map(fold).filter(bool)


def article(*blocks: Block, **metadata: object) -> Article:
    return Article("00112233aabbccdd", Metadata(**metadata), blocks)  # type: ignore[arg-type]


def block(index: int, text: str, kind: Kind = Kind.PARAGRAPH, level: int = 0) -> Block:
    return Block(index, kind, text, level=level, verdict=kept("body", kind=kind))


def split(markdown: str) -> tuple[dict[str, object], str]:
    _, header, body = re.split(r"^---$\n?", markdown, maxsplit=2, flags=re.MULTILINE)
    return yaml.safe_load(header), body


def shown(markdown: str) -> list[str]:
    """The texts of a rendered document's blocks, without tags."""
    rendered = MarkdownIt("commonmark").enable("table").enable("strikethrough").render(markdown)
    return [
        fold(html.unescape(re.sub(r"<[^>]+>", "", part)))
        for part in re.split(r"</(?:p|h\d|li|pre)>", rendered)
        if fold(re.sub(r"<[^>]+>", "", part))
    ]


def visible(text: str) -> str:
    """What a renderer makes of a text's NUL, which Markdown cannot hold."""
    return fold(text.replace("\x00", "\ufffd"))


@given(st.lists(lines, min_size=1, max_size=4))
def test_paragraphs_render_as_they_are(texts: list[str]) -> None:
    texts = [t.encode("utf-8", "replace").decode() for t in texts]
    document = article_markdown(article(*(block(i, t) for i, t in enumerate(texts))))
    assert shown(split(document)[1]) == [visible(t) for t in texts]


@given(lines)
def test_headings_and_titles_render_as_they_are(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    document = article_markdown(article(block(0, text, Kind.HEADING, 3), title=text))
    assert shown(split(document)[1]) == [visible(text), visible(text)]


@given(st.fixed_dictionaries({n: st.none() | st.text() for n in ("title", "url", "section", "dateline")}))
def test_the_header_is_yaml_that_says_the_same(values: dict[str, str | None]) -> None:
    values = {n: v and v.encode("utf-8", "replace").decode() for n, v in values.items()}
    header, _ = split(article_markdown(article(authors=tuple(v for v in values.values() if v), **values)))
    for name, value in values.items():
        assert header.get(name) == value
    assert header.get("authors", []) == [v for v in values.values() if v]


def test_a_lone_surrogate_cannot_break_the_file() -> None:
    article_markdown(article(title="a\ud800b")).split("# ")[0].encode()


def test_list_items_stand_together_and_code_is_fenced() -> None:
    document = article_markdown(
        article(
            block(0, "Before."),
            block(1, "one", Kind.LIST_ITEM),
            block(2, "two", Kind.LIST_ITEM),
            block(3, "`x` ``` y", Kind.CODE),
            block(4, "Said so.", Kind.QUOTE),
        )
    )
    expected = "Before.\n\n- one\n- two\n\n````\n`x` ``` y\n````\n\n> Said so.\n"
    assert split(document)[1].lstrip("\n") == expected


@pytest.mark.parametrize("value", ["no", "1:30", "2031-01-02", "null", "", "~"])
def test_words_that_yaml_would_take_for_other_types_stay_text(value: str) -> None:
    header, _ = split(article_markdown(article(section=value)))
    assert header["section"] == value


def test_every_field_of_the_header_is_one_of_metadata() -> None:
    known = set(Metadata.__dataclass_fields__)
    assert set(HEADER) <= known
