"""The loops of `shingles.py`, `minhash.py` and `index.py` compiled by numba, bit for bit the same.

Import this through `compiled.kernels` only: loading numba takes about a second.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, Final

import numpy as np

from copydesk.dedup.kernel_tables import Seen, Tables, common
from copydesk.dedup.machine_code import machine_code
from copydesk.dedup.shingles import (
    ALONE,
    BREAK,
    GONE,
    GRAMS,
    I64,
    LETTERS,
    MIX,
    TOP,
    U32,
    U64,
    WORD,
    WORDS,
    Points,
    Shingled,
    encode,
    letters,
    portions,
)

__all__ = ["Seen", "Tables", "band_keys", "common", "minhash", "shingle", "unique_shingles"]

_MIX, _LETTERS, _WORDS, _GRAMS = np.uint64(MIX), np.uint64(LETTERS), np.uint64(WORDS), np.uint64(GRAMS)
_KIND, _FOLDED, _BREAK = np.uint32(24), np.uint32(0xFFFFFF), np.uint32(BREAK << 24)
_32, _0, _1 = np.uint64(32), np.uint64(0), np.uint64(1)
# Texts of more shingles are put in order by numba's quicksort: with more places than the processor's first
# cache holds, spreading loses what it gains.
_SPREAD: Final = 4096


@machine_code
def _mixed(value: Any) -> Any:
    value = (value ^ (value >> _32)) * _MIX
    value = (value ^ (value >> _32)) * _MIX
    return value ^ (value >> _32)


@machine_code
def _words(points: Points, start: int, end: int, table: U32, hashes: U64) -> int:
    """Put the hash of each word of a text, which ends with a break, into `hashes`; gives how many."""
    count = 0
    word, power, inside = _0, _1, False
    for at in range(start, end):
        point = points[at]
        entry = table[point] if point < TOP else _BREAK
        kind = entry >> _KIND
        if kind == WORD:
            word += np.uint64(entry & _FOLDED) * power
            power *= _LETTERS
            inside = True
        elif kind != GONE:
            if inside:
                hashes[count] = _mixed(word)
                count += 1
                word, power, inside = _0, _1, False
            if kind == ALONE:
                hashes[count] = _mixed(np.uint64(entry & _FOLDED))
                count += 1
    return count


@machine_code
def _key(words: U64, count: int) -> Any:
    """The exact key of a text of so many words."""
    key, power = _0, _1
    for at in range(count):
        key += words[at] * power
        power *= _WORDS
    return _mixed(key ^ np.uint64(count))


@machine_code
def _grams(words: U64, count: int, size: int, grams: U32, made: int) -> int:
    """Put the shingles of a text behind those made before; gives how many there are then."""
    length = min(size, count)
    for first in range(count - length + 1 if length else 0):
        gram = np.uint64(length)
        for step in range(length):
            gram = (gram + words[first + step]) * _GRAMS
        grams[made] = np.uint32(_mixed(gram) & np.uint64(0xFFFFFFFF))
        made += 1
    return made


@machine_code
def _shingle(  # noqa: PLR0913, PLR0917 - one pass over the text, and no records in there
    points: Points,
    offsets: I64,
    size: int,
    table: U32,
    grams: U32,
    starts: I64,
    counts: I64,
    keys: U64,
    buffer: U64,
) -> int:
    made = 0
    for text in range(len(offsets) - 1):
        starts[text] = made
        counts[text] = _words(points, offsets[text], offsets[text + 1], table, buffer)
        keys[text] = _key(buffer, counts[text])
        made = _grams(buffer, counts[text], size, grams, made)
    starts[len(offsets) - 1] = made
    return int(made)


@machine_code
def _minhash(hashes: U32, offsets: I64, times: U32, plus: U32, rows: U32) -> None:
    for text in range(len(offsets) - 1):
        row = rows[text]
        for at in range(offsets[text], offsets[text + 1]):
            # numba widens the product of 32-bit values to 64 bits, so each is narrowed again
            value = np.uint32(hashes[at] ^ (hashes[at] >> np.uint32(16)))
            value = np.uint32(value * np.uint32(0x85EBCA6B))
            value = np.uint32(value ^ (value >> np.uint32(13)))
            value = np.uint32(value * np.uint32(0xC2B2AE35))
            value = np.uint32(value ^ (value >> np.uint32(16)))
            for which in range(len(times)):
                row[which] = min(row[which], np.uint32(times[which] * value + plus[which]))


@machine_code
def _spread(own: U32, places: I64, grams: U32, made: int) -> None:
    """Put the shingles of a text, ascending, behind those made before.

    Hashes lie evenly over all 32 bits, so each goes near its place at once and what is left is insertion.
    """
    count = np.uint64(len(own))
    places[: len(own) + 1] = 0
    for value in own:
        places[(np.uint64(value) * count >> _32) + _1] += 1
    for at in range(len(own)):
        places[at + 1] += places[at]
    for value in own:
        bucket = np.uint64(value) * count >> _32
        grams[made + places[bucket]] = value
        places[bucket] += 1
    for at in range(made + 1, made + len(own)):
        value, place = grams[at], at
        while place > made and grams[place - 1] > value:
            grams[place] = grams[place - 1]
            place -= 1
        grams[place] = value


@machine_code
def _unique(hashes: U32, offsets: I64, grams: U32, starts: I64) -> int:
    """Put the distinct shingles of each text, ascending, into `grams`; gives how many there are."""
    made, places = 0, np.empty(_SPREAD + 1, np.int64)
    for text in range(len(offsets) - 1):
        starts[text] = made
        own = hashes[offsets[text] : offsets[text + 1]]
        if len(own) > _SPREAD:
            grams[made : made + len(own)] = np.sort(own)
        else:
            _spread(own, places, grams, made)
        end, first = made + len(own), made
        for at in range(first, end):
            if at == first or grams[at] != grams[made - 1]:
                grams[made] = grams[at]
                made += 1
    starts[len(offsets) - 1] = made
    return made


@machine_code
def _band_keys(rows: U32, bands: int, width: int, keys: U32) -> None:
    for row in range(len(rows)):
        for band in range(bands):
            key = _0
            for step in range(width):
                key = (key ^ np.uint64(rows[row, band * width + step])) * _MIX
                key ^= key >> _32
            keys[row, band] = np.uint32(_mixed(key) & np.uint64(0xFFFFFFFF))


@cache
def _table() -> U32:
    """The class and the folded form of each code point in one, so that each costs one look-up."""
    return (letters().classes.astype(np.uint32) << _KIND) | letters().folded


def shingle(texts: Sequence[str], size: int) -> Shingled:
    """`shingles.shingle`, compiled."""
    hashes, counts, words, keys = [np.zeros(0, np.uint32)], [np.zeros(1, np.int64)], [], []
    for portion, places in portions(texts):
        points, offsets = encode(portion, places)
        number = len(portion)
        found = np.empty(len(points), np.uint32)
        starts, some = np.empty(number + 1, np.int64), np.empty(number, np.int64)
        own, buffer = np.empty(number, np.uint64), np.empty(int(np.diff(offsets).max()), np.uint64)
        made = _shingle(points, offsets, size, _table(), found, starts, some, own, buffer)
        hashes.append(found[:made])
        counts.append(np.diff(starts))
        words.append(some)
        keys.append(own)
    return Shingled(
        np.concatenate(hashes),
        np.cumsum(np.concatenate(counts)),
        np.concatenate([np.zeros(0, np.int64), *words]),
        np.concatenate([np.zeros(0, np.uint64), *keys]),
    )


def minhash(hashes: U32, offsets: I64, times: U32, plus: U32) -> U32:
    """`minhash.minhash`, compiled."""
    rows = np.full((len(offsets) - 1, len(times)), 0xFFFFFFFF, np.uint32)
    _minhash(hashes, offsets, times, plus, rows)
    return rows


def band_keys(rows: U32, bands: int, width: int) -> U32:
    """`minhash.band_keys`, compiled."""
    keys = np.empty((len(rows), bands), np.uint32)
    _band_keys(rows, bands, width, keys)
    return keys


def unique_shingles(hashes: U32, offsets: I64) -> tuple[U32, I64]:
    """`minhash.unique_shingles`, compiled."""
    grams, starts = np.empty(len(hashes), np.uint32), np.empty(len(offsets), np.int64)
    made = _unique(hashes, offsets, grams, starts)
    return grams[:made], starts
