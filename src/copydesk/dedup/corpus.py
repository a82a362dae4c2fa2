"""What only all pages together tell: what a site prints on every page, and which articles are copies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from copydesk.dedup.clusters import Cluster, Rank, clusters, preference
from copydesk.dedup.copies import Copies, Edge, Known, find_copies
from copydesk.dedup.lines import PageLines
from copydesk.dedup.repeats import Repeat, find_repeats
from copydesk.dedup.signatures import Signature
from copydesk.settings import DedupSettings, Settings


@dataclass(frozen=True, slots=True)
class Mark:
    """What an article's line says of its copies: who stands for it (None: itself), and the cluster."""

    near_duplicate_of: str | None
    cluster_id: str


@dataclass(frozen=True, slots=True)
class Columns:
    """An article as the corpus stage sees it; `words` are those of its text before anything goes."""

    id: str
    host: str | None
    published: str | None
    words: int
    signature: Signature
    lines: PageLines


@dataclass(frozen=True, slots=True)
class Corpus:
    """The judgement on all articles together.

    `marks` has the articles that are in a cluster, `repeats` those with lines of their site's chrome.
    """

    edges: tuple[Edge, ...]
    clusters: tuple[Cluster, ...]
    marks: Mapping[str, Mark]
    repeats: Mapping[str, tuple[Repeat, ...]] = field(default_factory=dict)

    def representative(self, cluster_id: str) -> str:
        """Who stands for a cluster."""
        return self.marks[cluster_id].near_duplicate_of or cluster_id


def judge_corpus(
    articles: Sequence[Columns],
    paragraphs_of: Callable[[str], Sequence[str]],
    settings: Settings,
    known: Known,
) -> tuple[Corpus, Copies]:
    """The judgement on a set of articles, sorted by id, and the pairs that were settled for it.

    `paragraphs_of(id)` is asked for texts of candidates alone that are not `known`.
    """
    repeats = site_repeats(articles, settings)
    ids = [article.id for article in articles]
    skipped = {at: frozenset(one.at for one in repeats.get(name, ())) for at, name in enumerate(ids)}
    copies = find_copies(
        ids,
        [article.signature for article in articles],
        lambda row: paragraphs_of(ids[row]),
        settings.dedup,
        skip=skipped.__getitem__,
        known=known,
    )
    found = clusters(copies.edges, _ranks(articles, copies.edges, repeats, settings.dedup))
    return Corpus(copies.edges, tuple(found), _marks(found), repeats), copies


def site_repeats(articles: Iterable[Columns], settings: Settings) -> dict[str, tuple[Repeat, ...]]:
    """The chrome in the texts, by article, site by site; a page without a host is of no site.

    What was pasted and what came as markup are two sites: nothing in their contexts compares.
    """
    sites: dict[tuple[str, bool], list[Columns]] = {}
    for article in articles:
        if article.host is not None:
            sites.setdefault((article.host, article.lines.pasted), []).append(article)
    found: dict[str, tuple[Repeat, ...]] = {}
    for pages in sites.values():
        lines = [page.lines for page in pages]
        repeats = find_repeats(lines, settings.repeats, settings.article.min_words)
        found.update((page.id, one) for page, one in zip(pages, repeats, strict=True) if one)
    return found


def _marks(found: Iterable[Cluster]) -> dict[str, Mark]:
    return {
        member: Mark(None if member == cluster.representative else cluster.representative, cluster.id)
        for cluster in found
        for member in cluster.members
    }


def _ranks(
    articles: Iterable[Columns],
    edges: Iterable[Edge],
    repeats: Mapping[str, Sequence[Repeat]],
    settings: DedupSettings,
) -> dict[str, Rank]:
    joined = {article_id for edge in edges for article_id in (edge.a, edge.b)}
    return {
        one.id: Rank(one.published, one.words - _gone(one, repeats), preference(one.host, settings))
        for one in articles
        if one.id in joined
    }


def _gone(article: Columns, repeats: Mapping[str, Sequence[Repeat]]) -> int:
    return sum(int(article.lines.words[one.at]) for one in repeats.get(article.id, ()))


def idle(known: Known, copies: Copies) -> Iterator[tuple[str, str]]:
    """Pairs that were known and that no candidates are any more."""
    return (pair for pair in known if pair not in copies.settled)
