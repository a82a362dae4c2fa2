"""Lines behind a label that their sisters have, too."""

from __future__ import annotations

from dataclasses import replace

from viewing import A, B, marked_up, struck

from copydesk.judge.story import labelled_fellows
from copydesk.judge.view import View
from copydesk.model import Reason, dropped

SHOP = dropped("shop", Reason.PROMO, "says where something is to be had")


def shops(*names: str, last: str) -> View:
    items = "".join(f"<h3>Lamp {n}</h3><ul><li>{text}</li></ul>" for n, text in enumerate((*names, last)))
    view = marked_up(f"<main><h1>Ferry stays in port</h1><p>{A}</p>{items}<p>{B}</p></main>")
    return replace(view, verdicts={b.index: SHOP for b in view.blocks if b.text in names})


def test_a_line_goes_with_most_of_those_that_have_its_label() -> None:
    view = shops("To be had at: Quill", "To be had at: Marsk", "To be had at: Doe", last="To be had at: Lee")
    assert struck(view, labelled_fellows.judge(view)) == {"To be had at: Lee": "promo"}


def test_a_line_with_few_sisters_or_another_label_stays() -> None:
    few = shops("To be had at: Quill", "To be had at: Marsk", last="To be had at: Lee")
    other = shops("To be had at: Quill", "To be had at: Marsk", "To be had at: Doe", last="Made by: Lee")
    assert labelled_fellows.judge(few) == labelled_fellows.judge(other) == {}
