"""How a fetch goes on: a line for each busy host on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from copydesk.cli.console import complain, printable
from copydesk.cli.progress import EVERY
from copydesk.cli.summary import counted

if TYPE_CHECKING:
    from copydesk.fetch.crawl import Listener

_SHOWN = 15


@dataclass(slots=True)
class _Row:
    done: int
    left: int
    last: str
    at: float


class PlainFetch:
    """Now and then a line on standard error, for logs and pipes."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, every: float = EVERY) -> None:
        """Say something at most once in so many seconds."""
        self._clock, self._every = clock, every
        self._said = clock()
        self._rows: dict[str, _Row] = {}

    def host(self, host: str, done: int, left: int, last: str) -> None:
        """So many pages of a host are done, so many are left, and this came of the last."""
        now = self._clock()
        self._rows[host] = _Row(done, left, last, now)
        if now - self._said >= self._every:
            self._said = now
            pages = sum(row.done for row in self._rows.values())
            busy = [row.left for row in self._rows.values() if row.left]
            complain(f"{counted(pages, 'page')} asked for, {sum(busy)} left on {counted(len(busy), 'host')}")

    def note(self, text: str) -> None:
        """One plain sentence a person should know."""
        complain(text)


class _Quiet:
    """Says nothing but what a person must know."""

    def host(self, host: str, done: int, left: int, last: str) -> None:
        """Nothing is said."""

    def note(self, text: str) -> None:
        """One plain sentence a person should know."""
        complain(text)


@contextmanager
def listener_for(*, quiet: bool) -> Iterator[Listener]:
    """The listener that suits standard error: none, a table of hosts, or plain lines."""
    if quiet:
        yield _Quiet()
    elif sys.stderr is not None and sys.stderr.isatty():
        with _table() as table:
            yield table
    else:
        yield PlainFetch()


@contextmanager
def _table() -> Iterator[Listener]:
    from rich.console import Console  # noqa: PLC0415 - rich is only needed on a terminal
    from rich.live import Live  # noqa: PLC0415

    table = HostTable(time.monotonic)
    with Live(
        get_renderable=table.shown, console=Console(stderr=True), transient=True, refresh_per_second=4
    ) as live:
        table.console = live.console
        yield table


class HostTable:
    """A table of the hosts being asked: those last heard of first, and a line for all of them."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Drawn by whoever asks for `shown`."""
        self._clock = clock
        self._rows: dict[str, _Row] = {}
        self.console: Any = None

    def host(self, host: str, done: int, left: int, last: str) -> None:
        """So many pages of a host are done, so many are left, and this came of the last."""
        self._rows[host] = _Row(done, left, last, self._clock())

    def note(self, text: str) -> None:
        """One plain sentence a person should know."""
        self.console.print(printable(text), markup=False, highlight=False)

    def shown(self) -> Any:
        """The table as it is now."""
        from rich.table import Table  # noqa: PLC0415 - rich is only needed on a terminal
        from rich.text import Text  # noqa: PLC0415

        table = Table(box=None, pad_edge=False, show_header=bool(self._rows))
        for name in ("host", "done", "left", "last"):
            table.add_column(name, justify="right" if name in {"done", "left"} else "left")
        rows = sorted(self._rows.items(), key=lambda item: (item[1].left == 0, -item[1].at))
        for host, row in rows[:_SHOWN]:
            table.add_row(Text(printable(host)), str(row.done), str(row.left), row.last)
        done, left = (sum(getattr(row, name) for _, row in rows) for name in ("done", "left"))
        table.add_row(Text(f"{counted(len(rows), 'host')} in all"), str(done), str(left), "")
        return table
