"""Left-out lines that the lines above and below them tell."""

from __future__ import annotations

from dataclasses import replace

from viewing import STORY, A, B, behind, named, seen, through

from copydesk.judge.bios import bios
from copydesk.judge.hidden import hidden
from copydesk.judge.promos import links
from copydesk.model import Reason, dropped

ROW = "".join(
    f"<div class=item><h3>{head}</h3></div>"
    for head in ("Harbour wants a new crane", "Old pier to be torn down", "Mayor resigns over ferry deal")
)


def test_headings_in_a_row_behind_the_story_are_of_other_stories() -> None:
    found = named(seen(f"{STORY}<section>{ROW}</section>"))
    assert set(found.values()) == {"promo/headline_row"}
    assert len(found) == 3
    assert named(seen(f"{STORY}<section>{ROW.replace('h3>', 'p>')}</section>")) == {}


def test_items_below_a_heading_of_sources_are_sources() -> None:
    items = "<h4>Verwendete Quellen</h4><ul><li>Eigene Recherche</li><li>Hafenbuch</li></ul>"
    found = named(seen(f"<main><h1>Ferry stays</h1><p>{A}</p><p>{B}</p>{items}</main>"))
    assert set(found.values()) == {"credit/sources"}
    assert len(found) == 3


def test_a_heading_in_one_box_with_a_link_that_stands_alone_goes_with_it() -> None:
    box = "<div><h4>#7 Ida Sand on boats, nets and weather</h4><p><a href=/x>Harbour talk</a></p></div>"
    found = named(seen(f"<main><h1>Ferry stays in port</h1><p>{A}</p>{box}<p>{B}</p></main>"))
    assert set(found.values()) == {"promo/link", "promo/above_link"}


def test_sentences_go_on_below_one_about_whoever_writes() -> None:
    extra = (
        "<div><p>Hi, I'm Ada and I sail.</p><p>Each quay of the islands has seen me with a bucket.</p></div>"
    )
    assert behind(extra)["Each quay of the islands has seen me with a bucket."] == "author_bio/about_author"


def test_a_label_between_numbers_goes_with_them() -> None:
    found = behind("<p>86%</p><p>Berths taken</p><p>36,894</p><p>Whoever sails</p>")
    assert found["Berths taken"] == "promo/between"
    assert "Whoever sails" not in found


def test_short_links_in_a_row_above_the_headline_are_a_menu() -> None:
    links = "".join(
        f"<div><a href=/{name}>{name}</a></div>" for name in ("Harbour", "Town", "Islands", "Boats")
    )
    found = named(seen(links + STORY))
    assert found == dict.fromkeys(("Harbour", "Town", "Islands", "Boats"), "navigation/menu")


def test_a_line_between_other_stories_and_the_one_above_them_go_with_them() -> None:
    card = "<div class=teaser><a href=/{0}>Harbour number {0} wants a new crane</a></div>"
    extra = f"<p>Still open</p>{card.format(1)}<p>12 May</p>{card.format(2)}<p>All seats taken</p>"
    found = named(seen(f"{STORY}<p>{A}</p><p>{B}</p>{extra}"))
    assert found["12 May"] == "promo/between"
    assert found["Still open"] == "promo/heads"
    assert "All seats taken" not in found


def test_a_line_between_an_author_s_name_and_what_is_said_of_them_goes_with_both() -> None:
    card = (
        "<div><h4>Mara Quill</h4><div><p>Ferry desk, Marsk</p></div>"
        "<p>Mara Quill is a reporter who sails for a living.</p></div>"
    )
    found = named(through(seen(STORY + card, authors=("Mara Quill",)), [bios.judge]))
    assert found["Ferry desk, Marsk"] == "author_bio/between"


def test_what_is_hidden_parts_no_list_from_its_head() -> None:
    box = "<div><h4>Kortversjonen</h4><p hidden>Press to close</p><ul><li>Tides</li><li>Boats</li></ul></div>"
    view = through(seen(f"<main><h1>Ferry stays</h1>{box}<p>{A}</p><p>{B}</p></main>"), [hidden.judge])
    assert set(named(view).values()) == {"duplicate/short_version"}


def test_links_of_a_word_or_two_on_one_line_are_a_menu_among_headlines_too() -> None:
    card = "<div><h3><a href=/{0}>Harbour number {0} wants a new crane</a></h3></div>"
    cards = "".join(card.format(n) for n in range(4))
    row = "<a href=/live>LIVE TV</a> <a href=/v>Videos</a> <a href=/p>Photos</a>"
    extra = (
        f"<section><div><div><div><p>{row}</p></div></div></div><div><p>Pictures</p>{cards}</div></section>"
    )
    assert behind(extra)["LIVE TV Videos Photos"] == "navigation/menu"


def test_what_a_card_is_filed_under_is_no_menu() -> None:
    tags = (
        "<p><a href=/t/1>Quay</a> <a href=/t/2>Pier</a> <a href=/t/3>Old boats</a> <a href=/t/4>Nets</a></p>"
    )
    card = f"<div><h3><a href=/{{0}}>Harbour number {{0}} wants a new crane</a></h3>{tags}</div>"
    cards = "".join(card.format(n) for n in range(4))
    assert behind(f"<section>{cards}</section>")["Quay Pier Old boats Nets"] == "promo/other_stories"


def test_an_entry_between_two_of_small_print_is_none_in_a_menu_of_all_sorts() -> None:
    names = ("Tide tables", "Terms", "Our app", "Cookie notice", *(f"Pier {n}" for n in range(8)))
    small = {"Terms", "Cookie notice"}
    items = "".join(f"<li><a href=/{n}>{text}</a></li>" for n, text in enumerate(names))
    short = "".join(f"<li><a href=/{n}>{text}</a></li>" for n, text in enumerate(names[1:4]))
    for box, reason in ((items, "navigation"), (short, "notice")):
        view = seen(f"{STORY}<div class=c7><ul>{box}</ul></div>")
        print_ = dropped("notice_link", Reason.NOTICE, "")
        view = replace(view, verdicts={b.index: print_ for b in view.blocks if b.text in small})
        assert named(view)["Our app"].startswith(reason)


def test_the_list_below_the_heading_of_a_box_goes_with_it() -> None:
    items = "".join(
        f"<li><b>Harbour {n}:</b> <a href=/{n}>The crane has been mended again</a></li>" for n in range(3)
    )
    box = f"<h3>Told for you alone</h3><ul>{items}</ul>"
    body = f"<main><h1>Ferry stays in port</h1><p>{A}</p>{box}<p>{B}</p></main>"
    view = through(seen(body, "Told for you alone"), [links.judge])
    found = named(view)
    assert {said for text, said in found.items() if text.startswith("Harbour")} == {"promo/box_heading"}
