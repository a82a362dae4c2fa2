"""Sentences in a page's head or foot that say what the outlet is."""

from __future__ import annotations

from typing import Final

from copydesk.extract.titles.titles import host_names, squeeze
from copydesk.judge.left_out.around import LINKED, Named
from copydesk.judge.phrases.table import read_topic
from copydesk.judge.view import View
from copydesk.model import Reason

_IS: Final = frozenset(read_topic("left_out").lists["is"])
# Shorter lines are slogans and labels.
_LEAST_WORDS: Final = 8
# The name has so many words at most, and behind it the sentence says soon that it is something.
_NAME_WORDS: Final = 6
_SOON: Final = 3
_SHORTEST_NAME: Final = 3


def about_outlet(view: View, index: int) -> Named | None:
    """Whether a line begins with the outlet's name and says what that is."""
    line = view.lines[index]
    if not line.sentence or line.word_count < _LEAST_WORDS or view.blocks[index].link_density >= LINKED:
        return None
    words, own = line.key.split(), own_names(view)
    for count in range(1, _NAME_WORDS + 1):
        if squeeze(" ".join(words[:count])) in own and not _IS.isdisjoint(words[count : count + _SOON]):
            return "about_outlet", Reason.AUTHOR_BIO, "says what the outlet is, by its name"
    return None


def own_names(view: View) -> frozenset[str]:
    """The outlet's names, without spaces: declared, and of its host."""
    names = (*view.declared.values("publisher"), *host_names(view.page.url or view.page.canonical_url))
    return frozenset(name for each in names if len(name := squeeze(each)) >= _SHORTEST_NAME)
