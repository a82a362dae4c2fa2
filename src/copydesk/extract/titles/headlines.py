"""Which of the headlines a page declares is the story's: JSON-LD, og:title, h1 and title by turns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from copydesk.extract.declared import Candidate
from copydesk.extract.head import Head
from copydesk.extract.jsonld import NEWS, Node, text_of, types_of
from copydesk.extract.titles.titles import cut_site, host_names, squeeze, without_labels
from copydesk.model import Page
from copydesk.text import key

_MASTHEAD_WORDS = 3
# What is left of a title whose tail is empty.
_ENDS = " |⋆★•·"
# What Markdown marks a heading with, where software has left it.
_HASHES = re.compile(r"^#{1,6} (?=\S)")


def titles(page: Page, head: Head, article: Node, names: list[str]) -> list[Candidate]:
    """The headlines a page declares, the one its newsroom chose first, without the site's name."""
    sites = (*names, *host_names(page.url or page.canonical_url))
    headline = text_of(article.get("headline")) or text_of(article.get("alternativeHeadline"))
    og = head.first("og:title", "twitter:title")
    found = []
    sections = _section_names(page, head, article)
    known = (*head.h1, *([headline] if headline else []))
    if headline:
        found.append(Candidate(cut_site(headline, sites, head.h1, sections), "json-ld"))
    if og:
        found.append(Candidate(cut_site(og[0], sites, known, sections), og[1]))
        twitter = [key(cut_site(text, sites, known)) for text in head.all("twitter:title")[:1]]
        if headline and _is_the_newsroom_s(article, found, twitter, head.h1):
            found.reverse()
    shown = [Candidate(own, "h1")] if head.h1 and (own := _own_h1(head, sites)) else []
    if head.title:
        shown.append(Candidate(cut_site(head.title, sites, known, sections), "title"))
        if not found and _is_masthead(shown[0].value, head.title):
            shown.reverse()
    if found and head.h1:
        found[0] = replace(found[0], value=without_labels(found[0].value, head.h1[0]))
    bare = [replace(c, value=_HASHES.sub("", c.value).rstrip(_ENDS)) for c in (*found, *shown)]
    # A page whose data has the site's name for a title still prints its headline.
    names_ = {squeeze(name) for name in sites}
    bare.sort(key=lambda c: squeeze(c.value) in names_)
    return [c for c in bare if c.value]


def _section_names(page: Page, head: Head, article: Node) -> tuple[str, ...]:
    """What the section of a page is called: by its data, and by the folders of its address."""
    said = [text_of(article.get("articleSection")), *head.all("article:section")[:1]]
    folders = urlsplit(page.url or page.canonical_url or "").path.split("/")[1:-1]
    # "2031" is the folder of a year, and the end of many a headline.
    return tuple(name for name in (*said, *folders) if name and not name.isdecimal())


def _is_the_newsroom_s(article: Node, found: list[Candidate], twitter: list[str], h1: Sequence[str]) -> bool:
    """Whether og:title is a headline of its own that a newsroom gave a story for its readers elsewhere.

    So it is where a piece of news says the same to two networks, and the other headline is the h1 or there
    is none. On labelled news pages it is the title on 8 of 11 such; on other pages, where it is written for
    search, on 1 of 12. And where only JSON-LD has a label in front of what page and networks print.
    """
    own, shared = (key(candidate.value) for candidate in found)
    printed = set(map(key, h1))
    labelled = own.endswith(f" {shared}") and shared in printed
    given = any(text.startswith(shared) for text in twitter) and own not in shared
    return labelled or (bool(types_of(article) & NEWS) and given and (not h1 or own in printed))


def _is_masthead(h1: str, title: str) -> bool:
    """Whether an h1 is of a few words, none of them in the page's title: the site's name as it is drawn."""
    words = key(h1).split()
    return len(words) <= _MASTHEAD_WORDS and not {w for w in words if w != "the"} & set(key(title).split())


def _own_h1(head: Head, sites: Iterable[str]) -> str | None:
    """The h1 that is a headline: not the masthead, and the one the page's title begins with, if any does."""
    names = {key(name).replace(" ", "") for name in sites}
    headlines = [text for text in head.h1 if key(text).replace(" ", "") not in names]
    title = key(head.title or "")
    return next(
        (h for h in headlines if key(h) and title.startswith(key(h))), headlines[0] if headlines else None
    )
