"""The section by the category printed at the head of a story: a link or a badge that is called one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, Final

from copydesk.extract.address import steps_of
from copydesk.extract.facts import Chosen
from copydesk.extract.head import text_of
from copydesk.model import Block, Kind, Page

# A category stands so close above the headline, or below it before the story, in blocks.
_ABOVE: Final = 3
_BELOW: Final = 12
# An element and so many around it are asked for their names.
_AROUND: Final = 3
# What holds more text than this is more than a row of categories.
_LONGEST_ROW: Final = 160
_LONGEST_HEAD: Final = 240
_MOST_ELEMENTS: Final = 12
_CATEGORY: Final = re.compile(
    r"(?<![a-z])(?:categor(?:y|ies)|rubri(?:k|c|que)s?|topics?|badge)(?![a-z])"
    r"|(?<![a-z])categor(?:y|ies)(?=[A-Z]|info|links?)",
)
_IN_ADDRESS: Final = re.compile(r"(?:[a-z]+-)?(?:category|categories|rubrik|rubrique|kategorie|categoria)")
# Boxes of other things that have such names, and those around a whole story.
_OTHERS: Final = re.compile(
    r"menu|nav(?![a-z])|author|byline|breadcrumb|share|social|related|sidebar|widget|sort|filter|hentry|(?<![\w-])post-\d",
    re.IGNORECASE,
)
# Bootstrap's pills and tabs of menus, which list all sorts of things.
_PILLS: Final = frozenset({"nav", "nav-pills", "nav-tabs", "nav-item", "nav-link"})
_SIGN: Final = re.compile(r"\d|[…:?!#@№]|\.\.")
_LEAVES: Final = frozenset({"a", "span", "div", "p", "li", "strong"})


def printed_categories(page: Page, blocks: Sequence[Block], body: Sequence[Block]) -> Iterator[Chosen]:
    """What the head of a story says in links and badges that are called categories, in page order."""
    title = next((block.index for block in blocks if block.kind is Kind.TITLE), None)
    opening = next((block.index for block in body if block.kind is Kind.PARAGRAPH), None)
    if title is None or opening is None:
        return
    head = _head(page.elements[title]) if title < len(page.elements) else None
    for block in blocks[max(0, title - _ABOVE) : min(opening, title + _BELOW)]:
        if block.index == title or block.index >= len(page.elements) or block.hidden:
            continue
        own = block.index > title or any(x is head for x in page.elements[block.index].iterancestors())
        for element in _leaves(page.elements[block.index]):
            if (sign := _sign_of(element, own=own)) and not _SIGN.search(name := text_of(element)):
                yield Chosen((name,), f"block {block.index}: {sign}")


def _head(title: Any) -> Any:
    """The element around a headline that has what belongs to it, and no more."""
    around = title
    for each in islice(title.iterancestors(), _AROUND):
        if len(text_of(each)) > len(text_of(title)) + _LONGEST_HEAD:
            break
        around = each
    return around


def _leaves(element: Any) -> Iterator[Any]:
    """Links, that around the element among them, and what else holds text alone, outside of links."""
    if (link := _link_around(element)) is not None:
        yield link
        return
    for each in islice((e for e in element.iter() if e.tag in _LEAVES), _MOST_ELEMENTS):
        if each.tag == "a" or (len(each) == 0 and _link_around(each) is None):
            yield each


def _link_around(element: Any) -> Any:
    return next((around for around in islice(element.iterancestors(), _AROUND) if around.tag == "a"), None)


def _sign_of(element: Any, *, own: bool) -> str:
    """What says that an element names a category: its relation, its address or the names around it.

    Where it is not the story's `own`, above the headline, links to categories may be a menu.
    """
    around = [element, *islice(element.iterancestors(), _AROUND)]
    called = any(_CATEGORY.search(each.get("class") or "") for each in around)
    if any(_is_others(each, called=called) for each in around[:-1]):
        return ""
    if "category" in (element.get("rel") or "").split():
        return "link to a category"
    if own and element.tag == "a" and _leads_to_category(element.get("href") or ""):
        return "link to a category"
    for each in around[:-1]:
        if len(text_of(each)) > _LONGEST_ROW:
            break
        if hit := _CATEGORY.search(each.get("class") or ""):
            return f"markup named '{hit[0]}'"
    return ""


def _is_others(element: Any, *, called: bool) -> bool:
    """Whether an element is of a box of other things, by its names, which a list of categories may have."""
    names = (element.get("class") or "").split()
    own = [name for name in names if not (called and name.lower() in _PILLS)]
    return element.tag in {"nav", "aside"} or _OTHERS.search(" ".join(own)) is not None


def _leads_to_category(href: str) -> bool:
    steps = steps_of(href)
    return any(_IN_ADDRESS.fullmatch(step) for step in steps[:-1] if step != steps[-1])
