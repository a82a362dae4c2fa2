"""The section a page declares; of several, the one that its address or the trail that leads to it names."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.extract.address import steps_of
from copydesk.extract.declared import Candidate
from copydesk.extract.head import Head
from copydesk.extract.jsonld import Node, texts_of
from copydesk.extract.sections.subjects import SORTS, all_sections, is_general, sections
from copydesk.extract.slugs import bare, joined
from copydesk.extract.tables import word_list
from copydesk.text import key

_SECTIONS = word_list(
    """
article:section articlesection parsely-section og:section prism.section section article:category
http://ogp.me/ns/article#section
"""
)
# Software lists all the categories of a page, by the alphabet.
_MOST = 8


def declared_sections(
    head: Head, article: Node, own: Sequence[str], ways: tuple[Sequence[Candidate], str | None]
) -> list[Candidate]:
    """The sections in a page's data, the best first; `ways` are the trail to the page and its address."""
    texts = texts_of(article.get("articleSection"), _MOST)
    found = [Candidate(name, "json-ld") for name in sections(texts, own)]
    if (way := _on_the_way(all_sections(texts, own), *ways)) is not None:
        found.insert(0, way)
    metas = ([Candidate(value, name) for value in sections(head.all(name)[:1], own)] for name in _SECTIONS)
    return [*found, *next(filter(None, metas), [])]


def _on_the_way(names: Sequence[str], trail: Sequence[Candidate], url: str | None) -> Candidate | None:
    """Of several names the one of the innermost folder of the address, or of the trail.

    >>> _on_the_way(["Beginners", "Boats"], [], "https://gazette.example/blog/boats/how-to-row").value
    'Boats'
    """
    fits = [name for name in names if not is_general(name) and key(name) not in SORTS]
    if len({bare(name).replace(" ", "") for name in fits}) < 2:
        return None
    for folder in reversed(steps_of(url)[:-1]):
        if (name := _called(fits, folder)) is not None:
            return Candidate(name, "json-ld; a folder of the address")
    if trail and (name := _called(fits, trail[0].value)) is not None:
        return Candidate(name, f"json-ld; {trail[0].origin}")
    return None


def _called(names: Sequence[str], other: str) -> str | None:
    return next((name for name in names if not joined(name).isdisjoint(joined(other))), None)
