"""The elements that hold the blocks, as flat columns: parents before children, all else by number."""

from __future__ import annotations

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
    classes = [e.get("class") or "" for e in elements]
    return _columns(own, up, tags, classes, [_named(e) for e in elements])


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


def _named(element: Any) -> str:
    get = element.get
    return " ".join(value[:_LONGEST] for name in _ATTRIBUTES if (value := get(name)))


def _columns(
    own: list[int], up: list[int], tags: tuple[str, ...], classes: list[str], named: list[str]
) -> Nodes:
    count = len(up)
    names, far, above, depth, sign = [0] * count, [0] * count, [0] * count, [0] * count, [0] * count
    kinds: dict[tuple[Any, ...], int] = {}
    siblings: dict[tuple[int, str, str], int] = {}
    parts: dict[str, int] = {}
    whole: dict[str, int] = {}
    for i in range(count):
        tag, cls, parent = tags[i], classes[i], up[i]
        if text := named[i]:
            if text not in whole:
                whole[text] = name_bits(text, parts)
            names[i] = whole[text] if tag not in {"body", "html"} else 0
        here = (parent, tag, cls)
        siblings[here] = siblings.get(here, 0) + 1
        if parent >= 0:
            far[i] = far[parent] | names[parent]
            above[i] = above[parent] | _ABOVE_BIT.get(tag, 0)
            depth[i] = depth[parent] + 1
            kind: tuple[Any, ...] = (tag, cls, tags[parent], classes[parent])
        else:
            kind = (tag, cls)
        sign[i] = kinds.setdefault(kind, len(kinds))
    copies = [siblings[up[i], tags[i], classes[i]] for i in range(count)]
    return Nodes(
        np.array(own, np.int64),
        np.maximum(0, np.array(up, np.int64)),
        tags,
        tuple(named),
        *(np.array(c, np.int64) for c in (sign, names, far, above, depth, copies)),
    )
