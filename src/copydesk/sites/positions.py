"""Where in a TOML text a value stands: tomllib does not say, and an error should."""

from __future__ import annotations

import re

Path = tuple[str | int, ...]

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*([A-Za-z0-9_\-]+(?:\.[A-Za-z0-9_\-]+)*|\"[^\"]*\"|'[^']*')\s*=\s*(.*)$")


def rows(text: str) -> dict[Path, int]:
    """The row (from 1) of every table and key, by path; tables of an array have their number in it.

    >>> rows('[[version]]\\n[[version.drop]]\\nreason = "x"')[("version", 0, "drop", 0, "reason")]
    3
    """
    found: dict[Path, int] = {(): 1}
    counts: dict[Path, int] = {}
    table: Path = ()
    until: str | None = None
    depth = 0
    for number, row in enumerate(text.splitlines(), 1):
        if until is not None:
            until = None if until in row else until
            continue
        if depth > 0:
            depth += _brackets(row)
            continue
        if header := _HEADER.match(row):
            table = _enter(header[2], header[1] == "[[", counts)
            for path in _prefixes(table, 0):
                found.setdefault(path, number)
        elif key := _KEY.match(row):
            for path in _prefixes((*table, *_parts(key[1])), len(table)):
                found.setdefault(path, number)
            until = _open_quote(key[2])
            depth = 0 if until else _brackets(key[2])
    return found


def row_of(found: dict[Path, int], path: Path) -> int:
    """The row of a path, or of the nearest thing around it."""
    while path not in found:
        path = path[:-1]
    return found[path]


def _enter(name: str, is_array: bool, counts: dict[Path, int]) -> Path:
    """The path of a table header; `[[a.b]]` is the next `b` of the latest `a`."""
    path: Path = ()
    parts = [part.strip().strip("\"'") for part in name.split(".")]
    for at, part in enumerate(parts):
        path = (*path, part)
        if at == len(parts) - 1 and is_array:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    _forget_below(path, counts)
    return path


def _parts(name: str) -> list[str]:
    """The parts of a dotted key; a quoted key is one part."""
    return [name.strip("\"'")] if name[0] in "\"'" else name.split(".")


def _prefixes(path: Path, above: int) -> list[Path]:
    """A key's path, and those of the tables its dots make, below the table it stands in."""
    return [path[:end] for end in range(above + 1, len(path) + 1)]


def _forget_below(path: Path, counts: dict[Path, int]) -> None:
    """A new element of an array starts its own arrays anew; its path tells them apart already."""
    for other in [p for p in counts if len(p) > len(path) and p[: len(path)] == path]:
        del counts[other]


def _open_quote(value: str) -> str | None:
    """The quotes a many-line string is waiting for, if the value opens one and does not close it."""
    for quotes in ('"""', "'''"):
        if value.startswith(quotes) and quotes not in value[3:]:
            return quotes
    return None


_STRINGS = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'|#.*")


def _brackets(value: str) -> int:
    """How many brackets a line leaves open, those in strings and comments aside."""
    bare = _STRINGS.sub("", value)
    return bare.count("[") + bare.count("{") - bare.count("]") - bare.count("}")
