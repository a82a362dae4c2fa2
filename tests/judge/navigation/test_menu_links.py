"""Links in menus that are no entries of theirs."""

from __future__ import annotations

import pytest
from viewing import STORY, marked_up, named, seen

from copydesk.judge.navigation import navigation

TITLE = "The old crane of Port Ellen leaves at last"


def told(line: str) -> list[str]:
    view = marked_up(STORY + line, outside="body > :not(main)")
    return [f"{v.reason}/{v.rule}" for v in navigation.judge(view).values()]


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("<a href=/join>Subscribe now Free for one winter</a>", "promo/action"),
        ("<a href=/join>Subscribers of the harbour</a>", "navigation/menu"),
        ("<a href=/join>Support for sailors</a>", "navigation/menu"),
    ],
)
def test_a_button_with_its_terms_is_an_offer_in_a_menu_too(link: str, said: str) -> None:
    assert told(f"<nav><p>{link}</p></nav>") == [said]


@pytest.mark.parametrize("address", ["#", "javascript:void(0)"])
def test_a_button_to_a_script_leads_to_no_story(address: str) -> None:
    page = f"<div class=js-nav>{STORY}<div class=panel><a href='{address}'>{TITLE}</a></div></div>"
    view = marked_up(page, outside=".panel")
    assert [v.rule for v in navigation.judge(view).values()] == ["menu"]
    view = marked_up(page.replace(address, "/crane"), outside=".panel")
    assert [v.rule for v in navigation.judge(view).values()] == ["link_line"]


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (
            "<li class=entry-title><a href=/2031/05/03/old-crane-leaves/>Crane leaves</a></li>",
            "promo/link_line",
        ),
        ("<li class=entry-title><a href=/crane>Crane leaves</a></li>", "navigation/menu"),
        ("<li><a href=/2031/05/03/old-crane-leaves/>Crane leaves</a></li>", "navigation/menu"),
    ],
)
def test_a_few_words_in_markup_for_headlines_lead_to_a_story_by_its_day(item: str, said: str) -> None:
    assert told(f"<nav><ul>{item}</ul></nav>") == [said]


def test_what_heads_such_links_in_the_page_s_head_heads_other_stories() -> None:
    items = "".join(
        f"<li class=entry-title><a href=/2031/05/0{n}/old-crane-leaves/>Crane {n} leaves</a></li>"
        for n in range(1, 4)
    )
    box = f"<header><div><p>Our picks:</p><nav><ul>{items}</ul></nav></div></header>"
    assert named(seen(box + STORY))["Our picks:"] == "promo/other_stories"
