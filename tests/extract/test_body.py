"""The main content: precise where that covers the page, freer where it does not, and the last word."""

from __future__ import annotations

from dataclasses import replace

import pytest
from viewing import marked_up, pasted

from copydesk.extract import body
from copydesk.extract.body import Focus, settle, trafilatura_reading
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


def reading_with(
    monkeypatch: pytest.MonkeyPatch, precise: int, free: int, freest: int
) -> tuple[int, list[Focus]]:
    """So many of twelve lines in each reading: how many are taken, and which readings were asked for."""
    # Each line in a place of its own, so that none brings back another.
    lines = [LINE.format(f"{town} {number}") for town in TOWNS for number in ("East", "West")]
    sizes = {Focus.PRECISE: precise, Focus.FREE: free, Focus.FREEST: freest}
    asked: list[Focus] = []

    def fake(_tree: object, _url: str | None, focus: Focus) -> object:
        asked.append(focus)
        if not sizes[focus]:
            return None
        return page_of("".join(f"<p>{line}</p>" for line in lines[: sizes[focus]])).tree

    monkeypatch.setattr(body, "_read", fake)
    names = "abcdefghijkl"
    html = "".join(f"<div class={name}><p>{line}</div>" for name, line in zip(names, lines, strict=True))
    return len(read(html)), asked


@pytest.mark.parametrize(
    ("sizes", "taken", "asked"),
    [
        ((6, 12, 12), 6, 1),  # enough
        ((3, 5, 12), 12, 3),  # the free one has little more, the freest much
        ((2, 8, 12), 8, 2),
        ((0, 0, 12), 12, 3),
        ((0, 0, 0), 0, 3),
        ((3, 4, 4), 3, 3),
    ],
)
def test_pages_are_read_more_freely_until_enough_is_read(
    monkeypatch: pytest.MonkeyPatch, sizes: tuple[int, int, int], taken: int, asked: int
) -> None:
    found, readings = reading_with(monkeypatch, *sizes)
    assert (found, readings) == (taken, list(Focus)[:asked])


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


def test_code_and_answers_that_are_surely_none_of_the_storys_stay_out() -> None:
    blocks = [
        Block(0, Kind.HEADING, "When do the sheep travel?"),
        Block(1, Kind.PARAGRAPH, "On Monday."),
        Block(2, Kind.CODE, "sheep = 12"),
    ]
    assert body._is_surely_out(blocks, 1, 0.05)
    assert not body._is_surely_out(blocks, 1, 0.15)
    assert body._is_surely_out(blocks, 2, 0.3)
    assert not body._is_surely_out(blocks, 2, 0.45)
    assert not body._is_surely_out([blocks[1], blocks[1]], 1, 0.05)


def test_a_line_that_is_shaped_as_a_heading_and_known_as_a_byline_heads_nothing() -> None:
    view = pasted("Ferry stays in port\n\nThe ferry was cancelled on Tuesday after its engine had failed.")
    head, *rest = view.page.blocks
    view = replace(view, page=replace(view.page, blocks=(replace(head, kind=Kind.HEADING), *rest)))
    for reason, kind in ((Reason.BYLINE, Kind.PARAGRAPH), (Reason.HEADLINE, Kind.HEADING)):
        told = replace(view, verdicts={0: dropped("told", reason, "for this test")})
        assert settle(told)[0].kind is kind
