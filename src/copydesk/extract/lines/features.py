"""The lines of a pasted text as a table of numbers: wording, place, the lines around, and what came before.

As for marked-up pages, only whole numbers, their quotients and comparisons enter, so that the same text
gives the same table on every machine. Every column takes time that grows with the lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from copydesk.extract.keeper.around import shift
from copydesk.extract.keeper.vocabulary import WORDS
from copydesk.extract.keeper.wording import Wording, wording
from copydesk.extract.lines.vocabulary import PARTS
from copydesk.extract.lines.wording import BUCKETS, WHOLE, Spoken, flag_names, spoken
from copydesk.model import Block, Kind

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Table = NDArray[np.float32]
Columns = dict[str, NDArray[np.generic]]

# What reads as a paragraph: a sentence of some length, or a line too long for anything else. As in
# `judge.shape`, and so are the costs: what a line that is none takes from a stretch of those that are.
_PROSE_WORDS, _LONG_WORDS, _SURE_WORDS = 10, 30, 25
_COMMON = 150
_COSTS = (4, 10, 25)
_MOST_WORDS = 60
_FAR = 40
# A title guessed: so many lines above the story at most, of so many words.
_ABOVE = 60
_TITLE_WORDS = (3, 30)
_LABEL_WORDS = 6
_STEPS = (-3, -2, -1, 1, 2, 3)
_REACHES = (2, 5, 10)
_MARKS = ("promo", "more", "follow", "bio", "legal", "comment", "company")


@dataclass(frozen=True, slots=True)
class Described:
    """The table of a text, a row a line, without what the words by number say of it (`with_words`).

    `words` are the words of each line; `hashed` and `starts` are the numbers of its words, see `Spoken`.
    """

    table: Table
    words: Ints
    hashed: NDArray[np.int32]
    starts: Ints


def describe(blocks: Sequence[Block]) -> Described:
    """Describe every line of a text that has at least one."""
    texts = wording(blocks, (), ())
    speech = spoken([block.text for block in blocks])
    columns = _columns(blocks, texts, speech)
    return Described(_table(list(columns.values())), texts.words, speech.hashed, speech.starts)


def _table(columns: Sequence[NDArray[np.generic]]) -> Table:
    table = np.empty((len(columns[0]), len(columns)), np.float32)
    for i, values in enumerate(columns):
        table[:, i] = values
    return table


def _columns(blocks: Sequence[Block], texts: Wording, speech: Spoken) -> Columns:
    ends = (2 * texts.ends).astype(np.int64)
    size = np.minimum(texts.words, _MOST_WORDS)
    prose = (texts.words >= _PROSE_WORDS) & (ends > 0)
    prose &= (speech.function >= _COMMON) | (texts.words >= _SURE_WORDS)
    prose |= texts.words >= _LONG_WORDS
    stretches = [stretch(np.where(prose, size, -np.minimum(cost, 2 + size))) for cost in _COSTS]
    story = stretches[1]
    topic = _topic(speech, prose, story)
    columns: Columns = {"prose": prose, "topic": topic}
    columns |= _own(blocks, texts, speech)
    columns |= _place(texts.words, stretches)
    columns |= _title(texts, speech, prose, topic, story)
    columns |= _group(blocks, texts.words, prose)
    columns |= _since(texts, speech, story)
    around: dict[str, Ints] = {
        "words": size,
        "ends": ends,
        "function": speech.function,
        "topic": topic,
        "prose": prose.astype(np.int64),
        "capital": speech.capital,
    }
    for name, values in around.items():
        columns |= neighbours(name, values)
    return columns | _page(blocks, texts.words, speech, prose)


def _own(blocks: Sequence[Block], texts: Wording, speech: Spoken) -> Columns:
    gaps = np.array([block.gap for block in blocks], np.int64)
    first: dict[str, int] = {}
    again = np.array([first.setdefault(block.text, i) != i for i, block in enumerate(blocks)])
    found: Columns = {
        "words": texts.words,
        "characters": texts.characters,
        "letters": texts.characters / texts.words,
        "commas": texts.commas,
        "stops": texts.stops,
        "sentences": texts.stops * texts.words,
        "upper": texts.upper,
        "digits": texts.digits,
        "unspaced": texts.unspaced,
        "ends": texts.ends,
        "quoted": texts.quoted,
        "lower_start": texts.lower_start,
        "copies": texts.copies,
        "again": again,
        "hits": texts.hits,
        "function": speech.function,
        "capital": speech.capital,
        "you": speech.you,
        "colon": np.array([block.text.endswith(":") for block in blocks]),
        "question": np.array([block.text.endswith(("?", "？", "؟")) for block in blocks]),
        "gap": np.minimum(gaps, 9),
        "gap_behind": np.minimum(shift(gaps, 1, 1), 9),
        "gap_before_last": np.minimum(shift(gaps, -1), 9),
        "indent": np.array([min(block.indent, _FAR) for block in blocks]),
        "bullet": np.array([block.bullet for block in blocks]),
        "heading": np.array([block.kind is Kind.HEADING for block in blocks]),
        "row": np.array([block.kind is Kind.TABLE for block in blocks]),
    }
    lists = [f"word_{name}" for name in WORDS]
    found |= {name: texts.bits >> number & 1 for number, name in enumerate(lists)}
    flags = speech.parts | speech.signs << len(PARTS)
    return found | {name: flags >> number & 1 for number, name in enumerate(flag_names())}


def stretch(gain: Ints) -> tuple[int, int]:
    """The run of lines with the greatest sum: its first line, and the one behind its last.

    >>> stretch(np.array([1, -5, 3, -1, 4, -2]))
    (2, 5)
    """
    sums = np.concatenate(([0], np.cumsum(gain)))
    lows = np.minimum.accumulate(sums)
    stop = int(np.argmax(sums - lows))
    return int(np.argmin(sums[: stop + 1])), stop


def _topic(speech: Spoken, prose: Bools, story: tuple[int, int]) -> Ints:
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


def _place(words: Ints, stretches: Sequence[tuple[int, int]]) -> Columns:
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
    for cost, (first, stop) in zip(_COSTS, stretches, strict=True):
        last = max(first, stop - 1)
        found[f"run{cost}_in"] = (position >= first) & (position < stop)
        found[f"run{cost}_first"] = np.clip(position - first, -_FAR, _FAR)
        found[f"run{cost}_last"] = np.clip(position - last, -_FAR, _FAR)
        found[f"run{cost}_words"] = np.clip(total[:-1] - total[first], -2000, 2000)
        found[f"run{cost}_words_behind"] = np.clip(total[:-1] - total[stop], -2000, 2000)
        found[f"run{cost}_share"] = np.full(count, (total[stop] - total[first]) / every)
    return found


def _title(texts: Wording, speech: Spoken, prose: Bools, topic: Ints, story: tuple[int, int]) -> Columns:
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
    title = speech.long[at] if known else frozenset()
    alike = np.array([len(title & words) / max(1, len(title | words)) for words in speech.long])
    within = np.array([len(title & words) / max(1, min(len(title), len(words))) for words in speech.long])
    total = np.concatenate(([0], np.cumsum(texts.words)))
    return {
        "title_alike": alike,
        "title_within": within,
        "title_distance": np.clip(position - at, -_ABOVE, _ABOVE) if known else np.full(count, 99),
        "title_words": np.clip(total[:-1] - total[at], -2000, 2000) if known else np.full(count, 9999),
        "title_first": np.full(count, np.clip(first - at, -_FAR, _FAR) if known else 99),
    }


def _group(blocks: Sequence[Block], words: Ints, prose: Bools) -> Columns:
    """The lines that a line stands with, without an empty one between."""
    group = np.cumsum([block.gap > 0 for block in blocks])
    group -= group[0]
    lines = np.bincount(group)
    paragraphs = np.bincount(group, prose.astype(np.int64))
    position = np.arange(len(blocks))
    starts = np.searchsorted(group, group)
    return {
        "group_lines": np.minimum(_FAR, lines[group]),
        "group_words": np.minimum(1000, np.bincount(group, words)[group]),
        "group_prose": (paragraphs / lines)[group],
        "group_place": np.minimum(_FAR, position - starts),
    }


def _since(texts: Wording, speech: Spoken, story: tuple[int, int]) -> Columns:
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
        found[f"ago_{name}"] = np.where(known, np.minimum(_FAR, position - last), 99)
        ago = total[:-1] - total[np.maximum(0, last)]
        found[f"words_since_{name}"] = np.where(known, np.minimum(1000, ago), 9999)
    found["short_before"] = np.cumsum(short) / count
    return found


def neighbours(name: str, values: Ints) -> Columns:
    """A whole number a line: those of the lines next to each, and their means in windows around it.

    >>> neighbours("n", np.array([3, 0, 6]))["n+1"].tolist()
    [0, 6, -1]
    """
    found: Columns = {f"{name}{step:+}": shift(values, step, -1) for step in _STEPS}
    for reach in _REACHES:
        total, size = window(values, reach)
        found[f"{name}_near{reach}"] = total / size
    return found


def window(values: Ints, reach: int) -> tuple[Ints, Ints]:
    """The sum over each line and so many on both its sides, and how many lines these are."""
    sums = np.concatenate(([0], np.cumsum(values)))
    position = np.arange(len(values))
    low, high = np.maximum(0, position - reach), np.minimum(len(values), position + reach + 1)
    return sums[high] - sums[low], high - low


def _page(blocks: Sequence[Block], words: Ints, speech: Spoken, prose: Bools) -> Columns:
    count, total = len(blocks), max(1, int(words.sum()))
    told = {
        "page_lines": count,
        "page_words": total,
        "page_prose": int(prose.sum()) / count,
        "page_prose_words": int(words[prose].sum()) / total,
        "page_gaps": sum(block.gap > 0 for block in blocks) / count,
        "page_indents": sum(block.indent > 0 for block in blocks) / count,
        "page_function": int((speech.function * words).sum()) / total,
        "page_paragraph": int(words[prose].sum()) / max(1, int(prose.sum())),
    }
    return {name: np.full(count, value) for name, value in told.items()}


def with_words(described: Described, weights: NDArray[np.int8]) -> Table:
    """A text's table with what the words by number say of each line and of those around it."""
    found = weights.astype(np.int64)[described.hashed]
    starts = described.starts
    ends = np.append(starts[1:], len(found))
    total = np.add.reduceat(found, starts)
    mean = total * 10 // (ends - starts)
    columns: Columns = {
        "lexicon": mean,
        "lexicon_sum": np.clip(total, -2000, 2000),
        "lexicon_least": np.minimum.reduceat(found, starts),
        "lexicon_most": np.maximum.reduceat(found, starts),
    }
    columns |= neighbours("lexicon", mean)
    return np.hstack([described.table, _table(list(columns.values()))])


def with_first(table: Table, words: Ints, first: Floats) -> Table:
    """A text's table with what the first trees say of each line and of those around it."""
    return np.hstack([table, _table(list(_opinion(words, first).values()))])


def _opinion(words: Ints, first: Floats) -> Columns:
    mark = np.round(first * WHOLE).astype(np.int64)
    size = np.minimum(words, _MOST_WORDS)
    position, yes = np.arange(len(mark)), mark > WHOLE // 2
    kept = np.concatenate(([0], np.cumsum(mark * words)))
    every = max(1, int(kept[-1]))
    start, stop = stretch((mark - 350) * size)
    last = np.maximum.accumulate(np.where(yes, position, -_FAR))
    following = np.minimum.accumulate(np.where(yes, position, len(mark) + _FAR)[::-1])[::-1]
    found: Columns = {"first": mark} | neighbours("first", mark)
    for reach in _REACHES:
        total, _ = window(mark * size, reach)
        weight, _ = window(size, reach)
        found[f"first_words{reach}"] = total / np.maximum(1, weight)
    return found | {
        "first_before": kept[:-1] / every,
        "first_behind": (every - kept[1:]) / every,
        "first_total": np.full(len(mark), every / WHOLE),
        "first_page": np.full(len(mark), every / WHOLE / max(1, int(words.sum()))),
        "first_last": np.minimum(_FAR, position - last),
        "first_next": np.minimum(_FAR, following - position),
        "first_in": (position >= start) & (position < stop),
        "first_start": np.clip(position - start, -_FAR, _FAR),
        "first_stop": np.clip(position - stop, -_FAR, _FAR),
    }


@cache
def column_names() -> dict[str, tuple[str, ...]]:
    """The columns that each file of trees is for, by its name."""
    block = Block(0, Kind.PARAGRAPH, "x")
    texts, speech = wording([block], (), ()), spoken(["x"])
    plain = tuple(_columns([block], texts, speech))
    lexicon = ("lexicon", "lexicon_sum", "lexicon_least", "lexicon_most")
    first = (*plain, *lexicon, *list(neighbours("lexicon", np.zeros(1, np.int64))))
    return {"lines-first": first, "lines-second": (*first, *_opinion(np.ones(1, np.int64), np.zeros(1)))}


NO_WORDS: NDArray[np.int8] = np.zeros(BUCKETS, np.int8)
"""The weights of words of which nothing is known."""
