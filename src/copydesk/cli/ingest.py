"""`copydesk ingest`: folders and files of raw pages to a clean folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from cyclopts.validators import Number

from copydesk.cli.console import STDIN, say
from copydesk.cli.progress import progress_for
from copydesk.cli.summary import summary_lines
from copydesk.errors import UsageError
from copydesk.settings import DEFAULT, Settings


def ingest(
    *paths: Path,
    jobs: Annotated[int | None, Parameter(validator=Number(gte=1, lte=1024))] = None,
    profiles: Path | None = None,
    source: str = DEFAULT.source,
    quiet: bool = False,
) -> int:
    """Clean all pages of files and folders into one folder, with a ledger of every dropped line.

    A second run reads only what is new or changed.
    The same pages give the same files, in any order and with any number of jobs.

    Parameters
    ----------
    paths
        RAW...: folders, pages (.html, .txt), containers (.warc, .jsonl, gzipped or not), - for stdin.
        CLEAN, the last: the folder to write.
    jobs
        How many processes work side by side; one for each processor if not given.
    profiles
        A folder of site profiles of your own; they go before the shipped ones.
    source
        The name of the corpus, written into every article.
    quiet
        Show neither progress nor summary.
    """
    raw, clean = _parted(paths)
    from copydesk.ingest import IngestRequest  # noqa: PLC0415 - brings the pipeline; --help need not pay for it
    from copydesk.ingest import ingest as ingest_pages  # noqa: PLC0415

    settings = Settings(source=source, profiles=profiles)
    request = IngestRequest(raw, clean, jobs or _processors(), settings, isolate=True)
    with progress_for(quiet=quiet) as progress:
        summary = ingest_pages(request, progress)
    if not quiet:
        say("\n".join(summary_lines(summary, clean)))
    return 0


def _parted(paths: tuple[Path, ...]) -> tuple[tuple[Path, ...], Path]:
    if len(paths) < 2:
        raise UsageError("name what to read and the folder to write: copydesk ingest RAW... CLEAN")
    *raw, clean = paths
    if str(clean) in {STDIN, "-"}:
        raise UsageError("the last argument is the folder to write; it cannot be -")
    if missing := [str(path) for path in raw if not path.exists()]:
        raise UsageError(f"there is no such file or folder: {', '.join(missing)}")
    return tuple(Path("-") if str(path) == STDIN else path for path in raw), clean


def _processors() -> int:
    """The processors this process may use, not those the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
