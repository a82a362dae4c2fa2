"""The flows' modules, and one temporary Prefect server for all tests of them."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

FLOWS = Path(__file__).parent.parent.parent / "flows"


@pytest.fixture(scope="session")
def flow_modules() -> Iterator[SimpleNamespace]:
    """`ingest`, `fetch` and `watch`, as they are when run from their own folder."""
    sys.path.insert(0, str(FLOWS))
    modules = SimpleNamespace(
        **{name: importlib.import_module(name) for name in ("ingest", "fetch", "watch")}
    )
    # Prefect may only be imported once a flow's module has switched its reports off.
    from prefect.settings import temporary_settings  # noqa: PLC0415
    from prefect.testing.utilities import prefect_test_harness  # noqa: PLC0415

    with (
        prefect_test_harness(server_startup_timeout=180),
        temporary_settings({"flows.heartbeat_frequency": None}),
    ):
        yield modules
    sys.path.remove(str(FLOWS))


@pytest.fixture
def flows(flow_modules: SimpleNamespace) -> ModuleType:
    """The module of the ingesting flow."""
    module: ModuleType = flow_modules.ingest
    return module
