"""The work on one page, as workers do it: judge it, and make the line and the columns that are kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from copydesk.dedup.lines import page_lines
from copydesk.dedup.signatures import sign
from copydesk.engine.local import Death
from copydesk.errors import AccountingError
from copydesk.model import Article, Kind, RawPage, Rejected, RejectReason
from copydesk.settings import Settings
from copydesk.sites.profile import Profiles
from copydesk.store.records import ArticleColumns, End, Judged
from copydesk.times import instant
from copydesk.write.articles import article_record
from copydesk.write.jsonl import line, whole
from copydesk.write.ledger import ledger_records

JudgePage = Callable[[RawPage, Settings, Profiles], Article | Rejected]

_SIMPLER = "the page took too long at first, so its lines were judged and no metadata was looked for"
# A rejection tells a person what happened; a parser's message may quote half the page.
_DETAIL = 500


@dataclass(frozen=True, slots=True)
class Input:
    """A page of a source file on its way to a worker, or why it could not be read."""

    source: int
    ordinal: int
    record: str | None
    page: RawPage | Rejected


@dataclass(frozen=True, slots=True)
class PageWork:
    """What a worker does with a shard: everything but the pages is fixed for a run.

    It is called with inputs and the marks between source files; the marks come back as they are.
    """

    settings: Settings
    profiles: Profiles
    judge: JudgePage

    def __call__(self, item: Input | End) -> Judged | End:
        """The result of an item."""
        return item if isinstance(item, End) else self.one(item)

    def simpler(self) -> PageWork:
        """The same work without metadata, for pages that take too long."""
        settings = self.settings
        return replace(self, settings=replace(settings, article=replace(settings.article, metadata=False)))

    def one(self, item: Input) -> Judged:
        """One input judged. Whatever goes wrong with a page is that page's reason and no other's."""
        if isinstance(item.page, Rejected):
            return _rejected(item, item.page)
        try:
            found = self.judge(item.page, self.settings, self.profiles)
            if isinstance(found, Article):
                return _article(
                    item, found if self.settings.article.metadata else _noted(found), self.settings
                )
        except (AccountingError, MemoryError):
            raise
        except Exception as error:  # noqa: BLE001 - the one place where a page's failure is caught
            return _failed(item, RejectReason.INTERNAL_ERROR, f"{type(error).__name__}: {error}")
        return _rejected(item, found)


def _noted(article: Article) -> Article:
    """An article with a word of why it has no metadata."""
    provenance = {**article.metadata.provenance, "note": _SIMPLER}
    return replace(article, metadata=replace(article.metadata, provenance=provenance))


def lost(item: Input | End, death: Death) -> Judged | End:
    """What stands for an input that took its worker down."""
    return item if isinstance(item, End) else _failed(item, RejectReason(death.cause.value), death.how)


def _failed(item: Input, reason: RejectReason, how: str) -> Judged:
    raw = item.page
    return _rejected(item, Rejected(raw.raw_path, item.record, raw.sha256, reason, how))


def _rejected(item: Input, found: Rejected) -> Judged:
    detail = whole(found.detail[:_DETAIL])
    return Judged(item.source, item.ordinal, item.record, found.sha256, str(found.reason), detail)


def _article(item: Input, article: Article, settings: Settings) -> Judged:
    """The line is kept without the path, so that a renamed file is the same page; writers fill it in."""
    named = article
    article = replace(article, metadata=replace(article.metadata, raw_path=""))
    record, removed = article_record(article, settings), ledger_records(article)
    sizes = len(line(record)), sum(len(line(one)) for one in removed)
    columns = _columns(article, sizes, settings)
    _account(named, columns)
    body = [[block.index, str(block.kind)] for block in article.body]
    judged = line({"article": record, "removed": removed, "body": body})
    sha256 = article.metadata.raw_sha256
    return Judged(item.source, item.ordinal, item.record, sha256, line=judged, columns=columns)


def _columns(article: Article, sizes: tuple[int, int], settings: Settings) -> ArticleColumns:
    verdicts = [(block.kind, block.verdict) for block in article.blocks if block.verdict is not None]
    kept = [kind for kind, verdict in verdicts if verdict.keep]
    dropped = Counter(str(verdict.reason) for _, verdict in verdicts if not verdict.keep)
    titles = sum(kind is Kind.TITLE for kind in kept)
    return ArticleColumns(
        id=article.id,
        host=whole(article.metadata.host),
        published=whole(article.metadata.date_published),
        added=whole(article.added),
        fetched=instant(article.added),
        words=article.metadata.word_count,
        blocks=len(article.blocks),
        titles=titles,
        kept=len(kept) - titles,
        dropped=dict(sorted(dropped.items())),
        article_size=sizes[0],
        removed_size=sizes[1],
        signature=sign([block.text for block in article.body], settings.dedup).to_bytes(settings.dedup),
        lines=page_lines(article, settings.repeats).to_bytes(),
    )


def _account(article: Article, columns: ArticleColumns) -> None:
    """Every block of the page is title, text or ledger, and none is there twice."""
    told = columns.titles + columns.kept + sum(columns.dropped.values())
    in_order = all(block.index == at for at, block in enumerate(article.blocks))
    if told != columns.blocks or not in_order:
        path = article.metadata.raw_path
        raise AccountingError(f"{path}: {told} of its {columns.blocks} blocks are accounted for")
