from __future__ import annotations

import pytest
from viewing import marked_up, stays, struck

from copydesk.extract.declared import Candidate, Declared
from copydesk.judge.bios import bios

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."
D = "A replacement ferry is due on Friday, the company said, and tickets stay valid until then."

MARA = Declared({"authors": (Candidate("Mara Quill", "json-ld"),)})


def test_an_authors_box_outside_the_story_goes() -> None:
    view = marked_up(
        f"<body><article><p>{A}</p><p>{B}</p></article>"
        f"<div class='author-bio'><p>Ivo keeps bees and a boat.</p></div></body>"
    )
    assert struck(view, bios.judge(view)) == {"Ivo keeps bees and a boat.": "author_bio"}


@pytest.mark.parametrize("name", ["block-author", "the-author", "node--type-person"])
def test_an_authors_box_may_be_a_block_or_a_kind_of_page(name: str) -> None:
    view = marked_up(
        f"<body><article><p>{A}</p><p>{B}</p></article>"
        f"<div class='{name}'><p>Ivo keeps bees and a boat.</p></div></body>"
    )
    assert struck(view, bios.judge(view)) == {"Ivo keeps bees and a boat.": "author_bio"}


def test_an_authors_box_around_the_story_is_no_evidence() -> None:
    view = marked_up(
        f"<body><div class='author-content post-author-box'><p>{A}</p><p>{B}</p><p>{D}</p></div></body>"
    )
    assert stays(view, bios.judge(view)) == [A, B, D]


def test_a_few_words_in_an_authors_box_above_the_story_are_a_byline() -> None:
    head = "<div class=author-info><div>Mara Quill Harbour Correspondent</div></div>"
    view = marked_up(f"<main>{head}<article><p>{A}</p><p>{B}</p></article></main>", MARA, outside="div")
    assert struck(view, bios.judge(view)) == {"Mara Quill Harbour Correspondent": "byline"}


def test_what_heads_an_authors_box_above_the_story_is_no_byline() -> None:
    head = "<div class=author-info><div>About Mara Quill</div><div>By</div></div>"
    view = marked_up(f"<main>{head}<article><p>{A}</p><p>{B}</p></article></main>", MARA, outside="div")
    assert struck(view, bios.judge(view)) == {"About Mara Quill": "author_bio", "By": "byline"}


def test_an_authors_box_names_who_wrote_the_story() -> None:
    box = (
        "<div class=author-box><b>Mara Quill</b><p>Ada Poe, Digital Security Expert</p>"
        "<p>She has sailed the islands for twenty years and more.</p></div>"
    )
    view = marked_up(f"<article><p>{A}</p><p>{B}</p><p>{D}</p></article>{box}", outside="div")
    facts = [value for v in bios.judge(view).values() for _, value in v.facts]
    assert facts == ["Mara Quill", "Ada Poe"]


def test_a_call_to_share_in_an_author_s_box_is_none_of_it() -> None:
    box = "<div class=author-info-row><div class=title>Share</div><p>Ida Sand, who sails</p></div>"
    story = "".join(
        f"<p>The ferry number {n} stayed in port on Tuesday, the harbour said.</p>" for n in range(3)
    )
    view = marked_up(f"<main>{story}</main>{box}", outside=".author-info-row")
    assert list(struck(view, bios.judge(view))) == ["Ida Sand, who sails"]


def test_a_list_of_posts_that_shows_their_writers_is_no_box_of_an_author() -> None:
    posts = "<ul class='latest-posts has-author'><li><div class=post-author>by Mara Quill</div></li></ul>"
    view = marked_up(f"<article><p>{A}</p><p>{B}</p></article><aside class=more>{posts}</aside>")
    assert bios.judge(view) == {}
