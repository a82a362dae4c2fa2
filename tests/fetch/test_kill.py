"""kill -9 in the middle, again and again: no broken archive, and nothing in place is asked for twice.

With COPYDESK_LONG=1 in the environment it is killed fifty times, which takes a minute or two.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator
from loopback import Reply, Web, serving

from copydesk.fetch.records import Link, Result, Validators
from copydesk.fetch.rows import Outcome
from copydesk.fetch.sourcelist import SourceSpec
from copydesk.fetch.state import open_state

HOSTS = [f"127.0.73.{n}" for n in range(1, 6)]
LONG = bool(os.environ.get("COPYDESK_LONG"))
KILLS = 50 if LONG else 3
PAGES = 900 if LONG else 120
BATCH = 5
_SCRIPT = """
import sys
from pathlib import Path
from copydesk.fetch import FetchRequest, SourceList, SourceSpec, fetch
from copydesk.settings import FetchSettings

raw, allow, *urls = sys.argv[1:]
settings = FetchSettings(contact="desk@paper.example", delay=0.01, batch_pages={batch}, batch_seconds=0.4,
    allow=frozenset(allow.split(",")))
specs = tuple(SourceSpec(name=url, url=url) for url in urls)
print("up", flush=True)
fetch(FetchRequest(SourceList(specs), Path(raw), settings))
"""


def answer(address: str, path: str, headers: dict[str, str]) -> Reply:
    if path == "/robots.txt":
        return Reply(b"", 404)
    if path == "/feed":
        items = "".join(f"<item><link>/story-{n}</link></item>" for n in range(PAGES))
        return Reply(f"<rss><channel>{items}</channel></rss>".encode(), headers={"ETag": '"feed"'})
    return Reply(f"<!DOCTYPE html><p>{address} {path}</p>".encode(), headers={"Content-Type": "text/html"})


def start(web: Web, raw: Path) -> subprocess.Popen[bytes]:
    urls = [web.url(host, "/feed") for host in HOSTS]
    command = [sys.executable, "-c", _SCRIPT.format(batch=BATCH), str(raw), ",".join(web.allow(HOSTS)), *urls]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"up\n"
    return process


def archived(raw: Path) -> Counter[str]:
    """The pages in all archives in place; every record of each must be whole."""
    found: Counter[str] = Counter()
    for file in raw.rglob("*.warc.gz"):
        if ".copydesk" in file.parts:
            continue
        for record in ArchiveIterator(file.open("rb"), parse_http=False):
            assert "WARC-Block-Digest" not in record.headers or record.verify_block_digest(), file
            if record.headers["WARC-Type"] == "response":
                found[record.headers["WARC-Target-URI"]] += 1
    return found


def test_a_killed_fetch_loses_no_more_than_the_batch_in_flight(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    chance = random.Random(11)
    with serving(HOSTS, answer) as web:
        for _ in range(KILLS):
            process = start(web, raw)
            time.sleep(chance.uniform(0.05, 0.5))
            process.send_signal(signal.SIGKILL)
            process.wait()
            before = archived(raw)
            assert len(before) < PAGES * len(HOSTS), "all was done before the last kill"
            assert set(before.values()) <= {1}
            asked = len(web.log)
        process = start(web, raw)
        assert process.wait(60) == 0
        everything = {web.url(host, f"/story-{n}") for host in HOSTS for n in range(PAGES)}
        assert archived(raw) == Counter(everything)
        # What was in place at the last kill was not asked for again.
        last = {f"http://{a.host}{a.path}" for a in web.log[asked:]}
        assert last.isdisjoint(before)
        # A kill costs at most the open batch of each host: so many pages, and the one being asked for.
        times = Counter(f"http://{a.host}{a.path}" for a in web.log if a.path.startswith("/story-"))
        assert times.total() - len(times) <= KILLS * len(HOSTS) * (2 * BATCH + 1)
        assert max(times.values()) <= KILLS + 1
    files = [path for path in raw.rglob("*.warc.gz") if ".copydesk" not in path.parts]
    tool = Path(sys.executable).parent / "warcio"
    check = subprocess.run([tool, "check", *files], capture_output=True, text=True, check=False)
    assert check.returncode == 0, check.stdout
    assert list((raw / ".copydesk" / "making").glob("*")) == []


@pytest.mark.parametrize("renamed", [True, False])
def test_a_batch_announced_is_taken_over_if_it_is_in_place(tmp_path: Path, renamed: bool) -> None:
    spec = SourceSpec("paper")
    state = open_state(tmp_path)
    state.add_pages(spec, None, [Link("https://paper.example/a")], 1.0)
    [page] = state.due_pages(spec, 1.0)
    outcome = Outcome(
        page.number, 2.0, Result.NEW, validators=Validators('"a"'), sha256="0" * 64, path="x.warc.gz"
    )
    state.announce([("x.warc.gz", [outcome])])
    if renamed:
        (tmp_path / "x.warc.gz").touch()
    state.close()
    state = open_state(tmp_path)
    assert state.recover(3.0) == int(renamed)
    assert [p.number for p in state.due_pages(spec, 9.0)] == ([] if renamed else [page.number])
    kept = state.page(page.key)
    assert kept is not None
    assert kept.validators.etag == ('"a"' if renamed else None)
    state.close()
