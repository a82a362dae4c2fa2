"""How addresses spell words: in small letters without accents, "ü" as "ue" or "u", parted by hyphens."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from copydesk.text import key

# Letters that some addresses write as two, and others as one.
_AS_TWO: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae", "œ": "oe"})
# Those that no accent makes: what addresses have for them.
_AS_ONE: Final = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
_SUFFIX: Final = re.compile(r"\.(?:s?html?|php|aspx?)$")
# The names of tags and sections recur all over a page.
_REMEMBERED: Final = 1024


def words_of(step: str) -> str:
    """A step of an address as text is compared: without its hyphens and the end of a file's name.

    >>> words_of("ferry-is_late.html")
    'ferry is late'
    """
    return key(_SUFFIX.sub("", step))


@lru_cache(_REMEMBERED)
def bare(text: str) -> str:
    """A text as addresses have it: without accents, and without marks between its words.

    >>> bare("Kultur & Küche")
    'kultur kuche'
    """
    flat = unicodedata.normalize("NFKD", text.casefold())
    return key("".join(c for c in flat if not unicodedata.combining(c)).translate(_AS_ONE))


@lru_cache(_REMEMBERED)
def spellings(text: str) -> frozenset[str]:
    """All that addresses make of a text.

    >>> sorted(spellings("Grüne Bücher"))
    ['gruene buecher', 'grune bucher']
    """
    written = unicodedata.normalize("NFKC", text).casefold()
    return frozenset({bare(text), bare(written.translate(_AS_TWO))})


def joined(text: str) -> frozenset[str]:
    """All that addresses make of a text whose words they write together, as hosts do.

    >>> sorted(joined("Grüne Bücher"))
    ['gruenebuecher', 'grunebucher']
    """
    return frozenset(way.replace(" ", "") for way in spellings(text))


def is_spelled(one: str, other: str) -> bool:
    """Whether a text and a step of an address, or two texts, are the same in an address.

    >>> is_spelled("gruene", "Grüne"), is_spelled("cafe-noir.html", "Café noir"), is_spelled("grune", "Grube")
    (True, True, False)
    """
    return not spellings(words_of(one)).isdisjoint(spellings(other))
