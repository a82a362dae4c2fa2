"""Who wrote a story: the choice between what its page declares and what its lines say."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from copydesk.extract.authors.name_words import CREWS
from copydesk.extract.authors.names import is_person, people_and_outlets, read_names, strip_by
from copydesk.extract.authors.signed import signed_twice
from copydesk.extract.authors.visible import VISIBLE
from copydesk.extract.declared import Candidate, Declared
from copydesk.extract.facts import KNOWN, NONE, Chosen, Fact, is_desk, named
from copydesk.extract.paths import last_steps
from copydesk.extract.titles.titles import squeeze
from copydesk.model import Block, Reason
from copydesk.text import key

# Bylines of several lines have them this close; no labelled byline names more people.
_ONE_BYLINE = 3
_MOST_PEOPLE = 12
# Farther from a line, an element that is called after comments may hold the whole page.
_NEAR_STEPS = 3
_OTHER_WORK = re.compile(
    r"\W*(?:(?:medically|expert|fact)[ -])?(?:edited|tested|reviewed|checked|verified|translated|produced"
    r"|updated|photo|redaktion|bearbeit|foto|traduit|traduc)",
    re.IGNORECASE,
)
# The name of an account or a station has so many letters; fewer are somebody's initials.
_CODE_LETTERS = 5
_MOST_INITIALS = 3
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,3}")
_APART = re.compile(r"[|•·:\d]")
_HONOUR = re.compile(r"(?:dr|prof|professor|sir|rev) ")
# The rule of a line that names a writer behind what they are: "Journalist: Ann Lee".
ROLE_LINE = "role_line"
# Whose names a line of one of these has did not write the story.
_OTHERS = frozenset({Reason.PROMO, Reason.COMMENTS, Reason.NAVIGATION, Reason.SITE_REPEAT})


@dataclass(frozen=True, slots=True)
class _Said:
    """The names one source has: who they are, agencies apart, and how far it is trusted (least is best)."""

    names: tuple[str, ...]
    agencies: tuple[str, ...]
    origin: str
    trust: int = 0


def choose_authors(
    declared: Declared,
    facts: tuple[Fact, ...],
    own: Sequence[str],
    opening: int,
    blocks: Sequence[Block] = (),
) -> tuple[Chosen, Chosen]:
    """Authors, and the agencies found among them; `opening` is the block the story begins with.

    What the page declares goes before its lines, but a name other than the outlet's own before the outlet,
    and a byline above the story that has the declared people and more before what declares some of them.
    """
    sites = {squeeze(name) for name in own} - {""}
    lines = _lines(facts, opening)
    above = [fact for fact in lines if fact.rank <= 0 and fact.block.index < opening]
    signed = [fact for fact in above if not _is_own(fact.value, sites)]
    said = [*_declared(declared, lines, blocks), *_read(lines)]
    said = [replace(each, names=_without_own(each, sites, lines)) for each in said]
    ranked = sorted(said, key=lambda each: _rank(each, sites, declared, signed))
    first = next((each for each in ranked if each.names), None)
    authors = _printed_instead(Chosen(first.names, first.origin) if first else NONE, signed, blocks)
    bylines = [fact for fact in named(facts, "agencies") if fact.rank <= 0]
    authors = _whole_byline(authors, signed, {key(fact.value) for fact in bylines})
    if not lines and any(fact.block.index < opening for fact in bylines):
        # A byline that names an agency alone says who wrote it, the outlet's own name only who printed it.
        authors = authors if any(squeeze(name) not in sites for name in authors.values) else NONE
    authors = _with_those_behind(authors, facts, opening)
    authors = replace(authors, values=_as_printed(authors.values, lines))
    if not authors.values and not bylines:
        authors = signed_twice(facts, opening, blocks, sites)
    return _told_apart(authors, next((each for each in ranked if each.agencies), None))


def _told_apart(authors: Chosen, wired: _Said | None) -> tuple[Chosen, Chosen]:
    """The people of those chosen, and the agencies: those another source has, and outlets beside people."""
    people, outlets = people_and_outlets(authors.values)
    among = Chosen(wired.agencies, wired.origin) if wired else NONE
    if outlets:
        among = Chosen((*among.values, *outlets), among.origin or authors.origin)
    return Chosen(people, authors.origin), among


def _lines(facts: tuple[Fact, ...], opening: int) -> list[Fact]:
    """What lines say of authors: of bylines those above the story, where one of them names a person.

    Who edited or checked what others wrote counts only where nobody else is named, and who wrote a comment
    on it never.
    """
    lines = sorted(named(facts, "authors"), key=lambda fact: fact.rank)
    lines = [fact for fact in lines if fact.block.index <= opening or not _is_comments(fact.block)]
    lines = [fact for fact in lines if not _OTHER_WORK.match(fact.block.text)] or lines
    above = [fact for fact in lines if fact.rank == 0 and fact.block.index < opening]
    if any(is_person(fact.value) for fact in above):
        lines = [fact for fact in lines if fact.rank != 0 or fact in above]
    return lines


def _is_comments(block: Block) -> bool:
    """Whether a line stands in the markup of a reader's comment."""
    return any("comment" in step for step in last_steps(block.path.lower(), _NEAR_STEPS))


def _declared(declared: Declared, lines: Sequence[Fact], blocks: Sequence[Block]) -> list[_Said]:
    """What the page declares, by its origin, in order of trust.

    What is guessed from the looks of a line gives way to what is known of this site's lines, and is not for
    this story if every line that has it is for another one.
    """
    known = bool(lines) and lines[0].rank == KNOWN
    codes = _codes(declared, blocks)
    found: dict[str, list[str]] = {}
    for candidate in declared.candidates.get("authors", ()):
        guessed = candidate.origin == VISIBLE and (known or _is_others(candidate, blocks))
        if not guessed and candidate.value not in codes:
            found.setdefault(candidate.origin, []).append(candidate.value)
    return [_Said(tuple(values), (), origin) for origin, values in found.items()]


def _codes(declared: Declared, blocks: Sequence[Block]) -> frozenset[str]:
    """What is declared and no name: a word in capitals that the page nowhere prints, as a station's code."""
    names = (candidate.value for candidate in declared.candidates.get("authors", ()))
    codes = {name for name in names if name.isalpha() and name.isupper() and len(name) >= _CODE_LETTERS}
    if not codes or not blocks:
        return frozenset()
    text = " ".join(key(block.text) for block in blocks)
    return frozenset(code for code in codes if key(code) not in text)


def _is_others(candidate: Candidate, blocks: Sequence[Block]) -> bool:
    """Whether a name stands only in lines that are for other stories, or are what readers write."""
    name = key(candidate.value)
    having = [block for block in blocks if block.verdict is not None and name in key(block.text)]
    return bool(having) and all(b.verdict is not None and b.verdict.reason in _OTHERS for b in having)


def _read(lines: Sequence[Fact]) -> list[_Said]:
    """What lines say, all of one rank together: two writers may have a line each."""
    found: dict[int, list[Fact]] = {}
    for fact in lines:
        found.setdefault(fact.rank, []).append(fact)
    said = []
    for group in found.values():
        names = read_names([fact.value for fact in group])
        said.append(_Said(names.authors, names.agencies, group[0].origin))
    return said


def _rank(said: _Said, sites: set[str], declared: Declared, signed: Sequence[Fact]) -> tuple[int, int]:
    """People before what somebody logs in with where a line names a person, and before the outlet's own name.

    Of two names the outlet signs with, the one its site calls itself goes first; its desks go before both.
    """
    if not any(squeeze(name) not in sites for name in said.names):
        called = declared.candidates.get("publisher", ())
        outlet = next(
            (c.value for c in called if c.origin == "og:site_name"), called[0].value if called else ""
        )
        return 2, int([key(name) for name in said.names] != [key(outlet)])
    if all(squeeze(name) in sites or is_desk(name, sites) for name in said.names):
        return 1, 1
    account = len(said.names) == 1 and said.names[0].isascii() and " " not in said.names[0]
    people = [fact for fact in signed if is_person(fact.value) and strip_by(fact.block.text)]
    return int(account and bool(people)), 0


def _without_own(said: _Said, sites: set[str], lines: Sequence[Fact]) -> tuple[str, ...]:
    """Names without the outlet's own beside them, and of printed people also without those of its rooms."""
    if said.origin in {VISIBLE, *(line.origin for line in lines)}:
        people = tuple(n for n in said.names if not (_is_own(n, sites) or is_desk(n, sites)))
        return people if any(map(is_person, people)) else said.names
    others = tuple(n for n in said.names if squeeze(n) not in sites and not _is_own_crew(n, sites))
    return others if any(is_person(name) or not name.isascii() for name in others) else said.names


def _is_own(name: str, sites: set[str]) -> bool:
    """Whether a name is the outlet's ("Gazette") or begins with its initials ("HG NORTH")."""
    front = name.split(maxsplit=1)[0]
    initials = front.isupper() and squeeze(front) in sites
    return initials or (squeeze(name) in sites and not is_person(name))


def _is_own_crew(name: str, sites: set[str]) -> bool:
    """Whether a name is that of a crew with the outlet's name in front: "Gazette Editorial Team"."""
    words = name.casefold().split()
    fronts = {squeeze(" ".join(words[:i])) for i in range(1, len(words))}
    return words[-1] in CREWS and not fronts.isdisjoint(sites)


def _printed_instead(authors: Chosen, signed: Sequence[Fact], blocks: Sequence[Block]) -> Chosen:
    """Whom a line "By ..." above the story names, where the page nowhere prints whom it declares."""
    by = [fact for fact in signed if is_person(fact.value) and strip_by(fact.block.text)]
    if not by or not authors.values or not blocks:
        return authors
    text = " ".join(key(block.text) for block in blocks if not block.hidden)
    if any(key(name) in text for name in authors.values):
        return authors
    names = tuple(dict.fromkeys(fact.value for fact in by))
    return Chosen(names, f"{by[0].origin}; {authors.origin} has a name that is not printed")


def _whole_byline(authors: Chosen, lines: Sequence[Fact], credited: set[str]) -> Chosen:
    """Everybody a byline names, where only some of them are declared, or the outlet it credits beside them.

    Lines that are marked up alike and follow each other are one byline; who edited or tested is not in it.
    """
    outlets = tuple(name for name in authors.values if key(name) in credited)
    declared = {_bare(name) for name in authors.values}
    for first in lines:
        near = [fact for fact in lines if _follows(fact, first)]
        people = {_bare(fact.value): fact.value for fact in near}
        others = people.keys() - declared
        # "Jane DoeThe Gazette": two boxes that stand on the screen apart.
        glued = any(other.startswith(name) for other in others for name in declared)
        some = declared - set(map(_bare, outlets)) < people.keys()
        if declared and some and not glued and _are_people([people[name] for name in others]):
            return Chosen((*people.values(), *outlets), f"{first.origin}; {authors.origin} names only some")
    return authors


def _with_those_behind(authors: Chosen, facts: Sequence[Fact], opening: int) -> Chosen:
    """Authors that lines name, with those whom a byline behind the story has beside them, or as journalists.

    Whom the page's own data name is all that it declares; the line behind the story stays a byline.
    """
    known = {_plain(name) for name in authors.values}
    if not known or not any(authors.origin == fact.origin for fact in facts):
        return authors
    signed: dict[int, list[Fact]] = {}
    for fact in named(facts, "authors"):
        if fact.rank <= 0 and fact.block.index > opening and not _OTHER_WORK.match(fact.block.text):
            signed.setdefault(fact.block.index, []).append(fact)
    for together in signed.values():
        verdict = together[0].block.verdict
        told = verdict is not None and verdict.rule == ROLE_LINE
        more = [fact.value for fact in together if _plain(fact.value) not in known]
        if more and _are_people(more) and (told or len(more) < len(together)):
            known |= set(map(_plain, more))
            authors = Chosen((*authors.values, *more), f"{authors.origin}; {together[0].origin}")
    return authors


def _as_printed(names: tuple[str, ...], lines: Sequence[Fact]) -> tuple[str, ...]:
    """Names declared in capitals, in small letters or without initials, as the page's lines print them."""
    printed = {key(fact.value): fact.value for fact in lines if not fact.value.isupper()}
    fuller = {_without_initials(name): name for name in printed.values() if _without_initials(name)}
    return tuple(
        printed.get(key(name), name) if name.isupper() or name.islower() else fuller.get(name, name)
        for name in names
    )


def _without_initials(name: str) -> str | None:
    """A name without the initials in its middle, if it has any.

    >>> _without_initials("Ada H.J. Quill"), _without_initials("Ada Quill")
    ('Ada Quill', None)
    """
    words = name.split()
    middle = words[1:-1]
    told = 0 < len(middle) <= _MOST_INITIALS and all(map(_INITIALS.fullmatch, middle))
    return f"{words[0]} {words[-1]}" if told else None


def _bare(name: str) -> str:
    """A name to compare, without "Dr" in front."""
    return _HONOUR.sub("", key(name), count=1)


def _plain(name: str) -> str:
    """A name to compare, without the initials in its middle either."""
    return _bare(_without_initials(name) or name)


def _follows(fact: Fact, first: Fact) -> bool:
    distance = fact.block.index - first.block.index
    if distance == 0:
        return fact is first or _is_listed(first.value, fact.value, fact.block.text)
    alike = fact.block.path == first.block.path != ""
    return alike and 0 < distance <= _ONE_BYLINE and not _OTHER_WORK.match(fact.block.text)


def _is_listed(one: str, other: str, text: str) -> bool:
    """Whether nothing that sets the parts of a line apart stands between two names of it."""
    start, end = sorted((text.find(one), text.find(other)))
    return start >= 0 and not _APART.search(text[start:end])


def _are_people(names: Collection[str]) -> bool:
    return len(names) <= _MOST_PEOPLE and all(map(is_person, names))
