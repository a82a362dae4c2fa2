"""Links that move a reader about the page or its site, and to no other story."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any
from urllib.parse import urljoin, urlsplit

from copydesk.judge.view import View
from copydesk.text import fold, word_count

# "#/harbour" and "#!harbour" are pages of their own, to a script.
_ROUTES = ("/", "!")
_NOWHERE = re.compile(r"#?|javascript:.*", re.IGNORECASE)
# Share of a line's characters in links from which it is one.
LINKED = 0.9
# So many links of so few words each are entries: a headline is longer. One of several may have more words.
_ROW_LINKS = 3
_ROW_WORDS = 5
_LONGER = 0.25
_MEAN_WORDS = 4
# What the links of a line say is no more than so many times what is seen of it.
_MOST_LETTERS = 2
# What stands behind the address of a story in that of one of its parts.
_PART = re.compile(r"/(?:(?:page|seite|pagina|p)[/-]?)?[1-9]\d?/?", re.IGNORECASE)
_PART_QUERY = re.compile(r"(?:page|p|seite|pg|pagina)=\d{1,2}", re.IGNORECASE)
# So many elements above a heading, one may have the heading's id.
_NEAR = 4


def leads_within(view: View, index: int) -> bool:
    """Whether a line has links, and all of them lead to a place of the page itself."""
    if view.pasted:
        return False
    links = links_of(view, index)
    return bool(links) and all(place_of_link(view, link) for link in links)


def leads_nowhere(view: View, index: int) -> bool:
    """Whether a line's links are buttons to a script: they have no address to lead to."""
    links = links_of(view, index)
    return bool(links) and all(_NOWHERE.fullmatch((link.get("href") or "").strip()) for link in links)


def leads_here(view: View, index: int) -> bool:
    """Whether a line's links lead to the page that it is on."""
    links = links_of(view, index)
    return bool(links) and all(_is_here(view, (link.get("href") or "").partition("#")[0]) for link in links)


def leads_to_itself(view: View, index: int) -> bool:
    """Whether a line is a link to its own place, as headings are that others can link to."""
    if view.pasted or not leads_within(view, index):
        return False
    element = view.page.elements[index]
    near = [element, *islice(element.iterancestors(), _NEAR)]
    beside = [one.getprevious() for one in near]
    own = {place_of_link(view, link) for link in links_of(view, index)}
    return not own.isdisjoint(
        name
        for one in (*element.iter(), *near, *beside)
        if one is not None
        for name in (one.get("id"), one.get("name"))
    )


def leads_to_part(view: View, index: int) -> bool:
    """Whether a line is links to another part of the page's own story: its address with a number behind."""
    if view.pasted or view.blocks[index].link_density < LINKED:
        return False
    links = links_of(view, index)
    own = [url for url in (view.page.url, view.page.canonical_url) if url]
    return bool(links) and all(any(is_part(url, link.get("href") or "") for url in own) for link in links)


def is_part(own: str, address: str) -> bool:
    """Whether an address is one with the number of a part behind it.

    >>> own = "https://gazette.example/ferries/7001"
    >>> [is_part(own, way) for way in ("/ferries/7001/2", "?page=3", "/ferries/7002", "/ferries/7001/2031")]
    [True, True, False, False]
    """
    try:
        there, here = urlsplit(urljoin(own, address)), urlsplit(own)
    except ValueError:
        return False
    if there.netloc != here.netloc or there.fragment:
        return False
    path = here.path.rstrip("/")
    if there.path.rstrip("/") == path:
        return there.query != here.query and _PART_QUERY.fullmatch(there.query) is not None
    return there.path.startswith(path) and _PART.fullmatch(there.path[len(path) :]) is not None


def is_entry(view: View, index: int) -> bool:
    """Whether a line is a link in a list, as the line above or below it is: an entry of a menu."""
    if view.pasted or view.blocks[index].link_density < LINKED:
        return False
    lists = [_list_of(view, i) for i in (index - 1, index, index + 1)]
    return lists[1] is not None and (lists[0] is lists[1] or lists[2] is lists[1])


def _list_of(view: View, index: int) -> Any:
    """The list that a line is a link in, or None."""
    if not 0 <= index < len(view.blocks) or view.blocks[index].link_density < LINKED:
        return None
    item = next(islice(view.page.elements[index].iterancestors("li"), 1), None)
    item = view.page.elements[index] if view.page.elements[index].tag == "li" else item
    return None if item is None else item.getparent()


def links_of(view: View, index: int) -> list[Any]:
    """The links in a line's element, or the one that it stands in."""
    element = view.page.elements[index]
    return list(element.iter("a")) or list(islice(element.iterancestors("a"), 1))


def row_of_links(view: View, index: int) -> int:
    """How many links of a few words each a line is made of, as a menu's are; 0 if it is no such row."""
    if view.pasted or view.blocks[index].link_density < LINKED:
        return 0
    texts = [text for link in links_of(view, index) if (text := fold("".join(link.itertext())))]
    # An element may hold blocks besides the line, with links of theirs; what is hidden in a link is little.
    if len(texts) < _ROW_LINKS or _letters(*texts) > _MOST_LETTERS * _letters(view.blocks[index].text):
        return 0
    words = [word_count(text) for text in texts]
    longer = sum(count > _ROW_WORDS for count in words)
    return len(words) if longer <= _LONGER * len(words) and sum(words) <= _MEAN_WORDS * len(words) else 0


def _letters(*texts: str) -> int:
    """How many characters some texts have, without spaces."""
    return sum(len(part) for text in texts for part in text.split())


def place_of_link(view: View, link: Any) -> str:
    """The id of the page's own element that a link leads to, or nothing."""
    before, _, place = (link.get("href") or "").strip().partition("#")
    if not place or place.startswith(_ROUTES):
        return ""
    return place if not before or _is_here(view, before) else ""


def _is_here(view: View, address: str) -> bool:
    """Whether an address is the page's own."""
    try:
        there = urlsplit(address)
        own = [urlsplit(url) for url in (view.page.url, view.page.canonical_url) if url]
    except ValueError:
        return False
    return any(there.path == url.path and there.netloc in ("", url.netloc) for url in own)
