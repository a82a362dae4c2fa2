"""Files and folders as sources: what is found, opened without traps, and read whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from copydesk.model import RawPage, Rejected
from copydesk.settings import Settings


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read pages from; `raw_path` is relative to the argument that led to it."""

    path: Path
    raw_path: str
    size: int
    mtime_ns: int


def find(paths: Sequence[Path], settings: Settings) -> Iterator[SourceFile]:
    """Placeholder."""
    raise NotImplementedError


def read(file: SourceFile, settings: Settings) -> Iterator[RawPage | Rejected]:
    """Placeholder."""
    raise NotImplementedError
