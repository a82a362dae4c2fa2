"""The loops of `shingles.py`, `minhash.py` and `index.py` compiled by numba, bit for bit the same.

Import this through `compiled.kernels` only: loading numba takes about a second. The machine code is kept
in numba's cache (beside this file, else in the user's cache folder); where neither can be written it is
made anew in each process.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, Final, TypeVar

import numba
import numpy as np
import numpy.typing as npt

from copydesk.dedup.index import LATEST, unpacked
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

_Work = TypeVar("_Work", bound=Callable[..., Any])
_MIX, _LETTERS, _WORDS, _GRAMS = np.uint64(MIX), np.uint64(LETTERS), np.uint64(WORDS), np.uint64(GRAMS)
_KIND, _FOLDED, _BREAK = np.uint32(24), np.uint32(0xFFFFFF), np.uint32(BREAK << 24)
_32, _29, _0, _1 = np.uint64(32), np.uint64(29), np.uint64(0), np.uint64(1)
# Longer portions than numpy's: there is no array of each step to keep in the cache.
_PORTION: Final = 1 << 20
# Tables are enlarged when they are so full.
_FULL: Final = 0.8

I32 = npt.NDArray[np.int32]


def _compiled(work: _Work) -> _Work:
    """A compiled function, from the cache where there is a place for one."""
    with contextlib.suppress(RuntimeError):  # numba's word for a file system without a place to write
        return numba.njit(nogil=True, cache=True)(work)  # type: ignore[no-any-return]
    return numba.njit(nogil=True)(work)  # type: ignore[no-any-return]


@_compiled
def _mixed(value: Any) -> Any:
    value = (value ^ (value >> _32)) * _MIX
    value = (value ^ (value >> _32)) * _MIX
    return value ^ (value >> _32)


@_compiled
def _shingle(  # noqa: PLR0913, PLR0917 - one pass over the text, and no records in there
    points: Points,
    offsets: I64,
    size: int,
    table: U32,
    hashes: U32,
    starts: I64,
    counts: I64,
    keys: U64,
    buffer: U64,
) -> int:
    made = 0
    for text in range(len(offsets) - 1):
        starts[text] = made
        count = 0
        word, power, inside = _0, _1, False
        key, key_power = _0, _1
        for at in range(offsets[text], offsets[text + 1]):
            point = points[at]
            entry = table[point] if point < TOP else _BREAK
            kind = entry >> _KIND
            if kind == WORD:
                word += np.uint64(entry & _FOLDED) * power
                power *= _LETTERS
                inside = True
                continue
            if kind == GONE:
                continue
            if inside:
                buffer[count] = _mixed(word)
                key += buffer[count] * key_power
                key_power *= _WORDS
                count += 1
                word, power, inside = _0, _1, False
            if kind == ALONE:
                buffer[count] = _mixed(np.uint64(entry & _FOLDED))
                key += buffer[count] * key_power
                key_power *= _WORDS
                count += 1
        counts[text] = count
        keys[text] = _mixed(key ^ np.uint64(count))
        length = min(size, count)
        if length:
            for first in range(count - length + 1):
                gram = np.uint64(length)
                for step in range(length):
                    gram = (gram + buffer[first + step]) * _GRAMS
                hashes[made] = np.uint32(_mixed(gram) & np.uint64(0xFFFFFFFF))
                made += 1
    starts[len(offsets) - 1] = made
    return int(made)


@_compiled
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


@cache
def _table() -> U32:
    """The class and the folded form of each code point in one, so that each costs one look-up."""
    return (letters().classes.astype(np.uint32) << _KIND) | letters().folded


def shingle(texts: Sequence[str], size: int) -> Shingled:
    """`shingles.shingle`, compiled."""
    hashes, counts, words, keys = [np.zeros(0, np.uint32)], [np.zeros(1, np.int64)], [], []
    for portion in portions(texts, _PORTION):
        points, offsets = encode(portion)
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


@_compiled
def _insert(keys: U32, first: int, slots: U64, earlier: I32, heads: I32) -> int:
    """Put rows into the table of a band; `heads` gets the latest row with each key before it, or -1."""
    mask = np.uint64(len(slots) - 1)
    added = 0
    for at in range(len(keys)):
        key = np.uint64(keys[at])
        place = (key * _GRAMS >> _29) & mask
        while slots[place] != _0 and slots[place] >> _32 != key:
            place = (place + _1) & mask
        head = np.int64(-1)
        if slots[place] == _0:
            added += 1
        else:
            head = np.int64(slots[place] & np.uint64(0xFFFFFFFF)) - 1
        heads[at] = head
        earlier[first + at] = head
        slots[place] = (key << _32) | np.uint64(first + at + 1)
    return added


@_compiled
def _heads(keys: U32, slots: U64, heads: I32) -> None:
    """The latest row with each key, or -1."""
    mask = np.uint64(len(slots) - 1)
    for at in range(len(keys)):
        key = np.uint64(keys[at])
        place = (key * _GRAMS >> _29) & mask
        while slots[place] != _0 and slots[place] >> _32 != key:
            place = (place + _1) & mask
        heads[at] = np.int64(slots[place] & np.uint64(0xFFFFFFFF)) - 1


@_compiled
def _moved(slots: U64, larger: U64) -> None:
    """Every slot into a larger table."""
    mask = np.uint64(len(larger) - 1)
    for at in range(len(slots)):
        if slots[at] != _0:
            place = ((slots[at] >> _32) * _GRAMS >> _29) & mask
            while larger[place] != _0:
                place = (place + _1) & mask
            larger[place] = slots[at]


@_compiled
def _walked(heads: I32, earlier: I32, first: int, latest: int) -> U64:
    """Pairs of rows with those before them in the same bucket, `a << 32 | b`."""
    total = 0
    for at in range(len(heads)):
        row, steps = heads[at], 0
        while row >= 0 and steps < latest:
            row = earlier[row]
            steps += 1
        total += steps
    pairs = np.empty(total, np.uint64)
    made = 0
    for at in range(len(heads)):
        row, steps = heads[at], 0
        while row >= 0 and steps < latest:
            pairs[made] = (np.uint64(first + at) << _32) | np.uint64(row)
            made += 1
            row = earlier[row]
            steps += 1
    return pairs


@_compiled
def _common(  # noqa: PLR0913, PLR0917 - no records in there
    grams: U32, starts: I64, others: U32, other_starts: I64, a: I64, b: I64, counts: I64
) -> None:
    for pair in range(len(a)):
        one, end = starts[a[pair]], starts[a[pair] + 1]
        other, other_end = other_starts[b[pair]], other_starts[b[pair] + 1]
        count = 0
        while one < end and other < other_end:
            if grams[one] == others[other]:
                count += 1
                one += 1
                other += 1
            elif grams[one] < others[other]:
                one += 1
            else:
                other += 1
        counts[pair] = count


def common(grams: U32, starts: I64, others: U32, other_starts: I64, a: I64, b: I64) -> I64:
    """`index.common`, compiled."""
    counts = np.empty(len(a), np.int64)
    _common(grams, starts, others, other_starts, a, b, counts)
    return counts


@_compiled
def _seen(keys: U64, numbers: I64, slots: U64, known: I64, firsts: I64) -> int:
    """The number each key was first seen with; a key of 0 is taken for 1."""
    mask = np.uint64(len(slots) - 1)
    added = 0
    for at in range(len(keys)):
        key = max(keys[at], _1)
        place = (key >> _32) & mask
        while slots[place] != _0 and slots[place] != key:
            place = (place + _1) & mask
        if slots[place] == _0:
            slots[place] = key
            known[place] = numbers[at]
            added += 1
        firsts[at] = known[place]
    return added


class Seen:
    """First texts in a table of open addressing: the compiled way of `index.Firsts`."""

    def __init__(self) -> None:
        self._slots, self._known = np.zeros(1024, np.uint64), np.zeros(1024, np.int64)
        self._used = 0

    def seen(self, keys: U64, numbers: I64) -> I64:
        """See `index.Firsts`."""
        size = len(self._slots)
        while self._used + len(keys) > _FULL * size:
            size *= 2
        if size > len(self._slots):
            known = self.all()
            self._slots, self._known = np.zeros(size, np.uint64), np.zeros(size, np.int64)
            _seen(*known, self._slots, self._known, np.empty(len(known[0]), np.int64))
        firsts = np.empty(len(keys), np.int64)
        self._used += _seen(keys, numbers, self._slots, self._known, firsts)
        return firsts

    def all(self) -> tuple[U64, I64]:
        """See `index.Firsts`."""
        used = self._slots != 0
        return self._slots[used], self._known[used]


class Tables:
    """Bands in tables of open addressing, one a band: the compiled way of `index.Bands`.

    A slot holds `key << 32 | latest row + 1`; `earlier` leads from each row to the one before it that has
    the same key.
    """

    def __init__(self, bands: int) -> None:
        self._slots = [np.zeros(1024, np.uint64) for _ in range(bands)]
        self._used = [0] * bands
        self._earlier = np.empty((bands, 1024), np.int32)
        self._rows = 0

    def add(self, keys: U32) -> tuple[I64, I64]:
        """See `index.Bands`."""
        first, self._rows = self._rows, self._rows + len(keys)
        self._make_room(len(keys))
        columns, heads = np.ascontiguousarray(keys.T), np.empty(len(keys), np.int32)
        found = [np.zeros(0, np.uint64)]
        for band, column in enumerate(columns):
            earlier = self._earlier[band]
            self._used[band] += _insert(column, first, self._slots[band], earlier, heads)
            found.append(_walked(heads, earlier, first, LATEST))
        return unpacked(found)

    def query(self, keys: U32) -> tuple[I64, I64]:
        """See `index.Bands`."""
        columns, heads = np.ascontiguousarray(keys.T), np.empty(len(keys), np.int32)
        found = [np.zeros(0, np.uint64)]
        for band, column in enumerate(columns):
            _heads(column, self._slots[band], heads)
            found.append(_walked(heads, self._earlier[band], 0, LATEST))
        return unpacked(found)

    def _make_room(self, rows: int) -> None:
        if self._rows > self._earlier.shape[1]:
            room = max(self._rows, self._earlier.shape[1] * 3 // 2)
            larger = np.empty((len(self._slots), room), np.int32)
            larger[:, : self._earlier.shape[1]] = self._earlier
            self._earlier = larger
        for band, slots in enumerate(self._slots):
            size = len(slots)
            while (self._used[band] + rows) > _FULL * size:
                size *= 2
            if size > len(slots):
                self._slots[band] = np.zeros(size, np.uint64)
                _moved(slots, self._slots[band])
