from __future__ import annotations

from dataclasses import replace

import pytest
from sites.profiles import profile
from viewing import pasted

from copydesk.judge.pasted import last_lines
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, dropped

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."
KNOWN = profile("")


def page(*lines: str, known: bool = True, doubt: bool = False) -> View:
    """A page whose reading has its two paragraphs, and leaves out all else."""
    view = pasted("\n\n".join(lines))
    inside = tuple(block.text in (A, B) for block in view.blocks)
    unsure = tuple(doubt and not each for each in inside)
    return replace(view, in_reading=inside, doubt=unsure, profile=KNOWN if known else None)


def stay(view: View) -> list[str]:
    return [view.blocks[i].text for i, verdict in last_lines.judge(view).items() if verdict.keep]


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("No one was hurt.", True),
        ("It was the first such night since 1998.", True),
        ("“We will wait,” she said.", True),
        ("Sign up here for our letters from the islands.", False),
        ("(Ada Quill wrote this in Portree and Oban.)", False),
        ("Have you been on the ferry?", False),
        ("Storms of the north", False),
        ("Published on Friday, May 3, 2031.", False),
    ],
)
def test_a_sentence_right_behind_the_story_of_a_known_site_is_its_last(line: str, *, stays: bool) -> None:
    assert stay(page(A, B, line)) == ([line] if stays else [])


def test_on_other_pages_one_in_doubt_of_some_length_stays() -> None:
    last = "The cause of the fire in the engine room was still not known on Friday."
    assert stay(page(A, B, last, known=False, doubt=True)) == [last]
    assert stay(page(A, B, last, known=False)) == []
    assert stay(page(A, B, "No one was hurt.", known=False, doubt=True)) == []


def test_a_last_subhead_stays_above_its_sentence_and_goes_alone() -> None:
    view = page(A, B, "What comes next", "The council meets again in May.")
    verdicts = last_lines.judge(view)
    assert stay(view) == ["What comes next", "The council meets again in May."]
    assert next(v.kind for v in verdicts.values()) is Kind.HEADING
    assert stay(page(A, B, "What comes next")) == []


def test_what_others_struck_ends_the_story_but_a_caption_does_not() -> None:
    view = page(A, B, "Read this, too", "No one was hurt.")
    struck = replace(view, verdicts={2: dropped("more", Reason.PROMO, "")})
    assert stay(struck) == []
    assert stay(replace(view, verdicts={2: dropped("picture", Reason.CAPTION, "")})) == ["No one was hurt."]


def test_the_next_entry_of_a_list_is_like_the_one_above() -> None:
    assert stay(page(A, B, "Late: the boat of nine (0900)")) == []
    lead = "Sailings that are still to come, by the hour of the day and from the north quay only:"
    view = page(A, lead, "Portree v Oban (0900)", "Tobermory v Port Ellen (1130)", "Home")
    read = replace(view, in_reading=(True, True, False, False, False))
    assert stay(read) == ["Portree v Oban (0900)", "Tobermory v Port Ellen (1130)"]


def test_what_leads_to_the_last_words_stays_with_them_and_is_no_heading() -> None:
    lines = ("This is how the captain put it:", "“Nobody has come for the goat,” he said.")
    view = page(A, B, *lines)
    assert stay(view) == list(lines)
    assert {v.kind for v in last_lines.judge(view).values()} == {None}
    assert stay(page(A, B, "Port Ellen, Islay:", lines[1])) == []


C = "The harbour office said that the next boat would leave at nine on Thursday, if the wind allowed."


def selected(*lines: str) -> View:
    """A paste of an unknown site whose reading has its paragraphs, and leaves out all else."""
    view = pasted("\n\n".join(lines))
    inside = tuple(block.text in (A, B, C) for block in view.blocks)
    return replace(view, in_reading=inside, doubt=(False,) * len(inside))


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("No one was hurt.", True),
        ("“We will wait,” she said. “Like seals.”", True),
        ("The politics of “The Goat.”", False),
        ("Sign up here for our letters.", False),
        ("Editor’s note: The goat is well.", False),
        ("84% of readers liked this article.", False),
        ("Back to top", False),
    ],
)
def test_a_selection_that_ends_with_a_sentence_ends_with_the_story(line: str, *, stays: bool) -> None:
    assert stay(selected(A, B, C, line)) == ([line] if stays else [])


def test_the_end_of_a_paste_tells_only_below_a_run_of_paragraphs() -> None:
    line = "No one was hurt."
    assert stay(selected(A, B, line)) == []
    assert stay(selected(A, "Storms of the north", B, C, line)) == []
    assert stay(selected(A, B, C, line, "Home")) == []


def test_credits_may_stand_below_the_last_sentence_of_a_paste() -> None:
    view = selected(A, B, C, "No one was hurt.", "Agencies contributed to this.")
    assert stay(view) == []
    assert stay(replace(view, verdicts={4: dropped("sources", Reason.CREDIT, "")})) == ["No one was hurt."]
