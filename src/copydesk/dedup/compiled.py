"""When the compiled path is taken: where numba is there, and the work is worth loading it."""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Final

# Loading numba and the kernels from their cache takes .55 s of processor time and 150 MB. An index of
# numpy's takes that much longer than a compiled one after some 6 million characters.
WORTH_LOADING: Final = 8_000_000


def kernels(characters: int) -> ModuleType | None:
    """The compiled kernels, or None for numpy's; both give the same bits, so nobody need know which."""
    if "copydesk.dedup.kernels" not in sys.modules and characters < WORTH_LOADING:
        return None
    return _load()


@cache
def _load() -> ModuleType | None:
    if find_spec("numba") is None:
        return None
    return import_module("copydesk.dedup.kernels")  # with numba, which takes a second and 100 MB
