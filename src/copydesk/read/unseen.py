"""Text that a reader of the page never sees: which elements say so, and when not to believe them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from copydesk.model import Block
from copydesk.read.css_hiding import hiding_style
from copydesk.read.tags import FALLBACK, names

# Names that style sheets by custom give to text for screen readers alone. The plain name `hidden` is
# not here: scripts take it off again when the page is shown.
_CLASSES = names(
    """sr-only sr_only visually-hidden visuallyhidden screen-reader-text screen-reader-only screenreader
    a11y-hidden u-hidden-visually is-visually-hidden show-for-sr element-invisible assistive-text
    offscreen"""
)
# Cards that open over a word while a pointer rests on it. What they are opened from has other names.
_POPUP = re.compile(
    r"(?<![a-z])(?:tool-?tip|hover-?card|pop-?over|roll-?over(?:-[a-z]{1,20})?)"
    r"[_-]{0,2}(?:content|block|card|text|inner|body|bubble|box)(?![a-z])",
    re.IGNORECASE,
)
# The attributes that may hide: of the many that elements have, most are none of these.
_MAY_HIDE = names("class style hidden aria-hidden role")
# Hidden text that holds this share of the page's prose is the article itself, waiting for a script or
# behind an open dialog.
_NEARLY_ALL = 0.6
# What counts as prose: characters enough for a sentence, not a link.
_PROSE_CHARACTERS = 60
_PROSE_LINKS = 0.5


def hiding(element: Any, tag: str) -> str | None:
    """How an element hides its text, or None.

    >>> from lxml import html
    >>> hiding(html.fromstring("<p style='display: none'>b</p>"), "p")
    'display:none'
    """
    if tag in FALLBACK:
        return f"<{tag}>"
    for name, value in element.items():
        if name not in _MAY_HIDE:
            continue
        if name == "class":
            if (hit := _by_class(value)) is not None:
                return hit
        elif name == "style":
            if (hit := hiding_style(value)) is not None and not _fades_in(element, hit):
                return hit
        elif name == "hidden" or (name == "aria-hidden" and value == "true" and not _is_shown(element)):
            return str(name)
        elif name == "role" and value == "tooltip":
            return "popup"
    return "<dialog>" if tag == "dialog" and element.get("open") is None else None


def _fades_in(element: Any, hit: str) -> bool:
    """Whether it is transparent until it is scrolled to: page builders give such elements an id of theirs."""
    return hit.startswith("opacity") and element.get("data-w-id") is not None


def _is_shown(element: Any) -> bool:
    """Whether it is a caption that is kept from screen readers, which have the image's text instead."""
    parent = element.getparent()
    return parent is not None and "figcaption" in (element.tag, parent.tag)


def _by_class(value: str) -> str | None:
    names = value.split()
    if _CLASSES.isdisjoint(names):
        # The cheap test first: every element of a page comes by here.
        found = _POPUP.search(value) if "over" in value or "tip" in value else None
        return f"popup {found[0]}" if found else None
    return "class " + next(name for name in names if name in _CLASSES)


def disbelieved(blocks: Sequence[Block]) -> frozenset[str]:
    """The ways of hiding that would leave the page next to no prose: not to be believed.

    >>> from copydesk.model import Kind
    >>> prose = "A sentence that is long enough to be a part of any news story there is."
    >>> disbelieved([Block(0, Kind.PARAGRAPH, prose, hidden="aria-hidden")])
    frozenset({'aria-hidden'})
    """
    by_way = Counter[str]()
    total = 0
    for block in blocks:
        if len(block.text) >= _PROSE_CHARACTERS and block.link_density < _PROSE_LINKS:
            total += len(block.text)
            if block.hidden:
                by_way[block.hidden] += len(block.text)
    return frozenset(way for way, size in by_way.items() if size > _NEARLY_ALL * total)


def reveal(hidden: Mapping[Any, str], ways: frozenset[str]) -> None:
    """Take marks that are not believed off the tree, so that later readings see the text."""
    for element, way in hidden.items():
        if way not in ways:
            continue
        for name in ("hidden", "aria-hidden", "style"):
            element.attrib.pop(name, None)
        if way.startswith("<"):
            element.tag = "div"
