"""Raw pages in, `clean/` out: the whole way, and what a run can say of itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from copydesk.settings import DEFAULT, Settings


class Progress(Protocol):
    """Who is told how a run goes on; every call comes from the thread that called `ingest`."""

    def started(self, files: int, size: int) -> None:
        """So many source files, of so many bytes, will be read now."""

    def advanced(self, pages: int, size: int) -> None:
        """So many more pages are judged, and so many more bytes of the source files done."""

    def note(self, text: str) -> None:
        """One plain sentence a person should know."""


class Silent:
    """A progress that says nothing."""

    def started(self, files: int, size: int) -> None:
        """Nothing is said."""

    def advanced(self, pages: int, size: int) -> None:
        """Nothing is said."""

    def note(self, text: str) -> None:
        """Nothing is said."""


@dataclass(frozen=True, slots=True)
class IngestRequest:
    """What to ingest, where to, with how many processes, and under which settings.

    >>> IngestRequest((Path("raw"),), Path("clean")).jobs
    1
    """

    raw: tuple[Path, ...]
    clean: Path
    jobs: int = 1
    settings: Settings = DEFAULT


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run found and did.

    `inputs = articles + duplicates + rejected` counts pages, over everything `clean/` now holds;
    `duplicates` are other captures of an article, not near-copies, which `near_copies` counts as
    pairs. `read`, `unchanged` and `gone` count source files of this run. `sites` are articles by
    host (`_unknown` without one), `dropped` the struck blocks by reason. `sample_path` (relative to
    `clean/`) and `sample_id` name an article to read first.
    """

    inputs: int
    articles: int
    duplicates: int
    rejected: Mapping[str, int]
    read: int
    unchanged: int
    gone: int
    near_copies: int
    kept_blocks: int
    dropped: Mapping[str, int]
    sites: Mapping[str, int]
    files_written: int
    files_removed: int
    sample_path: str | None = None
    sample_id: str | None = None
    seconds: float = 0.0
    notes: tuple[str, ...] = field(default=())


def ingest(
    request: IngestRequest,
    progress: Progress | None = None,
    *,
    clock: Callable[[], float] | None = None,
) -> Summary:
    """Ingest raw pages, so that `clean/` is what all pages known so far make."""
    raise NotImplementedError
