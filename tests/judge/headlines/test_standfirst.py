from __future__ import annotations

from dataclasses import replace

import pytest
from viewing import marked_up, pasted, through

from copydesk.extract.declared import NOTHING, Candidate, Declared
from copydesk.judge.bylines import bylines
from copydesk.judge.headlines import headline, standfirst
from copydesk.judge.pasted import live_posts
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped
from copydesk.sites.records import SiteProfile

TITLE = "Island ferry stopped after engine failure"
A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."
D = "A replacement ferry is due on Friday, the company said, and tickets stay valid until then."
SUM = "Minister promises help for stranded islanders"
SENTENCE = "The minister promised help for the islanders who were stranded by the accident."


def stamps(view: View) -> dict[int, Verdict]:
    by = ("By ", "Published")
    return {b.index: dropped("by", Reason.BYLINE, "") for b in view.blocks if b.text.startswith(by)}


def found(view: View) -> list[str]:
    view = through(view, [headline.judge, stamps, standfirst.judge])
    return [
        b.text
        for b in view.blocks
        if b.index in view.verdicts and view.verdicts[b.index].kind is Kind.STANDFIRST
    ]


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        (f"{SUM}\n", [SUM]),
        (f"Published 2031-5-9\n\n{SUM}\n", [SUM]),
        (f"{SENTENCE}\nBy Ada Example\n", [SENTENCE]),
        (f"{SUM}\n\nBy Ada Example\n", [SUM]),
        ("By Ada Example\n", []),
        ("", []),
        ("Breaking News\n", []),
        ("Rescuers at the pier (AP Photo/Ada Example)\n", []),
    ],
)
def test_pasted(between: str, expected: list[str]) -> None:
    assert found(pasted(f"{TITLE}\n\n{between}\n{A}\n\n{B}\n\n{D}")) == expected


def test_the_first_paragraph_is_no_standfirst() -> None:
    assert found(pasted(f"{TITLE}\n{A}\n{B}\n{D}\nBy Ada Example")) == []


def test_no_headline_no_standfirst() -> None:
    assert found(pasted(f"{A}\n\n{SUM}\n\n{B}")) == []


def test_the_text_is_a_fact() -> None:
    view = through(pasted(f"{TITLE}\n\n{SUM}\n\n{A}\n\n{B}"), [headline.judge, standfirst.judge])
    assert view.verdicts[1].facts == (("standfirst", SUM),)


def told(view: View) -> list[str]:
    """What goes to the metadata, whether or not it stays in the text."""
    view = through(view, [headline.judge, standfirst.judge])
    return [value for v in view.verdicts.values() for name, value in v.facts if name == "standfirst"]


def page(inner: str, declared: Declared = NOTHING, outside: str = "header, aside") -> View:
    html = f"<article><header><h1>{TITLE}</h1>{inner}</header><p>{A}</p><p>{B}</p></article>"
    return marked_up(html, declared, outside)


@pytest.mark.parametrize(
    "name", ["standfirst", "article__dek", "sub-headline", "entry-subtitle", "chapo", "perex"]
)
def test_by_class(name: str) -> None:
    inner = f"<p class='{name}'>{SENTENCE}</p>"
    assert found(page(inner, outside="aside")) == [SENTENCE]
    assert told(page(inner, outside="aside")) == [SENTENCE]


def test_outside_the_reading_it_is_text_all_the_same() -> None:
    view = page(f"<p class=standfirst>{SENTENCE}</p>")
    assert told(view) == [SENTENCE]
    assert found(view) == [SENTENCE]


def test_one_printed_twice_is_there_once() -> None:
    view = page(f"<p class=standfirst>{SENTENCE}</p><p class=standfirst>{SENTENCE}</p>")
    assert told(view) == [SENTENCE]
    assert found(view) == [SENTENCE]


def test_by_the_pages_description() -> None:
    declared = Declared({"description": (Candidate(SENTENCE, "og:description"),)})
    assert told(page(f"<p>{SENTENCE}</p>", declared)) == [SENTENCE]


def test_a_first_paragraph_by_which_the_page_describes_itself_is_none() -> None:
    html = f"<article><h1>{TITLE}</h1><p>{SENTENCE}</p><p>{A}</p><p>{B}</p></article>"
    declared = Declared({"description": (Candidate(SENTENCE, "og:description"),)})
    assert told(marked_up(html, declared)) == []
    assert told(marked_up(html.replace("<p>", "<p class=intro>", 1), declared)) == [SENTENCE]


@pytest.mark.parametrize("name", ["meta", "newsletter-subtitle", "article-gating-subtitle", "related-intro"])
def test_other_boxes_under_the_headline_stay_out(name: str) -> None:
    assert told(page(f"<p class='{name}'>{SENTENCE}</p>")) == []


def test_not_below_the_story() -> None:
    aside = f"<aside class=summary><p>{SENTENCE}</p></aside>"
    html = f"<article><h1>{TITLE}</h1><p>{A}</p><p>{B}</p>{aside}</article>"
    assert told(marked_up(html, outside="aside")) == []


@pytest.mark.parametrize("lead", ["Nine people were saved.", "It is the silence that wakes them."])
def test_a_short_first_sentence_is_a_paragraph(lead: str) -> None:
    assert found(pasted(f"{TITLE}\nBy Ada Example\n\n{lead}\n\n{A}\n\n{B}\n\n{D}")) == []
    assert found(pasted(f"{TITLE}\n\n{lead}\n\n{A}\n\n{B}\n\n{D}")) == []


def test_three_words_between_byline_and_story_are_one() -> None:
    assert found(pasted(f"{TITLE}\n\nBy Ada Example\n\nIsland urges calm\n\n{A}\n\n{B}\n\n{D}")) == [
        "Island urges calm"
    ]


def test_an_outlet_without_standfirsts_has_a_caption_there() -> None:
    outlet = SiteProfile("example.org", "The Example", standfirst=False)
    view = replace(pasted(f"{TITLE}\n\nMinister Ada Example in Islay\n\n{A}\n\n{B}\n\n{D}"), profile=outlet)
    view = through(view, [headline.judge, standfirst.judge])
    assert [v.reason for v in view.verdicts.values() if not v.keep] == [Reason.CAPTION]


def test_two_paragraphs_below_a_stamp_the_story_has_begun() -> None:
    outlet = SiteProfile("example.org", "The Example", standfirst=False)
    lines = [TITLE, "By Ada Example", A, B, "Published May 3, 2031", D, SENTENCE]
    view = replace(pasted("\n\n".join(lines)), profile=outlet)
    view = through(view, [headline.judge, stamps, standfirst.judge])
    assert Reason.CAPTION not in {v.reason for v in view.verdicts.values()}


def test_many_lines_that_are_decided_part_no_standfirst_from_its_story() -> None:
    stamps = "\n\n".join(f"Published {day} May 2031" for day in range(1, 18))
    assert found(pasted(f"{TITLE}\n\n{SENTENCE}\n\nBy Ada Example\n\n{stamps}\n\n{A}\n\n{B}\n\n{D}")) == [
        SENTENCE
    ]


def test_a_sentence_left_out_right_above_the_story_is_a_caption_there() -> None:
    outlet = SiteProfile("example.org", "The Example", standfirst=False)
    seen = pasted(f"{TITLE}\n\nBy Ada Example\n\nThe ferry was seen from Islay.\n\n{A}\n\n{B}\n\n{D}")
    for reading, reasons in (((True, True, False, True, True, True), [Reason.CAPTION]), ((True,) * 6, [])):
        view = replace(seen, profile=outlet, in_reading=reading)
        found = standfirst.judge(through(view, [headline.judge, bylines.judge]))
        assert [v.reason for v in found.values()] == reasons


def test_stamps_of_posts_below_the_place_of_the_story_are_not_its_own() -> None:
    lines = [TITLE, SENTENCE, "By Ada Example", "Beirut, Lebanon:", A, "May 3, 2031 20:12", B, D]
    assert told(through(pasted("\n\n".join(lines)), [headline.judge, bylines.judge])) == [SENTENCE]


def test_points_of_a_list_are_no_captions() -> None:
    outlet = SiteProfile("example.org", "The Example", standfirst=False)
    points = "• Minister promises help for islanders\n\n• Ferry will be back on Friday"
    view = replace(pasted(f"{TITLE}\n\nBy Ada Example\n\n{points}\n\n{A}\n\n{B}\n\n{D}"), profile=outlet)
    view = through(view, [headline.judge, bylines.judge, standfirst.judge])
    assert Reason.CAPTION not in {v.reason for v in view.verdicts.values()}


@pytest.mark.parametrize("outside", ["p.a", "aside"])
def test_a_sentence_between_headline_and_byline_is_one_in_any_markup(outside: str) -> None:
    head = f"<div><h1>{TITLE}</h1><p class=a>{SENTENCE}</p></div><p>By Ada Example</p>"
    html = f"<article>{head}<p>{A}</p><p>{B}</p></article>"
    view = through(marked_up(html, outside=outside), [headline.judge, bylines.judge])
    assert told(view) == [SENTENCE]


def test_a_second_box_of_that_name_that_is_left_out_is_of_something_else() -> None:
    boxes = (
        f"<p class=dek>{SUM}</p><div><p class='promo dek'>Boats for the summer at half the price</p></div>"
    )
    view = marked_up(f"<h1>{TITLE}</h1>{boxes}<p>{A}</p><p>{B}</p><p>{D}</p>", outside=".dek")
    assert found(view) == [SUM]


def test_below_the_headline_only_what_the_reading_leaves_out() -> None:
    html = f"<article><h1>{TITLE}</h1><p class=a>{SENTENCE}</p><p>{A}</p><p>{B}</p></article>"
    assert told(marked_up(html, outside="p.a")) == [SENTENCE]
    assert told(marked_up(html)) == []


def test_a_biography_above_the_byline_is_none() -> None:
    bio = "Ada Example is a painter who has lived on the islands for twenty years."
    html = f"<article><h1>{TITLE}</h1><p class=a>{bio}</p><p>By Ada Example</p><p>{A}</p><p>{B}</p></article>"
    authors = Declared({"authors": (Candidate("Ada Example", "json-ld"),)})
    view = through(marked_up(html, authors, "p.a"), [headline.judge, bylines.judge])
    assert told(view) == []


def test_paragraphs_in_a_row_under_such_a_name_are_how_the_story_begins() -> None:
    opening = "".join(f"<p>{A} It was the {n}th time this year at that.</p>" for n in range(5, 11))
    head = f"<h1>{TITLE}</h1><h2 class=standfirst>{SUM}</h2>"
    view = marked_up(f"<article>{head}<div class=lead-text>{opening}</div><p>{B}</p></article>")
    assert found(view) == [SUM]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Minister promises help for islanders who wait for a boat", True),
        ("Minister promises help", False),
        ("Island ferry stopped again after engine failure near port", False),
        ("Islands:Minister promises help for islanders who wait for a boat", False),
    ],
)
def test_a_line_between_headline_and_byline_that_a_pasted_pages_reading_lost(
    line: str, expected: bool
) -> None:
    view = pasted(f"{TITLE}\n\n{line}\n\nBy Ada Example\n\n{A}\n\n{B}\n\n{D}")
    view = replace(view, in_reading=tuple(b.text != line for b in view.blocks))
    assert found(view) == [line] * expected


def test_a_subtitle_counts_in_an_element_named_after_a_newsletter() -> None:
    story = f"<h1>{TITLE}</h1><h3 class=subtitle>{SUM}</h3><p>{A}</p><p>{B}</p>"
    assert found(marked_up(f"<article class=newsletter-post><div>{story}</div></article>")) == [SUM]
    asks = story.replace("class=subtitle", "class=newsletter-subtitle")
    assert found(marked_up(f"<article><div>{asks}</div></article>")) == []


def test_what_a_page_declares_to_stand_below_its_headline() -> None:
    known = Declared({"standfirst": (Candidate(SENTENCE, "json-ld"),)})
    html = f"<h1>{TITLE}</h1><div class=top><p>{SENTENCE}</p></div><p>{A}</p><p>{B}</p><p>{D}</p>"
    assert found(marked_up(html, known)) == [SENTENCE]
    assert found(marked_up(html)) == []


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        (f"{SENTENCE}\n\nBy Ada Example", [SENTENCE]),
        (f"{SENTENCE}\n\nOf the islands\n\nBy Ada Example", []),
        ("Stranded islanders\n\nBy Ada Example", []),
    ],
)
def test_a_paste_that_begins_below_its_headline_has_a_standfirst_above_the_byline(
    first: str, expected: list[str]
) -> None:
    view = through(pasted(f"{first}\n\n{A}\n\n{B}\n\n{D}"), [stamps])
    told = standfirst.judge(view)
    assert [view.blocks[i].text for i in told] == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            f"<div class=hero><h1>{TITLE}</h1><p>{SENTENCE}</p></div><div><p>{A}</p><p>{B}</p></div>",
            [SENTENCE],
        ),
        (f"<div class=hero><h1>{TITLE}</h1><p>{SENTENCE}</p><p>{A}</p><p>{B}</p></div>", []),
        (
            f"<div><h1>{TITLE}</h1><h2>Engines</h2><p>{SENTENCE}</p></div><div><h2>Soup</h2><p>{A}</p></div>",
            [],
        ),
        (
            f"<h1>{TITLE}</h1><div class=x_synopsis><b><b><b><p>{SENTENCE}</p></b></b></b></div><p>{A}</p>",
            [SENTENCE],
        ),
    ],
)
def test_a_first_line_in_the_element_of_the_headline_or_one_of_summaries(
    html: str, expected: list[str]
) -> None:
    assert told(marked_up(f"<article>{html}</article>", NOTHING, "aside")) == expected


def test_what_the_reading_of_a_paste_leaves_out_stands_not_between_a_standfirst_and_its_story() -> None:
    line = "Minister promises help for islanders who wait for a boat"
    form = [f"Your letter number {n}" for n in range(20)]
    view = pasted("\n\n".join((TITLE, line, "By Ada Example", *form, A, B, D)))
    view = replace(view, in_reading=tuple(b.text in (TITLE, A, B, D) for b in view.blocks))
    assert found(view) == [line]


def test_a_sentence_above_the_byline_sums_up_where_the_outlet_prints_it_there() -> None:
    outlet = SiteProfile("quay.example", "The Quay", standfirst=False, signed_standfirst=True)
    line = "The boats of the island stay in port for a week."
    for stamp, kind in (("By Ada Example", Kind.STANDFIRST), ("Berlin:", None)):
        view = replace(pasted("\n\n".join((TITLE, line, stamp, A, B, D))), profile=outlet)
        verdicts = through(view, [headline.judge, bylines.judge, standfirst.judge]).verdicts
        assert verdicts[1].kind is kind
    assert found(pasted("\n\n".join((TITLE, line, "By Ada Example", A, B, D)))) == [line]


def test_below_the_time_of_a_post_stands_no_caption() -> None:
    outlet = SiteProfile("example.org", "The Example", standfirst=False)
    lines = [TITLE, "By Ada Example", "20:10", "The ferry was seen from Islay.", A, "18:42", B]
    seen = replace(pasted("\n\n".join(lines)), profile=outlet)
    view = replace(seen, in_reading=(True, True, False, False, True, False, True))
    view = through(view, [headline.judge, bylines.judge, live_posts.judge, standfirst.judge])
    assert Reason.CAPTION not in {v.reason for v in view.verdicts.values()}


def test_the_points_below_a_summary_of_a_paste_sum_up_and_what_is_no_point_does_not() -> None:
    points = ("An eruption began near the town at night", "Nobody is believed to be in danger")
    view = pasted("\n".join((TITLE, "Summary", *points, A, B, D)))
    view = replace(view, in_reading=tuple(b.text in (A, B, D) for b in view.blocks))
    assert found(view) == list(points)
    bullets = tuple(f"• {point}" for point in points)
    view = pasted("\n".join((TITLE, "Summary", *bullets, "Put your questions to us all", A, B, D)))
    view = replace(view, in_reading=tuple(b.text in (A, B, D) for b in view.blocks))
    assert "Put your questions to us all" not in found(view)


def test_a_short_heading_named_as_the_second_line_of_the_headline_is_the_standfirst() -> None:
    short = "Islanders left waiting"
    html = f"<h1>{TITLE}</h1><div class=single_subtitle><h2>{short}</h2></div><p>{A}</p><p>{B}</p><p>{D}</p>"
    assert found(marked_up(html)) == [short]
    assert found(marked_up(html.replace("single_subtitle", "box"))) == []
    # It says the headline again, or heads one part of the story among others.
    assert found(marked_up(html.replace(short, "Ferry stopped again"))) == []
    part = f"<div class=single_subtitle><h2>No boat till Friday</h2></div><p>{D}</p>"
    assert found(marked_up(html + part)) == []


def test_a_deck_below_the_standfirst_is_a_part_of_it() -> None:
    short = "Islanders left waiting"
    deck = f"<h2 class=deck>{short}</h2>"
    html = f"<h1>{TITLE}</h1><div class=standfirst>{SUM}</div>{deck}<p>{A}</p><p>{B}</p><p>{D}</p>"
    view = marked_up(html)
    view = replace(view, in_reading=tuple(b.text in {SUM, A, B, D} for b in view.blocks))
    assert found(view) == [SUM, short]
    assert found(marked_up(html.replace("class=deck", "class=box"))) == [SUM]
