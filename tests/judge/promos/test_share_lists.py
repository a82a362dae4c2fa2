"""Lists of ways to share a story or to follow its outlet."""

from __future__ import annotations

import pytest
from viewing import STORY, marked_up, struck, through

from copydesk.judge.hidden import hidden
from copydesk.judge.promos import share_lists


def dropped(names: tuple[str, ...]) -> dict[str, str]:
    items = "".join(f"<li class=menu-item><a href=/x>{name}</a></li>" for name in names)
    view = marked_up(f"{STORY}<ul class=menu>{items}</ul>", outside="body > :not(main)")
    return struck(view, share_lists.judge(view))


def test_a_list_most_of_whose_entries_name_networks_is_one_of_sharing_whole() -> None:
    names = ("Auf Facebook teilen", "Wattsap", "Auf LinkedIn teilen", "Auf X teilen", "Per Post teilen")
    assert dropped(names) == dict.fromkeys(names, "promo")


def test_entries_with_a_name_of_their_own_keep_it() -> None:
    told = dropped(("Facebook", "Instagram", "TikTok", "Privacy Policy"))
    assert list(told) == ["Facebook", "Instagram", "TikTok"]


@pytest.mark.parametrize(
    "names",
    [
        ("Harbour", "Islands", "Facebook", "Instagram"),
        ("Water line repair", "Sewer line repair", "Trenchless line repair"),
        ("Facebook",),
    ],
    ids=["a menu", "pipes", "alone"],
)
def test_other_lists_are_none(names: tuple[str, ...]) -> None:
    assert dropped(names) == {}


def test_a_list_that_the_story_has_stays() -> None:
    items = "<ul><li>Facebook</li><li>Instagram</li><li>TikTok</li></ul>"
    view = marked_up(STORY.replace("</main>", f"{items}</main>"))
    assert share_lists.judge(view) == {}


def addressed(body: str, outside: str = "body > :not(main)") -> dict[str, str]:
    view = marked_up(f"{STORY}{body}", outside=outside)
    return struck(view, share_lists.judge(view))


def test_links_that_share_or_lead_to_apps_are_told_by_their_addresses() -> None:
    way = "https://x.com/intent/post?url=https%3A%2F%2Fgazette.example%2Fferry"
    told = addressed(
        f"<div><a href={way}>Zwitschern</a></div><p><a href='#' data-share-url={way}>Vogel</a></p>"
        "<p><a href=https://play.google.com/store/apps/details?id=gazette>Android</a> "
        "<a href=https://apps.apple.com/app/gazette/id7>iOS</a></p>"
        "<p><a href=https://apps.example/ferries>All ferries</a></p>"
    )
    assert told == dict.fromkeys(("Zwitschern", "Vogel", "Android iOS"), "promo")


def test_a_reader_s_comment_is_shared_as_a_comment() -> None:
    way = "https://www.facebook.com/sharer.php?u=a"
    assert addressed(f"<div class=comments><p><a href={way}>Facebook</a></p></div>") == {}


def test_apps_that_the_story_lists_are_its_own() -> None:
    items = "".join(f"<li><a href=https://apps.apple.com/app/id{n}>Tide table {n}</a></li>" for n in (1, 2))
    story = STORY.replace("</main>", f"<ul>{items}</ul></main>")
    view = marked_up(story, outside="ul")
    assert share_lists.judge(view) == {}


def test_entries_not_known_by_name_are_told_by_where_they_lead() -> None:
    hosts = ("facebook.com/gazette", "gazette.slack.com", "open.spotify.com/show/7")
    items = "".join(f"<li><a href=https://{host}>Quay {n}</a></li>" for n, host in enumerate(hosts))
    assert list(addressed(f"<ul>{items}<li><a href=/rss>RSS</a></li></ul>")) == [
        "Quay 0",
        "Quay 1",
        "Quay 2",
        "RSS",
    ]
    row = items.replace("li>", "p>")
    assert list(addressed(f"<div>{row}</div>")) == ["Quay 0", "Quay 1", "Quay 2"]
    assert addressed(row[: row.index("</p>")]) == {}


def test_what_a_button_shows_and_keeps_from_screen_readers_is_an_entry() -> None:
    items = "".join(
        f"<li><a href=/s class=menu-link><span class=h-offscreen>Auf {name} teilen</span> "
        f"<span aria-hidden=true>{name}</span></a></li>"
        for name in ("Facebook", "WhatsApp", "E-Mail")
    )
    view = marked_up(f"{STORY}<div><ul class=menu-list>{items}</ul></div>", outside="body > :not(main)")
    view = through(view, [hidden.judge])
    told = struck(view, share_lists.judge(view))
    assert told == dict.fromkeys(("Facebook", "WhatsApp", "E-Mail"), "promo")


def test_a_link_to_prefer_the_outlet_is_promo_whatever_it_says() -> None:
    link = "<a href='https://www.google.com/preferences/source?q=gazette.example'>Add Harbour Gazette</a>"
    view = marked_up(f"{STORY}<div>{link}</div>", outside="body > :not(main)")
    assert struck(view, share_lists.judge(view)) == {"Add Harbour Gazette": "promo"}
