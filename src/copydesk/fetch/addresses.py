"""Which addresses may be asked, checked where the connection is made.

A name is looked up once for a connection; every address it has must be on the public net, and the
connection goes to the very address that was checked. So a redirect to a host inside the net, a name with
an inside address among its own, and a name that changes its address between look and call all fail alike.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import httpcore

from copydesk.fetch.records import Refusal, Result

Resolve = Callable[[str, int], Awaitable[list[str]]]
"""Host and port to addresses."""

_USUAL = {80, 443}
# Addresses of IPv4 in the clothes of IPv6 (RFC 6052): a translator on the way would reach what is inside.
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


async def look_up(host: str, port: int) -> list[str]:
    """Every address of a host, by the system's resolver."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(info[4][0]) for info in found))


def is_public(address: str) -> bool:
    """Whether an address is on the public net, also when it is written as another kind.

    >>> is_public("127.0.0.1"), is_public("::ffff:10.0.0.1"), is_public("64:ff9b::a00:1")
    (False, False, False)
    >>> is_public("1.1.1.1"), is_public("2606:4700:4700::1111")
    (True, True)
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_private or ip.is_unspecified)


@dataclass(frozen=True, slots=True)
class Gate:
    """Who may be asked: the public net at its usual ports, and what is opened by name (`HOST:PORT`)."""

    allow: frozenset[str] = frozenset()
    resolve: Resolve = field(default=look_up)

    def is_open(self, host: str, port: int) -> bool:
        """Whether exactly this host and port are opened by name."""
        return f"{host}:{port}" in self.allow or f"[{host}]:{port}" in self.allow

    async def addresses(self, host: str, port: int) -> list[str]:
        """The addresses to connect to, all of them checked; raises `Refusal`."""
        try:
            addresses = await self.resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise Refusal(Result.NO_SUCH_HOST, f"{host} has no address: {error}") from error
        if not addresses:
            raise Refusal(Result.NO_SUCH_HOST, f"{host} has no address.")
        for address in addresses:
            self._check(host, port, address)
        return addresses

    def _check(self, host: str, port: int, address: str) -> None:
        if self.is_open(host, port) or self.is_open(address, port):
            return
        if not is_public(address):
            detail = f"{host} is {address}, which is not on the public net; --allow-address opens it."
            raise Refusal(Result.FORBIDDEN_ADDRESS, detail)
        if port not in _USUAL:
            detail = f"Port {port} is no usual one; --allow-address {host}:{port} opens it."
            raise Refusal(Result.FORBIDDEN_ADDRESS, detail)


class CheckedBackend(httpcore.AsyncNetworkBackend):
    """Connections of httpcore that pass the gate first."""

    def __init__(self, gate: Gate) -> None:
        """Connect through the backend that suits asyncio."""
        self._gate = gate
        self._inner = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to one of the addresses that were checked, not to the name."""
        *others, last = await self._gate.addresses(host, port)
        for address in others:
            try:
                return await self._inner.connect_tcp(address, port, timeout, local_address, socket_options)
            except httpcore.ConnectError:
                continue
        return await self._inner.connect_tcp(last, port, timeout, local_address, socket_options)

    async def connect_unix_socket(
        self,
        path: str,  # noqa: ARG002
        timeout: float | None = None,  # noqa: ARG002
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> httpcore.AsyncNetworkStream:
        """No web page is behind a socket of this machine."""
        raise Refusal(Result.FORBIDDEN_ADDRESS, "It is a socket of this machine.")

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)
