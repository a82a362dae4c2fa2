"""One record, one line: UTF-8 JSON, keys in the order given."""

from __future__ import annotations

from typing import Any

import orjson


def line(record: Any) -> bytes:
    r"""A record as a line of JSON.

    >>> line({"b": "né", "a": None})
    b'{"b":"n\xc3\xa9","a":null}\n'
    """
    try:
        return orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE)
    except TypeError:  # half a surrogate pair, as broken JSON on a page may spell it
        return orjson.dumps(whole(record), option=orjson.OPT_APPEND_NEWLINE)


def whole(value: Any) -> Any:
    """A value with every lone surrogate replaced, so that it can be written as UTF-8."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {whole(k): whole(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [whole(item) for item in value]
    return value
