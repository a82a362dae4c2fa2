"""Where a biography stands: what says who wrote the page, around its story and in its author's boxes.

A sentence about somebody is no evidence: stories are about people. It becomes a biography when the one
it is about wrote the page (declared, or named alone on the line above), or says so itself ("the
author is"), and stands behind the story; or when it stands in an author's box.
"""

from __future__ import annotations

from copydesk.extract.authors.names import is_person
from copydesk.judge.bios.author_box import Found, boxed
from copydesk.judge.bios.bio_words import BIOS, about, contact, continued, heading, reached, stock, tells
from copydesk.judge.bios.bio_writers import (
    Writers,
    bare,
    introduced_by,
    is_plain,
    name_above,
    of_the_outlet,
    signed_off,
    writers_of,
)
from copydesk.judge.navigation.page_links import is_entry
from copydesk.judge.notices.foot_columns import is_framed
from copydesk.judge.notices.notices import notice_of
from copydesk.judge.phrases.table import bulk, is_quoted
from copydesk.judge.place import Place, is_prose, place_of
from copydesk.judge.promos.promos import promo_of
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped
from copydesk.text import key

# The longest biographies of the labelled pages run to about 120 words.
_MOST_WORDS = 150
# A person's name that signs the story from above: so many spaces, so many lines away at most.
_NAME_SPACES, _SIGNED_WITHIN = range(1, 4), 3
# A declared author who opens a paragraph in this last share of the story's paragraphs is introduced.
_END = 0.15
# Blocks behind the story among which a biography is looked for that the reading has left out.
_RIGHT_BEHIND = 6


def judge(view: View) -> dict[int, Verdict]:
    """Drop biographies and the name lines that belong to them."""
    signed = _signed(view)
    authors = writers_of(view, [view.blocks[i].text for i in signed])
    place = place_of(view, lambda i: _is_matter(view, i, authors))
    found: dict[int, Verdict] = {}
    for index in view.open():
        if index in found or view.lines[index].text.startswith("©"):
            continue
        bio = _bio(view, index, authors, place, found)
        if bio is not None:
            found |= _verdicts(view, index, bio, found, place)
    return found | _signatures(view, signed, found)


def _signed(view: View) -> list[int]:
    """The lines right above the first paragraph that are a person's name and no more."""
    first = place_of(view).first
    near = range(max(0, first - _SIGNED_WITHIN), first)
    return [i for i in near if i not in view.verdicts and _is_name_line(view.blocks[i].text)]


def _is_name_line(text: str) -> bool:
    return text.count(" ") in _NAME_SPACES and is_person(text)


def _signatures(view: View, signed: list[int], found: dict[int, Verdict]) -> dict[int, Verdict]:
    """The names above the story that a biography names as its author's."""
    told = {v.facts[0][1] for v in found.values() if v.facts}
    names = ((i, view.blocks[i].text) for i in signed)
    return {
        i: _drop("author_name", f"names whom a line behind the story introduces: {name!r}", None)
        for i, name in names
        if name in told
    }


def _verdicts(
    view: View, index: int, bio: Found, found: dict[int, Verdict], place: Place
) -> dict[int, Verdict]:
    verdicts = {index: _drop(bio.rule, bio.evidence, bio.author, bio.reason)}
    above = name_above(view, index)
    if above is not None and above not in found and above not in view.verdicts and place.behind(above):
        name = bare(view.blocks[above].text)
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
        _by_name(view, index, authors, place)
        or stock(line, at_end)
        or boxed(view, index, place)
        or (continued(view, index, found) if at_end else None)
    )


def _left_out(
    view: View, index: int, authors: Writers, place: Place, found: dict[int, Verdict]
) -> Found | None:
    """What stands right behind the story and the reading has left out: the writer, and how to reach them."""
    line = view.lines[index]
    behind = place.first >= 0 and place.behind(index)
    led = (heading(line) or _leads_to_author(view, index)) if behind else None
    if led is not None and not (is_framed(view.blocks[index].path) and is_entry(view, index)):
        return led
    name = introduced_by(line, authors)
    above = name is not None and place.before(index) and is_plain(line, name, authors)
    if not above and not (place.first >= 0 and place.last < index <= place.last + _RIGHT_BEHIND):
        return None
    if name is not None:
        return Found("author_bio", f"introduces the page's author, {name!r}", name)
    if (name := signed_off(line, authors)) is not None:
        return Found("author_bio", f"says behind the story what its author is, {name!r}", name)
    above_it = name_above(view, index) if place.first >= 0 and place.behind(index) else None
    if above_it is not None and tells(line, key(named := bare(view.blocks[above_it].text))):
        return Found("author_bio", f"introduces whom the line above names: {named!r}", named)
    printed = {each for named in authors.values() for _, each, _ in named}
    return reached(line) or about(line, printed) or contact(line) or continued(view, index, found)


def _leads_to_author(view: View, index: int) -> Found | None:
    """ "All articles by Ann Lee" of a declared author, or "About Ann Lee" as a heading, behind the story."""
    line = view.lines[index]
    people = set(filter(is_person, view.declared.values("authors"))) - set(view.declared.values("publisher"))
    heads = view.blocks[index].kind is Kind.HEADING  # elsewhere it may be of the site's menu
    if heads and (headed := about(line, people)) is not None:
        return headed
    hit = BIOS.opens(line, "author_link")
    if hit is None or not any(line.key.endswith(f" {key(name)}") for name in people):
        return None
    return Found(hit.rule, f"leads to what the page's author wrote: {hit.phrase!r}")


def _by_name(view: View, index: int, authors: Writers, place: Place) -> Found | None:
    """A line that opens with the writer's name and says what they are or cover."""
    line = view.lines[index]
    at_end = place.first >= 0 and place.behind(index)
    name = introduced_by(line, authors)
    if name is not None:
        if (
            at_end
            or place.share_behind(index) <= _END
            or (place.before(index) and is_plain(line, name, authors))
        ):
            return Found("author_bio", f"introduces the page's author, {name!r}", name)
        return None
    if at_end and (name := of_the_outlet(view, index)):
        return Found(
            "author_bio", f"introduces one of the outlet's own, {name!r}, whom the story does not name", name
        )
    if at_end and (name := signed_off(line, authors)):
        return Found("author_bio", f"says at the story's end what its author is, {name!r}", name)
    above = name_above(view, index) if at_end else None
    if above is not None and tells(line, key(name := bare(view.blocks[above].text))):
        # Where another judge has the line above, this one says who wrote the page.
        return Found("author_bio", f"introduces whom the line above names: {name!r}", name)
    return None


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
    if introduced_by(line, authors) is not None or BIOS.opens(line) is not None:
        return True
    if signed_off(line, authors) is not None:
        return True
    above = name_above(view, index)
    if above is not None and tells(line, key(bare(view.lines[above].text))):
        return True
    return of_the_outlet(view, index) is not None
