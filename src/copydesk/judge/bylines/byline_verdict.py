"""What is told of a line that is a byline: its names, dates and places as facts."""

from __future__ import annotations

from copydesk.extract.authors.agencies import is_outlet
from copydesk.extract.authors.byline import Byline
from copydesk.model import Reason, Verdict, dropped
from copydesk.text import Line


def byline_verdict(byline: Byline, evidence: str, *, facts: bool) -> Verdict:
    """The verdict on a byline; `facts` says whether it is the story's own, so that what it names is told."""
    pairs: list[tuple[str, str]] = []
    if facts:
        pairs += [("authors", name) for name in byline.authors]
        pairs += [("agencies", name) for name in byline.agencies if is_outlet(name)]
        singles = (
            ("dateline", byline.dateline),
            ("date_published", byline.published),
            ("date_modified", byline.modified),
            ("section", byline.section),
        )
        pairs += [(name, value) for name, value in singles if value]
    return dropped("byline", Reason.BYLINE, evidence, facts=tuple(pairs))


def start(line: Line) -> str:
    """As much of a line as its evidence quotes."""
    return line.text[:60]
