from __future__ import annotations

from dataclasses import replace

import pytest
from viewing import marked_up

from copydesk.judge.story import gaps
from copydesk.judge.view import View
from copydesk.model import Reason, dropped

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."


def read(body: str, *lost: str, likely: float = 0.35) -> View:
    """A page of which the reading has lost some lines, each of them as likely as is said."""
    view = marked_up(f"<h1>Ferry stays</h1><p>{A}</p>{body}<p>{B}</p>")
    inside = tuple(b.text not in lost for b in view.blocks)
    return replace(view, in_reading=inside, likely=tuple(0.9 if yes else likely for yes in inside))


def back(view: View) -> list[str]:
    return [view.blocks[i].text for i, verdict in gaps.judge(view).items() if verdict.keep]


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_a_line_or_two_between_lines_that_stay_do_too() -> None:
    assert back(read(paragraphs("Rated: good"), "Rated: good")) == ["Rated: good"]
    two = ("Rated: good", "Two berths")
    assert back(read(paragraphs(*two), *two)) == [*two]


def test_a_longer_gap_is_left_open() -> None:
    three = ("Rated: good", "Two berths", "One galley")
    assert back(read(paragraphs(*three), *three)) == []


def test_an_unlikely_line_and_a_link_stay_out() -> None:
    assert back(read(paragraphs("Rated: good"), "Rated: good", likely=0.2)) == []
    assert back(read("<p><a href=/x>Rated: good</a></p>", "Rated: good")) == []


@pytest.mark.parametrize("lost", ["Rated: good", "Two berths"])
def test_a_line_with_a_name_leaves_its_whole_gap_open(lost: str) -> None:
    view = read(paragraphs("Rated: good", "Two berths"), "Rated: good", "Two berths")
    at = next(b.index for b in view.blocks if b.text == lost)
    assert back(replace(view, verdicts={at: dropped("price", Reason.PROMO, "")})) == []


def test_what_stands_above_or_behind_the_story_fills_no_gap() -> None:
    view = read("<p>Rated: good</p>", "Ferry stays", "Rated: good", B)
    assert back(view) == []


def test_links_of_a_list_that_the_story_has_a_line_of_are_its_own() -> None:
    names = ("Soup", "Bread", "Tea", "Blankets")
    items = "".join(f"<li><a href=/x>{name}</a></li>" for name in names)
    assert back(read(f"<ul>{items}</ul>", *names[1:])) == [*names[1:]]
    assert back(read(f"<ul>{items}</ul>", *names)) == []


def test_a_hidden_line_parts_nothing() -> None:
    view = read("<p>Rated: good</p><p hidden>Player</p>", "Rated: good", "Player")
    assert back(view) == ["Rated: good"]


def test_where_the_reading_tells_no_probabilities_nothing_is_said() -> None:
    assert back(replace(read("<p>Rated: good</p>", "Rated: good"), likely=())) == []


LAST = "Which is just what the harbour master had said."


def last(likely: float, place: str = "p", *fellows: str) -> View:
    """A story of some paragraphs, the last of which the reading has lost."""
    prose = "".join(f"<p>{A} {word}.</p>" for word in fellows or ("One", "Two", "Three"))
    view = marked_up(f"<h1>Ferry stays</h1><div>{prose}<{place}>{LAST}</{place}></div><p>Share</p>")
    inside = tuple(b.text not in {LAST, "Share"} for b in view.blocks)
    return replace(view, in_reading=inside, likely=tuple(0.9 if yes else likely for yes in inside))


def test_the_paragraph_right_behind_the_story_in_the_place_of_its_paragraphs_is_its_last() -> None:
    assert back(last(0.45)) == [LAST]


def test_an_unlikely_one_one_elsewhere_and_one_behind_few_are_none() -> None:
    assert back(last(0.35)) == []
    assert back(last(0.45, "blockquote")) == []
    assert back(last(0.45, "p", "One", "Two")) == []


def test_a_heading_like_others_of_the_story_needs_no_more() -> None:
    parts = "".join(
        f"<section><h2>{name}</h2><p>{A} {name}.</p></section>" for name in ("Deck", "Hold", "Bridge")
    )
    assert back(read(parts, "Hold", likely=0.05)) == ["Hold"]
    assert back(read(parts.replace("<h2>Hold</h2>", "<h3>Hold</h3>"), "Hold", likely=0.05)) == []
