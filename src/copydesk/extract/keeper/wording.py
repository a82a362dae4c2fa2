"""What a block's text is like: its characters, its first words, and how it goes with the rest of the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from operator import or_

import numpy as np
from numpy.typing import NDArray

from copydesk.extract.keeper.vocabulary import WORD_BITS
from copydesk.model import Block, Kind
from copydesk.text import fold

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

# Classes of characters. Scripts that are written without spaces have about two characters a word.
_UPPER, _DIGIT, _COMMA, _STOP, _SPACE, _UNSPACED, _LETTER = range(1, 8)
_CLASSES = 8
_COMMAS = ",،、，"
_STOPS = ".!?…。！？؟।"
_CLOSING = "\"”»'’:;)"
_QUOTES = "\"“„«‘'—–-"
_FIRST_UNSPACED = 0x2E80
_TABLE = 65536

_WORD = re.compile(r"\w+")
# The words of a block's beginning are looked up; a text goes with the page by its long words.
_BEGINNING = 180
_TOPIC = 600
_LONG_WORD = 6
_HEADING_WORDS = 33


@dataclass(frozen=True, slots=True)
class Wording:
    """Counts and shares of each block. `words` counts words, `bits` the word lists its beginning hits.

    `titled` is the share of the words of title and block together that both have, `told` the share of the
    page's description that the block's beginning has. `topics` are the long words of each block.
    """

    words: Ints
    characters: Ints
    commas: Floats
    stops: Floats
    upper: Floats
    digits: Floats
    unspaced: Floats
    ends: Floats
    quoted: Floats
    lower_start: Floats
    copies: Ints
    bits: Ints
    hits: Ints
    titled: Floats
    told: Floats
    topics: tuple[frozenset[str], ...]


@cache
def _classes() -> NDArray[np.uint8]:
    table = np.zeros(_TABLE, np.uint8)
    for code in range(_TABLE):
        table[code] = _class_of(chr(code), code)
    return table


def _class_of(char: str, code: int) -> int:
    if char.isupper():
        return _UPPER
    if char.isdigit():
        return _DIGIT
    for found, chars in ((_COMMA, _COMMAS), (_STOP, _STOPS), (_SPACE, " ")):
        if char in chars:
            return found
    if not char.isalpha():
        return 0
    return _UNSPACED if code > _FIRST_UNSPACED and not 0xAC00 <= code < 0xD7B0 else _LETTER


def wording(blocks: Sequence[Block], titles: Iterable[str], descriptions: Iterable[str]) -> Wording:
    """Describe the texts of a page that has at least one block."""
    # Of code, too, what is said counts, and not how it is laid out.
    texts = [fold(block.text) if block.kind is Kind.CODE else block.text for block in blocks]
    sizes = np.array([len(text) for text in texts], np.int64)
    starts = np.zeros(len(texts), np.int64)
    np.cumsum(sizes[:-1], out=starts[1:])
    codes = np.frombuffer("".join(texts).encode("utf-32-le", "replace"), np.uint32)
    classes = _classes()[np.minimum(codes, _TABLE - 1)]
    # One count over all characters: a number for each block and class.
    places = np.repeat(np.arange(0, _CLASSES * len(texts), _CLASSES), sizes) + classes
    counts = np.bincount(places, minlength=_CLASSES * len(texts)).reshape(-1, _CLASSES).T
    words = counts[_SPACE] + 1 + counts[_UNSPACED] // 2
    closed = np.array([text[-1] in _CLOSING for text in texts])
    beginnings = [_WORD.findall(text[:_BEGINNING].lower()) for text in texts]
    bits, hits, titled, told = _beginnings(beginnings, _words_of(titles), _words_of(descriptions))
    seen = Counter(texts)
    return Wording(
        words,
        sizes,
        counts[_COMMA] / words,
        counts[_STOP] / words,
        counts[_UPPER] / sizes,
        counts[_DIGIT] / sizes,
        counts[_UNSPACED] / sizes,
        ((classes[starts + sizes - 1] == _STOP) + 0.5 * closed).astype(np.float64),
        np.array([text[0] in _QUOTES for text in texts], np.float64),
        np.array([text[0].islower() for text in texts], np.float64),
        np.array([min(5, seen[text]) for text in texts], np.int64),
        bits,
        hits,
        titled,
        told,
        tuple(map(_long_words, texts, beginnings)),
    )


def _words_of(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in _WORD.findall(text.lower()))


def _long_words(text: str, beginning: list[str]) -> frozenset[str]:
    if len(text) < _HEADING_WORDS:
        return frozenset()
    found = beginning if len(text) <= _BEGINNING else _WORD.findall(text[:_TOPIC].lower())
    return frozenset([word for word in found if len(word) >= _LONG_WORD])


def _beginnings(
    beginnings: Sequence[list[str]], title: frozenset[str], description: frozenset[str]
) -> tuple[Ints, Ints, Floats, Floats]:
    bits, hits = [0] * len(beginnings), [0] * len(beginnings)
    titled, told = [0.0] * len(beginnings), [0.0] * len(beginnings)
    lists: Mapping[str, int] = WORD_BITS
    for i, found in enumerate(beginnings):
        here = frozenset(found)
        if listed := [lists[word] for word in found if word in lists]:
            bits[i], hits[i] = reduce(or_, listed), len(listed)
        # Few lines have a word of the title, which sets tell at once.
        if not title.isdisjoint(here) and len(found) < _HEADING_WORDS:
            titled[i] = len(here & title) / len(here | title)
        if not description.isdisjoint(here):
            told[i] = len(here & description) / min(len(here), len(description))
    return np.array(bits, np.int64), np.array(hits, np.int64), np.array(titled), np.array(told)


def cohesion(words: Wording, inside: NDArray[np.bool_]) -> Floats:
    """The share of each block's long words that other blocks inside have too; -1 for blocks without any."""
    counts = Counter(word for topic, yes in zip(words.topics, inside, strict=True) if yes for word in topic)
    found = np.full(len(words.topics), -1.0)
    for i, topic in enumerate(words.topics):
        if topic:
            own = 1 if inside[i] else 0
            found[i] = sum(counts[word] > own for word in topic) / len(topic)
    return found
