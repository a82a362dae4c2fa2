"""Texts as sets of hashed word shingles: what near-copies are compared by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from zlib import crc32

from copydesk.text import key

# Scripts that put no space between words: there one character counts as a word.
_UNSPACED = re.compile("([\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])")


def tokens(text: str) -> list[str]:
    """The words of a text as compared; of a script without spaces, its characters.

    >>> tokens("The Ferry’s late"), tokens("渡轮 late")
    (['the', 'ferrys', 'late'], ['渡', '轮', 'late'])
    """
    normal = key(text)
    if not normal.isascii():
        normal = _UNSPACED.sub(r" \1 ", normal)
    return normal.split()


def shingles(words: Sequence[str], size: int) -> frozenset[int]:
    """The 32-bit hashes of every `size` words in a row; of a text shorter than that, of all its words.

    >>> len(shingles("the ferry is late again".split(), 3))
    3
    """
    if len(words) <= size:
        return frozenset({_hash(words)}) if words else frozenset()
    return frozenset(_hash(words[i : i + size]) for i in range(len(words) - size + 1))


def _hash(words: Sequence[str]) -> int:
    return crc32(" ".join(words).encode("utf-8", "replace"))


def jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    """The share of shingles two texts have in common, 0 if either has none.

    >>> jaccard(frozenset({1, 2, 3}), frozenset({2, 3, 4}))
    0.5
    """
    common = len(a & b)
    return common / (len(a) + len(b) - common) if common else 0.0
