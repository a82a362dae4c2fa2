from __future__ import annotations

from dataclasses import replace

import pytest
from viewing import marked_up, pasted

from copydesk.judge.promos import excerpts
from copydesk.model import Reason, dropped

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."
HEAD = "How the islands get by without a boat"
EXCERPT = "Shops on the islands have bread for three days. What they sell when no ferry comes."


def struck(card: str, *lost: str) -> list[str]:
    view = marked_up(f"<h1>Ferry stays in port</h1><article><p>{A}</p>{card}<p>{B}</p></article>")
    view = replace(view, in_reading=tuple(b.text not in (HEAD, *lost) for b in view.blocks))
    return [view.blocks[i].text for i in excerpts.judge(view)]


def card(name: str = "teaser-box", inner: str = f"<p>{EXCERPT}</p>", href: str = "/islands") -> str:
    return f"<div class='{name}'><h3><a href={href}>{HEAD}</a></h3>{inner}</div>"


@pytest.mark.parametrize("name", ["teaser-box", "m-RelatedStory", "inline-article"])
def test_an_excerpt_goes_with_the_headline_of_its_card(name: str) -> None:
    assert struck(card(name)) == [EXCERPT]


def test_labels_of_the_card_that_are_left_out_do_no_harm() -> None:
    assert struck(card(inner=f"<p>{EXCERPT}</p><span>5 min</span>"), "5 min") == [EXCERPT]


@pytest.mark.parametrize(
    "other",
    [
        card("entry"),
        card(inner=f"<p>{EXCERPT}</p><p>{B} Nobody was hurt.</p>"),
        card(inner=f"<p>{EXCERPT * 8}</p>"),
        f"<div class=teaser><h3>{HEAD}</h3><p>{EXCERPT}</p></div>",
        f"<h3><a href=/x>{HEAD}</a></h3><div class=teaser><p>{EXCERPT}</p></div>",
    ],
)
def test_other_boxes_and_longer_texts_are_no_cards(other: str) -> None:
    assert struck(other) == []


def test_where_the_headline_is_read_its_text_is_the_storys_and_pasted_text_has_no_boxes() -> None:
    view = marked_up(f"<article><p>{A}</p>{card()}<p>{B}</p></article>")
    assert excerpts.judge(replace(view, in_reading=(True,) * len(view.blocks))) == {}
    assert excerpts.judge(pasted(f"{A}\n\n{HEAD}\n\n{EXCERPT}")) == {}


def test_under_read_more_a_card_needs_no_name_but_a_picture() -> None:
    def below(inner: str) -> list[str]:
        box = f"<div class=x1>{inner}<h3><a href=/islands>{HEAD}</a></h3><p>{EXCERPT}</p></div>"
        view = marked_up(f"<h1>Ferry stays in port</h1><article><p>{A}</p>{box}<p>{B}</p></article>")
        head = next(b.index for b in view.blocks if b.text == HEAD)
        listed = {head: dropped("related_list", Reason.PROMO, "test")}
        seen = tuple(b.text != HEAD for b in view.blocks)
        view = replace(view, in_reading=seen, verdicts=listed)
        return [view.blocks[i].text for i in excerpts.judge(view)]

    assert below("<figure><img src=a.jpg></figure>") == [EXCERPT]
    assert below("") == []
