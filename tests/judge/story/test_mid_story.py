from __future__ import annotations

from dataclasses import replace

import pytest
from viewing import A, B, marked_up, pasted

from copydesk.judge.story import mid_story

ABOUT = "Quay Works is a yard that has mended ferries and cranes for more than ninety years."


def kept(middle: str, below: str = B, *, inside: tuple[str, ...] = ()) -> dict[str, str]:
    """What comes back of a story's middle that the reading lost, and by which rule."""
    view = marked_up(f"<main><h1>Ferry</h1><p>{A}</p>{middle}<p>{below}</p><p>{A}</p></main>")
    read = tuple(block.text in {A, B, ABOUT, *inside} for block in view.blocks)
    found = mid_story.judge(replace(view, in_reading=read))
    return {view.blocks[i].text: v.rule for i, v in found.items()}


def test_a_linked_name_above_what_is_said_of_it() -> None:
    name = "<p><a href=/works>Quay Works</a></p>"
    assert kept(name, ABOUT) == {"Quay Works": "linked_subhead"}
    assert kept(name) == {}
    assert kept("<p>Quay Works</p>", ABOUT) == {}
    assert kept("<div class=photo><a href=/works>Quay Works</a></div>", ABOUT) == {}


@pytest.mark.parametrize("text", ["https://quay.example/map", "Visit: https://quay.example/map"])
def test_an_address_between_paragraphs(text: str) -> None:
    assert kept(f"<p><a href=/m>{text}</a></p>") == {text: "address"}
    assert kept(f"<aside><span>{text}</span></aside>") == {}
    more = "www.quay.example/tides"
    assert kept(f"<p><a href=/m>{text}</a></p><p>{more}</p>") == {text: "address", more: "address"}


def test_words_within_a_sentence() -> None:
    box = "<div>Fares are from the harbour. <div><b>Paid lines</b></div> stand first in each list.</div>"
    texts = ("Fares are from the harbour.", "stand first in each list.")
    assert kept(box, inside=texts) == {"Paid lines": "inner_words"}
    assert kept(box.replace("stand", "Stand"), inside=(texts[0], "Stand first in each list.")) == {}


def test_pasted_text_is_none_of_its_business() -> None:
    assert mid_story.judge(pasted(f"{A}\n\nhttps://quay.example/map\n\n{B}")) == {}


ASKS = "What does the yard mend in winter?"


@pytest.mark.parametrize(
    ("html", "is_one"),
    [
        (f"<div><a class=accordion tabindex=0>{ASKS}</a></div>", True),
        (f"<div><button>{ASKS}</button></div>", True),
        (f"<div><a href=/winter>{ASKS}</a></div>", False),
        (f"<div>{ASKS}</div>", False),
        ("<div><a class=accordion>The yard in winter</a></div>", False),
    ],
    ids=["a link that leads nowhere", "a button", "a link", "no button", "no question"],
)
def test_a_question_that_is_pressed_stays_above_its_answer(html: str, *, is_one: bool) -> None:
    assert (kept(html) == {ASKS: "question"}) is is_one


def test_a_question_without_its_answer_stays_out() -> None:
    assert kept(f"<div><button>{ASKS}</button></div><p>Ferries, and cranes</p>") == {}
