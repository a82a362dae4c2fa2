"""Left-out lines that the lines in one box with them tell."""

from __future__ import annotations

from viewing import STORY, A, B, behind, named, seen, through

from copydesk.judge.navigation import navigation
from copydesk.judge.promos import promos


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


def test_small_print_in_a_box_to_sign_up_is_of_the_box() -> None:
    box = (
        "<section><p>Harbour Inside with Ida Sand</p><p>Sign up for our newsletter</p>"
        "<p>By signing up, you agree to our terms.</p></section>"
    )
    found = named(through(seen(STORY + box), [promos.judge]))
    assert found["Harbour Inside with Ida Sand"] == "promo/boxed"


def test_what_stands_with_a_label_alone_is_a_headline_or_nothing() -> None:
    card = "<div><p>Video</p><p>The old pier is to be torn down</p></div>"
    found = named(through(seen(f"{STORY}<div>{card}</div>"), [navigation.judge]))
    assert found == {"The old pier is to be torn down": "promo/other_stories"}


def test_lines_in_one_box_with_lines_that_are_told() -> None:
    lines = "<h4>The whole harbour</h4><p>Tides, ferries and rafts</p>"
    found = behind(f"<section>{lines}<p><a href=/a>Get it</a></p></section>")
    assert found["Get it"] == "promo/button"
    assert found["The whole harbour"] == found["Tides, ferries and rafts"] == "promo/boxed"
    many = "".join(f"<p>Raft number {n}</p>" for n in range(6))
    assert "The whole harbour" not in behind(f"<section>{lines}{many}<p><a href=/a>Get it</a></p></section>")


def test_an_article_of_which_nothing_is_read_is_another_one() -> None:
    other = (
        "<article><div><span>Old pier</span></div><p>The old pier is to be torn down in spring.</p></article>"
    )
    found = named(seen(f"<article><h1>Ferry stays in port</h1><p>{A}</p>{other}<p>{B}</p></article>"))
    assert set(found.values()) == {"promo/other_stories"}
    assert len(found) == 2


def test_an_entry_that_offers_something_makes_no_promo_of_its_menu() -> None:
    entries = "".join(f"<li><a href=/{n}>{n}</a></li>" for n in ("Subscribe", "Ropes", "Press"))
    found = named(through(seen(f"{STORY}<ul>{entries}</ul>"), [promos.judge]))
    assert found == {"Ropes": "navigation/menu", "Press": "navigation/menu"}
    card = "<ul><li><a href=/raft>Raft</a><p><a href=/buy>Subscribe</a></p></li></ul>"
    assert named(through(seen(STORY + card), [promos.judge])) == {"Raft": "promo/boxed"}
