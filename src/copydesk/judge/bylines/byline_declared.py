"""Bylines that words alone do not tell: lines at the headline that only name whom the page declares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from copydesk.extract.authors.byline import Byline, read_byline
from copydesk.extract.authors.names import is_person, strip_by
from copydesk.extract.authors.visible import VISIBLE
from copydesk.judge.bios.author_box import BY
from copydesk.judge.bylines.byline_verdict import byline_verdict, start
from copydesk.judge.edges import Edges
from copydesk.judge.navigation.page_links import links_of
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict
from copydesk.text import key

# A name above the headline stands so close to it, in blocks.
_ABOVE: Final = 2
# A stamp beside a name is so close.
_BESIDE: Final = 2
_MOST_WORDS: Final = 6
_LINKED: Final = 0.9
# A stamp below a name in a box of its own, with a few words on its bearer between.
_STAMP_BELOW: Final = 4


def declared_names(view: View, edges: Edges, found: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """Verdicts on lines that are nothing but the name of an author the page declares, beside its headline.

    Such a name may be no person's by its looks: "Ben", or that of a programme. Its place tells, with a stamp
    beside it or with the markup of a link to an author.
    """
    authors = _authors(view)
    title = edges.title
    if not authors or title is None:
        return {}
    more: dict[int, Verdict] = {}
    for index in range(max(0, title - _ABOVE), edges.head.stop):
        if index in found or index in view.verdicts or not _may_be_name(view, index):
            continue
        name = authors.get(key(strip_by(view.lines[index].text) or view.lines[index].text))
        near = (index - _BESIDE, index - 1, index + 1, index + _BESIDE)
        dated = any(i in found and found[i].reason is Reason.BYLINE for i in near)
        if name is not None and (dated or (index > title and _is_to_author(view, index))):
            evidence = f"nothing but a declared author, beside the headline: '{start(view.lines[index])}'"
            more[index] = byline_verdict(Byline((name,)), evidence, facts=True)
    return more


def _authors(view: View) -> dict[str, str]:
    """The authors a page declares in its data, by the form in which lines are compared."""
    declared = (c for c in view.declared.candidates.get("authors", ()) if c.origin != VISIBLE)
    return {key(c.value): c.value for c in declared if key(c.value)}


def _may_be_name(view: View, index: int) -> bool:
    block, line = view.blocks[index], view.lines[index]
    plain = block.kind not in (Kind.HEADING, Kind.CAPTION, Kind.QUOTE)
    return plain and not block.hidden and 0 < line.word_count <= _MOST_WORDS


def _is_to_author(view: View, index: int) -> bool:
    """Whether a line has or stands in a link that is said to lead to the author."""
    return any("author" in link.get("rel", "").lower().split() for link in links_of(view, index))


def linked_name(view: View, edges: Edges, found: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """ "By" on a line of its own, a person as a link to an author's page, and the stamps below these.

    Where boxes for all sorts of things stand above the story, it may be far from the headline. So it counts
    wherever it is above the story's end, if it is there once: cards have it again and again.
    """
    lines, blocks = view.lines, view.blocks
    pairs = [i for i in range(len(blocks) - 1) if lines[i].key in BY and _names_author(view, i + 1)]
    taken = {i for pair in pairs for i in (pair, pair + 1)} & (found.keys() | view.verdicts.keys())
    if len(pairs) != 1 or taken or edges.behind(pairs[0]):
        return {}
    index = pairs[0]
    told = "says that the next line names who wrote the story"
    name = Byline((lines[index + 1].text,))
    more = {
        index: byline_verdict(Byline(), told, facts=False),
        index + 1: byline_verdict(name, "a link to an author's page, below a 'by'", facts=True),
    }
    for i in range(index + 2, min(len(blocks), index + 2 + _STAMP_BELOW)):
        stamp = read_byline(lines[i].text) if i in found and found[i].rule == "byline" else Byline()
        if stamp.labelled and stamp.dated and not found[i].facts:
            more[i] = byline_verdict(stamp, found[i].evidence, facts=True)
    return more


def _names_author(view: View, index: int) -> bool:
    """Whether a line is a person's name, and a link whose address leads through authors."""
    if view.blocks[index].hidden or view.blocks[index].link_density < _LINKED:
        return False
    way = next((link.get("href") or "" for link in links_of(view, index)), "").lower()
    return "/author" in way and is_person(view.lines[index].text)
