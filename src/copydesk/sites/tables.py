"""Reading values out of a profile's TOML: each of the right type, or an error that names the row."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any, NoReturn

from copydesk.errors import ProfileError
from copydesk.sites.positions import Path, row_of, rows

_AT_LINE = re.compile(r" ?\(at line (\d+), column \d+\)")


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a profile: its values, where it is, and which keys it may have."""

    file: str
    data: Mapping[str, Any]
    path: Path
    rows: Mapping[Path, int]

    def wrong(self, key: str | None, cure: str) -> NoReturn:
        """Raise the error for a key of this table, or for the table."""
        path = self.path if key is None else (*self.path, key)
        raise ProfileError(f"{self.file}:{row_of(dict(self.rows), path)}: {cure}")

    @property
    def row(self) -> int:
        """The row the table begins at."""
        return row_of(dict(self.rows), self.path)

    def only(self, allowed: frozenset[str]) -> None:
        """Refuse keys nobody reads: they are mistyped, and would silently do nothing."""
        for key in self.data:
            if key not in allowed:
                near = get_close_matches(key, allowed, 1)
                hint = f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(sorted(allowed))}"
                self.wrong(key, f"unknown key {key!r}; {hint}")

    def text(self, key: str) -> str | None:
        """A text that is not empty, or None."""
        value = self.data.get(key)
        if value is not None and (not isinstance(value, str) or not value.strip()):
            self.wrong(key, f"{key} must be a text that is not empty")
        return value

    def need(self, key: str) -> str:
        """A text that must be there."""
        value = self.text(key)
        if value is None:
            self.wrong(None, f'{key} is missing; add {key} = "..."')
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A text or a list of them, as a tuple."""
        value = self.data.get(key, [])
        many = [value] if isinstance(value, str) else value
        if not isinstance(many, list) or not all(isinstance(v, str) and v.strip() for v in many):
            self.wrong(key, f"{key} must be a text or a list of texts, none of them empty")
        return tuple(many)

    def flag(self, key: str, *, absent: bool = False) -> bool:
        """True or false; `absent` if the key is."""
        value = self.data.get(key, absent)
        if not isinstance(value, bool):
            self.wrong(key, f"{key} must be true or false")
        return value

    def number(self, key: str, most: int) -> int:
        """A whole number from 0 to `most`; 0 if absent."""
        value = self.data.get(key, 0)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
            self.wrong(key, f"{key} must be a whole number from 0 to {most}")
        return value

    def day(self, key: str) -> date | None:
        """A date, written bare or as a text."""
        value = self.data.get(key)
        if isinstance(value, str):
            try:
                value = date.fromisoformat(value)
            except ValueError:
                self.wrong(key, f"{key} {value!r} is not a date; write it like 2016-05-31")
        if value is not None and (isinstance(value, datetime) or not isinstance(value, date)):
            self.wrong(key, f"{key} must be a date like 2016-05-31, without a time")
        return value

    def table(self, key: str) -> Table:
        """A table within this one; empty if absent."""
        value = self.data.get(key, {})
        if not isinstance(value, dict):
            self.wrong(key, f"{key} must be a table: write [{key}]")
        return Table(self.file, value, (*self.path, key), self.rows)

    def tables(self, key: str) -> Iterator[Table]:
        """The tables of an array within this one, in order."""
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
            names = ".".join(p for p in (*self.path, key) if isinstance(p, str))
            self.wrong(key, f"{key} must be tables: write [[{names}]] before each")
        for at, data in enumerate(value):
            yield Table(self.file, data, (*self.path, key, at), self.rows)


def parse(text: str, file: str) -> Table:
    """The root table of a profile's text.

    >>> parse('host = "example.org"', "example.org.toml").need("host")
    'example.org'
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _AT_LINE.search(str(error))
        row = found[1] if found else str(text.count("\n") + 1)
        message = _AT_LINE.sub("", str(error)).removesuffix(" (at end of document)")
        raise ProfileError(f"{file}:{row}: not TOML: {message}; mend this line") from error
    return Table(file, data, (), rows(text))
