"""Left-out lines that their place tells."""

from __future__ import annotations

from dataclasses import replace

from viewing import STORY, A, B, named, seen, through

from copydesk.extract.declared import Candidate, Declared
from copydesk.judge import headline

TITLE = "Ferry stays in port tonight"


def test_what_stands_around_the_headline() -> None:
    head = f"<p>Island news</p><h1>{TITLE}</h1><h2>Engine failed at sea again</h2>"
    found = named(through(seen(f"<main>{head}<p>{A}</p><p>{B}</p></main>"), [headline.judge]))
    assert found["Island news"] == "section_label/kicker"
    assert found["Engine failed at sea again"] == "headline/second_headline"


def test_a_line_with_the_headline_and_more_says_it_again() -> None:
    line = f"{TITLE} | Harbour Post, loaded"
    view = seen(f"<p>{line}</p><main><h1>{TITLE}</h1><p>{A}</p><p>{B}</p></main>")
    assert named(through(view, [headline.judge]))[line] == "headline/headline_again"


def test_names_that_stand_alone() -> None:
    said = {
        "publisher": (Candidate("Harbour Post", "og:site_name"),),
        "authors": (Candidate("Ada Quill", "json-ld"),),
    }
    far = "<div>All seats are taken until then</div>" * 40
    view = seen(f"{STORY}<p>Reporter Ida Sand</p>{far}<p>Harbour Post</p><p>Ada Quill (live)</p>")
    found = named(through(replace(view, declared=Declared(said)), [headline.judge]))
    assert found["Harbour Post"] == "navigation/outlet"
    assert found["Ada Quill (live)"] == "byline/names_author"
    assert found["Reporter Ida Sand"] == "byline/contributor"


def test_a_link_and_nothing_else() -> None:
    body = f"<main><h1>Ferry stays</h1><p>{A}</p><p><a href=/x>Crane plans</a></p><p>{B}</p></main>"
    found = named(seen(f"{body}<div><a href=/y>Harbour front</a></div>"))
    assert found == {"Crane plans": "promo/link", "Harbour front": "navigation/link"}
