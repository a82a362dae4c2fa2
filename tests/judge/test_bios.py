from __future__ import annotations

import pytest
from viewing import marked_up, pasted, stays, struck

from copydesk.extract.declared import NOTHING, Candidate, Declared
from copydesk.judge import bios

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."
D = "A replacement ferry is due on Friday, the company said, and tickets stay valid until then."

MARA = Declared({"authors": (Candidate("Mara Quill", "json-ld"),)})


def dropped(*lines: str, declared: Declared = NOTHING) -> dict[str, str]:
    view = pasted("\n".join(lines), declared)
    return struck(view, bios.judge(view))


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
        "Mara Quill is adjunct faculty at the Institute for Tides and a physician on Marsk.",
        "The harbour pilot Mara Quill is one of four who know the channel.",
        "Die Lotsin Mara Quill ist Gründerin der Stiftung Inselwelt. Sie lebt auf Marsk.",
    ],
)
def test_a_last_line_on_what_the_author_is_needs_no_trade(text: str) -> None:
    assert dropped(A, B, D, text, declared=MARA) == {text: "author_bio"}
    assert dropped(A, text, B, D, declared=MARA) == {}
    assert dropped(A, B, D, text) == {}


def test_a_biography_below_written_by_names_the_author() -> None:
    bio = "Mara Quill is a sea writer who sails for a living and reports on what she sees."
    view = pasted(f"{A}\n{B}\n{D}\nWritten by Mara Quill\n{bio}")
    found = bios.judge(view)
    assert struck(view, found) == {"Written by Mara Quill": "author_bio", bio: "author_bio"}
    assert [v.facts for v in found.values() if v.facts] == [(("authors", "Mara Quill"),)]


def test_a_writer_is_introduced_by_the_first_name_alone_above_the_story_too() -> None:
    bio = "Mara is an experienced journalist who has written of the sea since the storm, and of its birds."
    assert dropped(bio, A, B, D, declared=MARA) == {bio: "author_bio"}
    assert dropped(A, B, D, bio, declared=MARA) == {bio: "author_bio"}
    for other in (
        "Mara, who is a journalist in the novel, sees the ferry go.",
        "Mara is a small town by the sea.",
    ):
        assert dropped(other, A, B, D, declared=MARA) == {}


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


STORIES = [
    "Smith is a professor of tides at the university and has written about the islands.",
    "Jane Smith is a reporter who was on board when the engine failed.",
    "Ivo Marsk covers his boat with an old sail every evening before dark.",
    "The author of the letter is a teacher, the police believe.",
    "The writer was last seen on the pier on Sunday evening.",
    "He is an editor at the mainland paper and spent the night in the hall with the others.",
    "She covers the wells with boards before every storm.",
    "“The author is a friend of mine,” the mayor said.",
    "Follow him to the pier and he will show you the crane.",
    "Die Reporterin Jane Schmidt war an Bord, als der Motor ausfiel.",
    "Jane Dupont est journaliste et se trouvait à bord quand le moteur a lâché.",
    "El autor del robo es vecino del pueblo, según la policía.",
    "Автор письма работает в школе, считают в полиции.",
]


@pytest.mark.parametrize("text", STORIES)
def test_sentences_of_a_story_stay(text: str) -> None:
    assert dropped(A, text, B, D, A, B, D, declared=MARA) == {}


@pytest.mark.parametrize("text", [STORIES[0], STORIES[1], STORIES[2], STORIES[5], STORIES[6], *STORIES[8:]])
def test_a_person_of_the_story_stays_at_its_end(text: str) -> None:
    assert dropped(A, B, D, text, declared=MARA) == {}


def test_the_author_within_the_story_stays() -> None:
    text = "Mara Quill is a reporter, the captain was told, and he asked her to leave the bridge."
    assert dropped(A, text, B, D, A, B, D, declared=MARA) == {}


def test_a_name_line_goes_with_the_biography_below_and_names_the_author() -> None:
    about = (
        "Ivo Marsk is a correspondent of Harbour Radio on the northern islands. He has covered four storms."
    )
    more = "He was born on the ferry."
    view = pasted("\n".join((A, B, D, "Ivo Marsk", about, more)))
    verdicts = bios.judge(view)
    assert struck(view, verdicts) == dict.fromkeys(("Ivo Marsk", about, more), "author_bio")
    assert [v.facts for v in verdicts.values() if v.facts] == [(("authors", "Ivo Marsk"),)]


def test_an_outlet_that_describes_itself_goes_and_is_the_author() -> None:
    about = (
        "Harbour/Radio journalists report the news in nine languages where no paper is printed. We are free."
    )
    view = pasted("\n".join((A, B, D, "Harbour/Radio", about)))
    verdicts = bios.judge(view)
    assert struck(view, verdicts) == dict.fromkeys(("Harbour/Radio", about), "author_bio")
    assert ("authors", "Harbour/Radio") in [f for v in verdicts.values() for f in v.facts]


def test_an_outlets_service_describes_itself() -> None:
    name = "Harbour Radio's Norland Service"
    about = f"{name} is one of the leading providers of news to audiences on the northern islands."
    assert dropped(A, B, D, name, about) == dict.fromkeys((name, about), "author_bio")


def test_a_subhead_that_the_paragraph_takes_up_stays() -> None:
    head, text = "Marsk", "Marsk is the largest of the islands, and its harbour froze twice last winter."
    assert dropped(A, B, head, text, D, A) == {}
    assert dropped(A, B, D, head, text) == {}


def test_a_product_that_carries_the_outlets_name_stays() -> None:
    declared = Declared({"publisher": (Candidate("Harbour", "json-ld"),)})
    text = "Harbour Actions provides usage reports, and news of changes, for every boat in the fleet."
    assert dropped(A, B, text, declared=declared) == {}


def test_an_authors_box_outside_the_story_goes() -> None:
    view = marked_up(
        f"<body><article><p>{A}</p><p>{B}</p></article>"
        f"<div class='author-bio'><p>Ivo keeps bees and a boat.</p></div></body>"
    )
    assert struck(view, bios.judge(view)) == {"Ivo keeps bees and a boat.": "author_bio"}


def test_an_authors_box_around_the_story_is_no_evidence() -> None:
    view = marked_up(
        f"<body><div class='author-content post-author-box'><p>{A}</p><p>{B}</p><p>{D}</p></div></body>"
    )
    assert stays(view, bios.judge(view)) == [A, B, D]


def test_an_address_below_a_biography_goes_with_it() -> None:
    about = "Ivo Marsk is a correspondent of Harbour Radio on the northern islands."
    lines = ("Ivo Marsk", about, "ivo@harbour.example", "@ivomarsk")
    assert dropped(A, B, D, *lines) == dict.fromkeys(lines, "author_bio")
    assert dropped(A, "ivo@harbour.example", B, D) == {}


def test_one_of_the_outlets_own_is_introduced_without_a_byline() -> None:
    line = (
        "Ivo Brandt is a senior correspondent for The Quay who writes about lakes and those who cross them."
    )
    outlet = Declared({"publisher": (Candidate("The Quay", "json-ld"),)})
    assert dropped(A, B, D, line, declared=outlet) == {line: "author_bio"}
    assert dropped(A, B, D, line) == {}
    named = "The engine was mended by Brandt, who has a boat of his own and knows the water well enough."
    assert dropped(A, B, named, D, line, declared=outlet) == {}


@pytest.mark.parametrize(
    "text",
    ["• Mara Quill can be reached at mara@harbour.example.", "About Mara Quill", "Mara Quill is a reporter."],
)
def test_behind_the_story_also_what_the_reading_has_left_out(text: str) -> None:
    html = f"<article><p>{A}</p><p>{B}</p></article><footer><p>{text}</p></footer>"
    view = marked_up(html, MARA)
    assert struck(view, bios.judge(view)) == {text: "author_bio"}


def test_far_behind_the_story_the_writer_is_not_looked_for() -> None:
    menu = "".join(f"<p>Entry {n}</p>" for n in range(9))
    html = f"<article><p>{A}</p><p>{B}</p></article><footer>{menu}<p>About Mara Quill</p></footer>"
    view = marked_up(html, MARA)
    assert bios.judge(view) == {}


def test_a_name_above_the_story_whom_a_line_behind_it_introduces() -> None:
    bio = "Ada Quill is a freelance travel writer and the editor of two guides to the islands."
    found = dropped("Ferry stays in port", "Ada Quill", A, B, D, bio)
    assert found == {"Ada Quill": "author_bio", bio: "author_bio"}
    assert dropped("Ferry stays in port", "Ada Quill", A, B, D, "Ada Quill sailed the ferry home.") == {}


def test_a_heading_behind_a_biography_is_no_part_of_it() -> None:
    html = (
        f"<article><p>{A}</p><p>{B}</p><footer><p>Mara Quill is a reporter.</p><p>She lives in Oban.</p>"
        "<h3>On our radar</h3></footer></article>"
    )
    view = marked_up(html, MARA)
    assert set(struck(view, bios.judge(view))) == {"Mara Quill is a reporter.", "She lives in Oban."}


def test_a_few_words_in_an_authors_box_above_the_story_are_a_byline() -> None:
    head = "<div class=author-info><div>Mara Quill Harbour Correspondent</div></div>"
    view = marked_up(f"<main>{head}<article><p>{A}</p><p>{B}</p></article></main>", MARA, outside="div")
    assert struck(view, bios.judge(view)) == {"Mara Quill Harbour Correspondent": "byline"}


def test_what_heads_an_authors_box_above_the_story_is_no_byline() -> None:
    head = "<div class=author-info><div>About Mara Quill</div><div>By</div></div>"
    view = marked_up(f"<main>{head}<article><p>{A}</p><p>{B}</p></article></main>", MARA, outside="div")
    assert struck(view, bios.judge(view)) == {"About Mara Quill": "author_bio", "By": "byline"}


def test_an_authors_box_names_who_wrote_the_story() -> None:
    box = (
        "<div class=author-box><b>Mara Quill</b><p>Ada Poe, Digital Security Expert</p>"
        "<p>She has sailed the islands for twenty years and more.</p></div>"
    )
    view = marked_up(f"<article><p>{A}</p><p>{B}</p><p>{D}</p></article>{box}", outside="div")
    facts = [value for v in bios.judge(view).values() for _, value in v.facts]
    assert facts == ["Mara Quill", "Ada Poe"]
