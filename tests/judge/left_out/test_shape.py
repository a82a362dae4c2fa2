"""Left-out lines that their shape tells: numbers, prices, dates, times, addresses."""

from __future__ import annotations

import pytest
from viewing import STORY, A, B, named, seen, through

from copydesk.judge.headlines import headline

# What stands behind it is too far from the headline to be a byline's.
FAR = "<div>All seats are taken until then</div>" * 40


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("12.3K", "template/count"),
        ("12 views", "template/count"),
        ("1931234567", "template/residue"),
        ("Updatedlive1931234567", "template/residue"),
        ("Pier1931", None),
        ("#3", "template/count"),
        ("67%", "template/count"),
        ("4.5 / 5", "promo/price"),
        ("$12.99", "promo/price"),
        ("3:21 min", "template/time_alone"),
        ("5 min read", "byline/length"),
        ("18. Mai 2031", "byline/stamp"),
        ("Updated on May 9, 2031", "byline/stamp"),
        ("January, 2031", "byline/stamp"),
        ("Guide 2031", None),
        ("Gaming on ferries (2026-2035)", None),
        ("12 Quay Street, Port Ellen, +44 1496 300 600", "navigation/contact"),
        ("Call 555-010-0199 for tickets", "navigation/contact"),
        ("4면", "byline/printed"),
    ],
)
@pytest.mark.parametrize("between", [FAR, ""], ids=["far", "near"])
def test_the_shape_of_a_line_behind_the_story(between: str, line: str, said: str | None) -> None:
    view = seen(f"{STORY}{between}<div>{line}</div>", *[A, B] * 2)
    assert named(through(view, [headline.judge])).get(line) == said


@pytest.mark.parametrize(
    ("line", "far", "near"),
    [
        ("@harbour_post", "promo/follow", "byline/handle"),
        ("By Ida Sand", "promo/other_byline", "byline/by_name"),
    ],
)
def test_an_account_or_a_name_behind_by_is_the_storys_beside_its_headline(
    line: str, far: str, near: str
) -> None:
    for between, said in ((FAR, far), ("", near)):
        view = seen(f"{STORY}{between}<div>{line}</div>", *[A, B] * 2)
        assert named(through(view, [headline.judge]))[line] == said


def test_a_few_minutes_beside_the_headline_are_what_the_story_takes_to_read() -> None:
    view = seen(f"<main><h1>Ferry stays in port</h1><p>6 min</p><p>{A}</p><p>{B}</p></main>")
    assert named(through(view, [headline.judge])) == {"6 min": "byline/length"}


def test_a_line_beside_the_headline_that_says_when_it_was_published() -> None:
    stamp = "Essay - Published: 2031.05.09 | ferries | soup"
    view = seen(f"<main><h1>Ferry stays in port</h1><p>{stamp}</p><p>{A}</p><p>{B}</p></main>")
    assert named(through(view, [headline.judge])) == {stamp: "byline/stamp"}
