"""Sources behind pictures, agency credits in italics, and titles of what is shown only with consent."""

from __future__ import annotations

import pytest

from copydesk.model import Article, Block, RawPage
from copydesk.pipeline import judge_page

_LINE = "The ferry of the island was late again on day {}; the harbour office said that a storm was to blame."
_STORY = [f"<p>{_LINE.format(n)}</p>" for n in range(8)]
_URL = "https://gazette.example/isles/ferry-late-again"
_PICTURE = "<div class='x7'><div><picture><source srcset='b.webp'><img src='a.jpg'></picture></div></div>"


def _article(middle: str, head: str = "") -> Article:
    story = "".join((*_STORY[:4], middle, *_STORY[4:]))
    title = "<title>Ferry is late again this winter</title>"
    body = f"<article><h1>Ferry is late again this winter</h1>{story}</article>"
    page = f"<html><head>{title}{head}</head><body>{body}</body></html>"
    article = judge_page(RawPage(page.encode(), "a.html", "0" * 64, url=_URL))
    assert isinstance(article, Article)
    return article


def _block(article: Article, text: str) -> Block:
    return next(block for block in article.blocks if block.text == text)


def _rule(article: Article, text: str) -> str | None:
    verdict = _block(article, text).verdict
    return None if verdict is None or verdict.keep else verdict.rule


@pytest.mark.parametrize(
    "source", ["Source: Harbour Office", "Quelle: Seeamt", "Image from the spring report."]
)
def test_where_the_picture_right_before_is_from_is_a_caption(source: str) -> None:
    article = _article(f"<p><img src='chart.png'></p><p>{source}</p>")
    assert _rule(article, source) == "picture_source"
    assert source in article.metadata.captions


def test_the_same_line_behind_text_is_not_of_a_picture() -> None:
    article = _article("<p>Boats were late in the winter.</p><p>Image from the spring report.</p>")
    assert _rule(article, "Image from the spring report.") != "picture_source"


def test_a_caption_between_a_picture_and_its_source_goes_with_it() -> None:
    caption = "Fewer boats than ever have left the harbour this winter."
    box = f"{_PICTURE}<div class='c11'>{caption}</div><div class='m9'>Quelle: AFP</div>"
    article = _article(f"<div class='c10'>{box}</div>")
    assert (_rule(article, caption), _rule(article, "Quelle: AFP")) == ("above_source", "picture_source")
    assert f"{caption} Quelle: AFP" in article.metadata.captions
    assert article.metadata.agencies == ()


def test_agencies_in_a_note_in_italics_are_the_story_s() -> None:
    note = "Mit Informationen der Korrespondenten im Hafen sowie der Agenturen AFP, dpa und Reuters."
    article = _article(f"<p><em>{note} Nicht alle Angaben sind zu prüfen.</em></p>")
    assert _rule(article, f"{note} Nicht alle Angaben sind zu prüfen.") == "credit_note"
    assert article.metadata.agencies == ("AFP", "dpa", "Reuters")


def test_a_sentence_that_is_not_in_italics_is_no_note() -> None:
    text = "Mit Informationen der Behörden und der Agenturen AFP und dpa wurde das Bild am Abend vollständig."
    assert _rule(_article(f"<p>{text}</p>"), text) is None


def test_a_description_ends_before_the_credit_of_its_picture() -> None:
    head = '<meta property="og:description" content="{}">'
    text = "The ferry was late again, and nobody knows why"
    article = _article("", head.format(f"{text} • Foto: Ada Quill"))
    assert article.metadata.description == text


def test_who_writes_from_where() -> None:
    story = "".join(_STORY)
    line = "<div class='staff'><p>Ada Quill</p><p>skrifar frá Porthaven</p></div>"
    page = f"<html><body><h1>Ferry is late again this winter</h1>{line}{story}</body></html>"
    article = judge_page(RawPage(page.encode(), "a.html", "0" * 64, url=_URL))
    assert isinstance(article, Article)
    assert article.metadata.dateline == "Porthaven"


def test_subjects_go_before_keywords_that_are_the_journal_s_too() -> None:
    words = '["Tides", "Harbours", "Science", "multidisciplinary"]'
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "keywords": {words}}}</script>'
    metas = '<meta name="dc.subject" content="Tides"><meta name="dc.subject" content="Harbours">'
    assert _article("", data + metas).metadata.tags == ("Tides", "Harbours")
    assert len(_article("", data).metadata.tags) > len(("Tides", "Harbours"))
