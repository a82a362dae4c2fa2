from __future__ import annotations

import pytest
from viewing import A, B, marked_up, struck

from copydesk.judge.promos import links, promos

C = "The council wants to know who had the keys, and when the new engine will be delivered."
STORY = f"<h1>Ferry stays in port</h1><p>{A}</p><p>{B}</p><p>{C}</p><p>{A} {B}</p><p>{B} {C}</p>"
CARDS = tuple(
    f"<div class=card><a href=/{n}><img></a><h3>{name}</h3><p>How it came about.</p></div>"
    for n, name in enumerate(("A longer quay", "A second crane"))
)


def found(box: str) -> set[str]:
    view = marked_up(f"<main>{STORY}{box}</main>")
    return set(struck(view, promos.judge(view)))


def test_cards_in_one_box_with_a_heading_of_other_stories_go_with_it() -> None:
    box = f"<section><h2>Related articles</h2>{''.join(CARDS)}</section>"
    assert found(box) == {"Related articles", "A longer quay", "A second crane", "How it came about."}


@pytest.mark.parametrize(
    "box",
    [
        f"<section><h2>Related articles</h2>{CARDS[0]}</section>",
        f"<section><h2>Related articles</h2>{''.join(CARDS).replace('<a href', '<b title')}</section>",
        f"<section><h2>Related articles</h2>{''.join(CARDS).replace('h3', 'h2')}</section>",
        f"<section><p>Soup</p><h2>Related articles</h2>{''.join(CARDS)}</section>",
    ],
)
def test_other_boxes_below_such_a_heading_stay(box: str) -> None:
    assert found(box) == {"Related articles"}


def test_read_more_on_a_card_of_a_menu_heads_nothing() -> None:
    menu = "<nav><a href=/x>Read more</a><ul><li><a href=/y>Boats</a><li><a href=/z>Tides</a></ul></nav>"
    view = marked_up(f"{menu}<main>{STORY}</main>")
    assert set(struck(view, promos.judge(view))) == {"Read more"}


def test_headings_below_pictures_that_head_nothing_are_cards() -> None:
    def row(count: int, more: str = "") -> dict[str, str]:
        cards = "".join(f"<div><img src={n}.jpg><h3>Quay number {n}</h3>{more}</div>" for n in range(count))
        view = marked_up(f"<main>{STORY}{cards}<h4>What now</h4><p>{C}</p></main>")
        return struck(view, links.judge(view))

    assert row(3) == {f"Quay number {n}": "promo" for n in range(3)}
    assert row(2) == {}
    assert row(3, "<p>It is a mile from the pier, and has a crane of its own since last year.</p>") == {}
