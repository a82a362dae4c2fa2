"""Where a line stands: in the text, to the longest stretch of paragraphs and what it speaks of, to a guessed
headline, and to lines that other parts of a page begin with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from copydesk.extract.keeper.vocabulary import WORDS
from copydesk.extract.keeper.wording import Wording
from copydesk.extract.lines.vocabulary import PARTS
from copydesk.extract.lines.wording import WHOLE, Spoken
from copydesk.model import Block

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Columns = dict[str, NDArray[np.generic]]

# What a line that is no paragraph takes from a stretch of those that are, as in `judge.shape`.
COSTS = (4, 10, 25)
FAR = 40
# A title guessed: so many lines above the story at most, of so many words.
_ABOVE = 60
_TITLE_WORDS = (3, 30)
_LABEL_WORDS = 6
_MARKS = ("promo", "more", "follow", "bio", "legal", "comment", "company")


def topic_of(speech: Spoken, prose: Bools, story: tuple[int, int]) -> Ints:
    """The share of each line's long words that the story's paragraphs have too, in thousandths; -1 for a
    line without any."""
    inside = [i for i in range(*story) if prose[i]]
    counts = Counter(word for i in inside for word in speech.long[i])
    own = set(inside)
    found = np.full(len(prose), -1, np.int64)
    for i, long in enumerate(speech.long):
        if long:
            own_count = 1 if i in own else 0
            found[i] = WHOLE * sum(counts[word] > own_count for word in long) // len(long)
    return found


def place(words: Ints, stretches: Sequence[tuple[int, int]]) -> Columns:
    """Where a line stands in the text, and to the stretches of paragraphs found at each of COSTS."""
    count = len(words)
    position = np.arange(count)
    total = np.concatenate(([0], np.cumsum(words)))
    every = max(1, int(total[-1]))
    found: Columns = {
        "position": position / count,
        "from_top": np.minimum(position, 60),
        "to_end": np.minimum(count - 1 - position, 60),
        "words_before": total[:-1] / every,
    }
    for cost, (first, stop) in zip(COSTS, stretches, strict=True):
        last = max(first, stop - 1)
        found[f"run{cost}_in"] = (position >= first) & (position < stop)
        found[f"run{cost}_first"] = np.clip(position - first, -FAR, FAR)
        found[f"run{cost}_last"] = np.clip(position - last, -FAR, FAR)
        found[f"run{cost}_words"] = np.clip(total[:-1] - total[first], -2000, 2000)
        found[f"run{cost}_words_behind"] = np.clip(total[:-1] - total[stop], -2000, 2000)
        found[f"run{cost}_share"] = np.full(count, (total[stop] - total[first]) / every)
    return found


def title(texts: Wording, speech: Spoken, prose: Bools, topic: Ints, story: tuple[int, int]) -> Columns:
    """A guess at the title: a line above the story that speaks of what the story speaks of."""
    count, position = len(prose), np.arange(len(prose))
    first = story[0]
    low, high = _TITLE_WORDS
    long = np.array([min(4, len(words)) for words in speech.long], np.int64)
    worth = np.maximum(0, topic) * long * 100 // (20 + np.abs(position - first))
    fits = (position >= first - _ABOVE) & (position <= first + 1) & ~(prose & (texts.ends > 0))
    worth = np.where(fits & (texts.words >= low) & (texts.words <= high), worth, 0)
    at = int(np.argmax(worth))
    known = bool(worth[at] > 0)
    heading = speech.long[at] if known else frozenset()
    alike = np.array([len(heading & words) / max(1, len(heading | words)) for words in speech.long])
    within = np.array([len(heading & words) / max(1, min(len(heading), len(words))) for words in speech.long])
    total = np.concatenate(([0], np.cumsum(texts.words)))
    return {
        "title_alike": alike,
        "title_within": within,
        "title_distance": np.clip(position - at, -_ABOVE, _ABOVE) if known else np.full(count, 99),
        "title_words": np.clip(total[:-1] - total[at], -2000, 2000) if known else np.full(count, 9999),
        "title_first": np.full(count, np.clip(first - at, -FAR, FAR) if known else 99),
    }


def group(blocks: Sequence[Block], words: Ints, prose: Bools) -> Columns:
    """The lines that a line stands with, without an empty one between."""
    number = np.cumsum([block.gap > 0 for block in blocks])
    number -= number[0]
    lines = np.bincount(number)
    paragraphs = np.bincount(number, prose.astype(np.int64))
    position = np.arange(len(blocks))
    starts = np.searchsorted(number, number)
    return {
        "group_lines": np.minimum(FAR, lines[number]),
        "group_words": np.minimum(1000, np.bincount(number, words)[number]),
        "group_prose": (paragraphs / lines)[number],
        "group_place": np.minimum(FAR, position - starts),
    }


def since(texts: Wording, speech: Spoken, story: tuple[int, int]) -> Columns:
    """What has come since the story's start that another part of the page begins with, and how long ago."""
    count, position = len(texts.words), np.arange(len(texts.words))
    short = texts.words <= _LABEL_WORDS
    behind = position >= story[0]
    lists, parts = list(WORDS), list(PARTS)
    marks = {name: short & (texts.bits >> lists.index(name) & 1 > 0) for name in _MARKS}
    marks |= {name: short & (speech.parts >> parts.index(name) & 1 > 0) for name in ("nav", "tags")}
    marks["dates"] = short & (speech.signs & 3 > 0)
    marks["short"] = short
    total = np.concatenate(([0], np.cumsum(texts.words)))
    found: Columns = {}
    for name, mark in marks.items():
        last = np.maximum.accumulate(np.where(mark, position, -1))
        known = last >= 0
        found[f"since_{name}"] = np.minimum(99, np.cumsum(mark & behind))
        found[f"ago_{name}"] = np.where(known, np.minimum(FAR, position - last), 99)
        ago = total[:-1] - total[np.maximum(0, last)]
        found[f"words_since_{name}"] = np.where(known, np.minimum(1000, ago), 9999)
    found["short_before"] = np.cumsum(short) / count
    return found
