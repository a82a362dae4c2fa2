"""The tables of `index.py` compiled by numba: see `kernels.py`."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from copydesk.dedup.index import LATEST, unpacked
from copydesk.dedup.machine_code import machine_code
from copydesk.dedup.shingles import GRAMS, I64, U32, U64

_GRAMS = np.uint64(GRAMS)
_32, _29, _0, _1 = np.uint64(32), np.uint64(29), np.uint64(0), np.uint64(1)
# Tables are enlarged when they are so full.
_FULL: Final = 0.8

I32 = npt.NDArray[np.int32]


@machine_code
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


@machine_code
def _heads(keys: U32, slots: U64, heads: I32) -> None:
    """The latest row with each key, or -1."""
    mask = np.uint64(len(slots) - 1)
    for at in range(len(keys)):
        key = np.uint64(keys[at])
        place = (key * _GRAMS >> _29) & mask
        while slots[place] != _0 and slots[place] >> _32 != key:
            place = (place + _1) & mask
        heads[at] = np.int64(slots[place] & np.uint64(0xFFFFFFFF)) - 1


@machine_code
def _moved(slots: U64, larger: U64) -> None:
    """Every slot into a larger table."""
    mask = np.uint64(len(larger) - 1)
    for at in range(len(slots)):
        if slots[at] != _0:
            place = ((slots[at] >> _32) * _GRAMS >> _29) & mask
            while larger[place] != _0:
                place = (place + _1) & mask
            larger[place] = slots[at]


@machine_code
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


@machine_code
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


@machine_code
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
