"""Lines made of several short links: menus, and no headlines."""

from __future__ import annotations

import pytest
from viewing import STORY, behind, marked_up

from copydesk.judge.navigation.page_links import row_of_links
from copydesk.judge.promos import promos

NAMES = ("Harbour browser", "Plus", "Newsletter", "Podcasts", "All subjects", "Work with us")
ROW = " ".join(f"<a href=/{i}>{name}</a>" for i, name in enumerate(NAMES))
TITLES = " ".join(f"<a href=/{i}>Pier {i} is closed again until summer</a>" for i in range(4))


def test_a_foot_without_a_name_is_no_box_of_other_stories() -> None:
    parts = "".join(f"<div><div>Part {n}</div><div>{ROW}</div></div>" for n in ("one", "two", "three"))
    assert {told.partition("/")[0] for told in behind(f"<div>{parts}</div>").values()} == {"navigation"}


def test_headlines_in_one_line_stay_headlines() -> None:
    assert set(behind(f"<div>{TITLES}</div>").values()) == {"promo/link_line"}


def test_a_row_of_networks_is_to_share() -> None:
    row = " ".join(f"<a href=/{n}>{n}</a>" for n in ("Facebook", "Xing", "Mastodon", "Print"))
    assert behind(f"<div>{row}</div>") == {"Facebook Xing Mastodon Print": "promo/share_names"}


@pytest.mark.parametrize(
    ("body", "count"),
    [
        (f"<p>{ROW}</p>", 6),
        (f"<p>{TITLES}</p>", 0),
        ("<p><a href=/a>Ropes</a> <a href=/b>Sails</a></p>", 0),
        # The line's element holds the next block, too.
        (f"<div><a href=/a>Skip the menu</a><p>{ROW}</p></div>", 0),
    ],
)
def test_a_row_is_made_of_links_of_its_own(body: str, count: int) -> None:
    assert row_of_links(marked_up(body), 0) == count


def test_capitals_in_a_menu_lead_about_the_site() -> None:
    line = "<p><a href=/a>THE OLD CRANE LEAVES PORT ELLEN</a></p>"
    page = f"{STORY}<div class=main-menu>{line}</div>"
    assert promos.judge(marked_up(page, outside="body > :not(main)")) == {}
    view = marked_up(f"{STORY}<div>{line}</div>", outside="body > :not(main)")
    assert [v.rule for v in promos.judge(view).values()] == ["related_line"]
    row = "".join(f"<a href=/{n}>{n}</a> " for n in ("HOME", "ROPES", "SAILS", "RAFTS", "PIERS"))
    assert promos.judge(marked_up(f"{STORY}<div><p>{row}</p></div>", outside="body > :not(main)")) == {}
