from __future__ import annotations

import json

import pytest

from copydesk.extract.authors.agencies import is_named_outlet
from copydesk.extract.authors.names import read_names
from copydesk.extract.authors.writers import choose_authors
from copydesk.extract.declared import Candidate, Declared
from copydesk.extract.facts import choose_agencies, facts_of
from copydesk.extract.head import read_head
from copydesk.extract.metadata import declare
from copydesk.model import Block, Form, Kind, Page, RawPage, Reason, dropped
from copydesk.read.html import read_html

A = "The ferry to Port Ellen sank on Tuesday after its engine had failed far out at sea, police said."


def page_of(head: str, body: str = "") -> Page:
    raw = RawPage(b"raw", "a.html", "0", url="https://gazette.example/ferry", url_origin="argument")
    page = read_html(raw, f"<html lang=en><head>{head}</head><body>{body}<p>{A}</p></body></html>", "u", "t")
    assert isinstance(page, Page)
    return page


def ld(*names: str) -> str:
    node = {"@type": "NewsArticle", "author": [{"name": name} for name in names]}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


@pytest.mark.parametrize(
    ("said", "people", "agencies"),
    [
        ("Ada Quill, Home and Digital Security Expert", ("Ada Quill",), ()),
        ("ADA QUILL, AP Auto Writer", ("ADA QUILL",), ("AP",)),
        ("Ada Quill, Sr. Director of Operations, 10+ Years at Sea", ("Ada Quill",), ()),
        ("Ada Quill ⋅ Founder and Editor-in-Chief ⋅", ("Ada Quill",), ()),
        ("Ada Quill, CNN", ("Ada Quill",), ("CNN",)),
        ("Ada Quill, The Port Newsroom", ("Ada Quill",), ("The Port Newsroom",)),
        ("Ada Quill, Gear Team", ("Ada Quill", "Gear Team"), ()),
        ("The Port Newsroom", ("The Port Newsroom",), ()),
        ("Digital Security Expert", ("Digital Security Expert",), ()),
    ],
)
def test_offices_and_outlets_beside_people(
    said: str, people: tuple[str, ...], agencies: tuple[str, ...]
) -> None:
    found = read_names([said])
    assert (found.authors, found.agencies) == (people, agencies)


def test_outlets_are_told_from_people_and_rooms() -> None:
    assert is_named_outlet("The Port Gazette")
    assert not is_named_outlet("The Gazette Team")
    assert not is_named_outlet("Ada Post")


def test_microdata_signs_what_nothing_else_does() -> None:
    signed = (
        "<div itemscope itemtype='https://schema.org/Article'><h1>Fog</h1>"
        "<span itemprop=author>adq/jd;rk</span></div>"
        "<div itemscope itemtype='https://schema.org/Comment'><i itemprop=author>Old Salt</i></div>"
    )
    found = declare(page_of("", signed)).candidates["authors"]
    assert [(c.value, c.origin) for c in found] == [("adq/jd", "itemprop=author"), ("rk", "itemprop=author")]
    assert declare(page_of(ld("Ada Quill"), signed)).values("authors") == ("Ada Quill",)
    comment = "<div itemscope itemtype='https://schema.org/Comment'><i itemprop=author>adq/jd</i></div>"
    assert "authors" not in declare(page_of("", comment)).candidates
    person = (
        "<p itemprop=author itemscope><img alt=x><b itemprop=name>Quill</b> writes of ports and more.</p>"
    )
    assert declare(page_of("", person)).values("authors") == ("Quill",)


def test_a_card_for_networks_may_say_who_wrote_it() -> None:
    card = (
        '<meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" content="Ada Quill">'
    )
    found = declare(page_of(card)).candidates["authors"]
    assert found == (Candidate("Ada Quill", "twitter:data1"),)
    time = (
        '<meta name="twitter:label1" content="Time to read"><meta name="twitter:data1" content="Six Minutes">'
    )
    assert "authors" not in declare(page_of(time)).candidates
    assert read_head(page_of(time).tree).all("twitter:data1") == ("Six Minutes",)


def test_names_in_small_letters_count_where_no_other_is_declared() -> None:
    small = '<meta name="author" content="ada quill">'
    assert declare(page_of(small)).values("authors") == ("ada quill",)
    assert declare(page_of(small + ld("Ann Lee"))).values("authors") == ("Ann Lee",)
    for account in ("adaquill", "ada.quill", "page.head.author", "news desk", "q_admin"):
        assert "authors" not in declare(page_of(f'<meta name="author" content="{account}">')).candidates
    assert declare(page_of('<meta name="author" content="ports.no">')).values("authors") == ("ports.no",)


def test_a_newsroom_signs_where_nobody_is_named() -> None:
    for room in ("Redaktion", "Staff", "Staff Writer", "La rédaction"):
        found = declare(page_of(ld(room)))
        assert (found.values("authors"), found.values("agencies")) == ((room,), ())
        assert declare(page_of(ld(room, "Ada Quill"))).values("authors") == ("Ada Quill",)
    printed = declare(page_of(ld("Redaktion"), "<p class=byline>By Ada Quill</p>"))
    assert printed.values("authors") == ("Ada Quill",)
    for nobody in ("editor", "admin", "Author", "Anonymous", "Posts", "Guest Author"):
        assert "authors" not in declare(page_of(ld(nobody))).candidates


def test_labels_are_no_names() -> None:
    for label in ("Show Sidebar", "Hide Caption", "Posts"):
        assert declare(page_of("", f"<h1>Fog</h1><p class=byline>{label}</p>")).values("authors") == ()


def _line(*facts: tuple[str, str]) -> Block:
    return Block(0, Kind.PARAGRAPH, "line", verdict=dropped("byline", Reason.BYLINE, "test", facts=facts))


def test_an_outlet_that_a_byline_credits_beside_a_person_is_no_author() -> None:
    declared = Declared({"authors": (Candidate("The Western Journal", "json-ld"),)})
    facts = facts_of([_line(("authors", "Ada Quill"), ("agencies", "The Western Journal"))])
    authors, among = choose_authors(declared, facts, ["gazette.example"], 1)
    assert (authors.values, among.values) == (("Ada Quill",), ("The Western Journal",))


def test_an_agency_is_named_once_under_all_its_names() -> None:
    facts = facts_of([_line(("agencies", "The Associated Press"), ("agencies", "AP"), ("agencies", "Afp"))])
    others = facts_of([_line(("agencies", "AFP"), ("agencies", "Press Trust of India"), ("agencies", "PTI"))])
    found = choose_agencies((*facts, *others), (), ["gazette.example"])
    assert found.values == ("The Associated Press", "AFP", "Press Trust of India")


def test_a_form_without_markup_declares_nobody() -> None:
    assert declare(Page(RawPage(b"", "a.txt", ""), Form.TEXT, (), "utf-8", "bom")).values("authors") == ()


def test_who_reviewed_a_story_did_not_write_it() -> None:
    names = "<a href=/author/a>Ann Lee, DVM</a>. Reviewed by <a href=/author/b>Bob Roe, DVM</a>"
    page = page_of("", f"<h1>Ferry sinks</h1><div class=author-line>By {names}</div>")
    assert declare(page).values("authors") == ("Ann Lee, DVM",)


@pytest.mark.parametrize(
    "caption",
    [
        "<figure><img src=p.jpg><figcaption>The pier. <i class=image-author>{}</i></figcaption></figure>",
        "<div class=media><p class=media__caption>The pier. <i class=media__caption--author>{}</i></p></div>",
    ],
)
def test_who_took_a_picture_did_not_write_the_story(caption: str) -> None:
    head = f"<h1>Ferry sinks off Port Ellen</h1>{caption.format('Ann Lens')}"
    assert declare(page_of("", head)).values("authors") == ()
    signed = head + "<p class=author>Jane Doe</p>"
    assert declare(page_of("", signed)).values("authors") == ("Jane Doe",)
    portrait = "<figure class=author><figcaption><i class=author-name>Jane Doe</i></figcaption></figure>"
    assert declare(page_of("", f"<h1>Ferry sinks</h1>{portrait}")).values("authors") == ("Jane Doe",)
