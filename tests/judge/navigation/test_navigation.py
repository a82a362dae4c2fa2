from __future__ import annotations

import pytest
from viewing import marked_up, pasted, struck

from copydesk.extract.declared import Candidate, Declared
from copydesk.judge.navigation import navigation

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."
D = "A replacement ferry is due on Friday, the company said, and tickets stay valid until then."


def dropped(*lines: str) -> dict[str, str]:
    view = pasted("\n".join(lines))
    return struck(view, navigation.judge(view))


@pytest.mark.parametrize(
    "line",
    [
        "Accessibility links",
        "Skip to main content",
        "Zum Inhalt springen",
        "Aller au contenu principal",
        "Ссылки для упрощенного доступа",
        "روابط ذات صلة بالدخول",
        "Breaking News",
        "BREAKING NEWS!",
        "Live",
        "Eilmeldung",
        "عاجل",
        "Home",
        "Sign in",
        "Print this article",
        "Tags: ferry, islands, engine failure",
        "#ferry #islands #engine",
        "Themen: Fähre, Inseln",
        "Home > News > Islands",
        "Home / News / Islands",
        "News » Islands » Ferries",
        "Page 1 of 3",
        "1 of 3 |",
        "1 2 3 Next",
        "« Previous story",
        "Next: Islanders ask for a bridge →",
    ],
)
def test_lines_that_help_to_move_about(line: str) -> None:
    assert dropped(line, "Title of it here", A, B, D) == {line: "navigation"}


@pytest.mark.parametrize(
    "line",
    [
        "Breaking news of the accident reached the village at noon.",
        "He came home.",
        "“Live and let live,” she said, and went back to her nets.",
        "Tags were found on every crate: red, green and blue ones, police said.",
        "« Nous n'avons jamais été seuls », a dit la patronne du café.",
        "»Wir waren nie allein«, sagte die Wirtin vom Hafen",
        "The score was 2-1 when the lights went out.",
        "Live from the pier, the mayor promised help",
        "Home at last",
    ],
)
def test_lines_of_the_story_stay(line: str) -> None:
    assert dropped("Title of it here", A, line, B, D) == {}


def test_one_everyday_word_inside_the_story_may_be_a_subhead() -> None:
    assert dropped(A, B, "Contact", D, A + " And so on.") == {}
    assert dropped(A, B, D, "Contact") == {"Contact": "navigation"}


def test_menus_around_the_story_go_whole() -> None:
    menu = ["Menu", "World", "Islands", "Sport", "Ferries"]
    found = dropped(*menu, "Title of the story", A, B, D, "Contact", "Imprint", "Our shops", "Rowing club")
    assert {t for t, r in found.items() if r == "navigation"} >= {
        *menu,
        "Contact",
        "Our shops",
        "Rowing club",
    }


def test_short_lines_without_any_label_are_no_menu() -> None:
    assert dropped("Title of the story", A, B, D, "Skye 3", "Mull 4", "Islay 5", "Jura 6") == {}


def test_link_lists_of_marked_up_pages() -> None:
    html = f"""<main><p>{A}</p>
    <ul class="post-tags"><li><a href=/a>Ferries of the isles</a></li></ul><p>{B}</p>
    <div class=pagination><a href=/2>Second part of this</a></div></main>
    <nav><ul><li><a href=/n>Our island shops</a></li></ul></nav>"""
    view = marked_up(html)
    found = struck(view, navigation.judge(view))
    assert set(found) == {"Ferries of the isles", "Second part of this", "Our island shops"}


def test_a_linked_sentence_in_the_story_stays() -> None:
    html = f"<main class=topic-page><p><a href=/x>{A}</a></p><p>{B}</p></main>"
    assert navigation.judge(marked_up(html)) == {}


def test_steps_without_links_in_the_story_are_no_trail() -> None:
    steps = "Go to Harbour > Ferries > Timetable and choose a day"
    view = marked_up(f"<main><p>{A}</p><p>{steps}</p><p>{B}</p></main>")
    assert steps not in struck(view, navigation.judge(view))
    linked = "<a href=/h>Harbour</a> > <a href=/f>Ferries</a> > Timetable"
    view = marked_up(f"<main><p>{linked}</p><p>{A}</p><p>Home > Ferries > Anna</p></main>")
    assert set(struck(view, navigation.judge(view))) == {
        "Harbour > Ferries > Timetable",
        "Home > Ferries > Anna",
    }


def test_a_word_that_heads_a_part_of_the_story_is_no_label() -> None:
    story = (
        f"<main><p>{A}</p><h2>Accessibility</h2><p>{B}</p><ul><li>Rope<li>Watch<li>Soup</ul><p>{D}</p></main>"
    )
    view = marked_up(story)
    assert not navigation.judge(view)
    again = marked_up(f"<main><p>{A}</p><h2>Live</h2><p>{B}</p><h2>Live</h2><p>{D}</p></main>")
    assert set(struck(again, navigation.judge(again))) == {"Live"}


def test_a_word_that_heads_a_part_with_subheads_of_its_own_stays() -> None:
    part = f"<h3>Audio</h3><h4>Sounds of the sea</h4><p>{B}</p>"
    view = marked_up(f"<main><h1>Ferry</h1><p>{A}</p>{part}<p>{D}</p></main>")
    assert navigation.judge(view) == {}
    view = marked_up(
        f"<main><h1>Ferry</h1><p>{A}</p><h3>Audio</h3><h2>Sounds of the sea</h2><p>{D}</p></main>"
    )
    assert struck(view, navigation.judge(view)) == {"Audio": "navigation"}


def test_a_headline_is_no_entry_of_a_menu_by_the_name_of_what_holds_the_story() -> None:
    more = "<ul class=more><li><a href=/q>Why the quay was moved a mile</a><li><a href=/t>Tides</a></ul>"
    html = f"<article class=navContinue><h1>Ferry</h1><p>{A}</p><aside class=more>{more}</aside></article>"
    view = marked_up(html)
    assert struck(view, navigation.judge(view)) == {
        "Why the quay was moved a mile": "promo",
        "Tides": "navigation",
    }


def test_a_button_to_share_and_a_count_of_what_is_paid_are_no_frame() -> None:
    html = (
        f"<main><p>{A}</p></main><ul class=sharedaddy><li class=share-print><a href=/p>Print</a></ul>"
        "<ul class=social-menu><li><a href=/c>Careers</a></ul><div class=paywall-counter><p>2 / 3</p></div>"
    )
    view = marked_up(html, outside="body > :not(main)")
    found = {view.blocks[i].text: v.rule for i, v in navigation.judge(view).items()}
    assert found == {"Print": "share_box", "Careers": "frame", "2 / 3": "promo_box"}


def test_a_link_to_the_next_part_of_the_story_is_a_pager() -> None:
    view = marked_up(
        f"<link rel=canonical href=https://gazette.example/ferries/7001><main><p>{A}</p><p>{B}</p></main>"
        "<footer><p><a href=/ferries/7001/2>次ページ→ The captain speaks at last</a></p>"
        "<p><a href=/ferries/7002>The harbour wants a new crane</a></p></footer>"
    )
    found = navigation.judge(view)
    assert [v.rule for v in found.values()] == ["pager"]


def test_a_trail_that_begins_with_the_outlets_name_leads_about_the_site() -> None:
    story = f"<main><h1>Ferry stays in port</h1><p>{A}</p><p>{B}</p><p>{D}</p></main>"
    trail = "<div><a href=/>The Example</a> &gt;&gt; <a href=/isles>Isles</a></div>"
    declared = Declared({"publisher": (Candidate("The Example", "og:site_name"),)})
    view = marked_up(f"{trail}{story}", declared, outside="body > div")
    assert struck(view, navigation.judge(view)) == {"The Example >> Isles": "navigation"}
    other = marked_up(f"{trail}{story}", outside="body > div")
    assert struck(other, navigation.judge(other)) == {}
