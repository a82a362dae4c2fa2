"""Lines with an arrow: pagers, and what is none."""

from __future__ import annotations

import pytest
from viewing import STORY, A, B, marked_up, struck

from copydesk.judge.navigation import navigation


def told(line: str) -> dict[str, str]:
    view = marked_up(STORY + line, outside="body > :not(main)")
    return {view.blocks[i].text: f"{v.reason}/{v.rule}" for i, v in navigation.judge(view).items()}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("<p><a href=/2>Older boats →</a></p>", "navigation/pager"),
        ("<p class=nav-next><a href=/2>The crane of Port Ellen →</a></p>", "navigation/pager"),
        ("<p><a href=/2>← The crane of Port Ellen</a></p>", "navigation/pager"),
        ("<p class=crumbs><a href=/>Home</a> » <a href=/sea>The sea »</a></p>", "navigation/breadcrumb"),
        ("<p><a href=/buy>Get a berth for free →</a></p>", "promo/button"),
    ],
)
def test_a_pager_leads_on_or_back_and_an_offer_asks(line: str, said: str) -> None:
    assert list(told(line).values()) == [said]


@pytest.mark.parametrize(
    "line", ["<p><a href=/2>All about the crane →</a></p>", "<p>From sail to steam →</p>"]
)
def test_an_arrow_behind_other_words_is_none(line: str) -> None:
    assert told(line) == {}


def test_a_step_of_the_story_with_an_arrow_stays() -> None:
    view = marked_up(f"<main><p>{A}</p><p>Pull up the anchor →</p><p>Set the sails →</p><p>{B}</p></main>")
    assert struck(view, navigation.judge(view)) == {}
