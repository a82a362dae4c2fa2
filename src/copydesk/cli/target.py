"""The one page that `clean` and `explain` are asked about: a file, a record of a container, or stdin."""

from __future__ import annotations

import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from copydesk.api import raw_page
from copydesk.cli.console import STDIN
from copydesk.errors import NotAnArticle, UsageError
from copydesk.model import RawPage, Rejected
from copydesk.settings import Settings

# How many records of a container are named when one has to be chosen.
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Target:
    """What was asked for: a path, and the record inside it if it is a container."""

    path: Path
    record: str | None = None


def parse_target(spec: str) -> Target:
    """A file name, or `file#record`; a file whose own name has a `#` comes first.

    >>> parse_target("missing.warc.gz#512")
    Target(path=PosixPath('missing.warc.gz'), record='512')
    """
    name, sign, record = spec.rpartition("#")
    if not sign or not name or _kind_of(spec) is not None:
        return Target(Path(spec))
    return Target(Path(name), record)


def read_target(spec: str, url: str | None, settings: Settings) -> RawPage:
    """The page to work on; `url`, if given, goes before any address found beside or in the page."""
    page = _from_stdin(settings) if spec in {STDIN, "-"} else _from_file(parse_target(spec), settings)
    return page if url is None else replace(page, url=url, url_origin="argument")


def _from_stdin(settings: Settings) -> RawPage:
    if sys.stdin is None or sys.stdin.closed:
        raise UsageError("standard input is closed; name a file instead of -")
    # One byte more than the limit is enough for reading to tell that there is too much.
    return raw_page(sys.stdin.buffer.read(settings.read.max_bytes + 1))


def _from_file(target: Target, settings: Settings) -> RawPage:
    kind = _kind_of(target.path)
    if kind is None:
        raise UsageError(f"{target.path}: there is no such file")
    if kind == "folder":
        raise UsageError(f"{target.path}: this is a folder; use `copydesk ingest` for many pages")
    return _choose(target, _records(target.path, settings))


def _kind_of(path: str | Path) -> str | None:
    try:
        mode = Path(path).stat().st_mode
    except (OSError, ValueError):  # ValueError: a name with a NUL byte
        return None
    return "folder" if stat.S_ISDIR(mode) else "file"


def _records(path: Path, settings: Settings) -> Iterator[RawPage | Rejected]:
    from copydesk.sources import iter_sources, read_source  # noqa: PLC0415 - brings the archive readers

    for file in iter_sources([path], settings):
        yield from read_source(file, settings)


def _choose(target: Target, records: Iterator[RawPage | Rejected]) -> RawPage:
    if target.record is not None:
        records = (r for r in records if _name_of(r) == target.record)
    found = list(islice(records, SHOWN + 1 if target.record is None else 1))
    if not found:
        wanted = "page" if target.record is None else f"record {target.record}"
        raise UsageError(f"{target.path}: there is no {wanted} in this file")
    if len(found) > 1:
        raise UsageError(_which(target.path, found))
    if isinstance(found[0], Rejected):
        raise NotAnArticle(found[0])
    return found[0]


def _name_of(record: RawPage | Rejected) -> str | None:
    if isinstance(record, Rejected) and record.record is not None:
        return record.record
    return record.raw_path.rpartition("#")[2] if "#" in record.raw_path else None


def _which(path: Path, found: list[RawPage | Rejected]) -> str:
    names = [f"{path}#{_name_of(r)}" for r in found[:SHOWN]]
    more = " ..." if len(found) > SHOWN else ""
    return f"{path} holds several pages; name one of them: {' '.join(names)}{more}"
