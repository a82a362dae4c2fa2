"""Metadata: what a page declares, and what its judged lines add, as one record with provenance."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from copydesk.extract.address import article_id, own_address
from copydesk.extract.agencies import is_outlet
from copydesk.extract.datelines import first_place, inline_dateline
from copydesk.extract.dates import Locale, read_iso
from copydesk.extract.declare import declare, locale_of
from copydesk.extract.declared import NOTHING, Declared
from copydesk.extract.facts import (
    NONE,
    Chosen,
    Fact,
    choose_agencies,
    choose_date,
    choose_text,
    day_number,
    facts_of,
    named,
)
from copydesk.extract.icons import without_photographers
from copydesk.extract.imprint import imprint
from copydesk.extract.language import settle_language
from copydesk.extract.pictures import choose_captions
from copydesk.extract.printed import choose_title
from copydesk.extract.rubric import Sources, choose_section
from copydesk.extract.summary import without_credit
from copydesk.extract.tags import about_the_story, choose_tags
from copydesk.extract.titles import host_names, host_of
from copydesk.extract.writers import choose_authors
from copydesk.model import Article, Block, Form, Kind, Metadata, Page, is_body
from copydesk.sites.profile import SiteProfile
from copydesk.text import word_count
from copydesk.times import instant

__all__ = ["complete", "declare"]

# How much of the text the language is read from.
_LANGUAGE_CHARS = 2_000
# htmldate reads the whole page again; a tree of this many elements takes it longer than the page is worth.
_HTMLDATE_ELEMENTS = 6_000
# So many blocks from the headline a stamp is that of the story.
_NEAR = 4
_INLINE = "first paragraph: dateline"


def complete(
    page: Page, declared: Declared, profile: SiteProfile | None, blocks: tuple[Block, ...]
) -> Article:
    """An article from a judged page: every field with where it came from, unknown ones None or empty."""
    facts = without_photographers(facts_of(blocks), page.elements)
    body = [block for block in blocks if is_body(block)]
    fields: dict[str, Chosen] = {}
    fields.update(_address(page, profile))
    fields.update(_texts(page, declared, profile, facts))
    fields["description"] = without_credit(declared, fields["description"])
    fields["title"] = choose_title(declared, fields["title"], blocks)
    if not fields["publisher"].values and page.tree is not None:
        titles = (*declared.values("title"), page.tree.findtext(".//title") or "")
        fields["publisher"] = imprint(page.tree, blocks, titles, host_names(fields["url"].value))
    fields.update(_people(page, declared, fields, facts, blocks))
    fields.update(_dates(page, declared, profile, facts, body))
    others = (*fields["title"].values, *fields["authors"].values)
    told = Sources(page, declared, facts, blocks, body, others)
    fields["section"] = choose_section(fields["section"], told)
    fields["tags"] = choose_tags(declared, fields["title"], fields["section"], facts, body)
    fields["tags"] = about_the_story(fields["tags"], fields["authors"], fields["title"])
    fields["standfirst"] = _standfirst(body)
    fields["captions"] = choose_captions(facts, blocks, page.elements)
    fields["language"] = _language(declared, profile, body)
    metadata = _metadata(page, fields, body)
    if declared.cut:
        metadata = replace(metadata, provenance={**metadata.provenance, "cut": "; ".join(declared.cut)})
    return Article(article_id(page), metadata, blocks, page.raw.fetched_at)


def _metadata(page: Page, fields: dict[str, Chosen], body: list[Block]) -> Metadata:
    lists = ("authors", "agencies", "tags", "captions")
    values: dict[str, Any] = {
        name: chosen.values if name in lists else chosen.value for name, chosen in fields.items()
    }
    provenance = {name: c.origin for name, c in sorted(fields.items()) if c.values and c.origin}
    return Metadata(
        **values,
        word_count=sum(word_count(block.text) for block in body),
        raw_path=page.raw.raw_path,
        raw_sha256=page.raw.sha256,
        provenance=provenance,
    )


def _address(page: Page, profile: SiteProfile | None) -> dict[str, Chosen]:
    address = own_address(page)
    host = host_of(address)
    # "http://ferry-late" is the last step of an address that somebody took for a whole one.
    canonical = page.canonical_url if "." in (host_of(page.canonical_url) or "") else None
    fields = {
        "url": Chosen((page.url,), page.url_origin) if page.url else NONE,
        "canonical_url": Chosen((canonical,), "canonical") if canonical else NONE,
        "host": Chosen((host,), "url") if host else NONE,
    }
    if host is None and profile is not None:
        fields["host"] = Chosen((profile.host,), "site profile")
    return fields


def _texts(
    page: Page, declared: Declared, profile: SiteProfile | None, facts: tuple[Fact, ...]
) -> dict[str, Chosen]:
    names = ("title", "section", "publisher", "description", "image", "license")
    fields = {name: choose_text(declared, facts, name) for name in names}
    if page.form is Form.TEXT and (found := named(facts, "title")):
        fields["title"] = Chosen((found[0].value,), found[0].origin)
    # What the page prints beside the story goes before the trail that leads to it.
    if not fields["section"].values and (trail := declared.candidates.get("trail", ())):
        fields["section"] = Chosen((trail[0].value,), trail[0].origin)
    if not fields["publisher"].values and profile is not None:
        fields["publisher"] = Chosen((profile.publisher,), "site profile")
    return fields


def _people(
    page: Page,
    declared: Declared,
    fields: dict[str, Chosen],
    facts: tuple[Fact, ...],
    blocks: tuple[Block, ...],
) -> dict[str, Chosen]:
    body = [block for block in blocks if is_body(block)]
    url = fields["url"].value
    own = (
        *declared.values("publisher"),
        *fields["publisher"].values,
        *fields["host"].values,
        *host_names(url),
    )
    opening = next((block.index for block in body if block.kind is Kind.PARAGRAPH), len(body))
    authors, among = choose_authors(declared, facts, own, opening, blocks)
    inline = inline_dateline(body)
    first = declared.candidates.get("agencies", ())
    others = (
        Chosen(tuple(c.value for c in first if c.origin == first[0].origin), first[0].origin)
        if first
        else NONE,
        among,
        Chosen(inline.agencies, _INLINE),
    )
    places = named(facts, "dateline")
    if places:
        # "New Delhi, Gazette Bureau": where, and who.
        parts = [part for part in places[0].value.rstrip(" :,").split(", ") if not is_outlet(part)]
        dateline = Chosen((", ".join(parts),), places[0].origin) if parts else NONE
    else:
        place = inline.place or first_place(page, body)
        dateline = Chosen((place,), _INLINE) if place else NONE
    return {"authors": authors, "agencies": choose_agencies(facts, others, own), "dateline": dateline}


def _dates(
    page: Page, declared: Declared, profile: SiteProfile | None, facts: tuple[Fact, ...], body: list[Block]
) -> dict[str, Chosen]:
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
        fields["date_published"] = Chosen((day,), _INLINE)
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
    return tuple(f for f in facts if f.name not in days or top <= f.block.index <= opening + _NEAR)


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
    near = [f for f in named(facts, "date_published") if abs(f.block.index - titles[0].block.index) <= _NEAR]
    printed = choose_date(NOTHING, tuple(near), "date_published", locale, None)
    day, own = published.value, printed.value
    # The day before may be the same moment in another zone.
    if not day or not own or day_number(day) - day_number(own) < 2:
        return published
    declared = (published.origin or "").partition(";")[0]
    return Chosen(printed.values, f"{printed.origin}; {declared} says {day[:10]}, changed then, too")


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


def _standfirst(body: list[Block]) -> Chosen:
    lines = [block for block in body if block.kind is Kind.STANDFIRST]
    text = "\n".join(block.text for block in lines)
    return Chosen((text,), f"block {lines[0].index}: standfirst") if lines else NONE


def _language(declared: Declared, profile: SiteProfile | None, body: list[Block]) -> Chosen:
    text = ""
    for block in body:
        text += block.text + "\n"
        if len(text) > _LANGUAGE_CHARS:
            break
    said = declared.candidates.get("language")
    word, source = (said[0].value, said[0].origin) if said else (None, "")
    if word is None and profile is not None:
        word, source = profile.language, "site profile"
    code, origin = settle_language(word, text, source)
    return Chosen((code,), origin) if code else NONE
