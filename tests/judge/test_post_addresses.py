from __future__ import annotations

from dataclasses import replace

import pytest
from viewing import A, B, marked_up, pasted, struck

from copydesk.judge.promos import links
from copydesk.judge.story import introduced, mid_story

POSTS = (
    "https://x.com/harbour_post/status/90817263?s=20",
    "https://www.youtube.com/watch?v=pier-31",
    "https://www.instagram.com/p/Pier31/",
    "https://t.me/harbour/812",
)


@pytest.mark.parametrize("post", POSTS)
def test_the_address_of_a_post_stands_for_the_post(post: str) -> None:
    view = marked_up(f"<p>{A}</p><p><a href={post}>{post}</a></p><p>{B}</p>")
    assert struck(view, links.judge(view)) == {post: "template"}
    view = pasted(f"{A}\n\n{post}\n\n{B}")
    assert struck(view, links.judge(view)) == {post: "template"}


def test_a_line_above_does_not_announce_the_address_of_a_post() -> None:
    view = marked_up(f"<p>She wrote of it:</p><p><a href={POSTS[0]}>{POSTS[0]}</a></p><p>{B}</p>")
    assert introduced.judge(view) == {}


def test_other_addresses_stay_unless_their_element_says_that_something_is_set_in() -> None:
    address = "https://quay.example/map/31"
    for other in (address, "https://x.com/harbour_post", f"Map: {POSTS[1]}"):
        view = marked_up(f"<p>{A}</p><p>{other}</p><p>{B}</p>")
        assert struck(view, links.judge(view)) == {}
    view = marked_up(f"<p>{A}</p><p data-part=/embeds/31><a href=/m>{address}</a></p><p>{B}</p>")
    assert struck(view, links.judge(view)) == {address: "template"}
    view = marked_up(f"<p>{A}</p><p><a href=/embed/31>https://quay.example</a></p><p>{B}</p>")
    assert struck(view, links.judge(view)) == {}


def test_a_post_within_the_story_goes_where_the_reading_lost_it() -> None:
    view = marked_up(f"<main><p>{A}</p><p><a href={POSTS[0]}>{POSTS[0]}</a></p><p>{B}</p></main>")
    view = replace(view, in_reading=(True, False, True))
    assert struck(view, mid_story.judge(view)) == {POSTS[0]: "template"}
