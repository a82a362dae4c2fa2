from __future__ import annotations

from dataclasses import replace

import pytest
from viewing import STORY, A, B, marked_up, pasted

from copydesk.extract.declared import Candidate, Declared
from copydesk.judge.bylines import bylines
from copydesk.judge.misplaced import card_lines, in_place
from copydesk.judge.view import View
from copydesk.model import READING, Reason, Verdict, dropped

HEADS = ("Harbour wall gets a new lamp", "Ferry crew wins rowing cup", "Island school opens its kitchen")


def cards(*heads: str, extra: str = "", linked: bool = True) -> str:
    """A row of cards, each with a day above its headline, under classes of its own."""
    title = "<h3><a href=/x>{}</a></h3>" if linked else "<h3>{}</h3>"
    card = "<div class='card tag-{}'><p>May {}, 2031</p>" + title + extra + "</div>"
    return "".join(card.format(n, n, head) for n, head in enumerate(heads, 1))


def read(html: str, *more: str) -> View:
    view = marked_up(html)
    view = replace(view, in_reading=tuple(b.text in {A, B, *more} for b in view.blocks))
    return replace(view, cards=card_lines(view))


def texts(view: View) -> list[str]:
    return [view.blocks[i].text for i in sorted(view.cards)]


def test_the_lines_of_cards_with_linked_headlines_are_known() -> None:
    view = read(STORY + cards(*HEADS))
    assert texts(view) == [t for n, head in enumerate(HEADS, 1) for t in (f"May {n}, 2031", head)]


@pytest.mark.parametrize(
    "html",
    [
        STORY + cards(*HEADS[:2]),
        STORY + cards(*HEADS, linked=False),
        STORY + "<nav>" + cards(*HEADS) + "</nav>",
        STORY + cards(*HEADS, extra="<p>Soup</p>" * 8),
    ],
    ids=["two", "no links", "a menu", "more than cards"],
)
def test_other_rows_are_none(html: str) -> None:
    assert texts(read(html)) == []


def test_cards_of_which_something_is_read_are_none() -> None:
    assert texts(read(STORY + cards(*HEADS), "May 1, 2031", "May 2, 2031")) == []


TEASER = "<section><h4><a href=/lamp>{}</a></h4><div>{}</div></section>"


@pytest.mark.parametrize("below", ["by Ada Quill May 3, 2031", "yesterday, 14:40"])
def test_a_day_or_a_writer_below_a_lone_headline_within_the_story_is_of_its_card(below: str) -> None:
    head = "Harbour wall gets its first new lamp"
    view = read(f"<main><p>{A}</p>{TEASER.format(head, below)}<p>{B}</p></main>")
    assert texts(view) == [head, below]
    said = dropped("stamp", Reason.BYLINE, "a date beside the headline", stage=READING)
    assert in_place(view, {min(view.cards) + 1: said})[min(view.cards) + 1].reason is Reason.PROMO


@pytest.mark.parametrize(
    "html",
    [
        TEASER.format("Harbour wall gets its first new lamp", "May 3, 2031") + f"<p>{A}</p><p>{B}</p>",
        f"<p>{A}</p>" + TEASER.format("Harbour wall gets its first new lamp", "Two boats") + f"<p>{B}</p>",
        f"<p>{A}</p>" + TEASER.format("Harbour lamps", "May 3, 2031") + f"<p>{B}</p>",
    ],
    ids=["above the story", "no day", "no headline"],
)
def test_other_lines_below_a_link_are_of_no_card(html: str) -> None:
    assert texts(read(f"<main>{html}</main>")) == []


def test_links_to_all_of_an_author_s_stories_are_no_headlines() -> None:
    boxes = "<div class=bio><p>She sails.</p><a href=/quill>View all posts by Ada Quill</a></div>" * 3
    view = read(STORY + boxes)
    assert len(texts(view)) == 6
    ada = Declared({"authors": (Candidate("Ada Quill", "json-ld"),)})
    assert card_lines(replace(view, declared=ada)) == frozenset()


def test_a_pasted_page_has_none() -> None:
    assert card_lines(pasted(f"{A}\n\n" + "\n\n".join(HEADS))) == frozenset()


def test_what_looks_like_the_story_s_own_byline_there_is_of_the_card() -> None:
    view = read(
        f"<main><h1>Ferry stays in port</h1><p>April 30, 2031</p><p>{A}</p><p>{B}</p></main>" + cards(*HEADS)
    )
    found = in_place(view, bylines.judge(view))
    days = {view.blocks[i].text: (v.reason, v.facts != ()) for i, v in found.items()}
    assert days["April 30, 2031"] == (Reason.BYLINE, True)
    assert all(days.get(f"May {n}, 2031", (Reason.PROMO, False)) == (Reason.PROMO, False) for n in (1, 2, 3))


@pytest.mark.parametrize(
    ("verdict", "reason"),
    [
        (dropped("byline", Reason.BYLINE, "", facts=(("authors", "Ada Quill"),)), Reason.PROMO),
        (dropped("tags", Reason.NAVIGATION, ""), Reason.PROMO),
        (dropped("menu", Reason.NAVIGATION, ""), Reason.NAVIGATION),
        (dropped("byline", Reason.BYLINE, "", stage="site"), Reason.BYLINE),
    ],
    ids=["byline", "tags", "menu", "known site"],
)
def test_only_what_is_said_of_stories_is_said_again(verdict: Verdict, reason: Reason) -> None:
    view = read(STORY + cards(*HEADS))
    at = min(view.cards)
    assert in_place(view, {at: verdict})[at].reason is reason
    assert in_place(view, {0: verdict})[0] is verdict


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<nav><ul><li><a href=/comment>Comment</a></li></ul></nav>", Reason.NAVIGATION),
        ("<div><ul><li><a href=/comment>Comment</a></li></ul></div>", Reason.COMMENTS),
        ("<nav><p>Comment</p></nav>", Reason.COMMENTS),
    ],
    ids=["a link of a menu", "elsewhere", "no link"],
)
def test_a_link_of_a_menu_heads_nothing(html: str, reason: Reason) -> None:
    view = marked_up(f"{STORY}{html}")
    at = len(view.blocks) - 1
    verdict = dropped("comments_heading", Reason.COMMENTS, "the line heads the readers' comments: 'comment'")
    assert in_place(view, {at: verdict})[at].reason is reason
