"""Left-out lines that their own wording tells."""

from __future__ import annotations

import pytest
from viewing import STORY, A, B, named, seen, through

from copydesk.judge import headline

# What stands behind it is too far from the headline to be a byline's.
FAR = "<div>All seats are taken until then</div>" * 40


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Vi rapporterer fra Havneby", "byline/reported_from"),
        ("Wordcount: 640", "byline/length"),
        ("Your browser is too old for our pages. Please update it.", "notice/browser_note"),
        ("Create an account or sign in to read on.", "promo/sign_up"),
        ("You have been successfully subscribed!", "promo/sign_up"),
        ("See it now: Harbour Stores", "promo/shop"),
        ("Back to Gallery", "navigation/frame"),
        ("Tamaño de letra", "navigation/frame"),
        ("Mit Video", "navigation/label"),
        (
            "As you comment, please be kind to other readers of the Post.",
            "comments/comments_note",
        ),
        ("Dieser Artikel wurde im Original veröffentlicht auf Dänisch", "notice/syndication"),
        ("Aus: Ausgabe vom 03.05.2031, Seite 7", "byline/printed"),
        ("doi: https://doi.org/10.1000/harbour", "credit/citation"),
        ("vor 2 Std.", "byline/stamp"),
        ("Tweets by @harbourpost", "promo/follow"),
        ("Beitrag von Ida Sand", "byline/by_name"),
    ],
)
def test_a_phrase_tells_of_a_line_that_was_left_out_what_it_is(line: str, said: str) -> None:
    assert named(seen(f"{STORY}<div><p>{line}</p></div>"))[line] == said


def test_no_phrase_strikes_a_line_of_the_story_or_names_one_that_runs_on() -> None:
    line = "Also at stake are the jobs of the nine people who load and unload the ferry at night."
    assert named(seen(f"<main><h1>Ferry stays</h1><p>{A}</p><p>{line}</p><p>{B}</p></main>")) == {}
    assert named(seen(f"<main><h1>Ferry stays</h1><p>{A}</p><p>{line}</p><p>{B}</p></main>", line)) == {}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("12.3K", "template/count"),
        ("1931234567", "template/residue"),
        ("3:21 min", "template/time_alone"),
        ("18. Mai 2031", "byline/stamp"),
        ("@harbour_post", "promo/follow"),
        ("By Ida Sand", "promo/other_byline"),
        ("12 Quay Street, Port Ellen, +44 1496 300 600", "navigation/contact"),
        ("4면", "byline/printed"),
    ],
)
def test_the_shape_of_a_line_behind_the_story(line: str, said: str) -> None:
    view = seen(f"{STORY}{FAR}<div>{line}</div>", *[A, B] * 2)
    assert named(through(view, [headline.judge]))[line] == said


def test_who_publishes_the_page_is_said_around_the_story_alone() -> None:
    line = "Telefon 040 1234"
    assert named(seen(f"<main><h1>Ferry stays</h1><p>{A}</p><p>{line}</p><p>{B}</p></main>")) == {}
    assert named(seen(f"{STORY}<p>{line}</p>")) == {line: "notice/imprint"}


def test_a_post_of_a_network_is_called_so_and_stays_outside() -> None:
    post = "<blockquote class=twitter-tweet><p>Ferry stays in port.</p>— Ida (@ida) May 1, 2031</blockquote>"
    found = named(seen(f"<main><h1>Ferry stays</h1><p>{A}</p>{post}<p>{B}</p></main>"))
    assert set(found.values()) == {"outside/embedded_post"}
