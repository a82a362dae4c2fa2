"""What the articles are to one another: edges, clusters, and the mark each article gets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from copydesk.dedup.clusters import Cluster, Rank, clusters
from copydesk.dedup.copies import Edge, find_copies
from copydesk.settings import DedupSettings
from copydesk.store.pages import ShardReader
from copydesk.store.state import State


@dataclass(frozen=True, slots=True)
class Mark:
    """What an article's line says of its copies: who stands for it (None: itself), and the cluster."""

    near_duplicate_of: str | None
    cluster_id: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """The judgement on all articles together; `marks` has those that are in a cluster."""

    edges: tuple[Edge, ...]
    clusters: tuple[Cluster, ...]
    marks: Mapping[str, Mark]

    def representative(self, cluster_id: str) -> str:
        """Who stands for a cluster."""
        return self.marks[cluster_id].near_duplicate_of or cluster_id


def judge_corpus(state: State, reader: ShardReader, settings: DedupSettings) -> Corpus:
    """Compare all articles by the columns in the state; texts are read of candidates alone."""
    ids, signatures = [], []
    for article_id, signature in state.signatures():
        ids.append(article_id)
        signatures.append(signature)

    def text_of(row: int) -> str:
        return str(reader.read(state.article(ids[row]).place)["article"]["text"])

    edges = find_copies(ids, signatures, text_of, settings)
    found = clusters(edges, _ranks(state, edges))
    marks = {
        member: Mark(None if member == cluster.representative else cluster.representative, cluster.id)
        for cluster in found
        for member in cluster.members
    }
    return Corpus(tuple(edges), tuple(found), marks)


def _ranks(state: State, edges: list[Edge]) -> dict[str, Rank]:
    joined = sorted({article_id for edge in edges for article_id in (edge.a, edge.b)})
    rows = map(state.article, joined)
    return {row.id: Rank(row.published, row.words) for row in rows}
