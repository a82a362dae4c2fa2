"""An article as the line that is written of it."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from copydesk.model import Article, Metadata
from copydesk.settings import Settings
from copydesk.write import schema

_FIELDS = tuple(f.name for f in fields(Metadata))


def article_record(article: Article, settings: Settings) -> dict[str, Any]:
    """An article's record: every key present, in a fixed order, null where nothing is known.

    >>> record = article_record(Article("0123456789abcdef", Metadata(title="Tide"), ()), Settings())
    >>> list(record), record["metadata"]["title"]
    (['id', 'text', 'source', 'added', 'created', 'version', 'metadata'], 'Tide')
    """
    return {
        "id": article.id,
        "text": article.text,
        "source": settings.source,
        "added": article.added,
        "created": article.created,
        "version": schema.VERSION,
        "metadata": _metadata(article.metadata),
    }


def _metadata(metadata: Metadata) -> dict[str, Any]:
    record: dict[str, Any] = {}
    for name in _FIELDS:
        value = getattr(metadata, name)
        record[name] = list(value) if isinstance(value, tuple) else value
    record["provenance"] = dict(sorted(metadata.provenance.items()))
    return record


def with_corpus(
    record: dict[str, Any], raw_path: str, near_duplicate_of: str | None, cluster_id: str | None
) -> dict[str, Any]:
    """A record with what only the corpus knows; the order of its keys stays."""
    metadata = record["metadata"] | {
        "near_duplicate_of": near_duplicate_of,
        "cluster_id": cluster_id,
        "raw_path": raw_path,
    }
    return record | {"metadata": metadata}
