"""One writer at a time: a lock that dies with its holder."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from copydesk.errors import Busy


@contextmanager
def hold(clean: Path) -> Iterator[None]:
    """Hold the output folder for the length of the block; `Busy` if another run has it."""
    handle = os.open(clean / ".copydesk" / "lock", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy(f"Another run is writing {clean}; wait for it to end, then run again.") from None
        yield
    finally:
        os.close(handle)
