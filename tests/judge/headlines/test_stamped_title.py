from __future__ import annotations

from dataclasses import replace

import pytest
from sites.profiles import profile
from viewing import pasted

from copydesk.judge.bylines.above_stamp import is_crew, is_twin_below_stamp
from copydesk.judge.headlines.stamped_title import above_stamp, above_standfirst
from copydesk.judge.view import View
from copydesk.model import Reason, dropped

HEADLINE = "Shepherd Who Mended Radios Dies At 93"
PICTURE = "Ada Quill with a radio of the harbour office"
STAMP = "9 May 2031 10:30"
A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."


def page(*lines: str, known: bool = True) -> View:
    view = pasted("\n\n".join((*lines, A)))
    return replace(view, profile=profile("") if known else None)


@pytest.mark.parametrize(
    ("between", "found"),
    [
        ((), True),
        (("He had mended two thousand of them.",), True),
        (("He had mended two thousand of them.", "Mara Quill"), True),
        (("He had mended them.", "Nobody else could."), False),
        (("Storm takes the pier of Port Ellen",), False),
        (("OBITUARY", "Mara Quill", "Head of the harbour office", "He had mended them."), True),
        ((f"{PICTURE}. (AP Photo/Mara Quill)", "1 of 3 |", f"{PICTURE}. (AP Photo/Mara Quill)"), True),
        (("Keeper of the islands' voices for sixty years, he took no money for his work",), True),
    ],
)
def test_a_standfirst_and_names_may_stand_above_the_stamp(between: tuple[str, ...], *, found: bool) -> None:
    assert above_stamp(page(HEADLINE, *between, STAMP), [0]) == (0 if found else None)


def test_a_section_that_is_told_is_passed_over_and_a_byline_is_a_stamp() -> None:
    view = page(HEADLINE, "Islands of the west", "By Ada Quill of the islands")
    told = {1: dropped("label", Reason.SECTION_LABEL, ""), 2: dropped("byline", Reason.BYLINE, "")}
    assert above_stamp(replace(view, verdicts=told), [0]) == 0
    assert above_stamp(view, [0]) is None


def test_what_is_printed_twice_below_a_stamp_is_of_the_picture() -> None:
    lines = (HEADLINE, STAMP, PICTURE, PICTURE)
    assert [is_twin_below_stamp(page(*lines), i) for i in range(4)] == [False, False, True, True]
    assert not is_twin_below_stamp(page(*lines, known=False), 2)
    assert not is_twin_below_stamp(page(PICTURE, PICTURE, STAMP), 0)


def test_how_the_newsroom_signs_is_no_headline() -> None:
    view = page(HEADLINE, "The Example News Desk")
    assert [is_crew(view, line) for line in view.lines[:2]] == [False, True]
    assert not is_crew(replace(view, profile=None), view.lines[1])
    assert above_stamp(page("The Example News Desk", STAMP), [0]) is None


def test_a_headline_that_announces_pictures_is_no_credit() -> None:
    assert above_stamp(page("In Pics: Goat Rides The Ferry", STAMP), [0]) == 0
    assert above_stamp(page("Photo: Goat Rides The Ferry", STAMP), [0]) is None


def test_a_counter_and_a_caption_are_no_headlines() -> None:
    for line in ("1 of 3 |", f"{PICTURE} (AP Photo/Mara Quill)"):
        assert above_stamp(page(line, STAMP), [0]) is None


def test_a_question_is_a_headline_and_what_a_standfirst_stands_above_is_one() -> None:
    assert above_stamp(page("Who Mends The Radios Now?", STAMP), [0]) == 0


def test_the_headline_is_above_its_standfirst_and_above_its_summary() -> None:
    long = "Keeper of the islands' voices for sixty years, he took no money for his work"
    view = page(HEADLINE, "Mara Quill", long, STAMP)
    assert above_standfirst(view, 2) == 0
    assert above_standfirst(replace(view, profile=None), 2) == 2
    assert above_standfirst(page("Obituary", long, STAMP), 1) == 1
    assert above_standfirst(page(HEADLINE, "Summary", "He died at home", known=False), 2) == 0


def test_the_stop_of_initials_ends_no_headline() -> None:
    assert above_stamp(page("Harbour Master Sees No Fault Of U.K.", STAMP), [0]) == 0
    assert above_stamp(page("Harbour master sees no fault.", STAMP), [0]) is None
