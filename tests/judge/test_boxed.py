"""Left-out lines that the lines around them tell."""

from __future__ import annotations

from viewing import STORY, A, B, named, seen, through

from copydesk.judge import navigation, promos

ROW = "".join(
    f"<div class=item><h3>{head}</h3></div>"
    for head in ("Harbour wants a new crane", "Old pier to be torn down", "Mayor resigns over ferry deal")
)


def test_a_line_is_what_all_the_others_in_its_box_are() -> None:
    box = "<section><h3>Tide table of the week</h3><p>Sign up for our newsletter</p></section>"
    found = named(through(seen(STORY + box), [promos.judge]))
    assert found == {"Tide table of the week": "promo/heads"}
    box = "<section><p>Tide tables come on Monday mornings.</p><p>Sign up for our newsletter</p></section>"
    found = named(through(seen(STORY + box), [promos.judge]))
    assert found == {"Tide tables come on Monday mornings.": "promo/boxed"}


def test_a_box_with_a_line_of_the_story_or_of_several_sorts_tells_nothing() -> None:
    line = "Tide tables come on Monday mornings."
    mixed = f"<section><p>{line}</p><p>Sign up for our newsletter</p><p>Doi: 10.1000/1</p></section>"
    assert named(through(seen(STORY + mixed), [promos.judge])).get(line) != "promo/boxed"
    kept = (
        f"<main><h1>Ferry</h1><div><p>{A}</p><p>{line}</p><p>Sign up for our newsletter</p></div><p>{B}</p>"
    )
    assert line not in named(through(seen(f"{kept}</main>"), [promos.judge]))


def test_headings_in_a_row_behind_the_story_are_of_other_stories() -> None:
    found = named(seen(f"{STORY}<section>{ROW}</section>"))
    assert set(found.values()) == {"promo/headline_row"}
    assert len(found) == 3
    assert named(seen(f"{STORY}<section>{ROW.replace('h3>', 'p>')}</section>")) == {}


def test_what_stands_with_a_label_alone_is_a_headline_or_nothing() -> None:
    card = "<div><p>Video</p><p>The old pier is to be torn down</p></div>"
    found = named(through(seen(f"{STORY}<div>{card}</div>"), [navigation.judge]))
    assert found == {"The old pier is to be torn down": "promo/other_stories"}


def test_items_below_a_heading_of_sources_are_sources() -> None:
    items = "<h4>Verwendete Quellen</h4><ul><li>Eigene Recherche</li><li>Hafenbuch</li></ul>"
    found = named(seen(f"<main><h1>Ferry stays</h1><p>{A}</p><p>{B}</p>{items}</main>"))
    assert set(found.values()) == {"credit/sources"}
    assert len(found) == 3


def test_small_print_in_a_box_to_sign_up_is_of_the_box() -> None:
    box = (
        "<section><p>Harbour Inside with Ida Sand</p><p>Sign up for our newsletter</p>"
        "<p>By signing up, you agree to our terms.</p></section>"
    )
    found = named(through(seen(STORY + box), [promos.judge]))
    assert found["Harbour Inside with Ida Sand"] == "promo/boxed"


def test_a_heading_in_one_box_with_a_link_that_stands_alone_goes_with_it() -> None:
    box = "<div><h4>#7 Ida Sand on boats, nets and weather</h4><p><a href=/x>Harbour talk</a></p></div>"
    found = named(seen(f"<main><h1>Ferry stays in port</h1><p>{A}</p>{box}<p>{B}</p></main>"))
    assert set(found.values()) == {"promo/link", "promo/above_link"}


def test_an_article_of_which_nothing_is_read_is_another_one() -> None:
    other = (
        "<article><div><span>Old pier</span></div><p>The old pier is to be torn down in spring.</p></article>"
    )
    found = named(seen(f"<article><h1>Ferry stays in port</h1><p>{A}</p>{other}<p>{B}</p></article>"))
    assert set(found.values()) == {"promo/other_stories"}
    assert len(found) == 2
