"""What the words of a line say: how much of it is running text, whom it speaks to, and words by number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from copydesk.extract.lines.vocabulary import EVERY_FUNCTION, LANGUAGES, PART_BITS, PARTS, SIGNS, YOU

Ints = NDArray[np.int64]

# Shares are counted in thousandths, so that sums of them are whole numbers.
WHOLE = 1000
# Words are told by their hash, to this number of them; pairs of words count in short lines, where they are
# labels ("read more"), not sentences.
BUCKETS = 1 << 15
_LABEL_WORDS = 12
MOST_WORDS = 60
_LONG_WORD = 4
_BEGINNING = 400
_SIGNS_IN = 300
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Spoken:
    """Counts of each line, a row a line. `hashed` are the numbers of all lines' words (and of pairs of
    them), `starts` where each line's begin; every line has at least one.

    `long` are the words of a line's beginning that tell of its subject: of four letters and more, and not
    common. `function` is the share of words that are common in the page's language, `capital` of those
    that begin with a capital, `you` of those that speak to the reader; all in thousandths.
    """

    long: tuple[frozenset[str], ...]
    function: Ints
    capital: Ints
    you: Ints
    parts: Ints
    signs: Ints
    hashed: NDArray[np.int32]
    starts: Ints


def spoken(texts: Sequence[str]) -> Spoken:
    """Describe the words of a page's lines, in time that grows with their number.

    >>> spoken(["The road is closed", "Menu"]).function.tolist()
    [500, 0]
    """
    raw = [_WORD.findall(text[:_BEGINNING])[:MOST_WORDS] for text in texts]
    lower = [[word.lower() for word in found] for found in raw]
    common = _common(lower)
    count = np.array([max(1, len(found)) for found in raw], np.int64)
    hashed = [_numbers(found) for found in lower]
    starts = np.zeros(len(texts), np.int64)
    np.cumsum([len(numbers) for numbers in hashed[:-1]], out=starts[1:])
    return Spoken(
        tuple(frozenset(w for w in found if len(w) >= _LONG_WORD) - common for found in lower),
        _each(lower, lambda found: sum(word in common for word in found)) * WHOLE // count,
        _each(raw, lambda found: sum(word[0].isupper() for word in found)) * WHOLE // count,
        _each(lower, lambda found: sum(word in YOU for word in found)) * WHOLE // count,
        _each(lower, _parts),
        np.array([_signs(text) for text in texts], np.int64),
        np.array([number for numbers in hashed for number in numbers], np.int32),
        starts,
    )


def _each(lines: Sequence[list[str]], count: Callable[[list[str]], int]) -> Ints:
    return np.array([count(found) for found in lines], np.int64)


def _common(lines: Sequence[list[str]]) -> frozenset[str]:
    """The common words of the language that most words of the page are of."""
    bag = Counter(word for found in lines for word in found if word in EVERY_FUNCTION)
    best = max(LANGUAGES, key=lambda name: sum(bag[word] for word in LANGUAGES[name]))
    return LANGUAGES[best]


def _parts(found: Sequence[str]) -> int:
    bits = 0
    for word in found[:_LABEL_WORDS]:
        bits |= PART_BITS.get(word, 0)
    return bits


def _signs(text: str) -> int:
    start = text[:_SIGNS_IN]
    return sum(1 << number for number, sign in enumerate(SIGNS.values()) if sign.search(start))


def _numbers(found: Sequence[str]) -> list[int]:
    plain = ["0" if word[0].isdigit() else word for word in found] or ["-"]
    if len(plain) <= _LABEL_WORDS:
        plain += [f"{a} {b}" for a, b in zip(["^", *plain], [*plain, "$"], strict=True)]
    return [crc32(word.encode("utf-8", "replace")) % BUCKETS for word in plain]


def flag_names() -> tuple[str, ...]:
    """The names of the bits of `parts` and `signs`."""
    return (*(f"part_{name}" for name in PARTS), *(f"sign_{name}" for name in SIGNS))
