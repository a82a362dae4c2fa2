"""What is kept of every input once it is judged: a line for its article, and small columns beside it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ArticleColumns:
    """What later stages ask of an article without reading its line.

    `signature` and `lines` are what the corpus stage compares pages by, as bytes
    (`Signature.to_bytes`, `PageLines.to_bytes`). `fetched` is `added` made to sort by.
    `blocks = titles + kept + sum(dropped)`; sizes are those of the article's line and of its ledger lines,
    in bytes.
    """

    id: str
    host: str | None
    published: str | None
    added: str | None
    fetched: str | None
    words: int
    blocks: int
    titles: int
    kept: int
    dropped: dict[str, int]
    article_size: int
    removed_size: int
    signature: bytes
    lines: bytes


@dataclass(frozen=True, slots=True)
class Judged:
    """An input once judged: an article's `line` and `columns`, or the `reason` it is none.

    `source` and `ordinal` say which source file it came from and as the how-manieth of its pages;
    `record` names it there.
    """

    source: int
    ordinal: int
    record: str | None
    raw_sha256: str | None
    reason: str | None = None
    detail: str = ""
    line: bytes = b""
    columns: ArticleColumns | None = None


@dataclass(frozen=True, slots=True)
class End:
    """All pages of a source file have been given out: so many."""

    source: int
    pages: int
