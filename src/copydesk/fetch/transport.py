"""httpx's way to the net, with connections of our own: checked, and a pool of one for each host.

A host gets one request at a time, so it never needs a second connection; and a pool shared by many hosts
is gone through connection by connection at every request, which with fifty of them costs more than all the
rest of an exchange.
"""

from __future__ import annotations

import ssl
from collections import OrderedDict
from collections.abc import AsyncIterator

import httpcore
import httpx

from copydesk.fetch.addresses import CheckedBackend, Gate

_KEPT_SECONDS = 15.0


class HostTransport(httpx.AsyncBaseTransport):
    """Connections to many hosts, one to each; the idle ones longest unused are closed first."""

    def __init__(self, gate: Gate, secure: ssl.SSLContext, most: int) -> None:
        """Keep at most so many idle connections."""
        self._backend = CheckedBackend(gate)
        self._secure, self._most = secure, most
        self._pools: OrderedDict[tuple[bytes, bytes, int | None], httpcore.AsyncConnectionPool] = (
            OrderedDict()
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request on its host's connection."""
        url = request.url
        sent = httpcore.Request(
            method=request.method,
            url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        pool = await self._pool((url.raw_scheme, url.raw_host, url.port))
        got = await pool.handle_async_request(sent)
        return httpx.Response(got.status, headers=got.headers, stream=_Stream(got), extensions=got.extensions)

    async def _pool(self, key: tuple[bytes, bytes, int | None]) -> httpcore.AsyncConnectionPool:
        pool = self._pools.get(key)
        if pool is None:
            pool = self._pools[key] = httpcore.AsyncConnectionPool(
                ssl_context=self._secure,
                max_connections=1,
                keepalive_expiry=_KEPT_SECONDS,
                network_backend=self._backend,
            )
            await self._retire()
        self._pools.move_to_end(key)
        return pool

    async def _retire(self) -> None:
        """Close idle connections beyond the number kept; one in use is left for a later turn."""
        for key in list(self._pools)[: max(len(self._pools) - self._most, 0)]:
            if all(connection.is_idle() for connection in self._pools[key].connections):
                await self._pools.pop(key).aclose()

    async def aclose(self) -> None:
        """Close every connection."""
        while self._pools:
            await self._pools.popitem()[1].aclose()


class _Stream(httpx.AsyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in self._response.aiter_stream():
            yield part

    async def aclose(self) -> None:
        await self._response.aclose()
