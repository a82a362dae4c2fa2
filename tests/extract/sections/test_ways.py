from __future__ import annotations

import json

import pytest
from lxml.html import document_fromstring

from copydesk.extract.jsonld import read_graph
from copydesk.extract.sections.crumbs import crumb_section
from copydesk.extract.sections.rubric import own_folder
from copydesk.extract.sections.ways import shown_way
from copydesk.model import Page, RawPage
from copydesk.read.html import read_html

A = "The ferry to Port Ellen sank on Tuesday after its engine had failed far out at sea, police said."
URL = "https://www.gazette.example/news/islands/the-ferry-is-late-again.html"


def section(markup: str, url: str = URL) -> str | None:
    """The section to which the links of a page lead."""
    link = f"<link rel=canonical href='{url}'>"
    html = f"<html><head>{link}</head><body>{markup}<article><p>{A}</p></article></body></html>"
    page = read_html(RawPage(b"raw", "a.html", "0"), html, "utf-8", "test")
    assert isinstance(page, Page)
    return shown_way(page, ("Gazette",), ("The ferry is late again", "Jane Doe")).value


def folder(markup: str, url: str = URL) -> str | None:
    """The section that a link to the folder of the address names."""
    return own_folder(document_fromstring(f"<body>{markup}<p>{A}</p>"), url).value


def trail(*steps: tuple[str, str], name: str = "class=breadcrumb") -> str:
    return f"<nav {name}>{''.join(f'<a href={href}>{text}</a>' for text, href in steps)}</nav>"


HOME, NEWS, SEA = ("Home", "/"), ("News", "/news/"), ("Sea and Shore", "/topics/sea")


@pytest.mark.parametrize(
    ("steps", "name"),
    [
        ((HOME, NEWS, ("Islands", "/news/islands")), "Islands"),
        ((HOME, SEA), "Sea and Shore"),
        # The step that the address is under goes before one that it is not.
        ((HOME, ("Harbours", "/news"), ("Jetties", "/jetties")), "Harbours"),
        ((HOME, NEWS), None),
        ((HOME, ("The ferry is late again", "/a")), None),
        ((HOME, ("Jane Doe", "/news/islands")), None),
        ((HOME, ("Gazette", "/gazette")), None),
        ((HOME, ("Blog", "/blog")), None),
        ((HOME, ("Back to ports", "/ports")), None),
        ((HOME, ("2031", "/2031")), None),
        ((HOME, ("Ports", "https://elsewhere.example/ports")), None),
        ((HOME, ("What is in the harbour tonight", "/tonight")), None),
        (tuple((f"Port {n}", f"/port/{n}") for n in "abcdefgh"), None),
    ],
)
def test_the_trail_to_a_page_leads_to_its_section(
    steps: tuple[tuple[str, str], ...], name: str | None
) -> None:
    assert section(trail(*steps)) == name


@pytest.mark.parametrize(
    "name", ["id=breadCrumb", "aria-label=Breadcrumb", "class='page-crumbs x'", "itemtype=BreadcrumbList"]
)
def test_a_trail_is_known_by_any_of_its_names(name: str) -> None:
    assert section(trail(HOME, SEA, name=name)) == "Sea and Shore"


@pytest.mark.parametrize("name", ["class=rumble", "class=menu"])
def test_other_rows_of_links_are_no_trail(name: str) -> None:
    assert section(trail(HOME, SEA, name=name)) is None


@pytest.mark.parametrize(
    ("menu", "name"),
    [
        ("<a href=/news>News</a> <a href=/sport>Sport</a>", None),
        ("<a href=/news>News</a> <a href=/news/islands/>Islands</a>", "Islands"),
        ("<a href=/news/islands>Where the ferry goes</a>", None),
        ("<a href=/sport>Islands</a>", None),
        ("<a href=/news/islands>islands</a>", None),
    ],
)
def test_the_address_is_under_an_entry_of_the_menu(menu: str, name: str | None) -> None:
    assert folder(menu) == name


def test_a_folder_that_holds_all_stories_is_no_section() -> None:
    assert folder("<a href=/blog>Blog</a>", "https://gazette.example/blog/the-ferry-is-late.html") is None
    menu = "<a href=/ports>Ports</a>"
    assert folder(menu, "https://gazette.example/ports/the-ferry-is-late.html") == "Ports"
    assert folder(menu, "https://gazette.example/the-ferry-is-late.html") is None


@pytest.mark.parametrize(
    ("last", "name"),
    [
        ("https://gazette.example/news/islands", "Islands"),
        ("https://gazette.example/news/islands/late", "News"),
    ],
)
def test_the_last_step_of_a_declared_trail_counts_where_the_address_is_under_it(last: str, name: str) -> None:
    steps = [{"name": "News", "item": "https://gazette.example/news"}, {"name": "Islands", "item": last}]
    graph = read_graph([json.dumps({"@type": "BreadcrumbList", "itemListElement": steps})])
    url = "https://gazette.example/news/islands/late"
    assert [c.value for c in crumb_section(graph, (), url)] == [name]


def test_links_to_many_folders_of_which_none_leads_to_the_page_are_no_trail() -> None:
    sisters = [(name, f"/{name.lower()}/") for name in ("Ports", "Islands", "Weather", "Boats")]
    assert section(trail(HOME, *sisters[:2])) == "Islands"
    assert section(trail(HOME, *sisters), "https://www.gazette.example/sea/the-ferry-is-late.html") is None


def test_a_folder_of_the_address_may_be_spelled_without_accents() -> None:
    url = "https://gazette.example/news/kueste-und-haefen/2031/fog"
    assert folder("<a href='/news/kueste-und-haefen/'>Küste und Häfen</a>", url) == "Küste und Häfen"


def test_a_step_of_a_trail_may_ask_for_its_section() -> None:
    assert section(trail(HOME, ("Tide Tables", "/stories?topic=Tide%20Tables"))) == "Tide Tables"
    assert section(trail(HOME, ("Tide Tables", f"{URL}?print=1"))) is None
