"""Blocks of the story that a reading lost: told by their place among those it has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from copydesk.model import Block, Kind

# Blocks of one place belong together: when a reading has so many of them, and so much of their text, it
# has lost the others. Shares from 0.1 to 0.5 gain on both halves of the labelled sites.
_COUNT = 3
_SHARE = 0.35
# Text with more of it in links than this leads elsewhere; a heading may link to its own section.
_LINKS = 0.3
_HEADING_LINKS = 0.5
# A paragraph of the story that is marked up otherwise than its fellows: a first one with a drop cap.
# Shorter ones in such places are as often labels, notes and calls.
_PROSE_CHARACTERS = 200

_ID = re.compile(r"#[^./]*")
_DIGITS = re.compile(r"\d+")


def restore(blocks: Sequence[Block], chosen: Sequence[bool]) -> list[bool]:
    """A reading, with the blocks it lost in places it has otherwise, and the headings and lists between."""
    return _between(blocks, _same_place(blocks, chosen))


def place(path: str) -> str:
    """Where a block stands, by tags and classes alone: ids and numbers tell one block from the next.

    >>> place("body/div#block-17.part-2/p")
    'body/div.part-0/p'
    """
    return _DIGITS.sub("0", _ID.sub("", path) if "#" in path else path)


def _same_place(blocks: Sequence[Block], chosen: Sequence[bool]) -> list[bool]:
    places: dict[str, str] = {}
    for block in blocks:
        if block.path not in places:
            places[block.path] = place(block.path)
    size, size_in, count_in = Counter[str](), Counter[str](), Counter[str]()
    for block, yes in zip(blocks, chosen, strict=True):
        if not block.hidden:
            here = places[block.path]
            size[here] += len(block.text)
            size_in[here] += len(block.text) * yes
            count_in[here] += yes
    good = {at for at, n in count_in.items() if n >= _COUNT and size_in[at] >= _SHARE * size[at]}
    return [
        yes or (places[b.path] in good and not b.hidden and b.link_density <= _LINKS)
        for b, yes in zip(blocks, chosen, strict=True)
    ]


def _between(blocks: Sequence[Block], chosen: Sequence[bool]) -> list[bool]:
    """Headings, lists and long paragraphs beside what was read, from its first block to its last."""
    seen = [i for i, block in enumerate(blocks) if not block.hidden]
    read = [i for i in seen if chosen[i]]
    out = list(chosen)
    if not read:
        return out
    beside = Counter(_parent(blocks[i].path) for i in read)
    headings = Counter(place(blocks[i].path) for i in read if blocks[i].kind is Kind.HEADING)
    for before, i, behind in zip([-1, *seen], seen, [*seen[1:], -1], strict=False):
        block = blocks[i]
        if chosen[i] or not read[0] < i < read[-1]:
            continue
        parent = _parent(block.path)
        if block.kind is Kind.HEADING:
            among = beside[parent] >= _COUNT or (chosen[before] and chosen[behind])
            linked = _HEADING_LINKS if headings[place(block.path)] < _COUNT else 1.0
            out[i] = among and block.link_density <= linked
        elif block.kind is Kind.LIST_ITEM:
            near = max(beside[parent], beside[_parent(parent)])
            out[i] = near >= _COUNT and block.link_density <= _LINKS
        elif block.kind is Kind.PARAGRAPH and len(block.text) >= _PROSE_CHARACTERS:
            among = beside[parent] >= _COUNT or (block.path == _parent(blocks[before].path))
            out[i] = among and chosen[before] and chosen[behind] and block.link_density <= _HEADING_LINKS
    return out


def _parent(path: str) -> str:
    return path.rpartition("/")[0]
