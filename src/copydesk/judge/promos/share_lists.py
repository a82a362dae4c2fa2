"""Ways to share a story or to follow its outlet, and to its apps: by addresses, and in lists and rows."""

from __future__ import annotations

from itertools import islice, takewhile
from typing import Any, Final

from copydesk.extract.tables import word_set
from copydesk.judge.boxes import holds
from copydesk.judge.left_out.echoes import asks_to_share
from copydesk.judge.left_out.elements import comments_name
from copydesk.judge.left_out.rows import runs
from copydesk.judge.navigation.navigation import is_label
from copydesk.judge.navigation.page_links import LINKED
from copydesk.judge.notices.notices import notice_of
from copydesk.judge.phrases.furniture import PLACES, WAYS
from copydesk.judge.place import above
from copydesk.judge.promos.networks import all_lead, is_follow, is_share, is_store, lead_to_networks
from copydesk.judge.promos.promos import promo_of
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped
from copydesk.text import Line

_ENTRIES: Final = range(2, 16)
# An entry is a name, or asks to share there: "Share on ...".
_WORDS: Final = 6
_LEAST_PLACES: Final = 2
# The name of an account or a network alone has fewer.
_ROW_WORDS: Final = 3
_SHARE: Final = 0.7
# So far away, in blocks and in elements, the story is looked for that a line may be of.
_REACH: Final = 20
_LEVELS: Final = 3
# These name a network only where they stand alone.
_PLAIN: Final = word_set("""
    line google gab digg threads parler messenger skype slack discord twitch rumble koo
""")
# What else asks to share: "Per Post teilen".
_VERBS: Final = word_set("""
    share sharing teilen partager partagez compartir comparte condividi compartilhar compartilhe
    delen dela del deel tweet
""")
_NETWORKS: Final = PLACES - _PLAIN


def judge(view: View) -> dict[int, Verdict]:
    """Drop links that share or lead to apps, and lists and rows that say where to share or follow."""
    return {} if view.pasted else _in_rows(view) | _in_lists(view) | _by_address(view)


def _by_address(view: View) -> dict[int, Verdict]:
    """The left-out links of a few words that share the page, or lead to where apps are had."""
    found: dict[int, Verdict] = {}
    for index in view.open():
        # Most lines are no links: the cheapest test first.
        if view.blocks[index].link_density < LINKED or view.in_reading[index]:
            continue
        if size(view.lines[index]) > _WORDS or view.lines[index].sentence or _is_of_readers(view, index):
            continue
        if all_lead(view, index, is_share):
            found[index] = dropped("share_link", Reason.PROMO, "shares the page, by its address")
        elif all_lead(view, index, is_follow):
            found[index] = dropped("follow_link", Reason.PROMO, "has the outlet preferred, by its address")
        elif all_lead(view, index, is_store) and not _is_in_story(view, index):
            found[index] = dropped("app_link", Reason.PROMO, "leads to where apps are had, by its address")
    return found


def _is_in_story(view: View, index: int) -> bool:
    """Whether a line stands in one box with lines that are read: a story may list apps and accounts."""
    elements = view.page.elements
    above = (i for i in range(index - 1, max(-1, index - _REACH), -1) if view.in_reading[i])
    below = (i for i in range(index + 1, min(len(elements), index + _REACH)) if view.in_reading[i])
    near = [elements[i] for i in (next(above, None), next(below, None)) if i is not None]
    around = takewhile(lambda one: one.tag != "body", islice(elements[index].iterancestors(), _LEVELS))
    return any(holds(box, element) for box in around for element in near)


def _is_of_readers(view: View, index: int) -> bool:
    """Whether a line stands with a reader's comment, which can be shared, too."""
    return any(comments_name(step) is not None for step in above(view.blocks[index].path))


def _in_rows(view: View) -> dict[int, Verdict]:
    """The rows of left-out links of a few words, that lead to networks each."""
    found: dict[int, Verdict] = {}
    for row in runs([i for i in view.open() if _is_of_row(view, i)]):
        if len(row) >= _LEAST_PLACES:
            said = f"one of {len(row)} links in a row that lead to networks"
            found |= {i: dropped("share_names", Reason.PROMO, said) for i in row}
    return found


def _is_of_row(view: View, index: int) -> bool:
    block = view.blocks[index]
    if block.link_density < LINKED or view.in_reading[index] or block.kind is Kind.HEADING:
        return False
    line = view.lines[index]
    # What the words say is asked last: it takes longest.
    if size(line) > _ROW_WORDS or "blockquote" in block.path or not lead_to_networks(view, index):
        return False
    return not (
        _is_count(line) or _says_else(line) or _is_of_readers(view, index) or _is_in_story(view, index)
    )


def _in_lists(view: View) -> dict[int, Verdict]:
    """The entries of lists that are left out and of whose entries most say where to share or follow."""
    lists: dict[Any, list[int]] = {}
    for block in view.blocks:
        if block.kind is Kind.LIST_ITEM and not _is_hidden(view, block.index):
            holder = next(view.page.elements[block.index].iterancestors("ul", "ol"), None)
            lists.setdefault(holder, []).append(block.index)
    found: dict[int, Verdict] = {}
    for holder, entries in lists.items():
        if holder is not None and len(entries) in _ENTRIES and _is_of_sharing(view, entries):
            said = f"one of {len(entries)} entries of a list most of which say where to share or follow"
            named = (i for i in entries if i not in view.verdicts and not _says_else(view.lines[i]))
            found |= {i: dropped("share_names", Reason.PROMO, said) for i in named}
    return found


def _is_hidden(view: View, index: int) -> bool:
    """Whether a line is not seen; what a button shows and keeps from screen readers alone is."""
    verdict = view.verdicts.get(index)
    return verdict is not None and verdict.reason is Reason.HIDDEN


def _is_of_sharing(view: View, entries: list[int]) -> bool:
    """Whether most entries of a list that is not read name a way to share, and several a network."""
    if any(view.in_reading[i] for i in entries):
        return False
    places = sum(_is_place(view, i) for i in entries)
    shares = sum(_is_place(view, i) or _shares(view.lines[i]) for i in entries)
    return places >= _LEAST_PLACES and shares >= _SHARE * len(entries)


def _is_place(view: View, index: int) -> bool:
    """Whether an entry is the name of a network, or leads to one."""
    line = view.lines[index]
    if _names_place(line):
        return True
    return size(line) <= _ROW_WORDS and lead_to_networks(view, index) and not _is_in_story(view, index)


def _is_count(line: Line) -> bool:
    """Whether a line is a number and what it counts: "12 followers"."""
    return line.text[:1].isdigit() and line.word_count > 1


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
