"""Functions compiled by numba.

The machine code is kept in numba's cache (beside the source file, else in the user's cache folder); where
neither can be written it is made anew in each process.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any, TypeVar

import numba

_Work = TypeVar("_Work", bound=Callable[..., Any])


def machine_code(work: _Work) -> _Work:
    """A compiled function, from the cache where there is a place for one."""
    with contextlib.suppress(RuntimeError):  # numba's word for a file system without a place to write
        return numba.njit(nogil=True, cache=True)(work)  # type: ignore[no-any-return]
    return numba.njit(nogil=True)(work)  # type: ignore[no-any-return]
