from __future__ import annotations

from dataclasses import replace

import pytest
from viewing import pasted, through

from copydesk.judge.pasted import live_pages, live_posts
from copydesk.judge.view import View
from copydesk.model import Kind, kept

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
LIVE = "Storm on Islay – as it happened"
POSTS = (
    "Posted at 8:40",
    "That's all from us",
    "We go home now.",
    "Share",
    "14:02",
    "What next?",
    "It rains again.",
)


def page(title: str, *lines: str) -> View:
    view = pasted("\n\n".join((title, *lines)))
    inside = tuple(block.text == A for block in view.blocks)
    view = replace(view, in_reading=inside, doubt=(False,) * len(inside))
    at = next(block.index for block in view.blocks if block.text == title)
    return replace(view, verdicts={at: kept("title", "", kind=Kind.TITLE)})


def told(view: View) -> dict[str, str]:
    verdicts = through(view, (live_posts.judge, live_pages.judge)).verdicts
    return {view.blocks[i].text: v.rule for i, v in verdicts.items() if v.rule != "title"}


def test_the_posts_of_a_page_that_says_it_is_live_stay_with_their_headings() -> None:
    assert told(page(LIVE, "9 May 2031 18:02", *[A] * 5, *POSTS, A)) == {
        "Posted at 8:40": "live_time",
        "That's all from us": "post_heading",
        "We go home now.": "post_text",
        "14:02": "live_time",
        "What next?": "post_heading",
        "It rains again.": "post_text",
    }


@pytest.mark.parametrize(
    "lines", [("Storm on Islay", *[A] * 5, *POSTS, A), (LIVE, A, "Posted at 8:40", "We go home now.", A)]
)
def test_without_the_word_or_with_one_time_it_is_none(lines: tuple[str, ...]) -> None:
    assert told(page(*lines)) == {}


def test_headings_may_stand_above_the_times() -> None:
    posts = ("The end", "21:48 Uhr", "We go home now.", "Dike holds", "16:02 Uhr", A)
    view = page("++ Water rises ++", "Liveblog", *posts)
    rules = told(view)
    assert [line for line, rule in rules.items() if rule == "post_heading"] == ["The end", "Dike holds"]
    assert rules["We go home now."] == "post_text"


def test_behind_the_last_post_nothing_stays() -> None:
    lines = (LIVE, A, "14:40", "Late", A, "14:02", "Wet", "It rains again.", "Most read", "It is late.")
    assert "It is late." not in told(page(*lines))
