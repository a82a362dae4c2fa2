from __future__ import annotations

from dataclasses import replace

from viewing import pasted

from copydesk.judge.captions import photo_lists
from copydesk.model import Kind, Reason, dropped

TITLE = "Four piers that nobody uses"
INTRO = "Some piers are older than their ferries. Take a look at four of them"
A = "The pier was built for a queen who never came, and the gulls have had it to themselves since then."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."
CREDIT = "(Photograph: Ada Quill)"


def told(*lines: str) -> dict[str, tuple[str, Kind | None]]:
    view = pasted("\n\n".join(lines))
    shown = {i: dropped("x", Reason.CAPTION, "x") for i, line in enumerate(lines) if line == CREDIT}
    view = replace(view, verdicts={0: dropped("x", Reason.HEADLINE, "x"), **shown})
    return {view.blocks[i].text: (v.rule, v.kind) for i, v in photo_lists.judge(view).items()}


def test_places_that_head_the_entries_of_a_list_of_pictures_are_headings() -> None:
    found = told(
        TITLE, INTRO, "1", "Oban, Scotland", A, CREDIT, "2", "Port Ellen", B, CREDIT, "3", "Islay", A, CREDIT
    )
    assert {text for text, (rule, _) in found.items() if rule == "list_heading"} == {
        "Oban, Scotland",
        "Port Ellen",
        "Islay",
    }
    assert found["Port Ellen"][1] is Kind.HEADING
    assert found[INTRO][0] == "list_intro"
    assert found[B][0] == "list_entry"
    assert found["2"][0] == "list_number"


def test_one_line_below_a_credit_makes_no_list() -> None:
    assert told(TITLE, "Oban, Scotland", A, CREDIT, "Port Ellen", B) == {}
    assert told(TITLE, A, CREDIT, B, CREDIT, A) == {}
