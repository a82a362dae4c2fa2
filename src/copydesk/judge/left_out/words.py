"""What a left-out line says it is, by a phrase: what asks, offers, heads, credits or counts.

All phrases are in `phrases/left_out.toml`, by name; here is what each name says of a line, and where. Only
lines that the reading left out are asked. They are dropped in any case, so a phrase will do here that would
not be enough to strike a line.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from copydesk.extract.authors.agencies import is_outlet
from copydesk.extract.places.places import is_place
from copydesk.judge.edges import Edges
from copydesk.judge.left_out.around import Named
from copydesk.judge.phrases.table import Hit, bulk, read_topic
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import READING, Reason, Verdict, dropped
from copydesk.text import Line

_TABLE: Final = read_topic("left_out").table
_MOST_WORDS: Final = 80
_LABEL_WORDS: Final = 30
_BYLINE_WORDS: Final = 25
_PLACE_WORDS: Final = 3
_MAIL: Final = frozenset({"e-mail", "email", "e mail", "e-post", "e post", "e-posta", "e posta"})
_FIELD_WORDS: Final = 3


class _Where(Enum):
    """Where a line stands that opens with a phrase, or holds one."""

    ANYWHERE = auto()
    # Not between two paragraphs of the story.
    AROUND = auto()
    # Behind the story, or above its headline.
    OUTSIDE = auto()
    # Beside the headline, and no longer than a byline.
    HEAD = auto()


@dataclass(frozen=True, slots=True)
class _Saying:
    """What phrases of one name say of a line.

    Those of a `label` are no sentence: in a sentence, the story may say it. What stands in boxes of all sorts
    is asked `last`: its box tells it better.
    """

    rule: str
    reason: Reason
    sign: str
    where: _Where = _Where.ANYWHERE
    label: bool = False
    last: bool = False


_, _AROUND, _OUTSIDE, _HEAD = _Where
_SAID: Final = {
    "ad_label": _Saying("ad_label", Reason.PROMO, "labels or names an advertisement", label=True),
    "appeal": _Saying("appeal", Reason.PROMO, "asks the reader to get in touch or to go on", last=True),
    "author_words": _Saying(
        "author_words", Reason.AUTHOR_BIO, "speaks of whoever writes the page", _AROUND, last=True
    ),
    "broadcast_place": _Saying("reported_from", Reason.BYLINE, "says where its reporters are"),
    "browser": _Saying("browser_note", Reason.NOTICE, "is about the reader's browser"),
    "by_line": _Saying("by_name", Reason.BYLINE, "says who made the piece", label=True),
    "byline_label": _Saying("byline_label", Reason.BYLINE, "is a label of bylines", last=True),
    "byline_line": _Saying(
        "by_name", Reason.BYLINE, "says who made or read the piece, beside the headline", _HEAD, last=True
    ),
    "citation": _Saying("citation", Reason.CREDIT, "says how the piece is cited", label=True),
    "comments_note": _Saying(
        "comments_note", Reason.COMMENTS, "asks for readers' comments, or is about them"
    ),
    "consent": _Saying("consent", Reason.NOTICE, "is about consent and the reader's data"),
    "contents": _Saying("contents", Reason.NAVIGATION, "heads or fills a table of contents", last=True),
    "copyright": _Saying("copyright", Reason.NOTICE, "states who owns the text", _OUTSIDE),
    "count": _Saying("count", Reason.TEMPLATE, "is what a number beside it counts"),
    "credit_line": _Saying(
        "credit_line", Reason.CREDIT, "says who made the pictures or the text", _AROUND, last=True
    ),
    "dated_line": _Saying("stamp", Reason.BYLINE, "says when it came out", _HEAD, last=True),
    "filed": _Saying("filed", Reason.SECTION_LABEL, "says where the page is filed", _AROUND, last=True),
    "filler": _Saying("filler", Reason.TEMPLATE, "is filling text of a template", last=True),
    "follow": _Saying("follow", Reason.PROMO, "says where else to follow the outlet", label=True),
    "form_reply": _Saying(
        "form_reply", Reason.NAVIGATION, "is said by the page of its forms and its own work", last=True
    ),
    "frame": _Saying("frame", Reason.NAVIGATION, "is a tool or label of the page"),
    "imprint": _Saying(
        "imprint", Reason.NOTICE, "says who publishes the page, and where", _OUTSIDE, label=True
    ),
    "label": _Saying("label", Reason.NAVIGATION, "is a label alone on its line"),
    "length": _Saying("length", Reason.BYLINE, "says how long the piece is", label=True),
    "moment": _Saying("stamp", Reason.BYLINE, "is a day or a while ago, and nothing else"),
    "opinion": _Saying(
        "opinion", Reason.PROMO, "asks or says what readers think of the page", _AROUND, last=True
    ),
    "other_posts": _Saying("other_stories", Reason.PROMO, "heads posts of the site", last=True),
    "other_stories": _Saying(
        "other_stories", Reason.PROMO, "leads to other stories, or heads them", label=True
    ),
    "picture_credit": _Saying("picture_credit", Reason.CAPTION, "says whose a picture is", label=True),
    "player": _Saying("player", Reason.TEMPLATE, "is said by a player"),
    "poll": _Saying("poll", Reason.TEMPLATE, "is of a poll"),
    "printed": _Saying("printed", Reason.BYLINE, "says which edition the piece was in"),
    "reading": _Saying("length", Reason.BYLINE, "says how long the piece takes to read", last=True),
    "share": _Saying("share", Reason.PROMO, "asks to share the story"),
    "shop": _Saying("shop", Reason.PROMO, "says where something is to be had", label=True),
    "short_version": _Saying("short_version", Reason.DUPLICATE, "heads a short version of the story"),
    "sign_up": _Saying("sign_up", Reason.PROMO, "asks to register, sign in or subscribe"),
    "site_notice": _Saying(
        "site_notice", Reason.NOTICE, "says what the site owes or earns", _AROUND, last=True
    ),
    "sources": _Saying("sources", Reason.CREDIT, "heads the sources of the story", label=True),
    "standards": _Saying("standards", Reason.NOTICE, "is about the outlet's standards"),
    "translated": _Saying("syndication", Reason.NOTICE, "says where else the piece appeared"),
}


def worded(line: Line, index: int, edges: Edges, *, last: bool = False) -> Named | None:
    """What a line says it is; at `last` by the phrases that stand in boxes of all sorts.

    >>> from copydesk.text import line
    >>> worded(line("Back to top"), 9, Edges(None, range(0), 1, 8, 12))[:2]
    ('frame', <Reason.NAVIGATION: 'navigation'>)
    """
    hit = _phrase(line, index, edges, last=last)
    if hit is None or (hit.phrase in _MAIL and _is_field(line)):
        return None
    said = _SAID[hit.rule]
    return said.rule, said.reason, f"{said.sign}: {hit.phrase!r}"


def _is_field(line: Line) -> bool:
    """Whether a line that speaks of mail has no address: it is a form's field ("E-mail address *")."""
    hidden = "protected" in line.key  # "[email protected]", written by a script
    return (
        "@" not in line.text
        and not hidden
        and line.word_count <= _FIELD_WORDS
        and not line.text.endswith(":")
    )


def verdict(view: View, index: int, named: Named) -> Verdict:
    """The verdict on a left-out line that has a name: what the reading saw is told behind the sign."""
    rule, reason, sign = named
    evidence = f"{sign}; {view.told[index]}" if view.told else sign
    facts = reported_from(view.lines[index]) if rule == "reported_from" else ()
    return dropped(rule, reason, evidence, facts=facts, stage=READING)


def reported_from(line: Line) -> tuple[tuple[str, str], ...]:
    """The place that a line says its reporters are at, as a fact.

    >>> from copydesk.text import line
    >>> reported_from(line("Vi rapporterer fra Trondheim"))
    (('dateline', 'Trondheim'),)
    """
    hit = _TABLE.opens(line, "broadcast_place")
    place = " ".join(line.text.split()[len(hit.phrase.split()) :]) if hit is not None else ""
    names = len(place.split()) <= _PLACE_WORDS and all(word[0].isupper() for word in place.split())
    return (("dateline", place),) if is_place(place) or (place and names and not is_outlet(place)) else ()


def _phrase(line: Line, index: int, edges: Edges, *, last: bool) -> Hit | None:
    """The phrase that tells of a line what it is: that it is, opens with or holds, in this order."""
    if not line.key or bulk(line) > _MOST_WORDS:
        return None
    whole = _TABLE.is_whole(line)
    if whole is not None:
        return whole if _SAID[whole.rule].last is last else None
    for find in (_TABLE.opens, _TABLE.holds):
        if (hit := find(line)) is not None and _fits(_SAID[hit.rule], line, index, edges, last=last):
            return hit
    return None


def _fits(said: _Saying, line: Line, index: int, edges: Edges, *, last: bool) -> bool:
    """Whether a line may say so where it stands, and as long as it is."""
    if said.last is not last or (said.label and (line.sentence or bulk(line) > _LABEL_WORDS)):
        return False
    match said.where:
        case _Where.ANYWHERE:
            return True
        case _Where.AROUND:
            return not edges.first < index < edges.last
        case _Where.OUTSIDE:
            above = index < edges.first and not edges.in_head(index)
            return above or edges.behind(index)
        case _Where.HEAD:
            return edges.in_head(index) and size(line) <= _BYLINE_WORDS
