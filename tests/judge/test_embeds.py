from __future__ import annotations

from dataclasses import replace

from viewing import marked_up

from copydesk.judge import embeds
from copydesk.model import Reason, dropped

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
TITLE = "Boats in the harbour by year"
NOTE = "To show charts we use software of others, which learns your address when you agree and click here."


def named(box: str, *inside: str) -> list[str]:
    view = marked_up(f"<article><p>{A}</p>{box}<p>{A}</p></article>")
    notes = {b.index: dropped("consent", Reason.NOTICE, "") for b in view.blocks if b.text == NOTE}
    read = tuple(b.text in {A, TITLE, *inside} for b in view.blocks)
    return [
        view.blocks[i].text
        for i in embeds.judge(replace(view, in_reading=read, verdicts=view.verdicts | notes))
    ]


def test_the_title_of_a_chart_that_is_not_shown_goes_with_the_note() -> None:
    assert named(f"<div><div><p>{TITLE}</p></div><div><p>{NOTE}</p><p>Show</p></div></div>") == [TITLE]


def test_a_title_stays_where_something_else_of_its_box_does() -> None:
    box = f"<div><p>{TITLE}</p><p>412 boats in spring</p><div><p>{NOTE}</p></div></div>"
    assert named(box, "412 boats in spring") == []


def test_a_line_that_is_no_title_and_one_outside_the_box_stay() -> None:
    assert named(f"<p>{TITLE}</p><div><p>{NOTE}</p></div>") == []
    told = "There were more boats than ever before."
    assert named(f"<div><p>{told}</p><p>{NOTE}</p></div>", told) == []
