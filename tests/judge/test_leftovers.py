"""The last lines that a reading left out are told by their words, their boxes and their company."""

from __future__ import annotations

import pytest
from viewing import STORY, A, B, named, seen, through

from copydesk.judge import headline


def behind(extra: str) -> dict[str, str]:
    return named(seen(STORY + extra))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Written by", "byline/byline_label"),
        ("5 min read", "byline/length"),
        ("Table of content", "navigation/contents"),
        ("Oops! Something went wrong while submitting the form.", "navigation/form_reply"),
        ("Was this article helpful?", "promo/opinion"),
        ("84% of people found this useful", None),
        ("No posts", "promo/other_stories"),
        ("Let's talk", "promo/appeal"),
        ("Words & images: Ada Quill", "credit/credit_line"),
        ("Filed under: Harbours", "section_label/filed"),
        ("Please enable JavaScript to see the tides.", "notice/browser_note"),
        ("Hi, I'm Ada and I sail.", "author_bio/author_words"),
        ("Gaming on ferries (2026-2035)", None),
        ("Read time: 14 min", "byline/length"),
        ("Source", "credit/sources"),
        ("The ferry of the year has a new engine and...", None),
        ("12 views", "template/count"),
        ("4.5 / 5", "promo/price"),
        ("$12.99", "promo/price"),
        ("Updated on May 9, 2031", "byline/stamp"),
        ("Call 555-010-0199 for tickets", "navigation/contact"),
        ("All seats taken", None),
    ],
)
def test_a_line_is_told_by_its_own_words(line: str, said: str | None) -> None:
    assert behind(f"<div><p>{line}</p></div>").get(line) == said


def test_a_sentence_behind_the_story_that_begins_with_the_authors_first_name() -> None:
    extra = "<div><p>Ada has sailed for years and knows each quay of the islands.</p></div>"
    found = named(seen(STORY + extra, authors=("Ada Quill",)))
    assert found == {
        "Ada has sailed for years and knows each quay of the islands.": "author_bio/about_author"
    }


def test_a_short_link_that_looks_like_a_button_or_asks_for_something() -> None:
    links = "<p><a class=wp-block-button__link href=/x>Harbour pass</a></p><p><a href=/y>Try a raft</a></p>"
    found = named(seen(f"<main><h1>Ferry stays in port</h1><p>{A}</p>{links}<p>{B}</p></main>"))
    assert found == {"Harbour pass": "promo/button", "Try a raft": "promo/button"}


def test_a_question_on_a_button_is_none() -> None:
    assert behind("<div><span class=accordion-btn>Who may sleep?</span></div>") == {}


@pytest.mark.parametrize(
    ("box", "said"),
    [
        ("hs-form", "navigation/control"),
        ("product-card-price", "promo/product_box"),
        ("testimonial", "promo/praise_box"),
        ("ez-toc-list", "navigation/contents"),
        ("article-references", "credit/sources"),
        ("footnotes", "notice/footnote"),
        ("page-sidebar", "navigation/beside"),
        ("elementor-widget", None),
    ],
)
def test_a_line_is_told_by_the_name_of_its_box(box: str, said: str | None) -> None:
    assert behind(f"<div class={box}><p>Anna and the tide</p></div>").get("Anna and the tide") == said


def test_a_box_that_holds_the_story_tells_nothing() -> None:
    assert named(seen(f"<div class=sidebar><p>{A}</p><p>{B}</p><p>Left out</p></div>")) == {}


def test_lines_in_one_box_with_lines_that_are_told() -> None:
    lines = "<h4>The whole harbour</h4><p>Tides, ferries and rafts</p>"
    found = behind(f"<section>{lines}<p><a href=/a>Get it</a></p></section>")
    assert found["Get it"] == "promo/button"
    assert found["The whole harbour"] == found["Tides, ferries and rafts"] == "promo/boxed"
    many = "".join(f"<p>Raft number {n}</p>" for n in range(6))
    assert "The whole harbour" not in behind(f"<section>{lines}{many}<p><a href=/a>Get it</a></p></section>")


def test_a_question_above_a_hidden_answer_opens_it() -> None:
    extra = "<div><p>Who may sleep on a ferry?</p><p hidden>Nobody at all, says the captain.</p></div>"
    assert behind(extra)["Who may sleep on a ferry?"] == "navigation/opener"


def test_a_word_right_above_the_headline_is_its_kicker() -> None:
    view = seen(f"<main><div><p>Harbours</p></div><h1>Ferry stays in port</h1><p>{A}</p><p>{B}</p></main>")
    assert named(through(view, [headline.judge])) == {"Harbours": "section_label/kicker"}


def test_a_link_alone_on_its_line() -> None:
    story = f"<main><h1>Ferry stays in port</h1><p>{A}</p><p><a href=/m>Map</a></p><p>{B}</p></main>"
    found = named(seen(f"{story}<div><a href=/q>Quays</a></div>"))
    assert found == {"Map": "promo/link", "Quays": "navigation/link"}


def test_a_linked_item_of_a_list_within_the_story_is_not_told() -> None:
    story = f"<main><h1>Ferry stays in port</h1><p>{A}</p><ul><li><a href=/m>Map</a></ul><p>{B}</p></main>"
    assert named(seen(story)) == {}


def test_sentences_go_on_below_one_about_whoever_writes() -> None:
    extra = (
        "<div><p>Hi, I'm Ada and I sail.</p><p>Each quay of the islands has seen me with a bucket.</p></div>"
    )
    assert behind(extra)["Each quay of the islands has seen me with a bucket."] == "author_bio/about_author"


def test_a_line_beside_the_headline_that_says_when_it_was_published() -> None:
    stamp = "Essay - Published: 2031.05.09 | ferries | soup"
    view = seen(f"<main><h1>Ferry stays in port</h1><p>{stamp}</p><p>{A}</p><p>{B}</p></main>")
    assert named(through(view, [headline.judge])) == {stamp: "byline/stamp"}


def test_a_line_beside_the_headline_that_says_who_read_the_story() -> None:
    head = "<h1>Ferry stays in port</h1><p>Reviewed by Ada Quill, captain of the Anna</p>"
    view = seen(f"<main>{head}<p>{A}</p><p>{B}</p></main>")
    assert set(named(through(view, [headline.judge])).values()) == {"byline/by_name"}


def test_words_cut_off_below_a_linked_headline_are_an_excerpt() -> None:
    cards = "<p><a href=/x>The ferry of the year</a></p><p>It has a new engine and soup for all...</p>"
    assert behind(cards)["It has a new engine and soup for all..."] == "promo/excerpt"


def test_a_label_between_numbers_goes_with_them() -> None:
    found = behind("<p>86%</p><p>Berths taken</p><p>36,894</p><p>Whoever sails</p>")
    assert found["Berths taken"] == "promo/between"
    assert "Whoever sails" not in found
