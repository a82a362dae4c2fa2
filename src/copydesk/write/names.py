"""Names of files in `clean/`: from hosts, months and ids, never from titles or urls."""

from __future__ import annotations

import hashlib
import re
from typing import Final

UNKNOWN: Final = "_unknown"
UNDATED: Final = "undated"

_HOST = re.compile(r"[a-z0-9][a-z0-9._-]{0,126}")
_MONTH = re.compile(r"(\d{4}-(?:0[1-9]|1[0-2]))(?:$|-)")


def partition_of(host: str | None, published: str | None) -> str:
    """Where an article belongs, below `articles/` and `removed/`, without the ending.

    >>> partition_of("news.example", "2031-05-04T08:00:00Z"), partition_of(None, "2031")
    ('site=news.example/2031-05', 'site=_unknown/undated')
    """
    found = _MONTH.match(published or "")
    return f"site={safe_host(host)}/{found[1] if found else UNDATED}"


def safe_host(host: str | None) -> str:
    """A host as a folder may be called; one with other letters by its hash.

    >>> safe_host("news.example"), safe_host("../etc")
    ('news.example', '_f7f9121fdb53d8de')
    """
    if not host:
        return UNKNOWN
    if _HOST.fullmatch(host):
        return host
    return "_" + hashlib.sha256(host.encode("utf-8", "replace")).hexdigest()[:16]
