"""What fetching passes on: links found, answers given, and what came of asking."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Result(StrEnum):
    """What came of asking for a url: the first five are no failure."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    SAME = "same"
    MOVED = "moved"
    BAD_URL = "bad_url"
    FORBIDDEN_ADDRESS = "forbidden_address"
    NO_SUCH_HOST = "no_such_host"
    UNREACHABLE = "unreachable"
    TIMEOUT = "timeout"
    BROKEN_ANSWER = "broken_answer"
    TOO_LARGE = "too_large"
    BAD_ENCODING = "bad_encoding"
    HTTP_STATUS = "http_status"
    REDIRECTS = "redirects"
    NOT_A_PAGE = "not_a_page"
    ROBOTS = "robots"
    ROBOTS_UNREACHABLE = "robots_unreachable"
    CRAWL_DELAY = "crawl_delay"
    HOST_WAITS = "host_waits"

    @property
    def is_good(self) -> bool:
        """Whether the page is held, or where it went is known."""
        return self in _GOOD


_GOOD = {Result.NEW, Result.CHANGED, Result.UNCHANGED, Result.SAME, Result.MOVED}


class Refusal(Exception):
    """A url was not asked, or its answer is of no use.

    `again` is when to try again in a later run, `passing` whether trying at once may help.
    """

    def __init__(
        self,
        result: Result,
        detail: str,
        *,
        status: int | None = None,
        again: float | None = None,
        passing: bool = False,
    ) -> None:
        super().__init__(f"{result}: {detail}")
        self.result = result
        self.detail = detail[:500]
        self.status = status
        self.again = again
        self.passing = passing


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave with an answer, to ask later whether it still holds."""

    etag: str | None = None
    last_modified: str | None = None

    def headers(self) -> dict[str, str]:
        """The headers that make a request conditional.

        >>> Validators('"v1"').headers()
        {'If-None-Match': '"v1"'}
        """
        pairs = (("If-None-Match", self.etag), ("If-Modified-Since", self.last_modified))
        return {name: value for name, value in pairs if value}


NO_VALIDATORS = Validators()

_VALIDATORS = ("ETag", "Last-Modified")


def _may_be_sent(value: str | None) -> bool:
    """Whether a header's value can be sent back: not endless, no controls, nothing beyond ASCII."""
    return bool(value) and len(value or "") <= 300 and (value or "").isascii() and (value or "").isprintable()


Headers = tuple[tuple[bytes, bytes], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One exchange as it went over the wire, chunks joined; `body` is still under its content coding.

    `at` is when it was asked, in seconds since 1970; `cut` tells that only the start of the body was read.
    """

    url: str
    at: float
    seconds: float
    request: bytes
    version: str
    status: int
    phrase: str
    headers: Headers
    body: bytes
    address: str | None = None
    cut: bool = False

    def header(self, name: str) -> str | None:
        """The first header of a name, as text."""
        wanted = name.lower().encode()
        found = (value for key, value in self.headers if key.lower() == wanted)
        value = next(found, None)
        if value is None:
            return None
        try:
            return value.decode("utf-8").strip()
        except UnicodeDecodeError:
            return value.decode("latin-1").strip()

    @property
    def validators(self) -> Validators:
        """What the server gave to ask again with; oversized ones are none."""
        return Validators(*(v if _may_be_sent(v) else None for v in map(self.header, _VALIDATORS)))

    @property
    def media(self) -> str:
        """The media type, in lower case and without parameters; empty if none is stated."""
        return (self.header("Content-Type") or "").split(";")[0].strip().lower()


@dataclass(frozen=True, slots=True)
class Link:
    """A page a feed, a sitemap or a home page names; times as RFC 3339, as they are stated there."""

    url: str
    published: str | None = None
    updated: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a document of a site names: pages, and further documents (feeds, sitemaps)."""

    pages: tuple[Link, ...] = ()
    documents: tuple[Link, ...] = ()
