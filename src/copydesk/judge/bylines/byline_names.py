"""Names alone on a line: whether one says who wrote the story, or is a label, a product, a picture's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from copydesk.extract.authors.byline import MOST_BYLINE_WORDS, Byline, read_byline
from copydesk.extract.authors.name_words import LABELS
from copydesk.extract.authors.names import is_office, is_person
from copydesk.extract.tables import word_set
from copydesk.judge.bylines.byline_marks import AUTHOR_MARKUP, MOST_CHARS
from copydesk.judge.bylines.byline_verdict import start
from copydesk.judge.edges import Edges
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict
from copydesk.text import Line, key

_TYPE = re.compile(r"(?:/(?:strong|b|em|i))+$")
# A stamp may have so many words more; an office has at most so many.
_UNEXPLAINED = 3
_OFFICE_WORDS = 8
_SUMMING_WORDS = 8
# Words of a crew that signs in a person's place.
_CREW = word_set(
    "staff desk newsdesk team bureau reporters correspondents editors redaktion rédaction redacción redazione"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A line that may be a byline: what it reads as, where it stands, and the bylines found above it."""

    view: View
    index: int
    byline: Byline
    edges: Edges
    markup: re.Match[str] | None
    found: Mapping[int, Verdict]

    @property
    def line(self) -> Line:
        """The line itself."""
        return self.view.lines[self.index]


def name_alone(asked: Asked) -> str | None:
    """A name alone on its line: beside the headline or a stamp, in markup for names, or as signature."""
    view, index, edges, byline, line = asked.view, asked.index, asked.edges, asked.byline, asked.line
    if not _names_people(view, byline, line):
        return None
    signed = asked.markup is not None and AUTHOR_MARKUP.search(asked.markup[1]) is not None
    # A long standfirst counts as the story's first paragraph; markup for names tells where bylines stand.
    under = edges.title is not None and edges.in_head(index) and index > edges.title
    stamped = under and view.pasted and _is_stamped(view, index)
    if edges.below_title(index) or (signed and under) or stamped:
        declared = {name.casefold() for name in view.declared.values("authors")}
        sure = signed or all(name.casefold() in declared for name in byline.authors)
        below = view.verdicts.get(index + 1)
        if below is not None and below.reason is Reason.CAPTION and not (sure or _is_below_stamp(asked)):
            return None  # whom the picture shows
        if sure or stamped or _has_company(asked) or _is_crew(byline.authors[0]):
            return f"a name alone on its line below the headline: '{start(line)}'"
    if index == edges.last + 1 and _signs_off(view, index, marked=asked.markup is not None):
        return f"a name alone on its line behind the story: '{start(line)}'"
    return None


def _names_people(view: View, byline: Byline, line: Line) -> bool:
    """Whether all a line names are people or crews, and it is no label, headline or product."""
    if line.sentence or line.text.endswith(":"):
        return False
    people = all(is_person(name) or _is_crew(name) for name in byline.authors)
    return people and not _is_section(view, line) and not _is_of_title(view, line) and not _sells(view, line)


def _is_section(view: View, line: Line) -> bool:
    """Whether the page calls its section so: "Harbour Life" is none of its writers."""
    return any(line.key == key(section) for section in view.declared.values("section"))


def _is_of_title(view: View, line: Line) -> bool:
    """Whether the page's title begins or ends with a line: then it is a headline or the site's name."""
    titles = (key(title) for title in view.declared.values("title"))
    return any(title.startswith(f"{line.key} ") or title.endswith(f" {line.key}") for title in titles)


def _sells(view: View, line: Line) -> bool:
    """Whether a line begins with the outlet's name and goes on: "Example Cloud" is what Example sells."""
    return not _is_crew(line.text) and any(
        line.key.startswith(f"{key(name)} ") for name in view.declared.values("publisher") if key(name)
    )


def _has_company(asked: Asked) -> bool:
    """Whether a name stands right below a byline, above a stamp, or above the story as its paragraphs do."""
    index = asked.index
    view = asked.view
    if any(i in asked.found for i in (index - 1, index - 2)) or _stamp_follows(view, index):
        return True
    if view.pasted and (_is_stamped(view, index) or _is_above_standfirst(asked)):
        return True
    return index + 1 == asked.edges.first and _opens_the_story(asked.view, index)


def _is_above_standfirst(asked: Asked) -> bool:
    """Whether a name stands right below the headline, above a line that sums up and its stamp."""
    index, lines = asked.index, asked.view.lines
    long = index + 1 < len(lines) and lines[index + 1].word_count >= _SUMMING_WORDS
    return long and index - 1 == asked.edges.title and _is_stamped(asked.view, index + 1)


def _is_below_stamp(asked: Asked) -> bool:
    """Whether a name of a paste stands right below a byline, and the caption below does not name it again."""
    index = asked.index
    shown = asked.view.lines[index + 1].key
    named = any(word in shown.split() for word in asked.line.words)
    return asked.view.pasted and index - 1 in asked.found and not named


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
    nearby = read_byline(line.text[:MOST_CHARS])
    if nearby.dated and nearby.labelled:
        if nearby.authors:
            return False  # that line says who wrote the story
        return len(nearby.rest.split()) <= _UNEXPLAINED
    if not nearby.rest and (nearby.dated or nearby.labelled):
        return True
    # "12 years in the trade" is an office, "12 strings" and "35 minutes" are none.
    office = is_office(line.text) and not line.text[:1].isdecimal()
    return office and not line.sentence and 0 < line.word_count <= _OFFICE_WORDS


def _is_stamped(view: View, index: int) -> bool:
    """Whether a whole stamp stands right below a line, or below the label of the section under it."""
    below = index + 1
    while below < len(view.lines) and _is_label_of_section(view, below):
        below += 1
    if below >= len(view.lines) or view.lines[below].word_count > MOST_BYLINE_WORDS:
        return False
    read = read_byline(view.lines[below].text[:MOST_CHARS])
    by = read.labelled and bool(read.authors)  # that line says who wrote the story
    return not (read.rest or by) and (read.published or read.modified) is not None


def _is_label_of_section(view: View, index: int) -> bool:
    verdict = view.verdicts.get(index)
    return verdict is not None and verdict.reason is Reason.SECTION_LABEL


def _signs_off(view: View, index: int, *, marked: bool) -> bool:
    """Whether a name behind the story heads nothing, and is no link but where markup calls it a byline."""
    block = view.blocks[index]
    linked = block.link_density > 0.5 and not marked
    return not linked and block.kind is Kind.PARAGRAPH and not _bio_follows(view, index)


def _bio_follows(view: View, index: int) -> bool:
    """Whether prose follows a name behind the story: then the name heads a biography or another story."""
    signed = not view.pasted and _signed_by_outlet(view)
    near = [i for i in view.open() if index < i <= index + 2 and (not signed or view.in_reading[i])]
    return any(view.lines[i].word_count >= 6 for i in near)
