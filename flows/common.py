"""What the flows share: Prefect without reports to its makers, tables for artifacts, errors in one line."""

from __future__ import annotations

import logging
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

# Prefect reports usage to its makers unless told not to before it is imported.
os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
# Seconds between two signs of life of a run, the least Prefect allows; flows/watch.py counts on them.
os.environ.setdefault("PREFECT_FLOWS_HEARTBEAT_FREQUENCY", "30")

from prefect.settings import temporary_settings

from copydesk.cli.console import printable
from copydesk.errors import Busy, CopydeskError

# Rows of a list shown in an artifact; the whole list is in the folder the run wrote.
SHOWN = 200

# A temporary server on a fresh database has its tables to make; on a busy machine that takes longer than
# the 20 seconds Prefect allows.
SERVER_START_SECONDS = 180


def may_pass(_task: Any, _run: Any, state: Any) -> bool:
    """Whether trying again can help: another run ends, a disk comes back; a wrong argument stays wrong."""
    error = state.result(raise_on_failure=False)
    return isinstance(error, Busy | OSError)


def cell(value: str) -> str:
    """A value that cannot break out of its table cell."""
    return re.sub(r"([\\`*_\[\]<>|&])", r"\\\1", " ".join(printable(value).split()))


def by_count(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Counts, the largest first."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def say_known_errors_in_one_line() -> None:
    """Keep tracebacks out of the log for errors that have a sentence of their own."""
    for name in ("", "prefect", "prefect.flow_runs", "prefect.task_runs"):
        for handler in logging.getLogger(name).handlers:
            handler.addFilter(without_traceback)


def without_traceback(record: logging.LogRecord) -> bool:
    """Take the traceback off a record of a known error; the record itself is always let through."""
    if record.exc_info and isinstance(record.exc_info[1], CopydeskError):
        record.exc_info = record.exc_text = None
    return True


@contextmanager
def local_settings(folder: Path) -> Iterator[None]:
    """Settings for a run without a server: its records go beside the caches of the folder it writes.

    A user's own server (PREFECT_API_URL), home or profile is respected. Without a server nobody listens
    to heartbeats, which would make every run wait a second at its end.
    """
    if any(os.environ.get(name) for name in ("PREFECT_API_URL", "PREFECT_HOME", "PREFECT_PROFILE")):
        yield
        return
    home = folder.absolute() / ".copydesk" / "prefect"
    home.mkdir(parents=True, exist_ok=True)
    updates = {
        "home": home,
        "server.ephemeral.startup_timeout_seconds": SERVER_START_SECONDS,
        "flows.heartbeat_frequency": None,
    }
    with temporary_settings(updates):
        yield


def exit_code_of(run: Callable[[], None]) -> int:
    """Run something, say in one sentence what went wrong, and give the exit code."""
    try:
        run()
    except CopydeskError as error:
        print(f"copydesk: {printable(str(error))}", file=sys.stderr)
        return error.exit_code
    except Exception as error:  # noqa: BLE001 - Prefect's own trouble, in one sentence
        told = printable(f"{type(error).__name__}: {error}")
        print(f"copydesk: the flow did not run: {told}", file=sys.stderr)
        return 1
    return 0
