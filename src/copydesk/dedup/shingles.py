"""Texts as hashed words and word shingles, many at a time: what keys, signatures and comparing stand on.

A word is a run of letters, digits and marks, compatibility forms and case folded (Unicode NFKC), its
apostrophes gone; in scripts that put no space between words every character is one. All is done on
arrays of code points, never on one word at a time. `kernels.py` does the same in compiled code and gives
the same bits.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, TypeVar

import numpy as np
import numpy.typing as npt

U8 = npt.NDArray[np.uint8]
U32 = npt.NDArray[np.uint32]
Points = npt.NDArray[np.uint16] | npt.NDArray[np.uint32]
U64 = npt.NDArray[np.uint64]
I64 = npt.NDArray[np.int64]

_T = TypeVar("_T", bound=np.generic)

NORMALIZER: Final = f"nfkc-casefold/1 unicode-{unicodedata.unidata_version}"
"""Texts made ready in another way have other keys; it is stored with them."""

# Classes of code points.
BREAK, WORD, ALONE, GONE = 0, 1, 2, 3
# Code points from here on (no letters so far) are breaks.
TOP: Final = 0x32400
_APOSTROPHES: Final = "'\u2019\u02bc\uff07"
# What shows nothing: soft hyphen, joiners, byte order mark, choices of a letter's or a picture's form.
_UNSEEN: Final = (0xAD, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0xFE00, 0xFE10))
_ALONE: Final = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x3040, 0x30FF),
    (0x3400, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, TOP - 1),
)
# Factors of the hashes, odd so that they can be undone modulo 2^64.
LETTERS: Final = 0x9E3779B97F4A7C15
WORDS: Final = 0xC2B2AE3D27D4EB4F
GRAMS: Final = 0x9FB21C651E98DF25
MIX: Final = 0xD6E8FEB86659FD93
# Texts are worked on in portions of so many characters, so that arrays stay in the processor's cache:
# of 16k to 1M characters, 64k and 128k were the fastest, by a sixth over 1M, and by a quarter compiled.
PORTION: Final = 1 << 17


@dataclass(frozen=True, slots=True)
class Shingled:
    """Texts as shingles: those of text `i` are `hashes[offsets[i]:offsets[i + 1]]`, repeats and all.

    `words` counts the words of each text, `keys` has a 64-bit key of its words in their order. A text
    shorter than a shingle has one, of all its words; an empty one none.
    """

    hashes: U32
    offsets: I64
    words: I64
    keys: U64

    def of(self, texts: I64) -> Shingled:
        """Some of the texts, by ascending number."""
        sizes = np.diff(self.offsets)
        chosen = np.zeros(len(sizes), np.bool_)
        chosen[texts] = True
        offsets = np.concatenate([[0], np.cumsum(sizes[texts])]).astype(np.int64)
        return Shingled(self.hashes[np.repeat(chosen, sizes)], offsets, self.words[texts], self.keys[texts])


@dataclass(frozen=True, slots=True)
class Letters:
    """What becomes of each code point: its class, and what it is folded to; some ask for the whole text."""

    classes: U8
    folded: U32
    unsteady: npt.NDArray[np.bool_]


@cache
def letters() -> Letters:
    """The table of code points, made once a process (a tenth of a second)."""
    chars = [chr(c) for c in range(TOP)]
    plain = [unicodedata.normalize("NFKC", char).casefold() for char in chars]
    kinds = [unicodedata.category(char)[0] for char in chars]
    classes = np.array([WORD if kind in "LNM" else BREAK for kind in kinds], dtype=np.uint8)
    for first, last in _ALONE:
        part = classes[first : last + 1]
        part[part == WORD] = ALONE
    classes[[ord(char) for char in _APOSTROPHES]] = GONE
    classes[list(_UNSEEN)] = GONE
    folded = np.array([ord(p) if len(p) == 1 else at for at, p in enumerate(plain)], dtype=np.uint32)
    # an ellipsis becomes three full stops, which part words as well as one
    longer = [len(p) != 1 and any(map(str.isalnum, p)) for p in plain]
    unsteady = np.array([kind == "M" for kind in kinds], dtype=np.bool_) | np.array(longer)
    unsteady &= classes != GONE
    unsteady[0x1160:0x1200] = True  # Hangul vowels and finals, which join what stands before them
    return Letters(classes, folded, unsteady)


def encode(texts: Sequence[str], offsets: I64) -> tuple[Points, I64]:
    """Texts as code points, a line break after each, and where each starts; `offsets` is where it did.

    Where folding changes more than single code points, the text is normalized as a whole.
    """
    joined = "\n".join(texts) + "\n" if texts else ""
    points = _points(joined)
    if not joined.isascii():
        beyond = np.flatnonzero(points > 127)
        shaky = beyond[letters().unsteady[np.minimum(points[beyond], np.uint32(TOP - 1))]]
        if len(shaky):
            hit = distinct(np.searchsorted(offsets, shaky, side="right") - 1)
            return _normalized(texts, points, offsets, hit.tolist())
    return points, offsets


def _normalized(texts: Sequence[str], points: Points, offsets: I64, hit: Sequence[int]) -> tuple[Points, I64]:
    """The same with some texts normalized as a whole."""
    pieces, last, sizes = [], 0, np.diff(offsets)
    for at in hit:
        text = unicodedata.normalize("NFKC", texts[at]).casefold()
        pieces += [points[last : offsets[at]], _points(text + "\n")]
        last, sizes[at] = int(offsets[at + 1]), len(text) + 1
    moved = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    return np.concatenate([*pieces, points[last:]]), moved


def _points(joined: str) -> Points:
    """Code points in 16 bits each where that is enough, which is half the way through the memory."""
    short = np.frombuffer(joined.encode("utf-16-le", "surrogatepass"), "<u2")
    if len(short) == len(joined):
        return short
    return np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), "<u4")


def _offsets(texts: Sequence[str]) -> I64:
    """Where each text starts when a line break follows each."""
    offsets = np.zeros(len(texts) + 1, np.int64)
    np.cumsum(np.fromiter(map(len, texts), np.int64, len(texts)) + 1, out=offsets[1:])
    return offsets


def portions(texts: Sequence[str], size: int = PORTION) -> Iterator[tuple[Sequence[str], I64]]:
    """Texts in stretches of about `size` characters, and where each text of a stretch starts in it."""
    offsets, start = _offsets(texts), 0
    while start < len(texts):
        end = max(start + 1, int(np.searchsorted(offsets, offsets[start] + size)))
        yield texts[start:end], offsets[start : end + 1] - offsets[start]
        start = end


def distinct(values: npt.NDArray[_T]) -> npt.NDArray[_T]:
    """The distinct values, ascending; by sorting, which made the index twice as fast as numpy's hashing."""
    values = np.sort(values)
    first = np.ones(len(values), np.bool_)
    first[1:] = values[1:] != values[:-1]
    return values[first]


def shingle(texts: Sequence[str], size: int) -> Shingled:
    """The shingles of `size` words of each text.

    >>> found = shingle(["The ferry is late again.", "Nothing.", ""], 3)
    >>> found.words.tolist(), np.diff(found.offsets).tolist()
    ([5, 1, 0], [3, 1, 0])
    >>> bool(shingle(["the FERRY’s late"], 3).keys == shingle(["The ferrys, late!"], 3).keys)
    True
    """
    found = [_shingle(portion, offsets, size) for portion, offsets in portions(texts)]
    if len(found) == 1:
        return found[0]
    counts = [np.diff(one.offsets) for one in found]
    offsets = np.concatenate([[0], *counts]).cumsum().astype(np.int64)
    none = np.zeros(0, np.uint32)
    return Shingled(
        np.concatenate([none, *(one.hashes for one in found)]),
        offsets,
        np.concatenate([none.astype(np.int64), *(one.words for one in found)]),
        np.concatenate([none.astype(np.uint64), *(one.keys for one in found)]),
    )


def _shingle(texts: Sequence[str], offsets: I64, size: int) -> Shingled:
    hashes, counts = _words(texts, offsets)
    starts = np.zeros(len(texts) + 1, np.int64)
    np.cumsum(counts, out=starts[1:])
    keys = mixed(_spans(hashes, starts[:-1], starts[1:], WORDS) ^ counts.astype(np.uint64))
    owners = np.repeat(np.arange(len(texts)), counts)
    left = starts[1:][owners] - np.arange(len(hashes))  # words from here to the end of the text
    length = np.minimum(size, counts)[owners]
    grams = length.astype(np.uint64)
    padded = np.concatenate([hashes, np.zeros(size, np.uint64)])
    for step in range(size):
        longer = (grams + padded[step : step + len(hashes)]) * np.uint64(GRAMS)
        grams = np.where(step < length, longer, grams)
    made = mixed(grams[left >= length]).astype(np.uint32)
    offsets = np.zeros(len(texts) + 1, np.int64)
    np.cumsum(np.where(counts > size, counts - size + 1, np.minimum(counts, 1)), out=offsets[1:])
    return Shingled(made, offsets, counts, keys)


def _words(texts: Sequence[str], offsets: I64) -> tuple[U64, I64]:
    """The hash of every word, and how many each text has."""
    points, offsets = encode(texts, offsets)
    table = letters()
    points = np.minimum(points, np.uint32(TOP - 1))
    classes = table.classes[points]
    gone = classes == GONE
    if gone.any():
        points, classes = points[~gone], classes[~gone]
        offsets = offsets - np.concatenate([[0], np.cumsum(gone)])[offsets]
    inside, alone = classes == WORD, classes == ALONE
    starts = np.flatnonzero((inside & ~_shifted(inside, 1)) | alone)
    ends = np.flatnonzero((inside & ~_shifted(inside, -1)) | alone) + 1
    hashes = mixed(_spans(table.folded[points].astype(np.uint64), starts, ends, LETTERS))
    places = np.searchsorted(starts, offsets)
    return hashes, np.diff(places).astype(np.int64)


def _shifted(flags: npt.NDArray[np.bool_], by: int) -> npt.NDArray[np.bool_]:
    moved = np.zeros_like(flags)
    if by > 0:
        moved[by:] = flags[:-by]
    else:
        moved[:by] = flags[-by:]
    return moved


def _spans(values: U64, starts: I64, ends: I64, factor: int) -> U64:
    """For each span the sum of values times powers of the factor, the first power 0, modulo 2^64."""
    powers, inverse = _powers(factor, len(values) + 1)
    sums = np.zeros(len(values) + 1, np.uint64)
    np.cumsum(values * powers[: len(values)], out=sums[1:])
    return (sums[ends] - sums[starts]) * inverse[starts]


def _powers(factor: int, count: int) -> tuple[U64, U64]:
    return _power_table(factor, 1 << max(10, int(count - 1).bit_length()))


@cache
def _power_table(factor: int, count: int) -> tuple[U64, U64]:
    """Powers of a factor and of its inverse, modulo 2^64."""
    tables = []
    for base in (factor, pow(factor, -1, 1 << 64)):
        table = np.full(count, base, np.uint64)
        table[0] = 1
        tables.append(np.multiply.accumulate(table))
    return tables[0], tables[1]


def mixed(values: U64) -> U64:
    """64-bit values with every bit spread over all others, by shifts and products that can be undone."""
    for _ in range(2):
        values = (values ^ (values >> np.uint64(32))) * np.uint64(MIX)
    return values ^ (values >> np.uint64(32))
