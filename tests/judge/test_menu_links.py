"""Links in menus that are no entries of theirs."""

from __future__ import annotations

import pytest
from viewing import STORY, marked_up

from copydesk.judge import navigation

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
