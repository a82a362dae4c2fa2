"""Web servers on 127.0.0.0/8 for tests of fetching: every request they get is written down."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Asked:
    """One request as a server saw it: when it came, when its answer was written, for which host."""

    at: float
    done: float
    host: str
    path: str
    headers: dict[str, str]

    @property
    def is_conditional(self) -> bool:
        return "if-none-match" in self.headers or "if-modified-since" in self.headers


@dataclass(frozen=True)
class Reply:
    """An answer; `length` off leaves it to the closed connection to say where the body ends."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


Answerer = Callable[[str, str, dict[str, str]], Reply]
Raw = Callable[[str, asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Web:
    """Running servers; `port` is the same on all addresses."""

    port: int
    log: list[Asked] = field(default_factory=list)

    def url(self, address: str, path: str = "/") -> str:
        return f"http://{address}:{self.port}{path}"

    def asked(self, path: str | None = None, host: str | None = None) -> list[Asked]:
        return [a for a in self.log if path in (None, a.path) and (host is None or a.host.startswith(host))]

    def allow(self, addresses: Sequence[str]) -> frozenset[str]:
        return frozenset(f"{address}:{self.port}" for address in addresses)


@contextmanager
def serving(addresses: Sequence[str], answer: Answerer, raw: Raw | None = None) -> Iterator[Web]:
    """Serve on all addresses for the length of the block; `raw` may write to the wire as it likes."""
    web = Web(0)
    loop = asyncio.new_event_loop()
    ready = threading.Event()
    stop = asyncio.Event()

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        address = writer.get_extra_info("sockname")[0]
        try:
            while await _one(web, address, reader, writer, answer, raw):
                pass
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def main() -> None:
        servers = []
        for address in addresses:
            server = await asyncio.start_server(handle, address, web.port)
            web.port = server.sockets[0].getsockname()[1]
            servers.append(server)
        ready.set()
        await stop.wait()
        for server in servers:
            server.close()
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()

    thread = threading.Thread(target=lambda: loop.run_until_complete(main()), daemon=True)
    thread.start()
    assert ready.wait(10)
    try:
        yield web
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(10)


async def _one(
    web: Web,
    address: str,
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
    answer: Answerer,
    raw: Raw | None,
) -> bool:
    head = await reader.readuntil(b"\r\n\r\n")
    at = time.monotonic()
    first, *lines = head.decode("latin-1").split("\r\n")
    path = first.split(" ")[1]
    headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in lines if line)}
    host = headers.get("host", "")
    if raw is not None:
        web.log.append(Asked(at, at, host, path, headers))
        await raw(path, writer)
        return False
    reply = answer(address, path, headers)
    fields = {"Content-Length": str(len(reply.body)), **reply.headers}
    told = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    writer.write(f"HTTP/1.1 {reply.status} X\r\n{told}\r\n".encode("latin-1") + reply.body)
    # Noted before the client can know that it has its answer.
    web.log.append(Asked(at, time.monotonic(), host, path, headers))
    await writer.drain()
    return True
