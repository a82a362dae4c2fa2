"""The section a story is in, where what its page declares is as general as "News", or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import urljoin

from copydesk.extract.address import steps_of
from copydesk.extract.declared import Declared
from copydesk.extract.facts import NONE, Chosen, Fact, named
from copydesk.extract.head import text_of
from copydesk.extract.sections.categories import printed_categories
from copydesk.extract.sections.filed import filed_under
from copydesk.extract.sections.spelling import as_linked, as_printed, is_plain
from copydesk.extract.sections.subjects import SORTS, is_general, is_named_section
from copydesk.extract.sections.ways import shown_way
from copydesk.extract.slugs import bare, joined
from copydesk.extract.tables import word_set
from copydesk.extract.titles.titles import host_names, host_of
from copydesk.model import Block, Kind, Page
from copydesk.text import key

# Pages with more links than this are lists of them.
_MOST_LINKS = 3_000
_MOST_WORDS, _LONGEST_LINK = 4, 300
# A rubric that is printed above a headline is one of so many lines.
_ABOVE = 5
# Steps of an address below which people are, or subjects, and no sections.
_PEOPLE = word_set(
    "author authors autor autoren autores auteur auteurs autore autori profile profiles profil user users"
    " people person staff contributor contributors by tag tags"
)
_RUBRICS = word_set(
    "rubrik rubriken ressort ressorts rubric rubrics rubrique rubriques section sections category categories"
    " kategorie kategorien categoria categorias seccion secciones sezione sezioni"
)
_IN = re.compile(r"^in ", re.IGNORECASE)
_SUFFIX = re.compile(r"\.[a-z]{3,5}$")
_ARROWS = " \xa0→»›>|/"
_LETTERS = 2


@dataclass(frozen=True, slots=True)
class Sources:
    """What may name the section of a story: its page, what that declares and what its lines say.

    `others` are names that are no section's: the title's, the writers'.
    """

    page: Page
    declared: Declared
    facts: tuple[Fact, ...]
    blocks: Sequence[Block]
    body: Sequence[Block]
    others: tuple[str, ...]


def choose_section(chosen: Chosen, told: Sources) -> Chosen:
    """The section that is declared, or what says more where that is general: other data, links and lines."""
    if chosen.value is not None and not is_general(chosen.value):
        return _in_full(chosen, told.facts) or _spelled(chosen, told)
    for found in _others(told):
        if found.value is not None and not is_general(found.value):
            return _spelled(found, told)
    return _spelled(chosen, told) if chosen.values else _filed(told)


def _spelled(section: Chosen, told: Sources) -> Chosen:
    """A section as a line of the page has it, or else a link within one."""
    shown = as_printed(section, told.blocks)
    return as_linked(shown, told.page.tree) if shown.value and shown.value.islower() else shown


def _in_full(section: Chosen, facts: Sequence[Fact]) -> Chosen | None:
    """A section declared in small letters as a line of the page calls it: "World News"."""
    name = section.value
    if name is None or not name.islower():
        return None
    wanted = f"{bare(name)} news"
    return next(
        (
            Chosen((f.value,), f"{section.origin}; as {f.origin} has it")
            for f in facts
            if f.name == "section" and bare(f.value) == wanted
        ),
        None,
    )


def _others(told: Sources) -> Iterator[Chosen]:
    """What may name the section, the most trusted first."""
    page, declared = told.page, told.declared
    said = (*declared.candidates.get("section", ()), *declared.candidates.get("trail", ()))
    yield from (Chosen((each.value,), each.origin) for each in said)
    yield _filed(told)
    own = (*declared.values("publisher"), *host_names(page.url or page.canonical_url))
    yield shown_way(page, own, told.others)
    yield own_folder(page.tree, page.url or page.canonical_url)
    labels = (fact for fact in named(told.facts, "section") if not is_general(_IN.sub("", fact.value)))
    yield from (Chosen((fact.value,), fact.origin) for fact in labels)
    yield _rubric_above(page, told.blocks)
    yield _category(told)
    kickers = (fact for fact in named(told.facts, "kicker") if _may_name(fact.value))
    yield from (Chosen((fact.value,), fact.origin) for fact in kickers)


def _category(told: Sources) -> Chosen:
    """The first category printed at the story's head that can be its section."""
    own = (*told.declared.values("publisher"), *host_names(told.page.url or told.page.canonical_url))
    unfit = {*map(key, told.others), *map(key, own)}
    found = printed_categories(told.page, told.blocks, told.body)
    fits = (each for each in found if each.value and _may_name(each.value) and key(each.value) not in unfit)
    return next(fits, NONE)


def _filed(told: Sources) -> Chosen:
    return filed_under(told.page, told.declared, told.blocks, told.body)


def own_folder(tree: Any, url: str | None) -> Chosen:
    """The link to the innermost folder of a page's own address that is called as that folder is.

    >>> from lxml import html
    >>> page = html.document_fromstring("<a href='/news/'>News</a> <a href='/news/islands/'>Islands</a>")
    >>> own_folder(page, "https://gazette.example/news/islands/2024/ferry-is-late").value
    'Islands'
    >>> own_folder(page, "https://gazette.example/weather/fog").value is None
    True
    """
    own = _folders(url)[:-1]
    if tree is None or url is None or not own:
        return NONE
    names: dict[int, str] = {}
    for link in islice(tree.iter("a"), _MOST_LINKS):
        depth = _depth(link.get("href") or "", url, own)
        if depth is None:
            continue
        name = text_of(link)
        called = not joined(name).isdisjoint(joined(own[depth]))
        if called and (depth not in names or is_plain(names[depth])):
            names[depth] = name
    name = next((names[depth] for depth in sorted(names, reverse=True) if not is_general(names[depth])), "")
    told = _may_name(name) and joined(name).isdisjoint((host_of(url) or "").split("."))
    return Chosen((name,), "link to the folder of the address") if told else NONE


def _depth(href: str, url: str, own: Sequence[str]) -> int | None:
    """Which folder of a page's own address a link leads to, counted from the outermost."""
    if not href or len(href) > _LONGEST_LINK or href.startswith("#"):
        return None
    try:
        whole = urljoin(url, href)
    except ValueError:  # a bracket that opens no IPv6 address
        return None
    steps = _folders(whole)
    if not steps or host_of(whole) != host_of(url) or not _PEOPLE.isdisjoint(steps[:-1]):
        return None
    for start in range(len(own) - len(steps), -1, -1):
        if list(own[start : start + len(steps)]) == steps:
            depth = start + len(steps) - 1
            # "/en/" in front is a language, and "/2024/" a year.
            short = depth == 0 and len(own[0]) <= _LETTERS
            return None if short or own[depth].isdecimal() else depth
    return None


def _folders(url: str | None) -> list[str]:
    """The steps of an address, without the name of a file that stands for its folder."""
    steps = list(steps_of(url))
    return steps[:-1] if steps and _SUFFIX.sub("", steps[-1]) == "index" else steps


def _may_name(name: str) -> bool:
    words = key(name).split()
    short = 0 < len(words) <= _MOST_WORDS and is_named_section(name) and not is_general(name)
    return short and key(name) not in SORTS and not ("a" <= name[0] <= "z") and name[0].isalpha()


def _rubric_above(page: Page, blocks: Sequence[Block]) -> Chosen:
    """The one link of a line above the headline, behind an arrow at most, to a page of the site's rubrics."""
    title = next((block.index for block in blocks if block.kind is Kind.TITLE), 0)
    for block in blocks[max(0, title - _ABOVE) : title]:
        among = any(other.link_density == 1 for other in blocks[block.index - 1 : block.index + 2 : 2])
        if block.index >= len(page.elements) or block.hidden or among:
            continue  # among other links it is an entry of a menu
        element = page.elements[block.index]
        links = [element] if element.tag == "a" else list(islice(element.iter("a"), 2))
        if len(links) != 1 or text_of(links[0]) != block.text.strip(_ARROWS):
            continue
        steps = _folders(links[0].get("href"))
        if not _RUBRICS.isdisjoint(steps[:-1]) and _may_name(text_of(links[0])):
            return Chosen((text_of(links[0]),), f"block {block.index}: link to a rubric")
    return NONE
