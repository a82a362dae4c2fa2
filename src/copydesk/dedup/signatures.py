"""What the corpus stage keeps of each article: exact keys and a MinHash signature, as plain bytes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from copydesk.dedup.shingles import shingles, tokens
from copydesk.settings import DedupSettings

SCHEME: Final = "affine32"
"""datasketch's name for how its permutations are drawn; signatures of different schemes do not compare."""


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


def _minhash(words: list[str], settings: DedupSettings) -> bytes:
    """The MinHash values, none for a text of too few words: two empty ones would be alike."""
    if len(words) < settings.min_words:
        return b""
    sketch = _blank(settings.num_perm, settings.seed).copy()
    sketch.update_batch(sorted(shingles(words, settings.shingle_words)))
    return bytes(sketch.hashvalues.astype("<u4").tobytes())


@cache
def _blank(num_perm: int, seed: int) -> Any:
    """An empty sketch to copy: drawing its permutations costs more than a text does."""
    from datasketch import MinHash  # noqa: PLC0415 - heavy, and of use to the page workers alone

    return MinHash(num_perm=num_perm, seed=seed, hashfunc=_as_is, scheme=SCHEME)


def _as_is(shingle: int) -> int:
    """Shingles come hashed."""
    return shingle


def _digest(words: list[str]) -> bytes:
    return hashlib.sha256(" ".join(words).encode("utf-8", "replace")).digest()
