"""From the web to `raw/`, politely: sources in, archives out, and what came of every url.

Politeness, limits and what is opened on purpose stand in `FetchSettings`; the clock, randomness and the
names of records come in as arguments.
"""

from copydesk.fetch.run import FetchRequest, FetchSummary, SourceReport, fetch
from copydesk.fetch.sourcelist import SourceList, SourceSpec, parse_sources, read_sources
from copydesk.fetch.status import SourceStatus, status

__all__ = [
    "FetchRequest",
    "FetchSummary",
    "SourceList",
    "SourceReport",
    "SourceSpec",
    "SourceStatus",
    "fetch",
    "parse_sources",
    "read_sources",
    "status",
]
