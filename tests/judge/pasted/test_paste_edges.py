from __future__ import annotations

from dataclasses import replace

from viewing import marked_up, pasted, struck, through

from copydesk.judge.headlines import headline
from copydesk.judge.pasted import paste_edges
from copydesk.judge.promos import promos
from copydesk.judge.view import View

TITLE = "Island ferry stopped after engine failure"
A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."
OTHER = "Fishermen on the outer islands fear the new quota"
EXCERPT = "They say that they will not last the winter."


def view_of(*lines: str) -> View:
    view = pasted("\n\n".join(lines))
    read = tuple(b.text in {TITLE, A, B} for b in view.blocks)
    view = replace(view, in_reading=read, doubt=tuple(b.text == "Doubtful" for b in view.blocks))
    return through(view, [headline.judge, promos.judge])


def told(*lines: str) -> dict[str, str]:
    view = view_of(*lines)
    return {view.blocks[i].text: f"{v.reason}/{v.rule}" for i, v in paste_edges.judge(view).items()}


def test_short_lines_above_the_headline_are_its_pages_frame_and_long_ones_other_stories() -> None:
    found = told("Islands", "Weather", "Doubtful", OTHER, TITLE, A, B)
    assert found == {
        "Islands": "navigation/page_frame",
        "Weather": "navigation/page_frame",
        OTHER: "promo/other_stories",
    }


def test_behind_the_story_the_pages_end_begins_with_the_first_line_that_is_surely_none_of_its_notes() -> None:
    found = told(TITLE, A, B, "Mara Quill", "Most read", EXCERPT, OTHER, EXCERPT, "9 May 2031", "Imprint")
    assert found == {
        OTHER: "promo/other_stories",
        EXCERPT: "promo/other_stories",
        "9 May 2031": "promo/other_stories",
        "Imprint": "navigation/page_frame",
    }
    assert told(TITLE, A, B, "Mara Quill", "Imprint") == {}


def test_what_a_line_says_it_is_goes_before_its_place_and_stands_within_the_story_too() -> None:
    found = told("Back to top", "Weather", TITLE, A, "Mit Video", B, "Reading time: 4 min", "Doubtful")
    assert found == {
        "Back to top": "navigation/frame",
        "Weather": "navigation/page_frame",
        "Mit Video": "navigation/label",
        "Reading time: 4 min": "byline/length",
    }


def test_a_line_in_doubt_is_for_a_person_to_look_at_whatever_it_says() -> None:
    view = view_of(TITLE, A, "Back to top", B)
    assert len(paste_edges.judge(view)) == 1
    assert paste_edges.judge(replace(view, doubt=(True,) * len(view.blocks))) == {}


def test_a_page_without_a_reading_or_with_markup_tells_nothing() -> None:
    assert paste_edges.judge(pasted(f"Islands\n\n{TITLE}\n\n{A}\n\n{B}")) == {}
    assert paste_edges.judge(marked_up(f"<p>Islands</p><h1>{TITLE}</h1><p>{A}</p><p>{B}</p>")) == {}


def test_what_is_kept_stays() -> None:
    view = view_of("Islands", TITLE, A, B)
    assert struck(view, paste_edges.judge(view)) == {"Islands": "navigation"}
