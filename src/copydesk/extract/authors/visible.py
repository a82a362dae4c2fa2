"""The author a page shows its readers, for pages whose markup says nothing better."""

from __future__ import annotations

from itertools import islice
from typing import Any

from lxml import etree

from copydesk.extract.authors.byline import Byline, read_byline
from copydesk.extract.authors.microdata import is_others
from copydesk.extract.authors.names import is_person, read_names, without_other_work
from copydesk.extract.dates.dates import Locale
from copydesk.extract.head import text_of

# What of a class or a test's name speaks of authors, without the first letter, which may be a capital.
_CLASSES = ("uthor", "yline", "creator", "writer")
_TESTED = ("uthor", "yline")
# What of a class says that it holds what is told of somebody.
_TOLD = ("author-desc", "author_desc", "author-bio", "author_bio")
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
# What such an author's provenance is called.
VISIBLE = "visible byline"
_MAX_CANDIDATES = 60
# So many elements above a name, one may be the caption of a picture.
_CAPTION_LEVELS = 3
_MAX_TEXT = 200
_LONGEST_NAME = 60
_BOXES = frozenset(
    ("div", "p", "li", "ul", "ol", "br", "time", "section", "header", "address", "h2", "h3", "h4")
)


def visible_byline(root: Any, locale: Locale) -> Byline | None:
    """The first byline at or below the page's h1 that names somebody, or None.

    >>> from lxml import html
    >>> page = html.document_fromstring("<h1>Fog</h1><p class='byline'>By Jane Doe</p>")
    >>> visible_byline(page, Locale()).authors
    ('Jane Doe',)
    """
    found: list[tuple[bool, Byline]] = []
    below = False
    # Found as they are asked for: a byline stands near the top of most pages.
    for element in islice(filter(_is_candidate, root.iter("*")), _MAX_CANDIDATES):
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


def _is_candidate(element: Any) -> bool:
    """Whether an element is a headline, or named as bylines are."""
    get = element.get
    if (classes := get("class")) is not None and any(name in classes for name in _CLASSES):
        return not any(told in classes.lower() for told in _TOLD)
    if element.tag in {"h1", "address"} or get("rel") == "author" or get("itemprop") == "author":
        return True
    return (tested := get("data-testid")) is not None and any(name in tested for name in _TESTED)


def _read(element: Any, locale: Locale) -> Byline | None:
    text = _row(element)
    if not text or len(text) > _MAX_TEXT:
        return None
    # Who reviewed or edited is told behind who wrote it.
    own = without_other_work(text)
    leaves = [part for leaf in element.iter() if len(leaf) == 0 and (part := text_of(leaf)) and part in own]
    if len(leaves) > (own == text) and all(map(is_person, leaves)):
        return Byline(tuple(dict.fromkeys(leaves)))
    byline = read_byline(text, locale)
    if byline.named and not byline.rest:
        return byline
    parts = [part for part in _parts(element, text) if len(part) < _LONGEST_NAME]
    names = read_names([part for part in parts if part in own] or parts)
    if not names.authors or not all(map(is_person, names.authors)):
        return None
    return Byline(names.authors, names.agencies)


def _row(element: Any) -> str:
    """The text of an element, its boxes set apart by bars: what stands on two lines is not one name."""
    parts: list[str] = []
    size = 0
    for event, node in etree.iterwalk(element, events=("start", "end")):
        text = (node.text if event == "start" else node.tail if node is not element else None) or ""
        parts.append(f" | {text}" if node.tag in _BOXES else text)
        size += len(text)
        if size > 2 * _MAX_TEXT:
            break
    return " ".join("".join(parts).split()).strip(" |")


def _parts(element: Any, text: str) -> list[str]:
    """The names of an element: its links to authors, else its text if its markup calls it one."""
    links = [a for a in element.iter("a") if "uthor" in a.get("href", "") or a.get("rel") == "author"]
    named = element.tag == "a" or "author" in (element.get("rel"), element.get("itemprop"))
    return [text_of(a) for a in links] or ([text] if named else [])


def _is_elsewhere(element: Any) -> bool:
    if _takes_pictures(element):
        return True
    for parent in (element, *element.iterancestors()):
        if parent.tag in {"aside", "footer", "nav"} or is_others(parent):
            return True
        names = f"{parent.get('class', '')} {parent.get('id', '')}".lower()
        if any(word in names for word in _ELSEWHERE) and parent.tag not in {"body", "html", "main"}:
            return True
    return False


def _takes_pictures(element: Any) -> bool:
    """Whether the author of an element is that of a picture: in its caption, unless it shows the author.

    >>> from lxml import html
    >>> page = "<figure%s><figcaption><i class='author'>Jane Doe</i></figcaption></figure>"
    >>> [_takes_pictures(next(html.fragment_fromstring(page % a).iter("i"))) for a in ("", " class='author'")]
    [True, False]
    """
    for box in (element, *islice(element.iterancestors(), _CAPTION_LEVELS)):
        if box.tag == "figcaption":
            figure = next(box.iterancestors("figure"), box)
            return not any(name in figure.get("class", "") for name in _CLASSES)
        if "caption" in box.get("class", "").lower():
            return True
    return False
