from __future__ import annotations

import pytest
from bios_told import MARA, A, B, D, dropped
from viewing import marked_up, struck

from copydesk.judge.bios import bios


@pytest.mark.parametrize(
    "text",
    [
        "Mara Quill is a reporter for the Harbour Post.",
        "Mara Quill covers the islands for the Harbour Post and has done so for twenty years.",
        "Mara Quill, 41, is the paper's fisheries correspondent.",
        "Mara Quill has been an editor at the Harbour Post since the storm. She lives on Marsk.",
        "Mara Quill writes about the sea. Follow her on Twitter @maraquill.",
        "Mara Quill ist Redakteurin der Inselpost.",
        "Mara Quill est journaliste au Courrier de l'île.",
        "Mara Quill es redactora del Correo de la Isla.",
        "Mara Quill è giornalista del Corriere dell'Isola.",
        "Mara Quill é repórter do Correio da Ilha.",
        "Mara Quill är reporter på Öposten.",
        "Mara Quill er journalist i Øyposten.",
        "Mara Quill is verslaggever van de Eilandpost.",
        "Mara Quill on Saaripostin toimittaja.",
        "Mara Quill jest dziennikarką; dziennikarka pisze o morzu.",
    ],
)
def test_the_declared_author_is_introduced_behind_the_story(text: str) -> None:
    assert dropped(A, B, D, text, declared=MARA) == {text: "author_bio"}


@pytest.mark.parametrize(
    "text",
    [
        "The author is a columnist of the Harbour Post. letters@harbourpost.example",
        "The writer is a fellow at the Institute for Tides.",
        "Der Autor ist Professor für Gezeiten in Marsk.",
        "L'auteur est professeur à l'université de Marsk.",
        "El autor es profesor de la Universidad de Marsk.",
        "L'autrice è docente di maree a Marsk.",
        "作者是海洋研究所的研究员。",
        "About the author",
        "Follow him on Twitter @oldsalt.",
        "Reach the reporter at mara@harbourpost.example.",
        "View all posts by Mara Quill",
    ],
)
def test_lines_about_the_writer_go(text: str) -> None:
    assert dropped(A, B, D, text) == {text: "author_bio"}


def test_an_address_below_a_biography_goes_with_it() -> None:
    about = "Ivo Marsk is a correspondent of Harbour Radio on the northern islands."
    lines = ("Ivo Marsk", about, "ivo@harbour.example", "@ivomarsk")
    assert dropped(A, B, D, *lines) == dict.fromkeys(lines, "author_bio")
    assert dropped(A, "ivo@harbour.example", B, D) == {}


def test_a_heading_behind_a_biography_is_no_part_of_it() -> None:
    html = (
        f"<article><p>{A}</p><p>{B}</p><footer><p>Mara Quill is a reporter.</p><p>She lives in Oban.</p>"
        "<h3>On our radar</h3></footer></article>"
    )
    view = marked_up(html, MARA)
    assert set(struck(view, bios.judge(view))) == {"Mara Quill is a reporter.", "She lives in Oban."}
