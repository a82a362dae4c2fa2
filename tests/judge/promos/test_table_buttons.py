"""Buttons in the cells of a table."""

from __future__ import annotations

import pytest
from viewing import A, B, marked_up, struck

from copydesk.judge.promos import table_buttons


def told(cell: str, tag: str = "td") -> dict[str, str]:
    rows = f"<tr><{tag}>{cell}</{tag}><td>900 kg</td></tr><tr><td>Old pier</td><td>120 m</td></tr>"
    view = marked_up(f"<main><p>{A}</p><table>{rows}</table><p>{B}</p></main>")
    return struck(view, table_buttons.judge(view))


@pytest.mark.parametrize(
    ("cell", "gone"),
    [
        ("Measured weight <button>i</button>", {"i": "navigation"}),
        ("New pier <button>Expand all</button>", {"Expand all": "navigation"}),
        ("<div><a href=/x>CHECK PRICE</a></div>", {"CHECK PRICE": "promo"}),
        ("<button>Weight</button>", {}),
        ("Piers <button>What the new pier weighs</button>", {}),
        ("<div><a href=/x>New pier</a></div>", {}),
    ],
)
def test_a_button_beside_the_text_of_its_cell_and_a_call_to_buy_go(cell: str, gone: dict[str, str]) -> None:
    assert told(cell) == gone
    assert told(cell, "th") == gone


def test_a_button_outside_a_table_is_none_of_its() -> None:
    view = marked_up(f"<main><p>{A}</p><div>Weight <button>i</button></div><p>{B}</p></main>")
    assert table_buttons.judge(view) == {}
