"""What a left-out line is by its shape: a number, a price, a date, a time, an address, an account."""

from __future__ import annotations

import re
from typing import Final

from copydesk.extract.authors.byline import is_day
from copydesk.extract.dates.months import MONTHS
from copydesk.judge.bios.author_box import BY
from copydesk.judge.edges import Edges
from copydesk.judge.left_out.around import Named, dated
from copydesk.judge.shape import is_stamp, size
from copydesk.model import Reason
from copydesk.text import Line

_COUNT: Final = re.compile(
    r"[\d.,]{1,40}\s?[kmм]?\+?\.?(?:\s[\d.,]{1,15}\s?[kmм]?){0,3}"
    r"(?: (?:views?|likes?|shares?|votes?|follow(?:ers?|ing)|subscribers?|reactions?"
    r"|ratings?|reviews?|claps?|upvotes?|saves?))?",
    re.IGNORECASE,
)
# Seconds since 1970, or the like.
_MACHINE_DIGITS: Final = 9
# ... and glued to a label of the page's template: "Updated1893456000".
_GLUED: Final = re.compile(r"[^\W\d_]{3,40}1\d{9}(?:\d{3})?")
_SCORE: Final = re.compile(r"★+|[\d.]+ ?(?:/|out of) ?\d+(?:\.\d+)?(?: stars?)?", re.IGNORECASE)
# A place in a list, how many there are, a share.
_RANK: Final = re.compile(r"#\d{1,6}|\(\d{1,9}\)|\d{1,3}(?:[.,]\d{1,3})?\s?%")
_PRICE: Final = re.compile(r"(?:from |starting at )?[$€£¥₹] ?\d[\d.,]*(?: ?/ ?\w+)?", re.IGNORECASE)
# "Now $32 at Hollin Stores": what a thing costs, and where.
_PRICED: Final = re.compile(
    r"(?:(?:now|was|from|only) )?(?:[$€£¥₹] ?\d|\d[\d.,]* \d{1,2}% off|\d{1,2}% off(?= |$))", re.IGNORECASE
)
_SHOP: Final = re.compile(r"\b(?:at|on|from|via|bei|auf|chez) \w")
_DISCOUNT: Final = re.compile(r"(?:now |save )?\d{1,2}% off", re.IGNORECASE)
_OFFER_WORDS: Final = 14
_PAGE: Final = re.compile(
    r"(?:[A-Z]?\d{1,3}\s?[面면]|(?:page|seite|side|sida|p\.)\s?[A-Z]?\d{1,3})", re.IGNORECASE
)
_TIME: Final = re.compile(
    r"[•|·]?\s?\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?(?:min|uhr|h)\b\.?)?|\d{1,3}\s?min\b\.?", re.IGNORECASE
)
_MINUTES: Final = re.compile(r"(?<![\d:.])\d+ ?[–-]? ?\d* ?min(?:ute)?s?\b", re.IGNORECASE)
_DATE: Final = re.compile(
    r"(?:(?:page |content )?(?:last )?(?:updated|reviewed|modified|published|posted)(?: on)?:? ?)?"
    r"(?:(?:\d{1,2}\.? )?([a-z]{3,9})\.?,? (?:\d{1,2}(?:st|nd|rd|th)?,? )?(?:19|20)\d\d"
    r"|\d{1,4}[./•-]\d{1,2}[./•-]\d{2,4})",
    re.IGNORECASE,
)
_PUBLISHED: Final = re.compile(r"\b(?:published|posted|updated):? .*\b(?:19|20)\d\d\b", re.IGNORECASE)
_CONTACT: Final = re.compile(
    r"[\w.+*-]+@[\w-]+\.\w+|\[email.protected\]|(?<![\w.-])\(?\+?\d(?:[ ().-]{0,2}\d){8,}(?![\w%])"
    r"|\b(?-i:[A-Z]{2}),? \d{5}\b|\b(?:phone|fax|tel|email|e-mail|address)\s?:",
    re.IGNORECASE,
)
_HANDLE: Final = re.compile(r"@\w[\w.]{1,40}")
# A page's longest word may have a million letters, which a search would be at for hours.
_MOST_CHARACTERS: Final = 400
_MINUTES_WORDS: Final = 5
_HEAD_WORDS: Final = 2
_STAMP_WORDS: Final = 14
_CONTACT_WORDS: Final = 30
_NAME_WORDS: Final = 5


def shaped(line: Line, index: int, edges: Edges) -> Named | None:
    """What a line is that is a number, a time or a date and nothing else, or an address outside the story.

    >>> from copydesk.text import line
    >>> shaped(line("4.5 / 5"), 3, Edges(None, range(0), 1, 2, 6))
    ('price', <Reason.PROMO: 'promo'>, 'a price or a score, and nothing else')
    """
    if len(line.text) > _MOST_CHARACTERS:
        return None
    head, outside = edges.in_head(index), not edges.first <= index <= edges.last
    return _number(line) or _timed(line, head=head) or _stamp(line, head=head) or _contact(line, outside)


def offered(line: Line) -> Named | None:
    """What a line is that says for how much a thing is sold, and by whom.

    >>> from copydesk.text import line
    >>> [offered(line(text)) is not None for text in ("Now $32 at Hollin Stores", "$32 at most was spent.")]
    [True, False]
    """
    if line.sentence or size(line) > _OFFER_WORDS:
        return None
    sold = _PRICED.match(line.text) is not None and _SHOP.search(line.text) is not None
    if sold or _DISCOUNT.fullmatch(line.text):
        return "price", Reason.PROMO, "for how much a thing is sold"
    return None


def signed(line: Line, index: int, edges: Edges) -> Named | None:
    """What a line is that is an account of a network, or a name behind "by" away from the headline."""
    head = edges.in_head(index)
    if _HANDLE.fullmatch(line.text):
        told = ("handle", Reason.BYLINE, "an account, beside the headline")
        return told if head else ("follow", Reason.PROMO, "an account of a network, and nothing else")
    by = line.key.partition(" ")[0] in BY and 1 < line.word_count <= _NAME_WORDS
    if by and not head and is_stamp(line):
        return "other_byline", Reason.PROMO, "who made another piece than this one"
    return None


def _number(line: Line) -> Named | None:
    counted = _COUNT.fullmatch(line.text) is not None
    if _GLUED.fullmatch(line.text) or (counted and sum(map(str.isdigit, line.text)) > _MACHINE_DIGITS):
        return "residue", Reason.TEMPLATE, "a number for the page's script"
    if counted:
        return "count", Reason.TEMPLATE, "a number alone: a count, or a place in a list"
    if _RANK.fullmatch(line.text):
        return "count", Reason.TEMPLATE, "a number alone: a share, or a place in a list"
    if _SCORE.fullmatch(line.text) or _PRICE.fullmatch(line.text):
        return "price", Reason.PROMO, "a price or a score, and nothing else"
    if _PAGE.fullmatch(line.text):
        return "printed", Reason.BYLINE, "the page it was printed on"
    return None


def _timed(line: Line, *, head: bool) -> Named | None:
    """How long a piece takes to read, or an hour: few minutes beside the headline are of reading."""
    timed = size(line) <= _MINUTES_WORDS and not line.sentence and _MINUTES.search(line.text)
    if timed and ("read" in line.key or (head and size(line) <= _HEAD_WORDS)):
        return "length", Reason.BYLINE, "how long the piece takes to read"
    if _TIME.fullmatch(line.text):
        return "time_alone", Reason.TEMPLATE, "an hour or a length of time, and nothing else"
    return None


def _stamp(line: Line, *, head: bool) -> Named | None:
    day = _DATE.fullmatch(line.text)
    # "Guide 2031" is none.
    written = day is not None and (day[1] is None or day[1].casefold() in MONTHS)
    if written or is_day(line.text) or dated(line) is not None:
        return "stamp", Reason.BYLINE, "a date, and nothing else"
    if head and size(line) <= _STAMP_WORDS and _PUBLISHED.search(line.text):
        return "stamp", Reason.BYLINE, "says when it was published, beside the headline"
    return None


def _contact(line: Line, outside: bool) -> Named | None:
    if outside and size(line) <= _CONTACT_WORDS and _CONTACT.search(line.text):
        return "contact", Reason.NAVIGATION, "gives an address or a number to call, outside the story"
    return None
