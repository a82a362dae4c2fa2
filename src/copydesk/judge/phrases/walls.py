"""What pages say in the place of an article: error pages, checks for robots, walls of consent and payment."""

from __future__ import annotations

from functools import cache

from copydesk.judge.phrases.table import Hit, Table, read_topic
from copydesk.text import Line


def says(table: Table, line: Line) -> Hit | None:
    """What a line says of a wall: all of it, or a phrase within it."""
    return table.is_whole(line) or table.holds(line)


@cache
def wall_table(rule: str) -> Table:
    """One kind of wall's phrases: package data, so sorted once."""
    whole = read_topic("walls").table
    return Table(
        {phrase: hit for phrase, hit in whole.whole.items() if hit.rule == rule},
        {},
        {
            word: own
            for word, hits in whole.inside.items()
            if (own := tuple(h for h in hits if h.rule == rule))
        },
        tuple(hit for hit in whole.unspaced if hit.rule == rule),
        frozenset(word for word, hits in whole.inside.items() if any(h.rule == rule for h in hits)),
        whole.longest,
    )
