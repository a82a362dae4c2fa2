"""Articles that a page carries as data for its script: found where they are its own, and nowhere else."""

from __future__ import annotations

import json
from typing import Any

import pytest

from copydesk.model import Article, Page, RawPage, Rejected
from copydesk.pipeline import judge_page
from copydesk.read import read_page

TITLE = "Ferry to Hollin late for a ninth day"
LINES = [
    f"The ferry to Hollin left the harbour of Dunmarrow {hours} hours late on day {hours} of its repairs, "
    f"the harbour office said, and {hours + 30} passengers waited on the quay in the rain."
    for hours in range(2, 8)
]
MARKUP = "".join(f"<p>{line}</p>" for line in LINES)
OTHER = "".join(f"<p>{line.replace('ferry', 'tram').replace('Hollin', 'Vessby')}</p>" for line in LINES * 2)


def page(*scripts: str, head: str = "", body: str = "") -> str:
    head = f'<title>{TITLE} | Gazette</title><meta property="og:title" content="{TITLE}">{head}'
    return f"<html><head>{head}</head><body>{body}<div id=root></div>{''.join(scripts)}</body>"


def script(text: str, kind: str = "") -> str:
    return f"<script{kind}>{text}</script>"


def read(html: str) -> Page | Rejected:
    return read_page(RawPage(html.encode(), "a.html", "0"))


def found(html: str) -> list[str]:
    made = read(html)
    return [block.text for block in made.blocks] if isinstance(made, Page) and made.carried else []


def rows(*values: str) -> str:
    """As React's server components are sent: in pieces, which break where they like."""
    stream = "".join(values)
    pieces = [stream[at : at + 97] for at in range(0, len(stream), 97)]
    return "".join(script(f"self.__next_f.push([1,{json.dumps(piece)}])") for piece in pieces)


def text_row(number: str, text: str) -> str:
    return f"{number}:T{len(text.encode()):x},{text}"


STORY = {"title": TITLE, "body": MARKUP}
ELEMENTS = [
    {"type": "image", "caption": "The quay", "url": "https://gazette.example/1.jpg"},
    *({"type": "text", "content": line} for line in LINES),
    {"type": "ad", "content": None},
]
NESTED = [
    {"type": "paragraph", "model": {"blocks": [{"model": {"text": part} | {"bold": True}} for part in two]}}
    for two in ((line[:20], line[20:]) for line in LINES)
]
FLAT = [{"data": 1}, {"title": 2, "body": 3}, TITLE, MARKUP]


@pytest.mark.parametrize(
    "scripts",
    [
        script(json.dumps({"props": {"page": STORY}}), " id=__NEXT_DATA__ type=application/json"),
        script(f"window.__STATE__={json.dumps({'story': STORY})};(function(){{start()}})()"),
        script(f"var a = {{b: 1}}; window.S = JSON.parse({json.dumps(json.dumps(STORY))})"),
        script(f"(window.q = window.q || []).push({json.dumps({'state': [STORY]})})"),
        script(
            json.dumps({"headlines": {"basic": TITLE}, "content_elements": ELEMENTS}),
            " type=application/json",
        ),
        script(
            json.dumps({"page": {"title": TITLE}, "content": {"model": {"blocks": NESTED}}}), " type=text/x"
        ),
        script(json.dumps(FLAT), " id=__NUXT_DATA__ type=application/json"),
        script(json.dumps({"headline": TITLE, "articleBody": "\n".join(LINES)}), " type=application/ld+json"),
        rows(text_row("1a", MARKUP + "é"), f"2:{json.dumps({'title': TITLE, 'html': '$1a'})}\n"),
        rows('1:I[12,["a.js"]]\n', f'2:["$","$L1",null,{json.dumps({"story": STORY})}]\n'),
    ],
)
def test_an_article_is_found_in_the_data_of_each_kind_of_page(scripts: str) -> None:
    said = found(page(scripts))
    assert [" ".join(text.split()) for text in said if text not in {"é", "The quay"}] == LINES


def test_the_text_says_where_it_is_from() -> None:
    made = judge_page(RawPage(page(script(f"S = {json.dumps(STORY)}")).encode(), "a.html", "0"))
    assert isinstance(made, Article)
    assert made.text.split("\n\n") == LINES
    assert made.metadata.title == TITLE
    assert made.metadata.provenance["text"].startswith("'body' in the data")


def test_captions_of_a_list_of_blocks_are_captions() -> None:
    data = {"headline": TITLE, "content_elements": ELEMENTS}
    made = judge_page(RawPage(page(script(f"S = {json.dumps(data)}")).encode(), "a.html", "0"))
    assert isinstance(made, Article)
    assert made.metadata.captions == ("The quay",)
    assert made.text.split("\n\n") == LINES


@pytest.mark.parametrize(
    "data",
    [
        {"title": "Tram to Vessby early for once in a month", "body": OTHER},
        {"title": "Ferry", "body": OTHER},
        {"title": TITLE, "body": "<p>Too short.</p>"},
        {"title": TITLE, "termsOfUse": OTHER},
        {"title": TITLE, "a": {"b": {"c": {"d": {"body": OTHER}}}}},
        {"title": TITLE, "views": [1] * 500},
    ],
)
def test_what_is_not_the_pages_own_story_is_not_taken(data: dict[str, Any]) -> None:
    assert found(page(script(f"S = {json.dumps(data)}{' ' * 300}"), body="<p>Loading")) == []


def test_longer_comments_and_other_stories_do_not_take_its_place() -> None:
    data = STORY | {
        "comments": [{"type": "text", "text": OTHER}] * 3,
        "related": [{"title": "Tram", "body": OTHER}],
    }
    assert found(page(script(f"S = {json.dumps(data)}"))) == LINES


def test_a_page_with_a_text_to_be_seen_keeps_it() -> None:
    body = "".join(f"<p>{line}" for line in LINES)
    assert found(page(script(f"S = {json.dumps({'title': TITLE, 'body': OTHER})}"), body=body)) == []


def test_a_story_that_has_to_be_paid_for_is_not_taken() -> None:
    paid = script('{"@type": "NewsArticle", "isAccessibleForFree": false}', " type=application/ld+json")
    assert isinstance(read(page(paid, script(f"S = {json.dumps(STORY)}"))), Rejected)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        "={" * 200_000,
        '={"a":' * 50_000,
        f'S = {{"title": "{TITLE}", "body": "' + "<p>" * 100_000,
        "self.__next_f.push([1," + '"' * 1_000,
        f"self.__next_f.push({json.dumps([1, '1:Tffffff,short'])})",
        f"self.__next_f.push({json.dumps([1, '1:[' * 50_000])})",
        f"S = {json.dumps(['$1a', {'x': '$1'}] * 9_000)}",
        f"S = {json.dumps({'title': TITLE, 'list': [{'type': 'p'}] * 200_000})}",
    ],
)
def test_data_that_is_broken_deep_or_endless_costs_nothing_but_itself(text: str) -> None:
    assert found(page(script(text))) == []


def test_a_long_text_that_is_referred_to_many_times_is_not_read_many_times() -> None:
    story = [{"title": TITLE, "body": "$1"}] * 9_000
    made = found(page(rows(text_row("1", MARKUP * 900), f"2:{json.dumps(story)}\n")))
    assert made[: len(LINES)] == LINES


def test_what_stands_beside_the_article_in_its_data_is_told_of_it() -> None:
    story = STORY | {"publish_date": "2031.05.09 18:40", "updatedAt": "2031-05-10", "views": "12"}
    made = judge_page(RawPage(page(script(f"window.STATE = {json.dumps(story)}")).encode(), "a.html", "0"))
    assert isinstance(made, Article)
    assert made.metadata.date_published == "2031-05-09T18:40:00"
    assert made.metadata.date_modified == "2031-05-10"
    assert made.metadata.provenance["date_published"] == "'publish_date' in the data for the page's script"
