from __future__ import annotations

import pytest
from viewing import pasted, through

from copydesk.judge.bylines import bylines
from copydesk.judge.credits import credits
from copydesk.judge.headlines import headline
from copydesk.model import Reason, Verdict

TITLE = "Ferry Sinks Off Port Ellen In Thick Fog"
A = "The ferry to Port Ellen sank on Tuesday after its engine had failed far out at sea, police said."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread to them."
C = "A replacement ferry is due on Friday, the company said, and tickets stay valid until then."


def verdicts(*lines: str) -> dict[str, Verdict]:
    view = through(pasted("\n\n".join(lines)), [headline.judge])
    return {view.blocks[i].text: v for i, v in credits.judge(view).items()}


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("With reporting by Reuters, Al-Jazeera, and AFP", ["Reuters", "Al-Jazeera", "AFP"]),
        ("Based on reporting by AP, AFP, and Interfax", ["AP", "AFP", "Interfax"]),
        ("With reporting by Mara Quill and dpa", ["dpa"]),
        ("With reporting by Quay.example, and AFP", ["Quay.example", "AFP"]),
        ("With reporting by Quay.ex and BNS. Edited by Mara Quill", ["Quay.ex", "BNS"]),
        ("With reporting by the St. Orsha Times and AFP", ["St. Orsha Times", "AFP"]),
        ("With reporting by Mara Quill of Reuters and Tom Reed of Island Radio", ["Reuters"]),
        ("Translated from the Danish by Mara Quill", []),
        ("Translated from the Danish", []),
        ("Written by Mara Quill based on reporting by Tom Reed of Island Radio", []),
        ("Source: Agence France Presse", ["Agence France Presse"]),
        ("Source Agence France Presse", ["Agence France Presse"]),
        ("(With inputs from agencies)", []),
        ("(With inputs from Agencies)", ["Agencies"]),
        ("(With PTI inputs)", ["PTI"]),
        ("Based on AFP and Reuters reports", ["AFP", "Reuters"]),
        ("(Harbour Times with inputs from Reuters)", ["Reuters"]),
        ("With reporting by Reuters, the BBC, and CNN", ["Reuters", "BBC", "CNN"]),
        ("With reporting by BBC correspondents in Oban, and AP", ["BBC", "AP"]),
        ("SourceAgence France Presse", ["Agence France Presse"]),
        ("AFP-Reuters", ["AFP", "Reuters"]),
        ("(Reuters)", ["Reuters"]),
        ("AFP", ["AFP"]),
        ("Harbour Times - Agencies", ["Harbour Times", "Agencies"]),
        ("Quelle: AFP", ["AFP"]),
        ("dpa", ["dpa"]),
        ("(Quelle: APA/sda/dpa)", ["APA", "sda", "dpa"]),
        ("adq/Reuters", ["Reuters"]),
        ("Weitere Quellen • AP", ["AP"]),
        ("Additional sources • AP, AFP", ["AP", "AFP"]),
        ("(dpa/adq)", ["dpa"]),
        ("© Agence France-Presse", ["Agence France-Presse"]),
        ("Additional reporting by Ann Poe in Oban; Editing by John Roe", []),
        ("(Edited by Ann Poe)", []),
        ("The Associated Press contributed to this report.", ["The Associated Press"]),
        ("Gazette News' Ann Poe and John Roe contributed to this report", []),
        ("AP writer Ann Poe in Oban contributed to this report.", []),
        ("Associated Press writers Ann Poe in Oban and John Roe in Perth contributed to this report.", []),
    ],
)
def test_a_credit_behind_the_story(line: str, agencies: list[str]) -> None:
    judged = verdicts(TITLE, A, B, C, line)
    assert set(judged) == {line}
    assert judged[line].reason is Reason.CREDIT
    assert judged[line].evidence
    assert [v for n, v in judged[line].facts if n == "agencies"] == agencies


def test_reporters_are_authors_and_editors_are_not() -> None:
    line = "(Reporting by Mara Quill and John Roe; Editing by Ann Poe)"
    facts = verdicts(TITLE, A, B, C, line)[line].facts
    assert facts == (("authors", "Mara Quill"), ("authors", "John Roe"))


@pytest.mark.parametrize(
    "line", ["Das Gespräch führte Ada Quill.", "Propos recueillis par Ada Quill", "Interview by Ada Quill"]
)
def test_who_led_an_interview_is_its_author(line: str) -> None:
    judged = verdicts(TITLE, A, B, C, line, "Interview with Ben Marsh")
    assert set(judged) == {line}
    assert judged[line].facts == (("authors", "Ada Quill"),)


def test_an_agency_alone_below_the_headline_is_a_credit() -> None:
    assert verdicts(TITLE, "AFP", A, B, C)["AFP"].facts == (("agencies", "AFP"),)


@pytest.mark.parametrize(
    "line",
    [
        "Reuters reported that the ferry had sunk within minutes of the call.",
        "With reporting by Reuters banned, nobody on the island knew what had happened for days on end.",
        "Based on reporting by divers, the company believes that the engine had failed before.",
        "A source: the harbour master, who asked not to be named, said so.",
        "Sources said the captain had left the bridge before the ferry sank.",
        "Editing by hand takes time.",
        "The captain contributed to this report by the board, which was published in spring.",
        "Mehr",
        "AA",
        "Agencies at odds",
    ],
)
def test_lines_of_the_story_stay(line: str) -> None:
    assert verdicts(TITLE, A, line, B, C) == {}


def test_a_credit_can_name_its_writer() -> None:
    line = "Written by Mara Quill, based on reporting by Reuters and AP"
    facts = verdicts(TITLE, A, B, C, line)[line].facts
    assert facts == (("agencies", "Reuters"), ("agencies", "AP"), ("authors", "Mara Quill"))


@pytest.mark.parametrize(
    "line",
    [
        "With PTI inputs piling up, the desk called for help from the islands.",
        "Based on eyewitness reports",
        "SourceForge was down",
        "Divers with inputs from the crew",
    ],
)
def test_words_of_credits_without_agencies_are_none(line: str) -> None:
    assert line not in verdicts(TITLE, A, B, line, C)


def test_who_translated_a_story_is_a_credit() -> None:
    lines = (
        "Aus dem Englischen von Jan Beispiel Copyright: Project Example, 2031",
        "Aus dem Hafen von Marsk lief nichts aus.",
    )
    view = pasted("\n\n".join((lines[0], *[lines[1]] * 2)))
    assert {view.blocks[i].text for i in credits.judge(view)} == {lines[0]}


@pytest.mark.parametrize(
    "line", ["Sendung: Hafenfunk, 03.05.2031, 12.30 Uhr", "Am Kai, 03.05.2031, 12:30 Uhr"]
)
def test_where_a_story_was_broadcast_is_a_credit(line: str) -> None:
    assert verdicts(TITLE, A, B, C, line)[line].reason is Reason.CREDIT


def test_a_day_alone_behind_the_story_was_no_broadcast() -> None:
    assert verdicts(TITLE, A, B, C, "03.05.2031, 12:30 Uhr") == {}


def test_who_made_the_pictures_and_who_helped_with_a_guide() -> None:
    shoot = "Fotos: ADA QUILL Styling: IDA SAND Haare: MARA HULL mit Produkten von TANG"
    guide = "Ada Quill, Ida Sand, and Mara Hull contributed to this guide."
    found = verdicts(TITLE, A, B, C, shoot, guide)
    assert found[shoot].rule == "staff_credit"
    assert found[guide].rule == "contributors"


def test_who_helped_with_a_piece_is_a_credit_whatever_its_box_is_called() -> None:
    line = "Mara Quill contributed to this content."
    assert verdicts(TITLE, A, B, C, line)[line].rule == "contributors"


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Mara Quill reported from Oban", ["Mara Quill"]),
        (
            "Mara Quill reported and wrote from Oban, with reporting from Tarbert by Tom Reed of Radio",
            ["Mara Quill"],
        ),
        ("Mara Quill wrote this story in Oban based on reporting by Island Radio", ["Mara Quill"]),
        ("AP writer Mara Quill contributed from Port Ellen.", []),
        ("Associated Press writers Mara Quill and Tom Reed contributed.", []),
        ("The text was translated from Danish by Mara Quill.", []),
        ("This guide was edited by Mara Quill and Tom Reed.", []),
        ("-- Mara Quill", ["Mara Quill"]),
    ],
)
def test_who_reported_helped_or_translated_is_told_behind_the_story(line: str, authors: list[str]) -> None:
    found = verdicts(TITLE, A, B, C, line)[line]
    assert found.reason is Reason.CREDIT
    assert [value for name, value in found.facts if name == "authors"] == authors
    assert line not in verdicts(TITLE, A, line, B, C, f"{C} So did she.", f"{A} It was wet.")


def test_who_contributed_is_credited() -> None:
    line = "Additional contributions by Mara Quill and Tom Reed."
    assert verdicts(TITLE, A, B, C, line)[line].reason is Reason.CREDIT


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("This post was written by Mara Quill, Head of Lamps and Harbour Signals", ["Mara Quill"]),
        ("This article was originally written by Mara Quill and Tom Reed.", ["Mara Quill", "Tom Reed"]),
    ],
)
def test_who_wrote_the_story_is_told_behind_it(line: str, authors: list[str]) -> None:
    found = verdicts(TITLE, A, B, C, line)[line]
    assert found.reason is Reason.BYLINE
    assert [value for _, value in found.facts] == authors
    assert line not in verdicts(TITLE, A, line, B, C, f"{C} So did she.", f"{A} It was wet.")
    assert verdicts(TITLE, A, B, C, "This letter was written by the harbour master.") == {}


def test_a_surname_alone_reported_where_a_byline_has_it() -> None:
    end = "Quill reported from Oban."
    view = through(
        pasted("\n\n".join([TITLE, "By Mara Quill", A, B, C, end])), [headline.judge, bylines.judge]
    )
    assert [view.blocks[i].text for i in credits.judge(view)] == [end]
    assert end in verdicts(TITLE, A, B, C, end)
    assert end not in verdicts(TITLE, A, "Quill saw the fog come in from the sea, she told us.", C, end)


def test_a_name_below_a_quotation_is_its_speakers() -> None:
    assert "-- Mara Quill" not in verdicts(TITLE, A, B, C, '"The sea gives nothing back."', "-- Mara Quill")
