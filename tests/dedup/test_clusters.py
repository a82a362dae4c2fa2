from __future__ import annotations

import random

from copydesk.dedup.clusters import Cluster, Rank, clusters, sources
from copydesk.dedup.copies import CopyKind, Edge


def edge(a: str, b: str, kind: CopyKind = CopyKind.NEAR_DUPLICATE) -> Edge:
    return Edge(kind, a, b, 0.8, 0.8)


def ranks(**known: tuple[str | None, int]) -> dict[str, Rank]:
    return {one: Rank(*known.get(one, (None, 100))) for one in "abcdef"}


def test_clusters_are_what_hangs_together() -> None:
    edges = [edge("c", "d"), edge("b", "c"), edge("e", "f", CopyKind.EXACT)]
    found = clusters(edges, ranks())
    assert [cluster.members for cluster in found] == [("b", "c", "d"), ("e", "f")]
    assert [cluster.id for cluster in found] == ["b", "e"]


def test_excerpts_and_round_ups_chain_nothing_together() -> None:
    assert clusters([edge("a", "b", CopyKind.DERIVED), edge("b", "c", CopyKind.DERIVED)], ranks()) == []


def test_the_first_published_stands_for_all_then_the_longest_then_the_smallest_id() -> None:
    edges = [edge("a", "b"), edge("b", "c")]
    assert clusters(edges, ranks(c=("2031-05-04", 1), b=("2031-05-05", 9)))[0].representative == "c"
    assert clusters(edges, ranks(b=(None, 101)))[0].representative == "b"
    assert clusters(edges, ranks())[0].representative == "a"


def test_zones_count_for_who_was_first() -> None:
    known = ranks(a=("2031-05-04T10:00:00+00:00", 1), b=("2031-05-04T11:00:00+03:00", 1))
    assert clusters([edge("a", "b")], known) == [Cluster("a", "b", ("a", "b"))]


def test_the_order_of_the_edges_is_nothing() -> None:
    edges = [edge(*sorted(random.Random(n).sample("abcdef", 2))) for n in range(6)]
    expected = clusters(edges, ranks())
    for seed in range(20):
        random.Random(seed).shuffle(edges)
        assert clusters(edges, ranks()) == expected


def test_a_preferred_source_goes_before_the_first_published() -> None:
    known = ranks(a=("2031-05-04", 9)) | {"b": Rank("2031-05-05", 9, preferred=0)}
    assert clusters([edge("a", "b")], known)[0].representative == "b"


def test_what_is_derived_hangs_on_one_article_and_on_no_chain() -> None:
    edges = [edge(a, b, CopyKind.DERIVED) for a, b in ("ab", "bc", "cd", "ae")]
    expected = {"b": "a", "d": "c", "e": "a"}
    for seed in range(10):
        random.Random(seed).shuffle(edges)
        assert sources(edges, ranks()) == expected
