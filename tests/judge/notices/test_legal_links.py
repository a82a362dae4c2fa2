from __future__ import annotations

from dataclasses import replace

import pytest
from viewing import marked_up

from copydesk.judge.notices import legal_links
from copydesk.model import Reason

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
STORY = f"<main><h1>Ferry stays in port</h1><p>{A}</p></main>"


@pytest.mark.parametrize(
    ("row", "goes"),
    [
        ("<a href=/terms>How we work</a>", True),
        ("<a href=/legal/trademark-rules>Marks</a>", True),
        ("<a href=/info/privacy-notice>Data</a> <a href=/cookies>Biscuits</a>", True),
        ("<a href='https://creativecommons.org/licenses/by/4.0/'>CC BY</a>", True),
        ("<a href=/terms>Terms</a> <a href=/shop>Shop</a>", False),
        ("<a href=/legal/trawler-sunk-off-port-ellen>Trawler</a>", False),
        ("<a href=/privacy>1 Pier Road, Port Ellen, open 9 to 5</a>", False),
        ("<a href=/food/cookies>Cookies</a>", False),
        ("<h3><a href=/terms>Terms</a></h3>", False),
    ],
)
def test_links_that_lead_to_small_print_are_notices_by_their_addresses(row: str, *, goes: bool) -> None:
    view = marked_up(f"{STORY}<footer><div>{row}</div></footer>")
    found = legal_links.judge(view)
    assert bool(found) is goes
    assert all(verdict.reason is Reason.NOTICE for verdict in found.values())


def test_a_link_in_the_story_is_its_own() -> None:
    view = marked_up(f"{STORY}<footer><a href=/terms>The terms of the crew</a></footer>")
    read = replace(view, in_reading=(*view.in_reading[:-1], True))
    assert (len(legal_links.judge(view)), legal_links.judge(read)) == (1, {})


@pytest.mark.parametrize(
    ("way", "goes"),
    [
        ("/policy/data-policy", True),
        ("/policy/subscriber-agreement", True),
        ("/term-of-use/", True),
        ("/policy/trade-agreement", False),
        ("/policy/harbour-terms", False),
    ],
)
def test_folders_of_the_house_s_rules_are_told_by_what_is_in_them(way: str, *, goes: bool) -> None:
    view = marked_up(f"{STORY}<footer><a href={way}>Read this</a></footer>")
    assert bool(legal_links.judge(view)) is goes


def test_what_names_small_print_beside_a_link_to_some_is_small_print() -> None:
    links = ("/privacy", "/captions"), ("/quay", "/closed")
    rows = [
        f"<ul><li><a href={one}>Our word</a></li><li><a href={two}>Closed Caption Policy</a></li></ul>"
        for one, two in links
    ]
    views = [marked_up(f"{STORY}<footer>{row}</footer>") for row in rows]
    assert [len(legal_links.judge(view)) for view in views] == [2, 0]


@pytest.mark.parametrize("way", ["voorwaarden/", "cookiebeleid", "condizioni", "kayttoehdot", "podminky"])
def test_small_print_has_its_own_name_in_each_language(way: str) -> None:
    view = marked_up(f"{STORY}<footer><div><a href=/{way}>How we work</a></div></footer>")
    assert [v.reason for v in legal_links.judge(view).values()] == [Reason.NOTICE]
