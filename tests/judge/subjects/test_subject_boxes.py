"""Links to subjects below a label of theirs, or in an element named for tags."""

from __future__ import annotations

import pytest
from viewing import subjects


def links(*texts: str, way: str = "/n{}", attributes: str = "") -> str:
    items = (f"<a {attributes} href='{way.format(n)}'>{text}</a>" for n, text in enumerate(texts))
    return " ".join(f"<span>{item}</span>" for item in items)


def test_links_that_lead_nowhere_name_subjects_below_a_label_of_theirs() -> None:
    row = links("Ferries", "Ada Quill", way="")
    assert subjects(f"<div><div><span>Themen</span></div><div>{row}</div></div>") == (
        ["Themen", "Ferries Ada Quill"],
        ["Ferries", "Ada Quill"],
    )


@pytest.mark.parametrize(
    "behind",
    [
        f"<div><p>Read more on</p><div>{links('Ferries', 'Ice', way='')}</div></div>",
        f"<div><p>Topics</p><div>{links(*map(str, 'abcdefghij'))}</div></div>",
        f"<footer><p>Topics</p><div>{links('Ferries', 'Ice')}</div></footer>",
        f"<div class=site-menu><p>Topics</p><div>{links('Ferries', 'Ice')}</div></div>",
        f"<div class=stories><p>Topics</p><div>{links('Ferries', 'Ice')}</div></div>",
        f"<div><p>Topics</p><div>{links('Ferries leave late once more')}</div></div>",
        f"<div><p>Topics</p><div>{links('Ada Quill', way='/author/quill{}')}</div></div>",
    ],
)
def test_links_below_words_that_may_head_menus_or_stories_are_left(behind: str) -> None:
    assert subjects(behind) == ([], [])


def test_subjects_by_their_addresses_may_stand_in_a_menu_of_their_own() -> None:
    nav = f"<nav><h3>More about</h3><div>{links('Ferries', 'Ice', way='/topic/t{}')}</div></nav>"
    assert subjects(nav) == (["More about", "Ferries Ice"], ["Ferries", "Ice"])


def test_what_stands_in_other_markup_below_subjects_is_none() -> None:
    row = f"<div class=row>{links('Ferries', 'Ice', way='/topic/t{}')}</div>"
    assert subjects(f"<div><p>Tags</p>{row}<div class=rights><a href=/buy>Buy this text</a></div></div>") == (
        ["Tags", "Ferries Ice"],
        ["Ferries", "Ice"],
    )


def test_many_subjects_in_the_side_column_are_not_the_storys() -> None:
    row = "".join(f"<li><a href=/tags/t{n}>Pier {n}</a></li>" for n in range(5))
    lines, named = subjects(f"<div class=sidebar><h3>Tags</h3><div class=tags><ul>{row}</ul></div></div>")
    assert lines[:2] == ["Tags", "Pier 0"]
    assert named == []


@pytest.mark.parametrize(
    "box", ["view-tags", "article-tags", "articleTags", "post_keywords", "tag-list", "c-tags__list"]
)
def test_a_short_link_alone_in_an_element_named_for_tags_is_one(box: str) -> None:
    assert subjects(f"<div class='{box}'><div><a href='/search?q=a'>Taxes</a></div></div>") == (
        ["Taxes"],
        ["Taxes"],
    )


@pytest.mark.parametrize(
    "behind",
    [
        "<div class=tag><a href='/search?q=a'>Taxes</a></div>",
        "<div class=tags><a href='/search?q=a'>Taxes</a><p>They are due in the spring.</p></div>",
        "<footer><div class=tags><a href='/search?q=a'>Taxes</a></div></footer>",
        "<div class=tags><a href='/search?q=a'>Taxes</a></div>" * 2,
        (
            "<div><div class=tags><a href='/search?q=a'>Taxes</a></div>"
            "<h3><a href=/b>The pier is closed for the winter</a></h3></div>"
        ),
    ],
)
def test_elements_named_for_tags_in_cards_and_frames_say_nothing_of_the_story(behind: str) -> None:
    assert subjects(behind) == ([], [])


def test_few_categories_beside_a_tag_are_subjects_and_what_the_page_does_not_show_is_left_out() -> None:
    marked = [("tag", "ice", "Ice"), ("category", "a", "Ports"), ("category", "b", "Isles")]
    row = "".join(f"<span><a rel={rel} href=/{way}>{text}</a></span> " for rel, way, text in marked)
    assert subjects(f"<div class=taxonomy>{row}</div>")[1] == ["Ice", "Ports", "Isles"]
    hidden = "<ul><li><a href=/topics/ice>Ice<span hidden> topic page</span></a></li></ul>"
    assert subjects(f"<div><h2>Topics</h2>{hidden}</div>")[1] == ["Ice"]


def test_the_long_name_of_a_body_parts_no_list_of_subjects() -> None:
    body = "Office for the Keeping of Island Piers and Harbours"
    items = "".join(f"<div><a href=/tag/t{n}>{text}</a></div>" for n, text in enumerate(("Ice", body, "Fog")))
    lines, named = subjects(f"<div><p>Tags</p><div>{items}</div></div>")
    assert lines == ["Tags", "Ice", body, "Fog"]
    assert named == ["Ice", body, "Fog"]
    elsewhere = items.replace("/tag/", "/n/")
    assert body not in subjects(f"<div><p>Tags</p><div>{elsewhere}</div></div>")[0]
