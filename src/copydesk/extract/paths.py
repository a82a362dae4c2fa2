"""Where a block stands, told by its path: the tags, ids and classes of the elements around it."""

from __future__ import annotations

import re

_ID = re.compile(r"#[^./]*")
_DIGITS = re.compile(r"\d+")
_NAMES = re.compile(r"[.#][^/]*")
# Bootstrap has pills and tabs of its menus for lists of all sorts. What such a list is in says what it lists.
_PILLS = re.compile(
    r"\.nav(?:-(?:pills|tabs|item|link|fill|justified|stacked|underline))?(?=[./#]|$)", re.IGNORECASE
)
_LISTED = re.compile(r"[.#_-](?:categor(?:y|ies)|tags?|topics?|keywords?)(?=[._/#-]|$)", re.IGNORECASE)
_LISTED_STEPS = 5


def place(path: str) -> str:
    """Where a block stands, by tags and classes alone: ids and numbers tell one block from the next.

    >>> place("body/div#block-17.part-2/p")
    'body/div.part-0/p'
    """
    return _DIGITS.sub("0", _ID.sub("", path) if "#" in path else path)


def tags_of(path: str) -> str:
    """Where a block stands, by tags alone: of cards and entries that software gives classes of their own.

    >>> tags_of("body/div#block-17.tag-harbour/p.lead")
    'body/div/p'
    """
    return _NAMES.sub("", path)


def last_steps(path: str, count: int) -> list[str]:
    """The innermost elements that a path leads to, outermost first.

    >>> last_steps("body/div.lead/p", 2)
    ['div.lead', 'p']
    """
    return path.rsplit("/", count)[-count:]


def path_end(path: str, count: int) -> str:
    """The innermost elements that a path leads to, as a path.

    >>> path_end("body/div.lead/p", 2)
    'div.lead/p'
    """
    return "/".join(last_steps(path, count))


def without_pills(path: str) -> str:
    """A path without the names of Bootstrap's menus, where a list of tags or categories has them.

    >>> without_pills("body/div.entry-tags/ul.nav.nav-pills/li.nav-item/a.nav-link")
    'body/div.entry-tags/ul/li/a'
    >>> without_pills("body/ul.nav.nav-pills/li.nav-item")
    'body/ul.nav.nav-pills/li.nav-item'
    """
    if ".nav" not in path or _LISTED.search(path_end(path, _LISTED_STEPS)) is None:
        return path
    return _PILLS.sub("", path)
