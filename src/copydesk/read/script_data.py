"""The values that a page's scripts hold as data: JSON in a script of its own, assigned to a variable, pushed
to a list, or in the rows that React's server components are sent in.

Nothing is run. Every size is bounded, as what a script holds is whatever somebody wrote.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from copydesk.settings import DEFAULT

# Scripts of fewer characters hold no article.
_LEAST: Final = 300
# Places of a script at which a value may begin that are tried: most scripts are code and hold none.
_TRIES: Final = 40
_BEGIN = re.compile(r"(?:[=(,:]|^|return)\s{0,9}(?=[{\[])|JSON\.parse\(\s{0,9}(?=\")")
_DECODER = json.JSONDecoder(strict=False)
# React's rows: a number, and JSON to the end of the line or a text of so many bytes.
_PUSHED = re.compile(r"self\.__next_f\.push\(\s{0,9}(?=\[)")
_ROW = re.compile(r"([0-9a-f]{1,6}):(?:T([0-9a-f]{1,6}),|[A-Z]{0,2}(?=[\[{\"]))?")
_REFERENCE = re.compile(r"\$([0-9a-f]{1,6})")


def script_values(scripts: Iterable[str], most: int = DEFAULT.read.max_data) -> list[Any]:
    """The objects and lists in the texts of a page's scripts, in page order, from `most` characters.

    >>> script_values(['window.STATE = {"story": {"title": "Ferry late"}};' + " " * 300])
    [{'story': {'title': 'Ferry late'}}]
    """
    found: list[Any] = []
    pushed: list[str] = []
    left = most
    for script in scripts:
        if len(script) < _LEAST and "__next_f" not in script:
            continue
        if (left := left - len(script)) < 0:
            break
        if row := _PUSHED.search(script):
            pushed += [part for part in _value(script, row.end()) or () if isinstance(part, str)]
        else:
            found += _values(script)
    return found + _rows("".join(pushed), most)


def _values(script: str) -> Iterator[Any]:
    """Every value of a script that can be read, the outermost alone."""
    at = 0
    for _ in range(_TRIES):
        begin = _BEGIN.search(script, at)
        if begin is None:
            return
        at = begin.end()
        try:
            value, at = _DECODER.raw_decode(script, at)
            value = json.loads(value, strict=False) if isinstance(value, str) else value
        except (ValueError, RecursionError):
            continue  # code, most often
        if isinstance(value, dict | list):
            yield _unflattened(value)


def _unflattened(value: Any) -> Any:
    """The objects of a list that holds every value once, and objects only as places in it (Nuxt)."""
    if not isinstance(value, list) or not any(isinstance(part, dict) for part in value):
        return value
    objects = [part for part in value if isinstance(part, dict) and part]
    places = range(len(value))
    if not all(isinstance(at, int) and at in places for part in objects for at in part.values()):
        return value
    return [{name: value[at] for name, at in part.items()} for part in objects]


def _value(text: str, at: int) -> Any:
    """The value that begins at a place, or None if none does."""
    try:
        return _DECODER.raw_decode(text, at)[0]
    except (ValueError, RecursionError):
        return None


def _rows(stream: str, most: int) -> list[Any]:
    """The values of React's rows; what refers to a row of text is that text."""
    data = stream.encode("utf-8", "surrogatepass")
    texts: dict[str, str] = {}
    values: list[Any] = []
    at = 0
    while at < len(data):
        end = data.find(b"\n", at)
        end = len(data) if end < 0 else end
        row = _ROW.match(data[at : min(end, at + 20)].decode("utf-8", "ignore"))
        if row and row[2]:
            start = at + row.end()
            at = start + int(row[2], 16)
            texts[row[1]] = data[start:at].decode("utf-8", "replace")
            continue
        if row:
            values.append(_value(data[at:end].decode("utf-8", "replace"), row.end()))
        at = end + 1
    return _resolved([value for value in values if isinstance(value, dict | list)], texts, most)


def _resolved(values: list[Any], texts: dict[str, str], left: int) -> list[Any]:
    """Values with the texts in place of the references to them; they are changed in place.

    A long text that is referred to again and again would make much of little, so there is an end to it.
    """
    waiting: list[Any] = [values]
    while waiting:
        one = waiting.pop()
        for name, part in list(one.items() if isinstance(one, dict) else enumerate(one)):
            if isinstance(part, dict | list):
                waiting.append(part)
            elif isinstance(part, str) and (row := _REFERENCE.fullmatch(part)) and row[1] in texts:
                if (left := left - len(texts[row[1]])) < 0:
                    return values
                one[name] = texts[row[1]]
    return values
