"""Links in the page's frame that lead to other stories."""

from __future__ import annotations

import pytest
from viewing import STORY, A, B, behind, marked_up, named, seen, through

from copydesk.judge.navigation import navigation
from copydesk.judge.place import frame_of

TITLE = "The old crane of Port Ellen leaves at last"


@pytest.mark.parametrize(
    ("link", "said"),
    [
        (f"<h4><a href=/news/crane>{TITLE}</a></h4>", "promo/other_stories"),
        (f"<p class=card-title><a href=/news/crane>{TITLE}</a></p>", "promo/other_stories"),
        (f"<p class=reel-title><a href=/news/crane>{TITLE}</a></p>", "promo/other_stories"),
        (f"<ul><li class=reel-title><a href=/news/crane>{TITLE}</a></ul>", "navigation/page_frame"),
        (f"<p class=row><a href=/news/crane>{TITLE}</a></p>", "promo/other_stories"),
        (f"<ul><li><a href=/news/crane>{TITLE}</a></ul>", "navigation/page_frame"),
        (f"<h4><a href='https://harbour.example/'>{TITLE}</a></h4>", "navigation/page_frame"),
        (f"<h4><a href=/news/crane>{TITLE.replace('The', 'See the')}</a></h4>", "promo/offer"),
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


@pytest.mark.parametrize(
    ("link", "said"),
    [
        (f"<a href=/news/crane>{TITLE}</a>", "promo/other_stories"),
        (f"<a href=/a>{TITLE}</a> <a href=/b>and leaves again</a>", "navigation/beside"),
        (f"<a href=/news/crane>{TITLE.replace('The', 'See the')}</a>", "navigation/beside"),
    ],
)
def test_the_headline_of_another_story_in_an_aside_leads_to_it(link: str, said: str) -> None:
    [found] = [
        told for line, told in behind_head(f"<aside><ul><li>{link}</li></ul></aside>") if "crane" in line
    ]
    assert found == said


@pytest.mark.parametrize(
    ("address", "said"), [("/news/crane", "promo/link_line"), ("/ferry", "navigation/link")]
)
def test_a_linked_heading_above_the_story_leads_to_another_one_or_to_itself(address: str, said: str) -> None:
    own = "<link rel=canonical href='https://harbour.example/ferry'>"
    head = f"<h2><a href='https://harbour.example{address}'>{TITLE}</a></h2>"
    [found] = [told for line, told in behind_head(head, own) if "crane" in line]
    assert found == said


def behind_head(extra: str, own: str = "") -> list[tuple[str, str]]:
    """What is said of the lines of a page with something between the headline and the story."""
    story = f"<main><h1>Ferry stays in port</h1><div>{extra}</div><p>{A}</p><p>{B}</p></main>"
    return list(named(seen(f"<html><head>{own}</head><body>{story}</body></html>")).items())


@pytest.mark.parametrize("name", ["nav-previous", "nav-next", "post-next"])
def test_the_stories_before_and_behind_are_of_one_sort(name: str) -> None:
    row = f"<nav class=post-navigation><div class={name}><a href=/crane><{{0}}>{{1}}</{{0}}></a></div></nav>"
    for tag in ("h4", "span"):
        for line in ("Cranes on sale", TITLE):
            view = through(seen(STORY + row.format(tag, line)), [navigation.judge])
            told = {view.blocks[i].text: str(v.reason) for i, v in view.verdicts.items()} | {
                text: said.partition("/")[0] for text, said in named(view).items()
            }
            assert told == {line: "promo"}
    label = row.format("span", "Go back one page")
    view = through(seen(STORY + label), [navigation.judge])
    assert [str(v.reason) for v in view.verdicts.values()] == ["navigation"]


def test_the_root_of_an_application_leads_to_no_story() -> None:
    assert behind("<div id=__next><div><p>Rafts and sails</p></div></div>") == {}
