"""How fast pages are fetched, beside a bare httpx client that makes the same requests in the same run.

    python benchmarks/fetch.py [--pages 5000] [--hosts 50] [--rounds 3]

The server is a process of its own on 127.0.0.0/8; no host is given a delay. What copydesk does beyond the
bare client: robots.txt, one request at a time to a host, address checks, caps, digests, WARC, the state.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median

import httpx

from copydesk.fetch import FetchRequest, SourceList, SourceSpec, fetch
from copydesk.settings import FetchSettings

PARAGRAPH = (
    "<p>The ferry to Saltholm ran again on Monday after a week of storms had kept it in harbour.</p>\n"
)


@dataclass(frozen=True)
class Timing:
    """Pages a second, by the clock on the wall and by processor time."""

    wall: float
    cpu: float


class Paper(asyncio.Protocol):
    """A server of small pages, as quick as can be: it shall not be what is measured."""

    def __init__(self, body: bytes) -> None:
        head = 'Content-Type: text/html; charset=utf-8\r\nETag: "v1"\r\n'
        self._page = f"HTTP/1.1 200 OK\r\n{head}Content-Length: {len(body)}\r\n\r\n".encode() + body
        self._none = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
        self._buffer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport: asyncio.Transport = transport  # type: ignore[assignment]

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while b"\r\n\r\n" in self._buffer:
            head, _, self._buffer = self._buffer.partition(b"\r\n\r\n")
            self._transport.write(self._none if head.startswith(b"GET /robots.txt") else self._page)


def serve(addresses: Sequence[str], body: bytes, told: Connection) -> None:
    """Serve on all addresses, at one port, until ended."""

    async def main() -> None:
        port = 0
        loop = asyncio.get_running_loop()
        for address in addresses:
            server = await loop.create_server(lambda: Paper(body), address, port)
            port = server.sockets[0].getsockname()[1]
        told.send(port)
        await asyncio.sleep(3_600)

    asyncio.run(main())


def bare(urls: dict[str, list[str]], connections: int) -> None:
    """What anyone would write first: a client, a task for each host, the bodies counted."""

    async def main() -> int:
        limits = httpx.Limits(max_connections=connections, max_keepalive_connections=connections)
        async with httpx.AsyncClient(limits=limits, trust_env=False) as client:

            async def host(pages: list[str]) -> int:
                return sum([len((await client.get(url)).content) for url in pages])

            return sum(await asyncio.gather(*(host(pages) for pages in urls.values())))

    assert asyncio.run(main()) > 0


def polite(urls: dict[str, list[str]], connections: int, allow: frozenset[str]) -> None:
    """The same requests by copydesk, into an archive that is thrown away."""
    settings = FetchSettings(contact="bench@paper.example", delay=0.0, connections=connections, allow=allow)
    specs = tuple(SourceSpec(name=host, urls=tuple(pages), limit=10**6) for host, pages in urls.items())
    with tempfile.TemporaryDirectory() as folder:
        summary = fetch(FetchRequest(SourceList(specs), Path(folder) / "raw", settings))
    pages = sum(map(len, urls.values()))
    got = sum(report.new for report in summary.sources)
    assert got == pages, f"{got} of {pages} pages arrived"


def timed(run: Callable[[], None], pages: int) -> Timing:
    wall, cpu = time.perf_counter(), time.process_time()
    run()
    return Timing(pages / (time.perf_counter() - wall), pages / (time.process_time() - cpu))


def main() -> int:
    parser = argparse.ArgumentParser(description="Fetch beside a bare httpx client.")
    parser.add_argument("--pages", type=int, default=5_000)
    parser.add_argument("--hosts", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--size", type=int, default=4_000, help="bytes of a page, about")
    given = parser.parse_args()
    addresses = [f"127.0.74.{n}" for n in range(1, given.hosts + 1)]
    body = f"<!DOCTYPE html><html><body>{PARAGRAPH * (given.size // len(PARAGRAPH))}</body></html>".encode()
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(
        target=serve, args=(addresses, body, theirs), daemon=True
    )
    server.start()
    port = ours.recv()
    each = given.pages // given.hosts
    urls = {a: [f"http://{a}:{port}/2031/story-{n}" for n in range(each)] for a in addresses}
    allow = frozenset(f"{address}:{port}" for address in addresses)
    pages = each * given.hosts
    print(f"{pages} pages of {len(body)} bytes on {given.hosts} hosts, {os.cpu_count()} processors")
    rates: dict[str, list[Timing]] = {"bare httpx": [], "copydesk fetch": []}
    try:
        for _ in range(given.rounds):
            rates["bare httpx"].append(timed(lambda: bare(urls, given.hosts), pages))
            rates["copydesk fetch"].append(timed(lambda: polite(urls, given.hosts, allow), pages))
    finally:
        server.terminate()
    report(rates)
    return 0


def report(rates: dict[str, list[Timing]]) -> None:
    """Medians, and the ratios of each round, since a busy machine slows both alike."""
    for name, timings in rates.items():
        wall, cpu = median(t.wall for t in timings), median(t.cpu for t in timings)
        print(f"{name:<16} {wall:7.0f} pages a second, {cpu:7.0f} a second of processor time")
    pairs = list(zip(rates["copydesk fetch"], rates["bare httpx"], strict=True))
    for what in ("wall", "cpu"):
        ratios = [getattr(mine, what) / getattr(other, what) for mine, other in pairs]
        shown = ", ".join(f"{ratio:.2f}" for ratio in ratios)
        print(f"ratio by {what:<4} {median(ratios):.2f} (rounds: {shown})")


if __name__ == "__main__":
    sys.exit(main())
