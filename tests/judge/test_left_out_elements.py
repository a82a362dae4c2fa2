"""Left-out lines that the elements around them tell."""

from __future__ import annotations

import pytest
from viewing import A, B, behind, named, seen


@pytest.mark.parametrize(
    ("box", "said"),
    [
        ("hs-form", "navigation/control"),
        ("product-card-price", "promo/product_box"),
        ("testimonial", "promo/praise_box"),
        ("ez-toc-list", "navigation/contents"),
        ("article-references", "credit/sources"),
        ("footnotes", "notice/footnote"),
        ("page-sidebar", "navigation/beside"),
        ("elementor-widget", None),
    ],
)
def test_a_line_is_told_by_the_name_of_its_box(box: str, said: str | None) -> None:
    assert behind(f"<div class={box}><p>Anna and the tide</p></div>").get("Anna and the tide") == said


def test_a_box_that_holds_the_story_tells_nothing() -> None:
    assert named(seen(f"<div class=sidebar><p>{A}</p><p>{B}</p><p>Left out</p></div>")) == {}


def test_a_post_of_a_network_is_called_so_and_stays_outside() -> None:
    post = "<blockquote class=twitter-tweet><p>Ferry stays in port.</p>— Ida (@ida) May 1, 2031</blockquote>"
    found = named(seen(f"<main><h1>Ferry stays</h1><p>{A}</p>{post}<p>{B}</p></main>"))
    assert set(found.values()) == {"outside/embedded_post"}


HEADLINES = "".join(
    f"<li><a href=/{n}>Ferry number {n} has been towed back to port</a></li>" for n in range(3)
)
SECTIONS = "".join(f"<li><a href=/s{n}>Harbour {n}</a></li>" for n in range(10))


def test_a_box_of_linked_headlines_is_of_other_stories() -> None:
    found = behind(f"<div class=c9>{HEADLINES}<p>Tide tables</p></div>")
    assert found["Tide tables"] == "promo/other_stories"


def test_a_box_with_many_more_short_links_than_headlines_is_a_menu() -> None:
    found = behind(f"<div class=c9>{SECTIONS}{HEADLINES}<p>Tide tables</p></div>")
    assert found["Tide tables"] == "navigation/menu"
