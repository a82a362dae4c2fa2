"""Facts that judged lines carry, and the choice between them and what the page declares."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

from copydesk.extract.authors.agencies import is_short_for
from copydesk.extract.dates.dates import Locale, find_stamps, read_iso
from copydesk.extract.declared import Declared
from copydesk.extract.titles.titles import squeeze
from copydesk.model import Block, Reason

# Whose word counts first when lines name people: a byline (before all, one that the site's profile knows),
# then a credit, then a biography.
KNOWN = -1
_ORDER = {Reason.BYLINE: 0, None: 0, Reason.CREDIT: 1, Reason.AUTHOR_BIO: 2}


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
        return KNOWN
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
            elif not again and squeeze(value) not in sites and not is_desk(value, sites):
                values.append(value)
                if chosen.origin and chosen.origin not in origins:
                    origins.append(chosen.origin)
    return Chosen(tuple(values), "; ".join(origins[:3])) if values else NONE


def is_desk(name: str, sites: Container[str]) -> bool:
    """Whether a name is that of one of the outlet's own desks; `sites` has the outlet's names, squeezed.

    >>> is_desk("The Gazette's Harbour Service", {"gazette"}), is_desk("Lloyd's List", {"gazette"})
    (True, False)
    """
    outlet, apart, _ = name.replace("’", "'").partition("'s ")
    return bool(apart) and squeeze(outlet) in sites


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
    other = next((p for p in pairs[1:] if abs(day_number(p[0]) - day_number(value)) > 1), None)
    if other:
        origin = f"{origin}; {other[1]} says {other[0][:10]}"
    return Chosen((value,), origin)


def _stamp(value: str, locale: Locale) -> str | None:
    return read_iso(value) or next((s.value for s in find_stamps(value, locale)), None)


def day_number(value: str) -> int:
    """A day as a number that grows by one a day within a month: enough to tell neighbours from others."""
    return int(value[:4]) * 372 + int(value[5:7]) * 31 + int(value[8:10])
