"""What elements are not called for themselves: what they are a part of, and what a post is filed under."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

# "Teaser_meta__x1", "teaser__meta": a part of what is called "Teaser", by two customs of naming.
_COMPONENT: Final = re.compile(r"(?<=\.)[A-Za-z][A-Za-z\d-]*(?=_)")
# WordPress puts the subjects and sections of a post into the names of its card.
_FILED: Final = re.compile(r"\.(?:tag|category)-[^.#]*")
_POST: Final = re.compile(r"\.(?:hentry|type-post|category-[^.#]*)(?![^.#])")


def parts_of(holder: str, steps: Sequence[str]) -> list[str]:
    """Some elements without the name of the component that the element around them is of.

    What holds the page's own headline is no teaser, whatever it is called, and nor are its parts.

    >>> parts_of("header.Teaser_box__x1", ["div.Teaser_meta__x2", "div.share"])
    ['div._meta__x2', 'div.share']
    """
    own = set(_COMPONENT.findall(holder.replace("#", ".")))
    return [_COMPONENT.sub(lambda found: "" if found[0] in own else found[0], step) for step in steps]


def unfiled(step: str) -> str:
    """An element's names without the subjects and sections that a post is filed under.

    >>> unfiled("article.post-7.hentry.category-news.tag-harbour"), unfiled("ul.tag-list")
    ('article.post-7.hentry', 'ul.tag-list')
    """
    if ".tag-" not in step or _POST.search(step) is None:
        return step
    return _FILED.sub("", step)
