"""UTF-8 with damage in it: how much, and what the bad bytes were meant to be."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

HIGH = bytes(range(0x80, 0x100))

_BAD = re.compile("[\udc80-\udcff]+")
# A character beyond U+FFFF written as two surrogates of three bytes each, as some databases do.
_SURROGATES = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")
# Cyrillic, Greek, Hebrew and Arabic letters, and the encoding their bad neighbours are likely in.
_SCRIPTS = (
    (re.compile("[Ѐ-ӿ]"), "cp1251"),
    (re.compile("[Ͱ-Ͽ]"), "cp1253"),
    (re.compile("[א-ת]"), "cp1255"),
    (re.compile("[؀-ۿ]"), "cp1256"),
    (re.compile("[぀-ヿ一-鿿가-힣]"), None),
)
_LATIN = frozenset({"cp1252", "cp1250", "cp1254", "cp1257", "cp1258", "iso8859-2", "iso8859-15"})
# A Western line has one or two bytes above ASCII in a row; a longer row is some other alphabet.
_LATIN_RUN = 3
# Shorter rows of bytes in another alphabet are pieces of a broken character rather than words.
_WORD_RUN = 3


@dataclass(frozen=True, slots=True)
class Damage:
    """How much of a body is no UTF-8.

    `good` characters beyond ASCII are valid, `bad` bytes fit nowhere, in `rows` of neighbours;
    `only_end` is true if all that is wrong is the last character, cut.
    """

    good: int
    bad: int
    rows: int
    only_end: bool


def inspect(body: bytes) -> Damage:
    """Measure how far a body is UTF-8.

    >>> inspect("é é".encode() + b" \\xe9!")
    Damage(good=2, bad=1, rows=1, only_end=False)
    """
    text = body.decode("utf-8", "surrogateescape")
    rows = _BAD.findall(text)
    bad = sum(map(len, rows))
    good = len(text) - len(body.translate(None, HIGH)) - bad
    return Damage(good, bad, len(rows), _cut(body) is not None)


def _cut(body: bytes) -> int | None:
    """Where the last character begins if all that is wrong with a body is that it ends inside one."""
    try:
        _, used = codecs.utf_8_decode(body, "strict", False)
    except UnicodeDecodeError:
        return None
    return used if used < len(body) else None


def repair(body: bytes, older: str | None) -> str:
    """Read a body as UTF-8, its bad bytes as the older encoding they make sense in, else as U+FFFD.

    >>> repair("déjà ".encode() + b"\\x93caf\\xe9\\x94 \\xff", None)
    'déjà “café” �'
    """
    end = _cut(body)
    if end is not None:
        return body[:end].decode("utf-8")
    body = _SURROGATES.sub(_one_character, body)
    text = body.decode("utf-8", "surrogateescape")
    name = _fallback(text, older)
    return _BAD.sub(lambda found: _meant(found, name), text)


def _one_character(found: re.Match[bytes]) -> bytes:
    pair = found[0].decode("utf-8", "surrogatepass")
    return pair.encode("utf-16", "surrogatepass").decode("utf-16").encode("utf-8")


def _fallback(text: str, older: str | None) -> str | None:
    """The older encoding of a page's bad bytes: the one it declares, else that of its alphabet."""
    if older is not None:
        return older
    counts = [(len(letters.findall(text)), name) for letters, name in _SCRIPTS]
    most, name = max(counts, key=lambda pair: pair[0])
    return name if most > 20 else "cp1252"


def _meant(found: re.Match[str], name: str | None) -> str:
    raw = found[0].encode("utf-8", "surrogateescape")
    lost = "\ufffd"
    if name is None or raw == b"\xff":
        return lost
    try:
        text = raw.decode(name)
    except UnicodeDecodeError:
        return lost
    if name not in _LATIN:
        return text if len(raw) >= _WORD_RUN or _typographic(text) else lost
    before = found.string[found.start() - 1 : found.start()]
    return text if len(raw) <= _LATIN_RUN and _in_place(before, text) else lost


def _typographic(text: str) -> bool:
    return all(c in "“”„‘’‚«»–—…•€№ \u00a0" for c in text)


def _in_place(before: str, text: str) -> bool:
    """Whether Western characters make sense behind the one before: no capital inside a word, no oddity."""
    for char in text:
        if char.isupper() and before.islower():
            return False
        if not (char.isalpha() or _typographic(char) or char in "°·¡¿§£©®™½¼¾ªº¹²³±×†‡‰¥¢´¨"):
            return False
        before = char
    return True
