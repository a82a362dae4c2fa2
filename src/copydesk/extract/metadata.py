"""Metadata: what a page declares, and what its judged lines add, as one record with provenance."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from copydesk.extract.address import article_id, own_address
from copydesk.extract.authors.agencies import is_outlet
from copydesk.extract.authors.icons import without_photographers
from copydesk.extract.authors.writers import choose_authors
from copydesk.extract.dates.days import choose_days
from copydesk.extract.declare import declare
from copydesk.extract.declared import Declared
from copydesk.extract.facts import (
    NONE,
    Chosen,
    Fact,
    choose_agencies,
    choose_text,
    facts_of,
    named,
)
from copydesk.extract.imprint import imprint
from copydesk.extract.language import settle_language
from copydesk.extract.lead_picture import printed_picture
from copydesk.extract.pictures import choose_captions
from copydesk.extract.places.datelines import INLINE, SIGNED, first_place, inline_dateline, signed_by
from copydesk.extract.sections.rubric import Sources, choose_section
from copydesk.extract.sections.spelling import tags_as_printed
from copydesk.extract.sections.tags import about_the_story, choose_tags, without_writers
from copydesk.extract.summary import without_credit
from copydesk.extract.titles.printed import choose_title
from copydesk.extract.titles.titles import cut_site, host_names, host_of
from copydesk.model import Article, Block, Form, Kind, Metadata, Page, is_body
from copydesk.sites.profile import SiteProfile
from copydesk.text import key, word_count

__all__ = ["complete", "declare"]

# How much of the text the language is read from.
_LANGUAGE_CHARS = 2_000


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
    if profile is not None and page.tree is not None:
        fields["title"] = _without_outlet(fields["title"], profile)
    if not fields["publisher"].values and page.tree is not None:
        titles = (*declared.values("title"), page.tree.findtext(".//title") or "")
        fields["publisher"] = imprint(page.tree, blocks, titles, host_names(fields["url"].value))
    fields["image"] = fields["image"] if fields["image"].values else printed_picture(page, blocks)
    fields.update(_people(page, declared, fields, facts, blocks))
    fields.update(choose_days(page, declared, profile, facts, body))
    others = (*fields["title"].values, *fields["authors"].values)
    told = Sources(page, declared, facts, blocks, body, others)
    fields["section"] = choose_section(fields["section"], told)
    fields["tags"] = choose_tags(declared, fields["title"], fields["section"], facts, body)
    fields["tags"] = about_the_story(fields["tags"], fields["authors"], fields["title"], page.url)
    fields["tags"] = without_writers(fields["tags"], page.tree)
    fields["tags"] = tags_as_printed(fields["tags"], blocks)
    fields["standfirst"] = _standfirst(body)
    fields["captions"] = choose_captions(facts, blocks, page.elements)
    fields["language"] = _language(declared, profile, body)
    metadata = _metadata(page, fields, body)
    if declared.cut:
        metadata = replace(metadata, provenance={**metadata.provenance, "cut": "; ".join(declared.cut)})
    return Article(article_id(page), metadata, blocks, page.raw.fetched_at)


def _without_outlet(title: Chosen, profile: SiteProfile) -> Chosen:
    """A title without the name of the outlet behind it: what declares it may nowhere say whose it is."""
    named = (profile.publisher, profile.host)
    return replace(title, values=tuple(cut_site(value, named) for value in title.values))


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
        "host": Chosen((host,), "url" if address == page.url else "canonical") if host else NONE,
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
    if profile is not None and _is_its_name(fields["publisher"].value, profile):
        fields["publisher"] = Chosen((profile.publisher,), "site profile")
    return fields


def _is_its_name(declared: str | None, profile: SiteProfile) -> bool:
    """Whether a page names its outlet as its site does: all pages of a site have one publisher then."""
    return declared is None or key(declared) in {key(profile.publisher), *profile.site_names}


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
        Chosen(inline.agencies, INLINE),
        Chosen(signed_by(body), SIGNED),
    )
    places = named(facts, "dateline")
    if places:
        # "New Delhi, Gazette Bureau": where, and who.
        parts = [part for part in places[0].value.rstrip(" :,").split(", ") if not is_outlet(part)]
        dateline = Chosen((", ".join(parts),), places[0].origin) if parts else NONE
    else:
        place = inline.place or first_place(page, body)
        dateline = Chosen((place,), INLINE) if place else NONE
    return {"authors": authors, "agencies": choose_agencies(facts, others, own), "dateline": dateline}


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
