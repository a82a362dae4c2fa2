"""What each rule took away: words of the labelled body that it lost, and words it removed rightly."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterable

from labelled import Labelled

from copydesk.extract.body import trafilatura_reading
from copydesk.model import Article, Kind, Page
from copydesk.pipeline import judge_page
from copydesk.read import read_page

_TOKEN = re.compile(r"\w+")
_SHINGLE = 4
# A line whose shingles are in the other text to this share is in it.
_IN = 0.5

Tally = dict[tuple[str, str, bool], tuple[int, int, int, int]]


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
    """By rule and way (kept or not): blocks and words in the labelled bodies, blocks and words not in them.

    Dropped blocks count if the extractor's reading had them, kept ones if it had not.
    """
    logging.disable(logging.CRITICAL)
    raw = page.raw()
    article, read = judge_page(raw), read_page(raw)
    found: Tally = {}
    if not isinstance(article, Article) or not isinstance(read, Page):
        return page.collection, found
    reference = Reference("\n".join(page.bodies))
    for block, in_reading in zip(article.blocks, trafilatura_reading(read), strict=True):
        verdict = block.verdict
        assert verdict is not None
        if verdict.keep == in_reading or block.kind is Kind.TITLE:
            continue
        words = len(_TOKEN.findall(block.text))
        at = (verdict.rule, str(verdict.reason or "kept"), verdict.keep)
        a, b, c, d = found.get(at, (0, 0, 0, 0))
        found[at] = (a + 1, b + words, c, d) if reference.has(block.text) else (a, b, c + 1, d + words)
    return page.collection, found


def report(tallies: Iterable[tuple[str, Tally]]) -> None:
    """A table of rules, those that lost the most words first."""
    total: dict[tuple[str, str, bool], Counter[str]] = {}
    where: dict[tuple[str, str, bool], Counter[str]] = {}
    for collection, one in tallies:
        for at, numbers in one.items():
            total.setdefault(at, Counter()).update(
                dict(zip(("gold blocks", "gold words", "other blocks", "other words"), numbers, strict=True))
            )
            where.setdefault(at, Counter())[collection] += numbers[1]
    for keep, title in ((False, "dropped although in the reading"), (True, "kept although outside it")):
        print(f"\n{title}\n{'rule':28}{'reason':16}{'labelled words (blocks)':>26}{'others':>20}", end="")
        print("  labelled words by collection")
        rows = [(at, numbers) for at, numbers in total.items() if at[2] is keep]
        for at, n in sorted(rows, key=lambda row: -row[1]["gold words"]):
            labelled = f"{n['gold words']} ({n['gold blocks']})"
            others = f"{n['other words']} ({n['other blocks']})"
            print(f"{at[0]:28}{at[1]:16}{labelled:>26}{others:>20}  {dict(where[at].most_common())}")
