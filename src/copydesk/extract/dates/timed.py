"""A declared day with the time that another object of the page's JSON-LD has for it."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.extract.dates.dates import read_iso
from copydesk.extract.declared import Candidate
from copydesk.extract.jsonld import Graph, text_of, types_of

# "2024-03-02" tells a day.
_DAY = 10
# What stands for the page, as the article's own object does; others have days of their own.
_PAGES = frozenset({"webpage", "itempage"})


def with_time(told: Sequence[Candidate], graph: Graph, name: str) -> list[Candidate]:
    """Candidates for a day and, where the first is no more than that, its times in the objects of the page.

    A theme and a plugin may each declare a page: the one the day alone, the other the second.

    >>> page = {"@type": "WebPage", "datePublished": "2031-05-09T10:15:48+02:00"}
    >>> [c.value for c in with_time([Candidate("2031-05-09", "json-ld")], Graph((page,)), "datePublished")]
    ['2031-05-09', '2031-05-09T10:15:48+02:00']
    >>> [c.value for c in with_time([Candidate("2031-05-08", "json-ld")], Graph((page,)), "datePublished")]
    ['2031-05-08']
    """
    if not told or len(told[0].value) != _DAY:
        return list(told)
    pages = (node for node in graph.top if not _PAGES.isdisjoint(types_of(node)))
    stamps = (read_iso(text) for node in pages if (text := text_of(node.get(name))))
    day = told[0].value
    times = [s for s in stamps if s is not None and len(s) > _DAY and s.startswith(day)]
    return [*told, *(Candidate(stamp, "json-ld of the page") for stamp in times)]
