"""Bytes to text: which encoding, and by which rule it was found.

A page is taken at its bytes rather than at its word: what decodes as UTF-8 is UTF-8, whatever the
label says. Damage costs the damaged characters, never the page.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass

from copydesk.model import Form
from copydesk.read.charsets import by_language, http_label, meta_label
from copydesk.read.detect import ALONE, detect, western
from copydesk.read.repair import Damage, inspect, repair
from copydesk.read.sniff import sniff, wide
from copydesk.read.twice import once

__all__ = ["Decoded", "decode", "sniff"]


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a page, the encoding it came in, and the rule that told.

    Rules: `bom`, `utf-8`, `nul pattern`, `escape sequences`, `utf-8 cut` (ended inside a character),
    `utf-8 damaged` (some bytes lost), `utf-8 mixed` (some lines in an older encoding), `http`, `meta`,
    `language`, `detected`, `fallback`; any of them with ` twice` where text was encoded twice.
    """

    text: str
    encoding: str
    rule: str


# Behind a rule where text was encoded twice.
TWICE = " twice"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_JAPANESE = (b"\x1b$B", b"\x1b$@", b"\x1b$(D", b"\x1b(I")
_C1_BYTES = re.compile(rb"\xc2[\x80-\x9f]")
# U+0080 to U+009F are never meant: they are cp1252 characters that went through Latin-1.
_C1 = {c: (bytes([c]).decode("cp1252", "ignore") or None) for c in range(0x80, 0xA0)} | {0: None}
# Above this share of bad sequences a body without any good one is not UTF-8.
_BAD_SHARE = 0.001
# So many good sequences to a bad one tell UTF-8 from the older encoding a page is labelled with.
_AGAINST_LABEL = 3
# Encodings of several bytes a character: a long text is valid in one of them only if it is written in it.
_SEVERAL_BYTES = frozenset({"gb18030", "big5hkscs", "cp932", "euc_jp", "cp949"})
# Of the bad bytes of mixed text, at most this share makes no sense as Western letters and signs.
_LOST = 0.1
# A label is believed as long as no more than this share of the bytes above ASCII contradict it.
_LABEL_SHARE = 0.01


def decode(body: bytes, headers: Mapping[str, str], media: Form | None = None) -> Decoded:
    """The text of a body. Never fails: in the worst case bytes that mean nothing are replaced.

    >>> decode("Łódź".encode(), {})
    Decoded(text='Łódź', encoding='utf-8', rule='utf-8')
    >>> decode("Привет".encode("cp1251"), {"content-type": "text/html; charset=windows-1251"}).rule
    'http'
    """
    found = _marked(body)
    if found is None:
        try:
            found = Decoded(body.decode("utf-8"), "utf-8", "utf-8")
        except UnicodeDecodeError:
            return _tidy(_legacy(body, headers, media))
        if b"\0" not in body and not _C1_BYTES.search(body):
            return _once(found)
    return _tidy(found)


def _tidy(found: Decoded) -> Decoded:
    """NULs away, what was encoded twice set right, other C1 controls to what they stood for."""
    found = _once(found)
    return Decoded(found.text.translate(_C1), found.encoding, found.rule)


def _once(found: Decoded) -> Decoded:
    text = once(found.text)
    if text == found.text:
        return found
    return Decoded(text, found.encoding, f"{found.rule}{TWICE}")


def _marked(body: bytes) -> Decoded | None:
    """Encodings that give themselves away: by a mark, by zero bytes, by escape sequences."""
    for mark, name in _BOMS:
        if body.startswith(mark):
            rest = body[len(mark) :]
            text = repair(rest, "cp1252") if name == "utf-8" else rest.decode(name, "replace")
            return Decoded(text, name, "bom")
    if b"\0" in body and (name_ := wide(body)):
        return Decoded(body.decode(name_, "replace"), name_, "nul pattern")
    if b"\x1b" in body and any(escape in body for escape in _JAPANESE):
        return _japanese(body)
    return None


def _japanese(body: bytes) -> Decoded | None:
    for name in ("iso2022_jp", "iso2022_jp_ext"):
        try:
            return Decoded(body.decode(name), name, "escape sequences")
        except UnicodeDecodeError:
            continue
    if body.isascii():
        return Decoded(body.decode("iso2022_jp_ext", "replace"), "iso2022_jp_ext", "escape sequences")
    return None


def _legacy(body: bytes, headers: Mapping[str, str], media: Form | None) -> Decoded:
    """A body that is no clean UTF-8."""
    http = http_label(headers)
    meta = None if media is Form.TEXT else meta_label(body)
    damage = inspect(body)
    older = next((name for name in (http, meta) if name not in {None, "utf-8"}), None)
    if not _strictly(body, older) and _is_utf8(damage, len(body), older):
        rule = "utf-8 cut" if damage.only_end else "utf-8 damaged"
        text = repair(body, older)
        if rule == "utf-8 damaged" and "\ufffd" not in text:
            rule = "utf-8 mixed"
        return Decoded(text, "utf-8", rule)
    return _labelled(body, http, meta) or _mixed(body, damage) or _guessed(body)


def _mixed(body: bytes, damage: Damage) -> Decoded | None:
    """UTF-8 with Western lines, if a valid sequence is there and the bad bytes are accents and quotes."""
    if not damage.good or damage.bad >= ALONE * damage.rows:
        return None
    text = repair(body, None)
    return Decoded(text, "utf-8", "utf-8 mixed") if text.count("\ufffd") <= _LOST * damage.bad else None


def _strictly(body: bytes, name: str | None) -> bool:
    """Whether a body is valid in a labelled encoding of several bytes a character."""
    if name not in _SEVERAL_BYTES:
        return False
    try:
        body.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _is_utf8(damage: Damage, size: int, older: str | None) -> bool:
    """Whether a body with bad sequences is UTF-8 all the same.

    Text in an older encoding has next to no valid multi-byte sequences: none in Western or Cyrillic
    single bytes, one in four at most in the double bytes of East Asia.
    """
    if older is not None:
        return damage.good >= _AGAINST_LABEL * damage.bad
    return damage.good >= damage.bad or damage.only_end or damage.bad <= max(1, _BAD_SHARE * size)


def _labelled(body: bytes, http: str | None, meta: str | None) -> Decoded | None:
    """By what server and page say. Servers say Latin-1 by default: a page that says otherwise is right."""
    both = [(rule, name) for rule, name in (("http", http), ("meta", meta)) if name and name != "utf-8"]
    if len(both) == 2 and both[0][1] == "cp1252" and not western(body):
        both.reverse()
    for rule, name in both:
        text = _believe(body, name)
        if text is not None:
            return Decoded(text, name, rule)
    return None


def _believe(body: bytes, name: str) -> str | None:
    """The text by a label, or None if too many bytes contradict it."""
    try:
        text = body.decode(name, "replace")
    except (UnicodeError, LookupError):
        return None
    high = len(body) - len(body.translate(None, bytes(range(0x80, 0x100))))
    if text.count("\ufffd") > max(1, _LABEL_SHARE * high):
        return None
    # Single bytes without a meaning in the Python codec are C1 controls on the web.
    return text


def _guessed(body: bytes) -> Decoded:
    """By the page's language, by the detector, and in the end as Western text."""
    name, rule = detect(body, by_language(body))
    return Decoded(body.decode(name, "replace"), name, rule)
