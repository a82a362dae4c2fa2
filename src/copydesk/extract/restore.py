"""Blocks of the story that a reading lost: told by their place among those it has."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby, pairwise

from copydesk.extract.parts import with_parts
from copydesk.extract.paths import place
from copydesk.model import Block, Kind, Page

# Blocks of one place belong together: when a reading has so many of them, and so much of their text, it
# has lost the others. Shares from 0.1 to 0.5 gain on both halves of the labelled sites.
_COUNT = 3
_SHARE = 0.35
# Text with more of it in links than this leads elsewhere; a heading may link to its own section.
_LINKS = 0.3
_HEADING_LINKS = 0.5
_SENTENCE_LINKS = 0.8
_FULL_STOPS = (".", ".”", '."', ".»", "!”", '!"', "?”", '?"')
# A paragraph of the story that is marked up otherwise than its fellows: a first one with a drop cap.
# Shorter ones in such places are as often labels, notes and calls.
_PROSE_CHARACTERS = 200

# How a quoted post is signed, below it, and how long a line is at most that says who spoke.
_SIGNED = ("— ", "– ", "― ", "- ")
_SPEAKER_WORDS = 12
# A line of a list that is a link, as lists of winners have them: names, and few words of them.
_NAME_WORDS = 6
_SHORT_WORDS = 8
_BESIDE, _REACH = 2, 4
# A paragraph of so many pieces at most is whole where half of it is read.
_PIECES, _HALF = 6, 0.5
_ENDS = (".", "!", "?", ":", "…", "”", '"', "»")
# Elements within a line: they tell no place.
_INLINE = re.compile(r"(?:a|b|em|i|span|strong)(?![^.#])")


def restore(blocks: Sequence[Block], chosen: Sequence[bool]) -> list[bool]:
    """A reading, with the blocks it lost in places it has otherwise, and the headings and lists between."""
    return with_parts(blocks, _between(blocks, _same_place(blocks, chosen)))


def whole_paragraphs(page: Page, chosen: Sequence[bool]) -> list[bool]:
    """A reading in which a paragraph that breaks part in several blocks is read whole, or not."""
    out = list(chosen)
    for _, pieces in groupby(range(len(page.elements)), key=lambda i: id(page.elements[i])):
        run = [i for i in pieces if not page.blocks[i].hidden]
        if not 1 < len(run) <= _PIECES or page.elements[run[0]].tag != "p":
            continue
        size = sum(len(page.blocks[i].text) for i in run)
        if sum(len(page.blocks[i].text) for i in run if chosen[i]) >= _HALF * size:
            for i in run:
                out[i] = out[i] or (
                    page.blocks[i].text.endswith(_ENDS) and page.blocks[i].link_density <= _LINKS
                )
    return out


def _places(blocks: Sequence[Block]) -> dict[str, str]:
    """The place of every path of a page, each step of which is made once: pages have few of them."""
    steps: dict[str, str] = {}
    places: dict[str, str] = {}
    for path in {block.path for block in blocks}:
        parts = path.split("/")
        for step in parts:
            if step not in steps:
                steps[step] = place(step)
        places[path] = "/".join([steps[step] for step in parts])
    return places


def _same_place(blocks: Sequence[Block], chosen: Sequence[bool]) -> list[bool]:
    places = _places(blocks)
    size, size_in, count_in = Counter[str](), Counter[str](), Counter[str]()
    for block, yes in zip(blocks, chosen, strict=True):
        if not block.hidden:
            here = places[block.path]
            size[here] += len(block.text)
            size_in[here] += len(block.text) * yes
            count_in[here] += yes
    good = {at for at, n in count_in.items() if n >= _COUNT and size_in[at] >= _SHARE * size[at]}
    out = [
        yes or (places[b.path] in good and not b.hidden and b.link_density <= _LINKS)
        for b, yes in zip(blocks, chosen, strict=True)
    ]
    return _with_opening(blocks, out, lambda path: places[path] in good)


def _with_opening(blocks: Sequence[Block], chosen: list[bool], is_good: Callable[[str], bool]) -> list[bool]:
    """The first paragraph with those read, though names in it lead elsewhere: a sentence right above them."""
    seen = (i for i, block in enumerate(blocks) if not block.hidden)
    above, first = next(((a, b) for a, b in pairwise(seen) if chosen[b]), (-1, -1))
    if above >= 0 and blocks[above].path == blocks[first].path and is_good(blocks[above].path):
        block = blocks[above]
        chosen[above] |= block.text.endswith(_FULL_STOPS) and block.link_density <= _SENTENCE_LINKS
    prose = next((i for i, yes in enumerate(chosen) if yes and is_good(blocks[i].path)), 0)
    if prose and _is_outside_wall(blocks[prose - 1], blocks[prose]):
        chosen[prose - 1] = True
    return chosen


def _is_outside_wall(above: Block, first: Block) -> bool:
    """Whether a long paragraph is of one sort with the first one read, which an element more stands around.

    So pages have it that put all but the first paragraph behind a wall.
    """
    outer, _, step = above.path.rpartition("/")
    inner, _, fellow = first.path.rpartition("/")
    long = len(above.text) >= _PROSE_CHARACTERS and above.text.endswith(_FULL_STOPS)
    plain = above.kind is Kind.PARAGRAPH and not above.hidden and above.link_density <= _LINKS
    return long and plain and step == fellow and inner.rpartition("/")[0] == outer


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
            linked = 1.0 if _is_one_of_list(blocks, chosen, before, i, behind) else _LINKS
            out[i] = near >= _COUNT and block.link_density <= linked
        else:
            among = beside[parent] >= _COUNT or block.path == _parent(blocks[before].path)
            out[i] = _belongs(blocks, chosen, (before, i, behind), among) or _is_short_among_short(
                blocks, chosen, seen, i
            )
    return out


def _belongs(
    blocks: Sequence[Block], chosen: Sequence[bool], around: tuple[int, int, int], among: bool
) -> bool:
    """Whether a line goes with the ones it stands between: by its kind, and by what they are."""
    before, i, behind = around
    block, within = blocks[i], chosen[before] and chosen[behind]
    if block.kind is Kind.TABLE:
        return within and _heads_table(blocks[before], block, blocks[behind])
    if chosen[before] and _is_speaker(blocks[before], block):
        return True
    long = block.kind is Kind.PARAGRAPH and len(block.text) >= _PROSE_CHARACTERS
    return long and among and within and block.link_density <= _HEADING_LINKS


def _heads_table(above: Block, block: Block, below: Block) -> bool:
    """Whether a row is the first of its table, with the names of its columns."""
    table = block.path.rpartition("/table")[0]
    first = table != above.path.rpartition("/table")[0]
    # The cells of the next row may be paragraphs of their own.
    goes_on = table == below.path.rpartition("/table")[0]
    return first and goes_on and " " in block.text


def _is_speaker(quote: Block, block: Block) -> bool:
    """Whether a line below a quotation says who said it: with a dash, or short and in the quotation's box."""
    if quote.kind is not Kind.QUOTE or block.kind not in (Kind.QUOTE, Kind.PARAGRAPH):
        return False
    if block.kind is Kind.QUOTE and block.text.startswith(_SIGNED):
        return True
    outer = _parent(_bare(quote.path))
    near = {outer} if block.kind is Kind.QUOTE else {outer, _parent(outer)}
    short = len(block.text.split()) <= _SPEAKER_WORDS and not block.text.endswith(_ENDS)
    return short and block.link_density <= _HEADING_LINKS and _parent(_bare(block.path)) in near


def _is_one_of_list(blocks: Sequence[Block], chosen: Sequence[bool], *around: int) -> bool:
    """Whether the items above and below an item are read, of the same list, and one of them is no link."""
    before, _, behind = around
    items = all(blocks[i].kind is Kind.LIST_ITEM for i in around)
    if not (items and chosen[before] and chosen[behind] and _has_plain(blocks, around)):
        return False
    return len({place(_parent(_bare(blocks[i].path))) for i in around}) == 1


def _has_plain(blocks: Sequence[Block], around: Iterable[int]) -> bool:
    """Whether a line among others is no link: where all are, they may lead elsewhere."""
    return any(blocks[i].link_density <= _LINKS for i in around)


def _is_short_among_short(
    blocks: Sequence[Block], chosen: Sequence[bool], seen: Sequence[int], index: int
) -> bool:
    """Whether a line is a link between short lines that are read: a name in a list without bullets."""
    block = blocks[index]
    if block.kind is not Kind.PARAGRAPH or block.link_density < 1:
        return False
    if len(block.text.split()) > _NAME_WORDS or block.text.endswith(_ENDS):
        return False
    outer = _bare(block.path)
    at = bisect_left(seen, index)
    fellows = [_fellow(blocks, seen, at, step, outer) for step in (-1, 1)]
    read = [i for i in fellows if i is not None and chosen[i]]
    short = sum(
        len(blocks[i].text.split()) <= _SHORT_WORDS
        and not blocks[i].text.endswith(_ENDS)
        and blocks[i].kind is Kind.PARAGRAPH
        for i in read
    )
    # A link above the next heading is as often a button.
    headed = any(blocks[i].kind is Kind.HEADING and i < index for i in read)
    return short + headed == _BESIDE and _has_plain(blocks, read)


def _fellow(blocks: Sequence[Block], seen: Sequence[int], at: int, step: int, outer: str) -> int | None:
    """The nearest block above or below that is a line of the same place, or a heading."""
    for other in range(at + step, at + step * (_REACH + 1), step):
        if not 0 <= other < len(seen):
            return None
        block = blocks[seen[other]]
        if _bare(block.path) == outer or block.kind is Kind.HEADING:
            return seen[other]
    return None


def _bare(path: str) -> str:
    """A path without the elements within a line.

    >>> _bare("body/div.a/p/a.name/span")
    'body/div.a/p'
    """
    outer, slash, step = path.rpartition("/")
    while slash and _INLINE.match(step):
        path = outer
        outer, slash, step = path.rpartition("/")
    return path


def _parent(path: str) -> str:
    return path.rpartition("/")[0]
