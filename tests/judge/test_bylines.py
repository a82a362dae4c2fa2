from __future__ import annotations

import pytest
from viewing import marked_up, pasted, struck, through

from copydesk.extract.declared import Candidate, Declared
from copydesk.extract.signals import POST_TIME
from copydesk.judge import bylines, captions, headline
from copydesk.model import Reason, Verdict

TITLE = "Ferry Sinks Off Port Ellen In Thick Fog"
A = "The ferry to Port Ellen sank on Tuesday after its engine had failed far out at sea, police said."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread to them."
C = "A replacement ferry is due on Friday, the company said, and tickets stay valid until then."
TIMES = ("7:49PM", "8:02PM", "8.15 pm", "20:31")
D = "Divers will go down to the wreck as soon as the wind has dropped, the harbour master told us."


def verdicts(*lines: str) -> dict[str, Verdict]:
    view = through(pasted("\n\n".join(lines)), [headline.judge])
    return {view.blocks[i].text: v for i, v in bylines.judge(view).items()}


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


def test_a_signature_behind_the_story_is_a_byline_and_a_head_of_a_biography_is_not() -> None:
    assert verdicts(TITLE, A, B, C, D, "Jane Doe")["Jane Doe"].facts == (("authors", "Jane Doe"),)
    bio = "Jane Doe writes about the sea and has done so for twenty years and more."
    assert "Jane Doe" not in verdicts(TITLE, A, B, C, D, "Jane Doe", bio)


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


@pytest.mark.parametrize(
    ("line", "names"),
    [
        *((line, ()) for line in ("M.Q.", "M.Q./J.R.", "A.B.C.", "(mqr)", "(mq/jr)")),
        ("mqr, jr; Foto: Example; zuerst erschienen: 4.4.31", ("mqr", "jr")),
        ("Mara Quill mara@gazette.example", ("Mara Quill",)),
        ("칼럼니스트 나하늘 sky@gazette.example", ("나하늘",)),
    ],
)
def test_initials_behind_the_story_are_a_signature(line: str, names: tuple[str, ...]) -> None:
    judged = verdicts(TITLE, A, B, C, D, line)
    assert judged[line].reason is Reason.BYLINE
    assert judged[line].facts == tuple(("authors", name) for name in names)
    assert line not in verdicts(TITLE, A, line, B, C, D)


def test_tags_and_fields_of_forms_name_nobody() -> None:
    html = f"<h1>{TITLE}</h1><p>#Ada Quill</p><div><label>Jane Doe</label></div><p>1 May 2031</p>"
    view = through(marked_up(f"{html}<p>{A}</p><p>{B}</p><p>{C}</p>"), [headline.judge])
    found = {view.blocks[i].text for i in bylines.judge(view)}
    assert found == {"1 May 2031"}


@pytest.mark.parametrize(
    "below",
    [
        "Marine Biologist and Founder of Gazette",
        "May 1, 2031 | Last updated on May 2, 2031 | xx min read",
        "#Ports</span></div><div><span>Published on May 1, 2031",
    ],
)
def test_a_name_above_what_its_bearer_is_or_a_stamp_is_a_byline(below: str) -> None:
    html = f"<h1>{TITLE}</h1><div><p>Ada Quill</p></div><div><span>{below}</span></div><p>{A}</p><p>{B}</p>"
    view = through(marked_up(html), [headline.judge])
    assert bylines.judge(view)[1].facts == (("authors", "Ada Quill"),)


def test_links_of_a_menu_and_labels_name_nobody() -> None:
    menu = "<ul class=side-nav><li><a href=/1>Harbour Security</a></li><li><a href=/2>Jane Doe</a></li></ul>"
    for line in (menu, "<h2>Meet the Team</h2>", "<h2>Building Your Team</h2>"):
        view = through(marked_up(f"<h1>{TITLE}</h1>{line}<p>{A}</p><p>{B}</p><p>{C}</p>"), [headline.judge])
        assert bylines.judge(view) == {}


def test_a_part_of_the_headline_and_a_row_of_sections_name_nobody() -> None:
    titled = Declared({"title": (Candidate("gazette.example Harbour Craft", "title"),)})
    html = f"<h2>{{}}</h2><p>1 May 2031</p><p>{A}</p><p>{B}</p><p>{C}</p>"
    for line in ("Harbour Craft", "Sides, Soups"):
        view = marked_up(f"<h1>Gazette</h1>{html.format(line)}", titled)
        facts = [fact for verdict in bylines.judge(view).values() for fact in verdict.facts]
        assert [value for name, value in facts if name == "authors"] == []


def test_a_place_with_a_colon_below_a_caption_that_reads_like_prose() -> None:
    assert dict(verdicts(TITLE, A, "Kyiv:", B, C, D)["Kyiv:"].facts) == {"dateline": "Kyiv"}
    assert "Kyiv:" not in verdicts(TITLE, A, B, C, "Kyiv:", D)


def test_the_outlet_and_a_name_in_brackets_behind_the_story_are_a_signature() -> None:
    own = Declared({"publisher": (Candidate("Island Gazette", "og:site_name"),)})
    for signed, authors in (("Island Gazette (mq)", []), ("Island Gazette (Mara Quill)", ["Mara Quill"])):
        view = pasted("\n\n".join([TITLE, A, B, C, signed]), own)
        verdict = bylines.judge(view)[len(view.blocks) - 1]
        assert verdict.reason is Reason.BYLINE
        assert [value for name, value in verdict.facts if name == "authors"] == authors
        assert len(view.blocks) - 1 not in bylines.judge(pasted("\n\n".join([TITLE, A, B, C, signed])))


def test_an_agency_and_a_place_above_the_story() -> None:
    html = f"<h1>{TITLE}</h1><ul><li>AFP, MANILA</li></ul><p>{A}</p><p>{B}</p><p>{C}</p>"
    view = through(marked_up(html), [headline.judge])
    found = bylines.judge(view)
    assert [v.facts for v in found.values()] == [(("agencies", "AFP"), ("dateline", "MANILA"))]


def test_who_signs_below_a_story_that_the_outlet_claims() -> None:
    tail = "<footer><p>Back to all the other stories of today</p></footer>"
    html = f"<h1>{TITLE}</h1><p>{A}</p><p>{B}</p><p>{C}</p><p><strong>Ada Example</strong></p>{tail}"
    outlet = Declared({"authors": (Candidate("Gazette", "json-ld"),)})
    view = through(marked_up(html, outlet), [headline.judge])
    assert [v.facts for v in bylines.judge(view).values()] == [(("authors", "Ada Example"),)]


@pytest.mark.parametrize("line", ["AddThis Sharing Buttons", "Share Button"])
def test_buttons_are_nobody(line: str) -> None:
    assert verdicts(TITLE, "By Ada Example", line, A, B, C).keys() == {"By Ada Example"}


def test_editors_inputs_and_stamp_in_one_line() -> None:
    line = "India News Edited by Ada Example (with inputs from ANI) Updated: March 14, 2031 7:42 pm IST"
    assert facts(line) == {
        "authors": ["Ada Example"],
        "agencies": ["ANI"],
        "date_modified": ["2031-03-14T19:42:00+05:30"],
        "section": ["India News"],
    }


def test_names_in_a_byline_box_below_a_long_standfirst() -> None:
    box = "<div class=byline><div class=content><address class=name><a>{}</a></address></div></div>"
    view = marked_up(
        f"<h1>{TITLE}</h1><h3>{A}</h3><figure><figcaption>The pier.</figcaption></figure>"
        f"<div class=bylines>{box.format('Jane Doe')}{box.format('John Roe')}</div><div class=dates>Publisert"
        " torsdag 09. mai 2019 - 13:26 Sist oppdatert fredag 10. mai 2019 - 20:24</div>"
        f"<p>{B}<p>{C}<p>{D}"
    )
    judged = bylines.judge(through(view, [headline.judge]))
    found = {view.blocks[i].text[:8] for i, v in judged.items() if v.reason is Reason.BYLINE}
    assert found == {"Jane Doe", "John Roe", "Publiser"}


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


def test_writers_in_bold_above_the_first_paragraph_of_a_page_the_outlet_signs() -> None:
    declared = Declared(
        {"authors": (Candidate("Gazette", "json-ld"),), "publisher": (Candidate("Gazette", "og:site_name"),)}
    )
    view = marked_up(
        f"<h1>{TITLE}</h1><p><b>Jane Doe/John Roe</b><p><b>T</b>{A[1:]}<p>{B}<p>{C}", declared=declared
    )
    judged = bylines.judge(through(view, [headline.judge]))
    assert [v.facts for v in judged.values()] == [(("authors", "Jane Doe"), ("authors", "John Roe"))]


@pytest.mark.parametrize(
    ("line", "facts_"),
    [
        ("byJane Doe", {"authors": ["Jane Doe"]}),
        ("15.04.2019 - 15:48 UhrLesedauer: 2 Min.", {"date_published": ["2019-04-15T15:48:00"]}),
    ],
)
def test_bylines_whose_parts_touch(line: str, facts_: dict[str, list[str]]) -> None:
    assert facts(line) == facts_


def test_the_age_of_a_post_is_a_byline_within_the_story() -> None:
    line = "2 hours ago10:05 Jane Doe"
    assert verdicts(TITLE, A, B, C, line, D)[line].reason is Reason.BYLINE
    assert verdicts(TITLE, A, B, C, "21 mins ago11:48 Jane Doe", D)
    assert not verdicts(TITLE, A, B, C, "It began 2 hours ago in Port Ellen", D)


def test_who_wrote_another_story_is_no_byline_of_this_one() -> None:
    other = "<aside class=more><h3><a href=/b>Ferry back in service</a></h3><p>By John Roe</p></aside>"
    declared = Declared({"authors": (Candidate("Jane Doe", "json-ld"),)})
    view = marked_up(f"<h1>{TITLE}</h1><p>By Jane Doe<p>{A}<p>{B}<p>{C}<p>{D}{other * 3}", declared=declared)
    judged = bylines.judge(through(view, [headline.judge]))
    assert [view.blocks[i].text for i in judged] == ["By Jane Doe"]


def test_who_wrote_a_story_that_a_box_within_this_one_links_to_is_no_byline_of_it() -> None:
    box = "<aside class=more><p><a href=/b>Ferry back after a week</a></p><p>By John Roe</p></aside>"
    declared = Declared({"authors": (Candidate("Jane Doe", "json-ld"),)})
    story = f"<p>{A}</p><p>{B}</p><p>{C}</p>"
    for above in (story, f"<p>{A}</p>"):
        view = marked_up(f"<h1>{TITLE}</h1><p>By Jane Doe</p>{above}{box}{story}<p>{D}", declared=declared)
        judged = bylines.judge(through(view, [headline.judge]))
        assert [view.blocks[i].text for i in judged] == ["By Jane Doe"]


def test_a_place_with_a_full_stop_is_one_only_above_prose() -> None:
    assert "Chemnitz." in verdicts(TITLE, A, "Chemnitz.", B, C, D)
    assert "BAAR, SWITZERLAND" in verdicts(TITLE, A, "BAAR, SWITZERLAND", B, C, D)
    assert "Washington, D.C." not in verdicts(TITLE, A, "Washington, D.C.", "Cities", B, C, D)


def test_times_alone_on_lines_that_the_reading_leaves_out_are_those_of_posts() -> None:
    posts = "".join(f"<p class=time>{at}</p><p>{D}</p>" for at in TIMES)
    view = marked_up(f"<h1>{TITLE}</h1><p>{A}<p>{B}<p>{C}{posts}<p>{B}", outside="p.time")
    judged = bylines.judge(through(view, [headline.judge]))
    assert {view.blocks[i].text: v.rule for i, v in judged.items()} == dict.fromkeys(TIMES, "post_time")
    table = marked_up(f"<h1>{TITLE}</h1><p>{A}<p>{B}<p>{C}{posts}<p>{B}")
    assert "post_time" not in {v.rule for v in bylines.judge(through(table, [headline.judge])).values()}


def test_what_somebody_is_stands_beside_the_name() -> None:
    assert facts("Journaliste • Jeanne Dupont 4 May 2019")["authors"] == ["Jeanne Dupont"]


def test_a_name_at_the_end_of_a_page_without_a_story_is_no_error() -> None:
    by_outlet = Declared({"authors": (Candidate("The Example", "json-ld"),)})
    bylines.judge(marked_up("<h1>Ferry stopped after engine failure</h1><p>Jane Doe</p>", by_outlet))


def test_whom_a_picture_shows_is_no_author() -> None:
    view = marked_up(
        f"<h1>{TITLE}</h1><p>Publikacja: 02.02.2019 21:52</p><p>Mary Poe</p><p>Photo: Ann Lee</p>"
        f"<p>{A}<p>{B}<p>{C}"
    )
    judged = bylines.judge(through(view, [headline.judge, captions.judge]))
    assert "Mary Poe" not in {view.blocks[i].text for i in judged}


def test_prices_are_no_times() -> None:
    assert POST_TIME.fullmatch("9:43PM")
    assert POST_TIME.fullmatch("$99.99") is None
    assert POST_TIME.fullmatch("$9.59") is None


def test_a_stamp_with_its_section_and_a_count_of_comments() -> None:
    line = "erstellt: 01. April 2031, 15:25 in: Inseln | Kommentare : 0"
    facts = dict(verdicts(TITLE, line, A, B, C)[line].facts)
    assert (facts["date_published"], facts["section"]) == ("2031-04-01T15:25:00", "Inseln")
    assert "section" not in dict(
        verdicts(TITLE, "May 5, 2031 in: Uncategorized", A, B)["May 5, 2031 in: Uncategorized"].facts
    )


def test_days_beside_links_behind_the_story_and_lengths_of_recordings_are_no_bylines() -> None:
    head = "<article><h1>Ferry stays in port</h1><p>1:53</p><p>By Ada Quill</p>"
    body = "".join(
        f"<p>The ferry was towed home on Monday, and nobody was hurt, police said ({n}).</p>"
        for n in range(4)
    )
    other = "<div class=x><a href=/x>Harbour wall holds through the night</a><p>May 3, 2031</p></div>"
    view = marked_up(f"{head}{body}</article>{other}", outside="div.x")
    said = struck(view, bylines.judge(through(view, [headline.judge])))
    assert said.get("By Ada Quill") == "byline"
    assert "May 3, 2031" not in said


def test_times_with_who_wrote_the_post_are_those_of_posts_too() -> None:
    signed = ("15:51Ann Lee", "20:42KEY EVENT", "7:49pm Ann Lee", "20.31 | John Roe")
    posts = "".join(f"<p class=time>{at}</p><p>{D}</p>" for at in signed)
    view = marked_up(f"<h1>{TITLE}</h1><p>{A}<p>{B}<p>{C}{posts}<p>{B}", outside="p.time")
    judged = bylines.judge(through(view, [headline.judge]))
    assert {view.blocks[i].text for i in judged} == set(signed)
    assert not any(verdict.facts for verdict in judged.values())


def test_names_and_places_among_tags_that_end_in_commas_are_no_byline() -> None:
    tags = "Related topics\nExtremism,\nPort Ellen,\nAda Quill,\nHome office,\nIslands"
    view = through(pasted(f"{TITLE}\n\n{tags}\n\n{A}\n\n{B}"), [headline.judge])
    assert bylines.judge(view) == {}


def test_by_on_a_line_of_its_own_and_the_name_on_the_next() -> None:
    found = verdicts(TITLE, "By", "Mara Quill", A, B, C, D)
    assert found["Mara Quill"].facts == (("authors", "Mara Quill"),)
    assert found["By"].reason is found["Mara Quill"].reason is Reason.BYLINE
    assert verdicts(TITLE, "By", "A harbour and its long memory", A, B, C, D) == {}
