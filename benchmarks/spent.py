"""What a command spends, with all processes it starts."""

from __future__ import annotations

import ctypes
import os
import resource
import subprocess
from collections.abc import Sequence

_SET_CHILD_SUBREAPER = 36  # Linux's prctl(2)


def processor_seconds(command: Sequence[str]) -> float:
    """Processor seconds of a command and of all processes it started, also those it did not wait for."""
    ctypes.CDLL(None).prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True)
    while True:
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            break
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
