"""The main content of a page: an extractor's reading, found again among the blocks, and the last word."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from typing import Any

from copydesk.extract.mapping import align, reading_lines
from copydesk.judge.view import View
from copydesk.model import Block, Page, Reason, Verdict, dropped, kept

_STAGE = "extract"


def trafilatura_reading(page: Page) -> tuple[bool, ...]:
    """For each block of a marked-up page, whether the main content has it."""
    body = _read(page.tree, page.url)
    if body is None:
        return (False,) * len(page.blocks)
    return tuple(align([_seen(b) for b in page.blocks], reading_lines(body)))


def _seen(block: Block) -> str:
    """A block's text for matching: of two copies, the one that is to be seen is meant."""
    return "" if block.hidden else block.text


def _read(tree: Any, url: str | None, **how: bool) -> Any:
    from trafilatura import bare_extraction  # noqa: PLC0415 - slow to import; only reading pages needs it

    document = bare_extraction(copy(tree), url=url, include_comments=False, with_metadata=False, **how)
    return None if document is None else document.body


def settle(view: View) -> tuple[Block, ...]:
    """Every block with its last verdict: what no judge has decided goes by the reading.

    Pasted text has no reading; there a line that nobody struck stays.
    """
    return tuple(_settled(block, view) for block in view.blocks)


def _settled(block: Block, view: View) -> Block:
    verdict = view.verdicts.get(block.index)
    if verdict is None:
        verdict = _by_reading(block, view)
    return replace(block, verdict=verdict, kind=verdict.kind or block.kind)


def _by_reading(block: Block, view: View) -> Verdict:
    if view.pasted:
        return kept("body", "no line of another kind", stage=_STAGE)
    if view.in_reading[block.index]:
        return kept("body", "in the main content", stage=_STAGE)
    return dropped("outside_reading", Reason.OUTSIDE, "not in the main content of the page", stage=_STAGE)
