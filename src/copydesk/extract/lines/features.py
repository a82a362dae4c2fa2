"""The lines of a pasted text as a table of numbers: wording, place, the lines around, and what came before.

As for marked-up pages, only whole numbers, their quotients and comparisons enter, so that the same text
gives the same table on every machine. Every column takes time that grows with the lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from copydesk.extract.keeper.around import shift
from copydesk.extract.keeper.vocabulary import WORDS
from copydesk.extract.keeper.wording import Wording, wording
from copydesk.extract.lines.around import neighbours, stretch
from copydesk.extract.lines.opinion import opinion
from copydesk.extract.lines.place import COSTS, FAR, group, place, since, title, topic_of
from copydesk.extract.lines.vocabulary import PARTS
from copydesk.extract.lines.wording import BUCKETS, MOST_WORDS, Spoken, flag_names, spoken
from copydesk.extract.parts import ASKS
from copydesk.judge.shape import unstopped
from copydesk.model import Block, Kind

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Table = NDArray[np.float32]
Columns = dict[str, NDArray[np.generic]]

# What reads as a paragraph: a sentence of some length, or a line too long for anything else. As in
# `judge.shape`.
_PROSE_WORDS, _LONG_WORDS, _SURE_WORDS = 10, 30, 25
_COMMON = 150


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
    """Describe every line of a text that has at least one; "Ferry Sold To U.S." ends in no full stop."""
    blocks = [_unstopped(block) for block in blocks]
    texts = wording(blocks, (), ())
    speech = spoken([block.text for block in blocks])
    columns = _columns(blocks, texts, speech)
    return Described(_table(list(columns.values())), texts.words, speech.hashed, speech.starts)


def _unstopped(block: Block) -> Block:
    text = unstopped(block.text)
    return block if text == block.text else replace(block, text=text)


def _table(columns: Sequence[NDArray[np.generic]]) -> Table:
    table = np.empty((len(columns[0]), len(columns)), np.float32)
    for i, values in enumerate(columns):
        table[:, i] = values
    return table


def _columns(blocks: Sequence[Block], texts: Wording, speech: Spoken) -> Columns:
    ends = (2 * texts.ends).astype(np.int64)
    size = np.minimum(texts.words, MOST_WORDS)
    prose = (texts.words >= _PROSE_WORDS) & (ends > 0)
    prose &= (speech.function >= _COMMON) | (texts.words >= _SURE_WORDS)
    prose |= texts.words >= _LONG_WORDS
    stretches = [stretch(np.where(prose, size, -np.minimum(cost, 2 + size))) for cost in COSTS]
    story = stretches[1]
    topic = topic_of(speech, prose, story)
    columns: Columns = {"prose": prose, "topic": topic}
    columns |= _own(blocks, texts, speech)
    columns |= place(texts.words, stretches)
    columns |= title(texts, speech, prose, topic, story)
    columns |= group(blocks, texts.words, prose)
    columns |= since(texts, speech, story)
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
        "question": np.array([block.text.endswith(ASKS) for block in blocks]),
        "gap": np.minimum(gaps, 9),
        "gap_behind": np.minimum(shift(gaps, 1, 1), 9),
        "gap_before_last": np.minimum(shift(gaps, -1), 9),
        "indent": np.array([min(block.indent, FAR) for block in blocks]),
        "bullet": np.array([block.bullet for block in blocks]),
        "heading": np.array([block.kind is Kind.HEADING for block in blocks]),
        "row": np.array([block.kind is Kind.TABLE for block in blocks]),
    }
    lists = [f"word_{name}" for name in WORDS]
    found |= {name: texts.bits >> number & 1 for number, name in enumerate(lists)}
    flags = speech.parts | speech.signs << len(PARTS)
    return found | {name: flags >> number & 1 for number, name in enumerate(flag_names())}


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
    return np.hstack([table, _table(list(opinion(words, first).values()))])


@cache
def column_names() -> dict[str, tuple[str, ...]]:
    """The columns that each file of trees is for, by its name."""
    block = Block(0, Kind.PARAGRAPH, "x")
    texts, speech = wording([block], (), ()), spoken(["x"])
    plain = tuple(_columns([block], texts, speech))
    lexicon = ("lexicon", "lexicon_sum", "lexicon_least", "lexicon_most")
    first = (*plain, *lexicon, *list(neighbours("lexicon", np.zeros(1, np.int64))))
    return {"lines-first": first, "lines-second": (*first, *opinion(np.ones(1, np.int64), np.zeros(1)))}


NO_WORDS: NDArray[np.int8] = np.zeros(BUCKETS, np.int8)
"""The weights of words of which nothing is known."""
