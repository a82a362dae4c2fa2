from __future__ import annotations

from dataclasses import replace

import pytest
from viewing import pasted

from copydesk.judge.pasted import pasted_gaps
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, dropped, kept

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."


def page(*lines: str, doubt: bool = False) -> View:
    """A page whose reading has its two paragraphs, and leaves out all else."""
    view = pasted("\n\n".join(lines))
    inside = tuple(block.text in (A, B) for block in view.blocks)
    return replace(view, in_reading=inside, doubt=tuple(doubt and not each for each in inside))


def stay(view: View) -> list[str]:
    return [view.blocks[i].text for i in pasted_gaps.judge(view)]


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("Boats come on Tuesdays. Most leave empty.", True),
        ("So who paid for the soup?", True),
        ("“Our soup was cold.”", True),
        ("Read Review!", False),
        ("Soup kitchens.", False),
        ("Soup for two hundred", False),
        ("Sign up here for our letters from the islands.", False),
    ],
)
def test_a_sentence_between_two_of_the_story_stays(line: str, *, stays: bool) -> None:
    assert stay(page(A, line, B)) == ([line] if stays else [])


def test_a_short_line_that_is_printed_again_is_a_button() -> None:
    line = "See the rating."
    assert stay(page(A, line, B, line, A, line, B)) == []
    assert stay(page(line, A, line, B)) == [line]


def test_what_speaks_to_readers_stays_only_in_doubt() -> None:
    line = "You might call that luck."
    assert stay(page(A, line, B)) == []
    assert stay(page(A, line, B, doubt=True)) == [line]


def test_two_lines_and_what_stands_at_the_edge_or_beside_a_struck_line_are_left() -> None:
    line = "Most of the boats leave empty."
    assert stay(page(A, line, "Nobody knows why that is.", B)) == []
    assert stay(page(A, B, line)) == []
    struck = replace(page(A, "Read this, too", line, B), verdicts={1: dropped("more", Reason.PROMO, "")})
    assert stay(struck) == []
    titled = replace(page(A, line, B), verdicts={0: kept("title", "", kind=Kind.TITLE)})
    assert stay(titled) == []
    assert stay(replace(page(A, line, B), doubt=())) == []


QUESTION, ANSWER = "What comes next?", "Nobody on the island knows."


def test_a_question_and_its_answer_in_doubt_stay_near_the_end_of_a_story() -> None:
    assert stay(page(A, B, A, QUESTION, ANSWER, B, doubt=True)) == [QUESTION, ANSWER]
    assert stay(page(A, B, A, QUESTION, ANSWER, B)) == []
    assert stay(page(B, A, QUESTION, ANSWER, B, doubt=True)) == []
    assert stay(page(A, B, A, QUESTION, ANSWER, B, A, B, A, B, doubt=True)) == []
    assert stay(page(A, B, A, "Storms of the north", ANSWER, B, doubt=True)) == []
