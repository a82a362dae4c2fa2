"""Guess an older encoding that nobody declared, the same way everywhere."""

from __future__ import annotations

import re

from copydesk.read.repair import HIGH

_RUN = re.compile(rb"[\x80-\xff]+")
_MARKUP = re.compile(rb"<[^<>]{0,2000}>")
_HIRAGANA = re.compile(rb"\xa4[\xa1-\xf3]")
# The detector reads a few chunks of this; more changes nothing but its time.
_SAMPLE = 200_000
# Mean length of a row of bytes above ASCII: up to 1.7 in Turkish, the densest with accents; 4 and more
# where the whole alphabet lies there.
ALONE = 2.2
# Letters above ASCII by language, in the encoding its pages were written in. In each of these
# encodings a byte means a letter; only the right language explains nearly all of them.
_LATIN_LETTERS = tuple(
    (codec, frozenset(letters.encode(codec)))
    for codec, letters in (
        ("cp1252", "àâçéèêëîïôùûœÀÂÇÉÈÊÎÔ"),
        ("cp1252", "äöüßÄÖÜé"),
        ("cp1252", "áéíóúñüÁÉÍÓÚÑ¿¡"),
        ("cp1252", "áâãàçéêíóôõúÁÂÃÀÇÉÊÍÓÔÕÚªº"),
        ("cp1252", "àèéìòùÀÈÉ"),
        ("cp1252", "åäöæøéÅÄÖÆØ"),
        ("cp1252", "áðéíóúýþæöÁÉÍÓÚÞÆÖ"),
        ("cp1252", "ëïéèöü"),
        ("cp1250", "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"),
        ("iso8859-2", "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"),
        ("cp1250", "áčďéěíňóřšťúůýžľĺŕôäČŠŽŘÚ"),
        ("iso8859-2", "áčďéěíňóřšťúůýžľĺŕôäČŠŽŘÚ"),
        ("cp1250", "áéíóöőúüűÁÉÍÓÖŐÚÜŰ"),
        ("cp1250", "ăâîşţĂÂÎŞŢ"),
        ("cp1250", "čćđšžČĆĐŠŽ"),
        ("cp1254", "çğıöşüâîÇĞİÖŞÜ"),
        ("cp1257", "ąčęėįšųūžĄČĘĖĮŠŲŪŽ"),
        ("cp1257", "āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ"),
    )
)
_TYPOGRAPHIC = bytes(
    (0x80, 0x82, 0x84, 0x85, 0x8B, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x9B, 0xA0, 0xAB, 0xB0, 0xBB)
)
_LATIN = frozenset(codec for codec, _ in _LATIN_LETTERS)
_OTHERS = (
    "cp1251", "koi8_r", "koi8_u", "cp866", "iso8859_5", "cp1253", "cp1255", "cp1256", "cp874",
    "gb18030", "big5", "big5hkscs", "cp932", "euc_jp", "cp949",
)  # fmt: skip


def western(body: bytes) -> bool:
    """Whether bytes above ASCII stand alone between ASCII letters, as accents and quotes do.

    >>> western("Il a été élu".encode("cp1252")), western("Он был избран".encode("cp1251"))
    (True, False)
    """
    runs = _RUN.findall(body[:_SAMPLE])
    return sum(map(len, runs)) < ALONE * len(runs)


def detect(body: bytes, suggested: tuple[str, ...]) -> tuple[str, str]:
    """The most likely encoding of a body and the rule: `language`, `detected` or `fallback`.

    >>> detect("Rzeką płynęła łódź".encode("cp1250"), ())
    ('cp1250', 'detected')
    """
    text = _MARKUP.sub(b"\n", body[:_SAMPLE])
    if len(_RUN.findall(text)) == 0:
        text = body[:_SAMPLE]
    if western(text):
        if suggested and suggested[0] in _LATIN:
            return _latin(text, suggested), "language"
        return _latin(text, ()), "detected"
    usual = tuple(name for name in suggested if name not in _LATIN)
    if usual and (found := _by_detector(text, usual)):
        return found, "language"
    if _euc_jp(text):
        return "euc_jp", "detected"
    found = _by_detector(text, _OTHERS)
    return (found, "detected") if found else ("cp1252", "fallback")


def _latin(text: bytes, among: tuple[str, ...]) -> str:
    """The encoding whose best language explains the most bytes; of equals the first."""
    high = text.translate(None, bytes(range(0x80))).translate(None, _TYPOGRAPHIC)
    best, most = "cp1252", -1
    for codec, letters in _LATIN_LETTERS:
        explained = sum(high.count(byte) for byte in letters)
        if (not among or codec in among) and explained > most:
            best, most = codec, explained
    return best


def _euc_jp(text: bytes) -> bool:
    """A third of Japanese is hiragana; the detector takes it for Korean."""
    high = len(text) - len(text.translate(None, HIGH))
    if 2 * len(_HIRAGANA.findall(text)) < 0.25 * high:
        return False
    return text.decode("euc_jp", "replace").count("\ufffd") <= 0.01 * high


def _by_detector(text: bytes, among: tuple[str, ...]) -> str | None:
    if len(among) == 1:
        high = len(text) - len(text.translate(None, HIGH))
        return among[0] if text.decode(among[0], "replace").count("\ufffd") <= 0.01 * high else None
    from charset_normalizer import from_bytes  # noqa: PLC0415  slow to import, seldom needed

    best = from_bytes(text, cp_isolation=list(among), preemptive_behaviour=False).best()
    return best.encoding if best is not None else None
