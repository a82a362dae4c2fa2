"""Pictures that a page declares as its own, and that show no more than whose page it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

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
