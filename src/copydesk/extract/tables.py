"""Word tables written as text."""

from __future__ import annotations

from copydesk.text import key


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
