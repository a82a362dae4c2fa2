"""Sentences behind a story that tell who reported it and from where, who helped, and who translated it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from copydesk.extract.authors.agencies import is_outlet, split_agencies
from copydesk.extract.authors.names import is_person, read_names
from copydesk.judge.edges import Edges
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped

# Two such sentences may be paragraphs of their own, and count as the end of the story.
_NEAR = 2
_MOST_WORDS = 45
_PLACE = r"[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+){0,3}(?:, [A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)?)?"
_HELP = r"(?:,? (?:(?:and |with )(?:\w+ )?|based on )reporting (?:from|by) .{3,160})?"
_REPORTED = re.compile(
    r"(?P<who>[A-Z][^.;:!?\"“”]{1,80}?) (?:reported(?: and wrote)?|wrote(?: and reported)?|wrote this"
    rf" (?:story|report|article)|reported this (?:story|report|article)) (?:from|in) {_PLACE}{_HELP}\.?"
)
_HELPED = re.compile(rf"(?P<who>[A-Z][^.;:!?\"“”]{{1,120}}?) contributed(?: (?:from|in) {_PLACE})?\.?")
_PIECE = (
    r"(?:The|This) (?:text|story|article|report|interview|essay|post|piece|guide|review) was(?: originally)?"
)
_TRANSLATED = re.compile(
    rf"{_PIECE} (?:translated(?: from (?:the )?{_PLACE})?|edited|fact-checked|produced|copy-?edited)"
    r" by (?P<who>[A-Z][^.;:!?]{3,60})\.?"
)
_WRITTEN = re.compile(rf"{_PIECE} (?:written|reported|authored) by (?P<who>[A-Z][^.;:!?]{{3,90}})\.?")
# "Ada Quill, Head of Harbours": what the writer is begins behind a comma.
_OFFICE = re.compile(
    r", (?=[^,]{0,40}\b(?:of|for|at|editor|writer|reporter|director|manager)\b)", re.IGNORECASE
)
_SIGNED = re.compile(r"(?:--|–|—) ?(?P<who>[A-Z][^.;:!?,\"“”\d]{3,50})")
# "AP writer Ada Quill", "Gazette correspondents Ada Quill and Tom Reed": whose they are.
_OF = re.compile(
    r"(?:[A-Z][\w'’]{1,20} ){1,3}(?:(?:news|staff|sports|video|business) )?"
    r"(?:writers?|reporters?|journalists?|correspondents?) (?=[A-Z])"
)
_IN = re.compile(r" (?:in|from) [A-Z].{1,60}$")


def told_behind(view: View, index: int, edges: Edges) -> Verdict | None:
    """A verdict on the end of a story: "Quill reported from Oban.", "AP writer Ada Quill contributed."."""
    line = view.lines[index]
    if index < edges.last - _NEAR or line.word_count > _MOST_WORDS or index <= edges.first:
        return None
    known = _surnames(view)
    rest = line.text.strip(" *_()[]")
    found = _REPORTED.fullmatch(rest)
    if found is not None:
        names = _names(found["who"])
        people = tuple(("authors", name) for name in names if is_person(name))
        told = _are_people(names, known) or (index >= edges.last and _is_nowhere_else(view, index, names))
        return _credit("told_reporters", rest, people) if told else None
    found = _HELPED.fullmatch(rest) or _TRANSLATED.fullmatch(rest)
    if found is not None:
        return _credit("told_help", rest, ()) if _are_people(_names(found["who"]), known) else None
    if (found := _WRITTEN.fullmatch(rest)) is not None:
        who = _OFFICE.split(found["who"])[0]
        people = tuple(("authors", name) for name in read_names([who]).authors if is_person(name))
        said = f"says who wrote the story, at its end: '{rest[:60]}'"
        return dropped("told_writer", Reason.BYLINE, said, facts=people) if people else None
    block = view.blocks[index]
    found = _SIGNED.fullmatch(rest) if block.kind is Kind.PARAGRAPH and not block.bullet else None
    signs = found is not None and is_person(found["who"]) and not _is_quoted(view, index)
    return _credit("told_writer", rest, (("authors", found["who"]),)) if found and signs else None


def _names(text: str) -> tuple[str, ...]:
    return tuple(_IN.sub("", name) for name in split_agencies(_OF.sub("", text)))


def _are_people(names: Iterable[str], known: frozenset[str]) -> bool:
    """Whether all are people or outlets; a name of one word is a person's if a byline ends with it."""
    named = list(names)
    return bool(named) and all(is_person(name) or is_outlet(name) or name in known for name in named)


def _is_nowhere_else(view: View, index: int, names: tuple[str, ...]) -> bool:
    """Whether a name of one word is in no other line: nobody that the story is about reported its end."""
    if len(names) != 1 or not names[0].isalpha() or not names[0].istitle():
        return False
    name = names[0].lower()
    return all(name not in line.lower for i, line in enumerate(view.lines) if i != index)


def _surnames(view: View) -> frozenset[str]:
    """The last words of the authors that the page declares or its lines name."""
    stated = [value for v in view.verdicts.values() for name, value in v.facts if name == "authors"]
    return frozenset(each.rpartition(" ")[2] for each in (*view.declared.values("authors"), *stated))


def _is_quoted(view: View, index: int) -> bool:
    """Whether the line above is a quotation: the name below it is the speaker's."""
    return index > 0 and view.lines[index - 1].text[:1] in "\"“„«‘'"


def _credit(rule: str, text: str, facts: tuple[tuple[str, str], ...]) -> Verdict:
    return dropped(
        rule, Reason.CREDIT, f"tells who worked on the story, at its end: '{text[:60]}'", facts=facts
    )
