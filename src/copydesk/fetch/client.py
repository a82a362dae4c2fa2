"""One exchange: a request, its answer, nothing followed, everything capped.

Deadlines hold for the whole exchange, since a peer that sends a byte now and then keeps any single read
alive. Only gzip is asked for; whatever coding comes back is undone elsewhere (`body_of`), under a cap
inside the decoder, since one chunk of a few kilobytes can hold gigabytes.
"""

from __future__ import annotations

import asyncio
import ssl
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpcore
import httpx

from copydesk.fetch.addresses import Gate
from copydesk.fetch.records import NO_VALIDATORS, Answer, Refusal, Result, Validators
from copydesk.fetch.transport import HostTransport
from copydesk.fetch.urls import check_shape
from copydesk.settings import FetchSettings
from copydesk.sources.unpack import Damaged, Oversized, unpack

ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.1"
_NETWORK = (
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.TimeoutException,
    httpx.HTTPError,
    httpx.InvalidURL,
    OSError,
)


@dataclass(frozen=True, slots=True)
class Clock:
    """Where the time comes from: of day (seconds since 1970), for gaps, and how to let some pass."""

    now: Callable[[], float] = field(default=time.time)
    ticks: Callable[[], float] = field(default=time.monotonic)


class Client:
    """The web, one exchange at a time; `open_client` makes one.

    It works on httpx's transport: what httpx's client adds to it (cookies, redirects, settings from the
    environment) is what must not happen here.
    """

    def __init__(
        self,
        transport: httpx.AsyncBaseTransport,
        settings: FetchSettings,
        gate: Gate,
        agent: str,
        clock: Clock,
    ) -> None:
        self._transport, self._settings, self._gate, self._clock = transport, settings, gate, clock
        self._headers = {"User-Agent": agent, "Accept": ACCEPT, "Accept-Encoding": "gzip"}
        limits = ("connect", "read", "write", "pool")
        self._extensions = {"timeout": dict.fromkeys(limits, settings.deadline)}

    async def exchange(
        self, url: str, validators: Validators = NO_VALIDATORS, *, cap: int | None = None, cut: bool = False
    ) -> Answer:
        """Ask for a url once. Raises `Refusal` for whatever gives no whole answer in time.

        A body beyond `cap` bytes is refused, or only its start is read if `cut`.
        """
        check_shape(url)
        try:
            async with asyncio.timeout(self._settings.deadline):
                return await self._exchange(url, validators, cap or self._settings.max_bytes, cut)
        except TimeoutError as error:
            detail = f"It took more than {self._settings.deadline:g} seconds."
            raise Refusal(Result.TIMEOUT, detail) from error
        except _NETWORK as error:
            raise _told(error) from error

    async def _exchange(self, url: str, validators: Validators, cap: int, cut: bool) -> Answer:
        at, began = self._clock.now(), self._clock.ticks()
        headers = {**self._headers, **validators.headers()}
        request = httpx.Request("GET", url, headers=headers, extensions=self._extensions)
        if not request.url.host.isascii() or request.url.userinfo:
            raise Refusal(Result.BAD_URL, "Its host cannot be asked.")
        if self._settings.proxy:
            await self._check_behind_proxy(request.url)
        response = await self._transport.handle_async_request(request)
        try:
            _check_length(response, cap, cut)
            body, was_cut = await _read(response, cap, cut)
        finally:
            await response.aclose()
        if response.status_code == 304 and not validators.headers():
            raise Refusal(Result.BROKEN_ANSWER, "It said 'not modified' unasked.", status=304)
        return Answer(
            url=str(request.url),
            at=at,
            seconds=self._clock.ticks() - began,
            request=_request_bytes(request),
            version=_text(response, "http_version"),
            status=response.status_code,
            phrase=_text(response, "reason_phrase"),
            headers=tuple(response.headers.raw),
            body=body,
            address=_address(response),
            cut=was_cut,
        )

    async def _check_behind_proxy(self, url: httpx.URL) -> None:
        """The proxy looks names up by itself; what can be known here of where it will go is checked here."""
        try:
            await self._gate.addresses(url.host, url.port or (443 if url.scheme == "https" else 80))
        except Refusal as refusal:
            if refusal.result is not Result.NO_SUCH_HOST:
                raise


def _check_length(response: httpx.Response, cap: int, cut: bool) -> None:
    stated = response.headers.get("Content-Length", "")
    if not cut and stated.isdigit() and int(stated) > cap:
        raise Refusal(Result.TOO_LARGE, f"It is said to have {stated} bytes.", status=response.status_code)


async def _read(response: httpx.Response, cap: int, cut: bool) -> tuple[bytes, bool]:
    parts: list[bytes] = []
    size = 0
    async for part in response.aiter_raw():
        parts.append(part)
        size += len(part)
        if size > cap:
            if cut:
                return b"".join(parts)[:cap], True
            raise Refusal(Result.TOO_LARGE, f"It has more than {cap} bytes.", status=response.status_code)
    return b"".join(parts), False


def _request_bytes(request: httpx.Request) -> bytes:
    head = b"%s %s HTTP/1.1\r\n" % (request.method.encode(), request.url.raw_path)
    return head + b"".join(b"%s: %s\r\n" % pair for pair in request.headers.raw) + b"\r\n"


def _text(response: httpx.Response, name: str) -> str:
    return bytes(response.extensions.get(name, b"")).decode("latin-1")


def _address(response: httpx.Response) -> str | None:
    stream: Any = response.extensions.get("network_stream")
    peer = stream.get_extra_info("server_addr") if stream is not None else None
    return str(peer[0]) if peer else None


def _told(error: Exception) -> Refusal:
    """A library's error as one of ours."""
    text = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    if isinstance(error.__cause__ or error.__context__, ssl.SSLError) or isinstance(error, ssl.SSLError):
        return Refusal(Result.UNREACHABLE, f"Its certificate or encryption is not to be trusted: {text}")
    if isinstance(error, httpcore.TimeoutException):
        return Refusal(Result.TIMEOUT, text)
    if isinstance(error, httpcore.RemoteProtocolError | httpcore.LocalProtocolError):
        return Refusal(Result.BROKEN_ANSWER, text, passing=True)
    if isinstance(error, httpx.InvalidURL):
        return Refusal(Result.BAD_URL, text)
    return Refusal(Result.UNREACHABLE, text, passing=True)


def body_of(answer: Answer, cap: int) -> bytes:
    """The body without its content codings, all of it and at most `cap` bytes; raises `Refusal`."""
    body = answer.body
    codings = [c.strip() for c in (answer.header("Content-Encoding") or "").split(",") if c.strip()]
    try:
        if len(codings) > 1:
            raise Damaged("it is packed more than once")
        for coding in codings:
            body = unpack(body, coding, cap) if body else body
    except Oversized as error:
        detail = f"It has more than {cap} bytes once unpacked."
        raise Refusal(Result.TOO_LARGE, detail, status=answer.status) from error
    except Damaged as error:
        raise Refusal(Result.BAD_ENCODING, f"Not to be unpacked: {error}.", status=answer.status) from error
    return body


def user_agent(settings: FetchSettings, version: str) -> str:
    """Who asks, and whom to turn to.

    >>> user_agent(FetchSettings(contact="desk@paper.example"), "1.0")
    'copydesk/1.0 (+desk@paper.example)'
    """
    return f"copydesk/{version} (+{settings.contact})" if settings.contact else f"copydesk/{version}"


@asynccontextmanager
async def open_client(
    settings: FetchSettings, gate: Gate, version: str, clock: Clock | None = None
) -> AsyncIterator[Client]:
    """A client for the length of the block: no cookies, no environment, certificates checked."""
    async with _transport(settings, gate) as transport:
        yield Client(transport, settings, gate, user_agent(settings, version), clock or Clock())


def _transport(settings: FetchSettings, gate: Gate) -> httpx.AsyncBaseTransport:
    secure = httpx.create_ssl_context(trust_env=False)
    if settings.proxy:
        return httpx.AsyncHTTPTransport(verify=secure, trust_env=False, proxy=settings.proxy)
    return HostTransport(gate, secure, 2 * settings.connections)
