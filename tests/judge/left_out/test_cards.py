"""Cards of other stories, and what heads them, in boxes that are called a menu or the page's head."""

from __future__ import annotations

from viewing import STORY, named, seen

CARD = "<div class=cat><a href=/{0}><img src=/{0}.jpg><h4 class=headline>{1}</h4></a></div>"
HEADLINES = ("Harbour number 2 wants a new crane", "Mayor resigns", "Old pier to be torn down at last")


def above(extra: str) -> dict[str, str]:
    return named(seen(f"<header>{extra}</header>{STORY}"))


def test_a_short_headline_of_a_card_is_one_as_its_longer_sisters_are() -> None:
    cards = "".join(CARD.format(n, text) for n, text in enumerate(HEADLINES))
    assert above(cards)["Mayor resigns"] == "promo/other_stories"
    plain = cards.replace("<img src=/1.jpg>", "")
    assert above(plain)["Mayor resigns"] == "navigation/page_frame"


def test_a_heading_over_other_stories_goes_with_them_whatever_the_box_is_called() -> None:
    item = "<li><i>{0}</i><a href=/{0}><p class=news-title>Harbour number {0} wants a new crane</p></a></li>"
    items = "".join(item.format(n) for n in range(2))
    box = f"<div class=right-menu><div><h2>What the desk likes</h2><ol>{items}</ol></div></div>"
    assert named(seen(STORY + box))["What the desk likes"] == "promo/heads"
    menu = "<ul><li><a href=/a>Quay</a></li><li><a href=/b>Pier</a></li></ul>"
    box = f"<div class=right-menu><div><h2>What the desk likes</h2>{menu}</div></div>"
    assert named(seen(STORY + box))["What the desk likes"] == "navigation/page_frame"
