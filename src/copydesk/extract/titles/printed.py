"""The headline that a page prints, where it is rather the story's than the one its data declares."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import unquote

from copydesk.extract.declared import Candidate, Declared
from copydesk.extract.facts import Chosen
from copydesk.extract.head import Head
from copydesk.extract.jsonld import NEWS, Node, types_of
from copydesk.extract.slugs import is_spelled
from copydesk.extract.titles.titles import cut_site, squeeze
from copydesk.model import Block, Kind
from copydesk.text import key, word_count

# An h1 of fewer words is a section or a name; a longer one has more in it than a headline.
_FEWEST_WORDS, _MOST_CHARS = 4, 200
# How many of a declared headline's words the h1 has, if the two say the same.
_SHARED, _TEASER = 0.25, 0.3
# On a page with more h1, those within the story are some too.
_MOST_H1, _SHARED_OF_MANY = 3, 0.5
# A title for networks that is cut short is known by so many characters.
_CUT = 20
# What is typed for the marks that are printed, and all of these taken out.
_TYPED = "'\"-"
_UNMARKED = dict.fromkeys(map(ord, "'\"-‘’‚‛“”„‟«»‹›–—"))
_SUFFIX = re.compile(r"\.[a-z]{2,5}$")
# What software sets behind a headline: a mark, and a section's name.
_BEHIND = re.compile(r"\s?[-–—|·:]\s?[^\W\d_]+(?: [^\W\d_]+){0,2}")
# A headline for the story stands this close to the h1, where a page has both.
_NEAR = 6


def printed_headline(
    head: Head, article: Node, declared: Sequence[Candidate], sites: Sequence[str], url: str | None = None
) -> list[Candidate]:
    """The h1, where it goes before the headline of the page's data; `declared` are the title and others.

    Pages that are no news declare what is written for search engines: on labelled ones the h1 is the
    title on 73 of 101 where the two differ. News give their h1 a fuller or shorter form for networks, which
    is the title more often; not so where JSON-LD alone has other words, or the networks have no word of it.
    """
    h1 = next((c for c in declared if c.origin == "h1"), None)
    if h1 is None or not _may_be_headline(h1.value, declared[0].value):
        return []
    title = declared[0]
    shared = head.all("og:title")[:1]
    bare = [key(cut_site(text, sites, head.h1)) for text in (*shared, *head.all("twitter:title")[:1])]
    if title.origin == "json-ld" and len(bare) == 2 and all(_is_same(h1.value, text) for text in bare):
        return [h1]
    if is_address(title.value, url):
        return []
    if types_of(article) & NEWS:
        own = next((c.value for c in declared if c.origin == "json-ld"), "")
        teased = title.origin != "json-ld" and key(own) == key(h1.value)
        return [h1] if teased and _share(title.value, h1.value) < _TEASER else []
    enough = _SHARED if len(head.h1) <= _MOST_H1 else _SHARED_OF_MANY
    return [h1] if not head.all("news_keywords") and _share(title.value, h1.value) >= enough else []


def _may_be_headline(h1: str, title: str) -> bool:
    """Whether an h1 has the form of a headline, other than the title with a label in front."""
    long = word_count(h1) >= _FEWEST_WORDS
    same = key(h1).endswith(key(title))
    return long and not same and len(h1) <= _MOST_CHARS and not h1.isupper()


def is_address(title: str, url: str | None) -> bool:
    """Whether the last step of a page's address is a title, word for word: its writers called the page so.

    >>> is_address("How to build a pier", "https://gazette.example/guides/how-to-build-a-pier/")
    True
    """
    last = unquote(re.split(r"[?#]", url or "")[0]).rstrip("/").rpartition("/")[2]
    words = key(_SUFFIX.sub("", last))
    return len(words.split()) >= _FEWEST_WORDS and is_spelled(words, title)


def _is_same(h1: str, text: str) -> bool:
    """Whether a title for networks is the h1, or the beginning of it."""
    return text == key(h1) or (len(text) >= _CUT and key(h1).startswith(text))


def _share(title: str, h1: str) -> float:
    words = set(key(title).split())
    return len(words & set(key(h1).split())) / max(1, len(words))


def choose_title(declared: Declared, chosen: Chosen, blocks: Iterable[Block]) -> Chosen:
    """The title that is declared, or the printed one if the page prints that as its headline and no other.

    Of one with typewriter quotes the printed form goes before it; where an h1 says something else, the
    origin tells.
    """
    return _beside_h1(declared, _choose(declared, chosen, list(blocks)))


def _beside_h1(declared: Declared, chosen: Chosen) -> Chosen:
    """A title with the h1 in its origin, if that has other words."""
    h1 = next((c.value for c in declared.candidates.get("title", ()) if c.origin == "h1"), "")
    if chosen.value is None or word_count(h1) < _FEWEST_WORDS or key(h1) == key(chosen.value):
        return chosen
    return Chosen(chosen.values, f"{chosen.origin}; h1 says '{h1[:_MOST_CHARS]}'")


def _choose(declared: Declared, chosen: Chosen, blocks: list[Block]) -> Chosen:
    chosen = _below_trail(declared, _bare(declared, chosen), blocks)
    printed = next(iter(declared.candidates.get("printed", ())), None)
    if printed is None:
        return _with_quotes(chosen, blocks)
    near: list[str] = []
    title, below = printed.value, _NEAR + 1
    for block in blocks:
        # An h1 may be the last step of a trail, with the headline for the story below it.
        step = block.verdict is not None and block.verdict.rule == "trail"
        if (step or block.kind is Kind.TITLE) and squeeze(block.text) == squeeze(printed.value):
            # Where its lines are boxes of their own, the block has them apart.
            title, below = block.text, 0
        elif below < _NEAR:
            below += 1
            near.append(key(block.text))
    told = below <= _NEAR and key(chosen.value or "") not in near
    return Chosen((title,), printed.origin) if told else _with_quotes(chosen, blocks)


def _below_trail(declared: Declared, chosen: Chosen, blocks: Sequence[Block]) -> Chosen:
    """The headline a page prints and declares, where the title chosen is printed in its trail alone."""
    title = next((block for block in blocks if block.kind is Kind.TITLE), None)
    called = key(chosen.value or "")
    if title is None or key(title.text) == called:
        return chosen
    steps = (b for b in blocks if b.verdict is not None and b.verdict.rule == "trail")
    if not any(key(block.text) == called for block in steps):
        return chosen
    said = declared.candidates.get("title", ())
    own = next((each for each in said if key(each.value) == key(title.text)), None)
    return Chosen((own.value,), own.origin) if own else chosen


def _bare(declared: Declared, chosen: Chosen) -> Chosen:
    """A title without the section that software set behind it, where the page also declares it without."""
    title = chosen.value or ""
    for own in declared.candidates.get("headline", ()):
        rest = title.removeprefix(own.value)
        if rest != title and _BEHIND.fullmatch(rest):
            return Chosen((own.value,), own.origin)
    return chosen


def _with_quotes(chosen: Chosen, blocks: Iterable[Block]) -> Chosen:
    """A title with the quotes and dashes that its page prints, if it prints the same but for these."""
    title = chosen.value
    if title is None or not any(mark in title for mark in _TYPED):
        return chosen
    bare = title.translate(_UNMARKED)
    same = (b.text for b in blocks if b.kind is Kind.TITLE and b.text.translate(_UNMARKED) == bare)
    printed = next(same, title)
    return chosen if printed == title else Chosen((printed,), f"{chosen.origin}; quotes as printed")
