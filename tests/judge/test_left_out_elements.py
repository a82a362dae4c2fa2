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
