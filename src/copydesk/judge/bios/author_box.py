"""Boxes that a page's markup calls the author's: biographies, and above the story bylines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from copydesk.extract.authors.names import is_person, read_names
from copydesk.judge.phrases.table import read_topic
from copydesk.judge.place import Place, names
from copydesk.judge.view import View
from copydesk.model import Reason
from copydesk.text import Line, key

TRADE = frozenset(read_topic("bios").lists["trade"])
_PROMOS = read_topic("promos").table
# Ids and classes of an author's box, as parts of a name; the box also has to stand outside the story.
_BOX = re.compile(
    r"(?:author|writer|contributor|journalist|byline|autor)[-_]{0,2}"
    r"(?:bio|box|info|card|desc|profile|about|detail|block|section|text)"
    r"|(?:bio|about|(?<!by)post|meet)[-_]{0,2}(?:the[-_])?author|saboxplugin|autorenbox"
    r"|^(?:block|the)[-_](?:author|contributor)s?$|^node--type-(?:person|author|contributor)$"
)
# One of these is in every such name: looked for first, since paths are long.
_BOX_WORDS = ("author", "autor", "writer", "contributor", "journalist", "byline", "saboxplugin", "person")
# A list of posts that shows who wrote each.
_OF_POSTS = re.compile(r"latest-posts|has-author")
# The paths of some pages; those of a site are much alike.
_PATHS = 1024
# In an author's box above the story, so few words are a byline: "Ann Lee Political Correspondent".
_BYLINE_WORDS = 8
# The word before whoever wrote it.
BY = frozenset({"by", "von", "par", "por", "di", "door", "av", "af"})
_LEADS_ON = frozenset(
    {"about", "follow", "more", "über", "mehr", "suivre", "seguir", "contact", "read", "all"}
)
# A line that names a writer and their office has no more words than this.
_MOST_NAMED_WORDS = 10


@dataclass(frozen=True, slots=True)
class Found:
    """What a line says of the writer, and whom it names."""

    rule: str
    evidence: str
    author: str | None = None
    reason: Reason = Reason.AUTHOR_BIO


def boxed(view: View, index: int, place: Place) -> Found | None:
    """What a line outside the story is by the name of its element, or None."""
    if not (place.behind(index) or place.before(index)):
        return None
    name = _box_of(view.blocks[index].path)
    if name is None:
        return None
    line = view.lines[index]
    if (said := _PROMOS.is_whole(line)) is not None and said.rule == "share":
        return None
    if place.before(index) and line.word_count <= _BYLINE_WORDS and _is_byline(view, line):
        evidence = f"a few words above the story, in an element named {name!r}"
        return Found("byline_box", evidence, _named_alone(line), reason=Reason.BYLINE)
    return Found("author_box", f"stands in an element named {name!r}, outside the story", _named_alone(line))


def _named_alone(line: Line) -> str | None:
    """The person a line of an author's box names, if it says no more of them than their office."""
    if line.sentence or line.word_count > _MOST_NAMED_WORDS:
        return None
    read = read_names([line.text]).authors
    return read[0] if len(read) == 1 and is_person(read[0]) else None


def _is_byline(view: View, line: Line) -> bool:
    """Whether a line is the author's name, what they are, or "By"; "About" heads more than a name."""
    words = line.key.split()
    if line.sentence or words[0] in _LEADS_ON:
        return False
    named = any(name and name in line.key for name in map(key, view.declared.values("authors")))
    return named or words[0] in BY or not TRADE.isdisjoint(words)


@lru_cache(_PATHS)
def _box_of(path: str) -> str | None:
    """The name on a path that says it leads into a box about the author."""
    path = path.lower()
    if not any(word in path for word in _BOX_WORDS):
        return None
    if _OF_POSTS.search(path) is not None:
        return None
    return next((n for n in names(path) if _BOX.search(n)), None)
