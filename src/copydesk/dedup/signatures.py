"""What the corpus stage keeps of each article: exact keys and a MinHash signature, as plain bytes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from copydesk.dedup.shingles import shingles, tokens
from copydesk.settings import DedupSettings

SCHEME: Final = "affine32"
"""datasketch's name for how its permutations are drawn; signatures of different schemes do not compare."""

_Hashes = npt.NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Signature:
    """An article as the corpus stage sees it.

    `exact` is the key of its whole text, `minhash` its `num_perm` 32-bit values, `paragraphs` an
    8-byte key for every paragraph long enough to tell one story from another. A text with too few words
    has no `minhash`.
    """

    exact: str
    minhash: bytes
    paragraphs: bytes


def sign(text: str, settings: DedupSettings) -> Signature:
    """The signature of an article's text (paragraphs parted by blank lines).

    >>> one = sign("The ferry to the outer islands is late again today.", DedupSettings())
    >>> len(one.exact), len(one.minhash), len(one.paragraphs)
    (32, 512, 8)
    """
    parts = [tokens(paragraph) for paragraph in text.split("\n\n")]
    whole = [word for part in parts for word in part]
    keys = dict.fromkeys(_digest(part)[:8] for part in parts if len(part) >= settings.min_words)
    return Signature(_digest(whole)[:16].hex(), _minhash(whole, settings), b"".join(keys))


def as_minhash(signature: Signature, settings: DedupSettings) -> Any:
    """A signature as a `datasketch.MinHash`; of a text too short for one, an empty sketch.

    >>> one = sign("The ferry to the outer islands is late again today.", DedupSettings())
    >>> as_minhash(one, DedupSettings()).jaccard(as_minhash(one, DedupSettings()))
    1.0
    """
    from datasketch import MinHash  # noqa: PLC0415 - brings scipy, a second of every worker's time

    blank = MinHash(settings.num_perm, settings.seed, hashfunc=_as_is, scheme=SCHEME)
    if signature.minhash:
        blank.hashvalues = np.frombuffer(signature.minhash, "<u4").astype(np.uint32)
    return blank


def _minhash(words: list[str], settings: DedupSettings) -> bytes:
    """The MinHash values, bit for bit those of datasketch fed with the same shingles.

    There are none for a text of too few words: two empty sketches would be alike.
    """
    if len(words) < settings.min_words:
        return b""
    grams = shingles(words, settings.shingle_words)
    mixed = _mix(np.fromiter(grams, np.uint32, len(grams)))
    times, plus = _permutations(settings.num_perm, settings.seed)
    values = (times[:, None] * mixed + plus[:, None]).min(axis=1)
    return bytes(values.astype("<u4").tobytes())


@cache
def _permutations(number: int, seed: int) -> tuple[_Hashes, _Hashes]:
    """Odd factors and addends, modulo 2^32, drawn as datasketch draws them."""
    dice = np.random.RandomState(seed)
    factors = dice.randint(0, 1 << 31, number, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
    return factors, dice.randint(0, 1 << 32, number, dtype=np.uint32)


def _mix(hashes: _Hashes) -> _Hashes:
    """The finalizer of MurmurHash3, which spreads hashes that lie close together."""
    for shift, factor in ((16, 0x85EBCA6B), (13, 0xC2B2AE35)):
        hashes = (hashes ^ (hashes >> np.uint32(shift))) * np.uint32(factor)
    return hashes ^ (hashes >> np.uint32(16))


def _as_is(shingle: int) -> int:
    """Shingles come hashed."""
    return shingle


def _digest(words: list[str]) -> bytes:
    return hashlib.sha256(" ".join(words).encode("utf-8", "replace")).digest()
