"""Rows of the fetch state as records, and records as rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

import orjson

from copydesk.fetch.archive import Capture
from copydesk.fetch.records import NO_VALIDATORS, Link, Result, Validators
from copydesk.times import instant


@dataclass(frozen=True, slots=True)
class Page:
    """A page to ask for, and what is known of it."""

    number: int
    key: str
    url: str
    source: str
    hops: int = 0
    failures: int = 0
    validators: Validators = NO_VALIDATORS
    sha256: str | None = None
    capture: Capture | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of asking for a page; `due_at` is when to ask again, None for never."""

    number: int
    at: float
    result: Result
    detail: str = ""
    status: int | None = None
    due_at: float | None = None
    failures: int = 0
    validators: Validators | None = None
    sha256: str | None = None
    capture: Capture | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """A line of the log of requests."""

    at: float
    host: str
    url: str
    purpose: str
    status: int | None
    result: str | None
    detail: str | None
    bytes: int | None
    seconds: float | None
    address: str | None


def epoch(text: str | None) -> float | None:
    """A stated time as seconds since 1970; one without a zone counts as UTC, a day as its first moment.

    >>> epoch("1970-01-02T00:00:00Z"), epoch("on Thursday")
    (86400.0, None)
    """
    moment = instant(text)
    if moment is None or len(moment) < 19:
        return None
    return datetime.fromisoformat(moment).replace(tzinfo=UTC).timestamp()


def young(link: Link, max_age: float | None, now: float) -> bool:
    """Whether a page is young enough to be wanted; one without a stated time is."""
    moment = epoch(link.published) or epoch(link.updated)
    return max_age is None or moment is None or moment >= now - max_age


def dump(items: Iterable[Any]) -> str:
    """Records as the JSON of a column."""
    return orjson.dumps([asdict(item) for item in items]).decode()


def links(text: str) -> list[Link]:
    """The links of a column."""
    return [Link(**item) for item in orjson.loads(text)]


def outcomes(text: str) -> list[Outcome]:
    """The outcomes of a column."""
    return [_outcome(item) for item in orjson.loads(text)]


def _outcome(item: dict[str, Any]) -> Outcome:
    validators, capture = item.pop("validators"), item.pop("capture")
    return Outcome(
        **{**item, "result": Result(item["result"])},
        validators=Validators(**validators) if validators else None,
        capture=Capture(**capture) if capture else None,
    )


def page_of(row: Sequence[Any]) -> Page:
    """A page from the columns that `tables.PAGE` names."""
    number, key, url, source, hops, failures, etag, modified, sha256, record, record_url, payload, at = row
    capture = Capture(record, record_url, payload, at) if record else None
    return Page(number, key, url, source, hops, failures, Validators(etag, modified), sha256, capture)
