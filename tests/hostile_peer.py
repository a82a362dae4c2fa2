"""A peer that does what it can to a fetcher: each route is a trick, and one address must never be asked."""

from __future__ import annotations

import asyncio
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from fastwarc.stream_io import BrotliWriter, ZstdWriter
from loopback import Reply, Web, serving

PEER = "127.0.72.1"
TARGET = "127.0.72.2"
"""Runs a server too, and is not opened: its log stays empty."""
ENDLESS_ROBOTS, LOOPING_ROBOTS, PAGE_ROBOTS, DRIPPING_ROBOTS, LEADING_ROBOTS = (
    f"127.0.72.{n}" for n in range(3, 8)
)
ROBOTS_HOSTS = [ENDLESS_ROBOTS, LOOPING_ROBOTS, PAGE_ROBOTS, DRIPPING_ROBOTS, LEADING_ROBOTS]
_OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
_PAGE = b"<!DOCTYPE html><html><body><p>Hello</p></body></html>"

REFUSED = {
    "/gzip-bomb": "too_large",
    "/deflate-bomb": "too_large",
    "/brotli-bomb": "too_large",
    "/zstd-bomb": "too_large",
    "/gzip-twice": "bad_encoding",
    "/gzip-cut": "bad_encoding",
    "/unknown-coding": "bad_encoding",
    "/endless-body": "too_large",
    "/said-to-be-large": "too_large",
    "/drip-body": "timeout",
    "/drip-headers": "timeout",
    "/silence": "timeout",
    "/redirect-loop": "redirects",
    "/redirect-nowhere": "redirects",
    "/redirect-chain/0": "redirects",
    "/redirect-script": "redirects",
    "/bad-chunk": "broken_answer",
    "/two-lengths": "broken_answer",
    "/short-body": "broken_answer",
    "/nul-header": "broken_answer",
    "/huge-header": "broken_answer",
    "/no-http": "broken_answer",
    "/unasked-304": "broken_answer",
    "/hang-up": "broken_answer",
    "/retry-in-years": "http_status",
    "/picture": "not_a_page",
}
"""Routes and what becomes of them."""


def inward(port: int) -> dict[str, str]:
    """Routes that lead to the forbidden address, in all its spellings."""
    number = int.from_bytes(bytes(int(part) for part in TARGET.split(".")), "big")
    hosts = {
        "plain": TARGET,
        "decimal": str(number),
        "hex": hex(number),
        "mapped": f"[::ffff:{TARGET}]",
        "zero": "0.0.0.0",
        "localhost": "localhost",
        "user": f"paper.example@{TARGET}",
    }
    return {f"/inward-{name}": f"http://{host}:{port}/secret" for name, host in hosts.items()}


@cache
def gzip_bomb(wbits: int = 31) -> bytes:
    """A gigabyte in a megabyte: one flushed block, over and over."""
    packer = zlib.compressobj(9, zlib.DEFLATED, wbits)
    block = bytes(1 << 20)
    start = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    return start + (packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)) * 1_000


@cache
def other_bomb(kind: str) -> bytes:
    out = io.BytesIO()
    packed = BrotliWriter(out, 1) if kind == "br" else ZstdWriter(out)
    for _ in range(200):
        packed.write(bytes(1 << 20))
    packed.close()
    return out.getvalue()


def _coded(coding: str, body: bytes) -> bytes:
    return f"{_OK}Content-Encoding: {coding}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


def _packed(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=31)
    return packer.compress(body) + packer.flush()


def _to(where: str) -> bytes:
    return (
        f"HTTP/1.1 302 Found\r\nLocation: {where}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n".encode()
    )


def whole(path: str) -> bytes | None:
    """What is sent at once on a route."""
    if path.startswith("/redirect-chain/"):
        return _to(f"/redirect-chain/{int(path.rpartition('/')[2]) + 1}")
    return {
        "/robots.txt": b"HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
        "/gzip-bomb": _coded("gzip", gzip_bomb()),
        "/deflate-bomb": _coded("deflate", gzip_bomb(15)),
        "/brotli-bomb": _coded("br", other_bomb("br")),
        "/zstd-bomb": _coded("zstd", other_bomb("zstd")),
        "/gzip-twice": _coded("gzip, gzip", _packed(_packed(_PAGE))),
        "/gzip-cut": _coded("gzip", _packed(_PAGE)[:-9]),
        "/unknown-coding": _coded("snappy", _PAGE),
        "/said-to-be-large": f"{_OK}Content-Length: 99999999999\r\n\r\n".encode(),
        "/redirect-loop": _to("/redirect-loop"),
        "/redirect-nowhere": _to(""),
        "/redirect-script": _to("javascript:alert(1)"),
        "/bad-chunk": f"{_OK}Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n".encode(),
        "/two-lengths": f"{_OK}Content-Length: 3\r\nContent-Length: 5\r\n\r\n".encode() + b"hello",
        "/short-body": f"{_OK}Content-Length: 500\r\n\r\n".encode() + _PAGE,
        "/nul-header": f"{_OK}X-A: a\0b\r\nContent-Length: 0\r\n\r\n".encode(),
        "/huge-header": f"{_OK}X-A: {'a' * 300_000}\r\n\r\n".encode(),
        "/no-http": _PAGE,
        "/unasked-304": b"HTTP/1.1 304 Not Modified\r\n\r\n",
        "/hang-up": b"",
        "/retry-in-years": b"HTTP/1.1 429 No\r\nRetry-After: 99999999\r\nContent-Length: 0\r\n\r\n",
        "/picture": b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 4\r\n\r\n\x89PNG",
    }.get(path)


async def _raw(path: str, writer: asyncio.StreamWriter) -> None:
    address, port = writer.get_extra_info("sockname")[:2]
    if address in ROBOTS_HOSTS:
        await _robots(address, port, path, writer)
    elif path in inward(port):
        writer.write(_to(inward(port)[path]))
    elif (sent := whole(path)) is not None:
        writer.write(sent)
    elif path in {"/drip-body", "/drip-headers"}:
        await _drip(writer, f"{_OK}\r\n" if path == "/drip-body" else "HTTP/1.1 200 OK\r\nX-A: ")
    elif path == "/endless-body":
        await _endless(writer, f"{_OK}\r\n", b"<p>and on</p>" * 5_000)
    elif path == "/silence":
        await asyncio.sleep(20)
    await writer.drain()


async def _robots(address: str, port: int, path: str, writer: asyncio.StreamWriter) -> None:
    head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"
    if path != "/robots.txt":
        writer.write(f"{_OK}Content-Length: {len(_PAGE)}\r\n\r\n".encode() + _PAGE)
    elif address == ENDLESS_ROBOTS:
        await _endless(writer, head, b"User-agent: *\nDisallow: /page\n" * 2_000)
    elif address == LOOPING_ROBOTS:
        writer.write(_to("/robots.txt"))
    elif address == LEADING_ROBOTS:
        writer.write(_to(f"http://{TARGET}:{port}/robots.txt"))
    elif address == PAGE_ROBOTS:
        writer.write(f"{_OK}Content-Length: {len(_PAGE)}\r\n\r\n".encode() + _PAGE)
    else:
        await _drip(writer, head)


async def _drip(writer: asyncio.StreamWriter, head: str) -> None:
    writer.write(head.encode())
    for _ in range(200):
        await writer.drain()
        await asyncio.sleep(0.1)
        writer.write(b"a")


async def _endless(writer: asyncio.StreamWriter, head: str, part: bytes) -> None:
    writer.write(head.encode())
    for _ in range(5_000):
        writer.write(part)
        await writer.drain()


@contextmanager
def hostile() -> Iterator[Web]:
    """The peer, and the forbidden target, for the length of the block."""
    for kind in ("br", "zstd"):
        other_bomb(kind)
    gzip_bomb(), gzip_bomb(15)
    with serving([PEER, TARGET, *ROBOTS_HOSTS], lambda *_: Reply(), _raw) as web:
        yield web
