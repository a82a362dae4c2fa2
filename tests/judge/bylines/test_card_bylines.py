from __future__ import annotations

from dataclasses import replace

import pytest
from viewing import STORY, A, B, marked_up, pasted

from copydesk.extract.declared import Candidate, Declared
from copydesk.judge.bylines.card_bylines import in_cards
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped, kept

TEASES = dropped("other_stories", Reason.PROMO, "")
LINKS = dropped("link_line", Reason.PROMO, "")
READERS = dropped("comments_box", Reason.COMMENTS, "")
ABOUT = dropped("author_box", Reason.AUTHOR_BIO, "")
BYLINE = dropped("byline", Reason.BYLINE, "")
OWN = dropped("byline", Reason.BYLINE, "", facts=(("authors", "Ada Quill"),))
HEAD = "Harbour wall gets a new lamp"
OTHER = "Ferry crew wins rowing cup"
CARD = "<article><h3><a href=/lamp>{}</a></h3><p>{}</p></article>"


def view_of(html: str, verdicts: dict[str, Verdict], title: str = "Ferry stays in port") -> View:
    view = marked_up(html)
    view = replace(view, in_reading=tuple(b.text in {A, B} for b in view.blocks))
    told = {b.index: verdicts[b.text] for b in view.blocks if b.text in verdicts}
    told |= {b.index: kept("title", "", kind=Kind.TITLE) for b in view.blocks if b.text == title}
    return replace(view, verdicts=told)


def reasons(view: View) -> dict[str, str]:
    return {
        view.blocks[i].text: str(v.reason) for i, v in in_cards(view, view.verdicts).items() if not v.keep
    }


@pytest.mark.parametrize("line", ["By Tom Reed", "May 3, 2031", "2 hours ago"])
def test_a_byline_in_one_box_with_the_headline_of_another_story_is_of_its_card(line: str) -> None:
    view = view_of(STORY + CARD.format(HEAD, line), {HEAD: TEASES, line: BYLINE})
    assert reasons(view)[line] == "promo"
    within = f"<main><h1>Ferry stays in port</h1><p>{A}</p>{CARD.format(HEAD, line)}<p>{B}</p></main>"
    assert reasons(view_of(within, {HEAD: TEASES, line: BYLINE}))[line] == "promo"


@pytest.mark.parametrize(
    ("html", "head"),
    [
        ("<h1>Ferry stays in port</h1>" + CARD.format(HEAD, "By Tom Reed") + f"<p>{A}</p><p>{B}</p>", TEASES),
        (f"<div><p>{A}</p><p>{B}</p><p>By Tom Reed</p><h3><a href=/lamp>{HEAD}</a></h3></div>", TEASES),
        (f"{STORY}<div><p>By Tom Reed</p><p><a href=/lamp>{HEAD}</a></p></div>", LINKS),
        (f"{STORY}<div><p>By Tom Reed</p><p>Tom is a pilot.</p><h3><a href=/x>{HEAD}</a></h3></div>", TEASES),
        (
            f"{STORY}<div><p>By Tom Reed</p><h3><a href=/x>{HEAD}</a></h3><h3><a href=/y>{OTHER}</a></h3>",
            TEASES,
        ),
    ],
    ids=["above the story", "beside the story", "a link alone", "about somebody", "two headlines"],
)
def test_other_bylines_stay(html: str, head: Verdict) -> None:
    told = {HEAD: head, "By Tom Reed": BYLINE, "Tom is a pilot.": ABOUT}
    view = view_of(html, {**told, OTHER: TEASES})
    assert reasons(view)["By Tom Reed"] == "byline"


def test_the_story_s_own_byline_is_of_a_card_only_where_another_is_like_it() -> None:
    first, other = CARD.format(HEAD, "By Ada Quill"), CARD.format(OTHER, "By Tom Reed")
    told = {HEAD: TEASES, OTHER: TEASES, "By Ada Quill": OWN, "By Tom Reed": BYLINE}
    assert reasons(view_of(STORY + first, told))["By Ada Quill"] == "byline"
    assert reasons(view_of(STORY + first + other, told))["By Ada Quill"] == "promo"


def test_a_headline_that_the_page_declares_is_its_own() -> None:
    view = view_of(STORY + CARD.format(HEAD, "By Tom Reed"), {HEAD: TEASES, "By Tom Reed": BYLINE})
    assert reasons(view)["By Tom Reed"] == "promo"
    view = replace(view, declared=Declared({"title": (Candidate(HEAD, "og:title"),)}))
    assert reasons(view)["By Tom Reed"] == "byline"


def test_rows_of_days_behind_the_story_with_a_headline_each_are_cards() -> None:
    heads = (HEAD, OTHER, "Island school opens its kitchen")
    box = "<div class=item><p class=head>{}</p><p class=day>May {}, 2031</p></div>"
    row = [box.format(head, n) for n, head in enumerate(heads, 1)]
    told = {f"May {n}, 2031": BYLINE for n in (1, 2, 3)}
    found = reasons(view_of(STORY + f"<section>{''.join(row)}</section>", told))
    assert {found[text] for text in (*heads, *told)} == {"promo"}
    assert set(reasons(view_of(STORY + f"<section>{''.join(row[:2])}</section>", told)).values()) == {
        "byline"
    }


def test_a_day_in_a_place_as_those_of_cards_is_of_one_whatever_its_headline_is() -> None:
    item = "<div class=item><p class=head>{}</p><p class=day>{}</p></div>"
    days = ("May 3, 2031", "May 4, 2031", "May 5, 2031")
    told = {days[0]: BYLINE, days[1]: TEASES, days[2]: TEASES}
    row = [item.format("Lamps", day) for day in days]
    assert reasons(view_of(STORY + "".join(row), told))[days[0]] == "promo"
    assert reasons(view_of(STORY + "".join(row[:2]), told))[days[0]] == "byline"


def test_how_many_comments_a_story_has_stands_in_its_card() -> None:
    told = {HEAD: TEASES, "By Tom Reed": BYLINE, "2 comments": READERS, "It is a fine lamp.": READERS}
    for line, reason in (("2 comments", "promo"), ("It is a fine lamp.", "byline")):
        view = view_of(STORY + CARD.format(HEAD, f"By Tom Reed</p><p>{line}"), told)
        assert reasons(view)["By Tom Reed"] == reason


def test_who_wrote_a_comment_and_when_is_of_it() -> None:
    said = "The pier was shut last year as well."
    box = f"<div><p>{said}</p><p>Posted by Tom, May 4, 2031</p></div>"
    told = {said: READERS, "Posted by Tom, May 4, 2031": BYLINE}
    assert reasons(view_of(STORY + box, told))["Posted by Tom, May 4, 2031"] == "comments"
    assert reasons(view_of(box + STORY, told))["Posted by Tom, May 4, 2031"] == "byline"


def test_what_is_known_of_the_site_s_bylines_stands() -> None:
    known = dropped("byline", Reason.BYLINE, "", stage="site")
    view = view_of(STORY + CARD.format(HEAD, "By Tom Reed"), {HEAD: TEASES, "By Tom Reed": known})
    assert reasons(view)["By Tom Reed"] == "byline"


def test_a_pasted_page_has_no_cards() -> None:
    view = replace(pasted(f"{A}\n\n{HEAD}\n\nBy Tom Reed"), verdicts={1: TEASES, 2: BYLINE})
    assert in_cards(view, view.verdicts) == {1: TEASES, 2: BYLINE}
