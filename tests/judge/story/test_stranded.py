from __future__ import annotations

from dataclasses import replace

import pytest
from viewing import A, B, marked_up, pasted

from copydesk.judge.story import stranded
from copydesk.model import Reason, Verdict, dropped

C = "The council wants to know who had the keys, and when the new engine will be delivered."
STORY = f"<h1>Ferry stays in port</h1><p>{A}</p><p>{B}</p><p>{C}</p>"
MENU = dropped("menu", Reason.NAVIGATION, "")
BUTTON = dropped("button", Reason.PROMO, "")
CARD = dropped("product_box", Reason.PROMO, "")


def found(box: str, alone: str, verdict: Verdict | None = MENU) -> dict[str, str]:
    """What goes of a box of which one line is read, the others having a verdict or none."""
    view = marked_up(f"<main>{STORY}{box}</main>")
    read = tuple(block.text in {"Ferry stays in port", A, B, C, alone} for block in view.blocks)
    known = {i: verdict for i, inside in enumerate(read) if not inside and verdict is not None}
    view = replace(view, in_reading=read, verdicts=known)
    return {view.blocks[i].text: f"{v.reason}/{v.rule}" for i, v in stranded.judge(view).items()}


LIST = "<ul><li>Boats</li><li>Tides</li><li>Cranes</li><li>Quays</li></ul>"
CALL = "<div><h3>Boats for all</h3><p>One</p><p>Two</p><p>Three</p></div>"


def test_an_item_of_a_menu_goes_with_it() -> None:
    assert found(LIST, "Tides") == {"Tides": "navigation/stranded"}
    assert found(LIST.replace("<li>Quays</li>", "").replace("<li>Cranes</li>", ""), "Tides") == {}
    assert found(LIST, "Tides", CARD) == {}
    assert found(LIST, "Tides", None) == {}


@pytest.mark.parametrize(("verdict", "goes"), [(BUTTON, True), (CARD, False)])
def test_a_heading_goes_with_a_call_and_not_with_products(verdict: Verdict, goes: bool) -> None:
    assert found(CALL, "Boats for all", verdict) == ({"Boats for all": "promo/stranded"} if goes else {})


def test_the_last_line_alone_of_a_box_left_out_goes() -> None:
    last = "Everyone who works with the harbour has agreed to these rules of the house."
    other = "The harbour lets anybody who likes it try new cranes and new sheds for a while."
    box = f"<div><h2>The harbour</h2><p>{other}</p><p>Rules</p><p>{last}</p><p>{other}</p></div>"
    assert found(box, last, None) == {last: "outside/stranded"}
    assert found(box.replace(other, "Soup"), last, None) == {}


def test_pasted_text_has_no_boxes() -> None:
    assert stranded.judge(pasted(f"{A}\n\n{B}")) == {}
