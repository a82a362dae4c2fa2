from __future__ import annotations

import pytest
from costs import cpu_seconds
from hypothesis import given
from hypothesis import strategies as st

from copydesk.extract.authors.agencies import is_agency, is_outlet, split_agencies
from copydesk.extract.authors.byline import read_byline
from copydesk.extract.authors.names import is_person, read_names, split_names, strip_by
from copydesk.extract.places.places import is_place


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jane Doe", ["Jane Doe"]),
        ("By Jane Doe and John Roe, Staff Writers", ["Jane Doe", "John Roe"]),
        ("Von Anna Muster und Max Muster", ["Anna Muster", "Max Muster"]),
        ("Par Jeanne Dupont avec AFP", ["Jeanne Dupont", "AFP"]),
        ("Escrito por Ana Gil y Luis Paz", ["Ana Gil", "Luis Paz"]),
        ("Doe, Jane", ["Jane Doe"]),
        ("Jane Doe, John Roe & Ann Poe", ["Jane Doe", "John Roe", "Ann Poe"]),
        ("Jane Doe,John Roe,Ann Poe", ["Jane Doe", "John Roe", "Ann Poe"]),
        ("Jane Doe | Political Editor", ["Jane Doe"]),
        ("Jane Doe, Senior Director, Content & Marketing, Tide Works and QUAY", ["Jane Doe"]),
        ("Jane Doe, Staff Writer, John Roe", ["Jane Doe", "John Roe"]),
        ("Jane Doe (jane@gazette.example)", ["Jane Doe"]),
        ("Jane Doe https://gazette.example/jane", ["Jane Doe"]),
        ("José Ortega y Gasset", ["José Ortega y Gasset"]),
        ("Jane Doe The Associated Press", ["Jane Doe", "The Associated Press"]),
        ("Jane Doe in New Port", ["Jane Doe"]),
        ("大渡 美咲", ["大渡 美咲"]),
        ("신현주 기자", ["신현주"]),
        ("ssi, dan", ["ssi", "dan"]),
        ("admin", []),
        ("", []),
        ("Staff Writer", []),
    ],
)
def test_one_string_becomes_names(text: str, names: list[str]) -> None:
    assert list(split_names(text)) == names


def test_agencies_and_places_are_told_from_people() -> None:
    found = read_names(["Jane Doe (dpa)", "Reuters", "Nairobi", "jane doe"])
    assert found.authors == ("Jane Doe",)
    assert found.agencies == ("dpa", "Reuters")
    assert found.place == "Nairobi"
    assert read_names(["Le Courrier et AFP"]).agencies == ("AFP",)
    assert read_names(["Paris"]).authors == ("Paris",)


def test_the_tables() -> None:
    assert is_agency("agence france-presse")
    assert is_agency("AGENCIES")
    assert not is_agency("Harbour Gazette")
    assert is_outlet("Harbour Gazette")
    assert is_outlet("Island Newsdesk")
    assert not is_outlet("Jane Doe")
    assert split_agencies("Reuters, Al-Jazeera, and AFP") == ("Reuters", "Al-Jazeera", "AFP")
    assert split_agencies("RFE/RL") == ("RFE/RL",)
    assert is_place("Beirut, Lebanon")
    assert not is_place("Reuters Beirut, Lebanon")
    assert not is_place("Key points")
    assert is_person("Jane van der Doe")
    assert not is_person("Key Points")
    assert not is_person("Political Editor")
    assert strip_by("Bystander Jones") is None


@pytest.mark.parametrize(
    ("line", "authors", "agencies", "dateline"),
    [
        ("Reuters Beirut Jun 07, 2019, 11.27 AM (IST)", (), ("Reuters",), "Beirut"),
        (
            "World | Agence France-Presse | Updated: October 08, 2019 08:52 IST",
            (),
            ("Agence France-Presse",),
            None,
        ),
        (
            "Harbour Web Team New Delhi, Delhi, India Jun 7, 2019, 11:27 AM(IST)",
            ("Harbour Web Team",),
            (),
            "New Delhi, Delhi, India",
        ),
        ("Von Anna Muster, Berlin", ("Anna Muster",), (), "Berlin"),
        (
            "By Jane Doe Source:Harbour Times Published: 2019/6/7 0:48:01",
            ("Jane Doe",),
            ("Harbour Times",),
            None,
        ),
        ("Agencies, Cairo", (), ("Agencies",), "Cairo"),
        ("All India | Press Trust of India | May 3, 2019", (), ("Press Trust of India",), None),
        ("By Jane Doe in Beirut", ("Jane Doe",), (), "Beirut"),
        ("By Jane Doe in Beirut and John Roe in Cairo", ("Jane Doe", "John Roe"), (), None),
        ("Jane Doe, Madrid | 21.05.2031", ("Jane Doe",), (), "Madrid"),
        ("Par Jeanne Dupont, envoyée spéciale à Kiev", ("Jeanne Dupont",), (), "Kiev"),
        ("Reporting from New Port/Paris", (), (), "New Port/Paris"),
        ("Von Anna Muster publiziert am 25. September 2031", ("Anna Muster",), (), None),
        ("UPDATED: Tue., Nov. 18, 2031", (), (), None),
        ("By Staff - The Harbour Times - Thursday, May 22, 2031", ("The Harbour Times",), (), None),
        ("Publié il y a 3 heures, mis à jour à 09h42", (), (), None),
        ("Akt.: 29. Juni 2031 - 21.18 Uhr", (), (), None),
        ("Thứ tư, 22/10/2031, 19:25 (GMT+7)", (), (), None),
        ("(Source: AP | May 3, 2031)", (), ("AP",), None),
        ("Source : AFP, le 3 mai 2031", (), ("AFP",), None),
        ("Written byJane Doe", ("Jane Doe",), (), None),
        ("Madrid-21/05/2031 20:00", (), (), "Madrid"),
    ],
)
def test_a_byline_is_taken_apart(
    line: str, authors: tuple[str, ...], agencies: tuple[str, ...], dateline: str | None
) -> None:
    found = read_byline(line)
    assert (found.authors, found.agencies, found.dateline, found.rest) == (authors, agencies, dateline, "")


@pytest.mark.parametrize("line", ["Author Hub", "Author Spotlight", "Authors Profile"])
def test_what_heads_something_of_authors_names_none(line: str) -> None:
    assert read_byline(line).rest
    assert read_byline("Author Jane Doe").authors == ("Jane Doe",)


def test_published_and_updated_are_told_apart() -> None:
    found = read_byline("Published: 27 April 2019 | Updated: 28 April 2019")
    assert (found.published, found.modified) == ("2019-04-27", "2019-04-28")
    assert read_byline("Updated: 28 April 2019").published is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Thu 3 May 2031 18.37 BST", "2031-05-03T18:37:00+01:00"),
        ("tors 3 maj 2031", "2031-05-03"),
        ("By The Example PressFebruary 3, 2031 GMT", "2031-02-03"),
        ("By Jane DoeMonday, February 3, 2031", "2031-02-03"),
        ("Publié le 29 mai 2031 à 05h30 Temps de Lecture 3 min.", "2031-05-29T05:30:00"),
        ("Publicado el 3 de mayo de 2031 Tiempo de lectura: 3 min", "2031-05-03"),
    ],
)
def test_stamps_with_what_stands_beside_them(line: str, day: str) -> None:
    found = read_byline(line)
    assert (found.published, found.rest) == (day, "")


@pytest.mark.parametrize("line", ["Updated at 18.05 BST", "Publié aujourd’hui à 06h12, mis à jour à 14h40"])
def test_times_without_a_day(line: str) -> None:
    found = read_byline(line)
    assert (found.dated, found.rest) == (True, "")


def test_a_day_that_is_glued_is_of_no_name() -> None:
    assert read_byline("By Jane DoeFebruary 3, 2031 GMT").authors == ("Jane Doe",)
    assert read_byline("Jane Dotember 3, 2031").published is None


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Jane Doe in Quillport and Reuters", "Quillport"),
        ("By Jane Doe in Port Quill and John Roe in Quillport", None),
        ("Jane Doe in Project Management", None),
        ("Jane Doe in conversation", None),
        ("Report in Quillport", None),
    ],
)
def test_where_a_writer_was_may_be_a_place_that_no_list_has(line: str, place: str | None) -> None:
    assert read_names([line]).place == place


@pytest.mark.parametrize(
    "line",
    [
        "Filters BETA",
        "Mit Informationen von Jane Doe",
        "With additional reporting by Jane Doe",
        "The minister spoke on 7 June 2019",
        "By the time the police came",
        "By 2019, the harbour was gone",
        "Stand by me",
        "Demonstration am Hafen nach dem Tod der Schwester von Mara Quill. Uncredited/AP/dpa",
        "He was born in Beirut, Lebanon, on 7 June 2019",
    ],
)
def test_what_no_part_explains_is_left(line: str) -> None:
    assert read_byline(line).rest


@pytest.mark.parametrize(
    "text", ["(" * 40_000, " " * 40_000, "a " * 20_000, ", " * 20_000, "www." * 9_000, "a@" * 9_000]
)
def test_hostile_names_cost_little(text: str) -> None:
    assert cpu_seconds(lambda: (read_names([text]), read_byline(text), split_agencies(text))) < 0.2


@given(st.text(max_size=120))
def test_no_text_breaks_the_reading(text: str) -> None:
    for name in split_names(text):
        assert name.strip() == name
        assert name
    read_byline(text)


def test_the_days_of_japanese_stamps_have_labels() -> None:
    read = read_byline("公開日：2031/01/31 11:30 更新日：2031/02/01 11:30")
    assert (read.published, read.modified) == ("2031-01-31T11:30:00", "2031-02-01T11:30:00")
    assert read.rest == ""
