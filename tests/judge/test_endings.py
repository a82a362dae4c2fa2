from __future__ import annotations

import pytest
from viewing import marked_up, pasted, stays, struck, through

from copydesk.judge import endings, promos

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."


@pytest.mark.parametrize(
    ("below", "reason"),
    [("", "outside"), ("<p>Sign up for our daily newsletter.</p>", "promo")],
)
def test_a_heading_behind_the_story_goes_with_what_it_announced(below: str, reason: str) -> None:
    view = marked_up(
        f"<article><p>{A}</p><h2>How it began</h2><p>{B}</p><h2>Want more?</h2>{below}</article>"
    )
    view = through(view, [promos.judge])
    found = endings.judge(view)
    assert struck(view, found) == {"Want more?": reason}
    assert "How it began" in stays(view, found)


def test_a_page_made_of_headings_keeps_them() -> None:
    names = "".join(f"<h2>Boat number {n}</h2>" for n in range(5))
    assert endings.judge(marked_up(f"<article><p>{A}</p>{names}</article>")) == {}


def test_a_pasted_page_has_no_headings_to_tell() -> None:
    assert endings.judge(pasted(f"{A}\n\n{B}\n\nWant more?")) == {}
