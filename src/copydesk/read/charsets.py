"""Names of encodings as the web uses them: labels, what a page declares, what a language suggests."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping

# Labels whose meaning on the web differs from the codec of that name, or that no codec has as an
# alias (Encoding Standard of the WHATWG, section 4.2): a superset takes the place of the older set.
_ON_THE_WEB = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "ansi_x3.4-1968": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "iso88591": "cp1252",
    "iso_8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "l1": "cp1252",
    "x-cp1252": "cp1252",
    "ansi": "cp1252",
    "x-cp1250": "cp1250",
    "x-cp1251": "cp1251",
    "win-1251": "cp1251",
    "x-cp1253": "cp1253",
    "x-cp1254": "cp1254",
    "x-cp1255": "cp1255",
    "x-cp1256": "cp1256",
    "x-cp1257": "cp1257",
    "iso-8859-9": "cp1254",
    "iso8859-9": "cp1254",
    "latin5": "cp1254",
    "iso-8859-8-i": "iso8859-8",
    "logical": "iso8859-8",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "windows-874": "cp874",
    "dos-874": "cp874",
    "dos-866": "cp866",
    "koi": "koi8-r",
    "koi8": "koi8-r",
    "koi8_r": "koi8-r",
    "koi8-ru": "koi8-u",
    "macintosh": "mac-roman",
    "x-mac-roman": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-mac-ukrainian": "mac-cyrillic",
    "gb2312": "gb18030",
    "gb_2312": "gb18030",
    "gb_2312-80": "gb18030",
    "csgb2312": "gb18030",
    "chinese": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "cn-big5": "big5hkscs",
    "x-x-big5": "big5hkscs",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "ms_kanji": "cp932",
    "windows-31j": "cp932",
    "x-euc-jp": "euc-jp",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "ks_c_5601-1989": "cp949",
    "ksc5601": "cp949",
    "ksc_5601": "cp949",
    "korean": "cp949",
    "windows-949": "cp949",
    "unicode-1-1-utf-8": "utf-8",
    "x-unicode20utf8": "utf-8",
    "utf8mb4": "utf-8",
    "unicode": "utf-16-le",
    "ucs-2": "utf-16-le",
    "utf-16": "utf-16-le",
}

# Encodings that are no character set of a page, though a codec of the name exists.
_NOT_CHARSETS = frozenset(
    {"idna", "punycode", "mbcs", "oem", "undefined", "unicode-escape", "raw-unicode-escape", "utf-7"}
    | {"charmap", "palmos", "hz", "iso2022_kr"}
)

# What pages in a language were written in before UTF-8 (HTML standard, default encodings by locale),
# the most usual first.
_BY_LANGUAGE = {
    "ar": ("cp1256",),
    "fa": ("cp1256",),
    "ur": ("cp1256",),
    "he": ("cp1255",),
    "iw": ("cp1255",),
    "el": ("cp1253",),
    "tr": ("cp1254",),
    "az": ("cp1254",),
    "th": ("cp874",),
    "vi": ("cp1258",),
    **dict.fromkeys(("et", "lt", "lv"), ("cp1257",)),
    **dict.fromkeys(("cs", "sk", "hu", "pl", "sl", "hr", "bs", "ro", "sq"), ("cp1250", "iso8859-2")),
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tg"), ("cp1251", "koi8-r", "cp866")),
    "zh": ("gb18030", "big5hkscs"),
    "ja": ("cp932", "euc-jp"),
    "ko": ("cp949",),
    **dict.fromkeys(
        (
            "en",
            "fr",
            "de",
            "es",
            "it",
            "pt",
            "nl",
            "sv",
            "da",
            "no",
            "nb",
            "nn",
            "fi",
            "is",
            "ca",
            "eu",
            "ga",
        ),
        ("cp1252",),
    ),
}

# Browsers look for a declaration in the first 1024 bytes; pages in the wild put it as late as this.
_HEAD = 8192
_LABEL = r"\s{0,8}=\s{0,8}[\"']?\s{0,8}([a-z0-9_:.+-]{2,40})"
_META = re.compile(rf"<meta\b[^>]{{0,512}}?\bcharset{_LABEL}".encode(), re.IGNORECASE)
_XML = re.compile(rf"^\s{{0,64}}<\?xml\b[^>]{{0,256}}?\bencoding{_LABEL}".encode(), re.IGNORECASE)
_HTTP = re.compile(f"charset{_LABEL}", re.IGNORECASE)
_LANG = re.compile(rb"<html\b[^>]{0,1024}?\slang\s{0,8}=\s{0,8}[\"']?([a-z]{2,3})\b", re.IGNORECASE)


def codec(label: str) -> str | None:
    """The codec a label of the web stands for, or None if it names no character set.

    >>> codec("ISO-8859-1"), codec("Shift_JIS"), codec("utf8"), codec("nonsense")
    ('cp1252', 'cp932', 'utf-8', None)
    """
    label = label.strip().lower()
    name = _ON_THE_WEB.get(label, label)
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    if not info._is_text_encoding or info.name in _NOT_CHARSETS:
        return None
    return _ON_THE_WEB.get(info.name, info.name)


def http_label(headers: Mapping[str, str]) -> str | None:
    """The codec the server's `Content-Type` names.

    >>> http_label({"Content-Type": "text/html; charset=windows-1251"})
    'cp1251'
    """
    for name, value in headers.items():
        if name.lower() == "content-type" and (found := _HTTP.search(value[:1024])):
            return codec(found[1])
    return None


def meta_label(body: bytes) -> str | None:
    """The codec the page itself names. A page that can be read as ASCII so far is not UTF-16.

    >>> meta_label(b'<head><meta charset="gb2312">')
    'gb18030'
    >>> meta_label(b'<meta charset="utf-16">')
    'utf-8'
    """
    head = body[:_HEAD]
    found = _META.search(head) or _XML.search(head)
    name = codec(found[1].decode("ascii")) if found else None
    return "utf-8" if name is not None and name.startswith(("utf-16", "utf-32")) else name


def by_language(body: bytes) -> tuple[str, ...]:
    """Codecs that the page's declared language suggests, the most usual first.

    >>> by_language(b'<html lang="pl-PL">')
    ('cp1250', 'iso8859-2')
    """
    found = _LANG.search(body[:_HEAD])
    return _BY_LANGUAGE.get(found[1].decode("ascii").lower(), ()) if found else ()
