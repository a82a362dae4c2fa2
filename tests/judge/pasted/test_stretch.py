from __future__ import annotations

import pytest
from viewing import marked_up, pasted, stays, struck, through

from copydesk.judge.headlines import headline
from copydesk.judge.order import JUDGES
from copydesk.judge.pasted import stretch
from copydesk.judge.shape import is_prose, is_stamp, is_title_like
from copydesk.text import line

TITLE = "Island ferry stopped after engine failure"
A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."
C = "“We never felt alone,” said Mairi Example, who runs the only shop on the pier."
D = "A replacement ferry is due on Friday, the company said, and tickets stay valid until then."
MENU = ["Ferries", "Islands and Highlands", "Rowing", "Shipping forecast", "Best walks"]
TEASERS = ["Rowing club wins cup", "New mayor on Jura", "Whisky prices fall again", "Weather for the weekend"]


def test_what_lies_around_the_story_is_outside() -> None:
    view = through(pasted("\n".join([*MENU, TITLE, A, B, C, D, *TEASERS])), [headline.judge, stretch.judge])
    assert stays(view) == [TITLE, A, B, C, D]
    assert set(struck(view).values()) == {"outside"}


def test_short_lines_in_the_middle_stay() -> None:
    lines = [TITLE, A, "Soup and bread", B, "Rowing club", "Fire brigade", C, "Nobody was hurt.", D]
    view = through(pasted("\n".join(lines)), [headline.judge, stretch.judge])
    assert stays(view) == lines


def test_a_short_first_and_a_short_last_sentence_stay() -> None:
    lines = [TITLE, "It was dark.", A, B, C, D, "Nobody was hurt."]
    view = through(pasted("\n".join(lines)), [headline.judge, stretch.judge])
    assert stays(view) == lines


def test_a_lead_parted_from_the_story_by_links_stays() -> None:
    links = ["Rowing club wins cup", "New mayor on Jura", "Whisky prices fall"]
    view = through(pasted("\n".join([TITLE, A, *links, B, C, D, B, D])), [headline.judge, stretch.judge])
    assert stays(view)[:2] == [TITLE, A]


def test_readers_comments_and_what_follows_are_outside() -> None:
    comments = [
        "Comments (2)",
        "Rower77",
        "Good.",
        "Log in to reply",
        "Ada",
        "A fine old ship it was.",
        "Reply",
    ]
    view = through(pasted("\n".join([TITLE, A, B, C, D, *comments])), JUDGES)
    assert stays(view) == [TITLE, A, B, C, D]


def test_a_page_of_short_lines_is_left_alone() -> None:
    assert stretch.judge(pasted("\n".join(MENU))) == {}


def test_marked_up_pages_are_no_matter() -> None:
    assert stretch.judge(marked_up(f"<p>Ferries</p><p>{A}</p>")) == {}


PAGES = {
    "an outlet with labels and a caption printed twice": f"""Accessibility links

Breaking News

{TITLE}

Updated

The old ferry is seen in the harbour of Port Ellen in May.
The old ferry is seen in the harbour of Port Ellen in May.

{A}

{B}

{C}

{D}
  • 16x9 Image

XS
SM
MD
LG""",
    "a body pasted twice without a headline": "\n".join(
        ["The navy on May 5 shows a diver at the wreck near Port Ellen. (AFP)", A, B, C, D, B, C, D]
    ),
    "a page copied whole": "\n".join(
        [
            "Skip to main content",
            "Menu",
            *MENU,
            "Home > News > Ferries",
            TITLE,
            A,
            B,
            C,
            D,
            *TEASERS,
            "Contact",
        ]
    ),
    "with page code": "\n".join([TITLE, "", "Loading...", "", A, "{{ad}}", B, "***", C, "undefined", D]),
    "with advertising labels": "\n".join([TITLE, A, "Advertisement", B, "ADVERTISEMENT", C, "Anzeige", D]),
    "with credits": f"{TITLE}\n\nPhoto: Ada Example\n\n{A}\n\n{B}\nImage 1 of 5\n{C}\n\n{D}",
    "with the headline again": f"{TITLE}\n\n{TITLE}\n\n{A}\n\n{B}\n\n{C}\n\n{D}\n\n{TITLE}",
    "with tabs and windows line ends": f"{TITLE}\r\n\r\n\t{A}\r\n\t{B}\r\n\t{C}\r\n\t{D}\r\n",
}


@pytest.mark.parametrize("name", PAGES)
def test_whole_pages_through_all_judges(name: str) -> None:
    view = through(pasted(PAGES[name]), JUDGES)
    assert [t for t in stays(view) if t != TITLE] == [A, B, C, D]


@pytest.mark.parametrize(
    "text",
    ["By Ada Example", "Von Ada Beispiel", "Published: 2031-05-09 10:33", "9.5.2031", "Port Ellen, Islay:"],
)
def test_stamps(text: str) -> None:
    assert is_stamp(line(text))


@pytest.mark.parametrize("text", [A, "By noon nobody was left on the pier, and it had begun to rain.", TITLE])
def test_no_stamps(text: str) -> None:
    assert not is_stamp(line(text))


def test_shapes() -> None:
    assert is_prose(line("周二渡轮因发动机故障停运，乘客在村里的礼堂度过了一夜，志愿者们准备了热汤。"))
    assert not is_prose(line("渡轮停运"))
    assert is_title_like(line("Who pays for the ferry?"))
    assert not is_title_like(line("The minister said:"))


@pytest.mark.parametrize(
    "end",
    [
        ["The council met.", "It wrote to every household:", "“Stay at home.”", "Nobody did."],
        ["He was asked whether he would resign.", "“No.”"],
        ["Why now?"],
        ["The passengers were:"],
        ["The ferry had no lifeboat, papers showed. (Example)"],
    ],
)
def test_short_lines_that_close_a_story_stay(end: list[str]) -> None:
    lines = [TITLE, A, B, C, D, *end]
    view = through(
        pasted("\n".join([*lines, "Rowing club wins cup", "It was fun."])), [headline.judge, stretch.judge]
    )
    assert stays(view) == lines


def test_a_menu_of_items_behind_the_story_is_outside() -> None:
    items = [f"• Walk {n}" for n in ("one", "two", "three", "four")]
    view = through(pasted("\n".join([TITLE, A, B, C, D, *items])), [headline.judge, stretch.judge])
    assert len(stays(view)) < 9


@pytest.mark.parametrize(
    ("links", "last"),
    [
        ("Also read: The oldest ferry", "Islanders hope for a calm Friday morning."),
        (
            "See also:\nThe oldest ferry of all",
            "The mayor of Jura said she would open the hall again on Friday.",
        ),
    ],
)
def test_a_link_to_another_story_does_not_end_this_one(links: str, last: str) -> None:
    view = pasted("\n\n".join([TITLE, A, B, C, D, links, last]))
    assert stays(through(view, JUDGES)) == [TITLE, A, B, C, D, last]


def test_a_box_of_other_stories_does() -> None:
    box = "\n".join(["Related", *TEASERS, "The club won by two lengths on Sunday."])
    view = through(pasted("\n\n".join([TITLE, A, B, C, D, box])), JUDGES)
    assert stays(view) == [TITLE, A, B, C, D]
