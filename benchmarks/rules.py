"""What each rule did: labelled words it lost, other words it removed, and the F1 of its pages without it."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterable

from labelled import BY_NAME, Labelled
from scores import best

from copydesk.extract.body import read_body
from copydesk.extract.metadata import declare
from copydesk.model import Article, Block, Kind, Page, is_body
from copydesk.pipeline import judge_page
from copydesk.read import read_page
from copydesk.text import key

_TOKEN = re.compile(r"\w+")
_SHINGLE = 4
# A line whose shingles are in the other text to this share is in it.
_IN = 0.5

Rule = tuple[str, str, bool]
Tally = dict[Rule, Counter[str]]


def _grams(text: str) -> list[tuple[str, ...]]:
    tokens = _TOKEN.findall(text.lower())
    return list(zip(*(tokens[i:] for i in range(_SHINGLE)), strict=False))


class Reference:
    """A text to look lines up in."""

    def __init__(self, text: str) -> None:
        self._grams = set(_grams(text))
        self._lines = {" ".join(_TOKEN.findall(line.lower())) for line in text.split("\n")}

    def has(self, line: str) -> bool:
        """Whether most of a line is in the text; a line too short for shingles has to be a line of it."""
        grams = _grams(line)
        if not grams:
            return " ".join(_TOKEN.findall(line.lower())) in self._lines
        return sum(g in self._grams for g in grams) >= _IN * len(grams)


def missing(text: str, other: str) -> list[str]:
    """The lines of one text that are not in the other, longest first.

    >>> missing("One line of words.\\nTwo", "Two")
    ['One line of words.']
    """
    reference = Reference(other)
    lines = [line for line in text.split("\n") if line.strip() and not reference.has(line)]
    return sorted(lines, key=len, reverse=True)


def tally(page: Labelled) -> tuple[str, Tally]:
    """By rule, for what it decided against the extractor's reading.

    A labelled line counts as lost when no copy of it is kept.
    """
    logging.disable(logging.CRITICAL)
    raw = page.raw()
    article, read = judge_page(raw), read_page(raw)
    found: Tally = {}
    if not isinstance(article, Article) or not isinstance(read, Page):
        return page.collection, found
    reading = read_body(read, declare(read)).inside
    against: dict[Rule, list[Block]] = {}
    for block, inside in zip(article.blocks, reading, strict=True):
        verdict = block.verdict
        assert verdict is not None
        if verdict.keep != inside and block.kind is not Kind.TITLE:
            at = (verdict.rule, str(verdict.reason or "kept"), verdict.keep)
            against.setdefault(at, []).append(block)
    reference = Reference("\n".join(page.bodies))
    kept_keys = {key(b.text) for b in article.body}
    for at, blocks in against.items():
        counts = found[at] = Counter()
        for block in blocks:
            copied = not at[2] and key(block.text) in kept_keys
            name = "labelled" if reference.has(block.text) and not copied else "other"
            counts[name + " blocks"] += 1
            counts[name + " words"] += len(_TOKEN.findall(block.text))
        counts["F1"] = _gain(page, article, blocks)
    return page.collection, found


def _gain(page: Labelled, article: Article, blocks: list[Block]) -> int:
    """What a rule does for its page, in hundredths of a point of F1: with it, less without it."""
    metric = BY_NAME[page.collection].metric
    undone = {block.index for block in blocks}
    without = "\n\n".join(b.text for b in article.blocks if is_body(b) != (b.index in undone))
    change = best(metric, page.bodies, article.text)[2] - best(metric, page.bodies, without)[2]
    return round(10_000 * change)


def report(tallies: Iterable[tuple[str, Tally]]) -> None:
    """A table of rules: those that cost the most first."""
    total: dict[Rule, Counter[str]] = {}
    gains: dict[Rule, Counter[str]] = {}
    for collection, one in tallies:
        for at, counts in one.items():
            sums = total.setdefault(at, Counter())
            for name, count in counts.items():
                sums[name] += count
            gains.setdefault(at, Counter())[collection] += counts["F1"]
    for keep, title in ((False, "dropped although in the reading"), (True, "kept although outside it")):
        print(f"\n{title}\n{'rule':28}{'reason':16}{'labelled words (blocks)':>26}{'others':>20}", end="")
        print(f"{'F1 points':>12}  F1 points by collection, summed over its pages")
        rows = [(at, counts) for at, counts in total.items() if at[2] is keep]
        for at, n in sorted(rows, key=lambda row: row[1]["F1"]):
            labelled = f"{n['labelled words']} ({n['labelled blocks']})"
            others = f"{n['other words']} ({n['other blocks']})"
            print(f"{at[0]:28}{at[1]:16}{labelled:>26}{others:>20}{n['F1'] / 100:>+12.2f}", end="  ")
            print(", ".join(f"{name} {gain / 100:+.2f}" for name, gain in gains[at].items() if gain))
