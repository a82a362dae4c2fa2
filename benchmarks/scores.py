"""The three scores of the labelled collections: shingles, bags of words, and ROUGE-LSum.

Each gives precision, recall and F1 of a text against one reference. A page without output has no
precision in the shingle score (its collection averages precision over pages with output only) and zero
in the others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numba import njit

Score = tuple[float | None, float | None, float]
Metric = Callable[[str, str], Score]

_TOKEN = re.compile(r"\w+")
_SHINGLE = 4


def f1(precision: float, recall: float) -> float:
    """The harmonic mean, zero if both are.

    >>> f1(0.5, 1.0) == 2 / 3
    True
    """
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _overlap(reference: Counter[Any], found: Counter[Any]) -> tuple[int, int, int]:
    common = sum(min(count, found[item]) for item, count in reference.items() if item in found)
    return common, reference.total(), found.total()


@lru_cache(maxsize=64)
def _shingles(text: str) -> Counter[tuple[str, ...]]:
    tokens = _TOKEN.findall(text)
    if 0 < len(tokens) < _SHINGLE:
        return Counter([tuple(tokens)])
    return Counter(zip(*(tokens[i:] for i in range(_SHINGLE)), strict=False))


def shingle_score(reference: str, text: str) -> Score:
    """Overlap of the multisets of four-word shingles, case kept.

    >>> shingle_score("a b c d e", "a b c d")
    (1.0, 0.5, 0.6666666666666666)
    """
    common, wanted, got = _overlap(_shingles(reference), _shingles(text))
    if not wanted and not got:
        return 1.0, 1.0, 1.0
    precision = common / got if got else None
    recall = common / wanted if wanted else None
    return precision, recall, f1(precision or 0.0, recall or 0.0)


def bag_score(reference: str, text: str) -> Score:
    """Overlap of the multisets of lower-cased words.

    >>> bag_score("The cat", "the cat sat on")
    (0.5, 1.0, 0.6666666666666666)
    """
    common, wanted, got = _overlap(
        Counter(_TOKEN.findall(reference.lower())), Counter(_TOKEN.findall(text.lower()))
    )
    if not wanted and not got:
        return 1.0, 1.0, 1.0
    if not wanted or not got:
        return 0.0, 0.0, 0.0
    return common / got, common / wanted, f1(common / got, common / wanted)


@njit(cache=True)  # type: ignore[untyped-decorator]
def _mark(reference: Any, found: Any, hit: Any) -> None:  # pragma: no cover - compiled
    """Mark the words of the reference sentence that are in one longest common subsequence."""
    rows, columns = len(reference), len(found)
    table = np.zeros((rows + 1, columns + 1), np.int32)
    for i in range(1, rows + 1):
        for j in range(1, columns + 1):
            if reference[i - 1] == found[j - 1]:
                table[i, j] = table[i - 1, j - 1] + 1
            else:
                table[i, j] = max(table[i - 1, j], table[i, j - 1])
    i, j = rows, columns
    while i and j:
        if reference[i - 1] == found[j - 1]:
            hit[i - 1] = True
            i -= 1
            j -= 1
        elif table[i, j - 1] > table[i - 1, j]:
            j -= 1
        else:
            i -= 1


@lru_cache(maxsize=64)
def _sentences(text: str) -> tuple[tuple[str, ...], ...]:
    import nltk  # noqa: PLC0415 - only this score needs them
    from rouge_score import tokenize  # noqa: PLC0415

    return tuple(tuple(tokenize.tokenize(sentence, None)) for sentence in nltk.sent_tokenize(text))


def lsum_score(reference: str, text: str) -> Score:
    """ROUGE-LSum: for each sentence of the reference the union of its longest common subsequences
    with the sentences of the text, each word of the text counted once."""
    wanted, got = _sentences(reference), _sentences(text)
    want, have = Counter(w for s in wanted for w in s), Counter(w for s in got for w in s)
    if not want or not have:
        return 0.0, 0.0, 0.0
    numbers: dict[str, int] = {}
    rows = [_numbered(sentence, numbers) for sentence in got]
    common = 0
    total, size = want.total(), have.total()
    for sentence in wanted:
        row, hit = _numbered(sentence, numbers), np.zeros(len(sentence), np.bool_)
        for other in rows:
            if len(row) and len(other):
                _mark(row, other, hit)
        for word, is_hit in zip(sentence, hit, strict=True):
            if is_hit and have[word] > 0 and want[word] > 0:
                common += 1
                have[word] -= 1
                want[word] -= 1
    return common / size, common / total, f1(common / size, common / total)


def _numbered(sentence: Sequence[str], numbers: dict[str, int]) -> Any:
    return np.array([numbers.setdefault(word, len(numbers)) for word in sentence], np.int64)


def best(metric: Metric, references: Iterable[str], text: str) -> Score:
    """The score against the reference it is best for."""
    return max((metric(reference, text) for reference in references), key=lambda score: score[2])


def mean_of_pages(scores: Sequence[Score]) -> tuple[float, float, float]:
    """Precision, recall and F1, each averaged over the pages."""
    count = max(1, len(scores))
    return (
        sum(s[0] or 0.0 for s in scores) / count,
        sum(s[1] or 0.0 for s in scores) / count,
        sum(s[2] for s in scores) / count,
    )


def f1_of_means(scores: Sequence[Score]) -> tuple[float, float, float]:
    """Precision and recall averaged over the pages that have them, and the F1 of those two means."""
    precisions = [s[0] for s in scores if s[0] is not None]
    recalls = [s[1] for s in scores if s[1] is not None]
    precision = sum(precisions) / max(1, len(precisions))
    recall = sum(recalls) / max(1, len(recalls))
    return precision, recall, f1(precision, recall)
