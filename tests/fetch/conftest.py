"""What tests of fetching share: a request with a contact, no waits worth mentioning, and a fixed chance."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from fetching import Fetch

from copydesk.fetch import FetchRequest, FetchSummary, SourceList, SourceSpec, fetch
from copydesk.fetch.run import World
from copydesk.settings import FetchSettings


@pytest.fixture
def fetched(tmp_path: Path) -> Fetch:
    """Fetch some sources (urls, or specs) into one folder; settings as keywords."""

    def run(
        sources: list[str | SourceSpec], *, now: bool = True, world: World | None = None, **settings: object
    ) -> FetchSummary:
        specs = tuple(s if isinstance(s, SourceSpec) else SourceSpec(name=s, url=s) for s in sources)
        given = {"contact": "desk@paper.example", "delay": 0.0, "backoff": 0.01, **settings}
        request = FetchRequest(SourceList(specs), tmp_path / "raw", FetchSettings(**given), now)  # type: ignore[arg-type]
        return fetch(request, world=world or World(random=Random(1)))

    return run
