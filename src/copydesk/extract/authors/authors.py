"""Who wrote a story, as its page declares: JSON-LD, meta elements, what it shows, and its microdata."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from copydesk.extract.authors.logos import LOGO, logo_agency
from copydesk.extract.authors.microdata import microdata_authors
from copydesk.extract.authors.name_words import ROOMS
from copydesk.extract.authors.names import Names, is_person, is_role, read_names, strip_by
from copydesk.extract.authors.visible import VISIBLE, visible_byline
from copydesk.extract.dates.dates import Locale
from copydesk.extract.declared import Candidate
from copydesk.extract.head import Head
from copydesk.extract.jsonld import Graph, Node, members, text_of
from copydesk.extract.tables import word_list
from copydesk.extract.titles.titles import squeeze
from copydesk.model import Page

_AUTHORS = word_list(
    """
author article:author_name articleauthor parsely-author dc.creator dcterms.creator sailthru.author
cxenseparse:author dcsext.author byl citation_author article:author
"""
)
# What software fills in for networks: "twitter:label1" is "Written by", and "twitter:data1" says who.
_LABELLED = (("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2"))
# Who made the site: "content: Gazette, design: Ann Lee, code: Bob Roe".
_MAKERS = re.compile(r"\b(?:design|code|hosting|programming|webdesign) ?:", re.IGNORECASE)
# A name in small letters has two or three words; a single one is what somebody logs in with.
_SMALL_NAME = re.compile(r"[^\W\d_]{2,}(?: [^\W\d_]{2,}){1,2}")


def authors(
    page: Page, head: Head, texts: Iterable[str], own: Iterable[str], locale: Locale
) -> tuple[list[Candidate], list[Candidate]]:
    """People and agencies by origin: JSON-LD, then meta, then what the page shows.

    An outlet that signs with its own name may still print who wrote the story; a person goes before it.
    """
    sites = {squeeze(name) for name in own}
    said = list(texts)
    # Outlets that write themselves in small letters, or as people do, are no names to `read_names`.
    outlet = said[:1] if len(said) == 1 and squeeze(said[0]) in sites else []
    sources = [(Names(tuple(outlet)) if outlet else read_names(said), "json-ld"), *_metas(head)]
    sources += _shown(page, sources, sites, locale)
    if all(names == Names() for names, _ in sources):
        sources += _else_declared(said, head)
    sources.sort(key=lambda source: not _is_signed(source[0], sites))
    found = [Candidate(value, origin) for names, origin in sources for value in names.authors]
    agencies = [Candidate(value, origin) for names, origin in sources for value in names.agencies]
    if (owner := logo_agency(page.tree, sites)) is not None:
        agencies.append(Candidate(owner, LOGO))
    return found, agencies


def author_texts(graph: Graph, article: Node) -> Iterator[str]:
    """What the JSON-LD of an article says of its authors, a text a member."""
    for name in ("author", "creator"):
        found = False
        for value in members(article.get(name), 30):
            resolved = graph.resolve(value)
            if text := text_of(resolved.get("name") if isinstance(resolved, dict) else resolved):
                found = True
                yield text
        if found:
            return


def _metas(head: Head) -> list[tuple[Names, str]]:
    found = [
        (name, [v for v in head.all(name) if "://" not in v and not _MAKERS.search(v)]) for name in _AUTHORS
    ]
    for label, data in _LABELLED:
        if (first := head.first(label)) and strip_by(f"{first[0]}: A") == "A":
            found.append((data, list(head.all(data)[:1])))
    return [(read_names(values), name) for name, values in found if values]


def _shown(
    page: Page, sources: list[tuple[Names, str]], sites: set[str], locale: Locale
) -> list[tuple[Names, str]]:
    """The byline of a page whose data names nobody but the site, else who its microdata says wrote it."""
    if any(_is_signed(names, sites) for names, _ in sources):
        return []
    byline = visible_byline(page.tree, locale)
    if byline is not None:
        return [(Names(byline.authors, byline.agencies), VISIBLE)]
    names = read_names(microdata_authors(page.tree))
    return [(names, "itemprop=author")] if names != Names() else []


def _else_declared(said: list[str], head: Head) -> list[tuple[Names, str]]:
    """Who is declared where nobody is named: a name in small letters, else a newsroom ("Redaktion")."""
    values = [(text, "json-ld") for text in said]
    values += [(text, name) for name in _AUTHORS for text in head.all(name)]
    small = [(v, o) for v, o in values if v.islower() and _SMALL_NAME.fullmatch(v) and is_person(v.title())]
    rooms = [(v, o) for v, o in values if is_role(v) and (" " in v.strip() or v.casefold() in ROOMS)]
    return [(Names((value,)), origin) for value, origin in (*small, *rooms)[:1]]


def _is_signed(names: Names, sites: set[str]) -> bool:
    """Whether somebody else than the site itself is named."""
    return bool(names.agencies) or any(squeeze(name) not in sites for name in names.authors)
