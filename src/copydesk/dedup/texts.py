"""Near-copies among any texts, with nothing else of copydesk around."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from copydesk.dedup.clusters import Cluster, Rank, clusters
from copydesk.dedup.copies import Edge, find_copies
from copydesk.dedup.minhash import signed
from copydesk.dedup.shingles import U32
from copydesk.dedup.signatures import sign_all
from copydesk.settings import DedupSettings


@dataclass(frozen=True, slots=True)
class NearCopies:
    """What texts are to one another: the edges between them, and the clusters these make."""

    edges: tuple[Edge, ...]
    clusters: tuple[Cluster, ...]


def near_copies(texts: Iterable[str | tuple[str, str]], settings: DedupSettings | None = None) -> NearCopies:
    """Compare texts (paragraphs parted by blank lines), each a string or `(id, text)`.

    Strings are named by their place, from "0"; edges and clusters do not depend on the order of texts that
    have ids. Of a cluster the longest text stands for all. Raises `ValueError` for an id given twice.

    >>> ferry = "The ferry to the outer islands was late again on Monday, said its owner, Mara Quist."
    >>> found = near_copies([("a", ferry), ("b", ferry + " She gave no reason."), ("c", "Nothing else.")])
    >>> [(str(edge.kind), edge.a, edge.b, edge.score) for edge in found.edges]
    [('near_duplicate', 'a', 'b', 0.7778)]
    >>> found.clusters
    (Cluster(id='a', representative='b', members=('a', 'b')),)
    """
    given = settings or DedupSettings()
    named = {}
    for at, item in enumerate(texts):
        name, text = (str(at), item) if isinstance(item, str) else item
        if name in named:
            raise ValueError(f"two texts are called {name!r}; give each an id of its own")
        named[name] = _paragraphs(text)
    ids = sorted(named)
    articles = [named[name] for name in ids]
    signatures = sign_all(articles, given)
    edges = find_copies(ids, signatures, articles.__getitem__, given).edges
    ranks = {name: Rank(None, one.words) for name, one in zip(ids, signatures, strict=True)}
    return NearCopies(edges, tuple(clusters(edges, ranks)))


def _paragraphs(text: str) -> Sequence[str]:
    return [paragraph for paragraph in text.split("\n\n") if paragraph.strip()]


def minhashes(texts: Iterable[str], settings: DedupSettings | None = None) -> U32:
    """The MinHash values of texts, a row of `settings.num_perm` 32-bit values a text.

    >>> rows = minhashes(["The ferry to the outer islands is late again.", "the FERRY to the outer islands"])
    >>> rows.shape, rows.dtype.name
    ((2, 128), 'uint32')
    """
    return signed(list(texts), settings or DedupSettings())[1]
