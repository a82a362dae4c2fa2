"""What a worker says, as bytes that can name nothing but our own records.

A worker reads pages of anybody's making with parsers written in C. What comes out of it is data, never a
pickle: JSON for the fields, and behind it every bytes value as it is. Only the records listed here are
made of it.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any, Final

import orjson

from copydesk import errors
from copydesk.errors import CopydeskError
from copydesk.store.records import ArticleColumns, End, Judged

# An answer is the kept text of a page and its columns: some times the largest page, and no more.
MOST_BYTES: Final = 256 << 20
_RECORDS: Final = {record.__name__: record for record in (ArticleColumns, End, Judged)}
_BYTES, _RECORD, _OBJECT = "b", "r", "o"


class Unexpected(ValueError):  # never leaves this package
    """A worker sent what no worker of ours sends."""


def pack(value: Any) -> bytes:
    """A record, or plain values, as bytes.

    >>> unpack(pack(End(3, 12))), unpack(pack([1, None, b"as it is", {"a": "b"}]))
    (End(source=3, pages=12), [1, None, b'as it is', {'a': 'b'}])
    """
    parts: list[bytes] = []
    head = orjson.dumps(_plain(value, parts))
    sizes = orjson.dumps([len(part) for part in (head, *parts)])
    return b"\n".join((sizes, b"".join((head, *parts))))


def unpack(data: bytes) -> Any:
    """The value of such bytes; raises `Unexpected` if they hold anything else."""
    try:
        sizes, _, rest = data.partition(b"\n")
        parts, at = [], 0
        for size in orjson.loads(sizes):
            parts.append(rest[at : at + size])
            at += size
        return _made(orjson.loads(parts[0]), parts[1:])
    except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise Unexpected(f"a worker's answer cannot be read ({type(error).__name__})") from error


def _plain(value: Any, parts: list[bytes]) -> Any:
    """A value as JSON has it: lists stay lists, all else that is no scalar is tagged."""
    if isinstance(value, bytes):
        parts.append(value)
        return {_BYTES: len(parts) - 1}
    if is_dataclass(value):
        named = [_plain(getattr(value, field.name), parts) for field in fields(value)]
        return {_RECORD: [type(value).__name__, *named]}
    if isinstance(value, list | tuple):
        return [_plain(one, parts) for one in value]
    if isinstance(value, dict):
        return {_OBJECT: {key: _plain(one, parts) for key, one in value.items()}}
    return value


def _made(value: Any, parts: list[bytes]) -> Any:
    if isinstance(value, list):
        return [_made(one, parts) for one in value]
    if not isinstance(value, dict):
        return value
    ((tag, held),) = value.items()
    if tag == _BYTES:
        return parts[held]
    if tag == _RECORD:
        name, *given = held
        return _RECORDS[name](*(_made(one, parts) for one in given))
    return {key: _made(one, parts) for key, one in held.items()}


def failure(error: CopydeskError) -> list[str]:
    """An error of ours as plain values.

    >>> error_of(failure(errors.AccountingError("two blocks are missing")))
    AccountingError('two blocks are missing')
    """
    return [type(error).__name__, str(error)]


def error_of(told: Any) -> CopydeskError:
    """The error again; a kind that is not known is the root of them all."""
    name, sentence = told
    kind = getattr(errors, str(name), CopydeskError)
    if not isinstance(kind, type) or not issubclass(kind, CopydeskError) or kind is errors.NotAnArticle:
        kind = CopydeskError
    return kind(str(sentence))
