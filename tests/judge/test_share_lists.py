"""Lists of ways to share a story or to follow its outlet."""

from __future__ import annotations

import pytest
from viewing import STORY, marked_up, struck

from copydesk.judge import share_lists


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
