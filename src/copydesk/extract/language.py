"""The language of an article: what its page declares, checked against what its text says."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

# Beyond 600 characters the answer changes on none of the labelled pages, and the time goes on growing.
ENOUGH = 600
# Below this the reading of a text is not used against what the page declares, or at all.
TOO_SHORT = 60
# The least probability at which the text's reading stands alone, and at which it overrules the page.
SURE, OVERRULES = 0.8, 0.99
_CODE = re.compile(r"^\s*([A-Za-z]{2})(?:[-_]|\s*$)")
_SAME = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "sh": "sr"}
# Languages the reader of texts takes for each other; there the page knows better.
_CLOSE = (
    {"no", "da", "sv"},
    {"hr", "sr", "bs", "sl"},
    {"id", "ms"},
    {"cs", "sk"},
    {"pt", "gl", "es", "ca"},
    {"uk", "ru", "be", "bg", "mk"},
    {"af", "nl", "lb", "de"},
    {"hi", "mr", "ne"},
    {"fa", "ar", "ur", "ps"},
)


def declared_code(value: str | None) -> str | None:
    """A declared language as two letters, or None.

    >>> declared_code("en-GB"), declared_code("nb_NO"), declared_code("english")
    ('en', 'no', None)
    """
    found = _CODE.match(value[:20]) if value else None
    if found is None:
        return None
    code = found[1].lower()
    return _SAME.get(code, code)


def read_language(text: str) -> tuple[str, float] | None:
    """The language of a text and how sure that is, or None for too little text.

    >>> read_language("The harbour was closed on Monday after two ferries had met in the fog.")[0]
    'en'
    """
    text = " ".join(text[: ENOUGH * 2].split())[:ENOUGH]
    if len(text) < TOO_SHORT and text.isascii():
        return None
    code, probability = _identifier().classify(text)
    return _SAME.get(code, code), float(probability)


def settle_language(
    declared: str | None, text: str, origin: str = "html lang"
) -> tuple[str | None, str | None]:
    """The language and where it came from: the page's word, unless its text plainly says otherwise.

    >>> settle_language("en", "Der Hafen blieb am Montag geschlossen, weil zwei Fähren sich rammten.")
    ('de', 'text (html lang says en)')
    """
    code = declared_code(declared)
    reading = read_language(text)
    if reading is None:
        return (code, origin) if code else (None, None)
    spoken, probability = reading
    if code == spoken:
        return code, f"{origin}, confirmed by the text"
    if code is None:
        return (spoken, "text") if probability >= SURE else (None, None)
    if probability >= OVERRULES and not _are_close(code, spoken):
        return spoken, f"text ({origin} says {code})"
    return code, origin


def _are_close(one: str, other: str) -> bool:
    return any(one in group and other in group for group in _CLOSE)


@cache
def _identifier() -> Any:
    """The reader of texts; its model is loaded once a process, and only by those who need it (0.9 s)."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - slow to import

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
