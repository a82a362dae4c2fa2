"""`copydesk verify`: check that a clean folder keeps its promises."""

from __future__ import annotations

from pathlib import Path

from copydesk.cli.console import complain, printable, say
from copydesk.cli.summary import counted
from copydesk.errors import AccountingError, UsageError


def verify(clean: Path, /, *, raw: tuple[Path, ...] = ()) -> int:
    """Check every promise of a CLEAN folder: checksums, counts, and that nothing is unaccounted for.

    Parameters
    ----------
    clean
        The folder that `copydesk ingest` wrote.
    raw
        Check also that these files and folders, all that CLEAN was made of, are still what they were.
    """
    from copydesk.verify import verify as verify_folder  # noqa: PLC0415 - keeps `copydesk --help` quick

    report = verify_folder(clean)
    problems = list(report.problems)
    pages = 0
    if raw and report.ok:
        from copydesk.rawcheck import check_raw  # noqa: PLC0415 - as above

        pages, problems = check_raw(clean, _there(raw))
    for problem in problems:
        complain(problem)
    if problems:
        count = len(problems)
        raise AccountingError(f"{clean} does not keep {count} of its promises; see above, and ingest again")
    parts = (
        counted(report.files, "file"),
        counted(report.articles, "article"),
        counted(report.removed, "dropped line"),
        counted(report.duplicates, "listed duplicate"),
        counted(report.rejected, "rejected input"),
        *((counted(pages, "raw page"),) if raw else ()),
    )
    say(printable(f"{clean}: all is well: {', '.join(parts)}."))
    return 0


def _there(raw: tuple[Path, ...]) -> tuple[Path, ...]:
    if missing := [str(path) for path in raw if not path.exists()]:
        raise UsageError(f"there is no such file or folder: {', '.join(missing)}")
    return raw
