"""Left-out lines that their own words tell."""

from __future__ import annotations

import pytest
from viewing import STORY, A, B, named, seen, through

from copydesk.judge.headlines import headline


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Vi rapporterer fra Havneby", "byline/reported_from"),
        ("Wordcount: 640", "byline/length"),
        ("Read time: 14 min", "byline/length"),
        ("Your browser is too old for our pages. Please update it.", "notice/browser_note"),
        ("Please enable JavaScript to see the tides.", "notice/browser_note"),
        ("Create an account or sign in to read on.", "promo/sign_up"),
        ("You have been successfully subscribed!", "promo/sign_up"),
        ("See it now: Harbour Stores", "promo/shop"),
        ("Back to Gallery", "navigation/frame"),
        ("Tamaño de letra", "navigation/frame"),
        ("Mit Video", "navigation/label"),
        ("As you comment, please be kind to other readers of the Post.", "comments/comments_note"),
        ("Dieser Artikel wurde im Original veröffentlicht auf Dänisch", "notice/syndication"),
        ("Aus: Ausgabe vom 03.05.2031, Seite 7", "byline/printed"),
        ("doi: https://doi.org/10.1000/harbour", "credit/citation"),
        ("vor 2 Std.", "byline/stamp"),
        ("Unless otherwise indicated, copyright in all of this is the Post's.", "notice/copyright"),
        ("Tweets by @harbourpost", "promo/follow"),
        ("Connect with us!", "promo/follow"),
        ("Beitrag von Ida Sand", "byline/by_name"),
        ("Written by", "byline/byline_label"),
        ("Table of content", "navigation/contents"),
        ("Oops! Something went wrong while submitting the form.", "navigation/form_reply"),
        ("Was this article helpful?", "promo/opinion"),
        ("No posts", "promo/other_stories"),
        ("More on the old pier", "promo/other_stories"),
        ("Let's talk", "promo/appeal"),
        ("Die Fähre fällt aus. Hier finden Sie alle unsere Inhalte zum Hafen.", "promo/appeal"),
        ("Words & images: Ada Quill", "credit/credit_line"),
        ("Image credits: Ada Quill", "caption/picture_credit"),
        ("Source", "credit/sources"),
        ("Filed under: Harbours", "section_label/filed"),
        ("Hi, I'm Ada and I sail.", "author_bio/author_words"),
        ("I'm a sailor by night.", "author_bio/author_words"),
        ("Im Hafen liegen neun Fähren.", None),
        ("84% of people found this useful", None),
        ("The ferry of the year has a new engine and...", None),
        ("All seats taken", None),
    ],
)
def test_a_phrase_tells_of_a_line_that_was_left_out_what_it_is(line: str, said: str | None) -> None:
    assert named(seen(f"{STORY}<div><p>{line}</p></div>")).get(line) == said


def test_no_phrase_strikes_a_line_of_the_story_or_names_one_that_runs_on() -> None:
    line = "Also at stake are the jobs of the nine people who load and unload the ferry at night."
    assert named(seen(f"<main><h1>Ferry stays</h1><p>{A}</p><p>{line}</p><p>{B}</p></main>")) == {}
    assert named(seen(f"<main><h1>Ferry stays</h1><p>{A}</p><p>{line}</p><p>{B}</p></main>", line)) == {}


def test_who_publishes_the_page_is_said_around_the_story_alone() -> None:
    line = "Telefon 040 1234"
    assert named(seen(f"<main><h1>Ferry stays</h1><p>{A}</p><p>{line}</p><p>{B}</p></main>")) == {}
    assert named(seen(f"{STORY}<p>{line}</p>")) == {line: "notice/imprint"}


def test_a_line_beside_the_headline_that_says_who_read_the_story() -> None:
    head = "<h1>Ferry stays in port</h1><p>Reviewed by Ada Quill, captain of the Anna</p>"
    view = seen(f"<main>{head}<p>{A}</p><p>{B}</p></main>")
    assert set(named(through(view, [headline.judge])).values()) == {"byline/by_name"}
