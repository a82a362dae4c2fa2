"""Logos beside a headline, of whose story it is."""

from __future__ import annotations

import pytest
from lxml import html

from copydesk.extract.authors.logos import LOGO, logo_agency
from copydesk.extract.metadata import declare
from copydesk.model import Page, RawPage
from copydesk.read.html import read_html

LOGO_OF = "<span class=partner><a href='/x'><img src=x.png alt='{}'></a></span>"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (f"<header>{LOGO_OF.format('NBC News')}<h1>Fog</h1></header>", "NBC News"),
        (f"<header><div><h1>Fog</h1></div>{LOGO_OF.format('Reuters logo')}</header>", "Reuters"),
        (f"<header>{LOGO_OF.format('BBC')}<h1>Fog</h1></header>", None),
        (f"<header>{LOGO_OF.format('The harbour')}<h1>Fog</h1></header>", None),
        (f"<header>{LOGO_OF.format('Agencies')}<h1>Fog</h1></header>", None),
        ("<header><img src=x.jpg alt=Reuters><h1>Fog</h1></header>", None),
        (f"<header><div><div><h1>Fog</h1></div></div>{LOGO_OF.format('Reuters')}</header>", None),
        (f"{LOGO_OF.format('Reuters')}<h1>Fog</h1>", None),
    ],
)
def test_a_logo_in_the_box_of_the_headline_says_whose_story_it_is(head: str, name: str | None) -> None:
    page = html.document_fromstring(f"<body>{head}<p>It was late.</p></body>")
    assert logo_agency(page, {"bbc"}) == name


def test_it_is_among_what_the_page_declares() -> None:
    head = f"<header>{LOGO_OF.format('NBC News')}<h1>Fog at the pier</h1></header><p>It was late.</p>"
    page = read_html(RawPage(b"", "a.html", "0"), f"<html><body>{head}</body></html>", "u", "t")
    assert isinstance(page, Page)
    assert [(c.value, c.origin) for c in declare(page).candidates["agencies"]] == [("NBC News", LOGO)]
