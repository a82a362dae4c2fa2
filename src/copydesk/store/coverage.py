"""Whether a run without a state covers what `clean/` already holds, told from its files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import orjson

from copydesk.settings import Settings
from copydesk.sources import SourceFile, read_source

Page = tuple[str, str | None]
"""A page's raw path and sha256."""


def uncovered(clean: Path, files: Sequence[SourceFile], settings: Settings) -> list[str]:
    """Raw paths of pages in `clean/` that the files do not hold, neither by path nor by bytes."""
    names = {file.raw_path for file in files}
    left = [page for page in _written(clean) if page[0] not in names and _container(page[0]) not in names]
    if left:
        again = [file for file in files if file.raw_path != "-"]  # stdin can be read only once
        hashes = {page.sha256 for file in again for page in read_source(file, settings)}
        left = [page for page in left if page[1] is None or page[1] not in hashes]
    return sorted({path for path, _ in left})


def _written(clean: Path) -> Iterator[Page]:
    """Every input `clean/` tells of: articles, their other captures, and what was rejected."""
    for path in sorted(clean.glob("articles/*/*.jsonl")):
        for record in _records(path):
            metadata = record.get("metadata", {})
            yield metadata.get("raw_path", ""), metadata.get("raw_sha256")
    for record in _records(clean / "duplicates.jsonl"):
        if record.get("raw_path"):
            yield record["raw_path"], record.get("raw_sha256")
    for record in _records(clean / "rejected.jsonl"):
        yield record.get("raw_path", ""), record.get("sha256")


def _records(path: Path) -> Iterable[dict[str, Any]]:
    """The records of a file; what is no record tells of no page."""
    if not path.is_file():
        return
    with path.open("rb") as file:
        for text in file:
            try:
                record = orjson.loads(text)
            except orjson.JSONDecodeError:
                continue
            if isinstance(record, dict):
                yield record


def _container(raw_path: str) -> str:
    return raw_path.rsplit("#", 1)[0]
