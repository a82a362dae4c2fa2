"""Columns of the page's foot whose head looks like that of other stories."""

from __future__ import annotations

import pytest
from viewing import STORY, marked_up

from copydesk.judge import promos
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
