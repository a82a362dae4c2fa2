"""The author a page shows its readers, for pages whose markup says nothing better."""

from __future__ import annotations

from typing import Any

from lxml import etree

from copydesk.extract.byline import Byline, read_byline
from copydesk.extract.dates import Locale
from copydesk.extract.head import text_of
from copydesk.extract.names import is_person, read_names

_CANDIDATES = etree.XPath(
    "//*[self::h1 or self::address or @rel='author' or @itemprop='author' or contains(@class, 'uthor')"
    " or contains(@class, 'yline') or contains(@class, 'creator') or contains(@class, 'writer')"
    " or contains(@data-testid, 'yline') or contains(@data-testid, 'uthor')]"
)
# Parts of a page whose bylines belong to something else.
_ELSEWHERE = (
    "comment",
    "related",
    "teaser",
    "sidebar",
    "footer",
    "recommend",
    "widget",
    "most-read",
    "trending",
)
_MAX_CANDIDATES = 60
_MAX_TEXT = 200


def visible_byline(root: Any, locale: Locale) -> Byline | None:
    """The first byline at or below the page's h1 that names somebody, or None.

    >>> from lxml import html
    >>> page = html.document_fromstring("<h1>Fog</h1><p class='byline'>By Jane Doe</p>")
    >>> visible_byline(page, Locale()).authors
    ('Jane Doe',)
    """
    found: list[tuple[bool, Byline]] = []
    below = False
    candidates: Any = _CANDIDATES(root)
    for element in candidates[:_MAX_CANDIDATES]:
        if element.tag == "h1":
            below = True
            continue
        byline = _read(element, locale)
        if byline is not None and not _is_elsewhere(element):
            found.append((below, byline))
            if below:
                break
    best = [byline for is_below, byline in found if is_below] or [byline for _, byline in found]
    return best[0] if best else None


def _read(element: Any, locale: Locale) -> Byline | None:
    text = text_of(element)
    if not text or len(text) > _MAX_TEXT:
        return None
    byline = read_byline(text, locale)
    if byline.named and not byline.rest:
        return byline
    links = [
        text_of(a) for a in element.iter("a") if "uthor" in a.get("href", "") or a.get("rel") == "author"
    ]
    if element.tag == "a" or element.get("rel") == "author" or element.get("itemprop") == "author":
        links = links or [text]
    names = read_names([link for link in links if len(link) < 60])
    if not all(is_person(name) for name in names.authors):
        return None
    return Byline(names.authors, names.agencies) if names.authors or names.agencies else None


def _is_elsewhere(element: Any) -> bool:
    for parent in (element, *element.iterancestors()):
        if parent.tag in {"aside", "footer", "nav"}:
            return True
        names = f"{parent.get('class', '')} {parent.get('id', '')}".lower()
        if any(word in names for word in _ELSEWHERE) and parent.tag not in {"body", "html", "main"}:
            return True
    return False
