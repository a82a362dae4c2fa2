"""What the corpus keeps of a page's lines: a key for every block, and what each line of the text is."""

from __future__ import annotations

import hashlib
import re
import struct
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntFlag
from typing import Final, Self

import numpy as np
import numpy.typing as npt

from copydesk.extract.paths import place
from copydesk.model import Article, Block, Kind, Reason
from copydesk.settings import RepeatSettings
from copydesk.text import key, word_count

_HEAD: Final = struct.Struct("<III?")
_DIGITS = re.compile(r"\d+")
# The context of a line: so many elements around it, and so many classes of each.
_ANCESTORS, _CLASSES = 4, 2
# Markup that holds this share of the text's words is the story's own, beside the markup that holds most: more
# could not go in any case. From 0.1 to 0.3 labelled pages score alike.
_STORY_SHARE = 0.3
# Struck as the page's own headline or a paragraph of it over again: that tells nothing of the markup.
_OWN_AGAIN: Final = frozenset({Reason.HEADLINE, Reason.DUPLICATE})


class Trait(IntFlag):
    """What a line of the text is: `OWN` is never chrome, `APART` stands in markup of its own."""

    OWN = 1
    APART = 2
    HEADING = 4


@dataclass(frozen=True, slots=True)
class PageLines:
    """A page's lines as columns.

    `keys` has a key of text and context for every block of the page, title, text and dropped ones, and
    `struck` one for each place, markup from the root on, in which all text was dropped. The others have an
    entry a line of the text, in order: its `blocks` index, a key of its `texts` alone, of its `places`
    (0 without markup), its `words` and its `traits`. Digits count as equal in all keys. `pasted` is a page
    without markup.
    """

    keys: npt.NDArray[np.uint64]
    struck: npt.NDArray[np.uint64]
    blocks: npt.NDArray[np.int32]
    texts: npt.NDArray[np.uint64]
    places: npt.NDArray[np.uint64]
    words: npt.NDArray[np.int32]
    traits: npt.NDArray[np.uint8]
    pasted: bool

    def to_bytes(self) -> bytes:
        """As it is stored: 13 bytes, 8 a block of the page and a struck place, and 25 a line of the text."""
        head = _HEAD.pack(len(self.keys), len(self.struck), len(self.blocks), self.pasted)
        columns = (
            (self.keys, "<u8"),
            (self.struck, "<u8"),
            (self.texts, "<u8"),
            (self.places, "<u8"),
            (self.blocks, "<i4"),
            (self.words, "<i4"),
            (self.traits, "u1"),
        )
        return head + b"".join(column.astype(kind).tobytes() for column, kind in columns)

    @classmethod
    def from_bytes(cls, stored: bytes) -> Self:
        """A page's lines as they were stored."""
        blocks, struck, lines, pasted = _HEAD.unpack_from(stored)
        sizes = [_HEAD.size, 8 * blocks, 8 * struck, 8 * lines, 8 * lines, 4 * lines, 4 * lines]
        ends = np.cumsum(sizes).tolist()
        return cls(
            keys=np.frombuffer(stored, "<u8", blocks, ends[0]),
            struck=np.frombuffer(stored, "<u8", struck, ends[1]),
            texts=np.frombuffer(stored, "<u8", lines, ends[2]),
            places=np.frombuffer(stored, "<u8", lines, ends[3]),
            blocks=np.frombuffer(stored, "<i4", lines, ends[4]),
            words=np.frombuffer(stored, "<i4", lines, ends[5]),
            traits=np.frombuffer(stored, "u1", lines, ends[6]),
            pasted=pasted,
        )


def page_lines(article: Article, settings: RepeatSettings) -> PageLines:
    """The lines of a judged page.

    >>> from copydesk.model import Metadata, kept
    >>> lead = Block(0, Kind.PARAGRAPH, "The ferry is late again, said its line.", verdict=kept("body"))
    >>> lines = page_lines(Article("0123456789abcdef", Metadata(), (lead,)), RepeatSettings())
    >>> lines.words.tolist(), lines.pasted
    ([8], True)
    """
    normal = [_DIGITS.sub("0", key(block.text)) for block in article.blocks]
    body = article.body
    at = [block.index for block in body]
    sizes = [word_count(block.text) for block in body]
    told = {block.path: place(block.path) for block in body}
    return PageLines(
        keys=np.array(
            [
                _hash(f"{text}\n{context(block.path)}")
                for text, block in zip(normal, article.blocks, strict=True)
            ],
            np.uint64,
        ),
        struck=np.array(_struck(article, frozenset(told.values()), settings), np.uint64),
        blocks=np.array(at, np.int32),
        texts=np.array([_hash(normal[index]) for index in at], np.uint64),
        places=np.array([_hash(told[block.path]) if block.path else 0 for block in body], np.uint64),
        words=np.array(sizes, np.int32),
        traits=np.array(_traits(article, sizes, settings), np.uint8),
        pasted=not any(block.path for block in article.blocks),
    )


def _struck(article: Article, told: frozenset[str], settings: RepeatSettings) -> list[int]:
    """The places in which all text was dropped, `place_words` words at least."""
    held: Counter[str] = Counter()
    for block in article.blocks:
        verdict = block.verdict
        if block.path and verdict and not verdict.keep and verdict.reason not in _OWN_AGAIN:
            held[block.path] += word_count(block.text)
    places: Counter[str] = Counter()
    for path, size in held.items():
        places[place(path)] += size
    return sorted(
        _hash(one) for one, size in places.items() if size >= settings.place_words and one not in told
    )


def context(path: str) -> str:
    """The elements next around a line, each with its first classes, digits masked.

    >>> context("body/div#a7.post-812.wide.news/p")
    'body/div.post-0.wide/p'
    """
    return "/".join(_element(step) for step in path.split("/")[-_ANCESTORS:]) if path else ""


def _element(step: str) -> str:
    tag, *classes = step.split(".")
    return _DIGITS.sub("0", ".".join((tag.split("#")[0], *classes[:_CLASSES])))


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "little")


def _traits(article: Article, sizes: Sequence[int], settings: RepeatSettings) -> list[int]:
    body = article.body
    apart = _apart(body, sizes)
    own = _own(article, sizes, apart, settings)
    return [
        (Trait.OWN if at in own else 0)
        | (Trait.APART if apart[at] else 0)
        | (Trait.HEADING if block.kind is Kind.HEADING else 0)
        for at, block in enumerate(body)
    ]


def _own(
    article: Article, sizes: Sequence[int], apart: Sequence[bool], settings: RepeatSettings
) -> frozenset[int]:
    """The lines that are the page's own: its standfirst, its lead, and its headline printed again."""
    title = next((b.index for b in article.blocks if b.kind is Kind.TITLE and b.verdict), -1)
    headline = key(article.metadata.title or "")
    long = [
        at
        for at, (block, size) in enumerate(zip(article.body, sizes, strict=True))
        if size >= settings.long_words and block.kind is not Kind.STANDFIRST and not apart[at]
    ]
    lead = next((at for at in long if article.body[at].index > title), long[0] if long else -1)
    named = (
        at
        for at, block in enumerate(article.body)
        if block.kind is Kind.STANDFIRST or (headline and key(block.text) == headline)
    )
    return frozenset((lead, *named))


def _apart(body: Sequence[Block], sizes: Sequence[int]) -> list[bool]:
    """Which lines stand in markup of their own, in a box among the story's paragraphs or beside them."""
    around = [block.path.rpartition("/")[0] for block in body]
    held: Counter[str] = Counter()
    for path, size in zip(around, sizes, strict=True):
        held[path] += size
    if not held:
        return []
    story = max(held, key=lambda path: (held[path], path))
    least = _STORY_SHARE * sum(sizes)
    return [
        held[path] < least and not _plain(block.path, story) for path, block in zip(around, body, strict=True)
    ]


def _plain(path: str, story: str) -> bool:
    """Whether a path leads from the story's element on through elements without names, as text does."""
    rest = path.removeprefix(f"{story}/")
    return rest != path and not any("." in step or "#" in step for step in rest.split("/")[:-1])
