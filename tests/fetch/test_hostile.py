"""Every trick ends in a recorded reason, in time and in little memory; what is inside is never asked."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from fetching import Fetch
from hostile_peer import (
    DRIPPING_ROBOTS,
    ENDLESS_ROBOTS,
    LEADING_ROBOTS,
    LOOPING_ROBOTS,
    PAGE_ROBOTS,
    PEER,
    REFUSED,
    ROBOTS_HOSTS,
    TARGET,
    hostile,
    inward,
)
from loopback import Web

from copydesk.fetch.addresses import Gate
from copydesk.fetch.records import Refusal, Result
from copydesk.fetch.run import World

DEADLINE = 1.5
MOST_MIB = 100


@pytest.fixture(scope="module")
def peer() -> Iterator[Web]:
    with hostile() as web:
        yield web


def one_by_one(peer: Web, folder: Path, urls: list[str]) -> list[dict[str, Any]]:
    script = Path(__file__).parent.parent / "one_by_one.py"
    allow = ",".join(sorted(peer.allow([PEER, *ROBOTS_HOSTS])))
    done = subprocess.run(
        [sys.executable, str(script), str(folder), str(DEADLINE), allow, *urls],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_every_trick_ends_in_a_reason_in_time_and_in_little_memory(peer: Web, tmp_path: Path) -> None:
    urls = [peer.url(PEER, path) for path in (*REFUSED, *inward(peer.port))]
    for told in one_by_one(peer, tmp_path, urls):
        path = urlsplit(told["url"]).path
        expected = REFUSED.get(path)
        results = [result for _, result, _ in told["rows"]]
        if expected is None:
            # The page leads on, and the target, a page of its own, is refused without being asked.
            assert results in (["moved", "forbidden_address"], ["moved", "bad_url"]), told
        else:
            assert results[-1] == expected, told
            assert set(results[:-1]) <= {"moved"}, told
        assert told["seconds"] < DEADLINE + 1.0, told
        assert told["mib"] < MOST_MIB, told
    assert peer.asked(host=TARGET) == []
    assert list(tmp_path.rglob("*.warc.gz")) == []


def test_robots_of_every_kind_of_malice(peer: Web, tmp_path: Path) -> None:
    expected = {
        ENDLESS_ROBOTS: "robots",
        LOOPING_ROBOTS: "robots_unreachable",
        LEADING_ROBOTS: "robots_unreachable",
        DRIPPING_ROBOTS: "robots_unreachable",
        PAGE_ROBOTS: "new",
    }
    urls = [peer.url(host, "/page") for host in expected]
    for told, (host, result) in zip(one_by_one(peer, tmp_path, urls), expected.items(), strict=True):
        assert [row[1] for row in told["rows"]] == [result], told
        assert told["seconds"] < DEADLINE + 1.0
        assert told["mib"] < MOST_MIB
        assert bool(peer.asked("/page", host)) == (result == "new")
    assert peer.asked(host=TARGET) == []


def test_a_name_that_changes_its_address_meets_the_check_each_time(
    peer: Web, fetched: Fetch, tmp_path: Path
) -> None:
    """The first look-up says an opened address, the next ones the forbidden one."""
    looks: list[str] = []

    async def resolve(host: str, port: int) -> list[str]:
        looks.append(host)
        return [PEER if len(looks) == 1 else TARGET]

    url = f"http://rebinds.example:{peer.port}/picture"
    summary = fetched([url], allow=peer.allow([PEER]), world=World(resolve=resolve), tries=1)
    # robots.txt went to the address that was checked, and the page would have gone to the other.
    assert summary.results == {Result.FORBIDDEN_ADDRESS: 1}
    assert len(looks) == 2
    assert peer.asked(host=TARGET) == []


@pytest.mark.parametrize(
    "addresses",
    [["93.184.216.34", "10.0.0.1"], ["::1"], ["64:ff9b::7f00:1"], ["0.0.0.0"], ["224.0.0.1"], []],
)
def test_one_inside_address_among_many_is_enough_to_refuse(addresses: list[str]) -> None:
    async def resolve(host: str, port: int) -> list[str]:
        return addresses

    with pytest.raises(Refusal):
        asyncio.run(Gate(resolve=resolve).addresses("paper.example", 443))


def test_an_opened_port_opens_no_other() -> None:
    gate = Gate(frozenset({"127.0.0.1:8080"}))
    assert asyncio.run(gate.addresses("127.0.0.1", 8080)) == ["127.0.0.1"]
    with pytest.raises(Refusal):
        asyncio.run(gate.addresses("127.0.0.1", 8081))
