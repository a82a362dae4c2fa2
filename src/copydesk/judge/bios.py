"""Biographies: who the writer or the outlet is, and how to reach them.

A sentence about somebody is no evidence: stories are about people. It becomes a biography when the one
it is about wrote the page (declared, or named alone on the line above), or says so itself ("the
author is"), and stands behind the story; or when it stands in an author's box.
"""

from __future__ import annotations

import re

from copydesk.extract.names import is_person, strip_by
from copydesk.judge.author_box import TRADE, Found, boxed
from copydesk.judge.notices import notice_of
from copydesk.judge.phrases.table import bulk, has_unspaced, is_quoted, opens_with, read_topic
from copydesk.judge.place import Place, is_prose, place_of
from copydesk.judge.promos import promo_of
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped
from copydesk.text import Line, key

BIOS = read_topic("bios").table
_LINKING = frozenset(read_topic("bios").lists["linking"])
_OFFICE = frozenset(read_topic("bios").lists["office"])
# The longest biographies of the labelled pages run to about 120 words.
_MOST_WORDS = 150
_MOST_CONTACT_WORDS = 40
# A name on a line of its own: people have two to five words, outlets one or two.
_MOST_NAME_WORDS = 6
# ... and a person's that signs the story from above, so many lines away at most.
_NAME_SPACES, _SIGNED_WITHIN = range(1, 4), 3
# How far behind the name, in words, the verb may stand ("Name, 41, is").
_LINKED_WITHIN = 4
# ... and how far into a line a writer's full name may: "The harbour pilot Ann Lee is ...".
_NAMED_WITHIN = 8
# How far into the line, in words, the trade may stand ("... is the award-winning Europe editor").
_TRADE_WITHIN = 30
# A declared author who opens a paragraph in this last share of the story's paragraphs is introduced.
_END = 0.15
# A name declared as author is that of a person or outlet, not a word.
_LEAST_NAME = 5

_ADDRESS = re.compile(r"[\w.+-]{1,64} ?(?:@|\[at\]|\(at\)) ?[\w-]{1,64}\.\w|(?<![\w.])@\w{3,}")
# "name@outlet.example", "Twitter: @name": a line that is an address and little else.
_MOST_ADDRESS_WORDS = 6
_CONTACT = re.compile(
    r"[\w.+-]{1,64} ?(?:@|\[at\]|\(at\)) ?[\w-]{1,64}\.\w|(?<![\w.])@\w{3,}"
    r"|\b(?:on|auf|sur|en|su|no|på|op|at) "
    r"(?:twitter|x|facebook|instagram|bluesky|mastodon|linkedin|telegram|threads)\b"
)
# "Ivo Brandt is a correspondent ...".
_INTRODUCTION = re.compile(r"([^\W\d_][^\d,;:()\"“]{3,50}?) (?:is|was) (?:an?|the) ")
# "Ann Lee can be reached at ...", "About Ann Lee".
_REACHED = re.compile(
    r"[•*·▪–-]?\s?(?P<name>[^\W\d_][\w.'’ -]{3,40}?) (?:can be|is) (?:reached|reachable|contacted)\b"
)
_ABOUT = re.compile(r"(?:About|Über|À propos de|Sobre|Om|Over) (?P<name>[^\W\d_].{3,40})$")
# Blocks behind the story among which a biography is looked for that the reading has left out.
_RIGHT_BEHIND = 6
# ... and a heading of its own anywhere: "About us" is shorter.
_HEADING_WORDS = 3
_PRONOUN = re.compile(
    r"(?:he|she|they|his|her|their|when (?:he|she|they)|before|prior to|previously|in (?:his|her) spare"
    r"|follow (?:him|her|them)|we provide|we are|our (?:journalists|mission)"
    r"|er|sie|il|elle|ella|él|lei|lui|ela|ele|hij|zij|hun|han|hon|hän|on|ona|он|она|він|вона)\b"
)


# By the first word of the name: name as compared, name as printed, whether it is the outlet's.
Writers = dict[str, list[tuple[str, str, bool]]]


def judge(view: View) -> dict[int, Verdict]:
    """Drop biographies and the name lines that belong to them."""
    signed = _signed(view)
    authors = _writers(view, [view.blocks[i].text for i in signed])
    place = place_of(view, lambda i: _is_matter(view, i, authors))
    found: dict[int, Verdict] = {}
    for index in view.open():
        if index in found or view.lines[index].text.startswith("©"):
            continue
        bio = _bio(view, index, authors, place, found)
        if bio is not None:
            found |= _verdicts(view, index, bio, found, place)
    introduced = {v.facts[0][1] for v in found.values() if v.facts}
    for index in signed:
        if (name := view.blocks[index].text) in introduced:
            found[index] = _drop(
                "author_name", f"names whom a line behind the story introduces: {name!r}", None
            )
    return found


def _signed(view: View) -> list[int]:
    """The lines right above the first paragraph that are a person's name and no more."""
    first = place_of(view).first
    near = range(max(0, first - _SIGNED_WITHIN), first)
    return [i for i in near if i not in view.verdicts and _is_name_line(view.blocks[i].text)]


def _is_name_line(text: str) -> bool:
    return text.count(" ") in _NAME_SPACES and is_person(text)


def _verdicts(
    view: View, index: int, bio: Found, found: dict[int, Verdict], place: Place
) -> dict[int, Verdict]:
    verdicts = {index: _drop(bio.rule, bio.evidence, bio.author, bio.reason)}
    above = _name_above(view, index)
    if above is not None and above not in found and above not in view.verdicts and place.behind(above):
        name = _bare(view.blocks[above].text)
        verdicts[above] = _drop("author_name", f"names whom the line below introduces: {name!r}", name)
        verdicts[index] = _drop(bio.rule, bio.evidence, None, bio.reason)
    return verdicts


def _drop(rule: str, evidence: str, author: str | None, reason: Reason = Reason.AUTHOR_BIO) -> Verdict:
    facts = (("authors", author),) if author else ()
    return dropped(rule, reason, evidence, facts=facts)


def _bio(view: View, index: int, authors: Writers, place: Place, found: dict[int, Verdict]) -> Found | None:
    line = view.lines[index]
    if not line.key or bulk(line) > _MOST_WORDS or is_quoted(line.text):
        return None
    if view.in_reading and not view.in_reading[index]:
        return boxed(view, index, place) or _left_out(view, index, authors, place, found)
    at_end = place.behind(index) and place.first >= 0
    if not at_end and not place.before(index) and place.share_behind(index) > _END:
        return None
    return (
        _introduced(view, index, authors, place)
        or _stock(line, at_end)
        or boxed(view, index, place)
        or (_continued(view, index, found) if at_end else None)
    )


def _left_out(
    view: View, index: int, authors: Writers, place: Place, found: dict[int, Verdict]
) -> Found | None:
    """What stands right behind the story and the reading has left out: the writer, and how to reach them."""
    line = view.lines[index]
    heading = BIOS.is_whole(line) if line.word_count >= _HEADING_WORDS and place.behind(index) else None
    if heading is not None and heading.rule == "author_heading" and place.first >= 0:
        return Found(heading.rule, f"heads an author's box: {heading.phrase!r}")
    name = _writer(line, authors)
    above = name is not None and place.before(index) and _is_plain(line, name, authors)
    if not above and not (place.first >= 0 and place.last < index <= place.last + _RIGHT_BEHIND):
        return None
    if name is None:
        reached = _REACHED.match(line.text)
        if reached is not None and is_person(reached["name"]) and _CONTACT.search(line.lower):
            return Found("author_contact", f"says how to reach {reached['name']!r}")
        about = _ABOUT.match(line.text)
        if about is not None and about["name"] in {each[1] for named in authors.values() for each in named}:
            return Found("author_heading", f"heads the biography of the page's author, {about['name']!r}")
        return _contact(line) or _continued(view, index, found)
    return Found("author_bio", f"introduces the page's author, {name!r}", name)


def _introduced(view: View, index: int, authors: Writers, place: Place) -> Found | None:
    """A line that opens with the writer's name and says what they are or cover."""
    line = view.lines[index]
    at_end = place.first >= 0 and place.behind(index)
    name = _writer(line, authors)
    if name is not None:
        if (
            at_end
            or place.share_behind(index) <= _END
            or (place.before(index) and _is_plain(line, name, authors))
        ):
            return Found("author_bio", f"introduces the page's author, {name!r}", name)
        return None
    if at_end and (name := _of_the_outlet(view, index)):
        return Found(
            "author_bio", f"introduces one of the outlet's own, {name!r}, whom the story does not name", name
        )
    if at_end and (name := _signed_off(line, authors)):
        return Found("author_bio", f"says at the story's end what its author is, {name!r}", name)
    above = _name_above(view, index) if at_end else None
    if above is not None and _tells(line, key(name := _bare(view.blocks[above].text))):
        # Where another judge has the line above, this one says who wrote the page.
        return Found("author_bio", f"introduces whom the line above names: {name!r}", name)
    return None


def _stock(line: Line, at_end: bool) -> Found | None:
    whole = BIOS.is_whole(line)
    if whole is not None:
        return Found(whole.rule, f"heads or links an author's box: {whole.phrase!r}") if at_end else None
    hit = BIOS.opens(line)
    if hit is None or not at_end:
        return None
    if hit.rule == "author_contact":
        return _contact(line)
    if hit.rule == "author_self" and not _has_trade(line):
        return None
    return Found(hit.rule, f"speaks of the writer of the page: {hit.phrase!r}")


def _contact(line: Line) -> Found | None:
    """ "Reach the reporter at ...", with an address or a network in it."""
    hit = BIOS.opens(line, "author_contact")
    if hit is None or bulk(line) > _MOST_CONTACT_WORDS or _CONTACT.search(line.lower) is None:
        return None
    return Found(hit.rule, f"says how to reach the writer: {hit.phrase!r}")


def _has_trade(line: Line) -> bool:
    """Whether a line that speaks of "the author" says what they are, and not what their book is."""
    near = line.key.split(maxsplit=_TRADE_WITHIN)[2:_TRADE_WITHIN]
    if not (TRADE.isdisjoint(near) and _OFFICE.isdisjoint(near)):
        return True
    return _CONTACT.search(line.lower) is not None or has_unspaced(line.key)


def _continued(view: View, index: int, found: dict[int, Verdict]) -> Found | None:
    line, above = view.lines[index], found.get(index - 1) or view.verdicts.get(index - 1)
    if above is None or above.reason is not Reason.AUTHOR_BIO:
        return None
    if line.word_count <= _MOST_ADDRESS_WORDS and _ADDRESS.search(line.lower) and promo_of(line) is None:
        return Found("author_contact", "is the address of whom the line above introduces")
    goes_on = line.sentence and above.rule not in ("author_link", "author_heading")
    if goes_on and _PRONOUN.match(line.lower):
        return Found("author_bio", "goes on about whom the line above introduces")
    return None


def _writers(view: View, signed: list[str]) -> Writers:
    """The page's writers and its outlet, by the first word of their names.

    They are declared, read off a byline, or stand alone above the story (`signed`).
    """
    people = [*view.declared.values("authors"), *signed]
    for verdict in view.verdicts.values():
        if verdict.facts:
            people += [value for name, value in verdict.facts if name == "authors"]
    found: Writers = {}
    outlets = view.declared.values("publisher")
    keys = {key(name) for name in outlets}
    for name in people:
        # A writer of one word is an outlet or a user name, and so may be a word of the story.
        _file(found, name, outlet=" " not in name or key(name) in keys)
    for name in outlets:
        _file(found, name, outlet=True)
    return found


def _file(found: Writers, name: str, *, outlet: bool) -> None:
    folded = key(name)
    if len(folded) >= _LEAST_NAME:
        found.setdefault(folded.split()[0], []).append((folded, name, outlet))


def _writer(line: Line, writers: Writers) -> str | None:
    """The writer a line opens with and introduces, as named."""
    for folded, name, outlet in writers.get(line.key.partition(" ")[0], ()):
        if opens_with(line.key, folded) and _tells(line, folded, outlet=outlet):
            return name
        # "Ada is a reporter ..." of Ada Example: by the first name alone the verb has to come at once.
        if not outlet and _tells(line, folded.partition(" ")[0], outlet=True):
            return name
    return None


def _signed_off(line: Line, writers: Writers) -> str | None:
    """The writer whose full name stands near a line's start, with the verb right behind: "Ann Lee is"."""
    if not line.sentence or is_quoted(line.text):
        return None
    near = line.key.split(maxsplit=_NAMED_WITHIN + _LINKED_WITHIN)[: _NAMED_WITHIN + _LINKED_WITHIN]
    for at, word in enumerate(near[:_NAMED_WITHIN]):
        for folded, name, outlet in writers.get(word, ()):
            named = folded.split()
            behind = near[at + len(named) : at + len(named) + 1]
            if not outlet and near[at : at + len(named)] == named and not _LINKING.isdisjoint(behind):
                return name
    return None


def _is_plain(line: Line, name: str, writers: Writers) -> bool:
    """Whether the verb follows a person's name at once; a standfirst with its writer's says what they did."""
    folded = key(name)
    said = folded if opens_with(line.key, folded) else folded.partition(" ")[0]
    outlet = (folded, name, True) in writers.get(folded.partition(" ")[0], ())
    return line.sentence and not outlet and _tells(line, said, outlet=True)


def _of_the_outlet(view: View, index: int) -> str | None:
    """Who a line introduces as working for the page's outlet: somebody the story does not speak of."""
    publisher = view.profile.publisher if view.profile else view.declared.first("publisher")
    line = view.lines[index]
    if not publisher or f" {key(publisher)}" not in line.key:
        return None
    found = _INTRODUCTION.match(line.text)
    if found is None or not is_person(found[1]) or not _tells(line, key(found[1])):
        return None
    family = key(found[1]).split()[-1]
    elsewhere = (other.key.split() for at, other in enumerate(view.lines) if at != index and other.sentence)
    return None if any(family in words for words in elsewhere) else found[1]


def _tells(line: Line, name: str, *, outlet: bool = False) -> bool:
    """Whether what follows the name says what its bearer is or covers.

    An outlet's name also begins the names of its products, so its verb has to come at once.
    """
    rest = line.key[len(name) :].split(maxsplit=_TRADE_WITHIN)[:_TRADE_WITHIN]
    if _LINKING.isdisjoint(rest[: 1 if outlet else _LINKED_WITHIN]):
        return False
    return not TRADE.isdisjoint(rest) or _CONTACT.search(line.lower) is not None


def _bare(text: str) -> str:
    """A line without a leading "by" or "written by"."""
    return strip_by(text) or text


def _name_above(view: View, index: int) -> int | None:
    """The line above, if it is nothing but the name this line opens with."""
    if index == 0:
        return None
    above, line = view.lines[index - 1], view.lines[index]
    if not above.key or above.word_count > _MOST_NAME_WORDS or above.sentence:
        return None
    name = key(_bare(above.text))
    return index - 1 if name and opens_with(line.key, name) and line.key != name else None


def _is_matter(view: View, index: int, authors: Writers) -> bool:
    """Whether prose is of the kind that follows a story: it does not mark where the story ends."""
    line = view.lines[index]
    if notice_of(line) is not None or promo_of(line) is not None:
        return True
    return _reads_as_bio(view, index, authors)


def _reads_as_bio(view: View, index: int, authors: Writers) -> bool:
    """Whether prose would be a biography if it stood at the end: it does not mark where the story ends."""
    line = view.lines[index]
    if not is_prose(view, index) or is_quoted(line.text):
        return False
    if _writer(line, authors) is not None or BIOS.opens(line) is not None:
        return True
    if _signed_off(line, authors) is not None:
        return True
    above = _name_above(view, index)
    if above is not None and _tells(line, key(_bare(view.lines[above].text))):
        return True
    return _of_the_outlet(view, index) is not None
