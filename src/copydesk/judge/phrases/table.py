"""Phrase tables: which stock phrase a line is, opens with or holds, found without trying them all."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from copydesk.text import Line, key, word_count

# Letters from here on belong to scripts written without spaces between words (kana, CJK, hangul).
_UNSPACED_FROM = "\u3040"
_UNSPACED = re.compile(r"[\u3040-\uffff]")
# Kana and Han: about two of them make a word.
_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_QUOTES = "\"'“”„‟«»‘’‚‹›「『《"


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found in a line, and the rule whose table has it."""

    rule: str
    phrase: str


@dataclass(frozen=True, slots=True)
class Table:
    """Phrases by how they are looked up; built by `table`.

    `whole` phrases are a line by themselves (numbers aside), `openings` stand at its start, `inside`
    anywhere in it. Openings are filed under their first word (their first two characters where words
    have no spaces), inside phrases under their longest word: a line of the story costs a few look-ups.
    """

    whole: Mapping[str, Hit] = field(default_factory=dict)
    openings: Mapping[str, tuple[Hit, ...]] = field(default_factory=dict)
    inside: Mapping[str, tuple[Hit, ...]] = field(default_factory=dict)
    unspaced: tuple[Hit, ...] = ()
    triggers: frozenset[str] = frozenset()
    longest: int = 0

    def is_whole(self, line: Line) -> Hit | None:
        """The phrase that is all the line says, numbers aside.

        >>> from copydesk.text import line
        >>> table(whole={"count": "comments"}).is_whole(line("Comments (12)")).rule
        'count'
        """
        if line.word_count > self.longest:
            return None
        hit = self.whole.get(line.key)
        if hit is None and line.word_count <= _MOST_WORDS_WITH_NUMBERS:
            bare = [word for word in line.words if not word.isdecimal()]
            if len(bare) < len(line.words):
                hit = self.whole.get(" ".join(bare))
        return hit

    def opens(self, line: Line, rule: str | None = None) -> Hit | None:
        """The longest phrase the line opens with, of one rule if asked.

        >>> from copydesk.text import line
        >>> table(opening={"related": "read more; read"}).opens(line("READ MORE: Ferry")).phrase
        'read more'
        """
        text = line.key
        found = self.openings.get(text.partition(" ")[0])
        if found is None:
            found = None if text.isascii() else self.openings.get(text[:2])
            if found is None:
                return None
        for hit in found:
            if (rule is None or hit.rule == rule) and opens_with(text, hit.phrase):
                return hit
        return None

    def holds(self, line: Line) -> Hit | None:
        """A phrase that stands somewhere in the line.

        >>> from copydesk.text import line
        >>> table(inside={"legal": "all rights reserved"}).holds(line("(c) X. All rights reserved!")).rule
        'legal'
        """
        if not self.triggers.isdisjoint(line.words):
            padded = f" {line.key} "
            for word in line.words:
                for hit in self.inside.get(word, ()):
                    if f" {hit.phrase} " in padded:
                        return hit
        if self.unspaced and has_unspaced(line.key):
            return next((hit for hit in self.unspaced if hit.phrase in line.key), None)
        return None


# A count of comments or shares ("12 Comments", "Comments (3)") is a line of few words.
_MOST_WORDS_WITH_NUMBERS = 6


def opens_with(text: str, phrase: str) -> bool:
    """Whether a key starts with a phrase, at a word's end where words have ends.

    >>> opens_with("related stories", "related"), opens_with("relatedly", "related")
    (True, False)
    """
    if not text.startswith(phrase):
        return False
    return len(text) == len(phrase) or text[len(phrase)] == " " or phrase[-1] >= _UNSPACED_FROM


def has_unspaced(text: str) -> bool:
    """Whether a text has letters of a script without spaces between words."""
    return not text.isascii() and _UNSPACED.search(text) is not None


def is_quoted(text: str) -> bool:
    """Whether a line opens with a quotation mark: someone in the story speaks.

    >>> is_quoted("“Subscribe to our paper,” he said."), is_quoted("Subscribe to our paper")
    (True, False)
    """
    return text[:1] in _QUOTES


def bulk(line: Line) -> int:
    """The length of a line in words; where words have no spaces, two characters count as one.

    >>> from copydesk.text import line
    >>> bulk(line("three short words")), bulk(line("総理大臣は木曜日に述べた"))
    (3, 6)
    """
    if line.key.isascii() or (singly := len(_IDEOGRAPHS.findall(line.key))) == 0:
        return line.word_count
    return singly // 2 + len(_IDEOGRAPHS.sub(" ", line.key).split())


def phrases(text: str) -> Iterator[str]:
    """The phrases of a listing (`;` or a new line between them), as lines are compared.

    >>> list(phrases("Read more; You'll like"))
    ['read more', 'youll like']
    """
    for part in text.replace("\n", ";").split(";"):
        if folded := key(part):
            yield folded


def table(
    whole: Mapping[str, str] | None = None,
    opening: Mapping[str, str] | None = None,
    inside: Mapping[str, str] | None = None,
) -> Table:
    """A table from listings by rule name."""
    openings: dict[str, list[Hit]] = defaultdict(list)
    for hit in _hits(opening):
        openings[hit.phrase[:2] if has_unspaced(hit.phrase) else hit.phrase.split()[0]].append(hit)
    within: dict[str, list[Hit]] = defaultdict(list)
    unspaced: list[Hit] = []
    for hit in _hits(inside):
        if has_unspaced(hit.phrase):
            unspaced.append(hit)
        else:
            within[max(hit.phrase.split(), key=len)].append(hit)
    lines = {hit.phrase: hit for hit in _hits(whole)}
    return Table(
        lines,
        {k: tuple(sorted(v, key=lambda h: -len(h.phrase))) for k, v in openings.items()},
        {k: tuple(v) for k, v in within.items()},
        tuple(unspaced),
        frozenset(within),
        max((word_count(phrase) for phrase in lines), default=0) + 1,
    )


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic's phrases as its file has them: the table, and lists that are looked at otherwise."""

    table: Table
    lists: Mapping[str, tuple[str, ...]]


@cache
def read_topic(name: str) -> Topic:
    """The phrases of `phrases/<name>.toml`: package data, so read once.

    >>> read_topic("comments").table.whole["comments are closed"].rule
    'comments_widget'
    """
    text = (files(__package__) / f"{name}.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    lists = {rule: tuple(phrases(listing)) for rule, listing in data.get("list", {}).items()}
    return Topic(table(data.get("whole"), data.get("opening"), data.get("inside")), lists)


def _hits(listings: Mapping[str, str] | None) -> Iterator[Hit]:
    for rule, listing in (listings or {}).items():
        for phrase in phrases(listing):
            yield Hit(rule, phrase)


def is_upper(text: str) -> bool:
    """Whether a text is set in capitals throughout.

    >>> is_upper("FERRY SINKS, 3 SAVED"), is_upper("Ferry sinks")
    (True, False)
    """
    return text.isupper()
