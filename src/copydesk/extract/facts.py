"""Facts that judged lines carry, and the choice between them and what the page declares."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from copydesk.extract.agencies import is_short_for
from copydesk.extract.dates import Locale, find_stamps, read_iso
from copydesk.extract.declared import Candidate, Declared
from copydesk.extract.names import is_person, people_and_outlets, read_names
from copydesk.extract.titles import squeeze
from copydesk.extract.visible import VISIBLE
from copydesk.model import Block, Reason
from copydesk.text import key

# Whose word counts first when lines name people: a byline (before all, one that the site's profile knows),
# then a credit, then a biography.
_KNOWN = -1
_ORDER = {Reason.BYLINE: 0, None: 0, Reason.CREDIT: 1, Reason.AUTHOR_BIO: 2}
# Bylines of several lines have them this close; no labelled byline names more people.
_ONE_BYLINE = 3
_MOST_PEOPLE = 12
_OTHER_WORK = re.compile(
    r"\W*(?:(?:medically|expert|fact)[ -])?(?:edited|tested|reviewed|checked|verified|translated|produced"
    r"|photo|redaktion|bearbeit|foto|traduit|traduc)",
    re.IGNORECASE,
)
_APART = re.compile(r"[|•·:\d]")


@dataclass(frozen=True, slots=True)
class Fact:
    """A value a line carries, and the line."""

    name: str
    value: str
    origin: str
    rank: int
    block: Block


@dataclass(frozen=True, slots=True)
class Chosen:
    """Values of a field and where they came from."""

    values: tuple[str, ...] = ()
    origin: str | None = None

    @property
    def value(self) -> str | None:
        """The first value, or None."""
        return self.values[0] if self.values else None


NONE = Chosen()


def facts_of(blocks: Iterable[Block]) -> tuple[Fact, ...]:
    """Every fact the verdicts on a page's blocks carry, in page order."""
    return tuple(
        Fact(name, value.strip(), f"block {block.index}: {_label(block)}", _rank(block), block)
        for block in blocks
        if block.verdict is not None
        for name, value in block.verdict.facts
        if value.strip()
    )


def _label(block: Block) -> str:
    reason = block.verdict.reason if block.verdict else None
    return reason.value if reason else block.kind.value


def _rank(block: Block) -> int:
    verdict = block.verdict
    if verdict is not None and verdict.stage == "site" and verdict.reason is Reason.BYLINE:
        return _KNOWN
    return _ORDER.get(verdict.reason if verdict else None, 3)


def named(facts: Iterable[Fact], name: str) -> tuple[Fact, ...]:
    """The facts of one name, in page order."""
    return tuple(fact for fact in facts if fact.name == name)


def choose_text(declared: Declared, facts: tuple[Fact, ...], name: str) -> Chosen:
    """A field with one text: declared first, then the first line that says it."""
    pairs = [*_candidates(declared, name), *((f.value, f.origin) for f in named(facts, name))]
    return Chosen((pairs[0][0],), pairs[0][1]) if pairs else NONE


def _candidates(declared: Declared, name: str) -> list[tuple[str, str]]:
    return [(c.value, c.origin) for c in declared.candidates.get(name, ())]


def choose_authors(
    declared: Declared, facts: tuple[Fact, ...], own: Iterable[str], opening: int
) -> tuple[Chosen, Chosen]:
    """Authors, and the agencies found among them; `opening` is the block the story begins with.

    What the page declares goes before its lines, but a name other than the outlet's own before the outlet,
    and a byline above the story that has the declared people and more before what declares some of them.
    """
    groups: list[tuple[tuple[str, ...], tuple[str, ...], str]] = []
    lines = sorted(named(facts, "authors"), key=lambda fact: fact.rank)
    known = bool(lines) and lines[0].rank == _KNOWN
    for origin, values in _by_origin(declared.candidates.get("authors", ())):
        # What is guessed from the looks of a line gives way to what is known of this site's lines.
        if not (known and origin == VISIBLE):
            groups.append((values, (), origin))
    for origin, values in _lines_by_rank(lines):
        names = read_names(list(values))
        groups.append((names.authors, names.agencies, origin))
    sites = {squeeze(name) for name in own} - {""}
    shown = {VISIBLE, *(line.origin for line in lines)}
    groups = [
        (_without_own(names, sites) if origin in shown else names, agencies, origin)
        for names, agencies, origin in groups
    ]
    groups.sort(key=lambda group: not any(squeeze(name) not in sites for name in group[0]))
    first = next((group for group in groups if group[0]), None)
    authors = Chosen(first[0], first[2]) if first else NONE
    above = [fact for fact in lines if fact.rank <= 0 and fact.block.index < opening]
    credited = {key(fact.value) for fact in named(facts, "agencies") if fact.rank <= 0}
    authors = _whole_byline(authors, [fact for fact in above if not _is_own(fact.value, sites)], credited)
    if not lines and any(f.rank <= 0 and f.block.index < opening for f in named(facts, "agencies")):
        # A byline that names an agency alone says who wrote it, the outlet's own name only who printed it.
        authors = authors if any(squeeze(name) not in sites for name in authors.values) else NONE
    people, outlets = people_and_outlets(authors.values)
    among = next((Chosen(group[1], group[2]) for group in groups if group[1]), NONE)
    if outlets:
        among = Chosen((*among.values, *outlets), among.origin or authors.origin)
    return Chosen(people, authors.origin), among


def _without_own(names: tuple[str, ...], sites: set[str]) -> tuple[str, ...]:
    """People without the outlet's own name, or that of one of its rooms, printed beside them."""
    people = tuple(name for name in names if not _is_own(name, sites))
    return people if any(map(is_person, people)) else names


def _is_own(name: str, sites: set[str]) -> bool:
    """Whether a name is the outlet's ("Gazette") or begins with its initials ("HG NORTH")."""
    front = name.split(maxsplit=1)[0]
    initials = front.isupper() and squeeze(front) in sites
    return initials or (squeeze(name) in sites and not is_person(name))


def _whole_byline(authors: Chosen, lines: list[Fact], credited: set[str]) -> Chosen:
    """Everybody a byline names, where only some of them are declared, or the outlet it credits beside them.

    Lines that are marked up alike and follow each other are one byline; who edited or tested is not in it.
    """
    outlets = tuple(name for name in authors.values if key(name) in credited)
    declared = {key(name) for name in authors.values}
    for first in lines:
        near = [fact for fact in lines if _follows(fact, first)]
        people = {key(fact.value): fact.value for fact in near}
        others = people.keys() - declared
        # "Jane DoeThe Gazette": two boxes that stand on the screen apart.
        glued = any(other.startswith(name) for other in others for name in declared)
        some = declared - set(map(key, outlets)) < people.keys()
        if declared and some and not glued and _are_people([people[name] for name in others]):
            return Chosen((*people.values(), *outlets), f"{first.origin}; {authors.origin} names only some")
    return authors


def _follows(fact: Fact, first: Fact) -> bool:
    distance = fact.block.index - first.block.index
    if distance == 0:
        return fact is first or _is_listed(first.value, fact.value, fact.block.text)
    alike = fact.block.path == first.block.path != ""
    return alike and 0 < distance <= _ONE_BYLINE and not _OTHER_WORK.match(fact.block.text)


def _is_listed(one: str, other: str, text: str) -> bool:
    """Whether nothing that sets the parts of a line apart stands between two names of it."""
    start, end = sorted((text.find(one), text.find(other)))
    return start >= 0 and not _APART.search(text[start:end])


def _are_people(names: Collection[str]) -> bool:
    return len(names) <= _MOST_PEOPLE and all(map(is_person, names))


def _by_origin(candidates: Iterable[Candidate]) -> list[tuple[str, tuple[str, ...]]]:
    found: dict[str, list[str]] = {}
    for candidate in candidates:
        found.setdefault(candidate.origin, []).append(candidate.value)
    return [(origin, tuple(values)) for origin, values in found.items()]


def _lines_by_rank(facts: Iterable[Fact]) -> list[tuple[str, tuple[str, ...]]]:
    """All lines of one rank speak together: two writers may have a line each."""
    found: dict[int, list[Fact]] = {}
    for fact in facts:
        found.setdefault(fact.rank, []).append(fact)
    return [(group[0].origin, tuple(f.value for f in group)) for group in found.values()]


def choose_agencies(facts: tuple[Fact, ...], others: Iterable[Chosen], own: Iterable[str]) -> Chosen:
    """Agencies of all sources together, the lines of the page first; an outlet is not its own agency."""
    sites = {squeeze(name) for name in own} - {""}
    values: list[str] = []
    origins: list[str] = []
    lines = [Chosen((fact.value,), fact.origin) for fact in named(facts, "agencies")]
    for chosen in (*lines, *others):
        for value in chosen.values:
            again = [i for i, other in enumerate(values) if _is_same(value, other)]
            if again and value.isupper() and squeeze(value) == squeeze(values[again[0]]):
                values[again[0]] = value  # "Ap" is what style sheets or software made of AP
            elif not again and squeeze(value) not in sites:
                values.append(value)
                if chosen.origin and chosen.origin not in origins:
                    origins.append(chosen.origin)
    return Chosen(tuple(values), "; ".join(origins[:3])) if values else NONE


def _is_same(one: str, other: str) -> bool:
    """Whether two names are one agency's: "The Associated Press", "Associated Press" and "AP"."""
    return squeeze(one) == squeeze(other) or is_short_for(one, other) or is_short_for(other, one)


def choose_date(
    declared: Declared, facts: tuple[Fact, ...], name: str, locale: Locale, latest: str | None
) -> Chosen:
    """A date: the most trusted source, made precise by another that names the same day with a time.

    `latest` is when the page was fetched; what lies a day or more behind it is no date of the page.
    Strong sources that disagree about the day are on record.
    """
    pairs = _candidates(declared, name)
    pairs += [(stamp, f.origin) for f in named(facts, name) if (stamp := _stamp(f.value, locale))]
    pairs = [(value, origin) for value, origin in pairs if latest is None or value[:10] <= latest]
    if not pairs:
        return NONE
    value, origin = pairs[0]
    if len(value) == 10:
        precise = next((p for p in pairs if p[0][:10] == value and len(p[0]) > 10), None)
        value, origin = (precise[0], f"{origin}; time from {precise[1]}") if precise else (value, origin)
    other = next((p for p in pairs[1:] if abs(_days(p[0]) - _days(value)) > 1), None)
    if other:
        origin = f"{origin}; {other[1]} says {other[0][:10]}"
    return Chosen((value,), origin)


def _stamp(value: str, locale: Locale) -> str | None:
    return read_iso(value) or next((s.value for s in find_stamps(value, locale)), None)


def _days(value: str) -> int:
    """A day as a number that grows by one a day within a month: enough to tell neighbours from others."""
    return int(value[:4]) * 372 + int(value[5:7]) * 31 + int(value[8:10])
