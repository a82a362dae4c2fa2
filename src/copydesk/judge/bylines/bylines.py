"""Bylines, publish stamps and datelines on lines of their own: which lines are read as one, and which count.

The evidence is that nothing of the line is left unexplained: names, agencies, places, dates and the words
that go with them. How sure such a reading is decides where on the page it counts.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from copydesk.extract.authors.agencies import is_agency
from copydesk.extract.authors.byline import MOST_BYLINE_WORDS, Byline, read_byline
from copydesk.extract.authors.names import is_person, read_names
from copydesk.extract.dates.dates import Locale
from copydesk.extract.declare import locale_of
from copydesk.extract.paths import last_steps
from copydesk.extract.places.places import is_place
from copydesk.judge.bylines.byline_company import without_editors, without_the_change
from copydesk.judge.bylines.byline_declared import declared_names, linked_name
from copydesk.judge.bylines.byline_front import without_section
from copydesk.judge.bylines.byline_marks import (
    AUTHOR_MARKUP,
    BYLINE_BOX,
    MARKUP,
    MENU,
    MOST_CHARS,
    OPENERS,
    POSTED,
    SHARES,
)
from copydesk.judge.bylines.byline_names import Asked, name_alone
from copydesk.judge.bylines.byline_parted import continued_names, parted_names, parted_stamps
from copydesk.judge.bylines.byline_verdict import byline_verdict, start
from copydesk.judge.bylines.posts import is_day_of_teaser, is_length, is_of_post, is_of_teaser, post_times
from copydesk.judge.bylines.role_lines import role_line
from copydesk.judge.bylines.signatures import signature
from copydesk.judge.edges import Edges, edges_of
from copydesk.judge.place import is_prose
from copydesk.judge.view import View
from copydesk.model import Block, Kind, Verdict
from copydesk.text import Line

# No labelled page has more than 90 lines that could be bylines; a page with many more is a listing.
_MOST_READ = 400
# A sentence of this length is read as a byline only if it begins as one.
_SENTENCE_WORDS = 9
# The halves of a day, as keys: their full stop ends no sentence.
_HALVES = (" a m", " p m")
_SIGNED_WORDS = 8
# Lines that end in a comma are looked at so far around one.
_ENUMERATED = 5
_HOUR = re.compile(r"\d{1,2}[:.]\d\d")
_WHOLLY = 0.9
# How many of the last elements of a path tell of a menu.
_MENU_STEPS = 4
_EMPHASIS = frozenset({"i", "em", "b", "strong"})


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
    found |= continued_names(view, edges, found)
    if view.pasted:
        found |= parted_names(view, edges) | parted_stamps(view, edges, locale)
        return without_the_change(without_editors(view, found))
    found |= declared_names(view, edges, found)
    return without_the_change(found | linked_name(view, edges, found))


def _is_worth_reading(block: Block, line: Line, edges: Edges) -> bool:
    """The cheap tests, so that few lines of a page are taken apart."""
    if line.word_count > MOST_BYLINE_WORDS or len(line.text) > MOST_CHARS or block.hidden:
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
    """Whether a line is a tag ("#Islands"), names a field of a form ("First Name"), or is in a menu.

    An hour that is a link is of something else: a broadcast, a match.
    """
    steps = last_steps(block.path, _MENU_STEPS)
    field = steps[-1].partition(".")[0] == "label"
    return (
        block.text.startswith("#")
        or field
        or (block.link_density >= _WHOLLY and _HOUR.fullmatch(block.text) is not None)
        or (block.link_density > 0.5 and MENU.search("/".join(steps)) is not None)
    )


def _read(view: View, index: int, edges: Edges, locale: Locale, found: dict[int, Verdict]) -> Verdict | None:
    block, line = view.blocks[index], view.lines[index]
    whole = read_byline(line.text, locale)
    byline = without_section(view, index, whole, locale)
    markup = _markup(block.path)
    if (signed := signature(view, index, edges) or role_line(view, index, edges)) is not None:
        return signed
    tag = not (byline.labelled or byline.dated) and _is_enumerated(view, index)
    counted = SHARES.fullmatch(line.text) is not None
    if counted or block.kind is Kind.QUOTE or POSTED.match(line.text) or _is_only_source(byline) or tag:
        return None
    if byline.rest:
        return _by_markup(byline, line, markup[1]) if markup and edges.above_story(index) else None
    asked = Asked(view, index, byline, edges, markup, found)
    rule = _strong(byline, line) or (_behind_link(asked) if byline is not whole else None) or _weak(asked)
    if rule is None or not (
        edges.in_head(index) or edges.behind(index) or byline.labelled or is_of_post(line)
    ):
        return None
    elsewhere = byline.named and is_of_teaser(view, index, byline, edges)
    if elsewhere or is_day_of_teaser(view, index, byline, edges) or is_length(view, index, found):
        return None
    return byline_verdict(byline, rule, facts=edges.in_head(index) or edges.in_tail(index))


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


def _by_markup(byline: Byline, line: Line, name: str) -> Verdict | None:
    """A line that words alone do not tell, but its markup does, if it names somebody or a day."""
    # An element of the first author's own parts "and Ann Lee" from the name before it.
    found = read_names([byline.rest.removeprefix("and ")]).authors if AUTHOR_MARKUP.search(name) else ()
    people = tuple(author for author in found if is_person(author))
    if line.sentence or not (byline.named or byline.dated or people):
        return None
    whole = replace(byline, authors=(*byline.authors, *people))
    return byline_verdict(whole, f"in markup named '{name}' near the headline: '{start(line)}'", facts=True)


def _is_only_source(byline: Byline) -> bool:
    """Whether a line says nothing but "Source: ...": that is a credit."""
    return byline.sourced and not byline.dated and not byline.authors and not byline.labelled


def _strong(byline: Byline, line: Line) -> str | None:
    """What makes a line a byline wherever it stands."""
    has_date = byline.published is not None or byline.modified is not None
    if (byline.labelled or byline.sourced) and (byline.named or has_date or byline.dated):
        return f"nothing but names, dates and their labels: '{start(line)}'"
    if byline.dated and is_of_post(line) and (byline.authors or byline.labelled):
        return f"how old a post is, and who wrote it: '{start(line)}'"
    if byline.named and has_date:
        return f"nothing but names and a date: '{start(line)}'"
    return None


def _weak(asked: Asked) -> str | None:
    """What makes a line a byline only where bylines stand."""
    view, index, edges, byline, line = asked.view, asked.index, asked.edges, asked.byline, asked.line
    ends = line.text.rstrip()[-1]
    opens = ends == ":" or ((ends == "." or line.text.isupper()) and _prose_follows(view, index))
    placed = (opens and edges.in_head(index)) or edges.below_title(index) or index + 1 == edges.first
    alone = byline.dateline == line.text
    set_off = alone and index + 1 == edges.first and _is_set_off(view, index)
    # Above the headline it is a step of the trail.
    below = edges.in_head(index) and edges.title is not None and index > edges.title
    declared = alone and below and line.text in view.declared.values("location")
    if (placed and _is_dateline(byline, line)) or set_off or declared:
        return f"a place alone on its line above the story: '{start(line)}'"
    if not byline.named and byline.dateline is None and byline.section is None:
        if (byline.dated or byline.labelled) and (edges.above_story(index) or edges.in_head(index)):
            return f"nothing but a date or its label, near the headline: '{start(line)}'"
        if (byline.dated or byline.labelled) and asked.markup and edges.in_tail(index):
            return f"nothing but a date behind the story: '{start(line)}'"
        return None
    if byline.authors:
        agency = any(map(is_agency, byline.authors))
        return None if agency else name_alone(asked)
    filed = _is_filed(byline, index, edges)
    return f"a place and an agency or a date above the story: '{start(line)}'" if filed else None


def _behind_link(asked: Asked) -> str | None:
    """An agency behind a link to a section, below the headline and right under a stamp or another byline."""
    index, edges = asked.index, asked.edges
    under = edges.title is not None and edges.in_head(index) and index > edges.title
    if not under or index - 1 not in asked.found:
        return None
    return f"an agency behind a link to a section, below the headline: '{start(asked.line)}'"


def _is_filed(byline: Byline, index: int, edges: Edges) -> bool:
    """Whether a line has a place with an agency or a date, above the story.

    Below a long standfirst, which counts as the first paragraph, a place and a whole day still are a stamp.
    """
    if not byline.dateline or not (byline.agencies or byline.dated):
        return False
    under = edges.title is not None and edges.in_head(index) and index > edges.title
    return edges.below_title(index) or (under and byline.published is not None)


def _is_set_off(view: View, index: int) -> bool:
    """Whether a line is a paragraph in italics or bold type, and no link: a section's name is one."""
    if view.pasted or view.blocks[index].kind is not Kind.PARAGRAPH or view.blocks[index].link_density:
        return False
    element = view.page.elements[index]
    only = element if len(element) != 1 or (element.text or "").strip() else element[0]
    return only.tag in _EMPHASIS and not (only.tail or "").strip()


def _prose_follows(view: View, index: int) -> bool:
    following = index + 1
    return following < len(view.lines) and is_prose(view, following)


def _is_dateline(byline: Byline, line: Line) -> bool:
    """A place with a colon or a full stop, or a place and its country."""
    if byline.dateline is None or byline.named or byline.dated or byline.labelled:
        return False
    text = line.text.strip()
    return is_place(text.rstrip(" :,.-–—")) and (text.endswith((":", ".", "-", "–", "—")) or "," in text)
