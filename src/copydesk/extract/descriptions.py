"""The summaries a page declares, for search engines and networks."""

from __future__ import annotations

import re

from copydesk.extract.declared import Candidate
from copydesk.extract.head import Head
from copydesk.extract.jsonld import Node, text_of
from copydesk.text import key

# How a summary ends that is not cut: with a sentence's end, but not with three dots.
ENDED = re.compile(r"(?<![.…])[.!?。！？][\"”»’')]?$")
# Longer texts are the story itself; shorter beginnings are of many a text.
_LONGEST_SUMMARY, _SHORTEST_CUT = 1_000, 20
_HASHTAGS = re.compile(r"(?:\s+#\w+)+$")
# What a description cannot begin with, but what is left of one.
_SEPARATORS = ("| ", "- ", "– ", "— ", "· ")


def descriptions(head: Head, article: Node) -> list[Candidate]:
    """The summaries a page declares, one that is cut short behind the same in full."""
    names = ("og:description", "description", "twitter:description")
    pairs = [(value, name) for name in names for value in head.all(name)[:1]]
    if text := text_of(article.get("description")):
        pairs.append((text, "json-ld"))
    # "| Island News" is a template whose slot for a summary stayed empty.
    found = [
        Candidate(value.rstrip(" |•·"), name) for value, name in pairs if not value.startswith(_SEPARATORS)
    ]
    whole = [
        c
        for c in found[1:]
        if _is_cut_from(found[0].value, c.value) or _is_without_tags(found[0].value, c.value)
    ]
    return [*whole[:1], *found]


def _is_without_tags(tagged: str, text: str) -> bool:
    """Whether a summary is another without the hashtags behind that, which are for a network's readers."""
    bare = _HASHTAGS.sub("", tagged)
    return bare != tagged and key(bare) == key(text)


def _is_cut_from(short: str, text: str) -> bool:
    """Whether a summary is the beginning of another one and ends where no sentence does."""
    if ENDED.search(short) or not len(short) < len(text) <= _LONGEST_SUMMARY:
        return False
    start = key(short.rstrip(" .…[]()"))
    return len(start) >= _SHORTEST_CUT and key(text).startswith(start)
