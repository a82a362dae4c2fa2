from __future__ import annotations

import pytest
from viewing import marked_up, pasted

from copydesk.judge.notices import walls
from copydesk.judge.view import View

A = "The ferry to Port Ellen sank on Tuesday after its engine had failed far out at sea, police said."
B = "Nobody was hurt, since fishermen from the village had seen the smoke and came out in their boats."
OFFERS = "<ul><li>All stories of the paper</li><li>A letter every morning</li></ul>"


def dropped_of(view: View) -> list[str]:
    return [view.blocks[i].text for i in walls.judge(view)]


@pytest.mark.parametrize(
    "wall",
    [
        "This story is for subscribers. Already a subscriber? Log in.",
        "この記事は会員限定です。無料で登録できます。",
        "Um weiterzulesen, wählen Sie ein Angebot.",
    ],
)
def test_the_wall_below_a_teaser_goes_with_its_offers(wall: str) -> None:
    view = marked_up(f"<h1>Ferry sinks</h1><p>{A}</p><p>{B}</p><p>{wall}</p>{OFFERS}")
    assert dropped_of(view) == [wall, "All stories of the paper", "A letter every morning"]
    assert dropped_of(pasted(f"Ferry sinks\n\n{A}\n\n{B}\n\n{wall}\n")) == [wall]


def test_a_story_about_walls_stays() -> None:
    told = "The paper said the letters would be for subscribers only, which readers on the island disliked."
    assert not dropped_of(marked_up(f"<h1>Paper</h1><p>{A}</p><p>{told}</p><p>{A}</p><p>{B}</p><p>{B} Yes."))
    quoted = "“To keep reading is all I want,” she said, and closed the book that the ferry had brought."
    assert not dropped_of(marked_up(f"<h1>Book</h1><p>{A}</p><p>{B}</p><p>{quoted}</p>"))


def test_a_list_in_the_story_stays() -> None:
    assert not dropped_of(marked_up(f"<h1>Ferry sinks</h1><p>{A}</p>{OFFERS}<p>{B}</p>"))


def test_the_head_of_a_menu_and_its_entries_are_no_wall() -> None:
    entries = "<ul><li><a href=/me>My account</a><li><a href=/saved>My list</a></ul>"
    story = f"<main><h1>Ferry sinks</h1><p>{A}</p><p>{B}</p></main>"
    for menu in (
        f"<footer><h3>For subscribers only:</h3>{entries}</footer>",
        "<nav><p>Members only</p></nav>",
    ):
        assert not dropped_of(marked_up(story + menu))
    column = f"<aside class=more><h3>For subscribers only:</h3>{entries}</aside>"
    assert not dropped_of(marked_up(story + column))


def test_a_wall_in_the_foot_has_no_entries_of_its_menus_among_its_offers() -> None:
    wall = "Sign in to continue reading this story today"
    foot = f"<footer><p>{wall}</p><ul><li><a href=/me>My account</a></ul></footer>"
    view = marked_up(f"<main><h1>Ferry sinks</h1><p>{A}</p><p>{B}</p></main>{foot}")
    assert dropped_of(view) == [wall]
