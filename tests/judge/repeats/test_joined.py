from __future__ import annotations

from viewing import pasted, struck

from copydesk.judge.repeats import repeats
from copydesk.judge.repeats.joined import copies

A = "The ferry to Lower Marrow stopped running on Monday after a crack was found in its hull."
B = "Nobody was hurt. Passengers spent the night in the village hall, where volunteers served soup."
C = '"We will be back by Friday," said harbour master Ines Okoro. She did not say how.'
D = "The island council called a meeting for Thursday to talk about a second boat."


def dropped(*paragraphs: str) -> dict[str, str]:
    view = pasted("\n\n".join(paragraphs))
    return struck(view, repeats.judge(view))


def test_a_second_copy_with_two_paragraphs_a_line_goes() -> None:
    assert dropped(A, B, C, D, f"{A} {B}", f"{C} {D}") == {f"{A} {B}": "duplicate", f"{C} {D}": "duplicate"}


def test_a_second_copy_in_one_line_goes() -> None:
    assert dropped(A, B, C, D, f"{A} {B} {C} {D}") == {f"{A} {B} {C} {D}": "duplicate"}


def test_a_second_copy_whose_paragraphs_were_parted_goes() -> None:
    assert set(dropped(f"{A} {B}", f"{C} {D}", A, B, C, D)) == {A, B, C, D}


def test_a_paragraph_that_takes_up_one_sentence_again_stays() -> None:
    again = f"{D} Three of its members want a bridge, and the fourth has sold his car."
    assert dropped(A, B, C, D, again) == {}


def test_a_refrain_stays() -> None:
    view = pasted("\n\n".join([A, "Row, row.", B, "Row, row.", C, "Row, row.", D]))
    assert copies(view, [b.index for b in view.blocks]) == {}


def test_a_question_that_an_interview_comes_back_to_stays() -> None:
    crew = (
        "baker",
        "pilot",
        "doctor",
        "smith",
        "warden",
        "teacher",
        "fisher",
        "clerk",
        "painter",
        "singer",
        "cook",
    )
    asked = (
        "What do you eat on board when the fog is thick? And is there a dish that nobody may serve you again?"
    )
    answers = [
        f"I have been the {one} of this island for so long that I eat what the {one} before me ate."
        for one in crew
    ]
    lines = [line for answer in answers for line in (asked, answer)]
    view = pasted("\n\n".join(lines))
    assert copies(view, [b.index for b in view.blocks]) == {}
    few = pasted("\n\n".join(lines[:6]))
    assert set(copies(few, [b.index for b in few.blocks])) == {2, 4}
