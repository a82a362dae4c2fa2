"""Site profiles from TOML: every value checked, every error with file, row and cure."""

from __future__ import annotations

import re
import zoneinfo
from dataclasses import replace
from typing import Any, get_args

from copydesk.model import Kind, Reason
from copydesk.sites.css import selectors
from copydesk.sites.lines import LineTest
from copydesk.sites.patterns import SlowPatternError, compile_pattern
from copydesk.sites.records import Example, Mark, Rule, SiteProfile, Version, Where
from copydesk.sites.tables import Table, parse
from copydesk.text import key

FACTS = frozenset(
    (
        *("agencies", "authors", "byline", "captions", "dateline", "date_modified", "date_published"),
        *("section", "standfirst", "tags", "title"),
    )
)
FIELDS = frozenset({"authors", "date", "section", "standfirst", "title"})
MAX_FOLLOWING = 12
# A beginning or a part shorter than this is in lines of every story.
_LEAST = 3

_REASONS = {reason.value for reason in Reason}
_KINDS = {kind.value for kind in Kind}
_WHERE = get_args(Where)
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
_SHARED = frozenset({"drop", "keep", "fields", "example"})
_TOP = _SHARED | {
    "host",
    "also",
    "publisher",
    "timezone",
    "language",
    "standfirst",
    "only_updated",
    "signed_standfirst",
    "recognise",
    "version",
}
_LINE = frozenset({"line", "starts", "contains", "pattern"})
_RULE = _LINE | {"name", "css", "where", "fact", "following", "rest", "after", "next", "pasted"}
_VERSION = _SHARED | {"name", "valid_from", "valid_until"}


def read_profile(text: str, file: str) -> SiteProfile:
    """The profile a TOML text describes; `file` is its name in errors.

    >>> read_profile('host = "example.org"\\npublisher = "Example"', "example.org.toml").publisher
    'Example'
    """
    table = parse(text, file)
    table.only(_TOP)
    zone = table.text("timezone")
    if zone and not _is_zone(zone):
        table.wrong("timezone", f"timezone {zone!r} is not known; use a name like Asia/Beirut")
    language = table.text("language")
    if language and not re.fullmatch("[a-z]{2}", language):
        table.wrong("language", f"language {language!r} is not a two-letter code like en")
    recognise = table.table("recognise")
    recognise.only(frozenset({"site_names", "mark"}))
    return SiteProfile(
        host=_host(table, "host", table.need("host")),
        publisher=table.need("publisher"),
        also=tuple(_host(table, "also", host) for host in table.texts("also")),
        timezone=zone,
        language=language,
        standfirst=table.flag("standfirst", absent=True),
        signed_standfirst=table.flag("signed_standfirst"),
        only_updated=table.flag("only_updated"),
        site_names=tuple(key(name) for name in recognise.texts("site_names")),
        marks=tuple(_mark(t) for t in recognise.tables("mark")),
        versions=_versions(table),
        path=file,
    )


def _host(table: Table, name: str, host: str) -> str:
    if not _HOST.fullmatch(host) or host.startswith("www."):
        table.wrong(name, f"{name} {host!r} is not a bare host; write it like example.org")
    return host


def _is_zone(name: str) -> bool:
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _mark(table: Table) -> Mark:
    table.only(_LINE | {"decisive", "next"})
    test = _line_test(table)
    if not test:
        table.wrong(None, "a mark needs one of line, starts, contains or pattern")
    return Mark(test, table.flag("decisive"), _next(table))


def _versions(root: Table) -> tuple[Version, ...]:
    """The versions of a site; what stands outside any version holds for all of them."""
    shared = _body(root, "any", frozenset())
    versions: list[Version] = []
    for table in root.tables("version"):
        version = _version(table, shared)
        for other in versions:
            if other.name == version.name:
                table.wrong("name", f"there are two versions named {version.name!r}; give one another name")
            if _overlap(other, version):
                cure = f"it is valid on days of version {other.name!r} too; mend valid_from or valid_until"
                table.wrong("valid_from", cure)
        versions.append(version)
    return tuple(versions) or (shared,)


def _overlap(one: Version, two: Version) -> bool:
    def before(a: Version, b: Version) -> bool:
        return a.valid_until is not None and b.valid_from is not None and a.valid_until < b.valid_from

    return not before(one, two) and not before(two, one)


def _version(table: Table, shared: Version) -> Version:
    table.only(_VERSION)
    first, last = table.day("valid_from"), table.day("valid_until")
    if first and last and first > last:
        table.wrong("valid_until", f"valid_until {last} is before valid_from {first}")
    name = table.text("name") or (first.isoformat() if first else "first")
    own = _body(table, name, frozenset(rule.name for rule in shared.rules))
    return replace(
        own,
        valid_from=first,
        valid_until=last,
        rules=_keeps_first(shared.rules + own.rules),
        fields=tuple({**dict(shared.fields), **dict(own.fields)}.items()),
        examples=own.examples + shared.examples,
    )


def _body(table: Table, name: str, known: frozenset[str]) -> Version:
    """The rules, fields and examples in a table, whether a version's or the profile's own."""
    drops = [_rule(each, True) for each in table.tables("drop")]
    keeps = [_rule(each, False) for each in table.tables("keep")]
    rules = (*keeps, *drops)
    names = known | {rule.name for rule in rules}
    for each in (*table.tables("keep"), *table.tables("drop")):
        for other in each.texts("after"):
            if other not in names:
                each.wrong("after", f"after names {other!r}, which is no rule here; name that rule first")
    return Version(
        name=name,
        rules=rules,
        fields=_fields(table.table("fields")),
        examples=tuple(_example(each) for each in table.tables("example")),
    )


def _keeps_first(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """Rules in the order they are asked: a keep rule is an exception someone thought about."""
    return tuple(sorted(rules, key=lambda rule: rule.reason is not None))


def _fields(table: Table) -> tuple[tuple[str, str], ...]:
    table.only(FIELDS)
    found = []
    for name in table.data:
        selector = table.need(name)
        _check_css(table, name, selector)
        found.append((name, selector))
    return tuple(found)


def _rule(table: Table, drops: bool) -> Rule:
    table.only(_RULE | {"reason" if drops else "as"})
    css, line = table.texts("css"), _line_test(table)
    for selector in css:
        _check_css(table, "css", selector)
    if not css and not line:
        table.wrong(None, "a rule needs css, line, starts, contains or pattern")
    where: Any = table.text("where") or "anywhere"
    if where not in _WHERE:
        table.wrong("where", f"where {where!r} is not a place; use one of {', '.join(_WHERE)}")
    fact = table.text("fact")
    if fact and fact not in FACTS:
        table.wrong("fact", f"fact {fact!r} is not a field; use one of {', '.join(sorted(FACTS))}")
    return Rule(
        name=table.text("name") or _name(table, css),
        reason=_reason(table, table.need("reason"), "reason") if drops else None,
        css=css,
        line=line,
        where=where,
        fact=fact,
        kind=None if drops else _kind(table),
        following=table.number("following", MAX_FOLLOWING),
        rest=table.flag("rest"),
        after=table.texts("after"),
        next=_next(table),
        pasted=table.flag("pasted"),
    )


def _next(table: Table) -> re.Pattern[str] | None:
    source = table.text("next")
    return None if source is None else _pattern(table, source, "next")


def _name(table: Table, css: tuple[str, ...]) -> str:
    """A name for a rule that has none: its first selector or words."""
    first = next((t for k in ("line", "starts", "contains", "pattern") for t in table.texts(k)), "")
    return css[0] if css else (key(first) or first)[:40]


def _reason(table: Table, text: str, name: str) -> Reason:
    if text not in _REASONS:
        table.wrong(name, f"reason {text!r} is not a reason; use one of {', '.join(sorted(_REASONS))}")
    return Reason(text)


def _kind(table: Table) -> Kind | None:
    kind = table.text("as")
    if kind is not None and kind not in _KINDS:
        table.wrong("as", f"as {kind!r} is not a kind; use one of {', '.join(sorted(_KINDS))}")
    return Kind(kind) if kind else None


def _line_test(table: Table) -> LineTest:
    keys = [key(text) for text in table.texts("line")]
    if "" in keys:
        table.wrong("line", "a line without letters or digits cannot be compared; use pattern")
    for name in ("starts", "contains"):
        if any(len(text) < _LEAST for text in table.texts(name)):
            table.wrong(name, f"{name} needs at least {_LEAST} characters; say more of the line")
    return LineTest(
        keys=frozenset(keys),
        starts=tuple(text.casefold() for text in table.texts("starts")),
        contains=tuple(text.casefold() for text in table.texts("contains")),
        patterns=tuple(_pattern(table, source) for source in table.texts("pattern")),
    )


def _pattern(table: Table, source: str, name: str = "pattern") -> re.Pattern[str]:
    try:
        pattern = compile_pattern(source)
    except re.error as error:
        table.wrong(name, f"{name} {source!r} is no regular expression: {error}")
    except SlowPatternError as error:
        table.wrong(name, f"{name} {source!r} may be slow: {error}; bound it like .{{1,60}}")
    unknown = set(pattern.groupindex) - FACTS
    if unknown:
        cure = f"group {min(unknown)!r} is not a field; use one of {', '.join(sorted(FACTS))}"
        table.wrong(name, cure)
    if pattern.fullmatch(""):
        table.wrong(name, f"{name} {source!r} matches anything; make it say more")
    return pattern


def _check_css(table: Table, name: str, source: str) -> None:
    try:
        selectors(source)
    except ValueError as error:
        table.wrong(name, f"selector {source!r} cannot be read: {error}")


def _example(table: Table) -> Example:
    table.only(frozenset({"html", "text", "drop", "keep"}))
    html, text = table.text("html"), table.text("text")
    if (html is None) == (text is None):
        table.wrong(None, "an example needs either html or text")
    keep = table.texts("keep")
    drop = table.table("drop")
    if not drop.data and not keep:
        table.wrong(None, "an example needs lines to drop or to keep")
    lines = [(line, _reason(drop, name, name)) for name in drop.data for line in drop.texts(name)]
    return Example(html, text, tuple(lines), keep, table.row)
