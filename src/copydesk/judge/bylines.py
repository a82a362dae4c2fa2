"""Bylines, publish stamps and datelines on lines of their own.

The evidence is that nothing of the line is left unexplained: names, agencies, places, dates and the words
that go with them. How sure such a reading is decides where on the page it counts.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice, pairwise

from copydesk.extract.agencies import is_agency, is_outlet
from copydesk.extract.byline import MOST_BYLINE_WORDS, Byline, read_byline
from copydesk.extract.dates import Locale
from copydesk.extract.declare import locale_of
from copydesk.extract.name_words import LABELS
from copydesk.extract.names import is_office, is_person, read_names
from copydesk.extract.places import is_place
from copydesk.extract.tables import word_set
from copydesk.extract.titles import host_names, squeeze
from copydesk.judge.author_box import BY
from copydesk.judge.byline_marks import (
    AUTHOR_MARKUP,
    BYLINE_BOX,
    FIRST_INITIALS,
    INITIALS,
    MARKUP,
    MENU,
    OPENERS,
    POSTED,
    REACHED,
    SIGNED,
)
from copydesk.judge.edges import Edges, edges_of
from copydesk.judge.place import is_prose
from copydesk.judge.posts import is_day_of_teaser, is_length, is_of_post, is_of_teaser, post_times
from copydesk.judge.view import View
from copydesk.model import Block, Kind, Reason, Verdict, dropped
from copydesk.text import Line, key

_MOST_CHARS = 300
# No labelled page has more than 90 lines that could be bylines; a page with many more is a listing.
_MOST_READ = 400
# A sentence of this length is read as a byline only if it begins as one.
_SENTENCE_WORDS = 9
# The halves of a day, as keys: their full stop ends no sentence.
_HALVES = (" a m", " p m")
_TYPE = re.compile(r"(?:/(?:strong|b|em|i))+$")
_SIGNED_WORDS = 8
# Names below a "by" of its own.
_PARTED_WORDS = 10
# Lines that end in a comma are looked at so far around one.
_ENUMERATED = 5
# How many of the last elements of a path tell of a menu.
_MENU_STEPS = 4
# A stamp may have so many words more; an office has at most so many.
_UNEXPLAINED = 3
_OFFICE_WORDS = 8
# Words of a crew that signs in a person's place.
_CREW = word_set(
    "staff desk newsdesk team bureau reporters correspondents editors redaktion rédaction redacción redazione"
)


def judge(view: View) -> dict[int, Verdict]:
    """Drop the lines that say who wrote the story, where and when."""
    edges = edges_of(view)
    timezone = view.profile.timezone if view.profile else None
    locale = locale_of(view.declared.candidates.get("language", ()), timezone)
    found: dict[int, Verdict] = {}
    worth = (i for i in view.open() if _is_worth_reading(view.blocks[i], view.lines[i], edges))
    for index in islice(worth, _MOST_READ):
        verdict = _read(view, index, edges, locale, found)
        if verdict is not None:
            found[index] = verdict
    found = {**post_times(view, edges, found), **found}
    return {**_parted(view, edges), **found} if view.pasted else found


def _parted(view: View, edges: Edges) -> dict[int, Verdict]:
    """ "By" on a line of its own, and on the next who wrote the story, as copying parts them."""
    found: dict[int, Verdict] = {}
    for index, below in pairwise(i for i in view.open() if edges.in_head(i)):
        if below != index + 1 or view.lines[index].key not in BY:
            continue
        names = read_names([view.lines[below].text]).authors
        if view.lines[below].word_count <= _PARTED_WORDS and names and all(map(is_person, names)):
            found[index] = dropped(
                "byline", Reason.BYLINE, "says that the next line names who wrote the story"
            )
            facts = tuple(("authors", name) for name in names)
            found[below] = dropped("byline", Reason.BYLINE, "names below a 'by'", facts=facts)
    return found


def _is_worth_reading(block: Block, line: Line, edges: Edges) -> bool:
    """The cheap tests, so that few lines of a page are taken apart."""
    if line.word_count > MOST_BYLINE_WORDS or len(line.text) > _MOST_CHARS or block.hidden:
        return False
    if block.kind in (Kind.CAPTION, Kind.TITLE, Kind.CODE) or _is_labelled(block):
        return False
    index = block.index
    near = edges.in_head(index) or edges.in_tail(index)
    long = line.sentence and line.word_count >= _SENTENCE_WORDS
    if near and (not long or line.key.endswith(_HALVES)):
        return True
    bracketed = line.text.endswith(")") and line.word_count <= _SIGNED_WORDS
    return bracketed or line.key.split(" ", 1)[0] in OPENERS or is_of_post(line)


def _is_labelled(block: Block) -> bool:
    """Whether a line is a tag ("#Islands"), names a field of a form ("First Name"), or is in a menu."""
    steps = block.path.split("/")[-_MENU_STEPS:]
    field = steps[-1].partition(".")[0] == "label"
    return (
        block.text.startswith("#")
        or field
        or (block.link_density > 0.5 and MENU.search("/".join(steps)) is not None)
    )


def _read(view: View, index: int, edges: Edges, locale: Locale, found: dict[int, Verdict]) -> Verdict | None:
    block, line = view.blocks[index], view.lines[index]
    byline = read_byline(line.text, locale)
    markup = _markup(block.path)
    if (signed := _signature(view, index, edges)) is not None:
        return signed
    tag = not (byline.labelled or byline.dated) and _is_enumerated(view, index)
    if block.kind is Kind.QUOTE or POSTED.match(line.text) or _is_only_source(byline) or tag:
        return None
    if byline.rest:
        return _by_markup(byline, line, markup[1]) if markup and edges.above_story(index) else None
    rule = _strong(byline, line) or _weak(view, index, byline, edges, markup, found)
    if rule is None or not (
        edges.in_head(index) or edges.behind(index) or byline.labelled or is_of_post(line)
    ):
        return None
    elsewhere = byline.named and is_of_teaser(view, index, byline, edges)
    if elsewhere or is_day_of_teaser(view, index, byline, edges) or is_length(view, index, found):
        return None
    return _verdict(byline, rule, facts=edges.in_head(index) or edges.in_tail(index))


def _is_enumerated(view: View, index: int) -> bool:
    """Whether a line stands among others that end in a comma as it does, and some are no names: tags."""
    run = [index]
    for step in (-1, 1):
        at = index + step
        while (
            0 <= at < len(view.lines) and abs(at - index) <= _ENUMERATED and view.lines[at].text.endswith(",")
        ):
            run.append(at)
            at += step
    alike = len(run) > 1 and view.lines[index].text.endswith(",")
    return alike and not all(is_person(view.lines[i].text.rstrip(" ,")) for i in run)


def _markup(path: str) -> re.Match[str] | None:
    """The name for bylines or stamps among the last of a path; boxes called a byline are often deeper."""
    steps = path.split("/")
    return MARKUP.search("/".join(steps[-3:])) or BYLINE_BOX.search("/".join(steps[-5:]))


def _signature(view: View, index: int, edges: Edges) -> Verdict | None:
    """Who wrote the story, as it is told behind one: by initials, with an address, in brackets."""
    line = view.lines[index]
    if edges.behind(index) and INITIALS.fullmatch(line.text):
        return dropped("initials", Reason.BYLINE, f"nothing but initials, behind the story: '{line.text}'")
    if edges.in_tail(index) and (letters := FIRST_INITIALS.match(line.text)) is not None:
        facts = tuple(("authors", name) for name in read_names([letters[1]]).authors)
        return dropped("initials", Reason.BYLINE, f"opens with initials: '{_start(line)}'", facts=facts)
    if edges.behind(index) and REACHED.fullmatch(line.text):
        people = (name for name in read_names([line.text]).authors if is_person(name) or not name.isascii())
        facts = tuple(("authors", name) for name in people)[:1]
        return dropped("signature", Reason.BYLINE, f"a name and how to reach it: '{line.text}'", facts=facts)
    return _outlet_signature(view, line) if index > edges.first else None


def _outlet_signature(view: View, line: Line) -> Verdict | None:
    """ "MDR (dst)", "Gazette (Ann Lee)": the outlet and, in brackets, who wrote the story, behind it."""
    found = SIGNED.fullmatch(line.text)
    own = (*view.declared.values("publisher"), *host_names(view.page.url or view.page.canonical_url))
    if found is None or squeeze(found[1]) not in map(squeeze, own):
        return None
    people = tuple(name for name in read_names([found[2]]).authors if is_person(name))
    evidence = f"the outlet and who wrote for it, behind the story: '{_start(line)}'"
    return _verdict(Byline(authors=people), evidence, facts=True)


def _by_markup(byline: Byline, line: Line, name: str) -> Verdict | None:
    """A line that words alone do not tell, but its markup does, if it names somebody or a day."""
    found = read_names([byline.rest]).authors if AUTHOR_MARKUP.search(name) else ()
    people = tuple(author for author in found if is_person(author))
    if line.sentence or not (byline.named or byline.dated or people):
        return None
    whole = replace(byline, authors=(*byline.authors, *people))
    return _verdict(whole, f"in markup named '{name}' near the headline: '{_start(line)}'", facts=True)


def _is_only_source(byline: Byline) -> bool:
    """Whether a line says nothing but "Source: ...": that is a credit."""
    return byline.sourced and not byline.dated and not byline.authors and not byline.labelled


def _strong(byline: Byline, line: Line) -> str | None:
    """What makes a line a byline wherever it stands."""
    has_date = byline.published is not None or byline.modified is not None
    if (byline.labelled or byline.sourced) and (byline.named or has_date or byline.dated):
        return f"nothing but names, dates and their labels: '{_start(line)}'"
    if byline.dated and is_of_post(line) and (byline.authors or byline.labelled):
        return f"how old a post is, and who wrote it: '{_start(line)}'"
    if byline.named and has_date:
        return f"nothing but names and a date: '{_start(line)}'"
    return None


def _weak(
    view: View,
    index: int,
    byline: Byline,
    edges: Edges,
    markup: re.Match[str] | None,
    found: dict[int, Verdict],
) -> str | None:
    """What makes a line a byline only where bylines stand."""
    line = view.lines[index]
    ends = line.text.rstrip()[-1]
    opens = ends == ":" or ((ends == "." or line.text.isupper()) and _prose_follows(view, index))
    placed = (opens and edges.in_head(index)) or edges.below_title(index) or index + 1 == edges.first
    if placed and _is_dateline(byline, line):
        return f"a place alone on its line above the story: '{_start(line)}'"
    if not byline.named and byline.dateline is None and byline.section is None:
        if (byline.dated or byline.labelled) and (edges.above_story(index) or edges.in_head(index)):
            return f"nothing but a date or its label, near the headline: '{_start(line)}'"
        if (byline.dated or byline.labelled) and markup and edges.in_tail(index):
            return f"nothing but a date behind the story: '{_start(line)}'"
        return None
    if byline.authors:
        agency = any(map(is_agency, byline.authors))
        return None if agency else _weak_name(view, index, byline, edges, markup, found)
    filed = byline.dateline and (byline.agencies or byline.dated) and edges.below_title(index)
    return f"a place and an agency or a date above the story: '{_start(line)}'" if filed else None


def _prose_follows(view: View, index: int) -> bool:
    following = index + 1
    return following < len(view.lines) and is_prose(view, following)


def _weak_name(
    view: View,
    index: int,
    byline: Byline,
    edges: Edges,
    markup: re.Match[str] | None,
    found: dict[int, Verdict],
) -> str | None:
    """A name alone on its line: beside the headline or a stamp, in markup for names, or as signature."""
    line, block = view.lines[index], view.blocks[index]
    people = all(is_person(name) or _is_crew(name) for name in byline.authors)
    if (
        not people
        or line.sentence
        or line.text.endswith(":")
        or _is_of_title(view, line)
        or _sells(view, line)
    ):
        return None
    signed = markup is not None and AUTHOR_MARKUP.search(markup[1]) is not None
    # A long standfirst counts as the story's first paragraph; markup for names tells where bylines stand.
    under = edges.title is not None and edges.in_head(index) and index > edges.title
    if edges.below_title(index) or (signed and under):
        beside = any(i in found for i in (index - 1, index - 2)) or _stamp_follows(view, index)
        declared = {name.casefold() for name in view.declared.values("authors")}
        known = all(name.casefold() in declared for name in byline.authors)
        below = view.verdicts.get(index + 1)
        if below is not None and below.reason is Reason.CAPTION and not (signed or known):
            return None  # whom the picture shows
        opens = index + 1 == edges.first and _opens_the_story(view, index)
        if opens or signed or beside or known or _is_crew(byline.authors[0]):
            return f"a name alone on its line below the headline: '{_start(line)}'"
    linked = block.link_density > 0.5 and not markup
    if (
        index == edges.last + 1
        and not linked
        and block.kind is Kind.PARAGRAPH
        and not _bio_follows(view, index)
    ):
        return f"a name alone on its line behind the story: '{_start(line)}'"
    return None


def _is_of_title(view: View, line: Line) -> bool:
    """Whether the page's title begins or ends with a line: then it is a headline or the site's name."""
    titles = (key(title) for title in view.declared.values("title"))
    return any(title.startswith(f"{line.key} ") or title.endswith(f" {line.key}") for title in titles)


def _sells(view: View, line: Line) -> bool:
    """Whether a line begins with the outlet's name and goes on: "Example Cloud" is what Example sells."""
    return not _is_crew(line.text) and any(
        line.key.startswith(f"{key(name)} ") for name in view.declared.values("publisher") if key(name)
    )


def _opens_the_story(view: View, index: int) -> bool:
    """Whether a line is marked up as the paragraph below it, on a page that names nobody but the outlet."""
    if view.pasted or index + 1 == len(view.blocks):  # a page without a story ends here
        return False
    alike = _boxes(view.blocks[index].path) == _boxes(view.blocks[index + 1].path)
    return alike and view.in_reading[index] and _signed_by_outlet(view)


def _boxes(path: str) -> str:
    """A path without the bold or slanted type at its end."""
    return _TYPE.sub("", path)


def _signed_by_outlet(view: View) -> bool:
    """Whether the page declares an author that is no person: who wrote it may stand in its text."""
    declared = view.declared.values("authors")
    return bool(declared) and not any(map(is_person, set(declared) - set(view.declared.values("publisher"))))


def _is_dateline(byline: Byline, line: Line) -> bool:
    """A place with a colon or a full stop, or a place and its country."""
    if byline.dateline is None or byline.named or byline.dated or byline.labelled:
        return False
    text = line.text.strip()
    return is_place(text.rstrip(" :,.-–—")) and (text.endswith((":", ".", "-", "–", "—")) or "," in text)


def _is_crew(name: str) -> bool:
    """Whether a name is a crew's; "Meet the Team" and "Building Your Team" are labels."""
    words = set(name.lower().split())
    return not _CREW.isdisjoint(words) and words.isdisjoint(LABELS)


def _is_tag(view: View, index: int) -> bool:
    return view.lines[index].text.startswith("#")


def _stamp_follows(view: View, index: int) -> bool:
    """Whether the next line is a stamp, or says what somebody is: a name above it is a byline."""
    following = next(
        (i for i in (index + 1, index + 2) if i < len(view.blocks) and not _is_tag(view, i)), None
    )
    if following is None or view.lines[following].word_count > MOST_BYLINE_WORDS:
        return False
    line = view.lines[following]
    nearby = read_byline(line.text[:_MOST_CHARS])
    if nearby.dated and nearby.labelled:
        return len(nearby.rest.split()) <= _UNEXPLAINED
    if not nearby.rest and (nearby.dated or nearby.labelled):
        return True
    # "12 years in the trade" is an office, "12 strings" and "35 minutes" are none.
    office = is_office(line.text) and not line.text[:1].isdecimal()
    return office and not line.sentence and 0 < line.word_count <= _OFFICE_WORDS


def _bio_follows(view: View, index: int) -> bool:
    """Whether prose follows a name behind the story: then the name heads a biography or another story."""
    signed = not view.pasted and _signed_by_outlet(view)
    near = [i for i in view.open() if index < i <= index + 2 and (not signed or view.in_reading[i])]
    return any(view.lines[i].word_count >= 6 for i in near)


def _verdict(byline: Byline, evidence: str, *, facts: bool) -> Verdict:
    pairs: list[tuple[str, str]] = []
    if facts:
        pairs += [("authors", name) for name in byline.authors]
        pairs += [("agencies", name) for name in byline.agencies if is_outlet(name)]
        singles = (
            ("dateline", byline.dateline),
            ("date_published", byline.published),
            ("date_modified", byline.modified),
            ("section", byline.section),
        )
        pairs += [(name, value) for name, value in singles if value]
    return dropped("byline", Reason.BYLINE, evidence, facts=tuple(pairs))


def _start(line: Line) -> str:
    return line.text[:60]
