from __future__ import annotations

from dataclasses import replace

import pytest
from bylines_told import TITLE, A, B, C, D, verdicts
from viewing import marked_up, pasted, struck, through

from copydesk.extract.declared import Candidate, Declared
from copydesk.judge.bylines import bylines
from copydesk.judge.headlines import headline
from copydesk.model import Reason


def facts(line: str) -> dict[str, list[str]]:
    """The facts of a line that stands between headline and story."""
    found: dict[str, list[str]] = {}
    judged = verdicts(TITLE, line, A, B, C, D)
    assert set(judged) == {line}
    assert judged[line].reason is Reason.BYLINE
    for name, value in judged[line].facts:
        found.setdefault(name, []).append(value)
    return found


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Nov. 20, 2031Updated: Nov. 20, 2031 1:35 a.m.",
            {"date_published": ["2031-11-20"], "date_modified": ["2031-11-20T01:35:00"]},
        ),
        (
            "Source:Agencies Published: 2019-4-9 0:33:01",
            {"agencies": ["Agencies"], "date_published": ["2019-04-09T00:33:01"]},
        ),
        (
            "Reuters Beirut Jun 07, 2019, 11.27 AM (IST)",
            {
                "agencies": ["Reuters"],
                "dateline": ["Beirut"],
                "date_published": ["2019-06-07T11:27:00+05:30"],
            },
        ),
        (
            "by Island Newsdesk 15 October 2019, 10:51",
            {"authors": ["Island Newsdesk"], "date_published": ["2019-10-15T10:51:00"]},
        ),
        ("By Jane Doe and John Roe, Staff Writers", {"authors": ["Jane Doe", "John Roe"]}),
        ("Stand: 22.04.2019, 06:00 Uhr", {"date_modified": ["2019-04-22T06:00:00"]}),
        (
            "World | Agence France-Presse | Updated: October 08, 2019 08:52 IST",
            {
                "agencies": ["Agence France-Presse"],
                "section": ["World"],
                "date_modified": ["2019-10-08T08:52:00+05:30"],
            },
        ),
        (
            "Xinhua | Updated: 2019-05-04 08:11",
            {"agencies": ["Xinhua"], "date_modified": ["2019-05-04T08:11:00"]},
        ),
        (
            "World NewsAsian News InternationalUpdated: June 24, 2031 13:05 pm IST",
            {
                "agencies": ["Asian News International"],
                "section": ["World News"],
                "date_modified": ["2031-06-24T13:05:00+05:30"],
            },
        ),
        (
            "World NewsReported by Ann Poe, Edited by John RoeUpdated: June 24, 2031",
            {"authors": ["Ann Poe"], "section": ["World News"], "date_modified": ["2031-06-24"]},
        ),
        ("Par Jeanne Dupont (avec AFP)", {"authors": ["Jeanne Dupont"], "agencies": ["AFP"]}),
        (
            "Do 25.04.2019 | 14:07 Uhr | Von Anna Muster",
            {"authors": ["Anna Muster"], "date_published": ["2019-04-25T14:07:00"]},
        ),
        ("Por Ana Gil", {"authors": ["Ana Gil"]}),
        ("Updated", {}),
        ("Uppdaterad 15.59 | Publicerad 14.14", {}),
        ("By Ann Poe - 11/10/19 06:56 AM EST", {"authors": ["Ann Poe"]}),
        ("2025年1月14日 01時28分 (1月14日 01時40分更新)", {"date_published": ["2025-01-14"]}),
        ("Published 3 hours ago", {}),
        ("5 min read", {}),
        ("October 15, 2019", {"date_published": ["2019-10-15"]}),
        ("Beirut, Lebanon:", {"dateline": ["Beirut, Lebanon"]}),
        ("Washington:", {"dateline": ["Washington"]}),
    ],
)
def test_a_line_between_headline_and_story(line: str, expected: dict[str, list[str]]) -> None:
    assert facts(line) == expected


def test_a_dateline_stands_above_the_story_even_without_a_headline() -> None:
    judged = verdicts("Beirut, Lebanon:", A, B, C, D)
    assert judged["Beirut, Lebanon:"].facts == (("dateline", "Beirut, Lebanon"),)


@pytest.mark.parametrize(
    "line",
    [
        "Updated figures are due next week.",
        "By the time the boats came, the ferry was gone.",
        "Reuters reported on 7 June 2019 that the ferry had sunk.",
        "Published poems of hers filled three books by 3 May 2019.",
        "Key points:",
        "What we know so far",
        "October 15, 2019: the day the ferry sank",
        "Stand by me",
    ],
)
def test_lines_of_the_story_stay(line: str) -> None:
    assert verdicts(TITLE, A, line, B, C, D) == {}


def test_a_date_alone_deep_in_the_story_is_a_subhead() -> None:
    assert verdicts(TITLE, A, B, C, "October 15, 2019", D) == {}


def test_a_byline_of_another_story_carries_no_facts() -> None:
    judged = verdicts(
        TITLE, "By Jane Doe", A, B, C, D, *["Another headline of the day"] * 6, "By Ann Poe 3 May 2019"
    )
    assert judged["By Jane Doe"].facts == (("authors", "Jane Doe"),)
    assert judged["By Ann Poe 3 May 2019"].facts == ()


def test_markup_tells_a_byline_that_words_alone_do_not() -> None:
    story = "".join(f"<p>{text}</p>" for text in (A, B, C, D))
    lines = "<div class='byline'>Jane Doe, our woman at sea</div><p>Jane Doe, our hero at sea</p>"
    html = f"<h1>{TITLE}</h1>{lines}{story}"
    view = through(marked_up(html), [headline.judge])
    assert struck(view, bylines.judge(view)) == {"Jane Doe, our woman at sea": "byline"}


def test_an_embedded_post_keeps_its_signature() -> None:
    assert verdicts(TITLE, A, "— Jane Doe (@janedoe) November 19, 2019", B, C, D) == {}


def test_every_verdict_tells_a_person_why() -> None:
    judged = verdicts(TITLE, "By Jane Doe", "15 October 2019, 10:51", A, B, C, D)
    assert len(judged) == 2
    assert all(v.evidence and text[:20] in v.evidence for text, v in judged.items())


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("by Island Newsdesk over 8 years ago", {"authors": ["Island Newsdesk"]}),
        ("Mara Quill5 hours ago", {"authors": ["Mara Quill"]}),
        ("Last updated (GMT/UTC): 15.10.2019 13:40", {"date_modified": ["2019-10-15T13:40:00"]}),
        ("Story First Published: October 07, 2019 18:02 UTC", {"date_published": ["2019-10-07T18:02:00Z"]}),
        (
            "Kyiv, UkraineEdited By: Mara QuillUpdated: Oct 22, 2023, 08:10 PM UTC",
            {
                "authors": ["Mara Quill"],
                "dateline": ["Kyiv, Ukraine"],
                "date_modified": ["2023-10-22T20:10:00Z"],
            },
        ),
        (
            "By Sun Mara in Beijing and Liu Brand in Damascus Source:AFP-Reuters Published: 2019-4-9 0:33:01",
            {
                "authors": ["Sun Mara", "Liu Brand"],
                "agencies": ["AFP", "Reuters"],
                "date_published": ["2019-04-09T00:33:01"],
            },
        ),
    ],
)
def test_stamps_that_copying_glued_or_that_say_more(line: str, expected: dict[str, list[str]]) -> None:
    assert facts(line) == expected


def test_a_place_with_a_colon_below_a_caption_that_reads_like_prose() -> None:
    assert dict(verdicts(TITLE, A, "Kyiv:", B, C, D)["Kyiv:"].facts) == {"dateline": "Kyiv"}
    assert "Kyiv:" not in verdicts(TITLE, A, B, C, "Kyiv:", D)


def test_an_agency_and_a_place_above_the_story() -> None:
    html = f"<h1>{TITLE}</h1><ul><li>AFP, MANILA</li></ul><p>{A}</p><p>{B}</p><p>{C}</p>"
    view = through(marked_up(html), [headline.judge])
    found = bylines.judge(view)
    assert [v.facts for v in found.values()] == [(("agencies", "AFP"), ("dateline", "MANILA"))]


def test_editors_inputs_and_stamp_in_one_line() -> None:
    line = "India News Edited by Ada Example (with inputs from ANI) Updated: March 14, 2031 7:42 pm IST"
    assert facts(line) == {
        "authors": ["Ada Example"],
        "agencies": ["ANI"],
        "date_modified": ["2031-03-14T19:42:00+05:30"],
        "section": ["India News"],
    }


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("기사입력 :[ 2019-09-28 17:32 ]", "date_published", "2019-09-28T17:32:00"),
        ("Bruselas - 15 oct 2019 - 08:22", "dateline", "Bruselas"),
        ("Chemnitz.", "dateline", "Chemnitz"),
        ("Publikacja: 02.02.2019 21:52", "date_published", "2019-02-02T21:52:00"),
    ],
)
def test_stamps_and_places_of_other_languages(line: str, name: str, value: str) -> None:
    assert facts(line)[name] == [value]


@pytest.mark.parametrize(
    ("line", "facts_"),
    [
        ("byJane Doe", {"authors": ["Jane Doe"]}),
        ("15.04.2019 - 15:48 UhrLesedauer: 2 Min.", {"date_published": ["2019-04-15T15:48:00"]}),
    ],
)
def test_bylines_whose_parts_touch(line: str, facts_: dict[str, list[str]]) -> None:
    assert facts(line) == facts_


def test_a_place_with_a_full_stop_is_one_only_above_prose() -> None:
    assert "Chemnitz." in verdicts(TITLE, A, "Chemnitz.", B, C, D)
    assert "BAAR, SWITZERLAND" in verdicts(TITLE, A, "BAAR, SWITZERLAND", B, C, D)
    assert "Washington, D.C." not in verdicts(TITLE, A, "Washington, D.C.", "Cities", B, C, D)


def test_what_somebody_is_stands_beside_the_name() -> None:
    assert facts("Journaliste • Jeanne Dupont 4 May 2019")["authors"] == ["Jeanne Dupont"]


def test_a_stamp_with_its_section_and_a_count_of_comments() -> None:
    line = "erstellt: 01. April 2031, 15:25 in: Inseln | Kommentare : 0"
    facts = dict(verdicts(TITLE, line, A, B, C)[line].facts)
    assert (facts["date_published"], facts["section"]) == ("2031-04-01T15:25:00", "Inseln")
    assert "section" not in dict(
        verdicts(TITLE, "May 5, 2031 in: Uncategorized", A, B)["May 5, 2031 in: Uncategorized"].facts
    )


def test_names_and_places_among_tags_that_end_in_commas_are_no_byline() -> None:
    tags = "Related topics\nExtremism,\nPort Ellen,\nAda Quill,\nHome office,\nIslands"
    view = through(pasted(f"{TITLE}\n\n{tags}\n\n{A}\n\n{B}"), [headline.judge])
    assert bylines.judge(view) == {}


def test_how_often_a_story_was_shared_is_no_stamp() -> None:
    assert set(verdicts(TITLE, "221 Shares", "9 May 2031", A, B, C, D)) == {"9 May 2031"}


def test_an_hour_that_is_a_link_is_no_stamp() -> None:
    html = f"<h1>{TITLE}</h1><p>{{}}</p><p>{A}</p><p>{B}</p><p>{C}</p><p>{D}</p>"
    assert struck(through(marked_up(html.format("20:00")), [headline.judge, bylines.judge])).get("20:00")
    linked = through(marked_up(html.format("<a href=/tv>20:00</a>")), [headline.judge, bylines.judge])
    assert "20:00" not in struck(linked)


def test_a_place_in_italics_right_above_the_story_is_where_it_was_filed() -> None:
    page = f"<article><h1>{TITLE}</h1>{{}}<p>{A}</p><p>{B}</p><p>{C}</p></article>"
    for place, told in (("<p><i>Baltimore</i></p>", True), ("<p>Baltimore</p>", False)):
        view = through(marked_up(page.format(place)), [headline.judge])
        found = {view.blocks[i].text: v.facts for i, v in bylines.judge(view).items()}
        assert (found.get("Baltimore") == (("dateline", "Baltimore"),)) is told


def test_a_section_in_one_line_with_an_agency_is_no_part_of_its_name() -> None:
    assert facts("World News Agence France-Presse Updated: September 12, 2031 10:11 am IST") == {
        "agencies": ["Agence France-Presse"],
        "section": ["World News"],
        "date_modified": ["2031-09-12T10:11:00+05:30"],
    }
    assert facts("India News Mara Quill Updated: September 12, 2031 10:11 am IST")["authors"] == [
        "Mara Quill"
    ]


def test_a_link_to_the_section_in_one_line_with_an_agency_is_no_part_of_its_name() -> None:
    byline = (
        "<div><a href=/isles>Offbeat</a><span> Agence France-Presse</span><span> May 3, 2031</span></div>"
    )
    view = marked_up(f"<main><h1>{TITLE}</h1>{byline}<p>{A}</p><p>{B}</p><p>{C}</p></main>")
    view = through(view, [headline.judge])
    told = {name: value for v in bylines.judge(view).values() for name, value in v.facts}
    assert told == {
        "agencies": "Agence France-Presse",
        "section": "Offbeat",
        "date_published": "2031-05-03",
    }


def test_marked_up_names_go_on_in_the_next_line() -> None:
    names = "<div>By Mara Quill and</div><div>Tom Reed</div>"
    view = marked_up(f"<main><h1>{TITLE}</h1>{names}<p>{A}</p><p>{B}</p><p>{C}</p></main>")
    view = through(view, [headline.judge])
    told = [value for _, v in sorted(bylines.judge(view).items()) for name, value in v.facts]
    assert told == ["Mara Quill", "Tom Reed"]


def test_the_topic_of_a_byline_is_a_section() -> None:
    told = facts("By Jane Doe | November 18, 2031 -- 19:14 GMT (19:14 GMT) | Topic: Harbours")
    assert told["section"] == ["Harbours"]
    assert told["date_published"] == ["2031-11-18T19:14:00Z"]


def test_the_place_that_a_page_declares_is_one_on_a_line_of_its_own() -> None:
    head = f"<h1>{TITLE}</h1><p>By Jane Doe</p><p>Baltimore</p><p>May 3, 2031</p>"
    page = f"<article>{head}<p>{A}</p><p>{B}</p></article>"
    for places, told in (((Candidate("Baltimore", "json-ld"),), True), ((), False)):
        view = replace(marked_up(page), declared=Declared({"location": places}))
        found = {
            view.blocks[i].text: v.facts for i, v in bylines.judge(through(view, [headline.judge])).items()
        }
        assert (found.get("Baltimore") == (("dateline", "Baltimore"),)) is told


def test_an_agency_behind_a_link_to_a_section_signs_right_below_the_stamp() -> None:
    signed = (
        "<p>3 May 2031, 10:05</p><div class=social-area><p><a href='/'>Isles - </a>Anadolu Agency</p></div>"
    )
    html = f"<h1>{TITLE}</h1>{{}}<p>{A}</p><p>{B}</p><p>{C}</p>"
    view = through(marked_up(html.format(signed)), [headline.judge, bylines.judge])
    line = next(b.index for b in view.blocks if b.text.endswith("Agency"))
    assert view.verdicts[line].reason is Reason.BYLINE
    assert view.verdicts[line].facts == (("agencies", "Anadolu Agency"),)
    section = through(
        marked_up(html.format(signed.replace("'/'", "/isles"))), [headline.judge, bylines.judge]
    )
    assert section.verdicts[line].facts == (("agencies", "Anadolu Agency"), ("section", "Isles"))
    for other in (signed.replace("<p>3 May 2031, 10:05</p>", ""), signed.replace("Anadolu", "Travel")):
        view = through(marked_up(html.format(other)), [headline.judge, bylines.judge])
        assert all(not view.blocks[i].text.endswith("Agency") for i in view.verdicts)
