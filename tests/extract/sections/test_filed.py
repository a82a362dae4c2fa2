from __future__ import annotations

import pytest

from copydesk.extract.declare import declare
from copydesk.extract.sections.filed import filed_under
from copydesk.model import Page, RawPage, Reason, dropped, kept
from copydesk.read.html import read_html

A = "The ferry to Port Ellen sank on Tuesday after its engine had failed far out at sea, police said."


def section(head: str = "", menu: str = "", classes: str = "") -> str | None:
    """What a story is filed under, by the head of its page, its menu and the classes around it."""
    markup = f"<html><head>{head}</head><body><p>{menu}</p><article class='{classes}'><p>{A}</p></article>"
    page = read_html(RawPage(b"raw", "a.html", "0"), markup, "utf-8", "test")
    assert isinstance(page, Page)
    menus = dropped("menu", Reason.NAVIGATION, "test")
    for block in page.blocks:
        object.__setattr__(block, "verdict", kept("body") if block.text == A else menus)
    return filed_under(page, declare(page), page.blocks, page.blocks[-1:]).value


@pytest.mark.parametrize(
    ("noted", "menu", "name"),
    [
        ("formula-1", "Formula 1", "Formula 1"),
        ("mental-health, sleep", "Mental Health", "Mental Health"),
        ("kueche", "Küche", "Küche"),
        ("formula-1", "Football", None),
        ("uncategorized", "Uncategorized", None),
    ],
)
def test_a_name_that_software_notes_is_the_section_where_readers_see_it(
    noted: str, menu: str, name: str | None
) -> None:
    assert section(f"<meta name='DCSext.Channel' content='{noted}'>", menu) == name


@pytest.mark.parametrize(
    ("classes", "name"),
    [
        ("post category-islands", "Islands"),
        ("post category-islands category-featured", "Islands"),
        ("post category-islands category-ferries", None),
        ("post category-ferries", None),
        ("post", None),
    ],
)
def test_one_category_in_the_classes_around_a_story_is_its_section(classes: str, name: str | None) -> None:
    assert section(menu="Islands", classes=classes) == name


def test_the_first_of_the_usual_places_that_names_a_section_has_it() -> None:
    head = "<meta property='og:site_name' content='Gazette'>"
    head += "<meta property='article:section' content='Gazette'><meta name='parsely-section' content='Ports'>"
    page = read_html(
        RawPage(b"raw", "a.html", "0"),
        f"<html><head>{head}</head><body><p>{A}</p></body></html>",
        "utf-8",
        "test",
    )
    assert isinstance(page, Page)
    assert declare(page).first("section") == "Ports"


@pytest.mark.parametrize(
    ("noted", "keywords", "name"),
    [
        ("regatta-2", "Ferries, Regatta 2", "Regatta 2"),
        ("regatta-2", "Ferries, Regatta 3", None),
        ("news", "News, Ferries", None),
    ],
)
def test_a_name_that_software_notes_is_the_section_where_a_tag_is_called_so(
    noted: str, keywords: str, name: str | None
) -> None:
    head = f"<meta name='DCSext.Channel' content='{noted}'><meta name=keywords content='{keywords}'>"
    assert section(head, "Football") == name
