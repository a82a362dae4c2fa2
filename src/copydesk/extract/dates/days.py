"""The days of a story: when it was published and last changed, from what is declared and what is printed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from copydesk.extract.dates.dates import Locale, read_iso
from copydesk.extract.declare import locale_of
from copydesk.extract.declared import NOTHING, Declared
from copydesk.extract.facts import NONE, Chosen, Fact, choose_date, day_number, named
from copydesk.extract.places.datelines import INLINE, inline_dateline
from copydesk.model import Article, Block, Kind, Page
from copydesk.sites.profile import SiteProfile
from copydesk.times import instant

# htmldate reads the whole page again; a tree of this many elements takes it longer than the page is worth.
_HTMLDATE_ELEMENTS = 6_000
# So many blocks from the headline a stamp is that of the story.
_NEAR = 4
_ZONES_APART = timedelta(hours=14)
_FIRST = re.compile(r"\W*first (?:published|posted)\b", re.IGNORECASE)


def choose_days(
    page: Page, declared: Declared, profile: SiteProfile | None, facts: tuple[Fact, ...], body: list[Block]
) -> dict[str, Chosen]:
    """The fields `date_published` and `date_modified` with where they come from; unknown ones are absent."""
    locale = locale_of(declared.candidates.get("language", ()), profile.timezone if profile else None)
    latest = _day_after(page.raw.fetched_at)
    facts = _of_the_story(declared, facts, body)
    fields = {
        name: choose_date(declared, facts, name, locale, latest)
        for name in ("date_published", "date_modified")
    }
    if fields["date_published"].values:
        fields["date_modified"] = _changed(fields, facts, locale)
        return _in_order(fields | {"date_published": _printed(fields, facts, locale)})
    if day := inline_dateline(body).day:
        fields["date_published"] = Chosen((day,), INLINE)
    elif profile is not None and profile.only_updated and (modified := fields["date_modified"]).values:
        fields["date_published"] = Chosen(modified.values, f"{modified.origin}; the only stamp")
    return fields


def _of_the_story(declared: Declared, facts: tuple[Fact, ...], body: list[Block]) -> tuple[Fact, ...]:
    """Facts without the days of lines far from the story's head, where it is declared or said there as well.

    High above the headline, behind the story or deep in it, the day of a card is that of another story.
    """
    opening = next((block.index for block in body if block.kind is Kind.PARAGRAPH), None)
    if opening is None:
        return facts
    top = next((fact.block.index for fact in named(facts, "title")), 0) - _NEAR
    near = {f.name for f in facts if top <= f.block.index <= opening + _NEAR} | declared.candidates.keys()
    days = {"date_published", "date_modified"} & near
    bottom = opening + _NEAR
    return tuple(
        f for f in facts if f.name not in days or top <= f.block.index <= bottom or _FIRST.match(f.block.text)
    )


def _printed(fields: dict[str, Chosen], facts: tuple[Fact, ...], locale: Locale) -> Chosen:
    """The day printed at the headline where software gives both days as that of its last run.

    On four labelled pages the days declared are one, with an earlier one printed at the headline: each time
    it is the right one.
    """
    published, titles = fields["date_published"], named(facts, "title")
    changed = fields["date_modified"].value
    # A change from the day before, or at the same hour in another zone, is no later one.
    if (
        not titles
        or not changed
        or day_number(published.value or changed) - day_number(changed) not in (0, 1)
    ):
        return published
    printed = _first_published(facts, locale)
    printed = printed if printed.values else _at(titles[0], facts, "date_published", locale)
    day, own = published.value, printed.value
    if day and own and (first := _before(day, own, _at(titles[0], facts, "date_modified", locale).value)):
        return Chosen((first,), f"{printed.origin}; {published.origin} says when it was changed")
    # The day before may be the same moment in another zone.
    if not day or not own or not (day_number(day) - day_number(own) > 1 or _is_long_before(own, day)):
        return published
    declared = (published.origin or "").partition(";")[0]
    return Chosen(printed.values, f"{printed.origin}; {declared} says {day[:10]}, changed then, too")


def _first_published(facts: tuple[Fact, ...], locale: Locale) -> Chosen:
    """The day of a line that says "First published", wherever it stands."""
    first = tuple(f for f in named(facts, "date_published") if _FIRST.match(f.block.text))
    return choose_date(NOTHING, first, "date_published", locale, None)


def _is_long_before(printed: str, declared: str) -> bool:
    """Whether a moment is farther before another than any two zones are apart.

    >>> _is_long_before("2026-04-18T19:14:00Z", "2026-04-19T19:31:39")
    True
    >>> _is_long_before("2026-04-18T19:14:00", "2026-04-19T06:14:00Z")
    False
    """
    first, last = _moment(printed), _moment(declared)
    if first is None or last is None:
        return False
    return datetime.fromisoformat(last) - datetime.fromisoformat(first) > _ZONES_APART


def _at(title: Fact, facts: tuple[Fact, ...], name: str, locale: Locale) -> Chosen:
    """The day of one name that is printed at the headline."""
    near = tuple(f for f in named(facts, name) if abs(f.block.index - title.block.index) <= _NEAR)
    return choose_date(NOTHING, near, name, locale, None)


def _before(declared: str, printed: str, changed: str | None) -> str | None:
    """The moment printed as that of publishing, where the declared one is printed as that of the change.

    Both are of one clock, whose zone the declared one has.

    >>> _before("2026-04-19T19:45:44+02:00", "2026-04-19T19:05:00", "2026-04-19T19:45:00")
    '2026-04-19T19:05:00+02:00'
    """
    minutes = len("2026-04-19T19:45")
    if changed is None or len(printed) < minutes or declared[:minutes] != changed[:minutes]:
        return None
    clock = len("2026-04-19T19:45:44")
    return printed[:clock] + declared[clock:] if printed[:clock] < changed[:clock] else None


def _changed(fields: dict[str, Chosen], facts: tuple[Fact, ...], locale: Locale) -> Chosen:
    """The day of the last change as the page prints it, where it declares none but that of publishing."""
    published, modified = fields["date_published"].value, fields["date_modified"]
    lines = tuple(named(facts, "date_modified"))
    printed = choose_date(NOTHING, lines, "date_modified", locale, None)
    if not published or modified.value != published or not printed.value:
        return modified
    later = day_number(printed.value) - day_number(published) > 1
    return Chosen(printed.values, f"{printed.origin}; {modified.origin}") if later else modified


def _in_order(fields: dict[str, Chosen]) -> dict[str, Chosen]:
    """A change from before the story came out is none, and on record."""
    published, modified = fields["date_published"], fields["date_modified"]
    first, last = _moment(published.value), _moment(modified.value)
    if first and last and last < first:
        origin = f"{published.origin}; {modified.origin} says changed before, on {modified.value}"
        fields |= {"date_published": Chosen(published.values, origin), "date_modified": NONE}
    return fields


def _moment(stamp: str | None) -> str | None:
    """A stamp with a time of the day, to compare; a day alone is none."""
    return instant(stamp) if stamp is not None and len(stamp) > len("2000-01-01") else None


def _day_after(fetched_at: str | None) -> str | None:
    """The last day a page can speak of as its own: the one after it was fetched, for zones east of ours."""
    day = read_iso(fetched_at) if fetched_at else None
    return (datetime.fromisoformat(day[:10]) + timedelta(days=1)).date().isoformat() if day else None


def with_searched_day(article: Article, page: Page) -> Article:
    """A story with the day that htmldate finds in the markup, where nothing else has told of a date.

    Of 86 in 400 pages without a date half are no stories: what it finds there is the day of a review.
    """
    data = article.metadata
    if data.date_published or data.date_modified or page.tree is None:
        return article
    if (day := _searched(page)) is None:
        return article
    provenance = dict(sorted({**data.provenance, "date_published": "htmldate"}.items()))
    return replace(article, metadata=replace(data, date_published=day, provenance=provenance))


def _searched(page: Page) -> str | None:
    """The day that a search of the markup finds; never the most frequent one."""
    if sum(1 for _ in page.tree.iter()) > _HTMLDATE_ELEMENTS:
        return None
    from htmldate import find_date  # noqa: PLC0415 - slow to import, and few pages need it

    latest = _day_after(page.raw.fetched_at)
    # It takes elements away, from a copy that it makes itself.
    found = find_date(page.tree, extensive_search=False, original_date=True, url=page.url, max_date=latest)
    return read_iso(found) if found else None
