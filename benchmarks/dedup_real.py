"""Labelled texts as they are: which pairs are linked, and whether that is right where the truth is known."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from labelled import load

from copydesk.dedup import CopyKind, Edge, near_copies
from copydesk.dedup.compare import compare, take_apart
from copydesk.settings import DedupSettings

Pair = tuple[str, str]
COPIES, LOOKALIKES = "copies", "lookalikes"


class TruthError(Exception):
    """A file of the truth that cannot be used, and why."""


@dataclass(frozen=True, slots=True)
class Real:
    """One labelled text: its name (`collection/id`), where it is from, and its paragraphs."""

    name: str
    url: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the pairs of one list: how many there are, and how many were linked as what."""

    pairs: int
    kinds: Mapping[CopyKind, int]

    @property
    def linked(self) -> int:
        """All that were linked, as whatever."""
        return sum(self.kinds.values())


def real_texts(folder: Path) -> list[Real]:
    """The longest acceptable text of every row of every collection in a folder."""
    names = sorted(path.parent.name for path in folder.glob("*/gold.jsonl"))
    return [
        Real(f"{page.collection}/{page.id}", page.url, tuple(max(page.bodies, key=len).split("\n")))
        for page in load(folder, names)
    ]


def link(texts: Sequence[Real]) -> tuple[Edge, ...]:
    """The pairs of them that are linked."""
    return near_copies((text.name, "\n\n".join(text.paragraphs)) for text in texts).edges


def read_truth(path: Path, names: frozenset[str]) -> dict[str, frozenset[Pair]]:
    """Lists of pairs by their names, the two sides of each pair in order.

    Raises `TruthError` for a file of another form, a text that is not there, or a pair in two lists: a
    figure over such a list would tell of other pairs than its reader thinks.
    """
    try:
        given: Mapping[str, Sequence[Sequence[str]]] = json.loads(path.read_text(encoding="utf-8"))["pairs"]
        truth = {name: frozenset(_ordered(*pair) for pair in pairs) for name, pairs in given.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise TruthError(f"{path}: no lists of pairs ({error!r})") from error
    unknown = {name for pairs in truth.values() for pair in pairs for name in pair} - names
    if unknown:
        raise TruthError(f"{path}: no such text: {', '.join(sorted(unknown))}")
    for one, other in combinations(sorted(truth), 2):
        for a, b in sorted(truth[one] & truth[other]):
            raise TruthError(f"{path}: {a} and {b} are in {one} and in {other}")
    return truth


def tally(pairs: frozenset[Pair], found: Sequence[Edge]) -> Tally:
    """What was found of the pairs of one list."""
    return Tally(len(pairs), Counter(edge.kind for edge in found if _ordered(edge.a, edge.b) in pairs))


def print_real(folder: Path, truth: Path | None) -> None:
    """Every pair that is linked, to be read; with the truth, how many are right, and those that are wrong."""
    texts = real_texts(folder)
    found = link(texts)
    hosts = {urlsplit(text.url).hostname for text in texts}
    print(f"\n{len(texts)} labelled texts of {len(hosts)} hosts; pairs that are linked")
    known = {} if truth is None else read_truth(truth, frozenset(text.name for text in texts))
    by_name = {text.name: text for text in texts}
    if truth is not None:
        _print_tallies(known, found)
        _print_wrong(known, found, by_name)
    told = frozenset[Pair]().union(*known.values())
    for edge in found:
        if _ordered(edge.a, edge.b) not in told:
            _print_edge(edge, by_name)


def _print_tallies(known: Mapping[str, frozenset[Pair]], found: Sequence[Edge]) -> None:
    print(f"  {'':14}{'pairs':>8}{'linked':>8}{'share':>8}  linked as")
    for name, pairs in known.items():
        one = tally(pairs, found)
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(one.kinds.items()))
        share = f"{one.linked / one.pairs:8.3f}" if one.pairs else f"{'':8}"
        print(f"  {name:14}{one.pairs:8}{one.linked:8}{share}  {kinds}")


def _print_wrong(
    known: Mapping[str, frozenset[Pair]], found: Sequence[Edge], by_name: Mapping[str, Real]
) -> None:
    """Copies that are not linked and look-alikes that are, with what they have in common."""
    linked = {_ordered(edge.a, edge.b) for edge in found}
    missed = known.get(COPIES, frozenset()) - linked
    false = known.get(LOOKALIKES, frozenset()) & linked
    for title, pairs in (("copies that are not linked", missed), ("look-alikes that are", false)):
        print(f"  {title}: {len(pairs)}")
        for a, b in sorted(pairs):
            print(f"    {a} and {b}: {_in_common(by_name[a], by_name[b])}")


def _in_common(a: Real, b: Real) -> str:
    settings = DedupSettings()
    one = compare(take_apart(a.paragraphs, settings), take_apart(b.paragraphs, settings), settings)
    cover = f"cover {one.cover_a:.2f} and {one.cover_b:.2f}"
    return f"score {one.score:.2f}, {cover}, facts {one.facts:.2f}, other words {one.plain:.2f}"


def _print_edge(edge: Edge, by_name: Mapping[str, Real]) -> None:
    urls = [by_name[name].url for name in (edge.a, edge.b)]
    where = "one host" if len({urlsplit(url).hostname for url in urls}) == 1 else "two hosts"
    print(f"  {edge.kind}, {where}, score {edge.score:.2f}, cover {edge.cover:.2f}")
    print(f"    {urls[0]}\n    {urls[1]}")


def _ordered(*pair: Any) -> Pair:
    a, b = sorted(pair)
    if a == b or not all(isinstance(name, str) for name in pair):
        raise ValueError(f"no pair of two texts: {pair}")
    return a, b
