"""The first words of buttons: those that ask for something, and those that offer it."""

from __future__ import annotations

from typing import Final

from copydesk.judge.phrases.table import read_topic

_LISTS = read_topic("left_out").lists
ASKS: Final = frozenset(_LISTS["asks"])
# Among the entries of a menu, of which most begin with a word for doing something, these are no entries.
OFFERS: Final = frozenset(_LISTS["offers"])
