"""`manifest.json`: what `clean/` holds, what made it, and the sha256 of every file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import orjson

from copydesk.dedup.minhash import SCHEME
from copydesk.settings import Settings
from copydesk.store.fingerprint import settings_record, versions
from copydesk.store.state import FileRow
from copydesk.write import schema

MANIFEST: Final = "manifest.json"


@dataclass(frozen=True, slots=True)
class Counts:
    """Pages, blocks and copies of a whole `clean/`, as the manifest tells them."""

    inputs: int
    articles: int
    duplicates: int
    rejected: Mapping[str, int]
    titles: int
    kept: int
    dropped: Mapping[str, int]
    copies: Mapping[str, int]
    clusters: int
    sites: Mapping[str, int]

    def record(self) -> dict[str, Any]:
        """The counts as they stand in the manifest."""
        return {
            "inputs": self.inputs,
            "articles": self.articles,
            "duplicates": self.duplicates,
            "rejected": dict(self.rejected),
            "blocks": {"title": self.titles, "text": self.kept, "dropped": dict(self.dropped)},
            "copies": dict(self.copies),
            "clusters": self.clusters,
            "sites": dict(self.sites),
        }


def manifest_bytes(counts: Counts, settings: Settings, profiles: str, files: Iterable[FileRow]) -> bytes:
    """The manifest: no time, no run, no path of a machine in it. `profiles` is their fingerprint."""
    record = {
        "schema": schema.VERSION,
        "versions": versions(),
        "settings": settings_record(settings),
        "profiles": profiles,
        "signatures": SCHEME,
        "counts": counts.record(),
        "files": {
            row.path: {"sha256": row.sha256, "bytes": row.size, "lines": row.lines}
            for row in sorted(files, key=lambda row: row.path)
        },
    }
    return orjson.dumps(record, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
