"""Which lines of a page are copies of earlier ones: equal, or long and nearly the same."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from copydesk.judge.view import View

# Nearly equal lines must be longer than equal ones, so that one changed figure does not make two facts one.
_NEAR_WORDS = 12
# Inside a run of copies a paragraph may have been rewritten further than one that is a copy alone.
_RUN_NEAR_SHARE = 0.5
# Earlier copies a line is compared with: a story is pasted two or three times, a refrain needs no more.
_MOST_COPIES = 16
_SHINGLE = 3
_ANCHORS = 4


def pairs_of(view: View, candidates: list[int]) -> dict[int, list[int]]:
    """For each line the earlier ones it is a copy of."""
    seen: dict[str, list[int]] = {}
    pairs: dict[int, list[int]] = {}
    for index in candidates:
        normal = view.lines[index].key
        if normal:
            equal = seen.setdefault(normal, [])
            if equal:
                pairs[index] = list(equal)
            if len(equal) < _MOST_COPIES:
                equal.append(index)
    for later, earlier in _near_copies(view, [i for i in candidates if i not in pairs]):
        pairs.setdefault(later, []).append(earlier)
    return pairs


def _near_copies(view: View, candidates: list[int]) -> Iterator[tuple[int, int]]:
    """Pairs of long lines that share most of their shingles; found by two of their longest words."""
    by_anchor: dict[tuple[str, str], list[int]] = {}
    sets: dict[int, frozenset[tuple[str, ...]]] = {}
    for index in candidates:
        line = view.lines[index]
        if line.word_count < _NEAR_WORDS:
            continue
        # By length and then by alphabet: sorting keeps the order of what is equally long.
        longest = sorted(sorted(sorted(set(line.words)), key=len, reverse=True)[:_ANCHORS])
        tried: set[int] = set()
        for anchor in combinations(longest, 2):
            bucket = by_anchor.setdefault(anchor, [])
            for other in bucket:
                if other not in tried and share(view, index, other, sets) >= _RUN_NEAR_SHARE:
                    yield index, other
                tried.add(other)
            if len(bucket) < _MOST_COPIES:
                bucket.append(index)


def _shingles(
    view: View, index: int, sets: dict[int, frozenset[tuple[str, ...]]]
) -> frozenset[tuple[str, ...]]:
    if index not in sets:
        tokens = view.lines[index].words
        sets[index] = frozenset(zip(*(tokens[k:] for k in range(_SHINGLE)), strict=False))
    return sets[index]


def share(view: View, one: int, two: int, sets: dict[int, frozenset[tuple[str, ...]]] | None = None) -> float:
    """The share of shingles two lines have in common; 1 for equal lines, however short."""
    if view.lines[one].key == view.lines[two].key:
        return 1.0
    known = {} if sets is None else sets
    a, b = _shingles(view, one, known), _shingles(view, two, known)
    return len(a & b) / max(1, len(a | b))
