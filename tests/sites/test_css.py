from __future__ import annotations

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.cssselect import CSSSelector

from copydesk.sites.css import css_index, selectors

PAGE = lxml.html.document_fromstring(
    """
    <html><body id="top" class="page">
    <div class="story wide" data-kind="news"><h1 class="title">A</h1>
      <p class="lead" lang="en">B <em>C</em></p>
      <div class="box"><p>D</p><ul><li class="lead">E</li></ul></div></div>
    <div id="more" class="story"><section name="x y"><p>F</p></section></div>
    <p>G</p></body></html>
    """
)
ELEMENTS = list(PAGE.iter())


def picked(source: str) -> list[int]:
    """The elements picked themselves, without what is in them."""
    index = css_index([source])
    return [at for at, element in enumerate(ELEMENTS) if index.picking(element)]


@pytest.mark.parametrize(
    "source",
    [
        "p",
        ".story",
        "div.story.wide",
        "#more",
        "div#more.story",
        ".story p",
        ".story > p",
        "body > div > div p",
        "[data-kind]",
        "div[data-kind='news'] .lead",
        "[name~='y']",
        "[class^='st']",
        "[class$='de']",
        "[data-kind*='ew'] li",
        "h1.title, .box ul",
        "*",
        ".story .box > ul > .lead",
        "DIV.story",
        ".absent",
    ],
)
def test_picks_what_lxml_picks(source: str) -> None:
    expected = CSSSelector(source, translator="html")(PAGE)
    assert [ELEMENTS[at] for at in picked(source)] == expected


PARTS = st.sampled_from(["div", "p", ".story", ".lead", "#more", ".wide", "[lang]", "li", "section", "*"])


@given(
    st.lists(PARTS, min_size=1, max_size=4), st.lists(st.sampled_from([" ", " > "]), min_size=3, max_size=3)
)
def test_picks_what_lxml_picks_whatever_the_combination(parts: list[str], signs: list[str]) -> None:
    source = parts[0] + "".join(sign + part for sign, part in zip(signs, parts[1:], strict=False))
    assert [ELEMENTS[at] for at in picked(source)] == CSSSelector(source, translator="html")(PAGE)


@pytest.mark.parametrize(
    "source", ["div[", "p:first-child", "p + p", "p ~ p", "p::before", "div:not(.a)", ""]
)
def test_what_cannot_be_read_is_an_error(source: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        selectors(source)


def test_a_block_belongs_to_what_is_around_it() -> None:
    around = css_index([".box", "li", ".absent", "#more"]).around(ELEMENTS)
    by_text = {(ELEMENTS[at].text or "").strip(): sources for at, sources in around.items()}
    assert by_text["D"] == {".box"}
    assert by_text["E"] == {".box", "li"}
    assert by_text["F"] == {"#more"}
    assert "G" not in by_text


def test_text_has_no_elements() -> None:
    assert css_index(["p"]).around(()) == {}
