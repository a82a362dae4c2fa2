"""What tests of several rooms share lies beside this file, which puts it on the path.

Here is also told what saves time: which tests go to one worker, which go first, and what is kept of them all.
"""

from __future__ import annotations

import gc
import os
from typing import Any

import pytest

# The tests start some hundred processes; where no bytecode is kept, each of them compiles the package anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# Tests that share something dear go to one worker: a server, runs to compare with, code compiled once.
GROUPS = {
    "tests/benchmarks/": "compiled",
    "tests/dedup/test_index.py": "compiled",
    "tests/dedup/test_signatures.py": "compiled",
    "tests/faults/": "faults",
    "tests/flows/": "flows",
    "tests/hostile/test_families.py": "families",
}
# Some single tests take longest; begun last, one of them would be waited for alone.
FIRST = ("tests/test_docs.py", "tests/properties/", "tests/hostile/", "tests/engine/", "tests/fetch/")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """By group, else test by test: pytest-xdist 3.8 does not see its own marks in pytest 9.2."""
    if config.getoption("dist") != "loadgroup":
        return None
    from xdist.scheduler.loadscope import LoadScopeScheduling  # noqa: PLC0415 - may not be installed

    class ByGroup(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return next((group for start, group in GROUPS.items() if nodeid.startswith(start)), nodeid)

    return ByGroup(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: not item.nodeid.startswith(FIRST))


def pytest_collection_finish() -> None:
    """What is there before the first test stays to the end, so no search for garbage need go through it."""
    gc.collect()
    gc.freeze()
