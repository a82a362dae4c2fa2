from __future__ import annotations

import pytest

from copydesk.extract.language import declared_code, read_language, settle_language

ENGLISH = "The harbour stayed closed on Monday after two ferries had met in thick fog, and nobody was hurt."
GERMAN = "Der Hafen blieb am Montag geschlossen, nachdem sich zwei Fähren im dichten Nebel gerammt hatten."


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("nb_NO", "no"),
        ("DE", "de"),
        ("english", None),
        ("x-default", None),
        ("", None),
        (None, None),
    ],
)
def test_declared_languages(value: str | None, code: str | None) -> None:
    assert declared_code(value) == code


def test_the_text_is_read_where_nothing_is_declared() -> None:
    assert settle_language(None, GERMAN) == ("de", "text")
    assert settle_language(None, "Hafen zu") == (None, None)
    assert settle_language(None, "") == (None, None)


def test_a_default_nobody_chose_is_overruled() -> None:
    assert settle_language("en-US", GERMAN) == ("de", "text (html lang says en)")
    assert settle_language("en-US", ENGLISH) == ("en", "html lang, confirmed by the text")


def test_languages_taken_for_each_other_stay_as_declared() -> None:
    norwegian = (
        "Havnen ble stengt mandag etter at to ferger hadde møtt hverandre i tett tåke, og ingen ble skadet."
    )
    assert settle_language("da", norwegian)[0] == "da"


def test_short_texts_are_not_read() -> None:
    assert read_language("Fog") is None
    assert settle_language("fr", "Fog") == ("fr", "html lang")
