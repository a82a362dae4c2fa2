"""The columns of all articles, read back from their shards for the corpus stage."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.dedup.corpus import Columns
from copydesk.dedup.lines import PageLines
from copydesk.dedup.signatures import Signature
from copydesk.settings import DedupSettings
from copydesk.store.pages import ShardReader
from copydesk.store.state import State


def read_columns(state: State, reader: ShardReader, settings: DedupSettings) -> Iterator[Columns]:
    """Every article the state holds, sorted by id, captures being ranked."""
    for row in state.columns():
        stored = reader.read_bytes(row.place)
        signature = Signature.from_bytes(stored[: row.signature], settings)
        lines = PageLines.from_bytes(stored[row.signature :])
        yield Columns(row.id, row.host, row.published, row.words, signature, lines)
