"""`articles/` and `removed/`: a file a site and month, made anew only when what it is made from changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import Final

from copydesk.dedup.corpus import Corpus
from copydesk.store.pages import ShardReader
from copydesk.store.state import ArticleRow, FileRow, State
from copydesk.write.articles import with_corpus
from copydesk.write.atomic import Written, write_lines
from copydesk.write.chrome import evidence, with_repeats, without_repeats
from copydesk.write.jsonl import line

# A partition beyond this is split by the leading digits of its ids: what a text editor and a loader's
# worker still take in one go.
LIMIT: Final = 64 << 20
# What a line may grow by once the corpus has spoken: two ids and a path.
_HEADROOM: Final = 512


@dataclass(frozen=True, slots=True)
class Output:
    """The folder that is written: where files are made, and what its files were made from before.

    `renamed` gathers the folders that must be synced before what was written is remembered.
    """

    clean: Path
    aside: Path
    known: Mapping[str, FileRow]
    fingerprint: str
    renamed: set[Path] = field(default_factory=set)

    def put(self, name: str, made_from: str, lines: Iterable[bytes]) -> tuple[FileRow, bool]:
        """A file of `clean/`, and whether its bytes changed."""
        path = self.clean / name
        if (row := self.known.get(name)) is not None and row.made_from == made_from and _untouched(path, row):
            return row, False
        written = write_lines(path, lines, self.aside)
        if written.changed:
            self.renamed.update((path.parent, *path.parent.parents[: len(Path(name).parts) - 1]))
        return _row(name, path, made_from, written), written.changed


def write_partitions(
    state: State, corpus: Corpus, reader: ShardReader, out: Output
) -> Iterator[tuple[FileRow, bool]]:
    """Every partition of articles and of their ledger, with whether it changed."""
    for partition, rows in groupby(state.articles(), key=lambda row: row.partition):
        sized = [_grown(row, corpus) for row in rows]
        for digits, members in split(sized):
            name = f"{partition}{f'-id{digits}' if digits else ''}.jsonl"
            made_from = _article_sources(members, corpus, out.fingerprint)
            yield out.put(f"articles/{name}", made_from, _articles(members, corpus, reader))
            if any(row.removed_size for row in members):
                made_from = _ledger_sources(members, corpus, out.fingerprint)
                yield out.put(f"removed/{name}", made_from, _ledger(members, corpus, reader))


def _grown(row: ArticleRow, corpus: Corpus) -> ArticleRow:
    """A row whose ledger has room for what goes there from its text."""
    repeats = corpus.repeats.get(row.id, ())
    room = row.article_size + _HEADROOM * len(repeats) if repeats else 0
    return replace(row, removed_size=row.removed_size + room)


def split(
    rows: list[ArticleRow], digits: str = "", limit: int = LIMIT
) -> Iterator[tuple[str, list[ArticleRow]]]:
    """The rows of a partition, sorted by id, in files below the limit, each with its ids' leading digits."""
    size = sum(max(row.article_size, row.removed_size) + _HEADROOM for row in rows)
    if size <= limit or len(rows) == 1:
        yield digits, rows
        return
    at = len(digits)
    for digit, members in groupby(rows, key=lambda row: row.id[at : at + 1]):
        yield from split(list(members), digits + digit, limit)


def _articles(rows: list[ArticleRow], corpus: Corpus, reader: ShardReader) -> Iterator[bytes]:
    for row in rows:
        mark = corpus.marks.get(row.id)
        of, cluster = (mark.near_duplicate_of, mark.cluster_id) if mark else (None, None)
        record = without_repeats(reader.read(row.place), corpus.repeats.get(row.id, ()))
        yield line(with_corpus(record, row.raw_path, of, cluster))


def _ledger(rows: list[ArticleRow], corpus: Corpus, reader: ShardReader) -> Iterator[bytes]:
    for row in rows:
        removed = with_repeats(reader.read(row.place), corpus.repeats.get(row.id, ()))
        yield from (line(record | {"raw_path": row.raw_path}) for record in removed)


def _article_sources(rows: list[ArticleRow], corpus: Corpus, fingerprint: str) -> str:
    """A digest of all that articles are written from: their pages, marks, and which lines go."""
    digest = hashlib.sha256(fingerprint.encode())
    for row in rows:
        mark = corpus.marks.get(row.id)
        marks = (mark.near_duplicate_of, mark.cluster_id) if mark else ()
        gone = [one.at for one in corpus.repeats.get(row.id, ())]
        digest.update(repr((row.id, row.place.digest, row.raw_path, marks, gone)).encode())
    return digest.hexdigest()


def _ledger_sources(rows: list[ArticleRow], corpus: Corpus, fingerprint: str) -> str:
    """A digest of all that ledger lines are written from: the pages, which lines go, and why."""
    digest = hashlib.sha256(fingerprint.encode())
    for row in rows:
        gone = [(one.at, evidence(one)) for one in corpus.repeats.get(row.id, ())]
        digest.update(repr((row.id, row.place.digest, row.raw_path, gone)).encode())
    return digest.hexdigest()


def _untouched(path: Path, row: FileRow) -> bool:
    try:
        info = path.stat()
    except OSError:
        return False
    return (info.st_size, info.st_mtime_ns) == (row.size, row.mtime_ns)


def _row(name: str, path: Path, made_from: str, written: Written) -> FileRow:
    return FileRow(name, made_from, written.sha256, written.size, written.lines, path.stat().st_mtime_ns)


def sweep(clean: Path, wanted: Iterable[str]) -> int:
    """Remove partitions that no longer are any, and folders left empty; gives how many files."""
    names = set(wanted)
    gone = 0
    for top in ("articles", "removed"):
        for path in sorted(clean.glob(f"{top}/site=*/*.jsonl")):
            if path.relative_to(clean).as_posix() not in names:
                path.unlink()
                gone += 1
        for folder in sorted(clean.glob(f"{top}/site=*")):
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
    return gone
