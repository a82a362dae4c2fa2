from __future__ import annotations

import pytest
from viewing import marked_up, pasted, stays, struck, through

from copydesk.judge.promos import promos
from copydesk.judge.story import endings

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."


@pytest.mark.parametrize(
    ("below", "reason"),
    [
        ("", "outside"),
        ("<p>Sign up for our daily newsletter.</p>", "promo"),
        ("<aside class=more><p><a href=/x>The pier of Port Ellen</a></p></aside>", "promo"),
    ],
)
def test_a_heading_behind_the_story_goes_with_what_it_announced(below: str, reason: str) -> None:
    view = marked_up(
        f"<article><p>{A}</p><h2>How it began</h2><p>{B}</p><h2>Want more?</h2>{below}</article>"
    )
    view = through(view, [promos.judge])
    found = endings.judge(view)
    assert struck(view, found) == {"Want more?": reason}
    assert "How it began" in stays(view, found)


def test_a_page_made_of_headings_keeps_them() -> None:
    names = "".join(f"<h2>Boat number {n}</h2>" for n in range(5))
    assert endings.judge(marked_up(f"<article><p>{A}</p>{names}</article>")) == {}


def test_a_pasted_page_has_no_headings_to_tell() -> None:
    assert endings.judge(pasted(f"{A}\n\n{B}\n\nWant more?")) == {}


def test_headings_of_a_word_at_the_end_are_tags() -> None:
    names = "".join(f"<h3>{name}</h3>" for name in ("Ferries", "Port Ellen", "Weather", "Islands"))
    view = marked_up(f"<article><p>{A}</p><p>{B}</p>{names}</article>")
    found = endings.judge(view)
    assert set(struck(view, found)) == {"Ferries", "Port Ellen", "Weather", "Islands"}
    assert {verdict.rule for verdict in found.values()} == {"tags"}


def test_a_last_line_that_announces_other_stories_goes_with_them() -> None:
    body = f"<article><p>{A}</p><p>{B}</p><p>More of the ferry:</p>{{}}</article>"
    view = marked_up(body.format("<p>Read more: The harbour wall has held</p>"))
    view = through(view, [promos.judge])
    assert struck(view, endings.judge(view)) == {"More of the ferry:": "promo"}
    assert endings.judge(marked_up(body.format(""))) == {}


def test_a_last_label_with_nothing_below_it_goes() -> None:
    view = marked_up(f"<article><p>{A}</p><p>{B}</p><p>Sources:</p></article>")
    assert struck(view, endings.judge(view)) == {"Sources:": "outside"}


def test_a_label_above_struck_links_goes_and_one_above_more_stays() -> None:
    read = "<p>Worth a look:</p><p><a href=/x>Read more: The harbour wall has held</a></p>"
    view = through(marked_up(f"<article><p>{A}</p>{read}<p>{B}</p></article>"), [promos.judge])
    assert struck(view, endings.judge(view)) == {"Worth a look:": "promo"}
    listed = read.replace("<p><a", "<ul><li><a").replace("</a></p>", "</a></li><li>Soup, hot</li></ul>")
    view = through(marked_up(f"<article><p>{A}</p>{listed}<p>{B}</p></article>"), [promos.judge])
    assert endings.judge(view) == {}


def test_a_last_heading_with_an_address_to_write_to_asks_for_it() -> None:
    last = "<h3>Want to talk about it? <a href='mailto:quay@example.org'>Write to us</a></h3>"
    view = marked_up(f"<article><p>{A}</p><p>{B}</p>{last}</article>")
    assert set(struck(view, endings.judge(view)).values()) == {"promo"}


def test_a_day_that_heads_nothing_is_a_stamp() -> None:
    view = marked_up(f"<article><p>{A}</p><p>{B}</p><h2>Tuesday, 27 August 2030</h2></article>")
    assert struck(view, endings.judge(view)) == {"Tuesday, 27 August 2030": "byline"}


@pytest.mark.parametrize(("name", "stays_"), [("app-access-wall", True), ("wallpaper", False)])
def test_a_subhead_that_a_wall_cuts_off_is_the_story_s(name: str, stays_: bool) -> None:
    wall = f"<aside class='more {name}'><h2>Enjoying our tales? Log in to go on</h2></aside>"
    teaser = f"<p>{A}</p><p>{B}</p><h2><b>How the pier was mended</b></h2>"
    view = marked_up(f"<article><div>{teaser}</div>{wall}</article>")
    assert ("How the pier was mended" in stays(view, endings.judge(view))) is stays_
    apart = marked_up(f"<article><p>{A}</p><p>{B}</p><div><div><h2>More</h2></div></div>{wall}</article>")
    assert "More" not in stays(apart, endings.judge(apart))
