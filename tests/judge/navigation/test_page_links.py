from __future__ import annotations

from dataclasses import replace

import pytest
from viewing import STORY, A, B, behind, marked_up, named, pasted, seen

from copydesk.judge.navigation.page_links import leads_to_itself, leads_within
from copydesk.judge.promos import links
from copydesk.judge.story import subheads


def within(html: str) -> bool:
    view = marked_up(html)
    page = replace(view.page, url="https://gazette.example/ferry", canonical_url=None)
    return leads_within(replace(view, page=page), 0)


@pytest.mark.parametrize(
    ("href", "own"),
    [
        ("#quay", True),
        ("/ferry?#quay", True),
        ("https://gazette.example/ferry#quay", True),
        ("https://gazette.example/soup#quay", False),
        ("https://[broken#quay", False),
        ("#", False),
        ("#/soup", False),
        ("/soup", False),
    ],
)
def test_a_link_to_a_place_of_the_page_itself(href: str, own: bool) -> None:
    assert within(f"<p><a href='{href}'>The quay</a></p>") is own


def test_a_line_is_one_only_with_all_of_its_links() -> None:
    assert not within("<p>The quay</p>")
    assert not within("<p><a href=#quay>The quay</a> <a href=/soup>Soup</a></p>")
    assert not leads_within(pasted("The quay"), 0)


def test_a_heading_that_is_a_link_to_itself() -> None:
    page = "<h2><a href=#a>Who swam</a></h2>", "<h2 id=a><a href=#a>Who swam</a></h2>"
    assert [leads_to_itself(marked_up(html), 0) for html in page] == [False, True]
    assert leads_to_itself(marked_up("<a id=a></a><h2><a href=#a>Who swam</a></h2>"), 0)


def test_headings_that_lead_to_themselves_are_no_teasers_and_come_back() -> None:
    heads = "<h2 id=a><a href=#a>Who swam to the quay</a></h2><h3 id=b><a href=#b>Why so far</a></h3>"
    html = f"<main><h1>Ferry</h1><p>{A}</p>{heads}<div><p>{B}</p></div><p>{A}</p></main>"
    view = marked_up(html)
    assert links.judge(view) == {}
    left = replace(view, in_reading=tuple(b.text in (A, B) for b in view.blocks))
    assert [view.blocks[i].text for i in subheads.judge(left)] == ["Why so far"]


def test_left_out_links_to_the_page_itself() -> None:
    assert behind("<div><a href=#q>Where the quay was moved</a></div>") == {
        "Where the quay was moved": "navigation/jump"
    }
    over = "<a id=e1 href=#e2>Skip what is set in here</a>"
    skip = f"<div>{over}<div><iframe></iframe></div><a id=e2 href=#e1>Back</a></div>"
    story = STORY.replace(f"<p>{B}</p>", f"{skip}<p>{B}</p>")
    assert named(seen(story)) == {
        "Skip what is set in here": "template/skip_link",
        "Back": "template/skip_link",
    }
