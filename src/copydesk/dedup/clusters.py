"""Clusters of near-duplicates, derived from the edges between them, and the article that stands for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from copydesk.dedup.copies import CopyKind, Edge
from copydesk.times import instant

# An excerpt or a round-up shares paragraphs with several stories; joining on those edges would chain
# stories together that have nothing to do with one another.
_JOINING = frozenset({CopyKind.EXACT, CopyKind.NEAR_DUPLICATE})


@dataclass(frozen=True, slots=True)
class Rank:
    """What decides who stands for a cluster: the earliest published, then the longest."""

    published: str | None
    words: int


@dataclass(frozen=True, slots=True)
class Cluster:
    """Articles that tell one story in nearly the same words; `id` is its smallest member."""

    id: str
    representative: str
    members: tuple[str, ...]


def clusters(edges: Iterable[Edge], ranks: Mapping[str, Rank]) -> list[Cluster]:
    """The connected components of exact and near-duplicate edges, sorted by id.

    >>> edge = Edge(CopyKind.EXACT, "a1", "b2", 1.0, 1.0)
    >>> clusters([edge], {"a1": Rank(None, 90), "b2": Rank("2031-05-04", 80)})
    [Cluster(id='a1', representative='b2', members=('a1', 'b2'))]
    """
    parent: dict[str, str] = {}
    for edge in edges:
        if edge.kind in _JOINING:
            a, b = sorted((_root(parent, edge.a), _root(parent, edge.b)))
            parent[b] = a
    members: dict[str, list[str]] = {}
    for one in sorted(parent):
        members.setdefault(_root(parent, one), []).append(one)
    return [
        Cluster(root, min(group, key=lambda one: _order(one, ranks[one])), tuple(group))
        for root, group in members.items()
    ]


def _root(parent: dict[str, str], one: str) -> str:
    """The smallest member known of a component; the way there is shortened as it is walked."""
    parent.setdefault(one, one)
    while parent[one] != one:
        parent[one] = parent[parent[one]]
        one = parent[one]
    return one


def _order(one: str, rank: Rank) -> tuple[bool, str, int, str]:
    published = instant(rank.published)
    return published is None, published or "", -rank.words, one
