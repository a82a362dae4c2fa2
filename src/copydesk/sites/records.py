"""What a site profile says, as frozen records: plain data that pickles and compares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from copydesk.model import Kind, Reason
from copydesk.sites.css import CssIndex, css_index
from copydesk.sites.lines import NO_TEST, LineIndex, LineTest, index

Where = Literal["start", "top", "bottom", "end", "anywhere"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a profile: which blocks, by markup or by line, and what becomes of them.

    A rule with a `reason` drops, one without keeps (as `kind`, if given). `fact` is the metadata field
    the text goes to; named groups of a pattern go to the field of their name. `following` lines after
    the line go with it; with `rest` all that come after it. `after` names rules, one of which must have
    decided the block right before; `next` is a pattern for the line right behind. A `pasted` rule is for text
    that someone copied, which has no boxes to end what a label heads.
    """

    name: str
    reason: Reason | None = None
    css: tuple[str, ...] = ()
    line: LineTest = NO_TEST
    where: Where = "anywhere"
    fact: str | None = None
    kind: Kind | None = None
    following: int = 0
    rest: bool = False
    after: tuple[str, ...] = ()
    next: re.Pattern[str] | None = None
    pasted: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """What a version must do to a piece of a page: lines to drop, each with its reason, lines to keep."""

    html: str | None = None
    text: str | None = None
    drop: tuple[tuple[str, Reason], ...] = ()
    keep: tuple[str, ...] = ()
    row: int = 0


@dataclass(frozen=True, slots=True)
class Version:
    """The rules of a site for a stretch of time: `valid_from` is the first day, `valid_until` the last."""

    name: str
    valid_from: date | None = None
    valid_until: date | None = None
    rules: tuple[Rule, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    examples: tuple[Example, ...] = ()

    def covers(self, day: date) -> bool:
        """Whether a day is in the version's stretch of time, both ends included."""
        after = self.valid_from is None or self.valid_from <= day
        return after and (self.valid_until is None or day <= self.valid_until)


@dataclass(frozen=True, slots=True)
class Mark:
    """A line that tells the site of a page without a url: two marks do, or a `decisive` one.

    With `next`, a pattern, it is one only if the line right behind fits that.
    """

    test: LineTest
    decisive: bool = False
    next: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of all versions of a site, each once, and the indexes to ask for them.

    `by_source` has the numbers of the rules with a selector; `places` has, by version, the number of
    each rule and its place in that version.
    """

    every: tuple[Rule, ...]
    lines: LineIndex
    css: CssIndex
    by_source: dict[str, tuple[int, ...]]
    places: dict[str, dict[int, int]]


def _indexed(versions: tuple[Version, ...]) -> Rules:
    # A rule outside any version is the same object in all of them, and asked once.
    unique = {id(rule): rule for version in versions for rule in version.rules}
    numbers = {identity: number for number, identity in enumerate(unique)}
    every = tuple(unique.values())
    by_source: dict[str, list[int]] = {}
    for number, rule in enumerate(every):
        for source in rule.css:
            by_source.setdefault(source, []).append(number)
    fields = [source for version in versions for _, source in version.fields]
    return Rules(
        every,
        index([rule.line for rule in every]),
        css_index([*by_source, *fields]),
        {source: tuple(many) for source, many in by_source.items()},
        {v.name: {numbers[id(rule)]: at for at, rule in enumerate(v.rules)} for v in versions},
    )


@dataclass(frozen=True, slots=True)
class SiteProfile:
    """All that is known of one site. `timezone` is an IANA name, `language` a two-letter code.

    `standfirst` says whether the outlet prints standfirsts; where it does not, only a rule of the profile
    makes a line one, or with `signed_standfirst` its place right above the byline. `only_updated` says that
    where its pages have no stamp but "Updated", this one stands for the day they were put out.
    """

    host: str
    publisher: str
    also: tuple[str, ...] = ()
    timezone: str | None = None
    language: str | None = None
    standfirst: bool = True
    signed_standfirst: bool = False
    only_updated: bool = False
    site_names: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    versions: tuple[Version, ...] = ()
    path: str = ""
    rules: Rules = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the rules of all versions."""
        object.__setattr__(self, "rules", _indexed(self.versions))


@dataclass(frozen=True)
class Profiles:
    """Profiles to choose from, the first one of a host winning; `fingerprint` changes when any rule does."""

    sites: tuple[SiteProfile, ...] = ()
    fingerprint: str = ""
    by_host: dict[str, SiteProfile] = field(init=False, repr=False, compare=False)
    marks: LineIndex = field(init=False, repr=False, compare=False)
    owners: tuple[tuple[SiteProfile, Mark], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the profiles by host, and the marks of all of them; `owners` says whose each is."""
        hosts: dict[str, SiteProfile] = {}
        for site in self.sites:
            for host in (site.host, *site.also):
                hosts.setdefault(host, site)
        owners = tuple((site, mark) for site in self.sites for mark in site.marks)
        object.__setattr__(self, "by_host", hosts)
        object.__setattr__(self, "owners", owners)
        object.__setattr__(self, "marks", index([mark.test for _, mark in owners]))

    def __iter__(self) -> Iterator[SiteProfile]:
        """The profiles, in order."""
        return iter(self.sites)

    def __len__(self) -> int:
        """How many profiles there are."""
        return len(self.sites)

    def of_host(self, host: str) -> SiteProfile | None:
        """The profile of a host or of the nearest domain above it.

        >>> Profiles((SiteProfile("example.org", "Example"),)).of_host("www.example.org").publisher
        'Example'
        """
        parts = host.casefold().rstrip(".").split(".")
        tails = (".".join(parts[i:]) for i in range(len(parts) - 1))
        return next((self.by_host[t] for t in tails if t in self.by_host), None)
