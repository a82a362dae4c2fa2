"""What the profiles that come with copydesk tell of an outlet's pages, beyond what their examples say."""

from __future__ import annotations

import copydesk
from copydesk.model import Metadata

KEEPER = [
    "A lighthouse on the isle of Skarra has been sold to the man who has kept it for years, people said.",
    "It was bought for one pound and a promise to paint it every second summer, the two sides have agreed.",
    "Every evening since then he has climbed two hundred steps to see whether the lamp is lit, people say.",
    "The council had wanted to close it last winter, but no ship would sail by the isle without a light.",
]
FERRY = [
    "Nach drei Tagen Sturm hat die Fähre zur Insel Lüssow am Morgen wieder abgelegt, so die Reederei.",
    "Der Bürgermeister hat der langen Pause einen Abend im Gasthof gewidmet, zu dem fast alle gekommen sind.",
    "Auf der Insel waren in den drei Tagen die Zeitungen und der Kaffee ausgegangen, sonst fehlte nichts.",
]
RIVER = [
    "La commune de Vaubrune a démoli samedi le dernier des barrages qui retenaient la rivière depuis 1911.",
    "Le maire avait fait lire la lettre d'un meunier de 1911, qui demandait déjà que l'eau soit rendue.",
    "Les pêcheurs disent avoir vu la première truite le soir même, sous le pont que tous appellent vieux.",
]


def told(*lines: str) -> Metadata:
    found = copydesk.explain("\n\n".join(lines)).metadata
    assert found is not None
    return found


def test_bbc_captions_place_section_and_subjects() -> None:
    labels = ["The keeper Image copyright AFP", "Image caption The keeper", "Media caption The lamp is lit"]
    found = told(
        "Lighthouse sold",
        "From the section Skarra",
        *labels,
        *KEEPER,
        "Related Topics",
        "Lamps",
        "Top Stories",
    )
    assert (found.section, found.tags) == ("Skarra", ("Lamps",))
    assert found.captions == ("The keeper", "The lamp is lit")
    frame = ["Share", "Save", "Ada Thorn", "Islands correspondent", "Reporting from", "Skarra"]
    picture = ["PA Media", "The keeper on the gallery"]
    found = told("Lighthouse sold to its keeper", *frame, *picture, *KEEPER, '"I stay," he told the BBC.')
    assert (found.dateline, found.agencies, found.captions) == ("Skarra", (), (picture[1],))


def test_tagesschau_names_people_agencies_and_subjects() -> None:
    by = "Von Ada Dorn und Bo Lind, ARD-Studio Lüssow"
    shown = "Dieses Thema im Programm: Über dieses Thema berichtete Inforadio am 12. März 2022 um 12:00 Uhr."
    head = ["Fähre zur Insel Lüssow fährt wieder", "Stand: 12.03.2022 10:14 Uhr", by]
    found = told(*head, *FERRY, "Quelle: dpa/Reuters", shown, "Ostsee", "Fähren", "Teilen")
    assert found.authors == ("Ada Dorn", "Bo Lind")
    assert (found.agencies, found.tags, found.captions) == (("dpa", "Reuters"), ("Ostsee", "Fähren"), ())


def test_le_monde_signs_beside_the_agency() -> None:
    signed = "Le Monde avec AFP Publié le 26 août 2020 à 20h14"
    found = told("A Vaubrune, la rivière retrouve son lit", signed, *RIVER)
    assert (found.authors, found.agencies) == (("Le Monde",), ("AFP",))
    assert found.date_published == "2020-08-26T20:14:00"


def test_the_associated_press_is_no_agency_where_its_own_pages_name_it() -> None:
    frame = ["AP NEWS", "Top Stories", "Topics"]
    foot = ["AP NEWS", "DOWNLOAD AP NEWS", "THE ASSOCIATED PRESS", "About"]
    rights = "All contents © copyright 2022 The Associated Press.All rights reserved."
    assert told(*frame, "Lighthouse sold to its keeper", *KEEPER, *foot, rights).agencies == ()
