"""`copydesk verify`: check that a clean folder keeps its promises."""

from __future__ import annotations

from pathlib import Path

from copydesk.cli.console import complain, printable, say
from copydesk.cli.summary import counted
from copydesk.errors import AccountingError


def verify(clean: Path, /) -> int:
    """Check every promise of a CLEAN folder: checksums, counts, and that nothing is unaccounted for.

    Parameters
    ----------
    clean
        The folder that `copydesk ingest` wrote.
    """
    from copydesk.verify import verify as verify_folder  # noqa: PLC0415 - keeps `copydesk --help` quick

    report = verify_folder(clean)
    for problem in report.problems:
        complain(problem)
    if not report.ok:
        count = len(report.problems)
        raise AccountingError(f"{clean} does not keep {count} of its promises; see above, and ingest again")
    parts = (
        counted(report.files, "file"),
        counted(report.articles, "article"),
        counted(report.removed, "dropped line"),
        counted(report.duplicates, "listed duplicate"),
        counted(report.rejected, "rejected input"),
    )
    say(printable(f"{clean}: all is well: {', '.join(parts)}."))
    return 0
