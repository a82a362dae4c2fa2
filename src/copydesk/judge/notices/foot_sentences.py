"""Sentences in a page's foot and beside its story: small print, offers, and what the house says of itself."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from copydesk.extract.paths import path_end
from copydesk.judge.left_out.around import Named
from copydesk.judge.notices.foot_columns import is_in_foot
from copydesk.judge.phrases.buttons import ASKS
from copydesk.judge.phrases.table import read_topic
from copydesk.judge.promos.story_links import is_lone_link
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Block, Kind, Reason
from copydesk.text import Line

_TOPIC: Final = read_topic("foot")
_MOVES: Final = frozenset(_TOPIC.lists["moves"])
_SAID: Final = {
    "small_print": ("small_print", Reason.NOTICE, "small print in the page's foot"),
    "terms": ("small_print", Reason.NOTICE, "small print in the page's foot"),
    "denial": ("small_print", Reason.NOTICE, "small print in the page's foot"),
    "offer": ("offer", Reason.PROMO, "an offer in the page's foot"),
    "person": ("about_outlet", Reason.AUTHOR_BIO, "speaks in the page's foot of whoever writes it"),
    "question": ("offer", Reason.PROMO, "an offer in the page's foot"),
    "outlet": ("about_outlet", Reason.AUTHOR_BIO, "says in the page's foot who is behind the page"),
}
# The same of sentences beside the story.
_SIDE: Final = {
    "small_print": ("small_print", Reason.NOTICE, "small print outside the story"),
    "offer": ("offer", Reason.PROMO, "an offer outside the story"),
    "person": ("author_words", Reason.AUTHOR_BIO, "speaks of whoever writes the page"),
}
# What a call of a few words opens with, by its last sign.
_CALLS: Final = {"!": "offer", "?": "question"}
_CUT_OFF: Final = ("...", "…", "…)", "...)")
# A sentence that none of the phrases tells says what the house is, from so many words on.
_LEAST_WORDS: Final = 7
# ... and of those that ask for something, from so many on; fewer are a button.
_ASKS_WORDS: Final = 5
# What is no sentence is an offer from so many words on: fewer name a part of the site.
_OFFER_WORDS: Final = range(4, 10)
_CALL_WORDS: Final = 2
_LINKED: Final = 0.5
_NEAR: Final = 5
# Hours and numbers to call have more digits.
_DIGITS: Final = 6
_NUMBER_WORDS: Final = 20
# The mark of a footnote.
_MARKS: Final = ("*", "+", "†", "‡")
_URL: Final = re.compile(r"\S+://\S+$")
# What the house prints of itself, whatever else stands in the same block: so many such signs tell.
_IMPRINT: Final = re.compile(
    r"©|\b(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados"
    r"|(?:company|registered|registration|vat|charity)(?: reg(?:istration)?)? (?:no|number)\b|ust-?id|siret)",
    re.IGNORECASE,
)
_LEAST_OF_IMPRINT: Final = 2
# What a reader fills in has names of its own, and so have windows and what customers say.
_FORM: Final = frozenset({"form", "label", "dialog", "button"})
_OTHER_BOX: Final = re.compile(
    r"testimonial|banner[_-]{1,2}foot|review|popup|modal|tooltip|comment", re.IGNORECASE
)


def foot_sentence(view: View, index: int, box: str) -> Named | None:
    """What a sentence in the page's foot says: by a phrase, as a call to do something, or of the house.

    `box` is the evidence for what the line's box is.
    """
    line, block = view.lines[index], view.blocks[index]
    other = _OTHER_BOX.search(path_end(block.path, _NEAR)) is not None
    if other or not _is_in_foot(block, box):
        return None
    if block.link_density >= _LINKED:
        return _terms(line)
    if len({found[0].lower() for found in _IMPRINT.finditer(line.text)}) >= _LEAST_OF_IMPRINT:
        return "imprint", Reason.NOTICE, "says in the page's foot who owns the text and the house"
    hit = _TOPIC.table.opens(line) or _TOPIC.table.holds(line)
    if hit is not None and _is_said(line, hit.rule):
        rule, reason, sign = _SAID[hit.rule]
        return rule, reason, f"{sign}: {hit.phrase!r}"
    if not line.sentence or line.text.endswith(_CUT_OFF) or not line.words or line.words[0] in _MOVES:
        return None
    return None if _is_of_form(view, index) else _by_shape(line)


def _terms(line: Line) -> Named | None:
    """What a line says on what terms the site is used, half of which may be links to them."""
    hit = _TOPIC.table.opens(line, "terms")
    if hit is None or not _is_said(line, hit.rule):
        return None
    rule, reason, sign = _SAID[hit.rule]
    return rule, reason, f"{sign}: {hit.phrase!r}"


def side_sentence(view: View, index: int) -> Named | None:
    """What a whole sentence says by a phrase that is in the box of a menu or beside the story."""
    line, block = view.lines[index], view.blocks[index]
    if not line.sentence or block.link_density >= _LINKED or size(line) < _ASKS_WORDS:
        return None
    if not line.words or line.words[0] in _MOVES or block.kind is Kind.TABLE:
        return None
    hit = _TOPIC.table.opens(line) or _TOPIC.table.holds(line)
    if hit is not None and hit.rule in _SIDE:
        rule, reason, sign = _SIDE[hit.rule]
        return rule, reason, f"{sign}: {hit.phrase!r}"
    if line.words[0] in ASKS:
        return "offer", Reason.PROMO, f"a sentence outside the story that asks to {line.words[0]!r}"
    return None


def foot_call(view: View, index: int, box: str) -> Named | None:
    """Whether a few words in the page's foot offer something: a heading of an offer, or a link that calls."""
    line, block = view.lines[index], view.blocks[index]
    if block.kind is Kind.LIST_ITEM or size(line) < _CALL_WORDS or not _is_in_foot(block, box):
        return None
    told = size(line) >= _LEAST_WORDS and not _is_number(line) and not _URL.match(line.text)
    if told and is_lone_link(view, index):
        rule = "offer" if line.sentence or line.words[0] in ASKS else "other_stories"
        return rule, Reason.PROMO, "a link in the page's foot that is longer than the entries of menus"
    hit = _TOPIC.table.opens(line, _CALLS.get(line.text[-1], ""))
    if hit is not None:
        return "offer", Reason.PROMO, f"a call in the page's foot: {hit.phrase!r}"
    return None


def _by_shape(line: Line) -> Named | None:
    """What a whole sentence is by its first word and its length."""
    if line.text.startswith(_MARKS):
        return "small_print", Reason.NOTICE, f"a footnote of the page's foot, behind {line.text[0]!r}"
    if line.words[0] in ASKS and size(line) >= _ASKS_WORDS:
        return "offer", Reason.PROMO, f"a sentence in the page's foot that asks to {line.words[0]!r}"
    if size(line) < _LEAST_WORDS or not line.text.endswith(".") or _is_number(line):
        return None
    return "about_outlet", Reason.AUTHOR_BIO, "a sentence of the house's own in the page's foot"


def _is_number(line: Line) -> bool:
    """Whether a line is hours, an address or numbers to call rather than words."""
    return sum(map(str.isdigit, line.text)) >= _DIGITS and size(line) <= _NUMBER_WORDS


def _is_said(line: Line, rule: str) -> bool:
    """Whether a line says what one of its phrases may say: the house behind it needs no full stop."""
    if rule == "terms":
        return size(line) >= _LEAST_WORDS
    if rule in ("small_print", "denial"):
        return line.sentence
    offers = rule == "offer" and size(line) in _OFFER_WORDS
    return (line.sentence or rule == "outlet" or offers) and not _is_number(line)


def _is_in_foot(block: Block, box: str) -> bool:
    return block.kind is not Kind.TABLE and ("footer" in box or is_in_foot(block.path))


def _is_of_form(view: View, index: int) -> bool:
    return any(box.tag in _FORM for box in islice(view.page.elements[index].iterancestors(), _NEAR))
