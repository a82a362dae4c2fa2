"""What the corpus stage keeps of each article: exact keys and the bands of MinHash signatures, as bytes."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cache
from typing import Final

from copydesk.dedup.minhash import SCHEME, band_keys, signed
from copydesk.dedup.shingles import I64, NORMALIZER, U32, Shingled
from copydesk.errors import SignatureMismatch
from copydesk.settings import DedupSettings

_HEAD: Final = struct.Struct("<8s8s16sII")


@dataclass(frozen=True, slots=True)
class Parameters:
    """What signatures depend on beside the text: those made with other parameters do not compare."""

    normalizer: str
    scheme: str
    seed: int
    permutations: int
    shingle_words: int
    min_words: int
    bands: int
    rows: int

    def check(self, stored: Parameters) -> None:
        """Raise `SignatureMismatch`, which names what differs, unless `stored` is the same.

        >>> parameters(DedupSettings()).check(parameters(DedupSettings(seed=2)))
        Traceback (most recent call last):
        copydesk.errors.SignatureMismatch: These signatures were made with another seed (2, now 1): ...
        """
        mine, theirs = asdict(self), asdict(stored)
        different = [
            f"{name} ({theirs[name]}, now {mine[name]})" for name in mine if mine[name] != theirs[name]
        ]
        if different:
            raise SignatureMismatch(f"These signatures were made with another {', another '.join(different)}")


@dataclass(frozen=True, slots=True)
class Signature:
    """An article as the corpus stage sees it.

    `exact` is the key of its words, 16 hex digits; `content` that of its paragraphs as they are, 32. `keys`
    has an 8-byte key for every paragraph, `counts` its words in 4 bytes; `bands` has `settings.bands` keys
    of 4 bytes for each paragraph of `settings.min_words` words or more, and at the end for the whole text
    if it has as many. All little-endian.
    """

    exact: str
    content: str
    words: int
    keys: bytes
    counts: bytes
    bands: bytes

    def to_bytes(self, settings: DedupSettings) -> bytes:
        """As it is stored: 40 bytes, and 12 a paragraph, and 168 more for a long one (with 42 bands)."""
        head = _HEAD.pack(
            _mark(settings),
            bytes.fromhex(self.exact),
            bytes.fromhex(self.content),
            self.words,
            len(self.counts) // 4,
        )
        return head + self.keys + self.counts + self.bands

    @classmethod
    def from_bytes(cls, stored: bytes, settings: DedupSettings) -> Signature:
        """A stored signature; `SignatureMismatch` if it was made with other parameters.

        >>> one = sign(["The ferry to the outer islands is late again today."], DedupSettings())
        >>> Signature.from_bytes(one.to_bytes(DedupSettings()), DedupSettings()) == one
        True
        >>> Signature.from_bytes(one.to_bytes(DedupSettings(seed=2)), DedupSettings())
        Traceback (most recent call last):
        copydesk.errors.SignatureMismatch: This signature was made with other parameters ...
        """
        if len(stored) < _HEAD.size or stored[:8] != _mark(settings):
            raise SignatureMismatch(
                f"This signature was made with other parameters than {parameters(settings)}"
            )
        _, exact, content, words, count = _HEAD.unpack_from(stored)
        ends = [_HEAD.size, _HEAD.size + 8 * count, _HEAD.size + 12 * count]
        keys, counts, bands = stored[ends[0] : ends[1]], stored[ends[1] : ends[2]], stored[ends[2] :]
        return cls(exact.hex(), content.hex(), words, keys, counts, bands)


@cache
def parameters(settings: DedupSettings) -> Parameters:
    """The parameters of signatures made with these settings."""
    return Parameters(
        NORMALIZER,
        SCHEME,
        settings.seed,
        settings.num_perm,
        settings.shingle_words,
        settings.min_words,
        settings.bands,
        settings.rows,
    )


@cache
def _mark(settings: DedupSettings) -> bytes:
    return hashlib.sha256(repr(parameters(settings)).encode()).digest()[:8]


def sign(paragraphs: Sequence[str], settings: DedupSettings) -> Signature:
    """The signature of an article, given as its paragraphs.

    >>> one = sign(["Late again", "The ferry to the outer islands is late again."], DedupSettings())
    >>> len(one.exact), one.words, len(one.keys), len(one.bands)
    (16, 11, 16, 336)
    """
    return sign_all([paragraphs], settings)[0]


def sign_all(articles: Sequence[Sequence[str]], settings: DedupSettings) -> list[Signature]:
    """The signatures of many articles at once, the same as one by one."""
    texts: list[str] = []
    starts = [0]
    for paragraphs in articles:
        texts += [*paragraphs, "\n\n".join(paragraphs)]
        starts.append(len(texts))
    found, rows = signed(texts, settings)
    bands = band_keys(rows, settings)
    return [
        _signature(paragraphs, found, bands, slice(start, end), settings)
        for paragraphs, start, end in zip(articles, starts, starts[1:], strict=False)
    ]


def _signature(
    paragraphs: Sequence[str], found: Shingled, bands: U32, at: slice, settings: DedupSettings
) -> Signature:
    counts: I64 = found.words[at]
    long = counts >= settings.min_words
    keys = found.keys[at].astype("<u8")
    return Signature(
        keys[-1:].tobytes().hex(),
        _content(paragraphs),
        int(counts[-1]),
        keys[:-1].tobytes(),
        counts[:-1].astype("<u4").tobytes(),
        bands[at][long].astype("<u4").tobytes(),
    )


def _content(paragraphs: Sequence[str]) -> str:
    """A key of the paragraphs as they are, their bounds included."""
    digest = hashlib.blake2b(digest_size=16)
    for paragraph in paragraphs:
        piece = paragraph.encode("utf-8", "surrogatepass")
        digest.update(len(piece).to_bytes(8, "little") + piece)
    return digest.hexdigest()
