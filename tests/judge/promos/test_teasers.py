from __future__ import annotations

import pytest
from viewing import marked_up, pasted, stays, struck, through

from copydesk.judge.headlines import headline
from copydesk.judge.promos import teasers

STORY = "".join(
    f"<p>The ferry to Hollin lay in the harbour of Dunmarrow for day {day} on Monday, while its owner looked "
    f"for a captain who knows the shallows off the island as well as the last one did.</p>"
    for day in range(3, 8)
)
EXCERPTS = [
    "The tram to Vessby is late again, and nobody at the depot has a word to say about it to those who",
    "A baker on the quay has thrown a party for the gulls that he fed through the whole of a long and wet",
    "Two boats met in the fog off the island, and their crews tell the story in ways that have little to",
]

THIRD = "<div class=card><h3><a href='/2'"


def row(
    end: str, day: str = "", heading: str = "<h3><a href='/{n}'>Story {n} of the harbour</a></h3>"
) -> str:
    cards = (
        f"<div class=card>{heading.format(n=n)}<p>{text}{end}</p>{day}</div>"
        for n, text in enumerate(EXCERPTS)
    )
    return f"<section>{''.join(cards)}</section>"


def judged(body: str) -> dict[str, str]:
    view = marked_up(f"<main><h1>Ferry waits for a captain</h1>{body}</main>")
    return struck(through(view, [headline.judge, teasers.judge]))


def test_cards_with_excerpts_that_are_cut_off_go_whole() -> None:
    gone = judged(STORY + row("...", "<span>Read more</span>"))
    assert set(gone) == {
        *(f"Story {n} of the harbour" for n in range(3)),
        *(f"{text}..." for text in EXCERPTS),
        "Read more",
    }
    assert set(gone.values()) == {"promo"}


def test_cards_that_bear_the_day_of_their_story_go_whole() -> None:
    assert f"{EXCERPTS[0]} say so." in judged(STORY + row(" say so.", "<div>Mar 3, 2031</div>"))


@pytest.mark.parametrize(
    "body",
    [
        # a list of places, told in full
        STORY + row(" say so."),
        # what the page is about: nothing is there beside the cards, or its text runs through them
        row("..."),
        STORY + row("...").replace(THIRD, STORY + THIRD),
        # headings that lead nowhere, and two cards alone
        STORY + row("...", heading="<h3>Story {n} of the harbour</h3>"),
        STORY + "<section>" + row("...").partition("</div>")[2],
        # parts of the story with linked headings, of more paragraphs than one
        STORY + row("...", f"<p>{EXCERPTS[1]} say.</p>"),
    ],
)  # fmt: skip
def test_parts_of_the_story_stay(body: str) -> None:
    assert judged(body) == {}


def test_pasted_text_has_no_cards() -> None:
    view = pasted(
        "Ferry waits for a captain\n\n" + "\n\n".join(f"Story of the harbour\n{e}..." for e in EXCERPTS)
    )
    assert teasers.judge(view) == {}
    assert len(stays(view)) == 7


def test_cards_whose_headline_is_a_link_and_a_heading_go_whole() -> None:
    twice = "<a href='/{n}'>Story {n} of the harbour</a><h3>Story {n} of the harbour</h3>"
    gone = judged(STORY + row(" do.", heading=twice))
    assert {f"Story {n} of the harbour" for n in range(3)} <= set(gone)
    assert {f"{text} do." for text in EXCERPTS} <= set(gone)


def test_an_excerpt_in_an_element_named_a_teaser_below_its_linked_headline() -> None:
    excerpt = "The tram to Vessby is late again, and nobody at the depot has a word to say about it."
    card = f"<div class='box teaser'><h2><a href=/x>Trams are late in Vessby</a></h2><p>{excerpt}</p></div>"
    other = card.replace("Vessby", "Hollin").replace("<p>", "<p class=out>")
    page = f"<h1>Ferry stays</h1>{STORY}{card}{other}"
    view = marked_up(page, outside=".out")
    assert struck(view, teasers.judge(view)) == {excerpt: "promo"}
    assert teasers.judge(marked_up(page)) == {}
    assert (
        teasers.judge(marked_up(page.replace("a href=/x", "b").replace("/a>", "/b>"), outside=".out")) == {}
    )
