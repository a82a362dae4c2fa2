"""Left-out lines that their place tells."""

from __future__ import annotations

from dataclasses import replace

from viewing import STORY, A, B, behind, named, seen, through

from copydesk.extract.declared import Candidate, Declared
from copydesk.judge.headlines import headline

TITLE = "Ferry stays in port tonight"


def test_what_stands_around_the_headline() -> None:
    head = f"<p>Island news</p><h1>{TITLE}</h1><h2>Engine failed at sea again</h2>"
    found = named(through(seen(f"<main>{head}<p>{A}</p><p>{B}</p></main>"), [headline.judge]))
    assert found["Island news"] == "section_label/kicker"
    assert found["Engine failed at sea again"] == "headline/second_headline"


def test_a_word_right_above_the_headline_is_its_kicker() -> None:
    view = seen(f"<main><div><p>Harbours</p></div><h1>Ferry stays in port</h1><p>{A}</p><p>{B}</p></main>")
    assert named(through(view, [headline.judge])) == {"Harbours": "section_label/kicker"}


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


def test_a_sentence_behind_the_story_that_begins_with_the_authors_first_name() -> None:
    extra = "<div><p>Ada has sailed for years and knows each quay of the islands.</p></div>"
    found = named(seen(STORY + extra, authors=("Ada Quill",)))
    assert found == {
        "Ada has sailed for years and knows each quay of the islands.": "author_bio/about_author"
    }


def test_words_cut_off_below_a_linked_headline_are_an_excerpt() -> None:
    cards = "<p><a href=/x>The ferry of the year</a></p><p>It has a new engine and soup for all...</p>"
    assert behind(cards)["It has a new engine and soup for all..."] == "promo/excerpt"


def test_a_question_above_a_hidden_answer_opens_it() -> None:
    extra = "<div><p>Who may sleep on a ferry?</p><p hidden>Nobody at all, says the captain.</p></div>"
    assert behind(extra)["Who may sleep on a ferry?"] == "navigation/opener"


def test_an_h1_right_above_what_the_page_is_called_is_a_headline_of_it() -> None:
    html = f"<h1>Between the tide and the pier</h1><h2>Ferry stays in port</h2><p>{A}</p><p>{B}</p>"
    view = seen(html)
    declared = Declared({"title": (Candidate("Ferry stays in port", "og"),)})
    view = through(replace(view, declared=declared), [headline.judge])
    assert named(view)["Between the tide and the pier"] == "headline/second_headline"
