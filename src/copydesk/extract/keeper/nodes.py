"""The elements that hold the blocks, as flat columns: parents before children, all else by number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from copydesk.extract.keeper.vocabulary import name_bits
from copydesk.model import Page
from copydesk.read.tags import BLOCK

Ints = NDArray[np.int64]

# Elements that mean something wherever above a block they stand.
ABOVE = (
    "article",
    "main",
    "header",
    "footer",
    "aside",
    "nav",
    "form",
    "figure",
    "figcaption",
    "ul",
    "table",
    "blockquote",
    "section",
    "button",
)
_ABOVE_BIT = {tag: 1 << i for i, tag in enumerate(ABOVE)}
_ATTRIBUTES = ("class", "id", "itemprop", "data-testid", "data-component", "role")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Nodes:
    """The elements above the blocks. Row 0 is the root; `up[i] < i` is the row of the parent.

    `own[b]` is the row of block b's nearest element that makes a block. `sign` numbers the pairs of an
    element's and its parent's tag and class: paragraphs of one story share it. `names` are the word lists
    its attributes hit, `far` those of all elements above, `above` the tags above (bits of ABOVE).
    `copies` counts the siblings of the same tag and class. `named` are the attributes that name an element.
    """

    own: Ints
    up: Ints
    tags: tuple[str, ...]
    named: tuple[str, ...]
    sign: Ints
    names: Ints
    far: Ints
    above: Ints
    depth: Ints
    copies: Ints


def nodes_of(page: Page) -> Nodes:
    """The elements above the blocks of a marked-up page."""
    elements: list[Any] = []
    rows: dict[Any, int] = {}
    up: list[int] = []
    own = [_row(element, rows, elements, up) for element in page.elements]
    tags = tuple(e.tag for e in elements)
    own = [_block_level(row, tags, up) for row in own]
    classes, named = _names_of(elements)
    return _columns(own, up, tags, classes, named)


def _row(element: Any, rows: dict[Any, int], elements: list[Any], up: list[int]) -> int:
    """The row of an element; it and the elements above it are added as need be."""
    chain = []
    while element is not None and element not in rows:
        chain.append(element)
        element = element.getparent()
    row = -1 if element is None else rows[element]
    for new in reversed(chain):
        up.append(row)
        row = rows[new] = len(elements)
        elements.append(new)
    return row


def _block_level(row: int, tags: tuple[str, ...], up: list[int]) -> int:
    while up[row] >= 0 and tags[row] not in BLOCK:
        row = up[row]
    return row


def _names_of(elements: list[Any]) -> tuple[list[str], list[str]]:
    """The class of each element, and all its attributes that name it."""
    classes, named = [], []
    for element in elements:
        # All attributes at once: to ask for seven of them one by one takes longer.
        attributes = dict(element.items())
        classes.append(attributes.get("class", ""))
        values = [value[:_LONGEST] for name in _ATTRIBUTES if (value := attributes.get(name))]
        named.append(" ".join(values))
    return classes, named


def _numbered(values: Iterable[Hashable]) -> list[int]:
    """Each value as a number, in the order in which the values first occur."""
    numbers: dict[Hashable, int] = {}
    return [numbers.setdefault(value, len(numbers)) for value in values]


def _columns(
    own: list[int], up: list[int], tags: tuple[str, ...], classes: list[str], named: list[str]
) -> Nodes:
    looks = _numbered(zip(tags, classes, strict=True))
    sign = _numbered((look, looks[row] if row >= 0 else -1) for look, row in zip(looks, up, strict=True))
    beside = list(zip(up, looks, strict=True))
    copies = Counter(beside)
    names = _name_bits(tags, named)
    far, above, depth = _inherited(up, tags, names)
    return Nodes(
        np.array(own, np.int64),
        np.maximum(0, np.array(up, np.int64)),
        tags,
        tuple(named),
        *(np.array(c, np.int64) for c in (sign, names, far, above, depth, [copies[each] for each in beside])),
    )


def _name_bits(tags: tuple[str, ...], named: list[str]) -> list[int]:
    """Which lists the names of each element are in; those of the body speak of the whole page."""
    parts: dict[str, int] = {}
    whole = {text: name_bits(text, parts) for text in dict.fromkeys(named)}
    return [0 if tag in {"body", "html"} else whole[text] for tag, text in zip(tags, named, strict=True)]


def _inherited(
    up: list[int], tags: tuple[str, ...], names: list[int]
) -> tuple[list[int], list[int], list[int]]:
    """What each element has from those above it: the lists of their names, their tags, their number."""
    count = len(up)
    far, above, depth = [0] * count, [0] * count, [0] * count
    for i, parent in enumerate(up):
        if parent >= 0:
            far[i] = far[parent] | names[parent]
            above[i] = above[parent] | _ABOVE_BIT.get(tags[i], 0)
            depth[i] = depth[parent] + 1
    return far, above, depth
