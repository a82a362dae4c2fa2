"""The main content of a page: an extractor's readings, found again among the blocks, and the last word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from typing import Any

from copydesk.extract.mapping import align, reading_lines
from copydesk.judge.view import View
from copydesk.model import Block, Page, Reason, Verdict, dropped, kept

_STAGE = "extract"
# What is prose: characters of more than a line, few of them in links. The measure of a reading.
_PROSE_CHARACTERS = 80
_PROSE_LINKS = 0.4
# A precise reading that has this share of the page's prose is taken as it is; four pages in five of the
# labelled ones, and 19 in 20 of the news among them. The rest are read again, more freely.
_COVERED = 0.5
# The freer reading is taken when the precise one has less than this share of its text. Anything from 0.4
# to 0.65 scores alike; below, pages that are no news lose their body.
_MUCH_LESS = 0.5
# Blocks of one place (the same path) belong together: when the reading has so many of them, and so much
# of their text, it has lost the others. Shares from 0.1 to 0.5 gain on both halves of the sites.
_GROW_COUNT = 3
_GROW_SHARE = 0.2
_GROW_LINKS = 0.3


def trafilatura_reading(page: Page) -> tuple[bool, ...]:
    """For each block of a marked-up page, whether the main content has it.

    >>> from copydesk.read import read_page
    >>> from copydesk.model import RawPage
    >>> line = "<p>The council of {} voted on Tuesday to build a bridge across the river, members said."
    >>> story = "".join(line.format(town) for town in ("Hollin", "Marsk", "Upper Wend"))
    >>> body = f"<html><body><nav><a href='/'>Home</a></nav><article>{story}</article></body></html>"
    >>> trafilatura_reading(read_page(RawPage(body.encode(), "a.html", "0")))
    (False, True, True, True)
    """
    blocks = page.blocks
    precise = _found(page, _read(page.tree, page.url, precise=True))
    if _prose(blocks, precise) < _COVERED * _prose(blocks, (True,) * len(blocks)):
        free = _found(page, _read(page.tree, page.url, precise=False))
        if not any(precise) or _size(blocks, precise) < _MUCH_LESS * _size(blocks, free):
            precise = free
    return tuple(_grown(blocks, precise))


def _read(tree: Any, url: str | None, *, precise: bool) -> Any:
    # Slow to import, and only marked-up pages need it.
    from trafilatura import bare_extraction  # noqa: PLC0415

    document: Any = bare_extraction(
        copy(tree), url=url, favor_precision=precise, include_comments=False, with_metadata=False
    )
    return None if document is None else document.body


def _found(page: Page, body: Any) -> list[bool]:
    """The blocks that a reading has. Of two copies of a text, the one to be seen is meant."""
    if body is None:
        return [False] * len(page.blocks)
    return align(["" if b.hidden else b.text for b in page.blocks], reading_lines(body))


def _size(blocks: Sequence[Block], chosen: Sequence[bool]) -> int:
    return sum(len(b.text) for b, yes in zip(blocks, chosen, strict=True) if yes)


def _prose(blocks: Sequence[Block], chosen: Sequence[bool]) -> int:
    return sum(
        len(b.text)
        for b, yes in zip(blocks, chosen, strict=True)
        if yes and not b.hidden and len(b.text) >= _PROSE_CHARACTERS and b.link_density < _PROSE_LINKS
    )


def _grown(blocks: Sequence[Block], chosen: Sequence[bool]) -> list[bool]:
    """The reading, with the blocks it lost in places that it has otherwise."""
    size, size_in, count_in = Counter[str](), Counter[str](), Counter[str]()
    for block, yes in zip(blocks, chosen, strict=True):
        if not block.hidden:
            size[block.path] += len(block.text)
            size_in[block.path] += len(block.text) * yes
            count_in[block.path] += yes
    good = {
        path
        for path, count in count_in.items()
        if count >= _GROW_COUNT and size_in[path] >= _GROW_SHARE * size[path]
    }
    return [
        yes or (b.path in good and not b.hidden and b.link_density <= _GROW_LINKS)
        for b, yes in zip(blocks, chosen, strict=True)
    ]


def settle(view: View) -> tuple[Block, ...]:
    """Every block with its last verdict: what no judge has decided goes by the reading.

    Pasted text has no reading; there a line that nobody struck stays.
    """
    return tuple(_settled(block, view) for block in view.blocks)


def _settled(block: Block, view: View) -> Block:
    verdict = view.verdicts.get(block.index) or _by_reading(block, view)
    return replace(block, verdict=verdict, kind=verdict.kind or block.kind)


def _by_reading(block: Block, view: View) -> Verdict:
    if view.pasted:
        return kept("body", "no judge struck it", stage=_STAGE)
    if view.in_reading[block.index]:
        return kept("body", "in the main content", stage=_STAGE)
    return dropped("outside_reading", Reason.OUTSIDE, "not in the main content of the page", stage=_STAGE)
