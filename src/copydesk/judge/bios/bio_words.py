"""How a biography is worded: what says who somebody is, how to reach them, or goes on about them."""

from __future__ import annotations

import re
from collections.abc import Container

from copydesk.extract.authors.names import is_person
from copydesk.judge.bios.author_box import TRADE, Found
from copydesk.judge.phrases.table import bulk, has_unspaced, read_topic
from copydesk.judge.promos.promos import promo_of
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict
from copydesk.text import Line

BIOS = read_topic("bios").table
LINKING = frozenset(read_topic("bios").lists["linking"])
_OFFICE = frozenset(read_topic("bios").lists["office"])
_MOST_CONTACT_WORDS = 40
# How far behind the name, in words, the verb may stand ("Name, 41, is").
LINKED_WITHIN = 4
# How far into the line, in words, the trade may stand ("... is the award-winning Europe editor").
_TRADE_WITHIN = 30

_ADDRESS = re.compile(r"[\w.+-]{1,64} ?(?:@|\[at\]|\(at\)) ?[\w-]{1,64}\.\w|(?<![\w.])@\w{3,}")
# "name@outlet.example", "Twitter: @name": a line that is an address and little else.
_MOST_ADDRESS_WORDS = 6
_CONTACT = re.compile(
    _ADDRESS.pattern + r"|\b(?:on|auf|sur|en|su|no|på|op|at) "
    r"(?:twitter|x|facebook|instagram|bluesky|mastodon|linkedin|telegram|threads)\b"
)
# "Ann Lee can be reached at ...", "About Ann Lee".
_REACHED = re.compile(
    r"[•*·▪–-]?\s?(?P<name>[^\W\d_][\w.'’ -]{3,40}?) (?:can be|is) (?:reached|reachable|contacted)\b"
)
_ABOUT = re.compile(r"(?:About|Über|À propos de|Sobre|Om|Over) (?P<name>[^\W\d_].{3,40})$")
# A heading of its own, anywhere behind the story: "About us" is shorter.
_HEADING_WORDS = 3
_PRONOUN = re.compile(
    r"(?:he|she|they|his|her|their|when (?:he|she|they)|before|prior to|previously|in (?:his|her) spare"
    r"|follow (?:him|her|them)|we provide|we are|our (?:journalists|mission)"
    r"|er|sie|il|elle|ella|él|lei|lui|ela|ele|hij|zij|hun|han|hon|hän|on|ona|он|она|він|вона)\b"
)


def stock(line: Line, at_end: bool) -> Found | None:
    """What a line is by phrases that authors' boxes everywhere have, which count only behind the story."""
    whole = BIOS.is_whole(line)
    if whole is not None:
        return Found(whole.rule, f"heads or links an author's box: {whole.phrase!r}") if at_end else None
    hit = BIOS.opens(line)
    if hit is None or not at_end:
        return None
    if hit.rule == "author_contact":
        return contact(line)
    if hit.rule == "author_self" and not _has_trade(line):
        return None
    return Found(hit.rule, f"speaks of the writer of the page: {hit.phrase!r}")


def heading(line: Line) -> Found | None:
    """What heads an author's box in more words than a menu has for it."""
    hit = BIOS.is_whole(line) if line.word_count >= _HEADING_WORDS else None
    if hit is None or hit.rule != "author_heading":
        return None
    return Found(hit.rule, f"heads an author's box: {hit.phrase!r}")


def contact(line: Line) -> Found | None:
    """ "Reach the reporter at ...", with an address or a network in it."""
    hit = BIOS.opens(line, "author_contact")
    if hit is None or bulk(line) > _MOST_CONTACT_WORDS or _CONTACT.search(line.lower) is None:
        return None
    return Found(hit.rule, f"says how to reach the writer: {hit.phrase!r}")


def reached(line: Line) -> Found | None:
    """ "Ann Lee can be reached at ...", with an address or a network in it."""
    found = _REACHED.match(line.text)
    if found is None or not is_person(found["name"]) or _CONTACT.search(line.lower) is None:
        return None
    return Found("author_contact", f"says how to reach {found['name']!r}")


def about(line: Line, named: Container[str]) -> Found | None:
    """ "About Ann Lee", if she is one of those named."""
    found = _ABOUT.match(line.text)
    if found is None or found["name"] not in named:
        return None
    return Found("author_heading", f"heads the biography of the page's author, {found['name']!r}")


def _has_trade(line: Line) -> bool:
    """Whether a line that speaks of "the author" says what they are, and not what their book is."""
    near = line.key.split(maxsplit=_TRADE_WITHIN)[2:_TRADE_WITHIN]
    if not (TRADE.isdisjoint(near) and _OFFICE.isdisjoint(near)):
        return True
    return _CONTACT.search(line.lower) is not None or has_unspaced(line.key)


def tells(line: Line, name: str, *, outlet: bool = False) -> bool:
    """Whether what follows the name says what its bearer is or covers.

    An outlet's name also begins the names of its products, so its verb has to come at once.
    """
    rest = line.key[len(name) :].split(maxsplit=_TRADE_WITHIN)[:_TRADE_WITHIN]
    if LINKING.isdisjoint(rest[: 1 if outlet else LINKED_WITHIN]):
        return False
    return not TRADE.isdisjoint(rest) or _CONTACT.search(line.lower) is not None


def continued(view: View, index: int, found: dict[int, Verdict]) -> Found | None:
    """What a line is right below a biography: an address, or a sentence that goes on about its author."""
    line, above = view.lines[index], found.get(index - 1) or view.verdicts.get(index - 1)
    if above is None or above.reason is not Reason.AUTHOR_BIO:
        return None
    if line.word_count <= _MOST_ADDRESS_WORDS and _ADDRESS.search(line.lower) and promo_of(line) is None:
        return Found("author_contact", "is the address of whom the line above introduces")
    goes_on = line.sentence and above.rule not in ("author_link", "author_heading")
    if goes_on and _PRONOUN.match(line.lower):
        return Found("author_bio", "goes on about whom the line above introduces")
    return None
