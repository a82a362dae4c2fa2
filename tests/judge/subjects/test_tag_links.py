from __future__ import annotations

import pytest
from viewing import marked_up

from copydesk.judge.navigation import navigation
from copydesk.model import Reason

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."
STORY = f"<h1>Ferry stays in port</h1><p>{A}</p><p>{B}</p>"


PILLS = (
    "<div class=entry-categories><ul class='nav nav-pills'><li class=nav-item><a href=/f>Ferries</a></li>"
    "<li class=nav-item><a class=nav-link href=/p>Port Ellen</a></li></ul></div>"
)


def subjects(html: str) -> list[str]:
    view = marked_up(html)
    found = [v for v in navigation.judge(view).values() if v.rule == "tags"]
    assert all(v.reason is Reason.NAVIGATION for v in found)
    return [value for verdict in found for _, value in verdict.facts]


@pytest.mark.parametrize(
    "tags",
    [
        "<ul class=post-tags><li><a href=/f>Ferries</a></li><li><a href=/p>#Port Ellen</a></li></ul>",
        "<p class=topic-tags><a href=/f>Ferries</a><a href=/p>Port Ellen</a></p>",
        PILLS,
    ],
)
def test_the_links_in_markup_for_tags_are_the_storys_subjects(tags: str) -> None:
    assert subjects(STORY + tags) == ["Ferries", "Port Ellen"]


def test_pills_that_no_box_calls_tags_are_a_menu() -> None:
    links = "<li class=nav-item><a class=nav-link href=/f>Ferries</a></li>"
    view = marked_up(f"{STORY}<div><ul class='nav nav-pills'>{links}</ul></div>", outside="ul")
    assert [v.rule for v in navigation.judge(view).values()] == ["menu"]


def test_the_links_behind_a_label_are_told_from_those_of_boxes_in_the_same_element() -> None:
    cards = "".join(f"<div><a href=/{n}>Pier {n} is closed for the whole winter</a></div>" for n in range(3))
    row = "Tags: <a rel=tag href=/topic/f>Ferries</a>, <a rel=tag href=/topic/p>Port Ellen</a>"
    assert subjects(f"<div>{STORY}<div>Share</div>{row}<div>{cards}</div></div>") == ["Ferries", "Port Ellen"]


def test_a_list_that_begins_near_the_story_is_told_to_its_end() -> None:
    names = [f"Pier {n}" for n in range(16)]
    items = "".join(f"<li><a class=tag-link href=/{n}>{name}</a></li>" for n, name in enumerate(names))
    assert subjects(f"{STORY}<ul class=post-tags>{items}</ul>") == names


@pytest.mark.parametrize(
    "tags",
    [
        "".join(f"<a class=tag-link href=/{n}>Pier {n}</a><br><br>" for n in range(30)),
        "<p class=post-tags><a href=/x>harbour.example</a></p>",
        "<p class=post-tags><a href=/x>A long line that says in eight words what it is</a></p>",
        "".join(f"<p>Quay number {n}</p>" for n in range(20)) + "<p class=post-tags><a href=/x>Boats</a></p>",
    ],
)
def test_many_links_addresses_long_lines_and_lines_far_away_are_not(tags: str) -> None:
    assert subjects(f"{STORY}<div>{tags}</div>") == []


def test_what_a_teaser_is_filed_under_is_no_tag_of_the_story() -> None:
    card = "<a href=/2><div class=tag>Islands</div><h3>Pier is closed for the winter</h3></a>"
    view = marked_up(STORY + card)
    assert {v.rule: v.reason for v in navigation.judge(view).values()} == {"teaser_tag": Reason.PROMO}
