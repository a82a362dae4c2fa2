from __future__ import annotations

import json

import pytest
from costs import cpu_seconds
from hypothesis import given
from hypothesis import strategies as st

from copydesk.extract.jsonld import article_of, clean_text, read_graph, text_of, texts_of

STORY = {"@type": "NewsArticle", "headline": "Ferry sinks in fog"}


def headline(*scripts: str) -> str | None:
    node = article_of(read_graph(scripts))
    return text_of(node.get("headline")) if node else None


@pytest.mark.parametrize(
    "script",
    [
        json.dumps(STORY),
        json.dumps([STORY]),
        json.dumps({"@graph": [{"@type": "WebSite", "name": "Gazette"}, STORY]}),
        json.dumps({"@type": "WebPage", "mainEntity": STORY}),
        "<!--//--><![CDATA[//><!--\n" + json.dumps(STORY) + "\n//--><!]]>",
        "/* <![CDATA[ */ " + json.dumps(STORY) + " /* ]]> */",
        json.dumps(STORY)[:-1] + ",}",
        json.dumps(STORY) + ";",
        json.dumps({"@type": "Organization"}) + json.dumps(STORY),
        '{"@type": "NewsArticle", "headline": "Ferry sinks\nin fog"}',
        '{"@type": "NewsArticle", "description": "a "quoted" word", "headline": "Ferry sinks in fog"}',
        '{"@type": ["Thing", "http://schema.org/NewsArticle"], "headline": "Ferry sinks in fog"}',
        '{"@type": "NewsArticle", "headline": {"@value": "Ferry sinks in fog"}}',
    ],
)
def test_what_publishers_mean_is_read(script: str) -> None:
    assert headline(script) == "Ferry sinks in fog"


def test_a_broken_script_does_not_hide_the_next() -> None:
    assert headline("{nothing", json.dumps(STORY)) == "Ferry sinks in fog"


def test_the_article_with_the_url_of_the_page_is_chosen() -> None:
    other = {"@type": "NewsArticle", "headline": "Elsewhere", "url": "https://gazette.example/other"}
    own = {
        "@type": "NewsArticle",
        "headline": "Here",
        "mainEntityOfPage": {"@id": "http://gazette.example/here/"},
    }
    graph = read_graph([json.dumps([other, own])])
    assert article_of(graph, ["https://gazette.example/here?utm_source=x"]) == own
    assert article_of(graph) == other


def test_teasers_inside_a_list_are_not_the_article() -> None:
    page = {"@type": "WebPage", "headline": "Own", "hasPart": [STORY], "itemListElement": [{"item": STORY}]}
    assert headline(json.dumps(page)) == "Own"


def test_references_are_followed() -> None:
    graph = read_graph(
        [json.dumps({"@graph": [{"@id": "#jane", "@type": "Person", "name": "Jane Doe"}, STORY]})]
    )
    assert text_of(graph.resolve({"@id": "#jane"})) == "Jane Doe"
    assert graph.resolve({"@id": "#nobody"}) == {"@id": "#nobody"}


def test_values_are_cleaned() -> None:
    assert clean_text("Fish &amp;amp; chips\n at <b>sea</b>") == "Fish & chips at sea"
    assert texts_of(["a", {"name": "b"}, None, 3, ""]) == ("a", "b")
    assert text_of([[]]) is None


@pytest.mark.parametrize(
    "script",
    [
        "[" * 200_000,
        '{"a":' * 40_000,
        '{"@type":"NewsArticle"' + ", \n" * 66_000,
        '{"headline":"' + '"headline":"' * 16_000,
        '{"@type":"NewsArticle","headline":"x' + '{"a":[1,2,' * 20_000,
        '{"headline": "' + "\\" * 200_001,
        json.dumps(STORY) * 4_000,
    ],
)
def test_a_hostile_script_costs_little(script: str) -> None:
    assert cpu_seconds(lambda: article_of(read_graph([script]))) < 0.2


@given(st.text(max_size=300))
def test_no_script_breaks_the_reading(script: str) -> None:
    article_of(read_graph([script, '{"@type": "NewsArticle", ' + script]))


@given(
    st.recursive(st.none() | st.text() | st.integers(), lambda x: st.lists(x) | st.dictionaries(st.text(), x))
)
def test_no_value_breaks_the_reading(value: object) -> None:
    graph = read_graph([json.dumps({"@type": "NewsArticle", "author": value, "url": value, "@graph": value})])
    node = article_of(graph, ["https://a.example/"])
    assert node is not None
    text_of(node.get("author"))
    graph.resolve(node.get("author"))


def test_a_review_of_a_claim_is_the_page_s_own_before_a_web_page_and_what_it_reviews_is_not() -> None:
    item = {"@type": "NewsArticle", "@id": "#claim", "headline": "Pier sold", "datePublished": "2031-05-02"}
    review = {
        "@type": "ClaimReview",
        "datePublished": "2031-05-09",
        "itemReviewed": {"@id": "#claim"},
    }
    graph = read_graph([json.dumps({"@graph": [{"@type": "WebPage"}, item, review]})])
    assert article_of(graph) == review
    own = {"@type": "Article", "headline": "Was the pier sold?"}
    assert article_of(read_graph([json.dumps([review, own])])) == own


def test_of_a_broken_review_the_days_of_what_it_reviews_are_not_rescued() -> None:
    broken = (
        '{"@type": "ClaimReview", "claimReviewed": "a "quoted" word", "headline": "Was the pier sold?", '
        '"itemReviewed": {"datePublished": "2031-05-02"}, "author": {}}'
    )
    (node,) = read_graph([broken]).top
    assert node["headline"] == "Was the pier sold?"
    assert "datePublished" not in node
