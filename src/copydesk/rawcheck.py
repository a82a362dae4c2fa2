"""Whether the raw pages are still what a `clean/` folder was made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import orjson

from copydesk.model import RawPage, Rejected
from copydesk.settings import DEFAULT, Settings
from copydesk.sources import SourceFile, read_source
from copydesk.store.plan import find_files, raw_path_below, roots_of


def check_raw(clean: Path, raw: Sequence[Path], settings: Settings = DEFAULT) -> tuple[int, list[str]]:
    """How many raw pages there are, and a plain sentence for each that is gone, new or not as it was.

    `raw` must be all that `clean/` was made of: pages of other folders count as gone.
    """
    told = dict(_told(clean))
    found = dict(_found(clean, raw, settings))
    problems = [f"{path} is in {clean} but not in the raw folders." for path in told.keys() - found.keys()]
    problems += [f"{path} is raw and not in {clean}; ingest again." for path in found.keys() - told.keys()]
    problems += [
        f"{path} is not the raw page that {clean} was made of: its sha256 differs."
        for path in told.keys() & found.keys()
        if None not in (told[path], found[path]) and told[path] != found[path]
    ]
    return len(found), sorted(problems)


def _found(clean: Path, raw: Sequence[Path], settings: Settings) -> Iterator[tuple[str, str | None]]:
    roots = roots_of(raw, clean)
    for file in find_files(raw, clean, settings):
        for page in read_source(file, settings):
            yield _name(page, file, raw_path_below(file, roots)), page.sha256


def _name(page: RawPage | Rejected, file: SourceFile, path: str) -> str:
    """A page's name as the files of `clean/` have it."""
    rest = page.raw_path.removeprefix(file.raw_path)
    return _joined(path, page.record if isinstance(page, Rejected) and not rest else rest.removeprefix("#"))


def _joined(path: str, record: str | None) -> str:
    return f"{path}#{record}" if record else path


def _told(clean: Path) -> Iterator[tuple[str, str | None]]:
    """Every input that `clean/` tells of: articles, their other captures, and what was rejected."""
    for path in sorted(clean.glob("articles/*/*.jsonl")):
        for line in _lines(path):
            yield line["metadata"]["raw_path"], line["metadata"]["raw_sha256"]
    for line in _lines(clean / "duplicates.jsonl"):
        if line["raw_path"] is not None:
            yield line["raw_path"], line["raw_sha256"]
    for line in _lines(clean / "rejected.jsonl"):
        yield _joined(line["raw_path"], line["record"]), line["sha256"]


def _lines(path: Path) -> Iterable[dict[str, Any]]:
    with path.open("rb") as file:
        yield from map(orjson.loads, file)
