"""The library's verbs."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import copydesk
from copydesk import Kind, NotAnArticle, RejectReason

PAGE = """<html lang="en"><head><title>Bridge opens</title></head><body><article><h1>Bridge opens</h1>
<p>The new bridge over the Lomm opened on Friday to walkers and riders, three years after the old one had
been carried away by the ice.</p>
<p><a href="/letter">Subscribe to our newsletter</a></p>
<p>The town paid for it with a loan that the council says will be repaid in twenty years, if the toll is
what it hopes.</p></article></body></html>"""
SHORT = "Nothing to see here."


def test_clean_gives_text_metadata_and_blocks() -> None:
    article = copydesk.clean(PAGE, url="https://lomm.example/bridge")
    assert article.text.startswith("The new bridge over the Lomm opened")
    assert "newsletter" not in article.text
    assert article.metadata.title == "Bridge opens"
    assert article.metadata.url == "https://lomm.example/bridge"
    assert all(block.verdict is not None for block in article.blocks)


def test_bytes_and_text_give_the_same_article() -> None:
    page = PAGE.replace("Lomm", "Lömm")
    assert copydesk.clean(page.encode()).text == copydesk.clean(page).text


def test_text_is_not_decoded_a_second_time() -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1251">').replace("Lomm", "Lömm – „Fluss“")
    assert "Lömm – „Fluss“" in copydesk.clean(page).text


def test_no_article_is_an_error_with_a_reason() -> None:
    with pytest.raises(NotAnArticle) as caught:
        copydesk.clean(SHORT)
    assert caught.value.rejected.reason is RejectReason.TOO_SHORT


def test_a_short_page_is_explained_all_the_same() -> None:
    explanation = copydesk.explain(SHORT)
    assert explanation.article is None
    assert explanation.rejected is not None
    assert [block.text for block in explanation.blocks] == [SHORT]


@pytest.mark.parametrize("body", [b"", b"   \n", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8])
def test_what_cannot_be_read_has_a_reason_and_no_blocks(body: bytes) -> None:
    explanation = copydesk.explain(body)
    assert explanation.rejected is not None
    assert explanation.blocks == ()
    assert str(explanation)


def test_explain_shows_every_block_of_an_article() -> None:
    explanation = copydesk.explain(PAGE)
    assert explanation.article is not None
    assert len(explanation.blocks) == len(explanation.article.body) + len(explanation.dropped) + sum(
        block.kind is Kind.TITLE for block in explanation.blocks
    )
    assert "Subscribe to our newsletter" in str(explanation)


def test_calls_do_not_remember() -> None:
    assert copydesk.clean(PAGE) == copydesk.clean(PAGE)


def test_public_names_are_there_and_the_version_is_the_packages() -> None:
    assert all(hasattr(copydesk, name) for name in copydesk.__all__)
    project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text())["project"]
    assert copydesk.__version__ == project["version"]
