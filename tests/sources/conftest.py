"""Archives of our own making."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from copydesk.model import RawPage, Rejected
from copydesk.settings import Settings
from copydesk.sources import iter_sources, read_source

Result = RawPage | Rejected
Reader = Callable[..., list[Result]]


@pytest.fixture
def taken(tmp_path: Path) -> Reader:
    """Write a file of a name and give back what is taken out of it."""

    def take(name: str, content: bytes, settings: Settings | None = None) -> list[Result]:
        path = tmp_path / name
        path.write_bytes(content)
        options = settings or Settings()
        return [item for source in iter_sources([path], options) for item in read_source(source, options)]

    return take


@pytest.fixture
def standard_input(monkeypatch: pytest.MonkeyPatch) -> Reader:
    """Give bytes on standard input and give back what is taken out of them."""

    def take(content: bytes) -> list[Result]:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))
        sources = iter_sources([Path("-")], Settings())
        return [item for source in sources for item in read_source(source, Settings())]

    return take
