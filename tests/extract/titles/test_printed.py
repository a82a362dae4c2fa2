from __future__ import annotations

from dataclasses import replace

import pytest

from copydesk.extract.metadata import complete, declare
from copydesk.extract.titles.printed import is_address
from copydesk.model import Block, Kind, Page, RawPage, Reason, dropped, kept
from copydesk.read.html import read_html

H1 = "Ferry sinks off Port Ellen in thick fog"
BODY = "The ferry sank on Tuesday after its engine had failed far out at sea, the police said."


def title_of(head: str, h1: str = H1, *lines: str, kind: Kind = Kind.HEADING) -> tuple[str | None, str]:
    """The title of a page with such a head, an h1, and lines below it; and where it is from."""
    title, origin = titled(head, h1, *lines, kind=kind)
    return title, origin.partition("; h1 says")[0]


def titled(head: str, h1: str, *lines: str, kind: Kind = Kind.HEADING) -> tuple[str | None, str]:
    raw = RawPage(b"raw", "a.html", "0", url="https://gazette.example/islands/1", url_origin="argument")
    page = read_html(raw, f"<html lang=en><head>{head}</head><body><h1>{h1}</h1></body></html>", "u", "t")
    assert isinstance(page, Page)
    texts = [(Kind.TITLE, h1), *((kind, line) for line in lines), (Kind.PARAGRAPH, BODY)]
    blocks = tuple(Block(i, each, text, verdict=kept("t")) for i, (each, text) in enumerate(texts))
    metadata = complete(page, declare(page), None, blocks).metadata
    return metadata.title, metadata.provenance["title"]


def og(text: str) -> str:
    return f'<meta property="og:title" content="{text}">'


def both(text: str) -> str:
    return f'{og(text)}<meta name="twitter:title" content="{text}">'


def ld(headline: str, kind: str = "NewsArticle") -> str:
    return f'<script type="application/ld+json">{{"@type": "{kind}", "headline": "{headline}"}}</script>'


def test_pages_that_are_no_news_have_the_title_they_print() -> None:
    search = "Ferry sinks: a guide to Port Ellen [2031]"
    assert title_of(og(search)) == (H1, "h1")
    assert title_of(ld(search, "BlogPosting") + og(search)) == (H1, "h1")
    assert title_of(ld(search) + both(search))[0] == search
    assert title_of(og(search) + '<meta name="news_keywords" content="fog">')[0] == search


@pytest.mark.parametrize("h1", ["Islands", "Ports and fog on the islands today", H1.upper(), f"Fog {H1}"])
def test_an_h1_that_is_a_section_or_has_a_label_is_not_the_title(h1: str) -> None:
    assert title_of(og(H1), h1) == (H1, "og:title")


def test_what_json_ld_alone_says_gives_way_to_what_is_printed_and_shared() -> None:
    stale = ld("Fog is expected over the islands")
    assert title_of(stale + both(H1)) == (H1, "h1")
    assert title_of(stale + both(H1), H1, "Fog is expected over the islands")[1] == "json-ld"
    assert title_of(stale + og(H1))[1] == "json-ld"


def test_a_teaser_for_networks_has_other_words_than_the_headline() -> None:
    assert title_of(ld(H1) + both("Passengers say rescue came too late")) == (H1, "h1")
    shorter = "Ferry sinks off Port Ellen"
    assert title_of(ld(H1) + both(shorter)) == (shorter, "og:title")


def test_a_printed_headline_of_other_words_is_told_in_the_origin() -> None:
    short = "Ferry sinks off Port Ellen"
    assert titled(ld(H1) + both(short), H1)[1] == f"og:title; h1 says '{H1}'"
    assert titled(og(H1), H1)[1] == "og:title"
    assert titled(og(H1), H1.upper())[1] == "og:title"
    assert titled(og(H1), "Islands")[1] == "og:title"


def test_quotes_are_as_printed() -> None:
    printed = "Ferry ‘sinks like a stone’ – all saved"
    typed = "Ferry 'sinks like a stone' - all saved"
    assert title_of(ld(typed), printed) == (printed, "json-ld; quotes as printed")
    assert title_of(ld(printed), typed) == (printed, "json-ld")


def test_a_title_that_is_the_sites_name_gives_way_to_the_headline() -> None:
    assert title_of(og("Gazette")) == (H1, "h1")


def test_a_title_without_the_mark_before_an_empty_tail() -> None:
    assert title_of(og(f"{H1} ⋆"), "Gazette")[0] == H1


def test_a_title_without_the_section_behind_it() -> None:
    assert title_of(og(f"{H1} | Islands"), "Gazette")[0] == H1


def test_a_page_is_called_what_its_address_says_in_words() -> None:
    assert is_address("Form your own club now", "https://gazette.example/a/form-your-own-club-now?x=1")
    assert is_address("Über das Öl im Meer", "https://gazette.example/ueber-das-oel-im-meer.html")
    assert not is_address("Club now", "https://gazette.example/a/club-now")


def test_a_section_that_software_set_behind_the_headline_is_cut_off() -> None:
    bare = f'<meta name="headline" content="{H1}">'
    assert title_of(og(f"{H1}-Politics") + bare, "Islands") == (H1, "headline")
    assert title_of(og(f"{H1}, all saved") + bare, "Islands")[1] == "og:title"


def test_the_headline_a_page_prints_goes_before_the_step_of_its_trail() -> None:
    search = "Ferry sinks: what passengers should know"
    struck = dropped("trail", Reason.NAVIGATION, "a step")
    blocks = (
        Block(0, Kind.HEADING, search, verdict=struck),
        Block(1, Kind.TITLE, H1, verdict=kept("title")),
        Block(2, Kind.PARAGRAPH, BODY, verdict=kept("t")),
    )
    raw = RawPage(b"raw", "a.html", "0")
    page = read_html(raw, f"<html><head>{ld(search)}{og(H1)}</head><body><h1>{search}</h1></body>", "u", "t")
    assert isinstance(page, Page)
    assert complete(page, declare(page), None, blocks).metadata.title == H1
    alone = (replace(blocks[0], verdict=kept("t")), *blocks[1:])
    assert complete(page, declare(page), None, alone).metadata.title == search


def test_an_h1_in_a_trail_is_as_good_as_the_printed_headline() -> None:
    stale, below = ld("Fog is expected over the islands"), "Captain saved all of her crew"
    raw = RawPage(b"raw", "a.html", "0", url="https://gazette.example/islands/1", url_origin="argument")
    html = f"<html lang=en><head>{stale}{both(H1)}</head><body><h1>{H1}</h1></body></html>"
    page = read_html(raw, html, "u", "t")
    assert isinstance(page, Page)
    step = Block(0, Kind.HEADING, H1, verdict=dropped("trail", Reason.NAVIGATION, "a step"))
    blocks = (
        step,
        Block(1, Kind.TITLE, below, verdict=kept("t")),
        Block(2, Kind.PARAGRAPH, BODY, verdict=kept("t")),
    )
    assert complete(page, declare(page), None, blocks).metadata.title == H1
