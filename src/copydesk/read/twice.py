"""Text that was encoded twice: UTF-8 read as a Western encoding and written as UTF-8 once more."""

from __future__ import annotations

import html
import re

# What the bytes 0x80 to 0xBF of UTF-8 become when they are read as Latin-1 or as cp1252.
_REST = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
# The first byte says how many follow: two bytes are letters of Western languages for the most part,
# three are quotes, dashes and the scripts of Asia, four are pictures.
_RUN = re.compile(f"[Â-ß][{_REST}]|[à-ï][{_REST}]{{2}}|[ð-ô][{_REST}]{{3}}")
# U+2010 to U+2049, quotes and dashes: in no language do the three characters they become follow each other.
_SIGN = re.compile(f"â[\x80€][{_REST}]")
# The same written as character references.
_WRITTEN = re.compile(
    r"(?:&acirc;|&#(?:226|[xX][eE]2);)(?:&euro;|&#(?:128|8364|[xX]80|[xX]20[aA][cC]);)"
    r"(?:&[a-zA-Z]{2,6};|&#[xX]?[0-9a-fA-F]{2,4};)"
)
_FIRSTS = ("&acirc;&", "&#226;&", "&#xe2;&", "&#xE2;&")
_LETTER = re.compile("[À-ÖØ-öø-ÿ]")
# A page was encoded twice as a whole if its letters with accents are this seldom outside of such runs.
_OUTSIDE = 0.1
_MIN_RUNS = 3
_BYTES = {bytes([b]).decode("cp1252", "ignore") or chr(b): b for b in range(0x80, 0x100)}


def once(text: str) -> str:
    """The text with what was encoded twice set right: quotes and dashes always, letters if all are so.

    The damage and its repair are those that the library ftfy knows as mojibake; a run is replaced
    only where it is UTF-8 to the byte.

    >>> once("donâ€™t, naÃ¯ve cafÃ© â€“ and SÃ£o Paulo"), once("isn&acirc;&euro;&trade;t")
    ('don’t, naïve café – and São Paulo', 'isn’t')
    >>> once("Â«CAFÉ» château, naïve") == "Â«CAFÉ» château, naïve"
    True
    """
    if any(first in text for first in _FIRSTS):
        text = _WRITTEN.sub(lambda found: _meant(html.unescape(found[0])) or found[0], text)
    if "â" not in text and "Ã" not in text and "Â" not in text:
        return text
    pattern = _RUN if _whole(text) else _SIGN
    return pattern.sub(lambda found: _meant(found[0]) or found[0], text)


def _whole(text: str) -> bool:
    """Whether nearly all letters with accents of a text are the first of such runs."""
    runs = sum(_meant(found[0]) is not None for found in _RUN.finditer(text))
    return runs >= _MIN_RUNS and len(_LETTER.findall(text)) - runs <= _OUTSIDE * runs


def _meant(run: str) -> str | None:
    """The character that a run was before, or None if it is no UTF-8."""
    try:
        return bytes(_BYTES.get(c, ord(c)) for c in run).decode("utf-8")
    except ValueError:
        return None
