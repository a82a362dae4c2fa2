"""The summary of a page, without the credit of its picture behind it."""

from __future__ import annotations

import re

from copydesk.extract.declared import Declared
from copydesk.extract.facts import Chosen
from copydesk.text import word_count

# "... is late again • Foto: Ada Quill": a mark, what makes a picture's credit, and who.
_CREDIT = re.compile(
    r"\s?[•·|*]\s?(?:foto|fotos|photo|photos|bild|image|picture|credit|foto credit|photo credit|fotografía"
    r"|imagen|immagine|bildquelle|quelle|kuva|zdjęcie|fot\.|фото)\s?: ?[^:•|]{2,60}$",
    re.IGNORECASE,
)
_FEWEST_WORDS = 6


def without_credit(declared: Declared, chosen: Chosen) -> Chosen:
    """A summary without a photo credit: another one that the page declares, or what stands before the credit.

    >>> without_credit(Declared({}), Chosen(("Ferry is late again • Foto: Ada Quill",), "og:description"))
    Chosen(values=('Ferry is late again',), origin='og:description')
    """
    found = _CREDIT.search(chosen.value or "")
    if found is None or chosen.value is None:
        return chosen
    others = declared.candidates.get("description", ())
    for other in others:
        if _CREDIT.search(other.value) is None and word_count(other.value) >= _FEWEST_WORDS:
            return Chosen((other.value,), other.origin)
    rest = chosen.value[: found.start()].rstrip()
    return Chosen((rest,), chosen.origin) if rest else chosen
