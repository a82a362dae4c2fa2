"""Where raw pages come from: folders, single files, archives, standard input.

`iter_sources` finds the files, `read_source` takes the pages out of one; what is no page is
accounted for as `Rejected`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from copydesk.model import RawPage, Rejected
from copydesk.settings import DEFAULT, Settings
from copydesk.sources.files import SourceFile, find, read

__all__ = ["SourceFile", "iter_sources", "read_source"]


def iter_sources(paths: Sequence[Path], settings: Settings = DEFAULT) -> Iterator[SourceFile]:
    """Every source below the given files and folders, each once, sorted by `raw_path`.

    >>> [source.raw_path for source in iter_sources([Path("-")])]
    ['-']
    """
    yield from find(paths, settings)


def read_source(file: SourceFile, settings: Settings = DEFAULT) -> Iterator[RawPage | Rejected]:
    """The pages of one source, and for each input in it that is no page the reason."""
    yield from read(file, settings)
