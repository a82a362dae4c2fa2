from __future__ import annotations

from viewing import marked_up, pasted, struck, through

from copydesk.judge.bylines import bylines
from copydesk.judge.captions import captions
from copydesk.judge.headlines import decks, headline, standfirst
from copydesk.judge.view import View
from copydesk.model import Kind

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."
BYLINE = "<p class=byline>By Ada Quill, 9 February 2031</p>"
LONG = "Engine fails an hour out of port and sixty people sleep in a village hall"


def judged(head: str) -> View:
    body = f"<h1>Ferry stays in port</h1>{head}<p>{A}</p><h2>How it began</h2><p>{B}</p>"
    return through(
        marked_up(body), [headline.judge, captions.judge, bylines.judge, standfirst.judge, decks.judge]
    )


def test_a_second_headline_above_the_byline_goes() -> None:
    view = judged(f"<h2>No boat before Friday</h2>{BYLINE}")
    assert struck(view)["No boat before Friday"] == "headline"
    assert "How it began" not in struck(view)


def test_a_long_heading_above_the_byline_or_the_picture_is_the_standfirst() -> None:
    picture = "<figure><img src=a.jpg><figcaption>The ferry at dawn on Monday</figcaption></figure>"
    for below in (BYLINE, picture):
        view = judged(f"<h2>{LONG}</h2>{below}")
        kinds = {v.kind for i, v in view.verdicts.items() if view.blocks[i].text == LONG and v.keep}
        assert kinds == {Kind.STANDFIRST}


def test_a_heading_above_the_first_paragraph_stays_one() -> None:
    view = judged(f"{BYLINE}<h2>A night ashore</h2>")
    assert "A night ashore" not in struck(view)
    assert decks.judge(pasted(f"Ferry stays in port\n\n{A}\n\n{B}")) == {}
