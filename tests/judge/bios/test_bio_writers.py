from __future__ import annotations

from dataclasses import replace

import pytest
from bios_told import MARA, A, B, D, dropped
from viewing import marked_up, pasted, struck

from copydesk.extract.declared import Candidate, Declared
from copydesk.judge.bios import bios


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


def test_one_of_the_outlets_own_is_introduced_without_a_byline() -> None:
    line = (
        "Ivo Brandt is a senior correspondent for The Quay who writes about lakes and those who cross them."
    )
    outlet = Declared({"publisher": (Candidate("The Quay", "json-ld"),)})
    assert dropped(A, B, D, line, declared=outlet) == {line: "author_bio"}
    assert dropped(A, B, D, line) == {}
    named = "The engine was mended by Brandt, who has a boat of his own and knows the water well enough."
    assert dropped(A, B, named, D, line, declared=outlet) == {}


@pytest.mark.parametrize("name", ["Matilda (Mara) Quill", "Mara “Tilda” Quill", "Matilda 'Mara' Quill"])
def test_a_name_with_another_in_brackets_is_the_authors(name: str) -> None:
    about = f"{name} is a veteran of the harbour board, and was named Sailor of the Year in 2031."
    assert dropped(A, B, D, about, declared=MARA) == {about: "author_bio"}
    assert dropped(A, B, D, about.replace("Quill", "Marsk"), declared=MARA) == {}


def test_what_an_author_is_behind_the_story_needs_no_trade_where_the_reading_lost_it() -> None:
    about = "Mara Quill is a veteran of the harbour board, and was named Sailor of the Year in 2031."
    view = marked_up(f"<main><p>{A}<p>{B}<p>{D}</main><div>{about}</div>", MARA)
    view = replace(view, in_reading=(True, True, True, False))
    assert struck(view, bios.judge(view)) == {about: "author_bio"}
