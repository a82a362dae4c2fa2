"""Captions by how they are printed: small print or italics, right behind a picture without text."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from copydesk.extract.paths import path_end
from copydesk.extract.tables import word_set
from copydesk.judge.captions.caption_text import tidy
from copydesk.judge.edges import Edges
from copydesk.judge.shape import is_stamp, size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped
from copydesk.text import Line, key

PICTURES = ("img", "picture", "amp-img")
# How small print is marked up, and how long it is at most where it is a caption.
_SMALL = re.compile(r"(?:^|/)(?:small|sub)(?:[.#/]|$)|[.-]small(?:[./-]|$)")
_WORDS = 30
_LEAST_READ, _LEAST_UNREAD = 2, 4
# A sentence with so many links sends its reader elsewhere.
_LINKS = 2
# What speaks to its reader or asks for something is no caption.
_ASKS = word_set(
    "newsletter newsletters email app subscribe subscription sign log login account join free download "
    "you your our we us abo abonnieren abonnement abonné abonnez anmelden kostenlos gratis ihre sie "
    "uns unsere dein deine du vous votre nous notre usted nuestro nuestra je jij jouw ons onze "
    "podcast cookie cookies"
)
_IMPERATIVES = (("get",), ("listen",), ("read",), ("watch",), ("discover",), ("explore",), ("learn",))
# What says who wrote a piece is printed so, too.
_WRITES = word_set("written reported reviewed article verfasst geschrieben écrit rédigé escrito scritto")
_ITALICS, _BOLD = ("em", "i"), ("strong", "b")
_LEVELS = 2
# So many words of so many letters in both a line and the description of a picture are no accident.
_SHARED, _LONG = 2, 4
_RULES = {"small print": "small_print", "italics": "italics"}
_INLINE = frozenset({"a", "b", "em", "i", "small", "span", "strong", "sub", "u"})


def below_pictures(view: View, edges: Edges) -> dict[int, Verdict]:
    """The paragraphs in small print or in italics right behind an element that has a picture and no text."""
    found: dict[int, Verdict] = {}
    for index in view.open():
        block = view.blocks[index]
        if block.kind is not Kind.PARAGRAPH or block.hidden or not _is_within(view, index, edges):
            continue
        printed = _printed(view, index)
        if printed is not None and _is_behind_picture(view, index):
            said, facts = f"{printed} right behind a picture", (("captions", tidy(block.text)),)
            found[index] = dropped(_RULES[printed], Reason.CAPTION, said, facts=facts)
    return found


def _printed(view: View, index: int) -> str | None:
    """How a paragraph is printed that may be a caption; None if as others, or if it says something else."""
    if _SMALL.search(path_end(view.blocks[index].path, 3)):
        return "small print"
    line, element = view.lines[index], view.page.elements[index]
    slanted = _is_slanted(element) and not asks(line) and _WRITES.isdisjoint(line.words)
    return "italics" if slanted and (not _is_bold(element) or _is_described(element, line)) else None


def _is_slanted(element: Any) -> bool:
    """Whether all text of a paragraph is in italics."""
    slanted = element if element.tag in _ITALICS else next(element.iter(*_ITALICS), None)
    return slanted is not None and _letters(slanted) == _letters(element)


def _is_bold(element: Any) -> bool:
    """Whether something of a paragraph is bold: such lines are the story's more often."""
    around = (element, *islice(element.iterancestors(), _LEVELS))
    return any(one.tag in _BOLD for one in around) or next(element.iter(*_BOLD), None) is not None


def _is_described(element: Any, line: Line) -> bool:
    """Whether the picture in front of a paragraph is described in words that the paragraph has."""
    before = _paragraph(element).getprevious()
    alts = () if before is None else (image.get("alt") or "" for image in before.iter("img"))
    told = {word for alt in alts for word in key(alt).split() if len(word) >= _LONG}
    return len(told & set(line.words)) >= _SHARED


def _paragraph(element: Any) -> Any:
    """The paragraph that an element in a line of text is in, or itself."""
    return next((one for one in (element, *element.iterancestors()) if one.tag not in _INLINE), element)


def _letters(element: Any) -> str:
    return "".join("".join(element.itertext()).split())


def _is_within(view: View, index: int, edges: Edges) -> bool:
    """Whether a line is near the story, or in its reading: a story may end in pictures."""
    return is_near(index, edges) or (view.in_reading[index] and index > edges.first)


def is_near(index: int, edges: Edges) -> bool:
    """Whether a line is within the story, or between it and its headline."""
    return edges.first < index < edges.last or (edges.title is not None and edges.below_title(index))


def _is_behind_picture(view: View, index: int) -> bool:
    """Whether a line is a few words, and the element in front of its paragraph a picture and nothing else."""
    line, element = view.lines[index], view.page.elements[index]
    paragraph = _paragraph(element)
    before = paragraph.getprevious() if paragraph.tag == "p" else None
    if before is None or size(line) > _WORDS or is_stamp(line):
        return False
    if line.sentence and len(list(islice(paragraph.iter("a"), _LINKS))) == _LINKS:
        return False
    # Of what is not read, labels of cards are as short.
    if size(line) < (_LEAST_READ if view.in_reading[index] else _LEAST_UNREAD):
        return False
    shown = before.tag in PICTURES or next(before.iter(*PICTURES), None) is not None
    return shown and not any(text.strip() for text in before.itertext())


def asks(line: Line) -> bool:
    """Whether a line speaks to its reader or asks for something.

    >>> from copydesk.text import line
    >>> [asks(line(text)) for text in ("Join us for the launch of the ferry", "The launch of the ferry")]
    [True, False]
    """
    return line.words[:1] in _IMPERATIVES or not _ASKS.isdisjoint(line.words)
