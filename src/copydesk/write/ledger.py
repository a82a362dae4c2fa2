"""The ledger: every dropped block of an article, with the reason it was dropped for."""

from __future__ import annotations

from typing import Any

from copydesk.model import Article


def ledger_records(article: Article) -> list[dict[str, Any]]:
    """The ledger lines of an article, in page order.

    >>> from copydesk.model import Block, Kind, Metadata, Reason, dropped
    >>> struck = Block(4, Kind.PARAGRAPH, "Share this", verdict=dropped("share", Reason.PROMO, "share line"))
    >>> ledger_records(Article("0123456789abcdef", Metadata(raw_path="a.html"), (struck,)))[0]["reason"]
    'promo'
    """
    lines = []
    for block in article.dropped:
        verdict = block.verdict
        if verdict is None or verdict.reason is None:
            continue  # what `dropped` gives has both
        lines.append(
            {
                "article_id": article.id,
                "raw_path": article.metadata.raw_path,
                "index": block.index,
                "kind": str(block.kind),
                "text": block.text,
                "stage": verdict.stage,
                "rule": verdict.rule,
                "reason": str(verdict.reason),
                "evidence": verdict.evidence,
            }
        )
    return lines
