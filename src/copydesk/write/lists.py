"""The two lists of the whole corpus: `duplicates.jsonl` and `rejected.jsonl`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from copydesk.dedup.copies import CopyKind
from copydesk.dedup.corpus import Corpus
from copydesk.store.state import FileRow, State
from copydesk.store.tables import OTHER_CAPTURES, REJECTED
from copydesk.write.duplicates import duplicate_lines
from copydesk.write.partitions import Output
from copydesk.write.rejected import rejected_lines
from copydesk.write.schema import REJECTED as REJECTED_KEYS


def write_lists(state: State, corpus: Corpus, out: Output) -> list[tuple[FileRow, bool]]:
    """Both lists, each with whether it changed; they are there even when empty."""
    copies = [*_edges(corpus), *_captures(state, corpus)]
    rejected = [dict(zip(REJECTED_KEYS, row, strict=True)) for row in state.db.execute(REJECTED)]
    return [
        _put(out, "duplicates.jsonl", list(duplicate_lines(copies))),
        _put(out, "rejected.jsonl", list(rejected_lines(rejected))),
    ]


def _put(out: Output, name: str, lines: list[bytes]) -> tuple[FileRow, bool]:
    digest = hashlib.sha256()
    for one in lines:
        digest.update(one)
    return out.put(name, digest.hexdigest(), lines)


def _edges(corpus: Corpus) -> Iterator[dict[str, Any]]:
    for edge in corpus.edges:
        marks = corpus.marks.get(edge.a), corpus.marks.get(edge.b)
        ours = {mark.cluster_id for mark in marks if mark is not None}
        together = len(ours) == 1 and None not in marks
        cluster = ours.pop() if together else None
        yield {
            "kind": str(edge.kind),
            "a": edge.a,
            "b": edge.b,
            "score": edge.score,
            "cover": edge.cover,
            "representative": corpus.representative(cluster) if cluster is not None else None,
            "cluster_id": cluster,
        }


def _captures(state: State, corpus: Corpus) -> Iterator[dict[str, Any]]:
    for article_id, raw_path, sha256, added, same in state.db.execute(OTHER_CAPTURES):
        mark = corpus.marks.get(article_id)
        yield {
            "kind": str(CopyKind.SAME_PAGE if same else CopyKind.REVISION),
            "a": article_id,
            "representative": article_id,
            "cluster_id": mark.cluster_id if mark is not None else None,
            "raw_path": raw_path,
            "raw_sha256": sha256,
            "added": added,
        }
