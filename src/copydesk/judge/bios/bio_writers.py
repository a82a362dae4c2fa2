"""Who wrote the page, and which of its writers a line introduces."""

from __future__ import annotations

import re

from copydesk.extract.authors.names import is_person, strip_by
from copydesk.judge.bios.bio_words import LINKED_WITHIN, LINKING, tells
from copydesk.judge.phrases.table import is_quoted, opens_with
from copydesk.judge.view import View
from copydesk.text import Line, key
from copydesk.text import line as as_line

# A name on a line of its own: people have two to five words, outlets one or two.
_MOST_NAME_WORDS = 6
# How far into a line a writer's full name may stand: "The harbour pilot Ann Lee is ...".
_NAMED_WITHIN = 8
# A name declared as author is that of a person or outlet, not a word.
_LEAST_NAME = 5
# "Ivo Brandt is a correspondent ...".
_INTRODUCTION = re.compile(r"([^\W\d_][^\d,;:()\"“]{3,50}?) (?:is|was) (?:an?|the) ")

# "Matilda (Tilda) Quill": a name, another in brackets or quotation marks, and more of the first.
_NICKNAME = re.compile(
    r"(?P<name>[^\W\d_][\w'’-]*) [(\"“„'‘«](?P<nick>[^\W\d_][\w'’-]*?)[)\"”“'’»] (?=[^\W\d_])"
)

# By the first word of the name: name as compared, name as printed, whether it is the outlet's.
Writers = dict[str, list[tuple[str, str, bool]]]


def writers_of(view: View, signed: list[str]) -> Writers:
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


def called(line: Line) -> tuple[Line, ...]:
    """A line as it is, and where it opens with a name that has another in brackets, with either of the two.

    >>> from copydesk.text import line
    >>> [each.text for each in called(line("Matilda (Tilda) Quill is a pilot."))[1:]]
    ['Matilda Quill is a pilot.', 'Tilda Quill is a pilot.']
    """
    found = _NICKNAME.match(line.text)
    if found is None:
        return (line,)
    rest = line.text[found.end() :]
    return (line, *(as_line(f"{found[name]} {rest}") for name in ("name", "nick")))


def introduced_by(line: Line, writers: Writers) -> str | None:
    """The writer a line opens with and introduces, as named."""
    return next((name for each in called(line) if (name := _introduced_by(each, writers))), None)


def _introduced_by(line: Line, writers: Writers) -> str | None:
    for folded, name, outlet in writers.get(line.key.partition(" ")[0], ()):
        if opens_with(line.key, folded) and tells(line, folded, outlet=outlet):
            return name
        # "Ada is a reporter ..." of Ada Example: by the first name alone the verb has to come at once.
        if not outlet and tells(line, folded.partition(" ")[0], outlet=True):
            return name
    return None


def is_plain(line: Line, name: str, writers: Writers) -> bool:
    """Whether the verb follows a person's name at once; a standfirst with its writer's says what they did."""
    folded = key(name)
    said = folded if opens_with(line.key, folded) else folded.partition(" ")[0]
    outlet = (folded, name, True) in writers.get(folded.partition(" ")[0], ())
    return line.sentence and not outlet and tells(line, said, outlet=True)


def signed_off(line: Line, writers: Writers) -> str | None:
    """The writer whose full name stands near a line's start, with the verb right behind: "Ann Lee is"."""
    return next((name for each in called(line) if (name := _signed_off(each, writers))), None)


def _signed_off(line: Line, writers: Writers) -> str | None:
    if not line.sentence or is_quoted(line.text):
        return None
    near = line.key.split(maxsplit=_NAMED_WITHIN + LINKED_WITHIN)[: _NAMED_WITHIN + LINKED_WITHIN]
    for at, word in enumerate(near[:_NAMED_WITHIN]):
        for folded, name, outlet in writers.get(word, ()):
            named = folded.split()
            behind = near[at + len(named) : at + len(named) + 1]
            if not outlet and near[at : at + len(named)] == named and not LINKING.isdisjoint(behind):
                return name
    return None


def of_the_outlet(view: View, index: int) -> str | None:
    """Who a line introduces as working for the page's outlet: somebody the story does not speak of."""
    publisher = view.profile.publisher if view.profile else view.declared.first("publisher")
    line = view.lines[index]
    if not publisher or f" {key(publisher)}" not in line.key:
        return None
    found = _INTRODUCTION.match(line.text)
    if found is None or not is_person(found[1]) or not tells(line, key(found[1])):
        return None
    family = key(found[1]).split()[-1]
    elsewhere = (other.key.split() for at, other in enumerate(view.lines) if at != index and other.sentence)
    return None if any(family in words for words in elsewhere) else found[1]


def name_above(view: View, index: int) -> int | None:
    """The line above, if it is nothing but the name this line opens with."""
    if index == 0:
        return None
    above, line = view.lines[index - 1], view.lines[index]
    if not above.key or above.word_count > _MOST_NAME_WORDS or above.sentence:
        return None
    name = key(bare(above.text))
    return index - 1 if name and opens_with(line.key, name) and line.key != name else None


def bare(text: str) -> str:
    """A line without a leading "by" or "written by"."""
    return strip_by(text) or text
