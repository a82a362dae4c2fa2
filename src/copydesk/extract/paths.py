"""Where a block stands, told by its path: the tags, ids and classes of the elements around it."""

from __future__ import annotations

import re

_ID = re.compile(r"#[^./]*")
_DIGITS = re.compile(r"\d+")
_NAMES = re.compile(r"[.#][^/]*")


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
