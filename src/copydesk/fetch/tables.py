"""The tables of the fetch state: sources, documents, pages, hosts, robots, requests, batches.

Times are seconds since 1970. A page's row is written when a document names it, with nothing known but
the url; what was got of it is written when the batch that holds it is in its place.
"""

from __future__ import annotations

from typing import Final

STATE_VERSION: Final = 1
"""A state of a higher version is from a newer copydesk, and refused."""

TABLES: Final = """
CREATE TABLE sources (
    name TEXT PRIMARY KEY,
    url TEXT,
    kind TEXT,
    asked_at REAL,
    succeeded_at REAL,
    due_at REAL,
    result TEXT,
    detail TEXT,
    errors INTEGER NOT NULL DEFAULT 0,
    new_pages INTEGER NOT NULL DEFAULT 0,
    failed_pages INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE documents (
    url TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    kind TEXT,
    etag TEXT,
    last_modified TEXT,
    asked_at REAL,
    names TEXT NOT NULL DEFAULT '[]'
) WITHOUT ROWID;
CREATE TABLE pages (
    page INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    url TEXT NOT NULL,
    source TEXT NOT NULL,
    document TEXT,
    listed INTEGER NOT NULL DEFAULT 1,
    published REAL,
    updated TEXT,
    hops INTEGER NOT NULL DEFAULT 0,
    found_at REAL NOT NULL,
    due_at REAL,
    asked_at REAL,
    result TEXT,
    detail TEXT,
    status INTEGER,
    failures INTEGER NOT NULL DEFAULT 0,
    etag TEXT,
    last_modified TEXT,
    sha256 TEXT,
    fetched_at REAL,
    record TEXT,
    record_url TEXT,
    payload TEXT,
    path TEXT
);
CREATE INDEX pages_by_source ON pages (source, due_at);
CREATE INDEX pages_by_document ON pages (document);
CREATE TABLE hosts (
    host TEXT PRIMARY KEY,
    not_before REAL NOT NULL,
    why TEXT NOT NULL,
    failures INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE robots (
    origin TEXT PRIMARY KEY,
    asked_at REAL NOT NULL,
    status INTEGER NOT NULL,
    body BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE requests (
    at REAL NOT NULL,
    host TEXT NOT NULL,
    url TEXT NOT NULL,
    purpose TEXT NOT NULL,
    status INTEGER,
    result TEXT,
    detail TEXT,
    bytes INTEGER,
    seconds REAL,
    address TEXT
);
CREATE INDEX requests_by_time ON requests (at);
CREATE TABLE batches (path TEXT PRIMARY KEY, outcomes TEXT NOT NULL) WITHOUT ROWID;
"""

LEAST_AGAIN: Final = 3_600.0
"""A page whose stated time of change moves is asked again, but no sooner than so many seconds after the
last time: some systems state the time of the request."""

PAGE = (
    "page, key, url, source, hops, failures, etag, last_modified, sha256, "
    "record, record_url, payload, fetched_at"
)
ADD_PAGE = f"""
INSERT INTO pages (key, url, source, document, published, updated, found_at, due_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (key) DO UPDATE SET
    listed = 1,
    source = excluded.source,
    document = coalesce(excluded.document, pages.document),
    published = coalesce(excluded.published, pages.published),
    due_at = CASE
        WHEN excluded.updated IS NOT NULL AND pages.updated IS NOT NULL
            AND excluded.updated <> pages.updated AND pages.asked_at IS NOT NULL AND pages.result <> 'moved'
        THEN max(excluded.due_at, pages.asked_at + {LEAST_AGAIN})
        ELSE pages.due_at END,
    updated = coalesce(excluded.updated, pages.updated)
"""  # noqa: S608
LIST_TARGETS = """
UPDATE pages SET listed = 1 WHERE key IN (
    SELECT detail FROM pages WHERE document IS ? AND listed = 1 AND result = 'moved')
"""
ADD_TARGET = """
INSERT INTO pages (key, url, source, document, published, updated, hops, found_at, due_at)
SELECT ?, ?, ?, document, published, NULL, ?, ?, ? FROM pages WHERE page = ?
ON CONFLICT (key) DO NOTHING
"""
DUE = f"""
SELECT {PAGE} FROM pages
WHERE source = ? AND due_at <= ? AND (sha256 IS NULL OR listed = 1)
    AND (? IS NULL OR published IS NULL OR published >= ?)
ORDER BY asked_at IS NOT NULL, coalesce(published, found_at) DESC, page LIMIT ?
"""  # noqa: S608
PUT_SOURCE = """
INSERT INTO sources (name, url, kind, asked_at, succeeded_at, due_at, result, detail, errors)
VALUES (:name, :url, :kind, :now, :good, :due, :result, :detail, :bad)
ON CONFLICT (name) DO UPDATE SET url = :url, kind = :kind, asked_at = :now,
    succeeded_at = coalesce(:good, succeeded_at), due_at = :due, result = :result, detail = :detail,
    errors = CASE WHEN :bad THEN errors + 1 ELSE 0 END, new_pages = 0, failed_pages = 0
"""
APPLY = """
UPDATE pages SET asked_at = :at, result = :result, detail = :detail, status = :status, due_at = :due_at,
    failures = :failures,
    etag = CASE WHEN :fresh THEN :etag ELSE etag END,
    last_modified = CASE WHEN :fresh THEN :modified ELSE last_modified END,
    sha256 = coalesce(:sha256, sha256),
    record = coalesce(:record, record),
    record_url = CASE WHEN :record IS NULL THEN record_url ELSE :record_url END,
    payload = CASE WHEN :record IS NULL THEN payload ELSE :payload END,
    fetched_at = CASE WHEN :record IS NULL THEN fetched_at ELSE :fetched END,
    path = coalesce(:path, path)
WHERE page = :number
"""
