"""What is known of a page beside its bytes: `page.html.meta.json`, or a line of JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson

from copydesk.sources.stamps import rfc3339, web_address

SUFFIX = ".meta.json"
MAX_BYTES = 1_000_000
_MAX_HEADERS = 200
_MAX_VALUE = 4096


class BadRecord(ValueError):  # never leaves this package
    """A record cannot be used; the message is a sentence that says why."""


@dataclass(frozen=True, slots=True)
class Known:
    """Address, time and headers of a page; header names in lower case."""

    url: str | None = None
    fetched_at: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


def parse_object(line: bytes) -> dict[str, Any]:
    """A JSON object, strictly: no NaN, no lone surrogates, UTF-8 only.

    >>> parse_object(b'{"url": "https://example.org/"}')
    {'url': 'https://example.org/'}
    """
    try:
        value = orjson.loads(line)
    except ValueError as error:
        raise BadRecord(f"It is not JSON: {error}.") from error
    if not isinstance(value, dict):
        raise BadRecord(f"It is a JSON {type(value).__name__} where an object is expected.")
    return value


def known(record: Mapping[str, Any]) -> Known:
    """The fields `url`, `fetched_at` and `headers` of a record; a value of a wrong type is an error.

    An address that is not of the web and a time that is none count as absent.

    >>> known({"url": "https://example.org/a", "headers": {"Content-Type": "text/html"}}).headers
    {'content-type': 'text/html'}
    """
    for name in ("url", "fetched_at"):
        if not isinstance(record.get(name), str | None):
            raise BadRecord(f"Its {name!r} is not a string.")
    headers = record.get("headers") or {}
    if not isinstance(headers, dict) or not all(isinstance(value, str) for value in headers.values()):
        raise BadRecord("Its 'headers' are not an object of strings.")
    return Known(web_address(record.get("url")), rfc3339(record.get("fetched_at")), tidy_headers(headers))


def tidy_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Headers with names in lower case, in order, of repeated ones the first, and none without end.

    >>> tidy_headers({"Content-Type": " text/html "})
    {'content-type': 'text/html'}
    """
    tidy: dict[str, str] = {}
    for name, value in list(headers.items())[:_MAX_HEADERS]:
        clean = value.encode("utf-8", "replace").decode("utf-8").strip()[:_MAX_VALUE]
        tidy.setdefault(name.strip().lower()[:100], clean)
    return tidy
