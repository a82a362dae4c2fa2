"""Addresses of pictures: which of an image, and those that show no more than whose page it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final
from urllib.parse import unquote, urljoin, urlsplit

from copydesk.extract.tables import word_set

# What the file of a logo, or of what stands in for a picture, is called beside the site's name.
_STAND_INS = word_set("logo logos placeholder default fallback blank favicon emblem")
_BESIDE = word_set(
    """
og open graph opengraph fb facebook twitter x social share sharing card image img icon site header footer main
brand square wide white black dark light color colour small large meta preview thumb thumbnail png jpg svg
"""
)
_WORDS = re.compile(r"[^\W\d_]+")
# What files and descriptions of images are called that show nothing of a story; ornaments of a site's own
# may be called that and no more.
_DECORATIONS: Final = _STAND_INS | word_set("""
    icon icons avatar avatars gravatar emoji smiley sprite spacer pixel loader loading spinner badge badges
    button btn banner advert advertisement sponsor sponsored newsletter subscribe headshot signature flag
    arrow rating stars counter beacon tracker tracking transparent
""")
_ORNAMENTS: Final = word_set("hero header bg background")
_ORNAMENT_WORDS: Final = _ORNAMENTS | word_set("img image images page site top main blog")
_DRAWN: Final = re.compile(r"\.(?:svg|ico|bmp)$", re.IGNORECASE)
# What a publishing system keeps for all pages of a site.
_OF_SITE: Final = re.compile(r"/(?:themes?|plugins)/", re.IGNORECASE)
# A text of more words describes a picture, whatever words it has.
_FEW_WORDS: Final = 5
# Narrower or lower images are icons, and heads of who wrote a story; one so much wider than high is a strip.
LEAST_WIDTH, _LEAST_HEIGHT, _MOST_WIDE = 200, 120, 5
_PIXELS: Final = re.compile(r"(\d{1,5})(?:px)?")
_SIZE_IN_NAME: Final = re.compile(r"[-_](\d{1,4})x(\d{1,4})(?=\.|$)")
# Scripts put an image in when it comes into sight: until then its `src` has what stands in for it.
_LAZY: Final = ("data-src", "data-lazy-src", "data-original", "data-original-src", "src")
_LAZY_SETS: Final = ("data-srcset", "data-lazy-srcset")
_IN_SET: Final = re.compile(r"(\S+?)(?:\s+(\d+(?:\.\d+)?)[wx])?\s*(?:,\s|,?$)")


def is_stand_in(link: str, hosts: Sequence[str]) -> bool:
    """Whether a picture is by its file's name the site's logo, or what stands where no picture is.

    >>> is_stand_in("https://gazette.example/a/gazette-logo_2.png", ["gazette.example", "gazette"])
    True
    >>> is_stand_in("https://gazette.example/a/harbour-bank-logo.png", ["gazette.example", "gazette"])
    False
    """
    name = unquote(urlsplit(link).path).rstrip("/").rpartition("/")[2].rpartition(".")
    words = [word.casefold() for word in _WORDS.findall(name[0] or name[2])]
    if not any(word in _STAND_INS for word in words):
        return False
    own = {host.partition(".")[0] for host in hosts} | set(hosts)
    return all(word in _STAND_INS or word in _BESIDE or _is_own(word, own) for word in words)


def _is_own(word: str, own: set[str]) -> bool:
    """Whether a word is in the name of the site: letters alone may be in any."""
    return len(word) > 2 and any(word in name for name in own)


def absolute(base: str | None, link: str) -> str | None:
    """A link as an absolute http(s) url, or None.

    >>> absolute("https://example.org/a/", "b.jpg"), absolute(None, "data:x")
    ('https://example.org/a/b.jpg', None)
    """
    try:
        joined = urljoin(base or "", link)
    except ValueError:  # a bracket that opens no IPv6 address
        return None
    return joined if joined.startswith(("http://", "https://")) else None


def sources(image: Any) -> Iterator[str]:
    """The addresses of an `img` element, those that scripts put in before what stands in for them.

    >>> from lxml import html
    >>> list(sources(html.fragment_fromstring("<img src='blank.gif' data-srcset='a.jpg 300w, b.jpg 900w'>")))
    ['b.jpg', 'a.jpg', 'blank.gif']
    """
    for name in _LAZY_SETS:
        yield from _widest_first(image.get(name) or "")
    yield from (value for name in _LAZY if (value := (image.get(name) or "").strip()))
    yield from _widest_first(image.get("srcset") or "")


def _widest_first(srcset: str) -> list[str]:
    found = [(link, float(width or 0)) for link, width in _IN_SET.findall(srcset)]
    return [link for link, _ in sorted(found, key=lambda pair: -pair[1])]


def is_small(image: Any) -> bool:
    """Whether an `img` element says that it is too small for a picture, or a strip.

    >>> from lxml import html
    >>> [is_small(html.fragment_fromstring(f"<img {size}>")) for size in ("width=96", "width=730", "")]
    [True, False, False]
    """
    width, height = (pixels(image.get(name)) for name in ("width", "height"))
    narrow = width is not None and width < LEAST_WIDTH
    low = height is not None and height < _LEAST_HEIGHT
    return narrow or low or bool(width and height and width > _MOST_WIDE * height)


def pixels(told: str | None) -> int | None:
    """A width or height that an element declares, in pixels; None if it tells none so."""
    found = _PIXELS.fullmatch((told or "").strip())
    return int(found[1]) if found else None


def is_decoration(told: str) -> bool:
    """Whether an image shows nothing of a story, by its address or by the few words that describe it.

    >>> site = "https://gazette.example/"
    >>> [is_decoration(site + path) for path in ("a/ferry.jpg", "a/ferry-96x96.jpg", "a/hero-img.jpg")]
    [False, True, True]
    >>> is_decoration("Gazette logo"), is_decoration("The mayor unveils the new logo of the harbour")
    (True, False)
    """
    if "://" not in told:
        words = _WORDS.findall(told.casefold())
        return len(words) <= _FEW_WORDS and not _DECORATIONS.isdisjoint(words)
    path = unquote(urlsplit(told).path).casefold()
    name = path.rstrip("/").rpartition("/")[2]
    words = _WORDS.findall(name.partition(".")[0])
    size = _SIZE_IN_NAME.search(name)
    small = size is not None and (int(size[1]) < LEAST_WIDTH or int(size[2]) < _LEAST_HEIGHT)
    ornament = not _ORNAMENTS.isdisjoint(words) and _ORNAMENT_WORDS.issuperset(words)
    named = ornament or not _DECORATIONS.isdisjoint(words)
    return small or named or _DRAWN.search(name) is not None or _OF_SITE.search(path) is not None
