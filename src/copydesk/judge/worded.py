"""Left-out lines told by their own wording: what asks, offers, heads or counts, whatever stands around it.

Only lines that nothing else names are asked. They are dropped in any case, so a phrase will do here that
would not be enough to strike a line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from copydesk.extract.byline import is_day
from copydesk.extract.places import is_place
from copydesk.judge.around import Named, dated
from copydesk.judge.author_box import BY
from copydesk.judge.edges import Edges
from copydesk.judge.phrases.table import Hit, bulk, read_topic
from copydesk.judge.shape import is_stamp
from copydesk.judge.view import View
from copydesk.model import Reason
from copydesk.text import Line

_TABLE: Final = read_topic("left_out").table
# What a phrase says of a line: the rule, its reason, and what is told of it.
_SAID: Final[Mapping[str, tuple[str, Reason, str]]] = MappingProxyType(
    {
        "ad_label": ("ad_label", Reason.PROMO, "labels or names an advertisement"),
        "broadcast_place": ("reported_from", Reason.BYLINE, "says where its reporters are"),
        "browser": ("browser_note", Reason.NOTICE, "is about the reader's browser"),
        "by_line": ("by_name", Reason.BYLINE, "says who made the piece"),
        "citation": ("citation", Reason.CREDIT, "says how the piece is cited"),
        "comments_note": ("comments_note", Reason.COMMENTS, "asks for readers' comments, or is about them"),
        "consent": ("consent", Reason.NOTICE, "is about consent and the reader's data"),
        "copyright": ("copyright", Reason.NOTICE, "states who owns the text"),
        "count": ("count", Reason.TEMPLATE, "is what a number beside it counts"),
        "follow": ("follow", Reason.PROMO, "says where else to follow the outlet"),
        "frame": ("frame", Reason.NAVIGATION, "is a tool or label of the page"),
        "imprint": ("imprint", Reason.NOTICE, "says who publishes the page, and where"),
        "label": ("label", Reason.NAVIGATION, "is a label alone on its line"),
        "length": ("length", Reason.BYLINE, "says how long the piece is"),
        "moment": ("moment", Reason.BYLINE, "is a day or a while ago, and nothing else"),
        "other_stories": ("other_stories", Reason.PROMO, "leads to other stories, or heads them"),
        "picture_credit": ("picture_credit", Reason.CAPTION, "says whose a picture is"),
        "player": ("player", Reason.TEMPLATE, "is said by a player"),
        "poll": ("poll", Reason.TEMPLATE, "is of a poll"),
        "printed": ("printed", Reason.BYLINE, "says which edition the piece was in"),
        "share": ("share", Reason.PROMO, "asks to share the story"),
        "shop": ("shop", Reason.PROMO, "says where something is to be had"),
        "short_version": ("short_version", Reason.DUPLICATE, "heads a short version of the story"),
        "sign_up": ("sign_up", Reason.PROMO, "asks to register, sign in or subscribe"),
        "sources": ("sources", Reason.CREDIT, "heads the sources of the story"),
        "standards": ("standards", Reason.NOTICE, "is about the outlet's standards"),
        "translated": ("syndication", Reason.NOTICE, "says where else the piece appeared"),
    }
)
# What these say, a story may say in a sentence.
_LABELS: Final = frozenset(
    {
        "ad_label",
        "by_line",
        "citation",
        "follow",
        "imprint",
        "length",
        "other_stories",
        "picture_credit",
        "shop",
        "sources",
    }
)
_OUTSIDE: Final = frozenset({"copyright", "imprint"})
_MOST_WORDS: Final = 80
_LABEL_WORDS: Final = 30
_NAME_WORDS: Final = 5
_NUMBERS: Final = re.compile(r"[\d.,]{1,15}\s?[KMkм]?\.?(?:\s[\d.,]{1,15}\s?[KMkм]?){0,3}")
# Seconds since 1970, or the like.
_MACHINE_DIGITS: Final = 9
_LASTS: Final = re.compile(
    r"[•|·]?\s?\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?(?:min|uhr|h)\b\.?)?|\d{1,3}\s?min\b\.?", re.IGNORECASE
)
_PAGE: Final = re.compile(
    r"(?:[A-Z]?\d{1,3}\s?[面면]|(?:page|seite|side|sida|p\.)\s?[A-Z]?\d{1,3})", re.IGNORECASE
)
_HANDLE: Final = re.compile(r"@\w[\w.]{1,40}")
_POST: Final = re.compile(r"twitter-tweet|instagram-media|tiktok-embed|bluesky-embed|fb-post|mastodon-embed")


def worded(view: View, index: int, edges: Edges) -> Named | None:
    """What a line says it is, by a phrase or by its shape."""
    line = view.lines[index]
    above = index < edges.first and not edges.in_head(index)
    hit = _phrase(line, outside=above or edges.behind(index))
    if hit is not None:
        rule, reason, sign = _SAID[hit.rule]
        return rule, reason, f"{sign}: {hit.phrase!r}"
    return _named(line, head=edges.in_head(index))


def of_network(view: View, index: int) -> Named | None:
    """Whether a line is of a post of a network that is set into the page."""
    if "blockquote" not in view.blocks[index].path or not _POST.search(view.blocks[index].path):
        return None
    return "embedded_post", Reason.OUTSIDE, "a post of a network that is set into the page"


def reported_from(line: Line) -> tuple[tuple[str, str], ...]:
    """The place that a line says its reporters are at, as a fact.

    >>> from copydesk.text import line
    >>> reported_from(line("Vi rapporterer fra Trondheim"))
    (('dateline', 'Trondheim'),)
    """
    hit = _TABLE.opens(line, "broadcast_place")
    place = " ".join(line.text.split()[len(hit.phrase.split()) :]) if hit is not None else ""
    return (("dateline", place),) if is_place(place) else ()


def _phrase(line: Line, *, outside: bool) -> Hit | None:
    """The phrase that tells of a line what it is."""
    if not line.key or bulk(line) > _MOST_WORDS:
        return None
    hit = _TABLE.is_whole(line) or _TABLE.opens(line) or _TABLE.holds(line)
    if hit is None or (hit.rule in _OUTSIDE and not outside):
        return None
    if hit.rule == "by_line" and hit.phrase == line.key:
        return None
    return None if hit.rule in _LABELS and (line.sentence or bulk(line) > _LABEL_WORDS) else hit


def counted(line: Line) -> Named | None:
    """What a line is that is nothing but a number, an hour, a length or a day."""
    if _NUMBERS.fullmatch(line.text):
        if sum(map(str.isdigit, line.text)) > _MACHINE_DIGITS:
            return "residue", Reason.TEMPLATE, "a number for the page's script"
        return "count", Reason.TEMPLATE, "a number alone: a count, or a place in a list"
    if _PAGE.fullmatch(line.text):
        return "printed", Reason.BYLINE, "the page it was printed on"
    if _LASTS.fullmatch(line.text):
        return "time_alone", Reason.TEMPLATE, "an hour or a length of time, and nothing else"
    if is_day(line.text) or dated(line) is not None:
        return "stamp", Reason.BYLINE, "a date, and nothing else"
    return None


def _named(line: Line, *, head: bool) -> Named | None:
    """What a line is that is an account, or a name behind "by"."""
    if _HANDLE.fullmatch(line.text):
        told = ("handle", Reason.BYLINE, "an account, beside the headline")
        return told if head else ("follow", Reason.PROMO, "an account of a network, and nothing else")
    by = line.key.partition(" ")[0] in BY and 1 < line.word_count <= _NAME_WORDS
    if by and not head and is_stamp(line):
        return "other_byline", Reason.PROMO, "who made another piece than this one"
    return None
