"""The section of a story whose page declares none, or only "News"."""

from __future__ import annotations

import pytest

from copydesk.model import Article, RawPage
from copydesk.pipeline import judge_page

_LINE = "The ferry of the island was late again on day {}; the harbour office said that a storm was to blame."
_STORY = "".join(f"<p>{_LINE.format(n)}</p>" for n in range(8))
_URL = "https://gazette.example/news/north-isles/2024/ferry-late-again"


def _section(head: str, above: str, url: str = _URL) -> str | None:
    body = f"{above}<h1>Ferry is late again this winter</h1>{_STORY}"
    page = (
        f"<html><head><title>Ferry is late again this winter</title>{head}</head><body>{body}</body></html>"
    )
    article = judge_page(RawPage(page.encode(), "a.html", "0" * 64, url=url))
    assert isinstance(article, Article)
    return article.metadata.section


_NEWS = '<script type="application/ld+json">{"@type": "NewsArticle", "articleSection": "News"}</script>'


@pytest.mark.parametrize(
    ("head", "above", "section"),
    [
        (_NEWS, "", "News"),
        (_NEWS + '<meta property="article:section" content="Culture">', "", "Culture"),
        (_NEWS, '<a href="/news/">News</a> <a href="/news/north-isles/">North Isles</a>', "North Isles"),
        ("", '<div><a href="https://gazette.example/news/north-isles/">North Isles</a></div>', "North Isles"),
        ("", '<div><a href="https://other.example/news/north-isles/">North Isles</a></div>', None),
        ("", '<div><a href="/news/north-isles/">See all</a></div>', None),
        (
            "",
            '<ul><li>Monday</li><li>&#8594; <a href="/now/rubrik/harbours.php">Harbours</a></li></ul>',
            "Harbours",
        ),
        (
            '<meta name="dc.type" content="Island Portrait">' + _NEWS,
            '<div class="kicker">ISLAND PORTRAIT</div>',
            "Island Portrait",
        ),
        ("", '<div class="kicker"><a href="/t/12">Wave Power</a></div>', "Wave Power"),
        ("", '<div class="kicker">Wave Power</div>', None),
    ],
)
def test_what_says_more_than_news_is_the_section(head: str, above: str, section: str | None) -> None:
    assert _section(head, above) == section


def test_a_tag_that_holds_for_the_whole_site_and_the_writer_s_name_are_none() -> None:
    words = '["News", "Harbours", "Ada Quill", "Stories by Ada Quill", "Quill\'s columns"]'
    data = f'{{"@type": "NewsArticle", "author": {{"name": "Ada Quill"}}, "keywords": {words}}}'
    head = f'<script type="application/ld+json">{data}</script>'
    link = '<p>More: <a href="/author/ada-quill.html">Quill\'s columns</a></p>'
    page = (
        f"<html><head>{head}</head><body><h1>Ferry is late again this winter</h1>{_STORY}{link}</body></html>"
    )
    article = judge_page(RawPage(page.encode(), "a.html", "0" * 64, url=_URL))
    assert isinstance(article, Article)
    assert article.metadata.tags == ("Harbours",)


PILLS = (
    '<div class="{box}"><ul class="nav nav-pills"><li class="nav-item">'
    '<a class="nav-link" href="/category/harbours">Harbours</a></li></ul></div>'
)


@pytest.mark.parametrize(
    ("above", "below", "section"),
    [
        ("", '<div class="meta"><a rel="category tag" href="/c/9">Harbours</a></div>', "Harbours"),
        ("", '<p><a href="/category/harbours">Harbours</a></p>', "Harbours"),
        ("", '<a class="x-link" href="/wares-categories/harbours"><span>Harbours</span></a>', "Harbours"),
        ("", '<div class="pills topic-pills"><span>Harbours</span><span>Ferries</span></div>', "Harbours"),
        ('<div><span class="badge badge-cyan">Harbours</span></div>', "", "Harbours"),
        # The first that can be one.
        (
            "",
            '<p class="meta-category"><a href="/a">All</a>, <a href="/b">Ferry Books</a></p>',
            "Ferry Books",
        ),
        (
            "",
            PILLS.format(box="entry-categories"),
            "Harbours",
        ),
        # What is called so and is none, a menu, and another link.
        (
            "",
            PILLS.format(box="entry-head"),
            None,
        ),
        ("", '<ul class="post-categories"><li><span>No Categories</span></li></ul>', None),
        ("", '<div class="author-category"><span>Staff Desk</span></div>', None),
        ('<ul><li class="menu-item category"><a href="/c">Harbours</a></li></ul>', "", None),
        (
            '<p><a href="/wares-category/pots">Pots</a></p><p>' + "A long line of the shop. " * 20 + "</p>",
            "",
            None,
        ),
        ("", '<p><a href="/wares">Wares</a></p>', None),
    ],
)
def test_a_category_at_the_head_of_a_story_is_the_section(
    above: str, below: str, section: str | None
) -> None:
    body = f"{above}<h1>Ferry is late again this winter</h1>{below}{_STORY}"
    page = f"<html><head><title>Ferry is late again this winter</title></head><body>{body}</body></html>"
    article = judge_page(RawPage(page.encode(), "a.html", "0" * 64, url="https://gazette.example/2024/late"))
    assert isinstance(article, Article)
    assert article.metadata.section == section


def test_a_section_in_small_letters_is_spelled_as_the_byline_prints_it() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "articleSection": "world"}</script>'
    byline = "<div>World News Agence France-Presse Updated: September 12, 2031 10:11 am IST</div>"
    page = f"<html><head>{head}</head><body><h1>Ferry is late again</h1>{byline}{_STORY}</body></html>"
    article = judge_page(RawPage(page.encode(), "a.html", "0" * 64, url=_URL))
    assert isinstance(article, Article)
    assert article.metadata.section == "World News"
    assert (article.metadata.authors, article.metadata.agencies) == ((), ("Agence France-Presse",))
