"""Columns of the page's foot whose head looks like that of other stories."""

from __future__ import annotations

import pytest
from viewing import STORY, marked_up, named, seen, through

from copydesk.judge.promos import promos
from copydesk.model import Reason

ENTRIES = "".join(f"<li><a href=/{n}>{n}</a></li>" for n in ("About us", "Contact", "Advertise", "Podcasts"))
HEADLINES = "".join(f"<li><a href=/{n}>The pier number {n} is closed again</a></li>" for n in range(4))


def reasons(foot: str) -> set[Reason | None]:
    view = marked_up(STORY + foot, outside="body > :not(main)")
    return {v.reason for v in promos.judge(view).values()}


@pytest.mark.parametrize("name", ["footer", "div class=b-footer__links-group", "div class=footer-list"])
def test_short_links_in_the_page_s_foot_are_a_menu_whatever_heads_them(name: str) -> None:
    foot = f"<{name}><div><h2>Read more</h2><ul>{ENTRIES}</ul></div></{name.split(maxsplit=1)[0]}>"
    assert reasons(foot) == {Reason.NAVIGATION}


@pytest.mark.parametrize(
    "foot",
    [
        f"<footer><div><h2>Read more</h2><ul>{HEADLINES}</ul></div></footer>",
        f"<div class=card-footer><h2>Read more</h2><ul>{ENTRIES}</ul></div>",
        f"<div><h2>Read more</h2><ul>{ENTRIES}</ul></div>",
    ],
    ids=["headlines", "a card's foot", "no foot"],
)
def test_other_lists_below_such_a_head_are_of_stories(foot: str) -> None:
    assert reasons(foot) == {Reason.PROMO}


@pytest.mark.parametrize("foot", ["footer", "div class=site-footer", "ul class=main-menu"])
def test_a_list_of_other_stories_ends_where_a_menu_begins(foot: str) -> None:
    menu = f"<{foot}>{ENTRIES}</{foot.split(maxsplit=1)[0]}>"
    page = f"<div><h2>Related stories</h2><ul>{HEADLINES}</ul>{menu}</div>"
    view = marked_up(STORY + page, outside="body > :not(main)")
    told = {view.blocks[i].text: v.rule for i, v in promos.judge(view).items()}
    assert [rule for text, rule in told.items() if "pier" in text] == ["related_list"] * 4
    assert {"About us", "Contact"}.isdisjoint(told)
    found = named(through(seen(STORY + page), [promos.judge]))
    assert {found.get(text, "navigation") for text in ("About us", "Contact")} <= {
        "navigation/page_frame",
        "navigation/frame",
        "navigation/menu",
        "navigation",
    }


def test_a_menu_right_below_a_heading_is_its_list() -> None:
    page = f"<div><h2>Related stories</h2><nav><ul>{HEADLINES}</ul></nav></div>"
    view = marked_up(STORY + page, outside="body > :not(main)")
    assert [v.rule for v in promos.judge(view).values()] == ["related_heading", *["related_list"] * 4]
