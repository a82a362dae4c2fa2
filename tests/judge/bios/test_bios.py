from __future__ import annotations

from dataclasses import replace

import pytest
from bios_told import MARA, A, B, D, dropped
from viewing import marked_up, pasted, struck

from copydesk.extract.declared import Candidate, Declared
from copydesk.judge.bios import bios


def test_a_writer_is_introduced_by_the_first_name_alone_above_the_story_too() -> None:
    bio = "Mara is an experienced journalist who has written of the sea since the storm, and of its birds."
    assert dropped(bio, A, B, D, declared=MARA) == {bio: "author_bio"}
    assert dropped(A, B, D, bio, declared=MARA) == {bio: "author_bio"}
    for other in (
        "Mara, who is a journalist in the novel, sees the ferry go.",
        "Mara is a small town by the sea.",
    ):
        assert dropped(other, A, B, D, declared=MARA) == {}


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


def test_who_wrote_a_pasted_story_is_introduced_behind_it_though_the_reading_has_left_it_out() -> None:
    bio = "Ada Quill is a freelance travel writer and the editor of two guides to the islands."
    view = pasted("\n\n".join(("Ferry stays in port", A, B, D, "Ada Quill", bio)))
    read = replace(view, in_reading=tuple(block.text in (A, B, D) for block in view.blocks))
    found = bios.judge(read)
    assert struck(view, found) == {"Ada Quill": "author_bio", bio: "author_bio"}
    assert ("authors", "Ada Quill") in [fact for verdict in found.values() for fact in verdict.facts]


def test_what_leads_to_the_author_is_of_their_box_however_far_behind_the_story() -> None:
    far = "".join(f"<p>Soup {n}</p>" for n in range(12))
    for text in ("About Mara Quill", "All articles by Mara Quill", "More by Mara Quill"):
        assert _behind(far + f"<h4>{text}</h4>", MARA).get(text) == "author_bio"
    for text in ("About Tom Reed", "More by Tom Reed", "About the ferry"):
        assert text not in _behind(far + f"<h4>{text}</h4>", MARA)
    outlet = Declared({name: (Candidate("Mara Quill", "json-ld"),) for name in ("authors", "publisher")})
    assert "About Mara Quill" not in _behind(far + "<h4>About Mara Quill</h4>", outlet)


def _behind(html: str, declared: Declared) -> dict[str, str]:
    view = marked_up(f"<main><p>{A}</p><p>{B}</p></main><div class=end>{html}</div>", declared, "div.end")
    return struck(view, bios.judge(view))


def test_an_entry_of_the_foot_s_menu_heads_no_author_s_box() -> None:
    items = "".join(f"<li><a href=/{n}>{n}</a></li>" for n in ("Tides", "Meet the team", "Piers"))
    for box, told in (
        (f"<footer><ul>{items}</ul></footer>", {}),
        ("<h3>Meet the team</h3>", {"Meet the team": "author_bio"}),
    ):
        view = marked_up(f"<main><p>{A}</p><p>{B}</p><p>{D}</p></main>{box}", outside="body > :not(main)")
        assert struck(view, bios.judge(view)) == told
