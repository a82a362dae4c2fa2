from __future__ import annotations

import pytest
from viewing import marked_up, stays, struck, through

from copydesk.judge.left_out import left_out
from copydesk.judge.story import over_links

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."
LINKS = (
    "<div class=more><ul class=related><li><a href=/x>Boats of the north</a>"
    "<li><a href=/y>Ports of the west</a></ul></div>"
)


def page(heading: str, below: str, behind: str = "The second day") -> str:
    return f"<article><p>{A}</p>{heading}{below}<h2>{behind}</h2><p>{B}</p></article>"


def judged(html: str, outside: str) -> tuple[dict[str, str], list[str]]:
    view = through(marked_up(html, outside=outside), [left_out.judge])
    found = over_links.judge(view)
    return struck(view, found), stays(view, found)


@pytest.mark.parametrize("words", ["Helpful links:", "Where to buy", "More stories of boats"])
def test_a_heading_that_says_so_goes_with_the_links_below_it(words: str) -> None:
    assert judged(page(f"<h2>{words}</h2>", LINKS), "ul")[0] == {words: "promo"}


@pytest.mark.parametrize(
    ("heading", "below"),
    [
        ("The boats of the north", LINKS),
        ("More stories of boats", LINKS + f"<p>{B}</p>"),
        ("More stories of boats", ""),
    ],
)
def test_other_headings_and_those_above_the_story_stay(heading: str, below: str) -> None:
    assert judged(page(f"<h2>{heading}</h2>", below), "ul")[0] == {}


def test_the_name_of_a_thing_goes_with_where_it_is_sold_in_a_box_of_their_own() -> None:
    offer = "<p class=offer><a href='https://hollin.example/1'>$32 at Hollin Stores</a></p>"
    boxed = "<div class=thing><h2>Oil lamp of brass</h2>" + offer + "</div>"
    assert judged(page("", boxed), ".offer")[0] == {"Oil lamp of brass": "promo"}
    assert judged(page("<h2>Oil lamp of brass</h2>", offer), ".offer")[0] == {}
    kept = boxed.replace("</div>", f"<p>{B}</p></div>")
    assert judged(page("", kept), ".offer")[0] == {}


def test_the_question_of_a_poll_goes_with_its_answers() -> None:
    answers = "<div class=polls-options><p>Ferries</p><p>Planes</p></div>"
    poll = f"<aside class=polls><h2>How do you cross the sea?</h2>{answers}</aside>"
    assert judged(page("", poll), ".polls-options")[0] == {"How do you cross the sea?": "template"}
