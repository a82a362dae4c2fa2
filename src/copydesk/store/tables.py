"""The tables of the state: source files, their pages, the pages' columns, pairs settled, files written."""

from __future__ import annotations

from typing import Final

STATE_VERSION: Final = 3
"""A state of a higher version is from a newer copydesk, and refused; one of a lower is built anew."""

TABLES: Final = """
CREATE TABLE roots (path BLOB PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE sources (
    source INTEGER PRIMARY KEY,
    path BLOB NOT NULL UNIQUE,
    raw_path TEXT NOT NULL,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    sha256 TEXT,
    fingerprint TEXT NOT NULL
);
CREATE TABLE shards (name TEXT PRIMARY KEY, size INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE pages (
    source INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    record TEXT,
    raw_sha256 TEXT,
    reason TEXT,
    detail TEXT NOT NULL,
    shard TEXT,
    offset INTEGER,
    length INTEGER,
    digest TEXT,
    id TEXT,
    partition TEXT,
    host TEXT,
    published TEXT,
    added TEXT,
    fetched TEXT,
    words INTEGER,
    blocks INTEGER,
    titles INTEGER,
    kept INTEGER,
    dropped TEXT,
    article_size INTEGER,
    removed_size INTEGER,
    PRIMARY KEY (source, ordinal)
);
CREATE INDEX pages_by_id ON pages (id);
CREATE INDEX pages_by_shard ON pages (shard);
CREATE TABLE columns (
    source INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    shard TEXT NOT NULL,
    offset INTEGER NOT NULL,
    length INTEGER NOT NULL,
    digest TEXT NOT NULL,
    signature INTEGER NOT NULL,
    PRIMARY KEY (source, ordinal),
    FOREIGN KEY (source, ordinal) REFERENCES pages ON DELETE CASCADE
);
CREATE INDEX columns_by_shard ON columns (shard);
CREATE TABLE settled (
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    kind TEXT,
    score REAL,
    cover REAL,
    fingerprint TEXT NOT NULL,
    PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE TABLE files (
    path TEXT PRIMARY KEY,
    made_from TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    lines INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL
) WITHOUT ROWID;
"""

# Every article page, the captures of one article ranked: the latest fetched first, one without a fetch
# time last; then by bytes, by what was made of them, and by path.
RANK: Final = """
CREATE TEMP TABLE captures AS
SELECT p.source, p.ordinal, p.id, s.raw_path || coalesce('#' || p.record, '') AS raw_path,
    row_number() OVER (
        PARTITION BY p.id
        ORDER BY p.fetched IS NULL, p.fetched DESC, p.raw_sha256, p.digest,
            s.raw_path || coalesce('#' || p.record, '')
    ) AS rank
FROM pages p JOIN sources s USING (source) WHERE p.id IS NOT NULL;
CREATE INDEX temp.captures_by_id ON captures (id, rank);
"""

ARTICLES: Final = """
SELECT c.id, c.raw_path, p.shard, p.offset, p.length, p.digest, p.partition, p.published, p.words,
    p.article_size, p.removed_size
FROM captures c JOIN pages p USING (source, ordinal) WHERE c.rank = 1
"""
BY_PARTITION: Final = ARTICLES + "ORDER BY p.partition, c.id"
ONE_ARTICLE: Final = ARTICLES + "AND c.id = ?"

COLUMNS: Final = """
SELECT c.id, p.host, p.published, p.words, k.shard, k.offset, k.length, k.digest, k.signature
FROM captures c JOIN pages p USING (source, ordinal) JOIN columns k USING (source, ordinal)
WHERE c.rank = 1 ORDER BY c.id
"""

OTHER_CAPTURES: Final = """
SELECT c.id, c.raw_path, p.raw_sha256, p.added, p.raw_sha256 = w.raw_sha256
FROM captures c JOIN pages p USING (source, ordinal)
JOIN captures best ON best.id = c.id AND best.rank = 1
JOIN pages w ON w.source = best.source AND w.ordinal = best.ordinal
WHERE c.rank > 1
"""

REJECTED: Final = """
SELECT s.raw_path, p.record, p.raw_sha256, p.reason, p.detail
FROM pages p JOIN sources s USING (source) WHERE p.id IS NULL
"""
