"""What bytes are by their first look: so that a picture or an archive is not read as text."""

from __future__ import annotations

import codecs
import re

import orjson

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"GIF87a", "image"),
    (b"GIF89a", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"\x00\x00\x01\x00", "image"),
    (b"8BPS\x00", "image"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office document"),
    (b"{\\rtf", "rtf"),
    (b"%!PS", "postscript"),
    (b"\x7fELF", "program"),
    (b"wOFF", "font"),
    (b"wOF2", "font"),
    (b"OTTO\x00", "font"),
    (b"\x00\x01\x00\x00\x00", "font"),
    (b"ID3\x03", "audio"),
    (b"ID3\x04", "audio"),
    (b"OggS\x00", "audio"),
    (b"fLaC\x00", "audio"),
    (b"\x1a\x45\xdf\xa3", "video"),
    (b"FLV\x01", "video"),
    (b"SQLite format 3\x00", "database"),
    (b"PAR1", "parquet"),
)
_FURTHER_IN = ((4, b"ftyp", "audio or video"), (257, b"ustar", "tar"))
_BOMS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SAMPLE = 65_536
# Random bytes have 11 % of these; text, even damaged, next to none.
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\x0b\x0c\r\x1b")
_MAX_CONTROLS = 0.05


def sniff(body: bytes) -> str | None:
    """What a body is if it is no text at all: `pdf`, `image`, `zip`, `gzip`, ... or `binary`; None for text.

    >>> sniff(b"%PDF-1.7 ..."), sniff(b"<p>A story.</p>")
    ('pdf', None)
    """
    head = body[:64]
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    if head.startswith(b"RIFF") and head[8:12] in {b"WEBP", b"WAVE", b"AVI "}:
        return "image" if head[8:12] == b"WEBP" else "audio or video"
    for at, magic, name in _FURTHER_IN:
        if body.startswith(magic, at):
            return name
    if head.lstrip().startswith(b"%PDF-"):
        return "pdf"
    if _mhtml(body):
        return "mhtml"
    return "binary" if _controls(body) else None


# What a text is by its first element or sign, where that is no page.
_ROOTS = {
    "rss": "a feed",
    "rdf:rdf": "a feed",
    "feed": "a feed",
    "urlset": "a sitemap",
    "sitemapindex": "a sitemap",
    "svg": "a drawing",
    "opml": "a list of feeds",
    "kml": "a map",
    "math": "a formula",
}
_FRONT = re.compile(
    r"(?:[\s\ufeff]+|<\?xml[^>]{0,300}\?>|<\?[^>]{0,300}>|<!--.{0,2000}?-->|<!doctype\s+(?!html)[^>\[]{0,300}>)*+"
    r"(?:<([a-z][\w:.-]{0,40})|(WARC/1\.\d\r?\n)|([{\[]))",
    re.IGNORECASE | re.DOTALL,
)


# Of the characters of pasted stories up to .003 are such signs, of programs and style sheets .05 to .19; a
# manual may have some, but not as many braces at its start.
_CODE_SIGNS = "{}();="
_MARKED_UP = re.compile(
    r"</?(?:html|head|body|p|div|span|a|br|h[1-6]|meta|script|style)\b[^<>]{0,300}>", re.IGNORECASE
)
_CODE_SHARE, _CODE_BRACES, _CODE_SAMPLE = 0.04, 3, 8192


def other_text(text: str) -> str | None:
    """What a text is if it is made for programs: a feed, a sitemap, a drawing, data, an archive.

    >>> other_text("<?xml version='1.0'?><rss><channel>"), other_text("[Boston] Fog")
    ('a feed', None)
    """
    found = _FRONT.match(text)
    if found is None:
        return "a program or a style sheet" if _is_code(text) else None
    if found[2]:
        return "an archive"
    if found[3]:
        return "JSON data" if _is_json(text) else None
    return _ROOTS.get(found[1].lower())


def _is_code(text: str) -> bool:
    """Whether a text without markup is code, by the signs that end and join its statements."""
    sample = text[:_CODE_SAMPLE]
    signs = sum(map(sample.count, _CODE_SIGNS))
    braces = min(map(sample.count, "{}"))
    return braces >= _CODE_BRACES and signs > _CODE_SHARE * len(sample) and _MARKED_UP.search(sample) is None


def _is_json(text: str) -> bool:
    try:
        value = orjson.loads(text.encode("utf-8", "replace").strip(b"\xef\xbb\xbf \t\r\n"))
    except orjson.JSONDecodeError:
        return False
    return isinstance(value, dict | list)


def _mhtml(body: bytes) -> bool:
    head = body[:2048].lstrip().lower()
    return head.startswith((b"from:", b"mime-version:")) and b"content-type: multipart/related" in head


def _controls(body: bytes) -> bool:
    sample = body[:_SAMPLE]
    if sample.startswith(_BOMS) or wide(sample):
        return False
    count = len(sample) - len(sample.translate(None, _CONTROLS))
    return count > _MAX_CONTROLS * len(sample) and count > 2


def wide(body: bytes) -> str | None:
    """The UTF-16 or UTF-32 codec that the pattern of zero bytes gives away, without a mark.

    >>> wide("<p>A story.</p>".encode("utf-16-be"))
    'utf-16-be'
    """
    sample = body[:4096]
    sample = sample[: len(sample) & ~3]
    if len(sample) < 16 or b"\0" not in sample:
        return None
    share = [sample[i::4].count(0) * 4 / len(sample) for i in range(4)]
    if min(share[2:]) > 0.9 and share[0] < 0.1:
        return "utf-32-le"
    if min(share[:2]) > 0.9 and share[3] < 0.1:
        return "utf-32-be"
    even, odd = (share[0] + share[2]) / 2, (share[1] + share[3]) / 2
    # Markup is ASCII, so even a page in Chinese has zero bytes in every fifth place and more.
    if odd > 0.2 and even < 0.02:
        return "utf-16-le"
    if even > 0.2 and odd < 0.02:
        return "utf-16-be"
    return None
