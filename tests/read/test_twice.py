"""Text that was encoded twice, as whole pages and in runs, and text that only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk import clean
from copydesk.read.decode import decode
from copydesk.read.twice import once

STORY = "“The ferry won’t sail,” said Zoë Müller – the crew’s café stays open… for £3."


@pytest.mark.parametrize("wrong", ["latin-1", "cp1252"])
def test_a_page_encoded_twice_is_set_right_and_said_to_be(wrong: str) -> None:
    body = STORY.encode().decode(wrong, "ignore").encode()
    if wrong == "cp1252":  # a byte that cp1252 has no character for is lost for good
        body = STORY.replace("”", "’").encode().decode(wrong).encode()
    found = decode(body, {})
    assert found.rule == "utf-8 twice"
    assert found.text == (STORY if wrong == "latin-1" else STORY.replace("”", "’"))


def test_quotes_encoded_twice_are_set_right_among_letters_that_were_not() -> None:
    assert once("Été à Évron, déjà : it isnâ€™t") == "Été à Évron, déjà : it isn’t"


def test_character_references_encoded_twice_are_set_right() -> None:
    assert once("<p>Weâ€\x99ll &acirc;&euro;&ldquo; and &#226;&#128;&#153;</p>") == "<p>We’ll – and ’</p>"


@pytest.mark.parametrize(
    "text",
    [
        "« CAFÉ» et château, âgé de 30 ans",
        "MAÇÃ\xa0E PÃO, IRMÃ»",
        "Ünal’ın Ñ” ve Â® işareti",
        "râ€",
        "&acirc;&agrave; &acirc;&euro;&bogus;",
    ],
)
def test_text_that_only_looks_like_it_is_left_alone(text: str) -> None:
    assert once(text) == text


@given(st.text(st.characters(max_codepoint=0x7F)))
def test_ascii_is_never_touched(text: str) -> None:
    assert once(text) == text


@given(st.text(st.characters(categories=["L", "P", "Zs"], max_codepoint=0x2FF), max_size=60))
def test_setting_right_costs_no_line_its_end(text: str) -> None:
    assert len(once(text)) <= len(text)


def test_a_page_said_once_is_decoded_as_before() -> None:
    assert decode(STORY.encode(), {}).rule == "utf-8"
    assert decode(STORY.encode(), {}).text == STORY


def test_the_article_says_that_its_text_was_encoded_twice() -> None:
    lines = "".join(f"<p>{STORY} The harbour’s office counted {n} late ferries.</p>" for n in range(30, 36))
    page = f"<html lang=en><head><title>Ferries</title></head><body><h1>Ferries</h1>{lines}</body></html>"
    twice = clean(page.encode().decode("latin-1").encode(), "https://gazette.example/islands/ferries-late")
    plain = clean(page.encode(), "https://gazette.example/islands/ferries-late")
    assert twice.text == plain.text
    assert "encoded twice" in twice.metadata.provenance["text"]
    assert "text" not in plain.metadata.provenance
