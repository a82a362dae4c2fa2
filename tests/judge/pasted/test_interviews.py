from __future__ import annotations

from dataclasses import replace

from viewing import pasted

from copydesk.judge.pasted import interviews
from copydesk.judge.view import View

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."
ASKED = ("Why is it late today?", "Who mends the engine?")


def page(*lines: str, kept: tuple[str, ...] = ()) -> View:
    """A page whose reading has its two paragraphs and what is named, and is in doubt of all else."""
    view = pasted("\n\n".join(lines))
    inside = tuple(block.text in (A, B, *kept) for block in view.blocks)
    return replace(view, in_reading=inside, doubt=tuple(not each for each in inside))


def stay(view: View) -> list[str]:
    return [view.blocks[i].text for i in interviews.judge(view)]


def test_a_line_with_a_speakers_label_stays_between_others() -> None:
    kept = ("Q: Why is it late today?", "Q: Why is it late at night?")
    assert stay(page(kept[0], A, "Q: Did she win?", kept[1], B, kept=kept)) == ["Q: Did she win?"]
    assert stay(page(A, "Q: Did she win?", B)) == []


def test_the_last_question_and_its_answer_stay_and_what_is_behind_goes() -> None:
    kept = ("gazette.example: Who?", "Ada Quill: The cook.", "gazette.example: Why?", "Quill: He can.")
    last = ("gazette.example: Can he?", "Quill: No.")
    view = page(A, *kept, *last, "More from the islands", "Quill: A life", kept=kept)
    assert stay(view) == list(last)


def test_a_question_with_its_answer_stays_where_the_story_asks_others() -> None:
    lines = (A, ASKED[0], B, "When were you happiest?", "On a ferry.", ASKED[1], A)
    assert stay(page(*lines, kept=(*ASKED, "On a ferry."))) == ["When were you happiest?"]
    assert stay(page(*lines, kept=(ASKED[0], "On a ferry."))) == []
    assert stay(page(*lines, kept=ASKED)) == []
