"""Pages from their source files through the workers into the state: read here, judged there, kept here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, Protocol

from copydesk.engine.local import Work, run_shards
from copydesk.engine.page import Input, PageWork, lost
from copydesk.errors import AccountingError
from copydesk.model import RawPage, Rejected
from copydesk.settings import WorkerSettings
from copydesk.sources import SourceFile, read_source
from copydesk.store.memory import give_back
from copydesk.store.pages import COLUMNS, SHARD_BYTES, Place, ShardWriter
from copydesk.store.plan import Plan, content_hash
from copydesk.store.records import End, Judged
from copydesk.store.state import Placed, Source, State

# A shard of work: few enough pages that the last ones do not leave workers idle for long, and so few
# bytes that big pages do not pile up in pipes.
_SHARD_PAGES: Final = 16
_SHARD_BYTES: Final = 1 << 20
# Source files judged before what became of them is committed: what a crash can cost, some seconds of work.
_COMMIT_SOURCES: Final = 64
# A worker needs half a second of processor time to start, as much as some 25 pages. Below so many bytes
# of source files a worker more is not worth it.
_WORTH_A_WORKER: Final = 2_000_000


# The number of jobs, and the limits of the processes that pages are worked on in, None for this process;
# and the fingerprint to write beside each source file.
Run = tuple[tuple[int, WorkerSettings | None], str]


class Told(Protocol):
    """What of a progress is needed here."""

    def advanced(self, pages: int, size: int) -> None:
        """So many more pages, so many more bytes."""


def collect(
    state: State, folders: tuple[Path, Path], plan: Plan, work: PageWork, run: Run, progress: Told
) -> int:
    """Judge the pages of every source file of a plan and keep them; gives how many pages there were.

    `folders` are those of the shards and of files in the making.
    """
    (jobs, limits), fingerprint = run
    size = sum(file.size for _, file in plan.todo)
    recorder = _Recorder(state, (ShardWriter(*folders), ShardWriter(*folders, COLUMNS)), plan, fingerprint)
    told = _Told(plan, progress)
    items = shards(_inputs(plan, work, recorder))
    todo = Work(work, work.simpler(), lost)
    for results in run_shards(todo, items, min(jobs, 1 + size // _WORTH_A_WORKER), limits):
        recorder.take(results)
        told.take(results)
    recorder.flush()
    return recorder.pages


def shards(items: Iterable[Input | End]) -> Iterator[list[Input | End]]:
    """Items in shards of bounded number and bytes."""
    shard: list[Input | End] = []
    size = 0
    for item in items:
        shard.append(item)
        size += len(item.page.body) if isinstance(item, Input) and isinstance(item.page, RawPage) else 0
        if len(shard) >= _SHARD_PAGES or size >= _SHARD_BYTES:
            yield shard
            shard, size = [], 0
    if shard:
        yield shard


def _inputs(plan: Plan, work: PageWork, recorder: _Recorder) -> Iterator[Input | End]:
    """The pages of all source files, an end mark behind those of each."""
    for number, file in plan.todo:
        recorder.hashes[number] = content_hash(file)
        count = 0
        for page in read_source(file, work.settings):
            yield Input(number, count, _record(page, file), page)
            count += 1
        yield End(number, count)


def _record(page: RawPage | Rejected, file: SourceFile) -> str | None:
    """What names a page inside its source file: what follows the file's own path."""
    own = file.raw_path + "#"
    if page.raw_path.startswith(own):
        return page.raw_path.removeprefix(own)
    return page.record if isinstance(page, Rejected) else None


_At = tuple[int, int, str] | None


class _Recorder:
    """Keeps results until their source file is at its end, and commits source files by the batch."""

    def __init__(
        self, state: State, writers: tuple[ShardWriter, ShardWriter], plan: Plan, fingerprint: str
    ) -> None:
        self._state, self._fingerprint = state, fingerprint
        self._lines, self._columns = writers
        self._files = dict(plan.todo)
        self._waiting: list[tuple[Judged, _At, _At]] = []
        self._placed: dict[int, list[Placed]] = {}
        self._shards: list[tuple[str, int]] = []
        self._counts: dict[int, int] = {}
        self._ended: list[int] = []
        self.hashes: dict[int, str | None] = {}
        self.pages = 0

    def take(self, results: Sequence[Judged | End]) -> None:
        """Keep a shard's results."""
        for one in results:
            if isinstance(one, End):
                self._end(one)
            else:
                self._page(one)
        if len(self._ended) >= _COMMIT_SOURCES or self._lines.size >= SHARD_BYTES:
            self.flush()

    def _page(self, judged: Judged) -> None:
        at = self._lines.add(judged.line) if judged.line else None
        columns = judged.columns
        beside = self._columns.add(columns.signature + columns.lines) if columns else None
        self._waiting.append((replace(judged, line=b""), at, beside))
        self._counts[judged.source] = self._counts.get(judged.source, 0) + 1
        self.pages += 1

    def _end(self, end: End) -> None:
        count = self._counts.pop(end.source, 0)
        if count != end.pages:
            path = self._files[end.source].raw_path
            raise AccountingError(f"{path}: {count} of its {end.pages} pages are accounted for")
        self._ended.append(end.source)

    def flush(self) -> None:
        """Shards first, then one transaction that names them."""
        closed = self._lines.close_shard(), self._columns.close_shard()
        self._shards += [shard for shard in closed if shard is not None]
        lines, columns = (shard[0] if shard is not None else "" for shard in closed)
        for judged, at, beside in self._waiting:
            place, other = Place(lines, *at) if at else None, Place(columns, *beside) if beside else None
            self._placed.setdefault(judged.source, []).append(Placed(judged, place, other))
        self._waiting.clear()
        if self._ended:
            self._commit()

    def _commit(self) -> None:
        with self._state.transaction():
            for shard in self._shards:
                self._state.put_shard(*shard)
            for number in self._ended:
                self._state.put_pages(number, self._source(number), self._placed.pop(number, []))
        self._shards.clear()
        self._ended.clear()
        give_back()

    def _source(self, number: int) -> Source:
        file, sha256 = self._files[number], self.hashes.pop(number)
        return Source(str(file.path), file.raw_path, file.size, file.mtime_ns, sha256, self._fingerprint)


class _Told:
    """Tells a progress of pages, and of bytes of the source files: by their ends, in an archive by offset."""

    def __init__(self, plan: Plan, progress: Told) -> None:
        self._files, self._progress = dict(plan.todo), progress
        self._at: dict[int, int] = {}

    def take(self, results: Sequence[Judged | End]) -> None:
        """Tell of a shard's results."""
        pages = sum(isinstance(one, Judged) for one in results)
        self._progress.advanced(pages, sum(self._step(one) for one in results))

    def _step(self, one: Judged | End) -> int:
        file, before = self._files[one.source], self._at.pop(one.source, 0)
        if isinstance(one, End):
            return file.size - before
        now = self._at[one.source] = _offset(one.record, file, before)
        return now - before


def _offset(record: str | None, file: SourceFile, before: int) -> int:
    if ".warc" in file.path.name.lower() and record is not None and record.isdecimal():
        return max(before, min(int(record), file.size))
    return before
