"""`rejected.jsonl`: every input that is no article, with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from copydesk.write.jsonl import line
from copydesk.write.schema import REJECTED


def rejected_lines(records: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    """The lines of the file, by reason, then by what the input was: its bytes first, then its path.

    The path comes last, so that a renamed file does not move its line further than it must.
    """
    kept = [{key: record[key] for key in REJECTED} for record in records]
    return map(line, sorted(kept, key=_order))


def _order(record: Mapping[str, Any]) -> tuple[str, ...]:
    keys = ("reason", "sha256", "detail", "raw_path", "record")
    return tuple(record[key] or "" for key in keys)
