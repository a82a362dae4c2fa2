"""MinHash, bit for bit that of `datasketch.MinHash` (scheme "affine32") fed with the same shingle hashes.

Broder, "On the resemblance and containment of documents" (1997); bands as in Leskovec, Rajaraman and
Ullman, "Mining of Massive Datasets", 3.4. Small batches are done with numpy; for large ones a compiled
path is used where numba is installed, with the same bits.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, Final

import numpy as np

from copydesk.dedup import compiled
from copydesk.dedup.shingles import I64, MIX, U32, U64, Shingled, distinct, mixed, shingle
from copydesk.settings import DedupSettings

SCHEME: Final = "affine32"
"""datasketch's name for how its permutations are drawn; signatures of different schemes do not compare."""

EMPTY: Final = 0xFFFFFFFF
"""Every value of a text without words."""

# Characters a word, about.
_LETTERS: Final = 6
# Values of a numpy step: shingles times permutations. Twice as many were a fifth slower, a quarter of them
# half as slow again.
_STEP: Final = 1 << 20


@cache
def permutations(number: int, seed: int) -> tuple[U32, U32]:
    """Odd factors and addends, modulo 2^32, drawn as datasketch draws them."""
    dice = np.random.RandomState(seed)
    factors = dice.randint(0, 1 << 31, number, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
    return factors, dice.randint(0, 1 << 32, number, dtype=np.uint32)


def signed(texts: Sequence[str], settings: DedupSettings) -> tuple[Shingled, U32]:
    """The shingles of texts and their MinHash values, a row a text.

    >>> shingled, rows = signed(["The ferry to the outer islands is late again."], DedupSettings())
    >>> shingled.words.tolist(), rows.shape
    ([9], (1, 128))
    """
    found = shingled(texts, settings)
    return found, minhash_of(found, settings)


def shingled(texts: Sequence[str], settings: DedupSettings) -> Shingled:
    """The shingles of texts."""
    fast = compiled.kernels(sum(map(len, texts)))
    found: Shingled = (fast.shingle if fast else shingle)(texts, settings.shingle_words)
    return found


def minhash_of(found: Shingled, settings: DedupSettings) -> U32:
    """The MinHash values of texts given as their shingles, a row a text."""
    fast = compiled.kernels(_LETTERS * len(found.hashes))
    if fast is None:
        return minhash(found.hashes, found.offsets, settings)
    rows: U32 = fast.minhash(found.hashes, found.offsets, *permutations(settings.num_perm, settings.seed))
    return rows


def minhash(hashes: U32, offsets: I64, settings: DedupSettings) -> U32:
    """The MinHash values of each text, a row a text; of one without shingles all are `EMPTY`."""
    times, plus = permutations(settings.num_perm, settings.seed)
    rows = np.full((len(offsets) - 1, settings.num_perm), EMPTY, np.uint32)
    filled = np.flatnonzero(np.diff(offsets))
    starts, spread = offsets[filled], fmix(hashes)
    ends = offsets[filled + 1]
    step = max(1, _STEP // settings.num_perm)
    at = 0
    while at < len(filled):
        to = max(at + 1, int(np.searchsorted(ends, starts[at] + step, side="right")))
        low, high = int(starts[at]), int(ends[to - 1])
        values = times[:, None] * spread[None, low:high] + plus[:, None]
        rows[filled[at:to]] = np.minimum.reduceat(values, starts[at:to] - low, axis=1).T
        at = to
    return rows


def fmix(hashes: U32) -> U32:
    """The finalizer of MurmurHash3, which spreads hashes that lie close together."""
    for shift, factor in ((16, 0x85EBCA6B), (13, 0xC2B2AE35)):
        hashes = (hashes ^ (hashes >> np.uint32(shift))) * np.uint32(factor)
    return hashes ^ (hashes >> np.uint32(16))


def band_keys(rows: U32, settings: DedupSettings) -> U32:
    """A 32-bit key for each band of each row; texts that agree in a whole band share it.

    >>> band_keys(np.zeros((2, 128), np.uint32), DedupSettings()).shape
    (2, 42)
    """
    bands, width = settings.bands, settings.rows
    if fast := compiled.kernels(0):
        made: U32 = fast.band_keys(rows, bands, width)
        return made
    parts = rows[:, : bands * width].reshape(len(rows), bands, width)
    keys = np.zeros((len(rows), bands), np.uint64)
    for step in range(width):
        keys = (keys ^ parts[:, :, step]) * np.uint64(MIX)
        keys ^= keys >> np.uint64(32)
    return mixed(keys).astype(np.uint32)


def unique_shingles(shingled: Shingled) -> tuple[U32, I64]:
    """The distinct shingles of each text, ascending, and where each text's start."""
    if fast := compiled.kernels(_LETTERS * len(shingled.hashes)):
        made: tuple[U32, I64] = fast.unique_shingles(shingled.hashes, shingled.offsets)
        return made
    owners = np.repeat(np.arange(len(shingled.words), dtype=np.uint64), np.diff(shingled.offsets))
    packed: U64 = distinct((owners << np.uint64(32)) | shingled.hashes)
    starts = np.arange(len(shingled.words) + 1, dtype=np.uint64) << np.uint64(32)
    return packed.astype(np.uint32), np.searchsorted(packed, starts).astype(np.int64)


def as_minhash(row: U32, settings: DedupSettings) -> Any:
    """A row as a `datasketch.MinHash`, which takes further shingles as 32-bit hashes.

    >>> _, rows = signed(["The ferry to the outer islands is late again."] * 2, DedupSettings())
    >>> as_minhash(rows[0], DedupSettings()).jaccard(as_minhash(rows[1], DedupSettings()))
    1.0
    """
    from datasketch import MinHash  # noqa: PLC0415 - brings scipy, a second of every worker's time

    return MinHash(
        num_perm=settings.num_perm,
        seed=settings.seed,
        hashfunc=as_is,
        scheme=SCHEME,
        hashvalues=row.astype(np.uint32),
        permutations=permutations(settings.num_perm, settings.seed),
    )


def as_lean_minhash(row: U32, settings: DedupSettings) -> Any:
    """A row as a `datasketch.LeanMinHash`, which can be compared and stored but takes no more shingles."""
    from datasketch import LeanMinHash  # noqa: PLC0415 - see above

    return LeanMinHash(seed=settings.seed, hashvalues=row.astype(np.uint32), scheme=SCHEME)


def as_is(shingle_hash: int) -> int:
    """The hash function of our sketches: shingles come hashed."""
    return shingle_hash
