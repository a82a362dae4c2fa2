"""Links in the page's frame that lead to other stories."""

from __future__ import annotations

import pytest
from viewing import STORY, behind, marked_up

from copydesk.judge import navigation
from copydesk.judge.place import frame_of

TITLE = "The old crane of Port Ellen leaves at last"


@pytest.mark.parametrize(
    ("link", "said"),
    [
        (f"<h4><a href=/news/crane>{TITLE}</a></h4>", "promo/other_stories"),
        (f"<p class=card-title><a href=/news/crane>{TITLE}</a></p>", "promo/other_stories"),
        (f"<p class=row><a href=/news/crane>{TITLE}</a></p>", "navigation/page_frame"),
        (f"<h4><a href='https://harbour.example/'>{TITLE}</a></h4>", "navigation/page_frame"),
        (f"<h4><a href=/news/crane>{TITLE.replace('The', 'See the')}</a></h4>", "navigation/page_frame"),
    ],
)
def test_the_headline_of_another_story_in_the_page_s_foot_leads_to_it(link: str, said: str) -> None:
    [found] = [told for line, told in behind(f"<footer>{link}</footer>").items() if "crane" in line]
    assert found == said


@pytest.mark.parametrize(("name", "rule"), [("nav-previous", "link_line"), ("nav-entry", "menu")])
def test_the_story_before_is_no_entry_of_a_menu(name: str, rule: str) -> None:
    html = f"{STORY}<nav><div class={name}><a href=/news/crane>{TITLE}</a></div></nav>"
    view = marked_up(html)
    assert {view.blocks[i].text: v.rule for i, v in navigation.judge(view).items()} == {TITLE: rule}


def test_the_head_of_a_part_is_not_the_page_s() -> None:
    assert frame_of("body/aside/section.most-read/header") is None
    assert frame_of("body/section.site-header/header") == "header"
    assert behind("<section class=new><header><h3>Latest ferries</h3></header></section>") == {}


def test_small_print_in_the_page_s_foot_is_a_notice() -> None:
    lines = {
        "Harbour Gazette is a participant in the Amazon Associates Program.": "notice/site_notice",
        "Alle Texte stehen unter CC BY 4.0, sofern nichts anderes dabeisteht.": "notice/copyright",
    }
    assert behind("".join(f"<footer><p>{line}</p></footer>" for line in lines)) == lines


def test_among_headlines_in_a_foot_stand_the_entries_of_a_menu() -> None:
    cards = "".join(f"<li><a href=/{n}>The crane of harbour {n} leaves</a>" for n in range(4))
    found = behind(f"<ul>{cards}<li class=seo-footer-link><a href=/b>Boats</a><li><a href=/c>Cranes</a></ul>")
    assert (found["Boats"], found["Cranes"]) == ("navigation/page_frame", "promo/other_stories")
