"""Clusters of near-duplicates, derived from the edges between them, and the article that stands for each."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from copydesk.dedup.copies import CopyKind, Edge
from copydesk.settings import DedupSettings
from copydesk.times import instant

# An excerpt or a round-up shares paragraphs with several stories; joining on those edges would chain
# stories together that have nothing to do with one another.
_JOINING = frozenset({CopyKind.EXACT, CopyKind.NEAR_DUPLICATE})


@dataclass(frozen=True, slots=True)
class Rank:
    """What decides who stands for a cluster: a preferred source, the earliest published, the longest.

    `preferred` is the place of the article's host in `settings.prefer`, None for a host that is not there.
    """

    published: str | None
    words: int
    preferred: int | None = None


@dataclass(frozen=True, slots=True)
class Cluster:
    """Articles that tell one story in nearly the same words; `id` is its smallest member."""

    id: str
    representative: str
    members: tuple[str, ...]


def preference(host: str | None, settings: DedupSettings) -> int | None:
    """The place of a host, or of the domain it belongs to, among the preferred.

    >>> settings = DedupSettings(prefer=("wire.example", "gazette.example"))
    >>> preference("www.gazette.example", settings), preference("quay.example", settings)
    (1, None)
    """
    known = (at for at, name in enumerate(settings.prefer) if host and f".{host}".endswith(f".{name}"))
    return next(known, None)


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


def sources(edges: Iterable[Edge], ranks: Mapping[str, Rank]) -> dict[str, str]:
    """The article each derived one was taken from: a star, so that no chain joins two stories.

    Articles are taken in the order of their ranks. One that is not yet taken becomes a centre, and takes
    all that share a derived edge with it and have no centre yet; those are centres of nothing.

    >>> edges = [Edge(CopyKind.DERIVED, "a", "b", 0.4, 0.6), Edge(CopyKind.DERIVED, "b", "c", 0.4, 0.6)]
    >>> sources(edges, {one: Rank(None, 90) for one in "abc"})
    {'b': 'a'}
    """
    near: dict[str, list[str]] = {}
    for edge in edges:
        if edge.kind is CopyKind.DERIVED:
            near.setdefault(edge.a, []).append(edge.b)
            near.setdefault(edge.b, []).append(edge.a)
    centre: dict[str, str] = {}
    for one in sorted(near, key=lambda one: _order(one, ranks[one])):
        if one not in centre:
            centre[one] = one
            for other in near[one]:
                centre.setdefault(other, one)
    return {one: at for one, at in sorted(centre.items()) if one != at}


def _root(parent: dict[str, str], one: str) -> str:
    """The smallest member known of a component; the way there is shortened as it is walked."""
    parent.setdefault(one, one)
    while parent[one] != one:
        parent[one] = parent[parent[one]]
        one = parent[one]
    return one


def _order(one: str, rank: Rank) -> tuple[float, bool, str, int, str]:
    published = instant(rank.published)
    preferred = math.inf if rank.preferred is None else rank.preferred
    return preferred, published is None, published or "", -rank.words, one
