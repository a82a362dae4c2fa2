"""The main content: precise where that covers the page, freer where it does not, and the last word."""

from __future__ import annotations

from dataclasses import replace

from viewing import marked_up, pasted

from copydesk.extract import body
from copydesk.extract.body import settle, trafilatura_reading
from copydesk.model import Block, Kind, Page, RawPage, Reason, dropped, kept
from copydesk.read import read_page

TOWNS = ("Hollin", "Marsk", "Upper Wend", "Dunmoor", "Saltby", "Ferrow")
LINE = "The council of {} voted on Tuesday to build a bridge across the river, its members said."
STORY = [LINE.format(town) for town in TOWNS]
MENU = "<nav><ul><li><a href=/a>News</a><li><a href=/b>Sport</a><li><a href=/c>Weather</a></ul></nav>"


def page_of(html: str) -> Page:
    page = read_page(RawPage(f"<!doctype html><html><body>{html}</body></html>".encode(), "a.html", "0"))
    assert isinstance(page, Page)
    return page


def read(html: str) -> list[str]:
    page = page_of(html)
    return [b.text for b, yes in zip(page.blocks, trafilatura_reading(page), strict=True) if yes]


def article(lines: list[str]) -> str:
    return "<article>" + "".join(f"<p>{line}</p>" for line in lines) + "</article>"


def test_the_story_is_read_and_the_menu_is_not() -> None:
    assert read(MENU + article(STORY) + "<footer><p>All rights reserved.</footer>") == STORY


def test_the_page_is_left_as_it_was() -> None:
    page = page_of(MENU + article(STORY))
    before = [(e.tag, e.text) for e in page.tree.iter()]
    trafilatura_reading(page)
    assert [(e.tag, e.text) for e in page.tree.iter()] == before


def test_a_story_under_a_mark_that_is_not_believed_is_read() -> None:
    html = (
        MENU
        + f"<div aria-hidden=true>{article(STORY)}</div><div role=dialog><p>We value your privacy.</p></div>"
    )
    assert set(STORY) <= set(read(html))


def test_a_page_without_prose_has_no_reading() -> None:
    assert read(MENU) == []


def test_a_freer_reading_is_asked_where_the_precise_one_has_little(monkeypatch: object) -> None:
    asked: list[bool] = []

    def fake(tree: object, url: str | None, *, precise: bool) -> object:
        asked.append(precise)
        lines = STORY[:1] if precise else STORY
        return page_of("".join(f"<p>{line}</p>" for line in lines)).tree

    original = body._read
    try:
        body._read = fake
        assert read(article(STORY)) == STORY
        assert asked == [True, False]
        asked.clear()
        assert read(article(STORY[:1])) == STORY[:1]
        assert asked == [True]
    finally:
        body._read = original


def test_lost_blocks_of_a_place_that_was_read_come_back() -> None:
    blocks = [Block(i, Kind.PARAGRAPH, text, "body/div/p") for i, text in enumerate(STORY)]
    blocks[4] = replace(blocks[4], link_density=1.0)
    blocks[5] = replace(blocks[5], hidden="hidden")
    aside = Block(6, Kind.PARAGRAPH, STORY[0], "body/aside/p")
    read_ones = [True, True, False, True, False, False, False]
    assert body._grown([*blocks, aside], read_ones) == [True, True, True, True, False, False, False]


def test_a_single_block_read_brings_no_others() -> None:
    blocks = [Block(i, Kind.PARAGRAPH, text, "body/div/p") for i, text in enumerate(STORY)]
    assert sum(body._grown(blocks, [True] + [False] * 5)) == 1


def test_open_blocks_go_by_the_reading() -> None:
    view = marked_up(article(STORY[:2]) + "<aside class=more>Elsewhere</aside>")
    verdicts = [b.verdict for b in settle(view)]
    assert [v.keep for v in verdicts if v] == [True, True, False]
    assert [(v.stage, v.rule, v.reason) for v in verdicts if v] == [
        ("extract", "body", None),
        ("extract", "body", None),
        ("extract", "outside_reading", Reason.OUTSIDE),
    ]


def test_a_judges_verdict_stands_and_may_name_the_kind() -> None:
    view = marked_up(article(STORY[:3]))
    verdicts = {0: kept("title", kind=Kind.TITLE), 1: dropped("bridge_ad", Reason.PROMO, "an advertisement")}
    blocks = settle(replace(view, verdicts=verdicts))
    assert [b.verdict.rule for b in blocks if b.verdict] == ["title", "bridge_ad", "body"]
    assert [b.kind for b in blocks] == [Kind.TITLE, Kind.PARAGRAPH, Kind.PARAGRAPH]


def test_what_nobody_struck_of_pasted_text_stays() -> None:
    blocks = settle(pasted("Bridge voted\n\n" + "\n\n".join(STORY)))
    assert all(b.verdict is not None and b.verdict.keep for b in blocks)
