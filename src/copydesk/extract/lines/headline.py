"""The lines of a pasted text that could be its headline, as a table of numbers: what the story's words, the
first trees and the lines around say of each.

Only whole numbers and their quotients enter, as for the line keeper. A headline is told from others by
comparing: whether the story speaks of what it speaks of, more than the lines beside it do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from copydesk.extract.keeper.around import shift
from copydesk.extract.lines.features import column_names
from copydesk.judge.shape import content, is_prose, is_stamp, size, unstopped
from copydesk.model import Block
from copydesk.text import Line, line

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Table = NDArray[np.float32]
Columns = dict[str, NDArray[np.generic]]

_WHOLE = 1000
_MOST_WORDS = 40
# A line that the first trees give more than this is the story's.
_INSIDE = 500
# The end of a longer word is its inflection.
_STEM_CHARS = 6
# The story says in its first paragraphs what the headline says.
_LEDE = 2
_STEPS = (-3, -2, -1, 1, 2, 3, 4)
# A stamp within so many lines below, and so many words, speak for a line as much as half its words do.
_STAMP_REACH, _LONG_WORDS, _HALF = 4, 4, 500
# Where the headline of most pages is, in lines above the story's first paragraph and below it.
_ABOVE, _BELOW = 24, 2
_FAR, _MOST_RANK, _MOST_COPIES = 50, 20, 9
_QUOTES = "\"“„«»‘'"
_ENDS = "?!.:,…"


@dataclass(frozen=True, slots=True)
class Candidates:
    """The lines that could be the headline: `index` is where each stands, `table` has a row for each."""

    index: Ints
    table: Table


@dataclass(frozen=True, slots=True)
class _Subject:
    """What each line has of the story's words, in thousandths of its own; `hits` counts them.

    `lede` is of the story's first paragraphs alone; in `rare` a word counts by how much of its use on the
    page is the story's.
    """

    share: Ints
    lede: Ints
    rare: Ints
    hits: Ints


def candidates(blocks: Sequence[Block], table: Table, words: Ints, first: Floats) -> Candidates:
    """Describe the lines above the middle of the story that are no longer than a headline.

    `table` is that of the lines with the first opinion (`features.with_first`), `words` and `first` are the
    words of each line and the probability that the first trees give it.
    """
    lines = tuple(line(unstopped(block.text)) for block in blocks)
    sizes = np.array([size(each) for each in lines], np.int64)
    inside = np.round(first * _WHOLE).astype(np.int64) > _INSIDE
    before = np.cumsum(np.where(inside, words, 0))
    asked = (sizes >= 1) & (sizes <= _MOST_WORDS) & (2 * before <= before[-1])
    own = _columns(lines, sizes, inside, asked)
    found = np.empty((int(asked.sum()), table.shape[1] + len(own)), np.float32)
    found[:, : table.shape[1]] = table[asked]
    for place, values in enumerate(own.values(), table.shape[1]):
        found[:, place] = values[asked]
    return Candidates(np.flatnonzero(asked), found)


@cache
def headline_names() -> tuple[str, ...]:
    """The columns that the trees for headlines are for."""
    one = np.ones(1, np.int64)
    own = _columns((line("x"),), one, one > 0, one > 0)
    return (*column_names()["lines-second"], *own)


def _columns(lines: Sequence[Line], sizes: Ints, inside: Bools, asked: Bools) -> Columns:
    prose = np.array([is_prose(each) for each in lines])
    stamp = np.array([is_stamp(each) for each in lines])
    story = np.flatnonzero(inside & prose)
    start = int(story[0]) if len(story) else len(lines)
    subject = _subject(lines, story, inside)
    around = {
        "share": subject.share,
        "lede": subject.lede,
        "rare": subject.rare,
        "stamp": stamp.astype(np.int64),
        "size": sizes,
    }
    found: Columns = {**around, "hits": subject.hits, "prose": prose}
    found |= {
        f"{name}{step:+}": shift(values, step, -1) for name, values in around.items() for step in _STEPS
    }
    position = np.arange(len(lines))
    near = asked & (position <= start + _BELOW) & (position >= start - _ABOVE)
    found["start"] = np.clip(start - position, -_FAR, _FAR)
    found |= _compared(_score(subject.share, stamp, sizes), subject.rare, near)
    found |= _written(lines, stamp)
    return {f"headline_{name}": values for name, values in found.items()}


def _subject(lines: Sequence[Line], story: Ints, inside: Bools) -> _Subject:
    words_of = [content(each, _STEM_CHARS) for each in lines]
    own = set(story.tolist())
    of_story = Counter(word for i in story for word in words_of[i])
    others = Counter(word for i in np.flatnonzero(~inside) for word in words_of[i])
    opening = story[:_LEDE].tolist()
    lede = frozenset().union(*(words_of[i] for i in opening))
    found = np.zeros((4, len(lines)), np.int64)
    for i, words in enumerate(words_of):
        if not words:
            continue
        hits = [word for word in words if of_story[word] > (i in own)]
        rare = sum(_WHOLE * of_story[word] // (of_story[word] + others[word]) for word in hits)
        of_lede = 0 if i in opening else len(words & lede)
        share = _WHOLE * len(hits) // len(words)
        found[:, i] = share, _WHOLE * of_lede // len(words), rare // len(words), len(hits)
    return _Subject(*found)


def _score(share: Ints, stamp: Bools, sizes: Ints) -> Ints:
    """What speaks for each line at first sight, in thousandths."""
    below = np.zeros(len(share), np.bool_)
    for step in range(1, _STAMP_REACH + 1):
        below[:-step] |= stamp[step:]
    score: Ints = share + _HALF * below + _HALF * (sizes >= _LONG_WORDS)
    return score


def _compared(score: Ints, rare: Ints, near: Bools) -> Columns:
    """How each line stands to the one near the story that most speaks for."""
    worth = np.where(near, score, -1)
    best = int(np.argmax(worth))
    order = np.argsort(np.argsort(-worth, kind="stable"), kind="stable")
    of_near = np.where(near, rare, 0)
    most, second = np.sort(np.append(of_near, 0))[:-3:-1]
    return {
        "score": score,
        "from_best": np.clip(np.arange(len(score)) - best, -_FAR, _FAR),
        "behind_best": score - score[best],
        "rank": np.minimum(_MOST_RANK, order),
        "rare_ahead": of_near - np.where(of_near == most, second, most),
    }


def _written(lines: Sequence[Line], stamp: Bools) -> Columns:
    """How a line is written, and where else it is, and how far below it a stamp is."""
    keys = [each.key for each in lines]
    count = Counter(keys)
    same = np.array([here == above for here, above in zip(keys[1:], keys, strict=False)] + [False])
    position = np.arange(len(lines))
    following = np.minimum.accumulate(np.where(stamp, position, len(lines) + _FAR)[::-1])[::-1]
    return {
        "copies": np.array([min(_MOST_COPIES, count[each]) for each in keys], np.int64),
        "same_below": same,
        "same_above": shift(same, -1),
        "quoted": np.array([each.text[:1] in _QUOTES for each in lines]),
        "ends": np.array([_ENDS.find(each.text[-1:]) for each in lines], np.int64),
        "to_stamp": np.minimum(_FAR, np.append(following[1:], len(lines) + _FAR) - position),
    }
