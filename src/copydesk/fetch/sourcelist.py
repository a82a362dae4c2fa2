"""What to fetch from: urls, files of urls, and `sources.toml` with settings of its own for each source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from copydesk.errors import ProfileError, SourcesError, UsageError
from copydesk.fetch.urls import host_key, tidy
from copydesk.sites.patterns import SlowPatternError, compile_pattern
from copydesk.sites.tables import Table, parse

KINDS = ("site", "feed", "sitemap", "page")
_SPANS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400, "w": 604_800}
_SPAN = re.compile(r"(\d{1,6}(?:\.\d{1,3})?)\s{0,2}([smhdw])")
_SHARED = frozenset({"interval", "max_age", "again", "delay", "limit", "include", "exclude"})
_SOURCE = _SHARED | {"url", "name", "kind"}
_MOST_PAGES = 100_000


@dataclass(frozen=True, slots=True)
class SourceSpec:
    """One source and how it is to be treated; times in seconds, None where nothing is asked.

    `interval` is the least time between two looks at the source, `again` between two looks at a page
    already held (None: never), `max_age` the oldest story that is wanted, `limit` the most pages of one
    run, `delay` the least gap between two requests to its host. `urls` are pages named one by one.
    """

    name: str
    url: str | None = None
    kind: str | None = None
    urls: tuple[str, ...] = ()
    interval: float = 0.0
    again: float | None = 86_400.0
    max_age: float | None = None
    limit: int = 1_000
    delay: float | None = None
    include: tuple[re.Pattern[str], ...] = ()
    exclude: tuple[re.Pattern[str], ...] = ()

    def wants(self, url: str) -> bool:
        """Whether the patterns let a url in.

        >>> SourceSpec("x", exclude=(re.compile("/video/"),)).wants("https://paper.example/video/1")
        False
        """
        if self.include and not any(pattern.search(url) for pattern in self.include):
            return False
        return not any(pattern.search(url) for pattern in self.exclude)


@dataclass(frozen=True, slots=True)
class SourceList:
    """Sources, and what a file of them says of all: a contact, and addresses opened on purpose."""

    sources: tuple[SourceSpec, ...]
    contact: str | None = None
    allow: frozenset[str] = field(default=frozenset())


def span(text: str) -> float | None:
    """A length of time like `15m`, `36h` or `7d`, in seconds; None if it is none.

    >>> span("15m"), span("1.5h"), span("soon")
    (900.0, 5400.0, None)
    """
    found = _SPAN.fullmatch(text.strip().lower())
    return float(found[1]) * _SPANS[found[2]] if found else None


def read_sources(given: Sequence[str], stdin: Iterable[str] = ()) -> SourceList:
    """The sources that arguments name: urls, `-` for urls on standard input, files of urls, TOML files.

    >>> [spec.url for spec in read_sources(["https://paper.example"]).sources]
    ['https://paper.example/']
    """
    lists = [_read_one(text, stdin) for text in given]
    found: dict[str, SourceSpec] = {}
    for spec in (spec for one in lists for spec in one.sources):
        if spec.name in found and found[spec.name] != spec:
            raise UsageError(f"Two sources are named {spec.name!r}; give one of them another name.")
        found[spec.name] = spec
    contacts = [one.contact for one in lists if one.contact]
    allow = frozenset(address for one in lists for address in one.allow)
    return SourceList(tuple(found.values()), contacts[0] if contacts else None, allow)


def _read_one(text: str, stdin: Iterable[str]) -> SourceList:
    if re.match(r"https?://", text, re.IGNORECASE):
        url = tidy(text)
        if url is None:
            raise UsageError(f"{text!r} is no url that can be asked for; check how it is written.")
        return SourceList((SourceSpec(name=_bare(url), url=url),))
    if text in {"-", "/dev/stdin"}:
        return SourceList((_url_list("-", stdin),))
    path = Path(text)
    if not path.is_file():
        cure = "name a url that begins with https://, a file of urls, a .toml file, or -"
        raise UsageError(f"There is no file {text!r}, and it is no url; {cure}.")
    content = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix.lower() == ".toml":
        return parse_sources(content, text)
    return SourceList((_url_list(path.name, content.splitlines()),))


def _bare(url: str) -> str:
    parts = urlsplit(url)
    path = parts.path.rstrip("/") + (f"?{parts.query}" if parts.query else "")
    return host_key(url) + path


def _url_list(name: str, lines: Iterable[str]) -> SourceSpec:
    """A list of pages; empty lines and lines that begin with # are passed over."""
    urls: list[str] = []
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        url = tidy(text) if re.match(r"https?://", text, re.IGNORECASE) else None
        if url is None:
            raise SourcesError(
                f"{name}:{number}: {text[:80]!r} is no url; write it like https://paper.example/"
            )
        urls.append(url)
    return SourceSpec(name=name, urls=tuple(dict.fromkeys(urls)), kind="list", limit=_MOST_PAGES)


def parse_sources(text: str, file: str) -> SourceList:
    """The sources of a TOML text; `file` is its name in errors. Raises `SourcesError`.

    >>> listed = parse_sources('interval = "1h"\\n[[source]]\\nurl = "https://paper.example"', "sources.toml")
    >>> listed.sources[0].interval
    3600.0
    """
    try:
        root = parse(text, file)
        root.only(_SHARED | {"contact", "allow_addresses", "source"})
        sources = tuple(_source(table, root) for table in root.tables("source"))
        if not sources:
            root.wrong(None, 'it names no source; add [[source]] and url = "https://..."')
        _check_names(root, sources)
        return SourceList(sources, root.text("contact"), frozenset(root.texts("allow_addresses")))
    except ProfileError as error:
        raise SourcesError(str(error)) from error


def _check_names(root: Table, sources: Sequence[SourceSpec]) -> None:
    seen: set[str] = set()
    for table, spec in zip(root.tables("source"), sources, strict=True):
        if spec.name in seen:
            table.wrong("name", f"there are two sources named {spec.name!r}; give one another name")
        seen.add(spec.name)


def _source(table: Table, root: Table) -> SourceSpec:
    table.only(_SOURCE)
    stated = table.need("url")
    url = tidy(stated) if re.match(r"https?://", stated, re.IGNORECASE) else None
    if url is None:
        table.wrong("url", f"url {stated!r} is none; write it like https://paper.example/")
    kind = table.text("kind")
    if kind is not None and kind not in KINDS:
        table.wrong("kind", f"kind {kind!r} is none; use one of {', '.join(KINDS)}")

    def holder(key: str) -> Table:
        return table if key in table.data else root

    again = _span_of(holder("again"), "again", never=True)
    return SourceSpec(
        name=table.text("name") or _bare(url),
        url=url,
        kind=kind,
        interval=_span_of(holder("interval"), "interval") or 900.0,
        again=86_400.0 if again is None else (None if again < 0 else again),
        max_age=_span_of(holder("max_age"), "max_age"),
        limit=holder("limit").number("limit", _MOST_PAGES) or 1_000,
        delay=_span_of(holder("delay"), "delay"),
        include=_patterns(holder("include"), "include"),
        exclude=_patterns(holder("exclude"), "exclude"),
    )


def _span_of(table: Table, key: str, *, never: bool = False) -> float | None:
    """A length of time in seconds; None if absent, -1 for "never" where that may be said."""
    text = table.text(key)
    if text is None:
        return None
    if never and text == "never":
        return -1.0
    seconds = span(text)
    if seconds is None:
        also = ' or "never"' if never else ""
        table.wrong(key, f'{key} {text!r} is no length of time; write it like "15m", "36h" or "7d"{also}')
    return seconds


def _patterns(table: Table, key: str) -> tuple[re.Pattern[str], ...]:
    return tuple(_pattern(table, key, source) for source in table.texts(key))


def _pattern(table: Table, key: str, source: str) -> re.Pattern[str]:
    try:
        return compile_pattern(source)
    except re.error as error:
        table.wrong(key, f"{key} {source!r} is no regular expression: {error}")
    except SlowPatternError as error:
        table.wrong(key, f"{key} {source!r} may be slow: {error}; bound it like .{{1,60}}")
