"""The promise that nothing is lost: kept + dropped = all blocks, for every page there is."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable

from labelled import Labelled

from copydesk.model import Kind, Page, Rejected
from copydesk.pipeline import judge_page
from copydesk.read import read_page


def check(page: Labelled) -> tuple[str, str, str]:
    """The collection, what became of the page, and what does not add up (empty if all does)."""
    logging.disable(logging.CRITICAL)
    raw = page.raw()
    judged = judge_page(raw)
    if isinstance(judged, Rejected):
        return page.collection, f"rejected: {judged.reason}", ""
    read = read_page(raw)
    assert isinstance(read, Page)
    titles = sum(1 for b in judged.blocks if b.kind is Kind.TITLE and b.verdict and b.verdict.keep)
    counted = len(judged.body) + len(judged.dropped) + titles
    fault = ""
    if counted != len(read.blocks):
        fault = f"{page.id}: {counted} of {len(read.blocks)} blocks accounted for"
    elif [b.text for b in judged.blocks] != [b.text for b in read.blocks]:
        fault = f"{page.id}: a block's text has changed"
    return page.collection, "article", fault


def report(checked: Iterable[tuple[str, str, str]]) -> None:
    """Counts by collection, every fault, and an error if there is one."""
    rows = list(checked)
    for (collection, outcome), count in sorted(Counter((c, o) for c, o, _ in rows).items()):
        print(f"{collection:16}{outcome:28}{count:6}")
    faults = [fault for _, _, fault in rows if fault]
    print(*faults, sep="\n")
    if faults:
        raise SystemExit(f"{len(faults)} pages do not add up")
    print(f"{len(rows)} pages: kept + dropped = all blocks")
