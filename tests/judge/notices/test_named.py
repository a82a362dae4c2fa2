from __future__ import annotations

import pytest
from viewing import marked_up, pasted, stays, struck, through

from copydesk.extract.declared import Candidate, Declared
from copydesk.judge.headlines import headline
from copydesk.judge.hidden import hidden
from copydesk.judge.notices import named, notices

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."
STORY = f"<h1>Ferry stays in port</h1><p>{A}</p><p>{B}</p>"
SMALL = "Fares may change without notice."


@pytest.mark.parametrize(
    ("box", "reason"),
    [
        (f"<div class=disclaimer><p>{SMALL}</p></div>", "notice"),
        (f"<p class='fares-disclaimer_text'>{SMALL}</p>", "notice"),
        (f"<div class='blog-cta-box'><p>{SMALL}</p></div>", "promo"),
        (f"<div id=cta>{SMALL}</div>", "promo"),
    ],
)
def test_a_box_is_what_the_page_calls_it(box: str, reason: str) -> None:
    view = marked_up(STORY + box)
    assert struck(view, named.judge(view)) == {SMALL: reason}


@pytest.mark.parametrize(
    "box",
    [
        f"<div id=aiSummary><ul><li>{SMALL}</ul></div>",
        f"<div class=fact><ul><li>{SMALL}</ul><p>Sammendraget er laget av en maskin.</p></div>",
    ],
)
def test_a_summary_by_a_machine_goes(box: str) -> None:
    view = through(marked_up(f"{box}{STORY}<ul><li>Soup</ul>"), [notices.judge, named.judge])
    assert set(struck(view).values()) == {"notice"}
    assert stays(view) == ["Ferry stays in port", A, B, "Soup"]


@pytest.mark.parametrize(
    "html",
    [
        # other names, a heading, a name far above
        f"{STORY}<p class='octave disclaimed above-nectar'>{SMALL}</p>",
        f"{STORY}<div class=cta><h2>{SMALL}</h2></div>",
        f"<div class=cta><div><div><div><p>{SMALL}</p></div></div></div></div>{STORY}",
        f"{STORY}<p class='cta-absent'>{SMALL}</p>",
        f"{STORY}<p class='hover:tw-bg-cta-hover tw-text-cta tw-border-cta'>{SMALL}</p>",
        # a page whose story stands in such a box
        f"<h1>Ferry stays in port</h1><div class=disclaimer><p>{A}</p><p>{B}</p></div>",
    ],
)
def test_a_name_does_not_decide_on_a_story(html: str) -> None:
    assert named.judge(marked_up(html)) == {}


def test_pasted_text_has_no_names() -> None:
    assert named.judge(pasted(f"Disclaimer\n\n{A}\n\n{B}")) == {}


def test_the_heading_above_a_summary_by_a_machine_goes_with_it() -> None:
    note = "<p>Sammendraget er laget av ChatGPT.</p>"
    box = f"<div><h2>Kort fortalt</h2><div><ul><li>Ferjen er innstilt.</li></ul>{note}</div></div>"
    view = through(marked_up(STORY + box + f"<p>{A}</p>" * 4), [notices.judge])
    assert struck(view, named.judge(view)) == {"Kort fortalt": "notice", "Ferjen er innstilt.": "notice"}


def test_tags_in_buttons_are_no_call() -> None:
    said = Declared({"tags": (Candidate("Harbours", "news_keywords"),)})
    view = marked_up(f"{STORY}<p class=cta>Harbours</p><p class=cta>{SMALL}</p>", said)
    assert struck(view, named.judge(view)) == {SMALL: "promo"}


def test_the_subject_above_the_headline_is_no_call() -> None:
    html = f"<div class=topic><a class=topic__cta href=/h>Harbours</a></div>{STORY}<p class=cta>{SMALL}</p>"
    view = through(marked_up(html), [headline.judge])
    assert struck(view, named.judge(view)) == {SMALL: "promo"}


@pytest.mark.parametrize(
    ("menu", "calls"),
    [
        ("<nav><p><a class=cta href=/a>Our fares</a><p><a class=cta href=/b>Get a ticket</a></nav>", 1),
        ("<ul class=main-menu><li><a class=cta href=/a>My fares</a></ul>", 0),
        ("<ul><li><a class='town cta' href=/a>Port Ellen</a></ul>", 0),
        ("<ul><li><a class='town cta' href=/a>Buy a ticket</a></ul>", 1),
        ("<div class='plate shadow-cta'><p>Port Ellen</p></div>", 0),
        ("<div class='plate has-cta'><p>Port Ellen</p></div>", 0),
        ("<div class=newsletter><ul><li><a class=cta href=/a>The morning tide</a></ul></div>", 1),
    ],
)
def test_what_only_looks_like_a_call_is_an_entry_of_a_menu(menu: str, calls: int) -> None:
    view = marked_up(f"<main>{STORY}</main>{menu}", outside="body > :not(main)")
    assert len(struck(view, named.judge(view))) == calls


def test_what_opens_a_menu_is_no_call() -> None:
    html = f"<div class=site-header><button class=cta>I want to ...</button></div><main>{STORY}</main>"
    assert named.judge(marked_up(html, outside="body > :not(main)")) == {}


def test_a_summary_goes_where_its_hint_at_the_machine_is_hidden() -> None:
    note = "<div><span hidden>Oppsummeringen er laget av en maskin.</span></div>"
    box = f"<section><h2>I korte trekk</h2>{note}<ul><li>Ferjen er innstilt.</li></ul></section>"
    html = f"{STORY}{box}" + f"<p>{A}</p>" * 4
    view = through(marked_up(html, outside="section"), [hidden.judge])
    assert struck(view, named.judge(view)) == {"I korte trekk": "notice", "Ferjen er innstilt.": "notice"}
    view = through(marked_up(html), [hidden.judge])
    assert named.judge(view) == {}
