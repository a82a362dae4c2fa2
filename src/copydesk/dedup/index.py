"""An index of texts that grows: each text is compared with those before it, and kept.

Exact repeats are found by key. Only texts that were not seen before, of enough words, are signed, banded
and kept with their shingles; whatever agrees in a band is verified by the Jaccard similarity of the
shingles themselves. Where numba is installed and the work is worth it, tables of open addressing hold the
bands, one a band, so that a batch goes through each while it is in the cache; else sorted runs do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from types import ModuleType
from typing import Any, Final, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from copydesk.dedup import compiled
from copydesk.dedup.minhash import band_keys, minhash_of, shingled, unique_shingles
from copydesk.dedup.shingles import I64, U32, U64, distinct
from copydesk.settings import DedupSettings

# Of texts that agree in a band only the latest so many are compared: many near-copies of one line would
# else cost the square of their number.
LATEST: Final = 64
# Texts taken from an iterable at a time. By thousands each cost a tenth more, by 30,000s as much.
BATCH: Final = 10_000

_HALF: Final = np.uint64(32)
_LOW: Final = np.uint64(0xFFFFFFFF)


class Matches(NamedTuple):
    """Pairs of like texts as columns, sorted: text `a` is like the earlier text `b`.

    Texts are numbered as they were added, from 0; in an answer to a query, `a` numbers the texts asked
    for. `score` is the Jaccard similarity of their shingles, and 1 for a text of the same words.
    """

    a: I64
    b: I64
    score: npt.NDArray[np.float64]


class Index:
    """Texts, and which of them are alike.

    `least` is the similarity from which texts are reported, `settings.jaccard` if it is not given.

    >>> index = Index()
    >>> ferry = "The ferry to the outer islands was late again on Monday, its owner said in a note"
    >>> index.add([ferry, "Too short.", "Too short.", ferry.upper(), f"{ferry} to passengers."])
    Matches(a=array([3, 4]), b=array([0, 0]), score=array([1.    , 0.8824]))
    >>> index.query([ferry]).b.tolist(), len(index)
    ([0, 4], 5)
    """

    def __init__(self, settings: DedupSettings | None = None, least: float | None = None) -> None:
        self.settings = settings or DedupSettings()
        self.least = self.settings.jaccard if least is None else least
        self._texts = self._characters = 0
        self._first: Firsts = Seen()
        self._rows = Grown(np.int64)
        self._shingles = Kept()
        self._bands: Bands = Runs(self.settings.bands)
        self._fast: ModuleType | None = None

    def __len__(self) -> int:
        return self._texts

    def add(self, texts: Iterable[str]) -> Matches:
        """Keep texts, and tell which earlier ones (of the same call too) each is like.

        A text of the same words as an earlier one is told to be like the first of those alone.
        """
        return _each(texts, lambda batch, _: self._add(batch))

    def query(self, texts: Iterable[str]) -> Matches:
        """Tell which texts of the index each of these is like; nothing is kept."""
        return _each(texts, self._query)

    def _add(self, texts: list[str]) -> Matches:
        self._hurry(texts)
        found = shingled(texts, self.settings)
        long = np.flatnonzero(found.words >= self.settings.min_words)
        numbers = self._texts + long
        firsts = self._first.seen(found.keys[long], numbers)
        again = firsts != numbers
        self._texts += len(texts)
        fresh = found.of(long[~again])
        first_row = len(self._rows)
        self._rows.extend(numbers[~again])
        bands = band_keys(minhash_of(fresh, self.settings), self.settings)
        grams, starts = unique_shingles(fresh)
        self._shingles.extend(grams, starts)
        a, b = self._bands.add(bands)
        a, b, score = self._verified(a - first_row, b, grams, starts)
        rows = self._rows.values
        same = Matches(numbers[again], firsts[again], np.ones(int(again.sum())))
        return _sorted(same, Matches(rows[a + first_row], rows[b], score))

    def _query(self, texts: list[str], done: int) -> Matches:
        self._hurry(texts)
        found = shingled(texts, self.settings)
        long = np.flatnonzero(found.words >= self.settings.min_words)
        fresh = found.of(long)
        bands = band_keys(minhash_of(fresh, self.settings), self.settings)
        a, b, score = self._verified(*self._bands.query(bands), *unique_shingles(fresh))
        return _sorted(Matches(done + long[a], self._rows.values[b], score))

    def _verified(self, a: I64, b: I64, grams: U32, starts: I64) -> tuple[I64, I64, npt.NDArray[np.float64]]:
        """The pairs that are alike enough, by all their shingles."""
        count = self._fast.common if self._fast else common
        shared = count(grams, starts, self._shingles.grams.values, self._shingles.starts.values, a, b)
        sizes = np.diff(starts)[a] + np.diff(self._shingles.starts.values)[b]
        score = shared / np.maximum(sizes - shared, 1)
        kept = score >= self.least
        return a[kept], b[kept], np.round(score[kept], 4)

    def _hurry(self, texts: list[str]) -> None:
        """Change to compiled tables once the work is worth it."""
        self._characters += sum(map(len, texts))
        if self._fast is None:
            self._fast = compiled.kernels(self._characters)
            if self._fast is not None and isinstance(self._bands, Runs):
                tables: Bands = self._fast.Tables(self.settings.bands)
                tables.add(self._bands.keys())
                self._bands = tables
                first: Firsts = self._fast.Seen()
                first.seen(*self._first.all())
                self._first = first


class Firsts(Protocol):
    """The number of the first text with each key."""

    def seen(self, keys: U64, numbers: I64) -> I64:
        """For each text the number of the first with its key, which may be its own."""

    def all(self) -> tuple[U64, I64]:
        """Every key and its number."""


class Seen:
    """First texts in a dict."""

    def __init__(self) -> None:
        self._known: dict[int, int] = {}

    def seen(self, keys: U64, numbers: I64) -> I64:
        """See `Firsts`."""
        put, pairs = self._known.setdefault, zip(keys.tolist(), numbers.tolist(), strict=True)
        return np.array([put(key, at) for key, at in pairs], np.int64)

    def all(self) -> tuple[U64, I64]:
        """See `Firsts`."""
        count = len(self._known)
        return np.fromiter(self._known, np.uint64, count), np.fromiter(self._known.values(), np.int64, count)


class Bands(Protocol):
    """The bands of rows, numbered as they are added. Pairs come sorted, each once."""

    def add(self, keys: U32) -> tuple[I64, I64]:
        """Keep rows; the pairs of each with the latest earlier rows (`LATEST`) that agree in a band."""

    def query(self, keys: U32) -> tuple[I64, I64]:
        """The same for rows that are not kept, numbered from 0."""


class Runs:
    """Bands in sorted runs, each about twice as long as the next: numpy's way."""

    def __init__(self, bands: int) -> None:
        self._runs: list[U64] = []  # of `key << 32 | row`, a line a band
        self._bands, self._rows = bands, 0

    def add(self, keys: U32) -> tuple[I64, I64]:
        """See `Bands`."""
        numbers = self._rows + np.arange(len(keys), dtype=np.uint64)
        self._rows += len(keys)
        run = np.sort((keys.T.astype(np.uint64) << _HALF) | numbers, axis=1)
        found = self._pairs(keys, numbers, [run, *reversed(self._runs)])
        while self._runs and self._runs[-1].shape[1] < 2 * run.shape[1]:
            run = np.sort(np.concatenate([self._runs.pop(), run], axis=1), axis=1)
        self._runs.append(run)
        return found

    def query(self, keys: U32) -> tuple[I64, I64]:
        """See `Bands`."""
        a, b = self._pairs(keys, np.full(len(keys), _LOW), self._runs[::-1])
        return a, b

    def keys(self) -> U32:
        """All rows, as they were added."""
        keys = np.zeros((self._rows, self._bands), np.uint32)
        for run in self._runs:
            for band, line in enumerate(run):
                keys[(line & _LOW).astype(np.int64), band] = (line >> _HALF).astype(np.uint32)
        return keys

    def _pairs(self, keys: U32, below: U64, runs: list[U64]) -> tuple[I64, I64]:
        """Pairs with earlier rows, the latest of each band first; runs come latest first."""
        asked = below >= self._rows
        names = np.where(asked, np.arange(len(keys), dtype=np.uint64), below)
        found = [np.zeros(0, np.uint64)]
        for band in range(self._bands):
            left = np.full(len(keys), LATEST)
            low = keys[:, band].astype(np.uint64) << _HALF
            for run in runs:
                ends = np.searchsorted(run[band], low | below)
                counts = np.minimum(ends - np.searchsorted(run[band], low), left)
                left = left - counts
                which = np.repeat(np.arange(len(keys)), counts)
                places = (
                    ends[which] - 1 - (np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts))
                )
                found.append((names[which] << _HALF) | (run[band][places] & _LOW))
        return unpacked(found)


def unpacked(found: list[U64]) -> tuple[I64, I64]:
    """Pairs from `a << 32 | b`, sorted, each once."""
    pairs = distinct(np.concatenate(found))
    return (pairs >> _HALF).astype(np.int64), (pairs & _LOW).astype(np.int64)


def common(grams: U32, starts: I64, others: U32, other_starts: I64, a: I64, b: I64) -> I64:
    """How many shingles text `a` has in common with text `b` of the others, for many pairs."""
    counts = [np.zeros(0, np.int64)]
    for first in range(0, len(a), BATCH):
        one = _of_pairs(grams, starts, a[first : first + BATCH])
        other = _of_pairs(others, other_starts, b[first : first + BATCH])
        both = np.sort(np.concatenate([one, other]))
        twice = (both[1:][both[1:] == both[:-1]] >> _HALF).astype(np.int64)
        counts.append(np.bincount(twice, minlength=min(BATCH, len(a) - first)))
    return np.concatenate(counts)


def _of_pairs(grams: U32, starts: I64, texts: I64) -> U64:
    sizes = starts[texts + 1] - starts[texts]
    which = np.repeat(np.arange(len(texts)), sizes)
    places = starts[texts][which] + np.arange(len(which)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    packed: U64 = (which.astype(np.uint64) << _HALF) | grams[places]
    return packed


class Grown:
    """An array that grows at its end, with room to spare."""

    def __init__(self, dtype: npt.DTypeLike) -> None:
        self._room: npt.NDArray[Any] = np.empty(1024, dtype)
        self._length = 0

    def __len__(self) -> int:
        return self._length

    @property
    def values(self) -> npt.NDArray[Any]:
        """What it holds, as a view."""
        return self._room[: self._length]

    def extend(self, values: npt.NDArray[Any]) -> None:
        """Add values."""
        needed = self._length + len(values)
        if needed > len(self._room):
            room = np.empty(max(needed, len(self._room) * 3 // 2), self._room.dtype)
            room[: self._length] = self.values
            self._room = room
        self._room[self._length : needed] = values
        self._length = needed


class Kept:
    """The shingles of texts: those of text `i` are `grams[starts[i]:starts[i + 1]]`, ascending."""

    def __init__(self) -> None:
        self.grams, self.starts = Grown(np.uint32), Grown(np.int64)
        self.starts.extend(np.zeros(1, np.int64))

    def extend(self, grams: U32, starts: I64) -> None:
        """Add texts, their starts counted from 0."""
        self.starts.extend(starts[1:] + len(self.grams))
        self.grams.extend(grams)


def _each(texts: Iterable[str], work: Callable[[list[str], int], Matches]) -> Matches:
    found, done, source = [_sorted()], 0, iter(texts)
    while batch := list(islice(source, BATCH)):
        found.append(work(batch, done))
        done += len(batch)
    return Matches(*(np.concatenate(column) for column in zip(*found, strict=True)))


def _sorted(*found: Matches) -> Matches:
    a = np.concatenate([np.zeros(0, np.int64), *(one.a for one in found)])
    b = np.concatenate([np.zeros(0, np.int64), *(one.b for one in found)])
    score = np.concatenate([np.zeros(0), *(one.score for one in found)])
    order = np.lexsort((b, a))
    return Matches(a[order], b[order], score[order])
