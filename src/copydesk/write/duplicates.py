"""`duplicates.jsonl`: near-copies between articles, and other captures of the same article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from copydesk.write.jsonl import line
from copydesk.write.schema import DUPLICATE


def duplicate_lines(records: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    """The lines of the file, one an edge or a capture, keys absent from a record being null."""
    uniform = [{key: record.get(key) for key in DUPLICATE} for record in records]
    return map(line, sorted(uniform, key=_order))


def _order(record: Mapping[str, Any]) -> tuple[str, ...]:
    keys = ("kind", "a", "b", "raw_sha256", "added", "raw_path")
    return tuple(record[key] or "" for key in keys)
