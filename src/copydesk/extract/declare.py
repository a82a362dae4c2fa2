"""Collecting what a page declares, field by field, the most trusted source first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from copydesk.extract.authors.authors import author_texts, authors
from copydesk.extract.dates.dates import Locale, find_stamps, read_iso
from copydesk.extract.dates.first_day import since_first
from copydesk.extract.dates.stamped import own_times
from copydesk.extract.dates.timed import with_time
from copydesk.extract.dates.zones import in_zone_of_change, with_zone
from copydesk.extract.declared import NOTHING, Candidate, Declared
from copydesk.extract.descriptions import ENDED, descriptions
from copydesk.extract.head import Head, read_head
from copydesk.extract.images import absolute, is_stand_in
from copydesk.extract.jsonld import (
    Node,
    article_of,
    read_graph,
    text_of,
    texts_of,
)
from copydesk.extract.language import declared_code
from copydesk.extract.publisher import publishers, without_departments
from copydesk.extract.sections.crumbs import crumb_section
from copydesk.extract.sections.declared_section import declared_sections
from copydesk.extract.sections.subjects import are_of_title, sections, tags
from copydesk.extract.tables import word_list
from copydesk.extract.titles.headlines import titles
from copydesk.extract.titles.printed import printed_headline
from copydesk.extract.titles.titles import host_names
from copydesk.model import Page
from copydesk.settings import DEFAULT, HeadSettings
from copydesk.text import key

MAX_TAGS = 40
_PUBLISHED = word_list(
    """
article:published_time og:article:published_time article:published datepublished date.created
dc.date.issued dcterms.issued dc.date.created dcterms.created dc.date dcterms.date dc.terms.date
published pubdate publishdate publish-date publish_date publisheddate published-date publication_date
content:publishdate parsely-pub-date sailthru.date cxenseparse:recs:publishtime
cxenseparse:publishtime cxenseparse:recs:published_time citation_publication_date
prism.publicationdate originalpublicationdate displaydate date release_date
"""
)
_MODIFIED = word_list(
    """
article:modified_time og:article:modified_time og:updated_time datemodified date.modified
date.updated dc.date.modified dcterms.modified modified-date updated-date modified_date updated_date
article:modified article.updated http://ogp.me/ns/article#modified_time og:modified_time modified-time
last-modified lastmodifieddate last_modified lastmod lastupdate last_updated revised
"""
)
# Where software notes under what it keeps a page, which readers may know by that name or not.
_FILED = (
    "category",
    "content_category",
    "categories",
    "dcsext.channel",
    "tmgads.channel",
    "channel",
    "dc.type",
)
# Where newsrooms declare the bare headline, beside titles with the section and the site behind it.
_HEADLINES = ("headline", "parsely-title", "sailthru.title", "dc.title", "citation_title")
# Where pages declare a tag an element, as some write it.
_TAGS = ("article:tag", "article:tags", "og:article:tag", "article.tag", "http://ogp.me/ns/article#tag")
_LICENSE = re.compile(r"https?://|creativecommons|^cc[ -]|licen[cs]e", re.IGNORECASE)
# An address that is none of the web, such as a script, is no licence whatever stands in it.
_OTHER_SCHEME = re.compile(r"\s*(?!https?:)[a-z][a-z0-9+.-]{0,30}:(?=\S)", re.IGNORECASE)
_DAY_IN_URL = re.compile(r"/((?:19|20)\d{2})([/-]?)(\d{2})\2(\d{2})(?=[/_.-]|$)")

# "/NEWS/SPORT" is a part of a site, a longer path a subject.
_PARTS_OF_SITE = 3
# "weight-loss": a tag as an address has it.
_STEP = re.compile(r"(?:^|,)\s*[\w&]+(?:-[\w&]+)+\s*(?:,|$)")
_LIST = re.compile(r"[,;،、]")


def declare(page: Page, limits: HeadSettings = DEFAULT.head) -> Declared:
    """What a page says about itself, before any line of it is judged.

    >>> from lxml import html
    >>> from copydesk.model import Form, RawPage
    >>> tree = html.document_fromstring("<title>Fog - Gazette</title><h1>Fog</h1>")
    >>> page = Page(RawPage(b"", "a.html", ""), Form.HTML, (), "utf-8", "bom", tree=tree)
    >>> declare(page).first("title")
    'Fog'
    """
    if page.tree is None:
        day = _day_of_url(page.url)
        return Declared({"date_published": (Candidate(day, "url"),)}) if day else NOTHING
    head = read_head(page.tree, limits)
    graph = read_graph(head.scripts)
    node = article_of(graph, [url for url in (page.canonical_url, page.url) if url])
    article = dict(node) if node else {}
    found = _as_told(page, head, article)
    locale = locale_of(found["language"])
    address = page.url or page.canonical_url
    hosts = host_names(address)
    found["publisher"] = publishers(head, graph, article, hosts)
    names = [c.value for c in found["publisher"]]
    outlets = (*without_departments(names), *hosts)
    found["trail"] = trail = crumb_section(graph, outlets, address)
    found["section"] = declared_sections(head, article, outlets, (trail, address))
    found["filed"] = [Candidate(text, n) for n in _FILED for text in sections(head.all(n)[:1], outlets)]
    found["title"] = titles(page, head, article, names)
    found["tags"] = _tags(head, article, outlets, [c.value for c in found["title"]])
    found["printed"] = printed_headline(head, article, found["title"], (*names, *hosts), address)
    texts = author_texts(graph, article)
    found["authors"], found["agencies"] = authors(page, head, texts, (*names, *hosts), locale)
    published, modified = since_first(head, graph, *_dates(page, head, article, locale))
    found["date_published"] = with_time(published, graph, "datePublished")
    found["date_modified"] = with_time(modified, graph, "dateModified")
    _add_beside(found, page, locale)
    return Declared({name: tuple(values) for name, values in found.items() if values}, head.cut, graph)


def _as_told(page: Page, head: Head, article: Node) -> dict[str, list[Candidate]]:
    """The fields that are taken as they are declared, whatever else the page says."""
    return {
        "language": _language(head, article),
        "description": descriptions(head, article),
        "standfirst": [Candidate(text, "json-ld") for text in _decks(article)],
        "headline": [Candidate(text, name) for name in _HEADLINES for text in head.all(name)[:1]],
        "image": _image(page, head, article),
        "license": _license(head, article),
        "location": [Candidate(place, "json-ld")] if (place := _location(article)) else [],
    }


def _add_beside(found: dict[str, list[Candidate]], page: Page, locale: Locale) -> None:
    """Behind what is declared, what stands beside the article in the data for the page's script."""
    for name, value, named in page.beside:
        told = f"'{named}' in the data for the page's script"
        dated = name.startswith("date_")
        found[name] += _read_dates([(value, told)], locale) if dated else [Candidate(value, told)]


def locale_of(language: Iterable[Candidate], timezone: str | None = None) -> Locale:
    """How a page writes its dates, as far as its declared language or its site's time zone tell.

    Only the United States put the month first, and "en" or "en-US" is what software writes when nobody chose.
    """
    if timezone is not None:
        return Locale(not timezone.startswith(("America/", "US/", "Pacific/Honolulu")), timezone)
    tags = [c.value.lower().replace("_", "-") for c in language]
    plain = not tags or all(tag in {"en", "en-us"} for tag in tags)
    return Locale(None if plain else True)


def _location(article: Node) -> str | None:
    """The one place a story is from or about, as a text or by its name."""
    told = article.get("contentLocation")
    return text_of(told.get("name") if isinstance(told, dict) else told)


def _decks(article: Node) -> list[str]:
    """A sentence that a newsroom puts into the place of a second headline: what stands below the first."""
    text = text_of(article.get("alternativeHeadline"))
    return [text] if text and ENDED.search(text) else []


def _language(head: Head, article: Node) -> list[Candidate]:
    pairs = [
        (head.language, "html lang"),
        (text_of(article.get("inLanguage")), "json-ld"),
        *[
            (value, name)
            for name in ("content-language", "og:locale", "language")
            if (value := (head.all(name) or (None,))[0])
        ],
    ]
    return [Candidate(value, origin) for value, origin in pairs if declared_code(value) and value]


def _tags(head: Head, article: Node, own: Sequence[str], titles: Sequence[str]) -> list[Candidate]:
    """The tags of the most trusted source; keywords cut from the headline only where nothing else has any."""
    sources = [(texts_of(article.get("keywords")), "json-ld")]
    sources += [(head.all(name), name) for name in (*_TAGS, "news_keywords", "keywords")]
    sources.append((_last_steps(head.all("classification")), "classification"))
    sources.append((_worded(head.all("sailthru.tags")), "sailthru.tags"))
    kept = [(found, origin) for values, origin in sources if (found := _split_tags(values, origin, own))]
    kept.sort(key=lambda source: are_of_title(source[0], titles))
    subjects = tags(head.all("dc.subject"), own)
    if len(subjects) > 1 and kept and set(map(key, subjects)) < set(map(key, kept[0][0])):
        # Those that are said to be its subjects, of keywords that are also those of the journal.
        kept.insert(0, (subjects, "dc.subject"))
    return [Candidate(tag, origin) for found, origin in kept[:1] for tag in found[:MAX_TAGS]]


def _worded(values: Sequence[str]) -> tuple[str, ...]:
    """Lists of tags as readers would see them; none where they are the steps of addresses.

    >>> _worded(["Tech,Video Games"]), _worded(["weight-loss,Prevention-US"]), _worded(["nutrition"])
    (('Tech,Video Games',), (), ())
    """
    return tuple(value for value in values if _STEP.search(value) is None and not value.islower())


def _last_steps(values: Sequence[str]) -> tuple[str, ...]:
    """What paths in a catalogue of subjects lead to, parts of the site itself left aside.

    >>> _last_steps(["/NEWS/WORLD/REGIONS/Iceland,/NEWS/SPORT"])
    ('Iceland',)
    """
    paths = [path.split("/") for value in values for path in value.split(",") if path.startswith("/")]
    return tuple(path[-1] for path in paths if len(path) > _PARTS_OF_SITE)


def _split_tags(values: Sequence[str], origin: str, own: Sequence[str]) -> tuple[str, ...]:
    """The tags of a source.

    A list has a tag an item, commas and all ("Doe, Jane"); a single text is a list itself, and so are
    keywords however often a page has them.
    """
    lists = origin.endswith("keywords") or len(values) == 1
    parts = [part for value in values for part in _LIST.split(value)] if lists else values
    return tags([tag for part in parts if (tag := part.strip())], own)


def _image(page: Page, head: Head, article: Node) -> list[Candidate]:
    found = [Candidate(*meta)] if (meta := head.first("og:image", "og:image:url", "twitter:image")) else []
    image = article.get("image")
    first = image[0] if isinstance(image, list) and image else image
    if text := text_of(first.get("url") if isinstance(first, dict) else first):
        found.append(Candidate(text, "json-ld"))
    hosts = host_names(page.url or page.canonical_url)
    whole = [Candidate(link, c.origin) for c in found if (link := absolute(page.url, c.value))]
    return [c for c in whole if not is_stand_in(c.value, hosts)][:2]


def _license(head: Head, article: Node) -> list[Candidate]:
    pairs = [(text_of(article.get("license")), "json-ld"), (head.license, "rel=license")]
    pairs += [(value, name) for name in ("dc.rights", "dcterms.license") for value in head.all(name)[:1]]
    return [
        Candidate(value, origin)
        for value, origin in pairs
        if value and _LICENSE.search(value) and not _OTHER_SCHEME.match(value)
    ]


def _dates(page: Page, head: Head, article: Node, locale: Locale) -> tuple[list[Candidate], list[Candidate]]:
    published, modified = [], []
    for name in ("datePublished", "dateCreated", "uploadDate"):
        published += _read_dates([(text_of(article.get(name)), "json-ld")], locale)
    published += _read_dates([(v, name) for name in _PUBLISHED for v in head.all(name)[:1]], locale)
    modified += _read_dates([(text_of(article.get("dateModified")), "json-ld")], locale)
    modified += _read_dates([(v, name) for name in _MODIFIED for v in head.all(name)[:1]], locale)
    own, changed = own_times(head.times)
    published += _read_dates([(t.value or t.text, "time element") for t in own], locale)
    modified += _read_dates([(t.value or t.text, "time element") for t in changed], locale)
    if day := _day_of_url(page.url):
        published.append(Candidate(day, "url"))
    published, modified = with_zone(published, modified), with_zone(modified, published)
    published = in_zone_of_change(published, modified)
    return published, _later_first(modified, published)


def _later_first(modified: list[Candidate], published: Sequence[Candidate]) -> list[Candidate]:
    """Times of change; those later than the page go first where the first is when it was published."""
    if not published or not modified or modified[0].value != published[0].value:
        return modified
    return sorted(modified, key=lambda candidate: not _is_later(candidate.value, published[0].value))


def _is_later(one: str, other: str) -> bool:
    first, second = datetime.fromisoformat(one), datetime.fromisoformat(other)
    if first.tzinfo is None or second.tzinfo is None:
        return one[:10] > other[:10]
    return first > second


def _read_dates(pairs: Iterable[tuple[str | None, str]], locale: Locale) -> list[Candidate]:
    found = []
    for value, origin in pairs:
        stamp = read_iso(value) if value else None
        if value and stamp is None and len(value) <= 120:
            stamp = next((s.value for s in find_stamps(value, locale)), None)
        if stamp:
            found.append(Candidate(stamp, origin))
    return found


def _day_of_url(url: str | None) -> str | None:
    found = _DAY_IN_URL.search(url[:500]) if url else None
    return read_iso(f"{found[1]}-{found[3]}-{found[4]}") if found else None
