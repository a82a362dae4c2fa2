"""Lists of ways to share a story or to follow its outlet: most of their entries name a network."""

from __future__ import annotations

from typing import Any, Final

from copydesk.extract.tables import word_set
from copydesk.judge.echoes import asks_to_share
from copydesk.judge.navigation import is_label
from copydesk.judge.notices import notice_of
from copydesk.judge.phrases.furniture import PLACES, WAYS
from copydesk.judge.promos import promo_of
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped
from copydesk.text import Line

_ENTRIES: Final = range(2, 16)
# An entry is a name, or asks to share there: "Share on ...".
_WORDS: Final = 6
_LEAST_PLACES: Final = 2
_SHARE: Final = 0.7
# These name a network only where they stand alone.
_PLAIN: Final = word_set("line google gab digg threads parler messenger skype")
# What else asks to share: "Per Post teilen".
_VERBS: Final = word_set("""
    share sharing teilen partager partagez compartir comparte condividi compartilhar compartilhe
    delen dela del deel tweet
""")
_NETWORKS: Final = PLACES - _PLAIN


def judge(view: View) -> dict[int, Verdict]:
    """Drop the lists that are left out and of whose entries most say where to share or follow."""
    lists: dict[Any, list[int]] = {}
    for block in () if view.pasted else view.blocks:
        if block.kind is Kind.LIST_ITEM and block.hidden is None:
            holder = next(view.page.elements[block.index].iterancestors("ul", "ol"), None)
            lists.setdefault(holder, []).append(block.index)
    found: dict[int, Verdict] = {}
    for holder, entries in lists.items():
        if holder is not None and len(entries) in _ENTRIES and _is_of_sharing(view, entries):
            said = f"one of {len(entries)} entries of a list most of which say where to share or follow"
            named = (i for i in entries if i not in view.verdicts and not _says_else(view.lines[i]))
            found |= {i: dropped("share_names", Reason.PROMO, said) for i in named}
    return found


def _is_of_sharing(view: View, entries: list[int]) -> bool:
    """Whether most entries of a list that is not read name a way to share, and several a network."""
    if any(view.in_reading[i] for i in entries):
        return False
    lines = [view.lines[i] for i in entries]
    places = sum(map(_names_place, lines))
    shares = sum(_names_place(line) or _shares(line) for line in lines)
    return places >= _LEAST_PLACES and shares >= _SHARE * len(lines)


def _names_place(line: Line) -> bool:
    return line.key in PLACES or (size(line) <= _WORDS and not _NETWORKS.isdisjoint(line.words))


def _shares(line: Line) -> bool:
    """Whether an entry is a way to share, or asks to."""
    asks = size(line) <= _WORDS and not _VERBS.isdisjoint(line.words)
    return line.key in WAYS or asks or asks_to_share(line)


def _says_else(line: Line) -> bool:
    """Whether an entry has a name of its own: a promo's, a notice's, a label's."""
    other = line.key not in WAYS and (is_label(line) or notice_of(line) is not None)
    return size(line) > _WORDS or promo_of(line) is not None or other
