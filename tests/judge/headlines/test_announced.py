from __future__ import annotations

from dataclasses import replace

from sites.profiles import page, profile, view

from copydesk.extract.declared import Candidate, Declared
from copydesk.judge.headlines.announced import announced_headlines, announces_pictures
from copydesk.judge.site import judge

SITE = profile('[[drop]]\nname = "watch"\nstarts = "Watch:"\nreason = "promo"\n')
HEADLINE = "Watch: Goat Rides The Ferry To Orsha"
OTHER = "Watch: Storm Tears The Roof Off A Mill"
STAMP = "Updated: May 3, 2031 14:11"
STORY = [
    "A goat rode the ferry over Lake Orsha and back on Monday, and nobody aboard knew whose it was.",
    "It went ashore at the pier of Old Orsha, where it ate the timetable, the harbor office said.",
    "The ferry will go by the old timetable until a new one has been printed, it said.",
]


def dropped(lines: list[str]) -> list[str]:
    read = page("\n\n".join(lines))
    return [read.blocks[at].text for at in judge(view(read, SITE))]


def test_a_headline_that_begins_as_a_promo_is_none_above_the_stamp() -> None:
    assert dropped([HEADLINE, STAMP, *STORY]) == []
    assert dropped(["News", HEADLINE, HEADLINE, "Nobody knew whose it was.", STAMP, *STORY]) == []


def test_the_same_words_are_a_promo_in_the_story_and_without_a_stamp() -> None:
    assert dropped([HEADLINE, STAMP, STORY[0], OTHER, *STORY[1:]]) == [OTHER]
    assert dropped([HEADLINE, *STORY]) == [HEADLINE]


def test_of_two_lines_above_the_stamp_the_likelier_one_is_the_headline() -> None:
    read = page("\n\n".join([OTHER, "Goat rides the ferry to Orsha", STAMP, *STORY]))
    seen = replace(view(read, SITE), headline=(0.2, 0.9, 0.0, 0.0, 0.0, 0.0))
    assert announced_headlines(seen) == {1}
    assert set(judge(seen)) == {0}


def test_a_year_in_the_headline_makes_no_stamp_of_it() -> None:
    assert dropped(["Watch: Lake Festival 2031 Opens With A Goat", STAMP, *STORY]) == []


def test_the_headline_below_a_trail_that_ends_with_it_is_none_either() -> None:
    for trail in (f"HomeSports{HEADLINE}", f"Home / Sports / {HEADLINE}"):
        read = page("\n\n".join([trail, HEADLINE, STAMP, *STORY]))
        seen = replace(view(read, SITE), headline=(0.9, 0.2, 0.0, 0.0, 0.0, 0.0))
        assert announced_headlines(seen) == {1}
        assert judge(seen) == {}


def test_a_heading_that_says_what_a_marked_up_page_is_called_is_none_either() -> None:
    story = "".join(f"<p>{line}</p>" for line in STORY)
    read = page(f"<h1>{HEADLINE}</h1>{story}<h3>{OTHER}</h3>", html=True)
    declared = Declared({"title": (Candidate(f"{HEADLINE} | The Example", "og:title"),)})
    told = judge(view(read, SITE, declared))
    assert [read.blocks[at].text for at in told] == [OTHER]


def test_several_pictures_are_announced_above_the_stamp_and_one_has_an_owner() -> None:
    lines = ["In Pics: Goat Rides The Ferry", "Photos: Ada Quill", "Photo: Goat rides the ferry", STAMP]
    seen = view(page("\n\n".join([*lines, *STORY])), SITE)
    assert [announces_pictures(seen, i) for i in range(3)] == [True, False, False]
    unstamped = view(page("\n\n".join([lines[0], *STORY])), SITE)
    assert not announces_pictures(unstamped, 0)
