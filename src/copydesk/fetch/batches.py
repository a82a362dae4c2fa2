"""Pages on their way to the archive: written aside, renamed into place by the batch, then taken over.

A file is a batch: it is closed when it holds enough pages or is old enough. What a crash costs is the
pages of files not yet in their place, and those are asked for again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO
from uuid import UUID

from copydesk.fetch.archive import Capture, folder_of, open_file, put_in_place, records_of, stamp
from copydesk.fetch.client import Clock
from copydesk.fetch.records import Answer
from copydesk.fetch.rows import Outcome, Request
from copydesk.fetch.state import FetchState
from copydesk.settings import FetchSettings


@dataclass(slots=True)
class _File:
    """A file in the making, and what its pages will mean once it is in place."""

    name: str
    path: str
    handle: IO[bytes]
    began: float
    outcomes: list[Outcome] = field(default_factory=list)


class Batches:
    """The archive of one run; nothing is lost that was handed over before `finish` returned."""

    def __init__(
        self, raw: Path, state: FetchState, settings: FetchSettings, clock: Clock, uuid: Callable[[], UUID]
    ) -> None:
        self._raw, self._state, self._settings, self._clock, self._uuid = raw, state, settings, clock, uuid
        self._files: dict[str, _File] = {}
        self._outcomes: list[Outcome] = []
        self._log: list[Request] = []
        self._run = stamp(clock.now()).replace("-", "").replace(":", "")
        self._count = 0
        self._flushing: set[asyncio.Task[None]] = set()

    def log(self, line: Request) -> None:
        """A request was made."""
        self._log.append(line)

    def note(self, outcome: Outcome) -> None:
        """A page was asked for, and nothing is to be kept of it."""
        self._outcomes.append(outcome)

    async def keep(self, answer: Answer, outcome: Outcome, before: Capture | None) -> None:
        """Keep an answer; `before` is the capture that has the same bytes already."""
        records, capture = records_of(answer, (self._uuid(), self._uuid()), before)
        file = self._file(folder_of(answer.url, answer.at))
        file.handle.write(records)
        path = file.path if before is None else None
        file.outcomes.append(replace(outcome, capture=capture, path=path))
        if len(file.outcomes) >= self._settings.batch_pages:
            await self._flush([file])

    def _file(self, folder: str) -> _File:
        if folder not in self._files:
            self._count += 1
            name = f"{self._run}-{self._count:05d}"
            while (self._raw / f"{folder}/{name}.warc.gz").exists():
                self._count += 1
                name = f"{self._run}-{self._count:05d}"
            handle = open_file(self._raw, name, folder)
            self._files[folder] = _File(name, f"{folder}/{name}.warc.gz", handle, self._clock.ticks())
        return self._files[folder]

    async def tick(self) -> None:
        """Put in place what is old enough, again and again, until cancelled."""
        while True:
            await asyncio.sleep(self._settings.batch_seconds / 4)
            old = self._clock.ticks() - self._settings.batch_seconds
            await self._flush([file for file in self._files.values() if file.began <= old])

    async def _flush(self, files: Sequence[_File]) -> None:
        """Put files in place; once begun it is carried through, whoever waits for it or not."""
        self._announce(files)
        task = asyncio.create_task(self._place(files))
        self._flushing.add(task)
        task.add_done_callback(self._flushing.discard)
        await asyncio.shield(task)

    async def _place(self, files: Sequence[_File]) -> None:
        if files:
            await asyncio.to_thread(put_in_place, self._raw, [(f.handle, f.name, f.path) for f in files])
        self._take_over(files)

    async def finish(self) -> None:
        """Put everything in place."""
        await asyncio.gather(*self._flushing)
        await self._flush(list(self._files.values()))

    def _announce(self, files: Sequence[_File]) -> None:
        gone = {file.name for file in files}
        self._files = {folder: file for folder, file in self._files.items() if file.name not in gone}
        self._state.announce((file.path, file.outcomes) for file in files)

    def _take_over(self, files: Sequence[_File]) -> None:
        outcomes, self._outcomes = self._outcomes, []
        log, self._log = self._log, []
        for file in files:
            outcomes += file.outcomes
        if outcomes or log or files:
            self._state.take_over([file.path for file in files], outcomes, log)
