"""Twenty papers fetched and fetched again; what the servers wrote down is the proof."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

import orjson
from fetching import Fetch
from loopback import Asked, Web
from papers import CLOSED, HOSTS, SLOW, farm, stories

from copydesk.fetch import SourceSpec
from copydesk.fetch.records import Result
from copydesk.ingest import IngestRequest, ingest
from copydesk.settings import DEFAULT
from copydesk.sources import iter_sources, read_source

DELAY = 0.08


def specs(web: Web) -> list[str | SourceSpec]:
    return [SourceSpec(name=host, url=web.url(host), again=0.0) for host in HOSTS]


def check_manners(log: list[Asked]) -> None:
    """Nothing forbidden, nobody twice at once, gaps kept."""
    assert not [a.path for a in log if a.path.startswith("/private/")]
    by_host: dict[str, list[Asked]] = defaultdict(list)
    for asked in sorted(log, key=lambda a: a.at):
        by_host[asked.host].append(asked)
    for requests in by_host.values():
        for before, after in pairwise(requests):
            assert after.at - before.done >= DELAY * 0.95
    for host in (CLOSED, SLOW):
        assert {a.path for a in log if a.host.startswith(f"{host}:")} <= {"/robots.txt"}


def test_everything_allowed_arrives_once_and_the_second_fetch_only_asks_whether_it_changed(
    fetched: Fetch, tmp_path: Path
) -> None:
    raw = tmp_path / "raw"
    with farm() as web:
        settings = {"delay": DELAY, "allow": web.allow(HOSTS), "tries": 2}
        summary = fetched(specs(web), **settings)
        first, web.log[:] = list(web.log), []
        check_manners(first)
        open_hosts = [host for host in HOSTS if host not in (CLOSED, SLOW)]
        wanted = Counter(web.url(host, path) for host in open_hosts for path in stories(host))
        assert held(raw) == wanted
        assert summary.results[Result.NEW] == wanted.total()
        refused = {s.name: s.failure for s in summary.sources if s.failure}
        assert refused == {CLOSED: "robots_unreachable", SLOW: "crawl_delay"}
        answered = [(a.host, a.path) for a in first if not a.host.startswith(f"{CLOSED}:")]
        assert len(set(answered)) == len(answered), "a url was asked for twice"

        files = {path: path.stat().st_mtime_ns for path in raw.rglob("*.warc.gz")}
        again = fetched(specs(web), **settings)
        check_manners(web.log)
        asked = [a for a in web.log if a.path != "/robots.txt"]
        assert [a.path for a in asked if not a.is_conditional] == []
        assert len(asked) >= wanted.total()
        assert set(again.results) == {Result.UNCHANGED}
        assert {path: path.stat().st_mtime_ns for path in raw.rglob("*.warc.gz")} == files

    check = subprocess.run(
        [Path(sys.executable).parent / "warcio", "check", *files], capture_output=True, text=True, check=False
    )
    assert check.returncode == 0, check.stdout
    check_ingest(raw, tmp_path / "clean", wanted)


def held(raw: Path) -> Counter[str]:
    """The urls of all pages in the archives, as every other source is read."""
    pages = [page for file in iter_sources([raw]) for page in read_source(file, DEFAULT)]
    return Counter(page.url for page in pages)  # type: ignore[union-attr,misc]


def check_ingest(raw: Path, clean: Path, wanted: Counter[str]) -> None:
    """An article's address, time and place in the archive are those of its capture."""
    summary = ingest(IngestRequest((raw,), clean))
    assert (summary.inputs, summary.articles, summary.rejected) == (wanted.total(), wanted.total(), {})
    lines = [orjson.loads(line) for file in clean.rglob("articles/**/*.jsonl") for line in file.open("rb")]
    pages = {page.raw_path: page for file in iter_sources([raw]) for page in read_source(file, DEFAULT)}
    for line in lines:
        meta = line["metadata"]
        page = pages[meta["raw_path"]]
        assert (page.url, page.fetched_at, page.sha256) == (meta["url"], line["added"], meta["raw_sha256"])  # type: ignore[union-attr]
        assert meta["raw_path"].startswith(meta["host"])
        assert line["added"]
