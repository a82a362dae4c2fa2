"""The keys and types of every line in `clean/`, as tables: what the writers write and `verify` checks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

VERSION: Final = "1"
"""The version of these tables, in every article line and in the manifest."""

Types = Mapping[str, tuple[type, ...]]

_NONE = type(None)
_TEXT = (str,)
_TEXT_OR_NULL = (str, _NONE)
_NUMBER_OR_NULL = (float, int, _NONE)
_LIST = (list,)

METADATA: Final[Types] = {
    "url": _TEXT_OR_NULL,
    "canonical_url": _TEXT_OR_NULL,
    "host": _TEXT_OR_NULL,
    "publisher": _TEXT_OR_NULL,
    "title": _TEXT_OR_NULL,
    "standfirst": _TEXT_OR_NULL,
    "authors": _LIST,
    "agencies": _LIST,
    "dateline": _TEXT_OR_NULL,
    "date_published": _TEXT_OR_NULL,
    "date_modified": _TEXT_OR_NULL,
    "language": _TEXT_OR_NULL,
    "section": _TEXT_OR_NULL,
    "tags": _LIST,
    "description": _TEXT_OR_NULL,
    "image": _TEXT_OR_NULL,
    "captions": _LIST,
    "license": _TEXT_OR_NULL,
    "kind": _TEXT,
    "word_count": (int,),
    "quality": _NUMBER_OR_NULL,
    "near_duplicate_of": _TEXT_OR_NULL,
    "cluster_id": _TEXT_OR_NULL,
    "raw_path": _TEXT,
    "raw_sha256": _TEXT,
    "provenance": (dict,),
}
ARTICLE: Final[Types] = {
    "id": _TEXT,
    "text": _TEXT,
    "source": _TEXT,
    "added": _TEXT_OR_NULL,
    "created": _TEXT_OR_NULL,
    "version": _TEXT,
    "metadata": (dict,),
}
REMOVED: Final[Types] = {
    "article_id": _TEXT,
    "raw_path": _TEXT,
    "index": (int,),
    "kind": _TEXT,
    "text": _TEXT,
    "stage": _TEXT,
    "rule": _TEXT,
    "reason": _TEXT,
    "evidence": _TEXT,
}
REJECTED: Final[Types] = {
    "raw_path": _TEXT,
    "record": _TEXT_OR_NULL,
    "sha256": _TEXT_OR_NULL,
    "reason": _TEXT,
    "detail": _TEXT,
}
DUPLICATE: Final[Types] = {
    "kind": _TEXT,
    "a": _TEXT,
    "b": _TEXT_OR_NULL,
    "score": _NUMBER_OR_NULL,
    "cover": _NUMBER_OR_NULL,
    "representative": _TEXT_OR_NULL,
    "cluster_id": _TEXT_OR_NULL,
    "raw_path": _TEXT_OR_NULL,
    "raw_sha256": _TEXT_OR_NULL,
    "added": _TEXT_OR_NULL,
}


def faults(line: Any, table: Types) -> list[str]:
    """What is wrong with a line's keys and types.

    >>> faults({"raw_path": "a.html", "record": None, "sha256": 7, "reason": "empty"}, REJECTED)
    ["key 'detail' is missing", "'sha256' is int, not str or null"]
    """
    if not isinstance(line, dict):
        return ["it is no JSON object"]
    found = [f"key {key!r} is missing" for key in table if key not in line]
    found += [f"key {key!r} is not in the schema" for key in line if key not in table]
    for key, types in table.items():
        if key in line and (type(line[key]) not in types or not _flat(line[key])):
            found.append(f"{key!r} is {_name(type(line[key]))}, not {' or '.join(map(_name, types))}")
    return found


def _flat(value: Any) -> bool:
    """Whether a list holds nothing but text."""
    return not isinstance(value, list) or all(isinstance(item, str) for item in value)


def _name(kind: type) -> str:
    return {"NoneType": "null", "list": "list of str"}.get(kind.__name__, kind.__name__)
