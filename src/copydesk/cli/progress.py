"""How a run goes on: a bar with rate and time left on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from copydesk.cli.console import complain, printable
from copydesk.cli.summary import counted

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from copydesk.ingest import Progress as Listener

# Seconds between two plain lines: a log of an hour's run stays under 200 lines.
EVERY = 20.0


class PlainProgress:
    """Now and then a line on standard error, for logs and pipes."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, every: float = EVERY) -> None:
        """Say something at most once in so many seconds."""
        self._clock = clock
        self._every = every
        self._began = self._said = clock()
        self._pages = self._done = self._size = 0

    def started(self, files: int, size: int) -> None:
        """So many source files, of so many bytes, will be read now."""
        self._began = self._said = self._clock()
        self._size = size
        if files:
            complain(f"reading {counted(files, 'source file')}, {megabytes(size)}")

    def advanced(self, pages: int, size: int) -> None:
        """So many more pages are judged, and so many more bytes done."""
        self._pages += pages
        self._done += size
        now = self._clock()
        if now - self._said >= self._every:
            self._said = now
            complain(self._line(now - self._began))

    def note(self, text: str) -> None:
        """One plain sentence a person should know."""
        complain(text)

    def _line(self, seconds: float) -> str:
        rate = f"{self._pages} pages, {self._pages / seconds:.0f} a second"
        if not self._size or not self._done:
            return rate
        left = seconds * max(self._size - self._done, 0) / self._done
        return f"{rate}, {100 * min(self._done / self._size, 1):.0f} %, about {duration(left)} left"


class _Quiet:
    """Says nothing but what a person must know."""

    def started(self, files: int, size: int) -> None:
        """Nothing is said."""

    def advanced(self, pages: int, size: int) -> None:
        """Nothing is said."""

    def note(self, text: str) -> None:
        """One plain sentence a person should know."""
        complain(text)


@contextmanager
def progress_for(*, quiet: bool) -> Iterator[Listener]:
    """The progress that suits standard error: none, a bar, or plain lines."""
    if quiet:
        yield _Quiet()
    elif sys.stderr is not None and sys.stderr.isatty():
        with _bar() as bar:
            yield bar
    else:
        yield PlainProgress()


@contextmanager
def _bar() -> Iterator[Listener]:
    from rich.console import Console  # noqa: PLC0415 - rich is only needed on a terminal
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[pages]} pages, {task.fields[rate]:.0f}/s"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield BarProgress(progress)


class BarProgress:
    """A bar that counts bytes, since how many pages a container holds is not known before."""

    def __init__(self, progress: Bar) -> None:
        """Draw in a progress display that is already shown."""
        self._progress = progress
        self._task = progress.add_task("Looking for pages", total=None, pages=0, rate=0.0)
        self._pages = 0
        self._began = time.monotonic()

    def started(self, files: int, size: int) -> None:
        """So many source files, of so many bytes, will be read now."""
        self._began = time.monotonic()
        self._progress.update(self._task, description=counted(files, "source file"), total=size)

    def advanced(self, pages: int, size: int) -> None:
        """So many more pages are judged, and so many more bytes done."""
        self._pages += pages
        seconds = max(time.monotonic() - self._began, 0.001)
        self._progress.update(self._task, advance=size, pages=self._pages, rate=self._pages / seconds)

    def note(self, text: str) -> None:
        """One plain sentence a person should know."""
        self._progress.console.print(printable(text), markup=False, highlight=False)


def megabytes(size: int) -> str:
    """A size for people.

    >>> megabytes(1_250_000), megabytes(900)
    ('1.2 MB', '1 kB')
    """
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(round(size / 1e3), 1)} kB"


def duration(seconds: float) -> str:
    """A length of time for people.

    >>> duration(40), duration(75), duration(4000)
    ('40 s', '1 min', '1 h 7 min')
    """
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
