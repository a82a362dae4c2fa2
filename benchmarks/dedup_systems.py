"""The systems that are compared on whole stories: each takes stories and gives pairs that it links."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from edits import Story

from copydesk.dedup import minhash
from copydesk.dedup.copies import find_copies
from copydesk.dedup.signatures import sign_all
from copydesk.settings import DedupSettings

Pair = tuple[int, int]
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class System:
    """A system by its name, and what it links of stories given by their numbers, the smaller first."""

    name: str
    link: Callable[[Sequence[Story]], set[Pair]]


def grams(text: str, size: int = 3) -> list[str]:
    """Word shingles as the other systems are usually fed."""
    words = _WORD.findall(text.casefold())
    return [" ".join(words[at : at + size]) for at in range(max(1, len(words) - size + 1))]


def datasketch_bulk(stories: Sequence[Story]) -> set[Pair]:
    """A MinHash of the whole text, made in bulk, and `MinHashLSH` at .5: what its pages show.

    The values are those of the `update` loop bit for bit, so that one column stands for both.
    """
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415 - see below

    sets = [[gram.encode() for gram in set(grams("\n".join(story)))] for story in stories]
    index = MinHashLSH(threshold=0.5, num_perm=128)
    found = set()
    for at, sketch in enumerate(MinHash.bulk(sets, num_perm=128)):
        found |= {(other, at) for other in index.query(sketch)}
        index.insert(at, sketch)
    return found


def rensa(stories: Sequence[Story]) -> set[Pair]:
    """R-MinHash of the whole text, 16 bands of 8, then its estimate from .5 on."""
    from rensa import RMinHash, RMinHashLSH  # noqa: PLC0415 - the bench extra

    sketches = RMinHash.from_token_sets([grams("\n".join(story)) for story in stories], 128, 42)
    index = RMinHashLSH(0.5, 128, 16)
    found = set()
    for at, sketch in enumerate(sketches):
        found |= {(other, at) for other in index.query(sketch) if sketch.jaccard(sketches[other]) >= 0.5}
        index.insert(at, sketch)
    return found


def datatrove_settings(stories: Sequence[Story]) -> set[Pair]:
    """What datatrove does by default, done here with our kernels: word 5-grams, 14 bands of 8, no check."""
    settings = DedupSettings(num_perm=112, shingle_words=5, bands=14, rows=8)
    _, rows = minhash.signed(["\n".join(story) for story in stories], settings)
    return _same_band(minhash.band_keys(rows, settings).tolist())


def _same_band(rows: Iterable[Sequence[int]]) -> set[Pair]:
    buckets: dict[tuple[int, int], list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        for band, value in enumerate(row):
            buckets[band, value].append(at)
    return {pair for bucket in buckets.values() for pair in combinations(bucket, 2)}


def ours(stories: Sequence[Story]) -> set[Pair]:
    """The edges of `find_copies`."""
    settings = DedupSettings()
    ids = [f"{at:06}" for at in range(len(stories))]
    edges = find_copies(ids, sign_all(stories, settings), stories.__getitem__, settings).edges
    return {(int(edge.a), int(edge.b)) for edge in edges}


SYSTEMS = (
    System("datasketch", datasketch_bulk),
    System("rensa", rensa),
    System("datatrove's", datatrove_settings),
    System("copydesk", ours),
)
