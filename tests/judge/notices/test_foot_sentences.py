"""Sentences in a page's foot: small print, offers, and what the house says of itself."""

from __future__ import annotations

import pytest
from viewing import STORY, marked_up

from copydesk.judge.left_out import left_out
from copydesk.model import Reason

HATS = "The hats of the crew are dry again today"


def reason_of(foot: str, text: str) -> Reason | None:
    view = marked_up(STORY + f"<footer>{foot}</footer>", outside="body > :not(main)")
    found = left_out.judge(view)
    return next(found[b.index].reason for b in view.blocks if b.text == text and b.index in found)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The tides on this page are for informational purposes and may be wrong.", Reason.NOTICE),
        ("*Fares are those of the winter and were counted by the crew.", Reason.NOTICE),
        ("With a membership of the pier you see more of the sea.", Reason.PROMO),
        ("Discover the islands by boat with us this summer.", Reason.PROMO),
        ("Nobody sails round the islands like the crew of the Gull.", Reason.AUTHOR_BIO),
        ("Part of the Gull & Tern group", Reason.AUTHOR_BIO),
        ("What are you looking for?", Reason.NAVIGATION),
        ("Use of this site means that you have read our terms", Reason.NOTICE),
        ("Please call the harbour master at 555 010 2030 about lost umbrellas.", Reason.NAVIGATION),
        ("Jobs at sea", Reason.NAVIGATION),
    ],
)
def test_a_sentence_in_the_foot_is_small_print_an_offer_or_about_the_house(text: str, reason: Reason) -> None:
    assert reason_of(f"<p>{text}</p>", text) is reason


@pytest.mark.parametrize(
    ("foot", "text", "reason"),
    [
        ("<h4>Win a lifebelt!</h4>", "Win a lifebelt!", Reason.PROMO),
        ("<p><a href=/crew>Join the crew!</a></p>", "Join the crew!", Reason.PROMO),
        ("<p>Not a sailor yet?</p>", "Not a sailor yet?", Reason.PROMO),
        ("<ul><li><a href=/crew>Join the crew!</a></li></ul>", "Join the crew!", Reason.NAVIGATION),
        ("<p><a href=/crew>Join the crew</a></p>", "Join the crew", Reason.NAVIGATION),
        (f"<p><a href=/hats>{HATS}</a></p>", HATS, Reason.PROMO),
        (f"<p><a href=/>{HATS}</a></p>", HATS, Reason.NAVIGATION),
        (f"<ul><li><a href=/hats>{HATS}</a></ul>", HATS, Reason.NAVIGATION),
    ],
)
def test_a_few_words_in_the_foot_are_an_offer_where_they_call(foot: str, text: str, reason: Reason) -> None:
    assert reason_of(foot, text) is reason


def test_what_customers_say_and_what_forms_say_keep_the_name_of_the_frame() -> None:
    said = "The crew of the ferry were kind to my hat and me."
    assert reason_of(f"<div class=testimonial><p>{said}</p></div>", said) is Reason.NAVIGATION
    asked = "The name of your boat as it is painted on the stern."
    assert reason_of(f"<form><p>{asked}</p><input type=search></form>", asked) is Reason.NAVIGATION


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("I'm Ida Sand, and I write about the sea from a small boat.", Reason.AUTHOR_BIO),
        ("Looking for a berth this winter? We have some that are dry.", Reason.PROMO),
        ("Discover the islands by boat with us this summer.", Reason.PROMO),
        ("The boat above does not match the one you named before.", Reason.NAVIGATION),
    ],
)
def test_beside_the_story_a_sentence_says_what_it_is_by_a_phrase(text: str, reason: Reason) -> None:
    view = marked_up(f"{STORY}<div class=widget><p>{text}</p></div>", outside="body > :not(main)")
    found = {view.blocks[i].text: v.reason for i, v in left_out.judge(view).items()}
    assert found[text] is reason


def test_a_block_with_the_owner_in_its_middle_is_the_imprint() -> None:
    text = (
        "The Pier has the best tides and boats every day © Quill Media Ltd, Pier Road | Company No. 12 Terms"
    )
    assert reason_of(f"<div>{text}</div>", text) is Reason.NOTICE
