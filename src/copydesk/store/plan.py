"""What a run has to read: source files that are new, changed, or judged under other settings."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from copydesk.errors import StateError, UsageError
from copydesk.sources import SourceFile, iter_sources
from copydesk.sources.sidecar import SUFFIX
from copydesk.store.state import Source, State

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Plan:
    """Source files to read, with their numbers; how many need no reading; how many are gone."""

    todo: tuple[tuple[int, SourceFile], ...]
    unchanged: int
    gone: int


def make_plan(state: State, found: Sequence[SourceFile], given: Sequence[str], fingerprint: str) -> Plan:
    """Write down what was found, and say what has to be read.

    `given` are the RAW arguments as absolute paths: what was known below them and was not found is
    gone; source files below others stay, and are read again only if they were judged differently.
    """
    with state.transaction():
        state.add_roots(given)
        known, roots, retry = state.sources(), state.roots(), state.unreadable()
        named = [replace(file, raw_path=raw_path_below(file, roots)) for file in found]
        todo = [
            _todo(state, file, known.get(str(file.path)), fingerprint, retry)
            for file in (*named, *_elsewhere(known, given, fingerprint))
        ]
        present = {str(file.path) for file in found}
        gone = [n for path, (n, _) in known.items() if _below(path, given) and path not in present]
        state.drop_sources(gone)
    work = tuple(one for one in todo if one is not None)
    return Plan(work, len(todo) - len(work), len(gone))


def roots_of(raw: Iterable[Path], clean: Path) -> list[str]:
    """RAW arguments as absolute paths; none may lie in the folder that is written."""
    roots = []
    for path in raw:
        root = STDIN if str(path) == STDIN else str(path.resolve())
        if _below(root, [str(clean.resolve())]):
            raise UsageError(
                f"{path} is in {clean}, which this run writes; name the folder of the raw pages."
            )
        roots.append(root)
    return sorted(set(roots))


def find_files(raw: Sequence[Path], clean: Path, settings: object) -> list[SourceFile]:
    """The source files below RAW arguments, those in the folder that is written left out."""
    own = [str(clean.resolve())]
    found = iter_sources(raw, settings)  # type: ignore[arg-type]
    return [file for file in found if not _below(str(file.path), own)]


def raw_path_below(file: SourceFile, roots: Iterable[str]) -> str:
    """A source file's path below the outermost RAW argument that ever led to it.

    So that naming a folder and later one inside it, or the other way round, gives the same.

    >>> raw_path_below(SourceFile(Path("/raw/a/b.html"), "b.html", 0, 0), ["/raw/a", "/raw"])
    'a/b.html'
    """
    path = str(file.path)
    outer = min((root for root in roots if _below(path, [root])), key=len, default=path)
    if outer == path:
        return file.raw_path
    relative = os.path.relpath(path, outer)
    return os.fsencode(relative).decode("utf-8", "backslashreplace")


def content_hash(file: SourceFile) -> str | None:
    """The sha256 of a source file and its sidecar; None for what is no regular file."""
    digest = hashlib.sha256()
    for path in (file.path, file.path.with_name(file.path.name + SUFFIX)):
        try:
            handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        except OSError:  # reading it will say why; for a sidecar it mostly means there is none
            digest.update(b"\0absent")
            continue
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            return None
        with os.fdopen(handle, "rb") as opened:
            digest.update(hashlib.file_digest(opened, "sha256").digest())
    return digest.hexdigest()


def _todo(
    state: State,
    file: SourceFile,
    known: tuple[int, Source] | None,
    fingerprint: str,
    retry: set[int],
) -> tuple[int, SourceFile] | None:
    """Write a source file down; gives it if it has to be read."""
    now = Source(str(file.path), file.raw_path, file.size, file.mtime_ns, None)
    if known is not None and known[0] not in retry and _judged(file, known[1], fingerprint):
        kept = replace(now, sha256=known[1].sha256, fingerprint=fingerprint)
        if kept != known[1]:
            state.put_source(kept)
        return None
    return state.put_source(now), file


def _judged(file: SourceFile, known: Source, fingerprint: str) -> bool:
    """Whether what is known of a file holds: same size and time, or else the same bytes."""
    if known.fingerprint != fingerprint or known.path == STDIN:
        return False
    if (known.size, known.mtime_ns) == (file.size, file.mtime_ns):
        return True
    return known.sha256 is not None and content_hash(file) == known.sha256


def _elsewhere(
    known: Mapping[str, tuple[int, Source]], given: Sequence[str], fingerprint: str
) -> list[SourceFile]:
    """Source files below other RAW arguments that were judged differently, or not to the end."""
    stale = [s for path, (_, s) in known.items() if s.fingerprint != fingerprint and not _below(path, given)]
    missing = sorted(s.path for s in stale if s.path == STDIN or not os.path.lexists(s.path))
    if missing:
        raise StateError(
            f"{len(missing)} source files of earlier runs, among them {missing[0]}, must be judged again and "
            "are no longer there; put them back, or delete the clean folder and ingest all RAW folders."
        )
    return [_again(source) for source in stale]


def _again(source: Source) -> SourceFile:
    found = list(iter_sources([Path(source.path)]))
    if len(found) == 1:
        return replace(found[0], path=Path(source.path), raw_path=source.raw_path)
    return SourceFile(Path(source.path), source.raw_path, 0, 0)


def _below(path: str, roots: Iterable[str]) -> bool:
    return any(path == root or path.startswith(root.rstrip("/") + "/") for root in roots)
