"""What a story is about: the choice between the tags its page declares and those its lines print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Any

from copydesk.extract.address import leads_to_writer
from copydesk.extract.authors.byline_front import is_section
from copydesk.extract.declared import Declared
from copydesk.extract.facts import NONE, Chosen, Fact, named
from copydesk.extract.head import text_of
from copydesk.extract.sections.subjects import are_the_sites, is_general, is_named_section
from copydesk.extract.titles.printed import is_address
from copydesk.model import Block
from copydesk.text import key

# So many tags, where more are printed, are not all that the story is about.
_FEW = 2
# A shorter title may be a subject's name.
_TITLE_WORDS = 3
# "Articles by Ada Quill": a list of what somebody wrote, by its key.
_LISTED = re.compile(
    r"^(?:all |alle |tous les |todos los )?(?:articles|posts|stories|more|columns"
    r"|artikel|beiträge|artículos|noticias|articoli|artigos|artikelen|artikler|artiklar|статьи)"
    r"(?: (?:by|from|of|von|de|di|do|da|van|av|af))? "
)
_MOST_LINKS = 3_000
# What titles have their site's name behind.
_BEHIND = re.compile(r" [|–—] ")


def choose_tags(
    declared: Declared, title: Chosen, section: Chosen, facts: Sequence[Fact], body: Sequence[Block]
) -> Chosen:
    """Tags the page declares, with those it prints where few are declared or nothing but sections.

    Keywords that a site has on every page are none.
    """
    found = declared.candidates.get("tags", ())
    if found and found[0].origin.endswith("keywords"):
        story = "\n".join((title.value or "", *(block.text for block in body)))
        found = () if are_the_sites([tag.value for tag in found], story) else found
    told = Chosen(tuple(tag.value for tag in found), found[0].origin) if found else NONE
    return with_printed(told, named(facts, "tags"), (*section.values, *_sections(declared)))


def about_the_story(tags: Chosen, authors: Chosen, title: Chosen = NONE, url: str | None = None) -> Chosen:
    """Tags without those that say what all of a site is ("News"), and without title, address and writers.

    >>> about_the_story(Chosen(("News", "Ferries", "Ada Quill")), Chosen(("ADA QUILL",)))
    Chosen(values=('Ferries',), origin=None)
    >>> about_the_story(Chosen(("Ferry is late", "Ports")), Chosen(), Chosen(("Ferry Is Late",))).values
    ('Ports',)
    >>> about_the_story(Chosen(("Articles by Ada Quill", "Ferries")), Chosen(("Ada Quill",))).values
    ('Ferries',)
    >>> about_the_story(Chosen(("Quill Ada", "Ferries")), Chosen(("Ada Quill",))).values
    ('Ferries',)
    >>> about_the_story(Chosen(("best way to tie knots",)), Chosen(), url="https://a.example/best-way-to-tie-knots")
    Chosen(values=(), origin=None)
    """
    writers = {_words(name) for name in authors.values}
    called = key(title.value or "")
    unfit = {called} if len(called.split()) >= _TITLE_WORDS else set()
    left = tuple(
        tag
        for tag in tags.values
        if not is_general(tag)
        and key(front := _BEHIND.split(tag)[0]) not in unfit
        and _words(front) not in writers
        and _words(_LISTED.sub("", key(tag))) not in writers
        and not is_address(tag, url)
    )
    return Chosen(left, tags.origin) if left else NONE


def _words(name: str) -> str:
    """A name by its words, in whatever order: catalogues have that of the family first.

    >>> _words("Quill, Ada") == _words("Ada Quill")
    True
    """
    return " ".join(sorted(key(name).split()))


def without_writers(tags: Chosen, tree: Any) -> Chosen:
    """Tags without those whose links on the page lead to who wrote something.

    >>> from lxml import html
    >>> page = html.document_fromstring("<a href='/author/ada'>More by Ada</a> <a href='/oban'>Oban</a>")
    >>> without_writers(Chosen(("More by Ada", "Oban")), page).values
    ('Oban',)
    """
    if tree is None or not tags.values:
        return tags
    names = set(map(key, tags.values))
    links = (link for link in islice(tree.iter("a"), _MOST_LINKS) if leads_to_writer(link))
    unfit = names & {key(text_of(link)) for link in links}
    left = tuple(tag for tag in tags.values if key(tag) not in unfit)
    return Chosen(left, tags.origin) if left else NONE


def _sections(declared: Declared) -> tuple[str, ...]:
    return (*declared.values("section"), *declared.values("trail"))


def with_printed(told: Chosen, lines: Sequence[Fact], sections: Sequence[str]) -> Chosen:
    """The declared tags and those that lines print, where what is declared is poor and they say more.

    >>> with_printed(Chosen(("Politics",), "json-ld"), (), ())
    Chosen(values=('Politics',), origin='json-ld')
    """
    printed: dict[str, str] = {}
    for line in lines:
        printed.setdefault(key(line.value), line.value)
    if not printed:
        return told
    if not told.values:
        return Chosen(tuple(printed.values()), lines[0].origin)
    have = {key(value) for value in told.values}
    names = set(map(key, sections))
    poor = all(name in names or is_section(name) or not is_named_section(name) for name in have)
    others = tuple(value for name, value in printed.items() if name not in have)
    if not others or len(printed) <= len(have) or not (poor or len(have) <= _FEW):
        return told
    return Chosen((*told.values, *others), f"{told.origin}; {lines[0].origin} has more")
