"""Word tables written as text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from copydesk.text import key

# An expression that begins with a letter of its own: none that may be missing or repeated.
_SIGN = re.compile(r"\\.|.", re.DOTALL)
_LETTER_FIRST = re.compile(r"[^\W\d_](?![?*+{])")


def word_set(words: str) -> frozenset[str]:
    """A table of words, set apart by white space, as a set.

    >>> sorted(word_set("tv radio"))
    ['radio', 'tv']
    """
    return frozenset(words.split())


def word_list(words: str) -> tuple[str, ...]:
    """A table of words in their order.

    >>> word_list("date pubdate")
    ('date', 'pubdate')
    """
    return tuple(words.split())


def key_set(names: str) -> frozenset[str]:
    """A table of names, set apart by bars and line ends, as keys to compare with (see `text.key`).

    >>> sorted(key_set("Top Stories | Mid-East"))
    ['mid east', 'top stories']
    """
    return frozenset(key(name) for name in names.replace("\n", "|").split("|") if name.strip())


def one_of(alternation: str) -> str:
    """A pattern for an alternation, with the expressions that begin with one letter put together.

    Where case does not count, a search tries one expression after the other at each place of a text: with the
    first letters told apart, it tries few. What matches, and by which expression, stays the same if all are
    written in one case.

    >>> one_of("photos?|picture|(?:an )?image|bild|foto|by")
    '(?:p(?:hotos?|icture)|(?:an )?image|b(?:ild|y)|foto)'
    """
    made: list[str] = []
    runs = groupby(_expressions(alternation), lambda e: _LETTER_FIRST.match(e) is not None)
    for is_lettered, run in runs:
        expressions = list(run)
        made += _by_letter(expressions) if is_lettered else expressions
    return f"(?:{'|'.join(made)})"


def _by_letter(expressions: Iterable[str]) -> list[str]:
    rests: dict[str, list[str]] = {}
    for expression in expressions:
        rests.setdefault(expression[0], []).append(expression[1:])
    return [
        f"{letter}(?:{'|'.join(rest)})" if len(rest) > 1 else letter + rest[0]
        for letter, rest in rests.items()
    ]


def _expressions(alternation: str) -> list[str]:
    """The expressions of an alternation, split at the bars outside of all brackets."""
    parts, depth, listed = [""], 0, False
    for sign in _SIGN.findall(alternation):
        depth += 0 if listed else (sign == "(") - (sign == ")")
        listed = sign == "[" or (listed and sign != "]")
        if sign == "|" and not depth and not listed:
            parts.append("")
        else:
            parts[-1] += sign
    return parts
