"""What single words and single names of elements tell: a table of weights learned on many sites, by hashes.

Lists of words know what their writer thought of; this table knows what occurs. It is asked only of blocks
that the first trees leave open.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import IO
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from copydesk.extract.keeper.around import Columns, Floats, Ints, shift
from copydesk.extract.keeper.features import BOLD_HEAD, HEAD_WORDS
from copydesk.extract.keeper.nodes import Nodes
from copydesk.extract.keeper.trees import write_arrays
from copydesk.model import Block, Kind

# What a block's tokens are of: its words; the names of the elements it is in; the words of the heading above.
GROUPS = ("words", "names", "heads")
# Weights are counted in these parts of a logit.
UNIT = 32
# The words looked at; pairs of words count in short lines, where they are labels ("read more").
_BEGINNING, _MOST_WORDS, _LABEL_WORDS, _HEADING = 300, 40, 12, 8
# Names of one element that are looked at.
_MOST_NAMES, _MOST_PARTS, _LONGEST_SIGN = 12, 40, 80
_WORD = re.compile(r"\w+")
_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_DIGITS = re.compile(r"\d+")
# A name says one thing of the block's own element, another of the one above, of the next, of any farther up.
# Told apart by numbers that are added to the hash.
_OWN, _ABOVE, _OVER, _FAR, _HEAD = 0x1F83D9AB, 0x5BE0CD19, 0x3C6EF372, 0x510E527F, 0x2545F491
# Elements above that are looked at: pages may be thousands of elements deep.
_LEVELS = 12
# Words and names whose hashes are remembered: pages have most of their words in common. Pairs of words are
# not: few come again, and the collector of garbage looks at all that is remembered.
_REMEMBERED, _REMEMBERED_NAMES = 1 << 14, 1 << 12


@dataclass(frozen=True, slots=True)
class Bags:
    """The tokens of some blocks. Blocks of one place or below one heading share a bag: `of` is each block's.

    `keys` are the tokens of all bags, `starts` is where each bag's begin (and the last one's end).
    """

    keys: NDArray[np.uint32]
    starts: Ints
    of: Ints


# The bags of each group, and last those of the elements farther up, which belong to the names too: many
# blocks have these in common.
Tokens = tuple[Bags, ...]
COLUMNS = (0, 1, 2, 1)


@dataclass(frozen=True, slots=True)
class Weights:
    """What a token speaks for, in parts of a logit. `keys` are in order."""

    keys: NDArray[np.uint32]
    weights: NDArray[np.int8]


def tokens_of(blocks: Sequence[Block], nodes: Nodes, asked: Sequence[int]) -> Tokens:
    """The tokens of the blocks asked for."""
    names = _Names(nodes)
    above = _heads(blocks)
    heads = {i: [key ^ _HEAD for key in found] for i, found in _headings(blocks, above, asked)}
    return (
        _bags((i, _words(blocks[i].text)) for i in asked),
        _bags(names.of(int(nodes.own[i]), blocks[i].kind) for i in asked),
        _bags((above[i], heads[above[i]]) for i in asked),
        _bags(names.above(int(nodes.own[i])) for i in asked),
    )


def told(tokens: Tokens, weights: Weights, asked: NDArray[np.bool_]) -> Floats:
    """A row a block, a column a group: what its tokens speak for. Zero for blocks that were not asked for."""
    found = np.zeros((len(asked), len(GROUPS)))
    if not len(weights.keys):
        return found
    for column, bags in zip(COLUMNS, tokens, strict=True):
        at = np.minimum(np.searchsorted(weights.keys, bags.keys), len(weights.keys) - 1)
        worth = np.where(weights.keys[at] == bags.keys, weights.weights[at], 0)
        sums = np.concatenate(([0], np.cumsum(worth, dtype=np.int64)))
        each = (sums[bags.starts[1:]] - sums[bags.starts[:-1]]) / scale(column, bags.starts)
        found[asked, column] += each[bags.of]
    return found


def scale(column: int, starts: Ints) -> Floats:
    """What a bag's sum is divided by: long texts have more words, and not more to say.

    Roots of whole numbers are rounded alike on every machine.
    """
    counts = np.diff(starts)
    return np.ones(len(counts)) if GROUPS[column] == "names" else np.sqrt(np.maximum(1, counts))


def columns_of(found: Floats, groups: tuple[Ints, Ints, Ints], words: Ints) -> Columns:
    """What was told as columns: of a block, of its neighbours, and of the blocks of its groups."""
    total = found.sum(axis=1)
    columns: Columns = {f"told_{name}": found[:, i] for i, name in enumerate(GROUPS)}
    columns["told"] = total
    for step in (-2, -1, 1, 2):
        columns[f"told{step:+}"] = shift(total, step)
    for name, ids in zip(("sign", "above", "over"), groups, strict=True):
        size = np.maximum(1, np.bincount(ids, words))
        columns[f"told_{name}"] = (np.bincount(ids, words * total) / size)[ids]
    return columns


def _hash(word: str) -> int:
    return crc32(word.encode("utf-8", "replace"))


@lru_cache(_REMEMBERED)
def _word_hash(word: str) -> int:
    return _hash(_plain(word))


def _plain(word: str) -> str:
    return "0" if word[0].isdigit() else word.lower()


def _first_words(text: str, most: int) -> list[str]:
    return _WORD.findall(text[:_BEGINNING])[:most] or ["-"]


def _words(text: str) -> list[int]:
    found = _first_words(text, _MOST_WORDS)
    hashes = [*map(_word_hash, found), _hash(f"^ {_plain(found[0])}")]
    if len(found) <= _LABEL_WORDS:
        plain = ["0" if word[0].isdigit() else word.lower() for word in found]
        hashes += [_hash(f"{a} {b}") for a, b in pairwise([*plain, "$"])]
    return list(dict.fromkeys(hashes))


def _heads(blocks: Sequence[Block]) -> list[int]:
    """For each block the heading above it, or the bold line that may serve as one; -1 if there is none."""
    found, head = [], -1
    for i, block in enumerate(blocks):
        found.append(head)
        if block.kind is Kind.HEADING or (
            block.bold >= BOLD_HEAD and len(_first_words(block.text, HEAD_WORDS + 1)) <= HEAD_WORDS
        ):
            head = i
    return found


def _headings(
    blocks: Sequence[Block], above: Sequence[int], asked: Sequence[int]
) -> Iterator[tuple[int, Iterable[int]]]:
    """The hashes of the words of each heading that stands above a block asked for."""
    for i in dict.fromkeys(above[block] for block in asked):
        yield i, dict.fromkeys(map(_word_hash, _first_words(blocks[i].text, _HEADING))) if i >= 0 else ()


class _Names:
    """The tokens of a page's elements, each found once."""

    def __init__(self, nodes: Nodes) -> None:
        self._nodes = nodes
        self._up: list[int] = nodes.up.tolist()
        self._bags: dict[tuple[str, str, int, Kind], list[int]] = {}
        self._far: dict[int, list[int]] = {}

    def of(self, row: int, kind: Kind) -> tuple[tuple[str, str, int, Kind], list[int]]:
        """The tokens of an element, which may be those of its siblings, and of the two above it."""
        tag, named, above = self._nodes.tags[row], self._nodes.named[row], self._up[row]
        at = (tag, named, above, kind)
        if at not in self._bags:
            sign = _DIGITS.sub("0", f"{tag} {named}"[:_LONGEST_SIGN])
            self._bags[at] = [
                *(key ^ _OWN for key in _name_hashes(tag, named)),
                *(key ^ _ABOVE for key in self._own(above)),
                *(key ^ _OVER for key in self._own(self._up[above])),
                _hash(sign),
                _hash(f"kind {kind.value}"),
            ]
        return at, self._bags[at]

    def above(self, row: int) -> tuple[int, list[int]]:
        """The tokens of the elements farther up, as many times as they occur."""
        over = at = self._up[self._up[row]]
        if over not in self._far:
            far = self._far[over] = []
            for _ in range(_LEVELS):
                far += [key ^ _FAR for key in self._own(at)]
                if not at:
                    break
                at = self._up[at]
        return over, self._far[over]

    def _own(self, row: int) -> tuple[int, ...]:
        return _name_hashes(self._nodes.tags[row], self._nodes.named[row])


@lru_cache(_REMEMBERED_NAMES)
def _name_hashes(tag: str, named: str) -> tuple[int, ...]:
    parts = (part.lower() for part in _PART.findall(named)[:_MOST_PARTS] if len(part) > 1)
    whole = (f".{_DIGITS.sub('0', name.lower())}" for name in named.split()[:_MOST_NAMES])
    return tuple(map(_hash, dict.fromkeys((f"<{tag}", *parts, *whole))))


def _bags(found: Iterable[tuple[Hashable, list[int]]]) -> Bags:
    numbers: dict[Hashable, int] = {}
    keys: list[int] = []
    starts, of = [0], []
    for at, bag in found:
        number = numbers.setdefault(at, len(numbers))
        of.append(number)
        if number == len(starts) - 1:
            keys += bag
            starts.append(len(keys))
    return Bags(np.array(keys, np.uint32), np.array(starts, np.int64), np.array(of, np.int64))


def write_weights(weights: Weights, file: IO[bytes]) -> None:
    """Write weights so that the same weights give the same bytes."""
    arrays: Mapping[str, NDArray[np.generic]] = {"keys": weights.keys, "weights": weights.weights}
    write_arrays(arrays, file)


def read_weights(file: IO[bytes]) -> Weights:
    """Weights from a file."""
    with np.load(file, allow_pickle=False) as found:
        return Weights(found["keys"], found["weights"])
