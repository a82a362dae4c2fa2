from __future__ import annotations

import json

import pytest

from copydesk.extract.facts import Chosen
from copydesk.extract.metadata import declare
from copydesk.extract.publisher import name_in_title
from copydesk.extract.sections.spelling import as_printed
from copydesk.extract.titles.titles import host_names
from copydesk.model import Block, Kind, Page, RawPage
from copydesk.read.html import read_html

SUMMARY = "The last ferry to Port Ellen sank on Tuesday, and all of her passengers were saved by"


def page_of(head: str, url: str = "https://gazette.example/ferry") -> Page:
    raw = RawPage(b"raw", "a.html", "0", url=url, url_origin="argument")
    page = read_html(
        raw, f"<html lang=en><head>{head}</head><body><p>{SUMMARY} boat.</p></body></html>", "u", "t"
    )
    assert isinstance(page, Page)
    return page


def meta(name: str, *values: str) -> str:
    return "".join(f'<meta name="{name}" content="{value}">' for value in values)


def test_keywords_are_lists_however_often_a_page_has_them() -> None:
    assert declare(page_of(meta("keywords", "pier, ferry", "pier, ferry"))).values("tags") == (
        "pier",
        "ferry",
    )


def test_what_is_said_of_the_foot_of_a_page_is_not_said_of_its_story() -> None:
    told = "<meta itemprop=keywords content='{}'>"
    html = "<div itemscope itemtype='https://schema.org/{}'>" + told + "</div>"
    foot = html.format("WPFooter", "Copyright, Privacy")
    assert declare(page_of(foot)).values("tags") == ()
    story = html.format("NewsArticle", "Pier, Ferry")
    assert declare(page_of(foot + story)).values("tags") == ("Pier", "Ferry")
    assert declare(page_of(told.format("Pier"))).values("tags") == ("Pier",)


def test_a_department_that_a_page_calls_its_site_may_be_a_tag_where_the_outlet_is_named() -> None:
    site = "<meta property=og:site_name content=Sport>"
    tags = meta("keywords", "Sport, Ferries, Gazette")
    named = page_of(site + meta("application-name", "Gazette") + tags)
    assert declare(named).values("tags") == ("Sport", "Ferries")
    assert declare(page_of(site + tags)).values("tags") == ("Ferries",)


def test_a_tag_cut_at_its_ampersand_is_none() -> None:
    halves = meta("article:tag", "Fish&amp;amp", "C", "Ports")
    assert declare(page_of(halves)).values("tags") == ("Ports",)
    assert declare(page_of(meta("article:tag", "X", "Ports"))).values("tags") == ("X", "Ports")


@pytest.mark.parametrize(
    ("short", "chosen"),
    [
        (f"{SUMMARY}...", f"{SUMMARY} fishing boats of the island."),
        (f"{SUMMARY} fish", f"{SUMMARY} fishing boats of the island."),
        (f"{SUMMARY} fishing boats.", f"{SUMMARY} fishing boats."),
        ("Another summary of the same …", "Another summary of the same …"),
    ],
)
def test_a_summary_that_is_cut_gives_way_to_the_same_in_full(short: str, chosen: str) -> None:
    whole = json.dumps({"@type": "NewsArticle", "description": f"{SUMMARY} fishing boats of the island."})
    head = meta("og:description", short) + f'<script type="application/ld+json">{whole}</script>'
    assert declare(page_of(head)).first("description") == chosen


def test_a_mark_behind_a_summary_is_none_of_it() -> None:
    assert (
        declare(page_of(meta("description", f"{SUMMARY} boat. | "))).first("description")
        == f"{SUMMARY} boat."
    )


def test_a_summary_is_not_given_up_for_the_whole_story() -> None:
    whole = json.dumps({"@type": "NewsArticle", "description": SUMMARY + " boats of the island" * 60})
    head = meta("og:description", f"{SUMMARY}...") + f'<script type="application/ld+json">{whole}</script>'
    assert declare(page_of(head)).first("description") == f"{SUMMARY}..."


@pytest.mark.parametrize(
    ("title", "url", "name"),
    [
        ("Ferry sinks - The New Port Times", "https://www.nptimes.example", "The New Port Times"),
        ("Ferry sinks | Harbour Foods Ltd", "https://harbourfoods.example", "Harbour Foods Ltd"),
        ("Fähre sinkt – Die Neue Hafenzeitung", "https://hafenzeitung.example", "Die Neue Hafenzeitung"),
        ("Ferry sinks | Ports", "https://getports.example", "Ports"),
        ("Ferry sinks - Quayside", "https://news.quayside.co.uk", "Quayside"),
        ("Ferry sinks — www.quay.example", "https://quay.example", "quay.example"),
        ("Quay.example - Ferry sinks", "https://quay.example", "Quay.example"),
        ("Ferry sinks | News", "https://news.quayside.co.uk", None),
        ("Ferry sinks - by Ada Quill", "https://adaquill.example", None),
        ("Ferry sinks - quayside at the fair of 2031", "https://blog.quayside.example", None),
        ("Ferry sinks - all saved", "https://gazette.example", None),
        ("Ferry sinks", "https://gazette.example", None),
    ],
)
def test_an_outlet_is_named_in_the_title_where_the_address_goes_with_it(
    title: str, url: str, name: str | None
) -> None:
    assert name_in_title(title, host_names(url)) == name


def test_a_name_in_the_title_counts_where_no_other_is_declared_and_is_cut_from_the_headline() -> None:
    title = "<title>Ferry sinks | Gazette</title>"
    found = declare(page_of(title, "https://getgazette.example/a"))
    assert (found.first("publisher"), found.first("title")) == ("Gazette", "Ferry sinks")
    named = title + '<meta property="og:site_name" content="Port Gazette">'
    assert declare(page_of(named, "https://getgazette.example/a")).first("publisher") == "Port Gazette"


def test_a_headline_comes_without_the_marks_of_markdown() -> None:
    title = '<meta property="og:title" content="## Ferry sinks">'
    assert declare(page_of(title)).first("title") == "Ferry sinks"
    number = '<meta property="og:title" content="#1 of all ferries">'
    assert declare(page_of(number)).first("title") == "#1 of all ferries"


@pytest.mark.parametrize(
    ("declared", "printed", "section"),
    [
        ("kultur-medien", "Kultur & Medien", "Kultur & Medien"),
        ("espana", "España", "España"),
        ("kueche", "Küche", "Küche"),
        ("sport", "SPORT", "sport"),
        ("sport", "Sport is late", "sport"),
        ("Sport", "SPort", "Sport"),
    ],
)
def test_a_section_is_spelled_as_the_page_prints_it(declared: str, printed: str, section: str) -> None:
    found = as_printed(Chosen((declared,), "json-ld"), [Block(3, Kind.LIST_ITEM, printed)])
    assert found.value == section
    assert (found.origin == "json-ld") is (section == declared)


@pytest.mark.parametrize(
    ("listed", "folder", "trail", "section"),
    [
        (["Beginners", "Boats"], "blog/boats", None, "Boats"),
        ("Beginners,Boats", "blog", "Boats", "Boats"),
        (["Beginners", "Schöne Boote"], "blog/schoene-boote", None, "Schöne Boote"),
        (["Beginners", "Boats"], "blog", "Tides", "Beginners"),
        (["Boats", "News"], "news", None, "Boats"),
        (["Beginners", "Blog"], "blog", None, "Beginners"),
    ],
)
def test_of_several_sections_the_address_or_the_trail_tells(
    listed: list[str] | str, folder: str, trail: str | None, section: str
) -> None:
    steps = [{"name": "Home"}, {"name": trail}, {"name": "How to row a boat in the fog"}]
    crumbs = {"@type": "BreadcrumbList", "itemListElement": steps if trail else []}
    graph = [{"@type": "Article", "articleSection": listed}, crumbs]
    page = page_of(
        f'<script type="application/ld+json">{json.dumps(graph)}</script>',
        f"https://gazette.example/{folder}/how-to-row",
    )
    assert declare(page).first("section") == section


def test_words_cut_from_the_headline_give_way_to_tags_that_an_editor_chose() -> None:
    cut = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry is late again"'
    cut += ', "keywords": ["ferry", "late", "again"]}</script>'
    assert declare(page_of(cut + meta("article:tag", "Port Ellen", "Islands"))).values("tags") == (
        "Port Ellen",
        "Islands",
    )
    assert declare(page_of(cut)).values("tags") == ("ferry", "late", "again")


@pytest.mark.parametrize("name", ["article:tags", "og:article:tag"])
def test_tags_of_the_article_go_before_the_keywords_of_the_site(name: str) -> None:
    page = page_of(meta("keywords", "Islands, Ports, Boats") + meta(name, "Ferries, Fog"))
    assert declare(page).values("tags") == ("Ferries", "Fog")


@pytest.mark.parametrize(("text", "declared"), [(f"{SUMMARY} boat.", True), ("Fog over the islands", False)])
def test_a_sentence_for_a_second_headline_is_the_standfirst(text: str, *, declared: bool) -> None:
    node = {"@type": "NewsArticle", "headline": "Ferry sinks", "alternativeHeadline": text}
    page = page_of(f'<script type="application/ld+json">{json.dumps(node)}</script>')
    assert declare(page).values("standfirst") == ((text,) if declared else ())


@pytest.mark.parametrize(
    ("noted", "told"),
    [
        ("2031-05-03T10:00:00Z", "2031-05-03T12:30:00Z"),
        ("2031-05-03T11:00:00Z", "2031-05-03T11:00:00Z"),
    ],
    ids=["as published", "changed"],
)
def test_a_later_change_goes_before_one_noted_as_the_publishing_itself(noted: str, told: str) -> None:
    day = "2031-05-03T10:00:00Z"
    ld = json.dumps({"@type": "NewsArticle", "datePublished": day, "dateModified": noted})
    head = f'<script type="application/ld+json">{ld}</script>'
    later = meta("article:modified_time", "2031-05-03T12:30:00Z")
    assert declare(page_of(head + later)).values("date_modified")[0] == told
    # The same moment in another zone is no later one.
    same = meta("article:modified_time", "2031-05-03T12:00:00+02:00")
    assert declare(page_of(head + same)).values("date_modified")[0] == noted


@pytest.mark.parametrize("name", ["modified-date", "updated-date", "og:modified_time", "lastmodifieddate"])
def test_a_day_of_change_is_read_under_the_names_it_has(name: str) -> None:
    assert declare(page_of(meta(name, "2024-07-30"))).first("date_modified") == "2024-07-30"


@pytest.mark.parametrize(
    ("names", "title", "url", "publisher"),
    [
        (("Gazette.com", "Harbour Gazette"), "", "gazette.com", "Harbour Gazette"),
        (("Häfen.de", "Häfen Zeitung"), "", "haefen.de", "Häfen Zeitung"),
        (("Gazette.com", "Gazette"), "", "gazette.com", "Gazette"),
        (("Gazette.com", "gazette.com"), "", "gazette.com", "Gazette.com"),
        (("HGI", "Harbour Gazette of the Islands"), "", "hgi.example", "Harbour Gazette of the Islands"),
        (("HGI", "Harbour Press"), "", "hgi.example", "HGI"),
        (("Islands Press Ltd", "The Gazette"), "", "gazette.example", "The Gazette"),
        (("Islands Publishing", "Tides"), "", "gazette.example", "Islands Publishing"),
        (("All about boats", "Quayside"), "", "quayside.example", "Quayside"),
        (("Harbour Gazette", "HG"), "", "hg.example", "Harbour Gazette"),
        (("Tides: News of the sea", "Tides"), "", "gazette.example", "Tides"),
        (("Häfen | All about piers", "x"), "", "haefen.example", "Häfen"),
        (("Thoughts about boats | Quayside Blog",), "", "quayside.example", "Quayside Blog"),
        (("Harbour Gazette GmbH",), "", "harbour-gazette.example", "Harbour Gazette"),
        (("Weather",), "Fog is late | Weather | Harbour Gazette", "hgazette.example", "Harbour Gazette"),
        (("Weather",), "Fog is late | Weather", "hgazette.example", "Weather"),
        (("HBCV9", "HBC Harbour", "HBC"), "Fog - Harbour news", "hbcgroup.example", "HBC Harbour"),
    ],
)
def test_the_name_that_names_the_outlet_best_goes_first(
    names: tuple[str, ...], title: str, url: str, publisher: str
) -> None:
    site, *others = names
    nodes = [{"@type": "WebSite", "name": name} for name in others]
    data = f'<script type="application/ld+json">{json.dumps(nodes)}</script>'
    head = f"<title>{title}</title>" + meta("og:site_name", site) + data
    assert declare(page_of(head, f"https://{url}/a")).first("publisher") == publisher


def test_a_declared_day_has_the_time_that_the_page_s_object_has_for_it() -> None:
    def script(node: dict[str, str]) -> str:
        return f'<script type="application/ld+json">{json.dumps(node)}</script>'

    day = {"@type": "Article", "headline": "Fog", "datePublished": "2031-05-09"}
    second = {"@type": "WebPage", "datePublished": "2031-05-09T10:15:48+02:00"}
    told = declare(page_of(script(day) + script(second))).values("date_published")
    assert told == ("2031-05-09", "2031-05-09T10:15:48+02:00")
    other = second | {"datePublished": "2031-05-08T10:15:48+02:00"}
    assert declare(page_of(script(day) + script(other))).values("date_published") == ("2031-05-09",)
