from __future__ import annotations

from dataclasses import replace

import pytest
from viewing import pasted

from copydesk.judge.pasted import opening_place
from copydesk.judge.view import View

FILED = "PORT ELLEN, Islay (AP) — Fire has taken the pier that had stood in the bay since 1842."
A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."


def page(*lines: str) -> View:
    view = pasted("\n\n".join(lines))
    return replace(view, in_reading=tuple(block.text in (A, B) for block in view.blocks))


def stay(view: View) -> list[str]:
    return [view.blocks[i].text for i in opening_place.judge(view)]


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        (FILED, True),
        ("LAKE QUILL — Fire has taken the pier that had stood in the bay since 1842.", False),
        ("Fire has taken the pier (AP) that had stood in the bay of Islay since 1842.", False),
        ("PORT ELLEN, Islay (AP) — Fire takes pier", False),
    ],
)
def test_a_first_paragraph_with_place_and_agency_stays(line: str, *, stays: bool) -> None:
    assert stay(page("Fire takes the pier", "By Ada Quill", line, A, B)) == ([line] if stays else [])


def test_below_the_story_and_deep_in_it_such_a_line_is_another_storys() -> None:
    assert stay(page("Fire takes the pier", A, B, FILED)) == []
    assert stay(page(A, B, A, FILED, B)) == []
    assert stay(page(FILED, "More", "Islands", "Weather", "Ferries", A)) == []
