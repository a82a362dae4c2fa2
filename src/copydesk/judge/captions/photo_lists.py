"""Lists of pictures pasted as text: each entry a heading, its paragraph and who took the picture."""

from __future__ import annotations

from typing import Final

from copydesk.extract.places.places import is_place
from copydesk.judge.captions.credited import is_caption_text
from copydesk.judge.navigation.navigation import is_label
from copydesk.judge.promos.promos import promo_of
from copydesk.judge.shape import is_prose, is_stamp, size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped, kept
from copydesk.text import Line

# So many headings right below the credit of a picture make a list.
_FEWEST: Final = 2
_MOST_WORDS: Final = 8
# A credit alone on its line, such as "(Photograph: AFP)", has no more words.
_CREDIT_WORDS: Final = 5
_INTRO_WORDS: Final = 8
_NUMBER_CHARS: Final = 3
_ENDS: Final = (".", ":", ";", ",")


def judge(view: View) -> dict[int, Verdict]:
    """Keep the headings of the entries with their paragraphs, and what leads into the list."""
    if not view.pasted:
        return {}
    shown = [i for i, v in view.verdicts.items() if v.reason is Reason.CAPTION and _is_credit(view.lines[i])]
    heads = [head for head in (_entry(view, below + 1) for below in shown) if head is not None]
    if len(heads) < _FEWEST:
        return {}
    first = _first(view, min(shown))
    heads += [first] if first is not None else []
    said = f"one of {len(heads)} that head an entry of a list of pictures"
    found = {i: kept("list_heading", said, kind=Kind.HEADING) for i in heads}
    found |= {i + 1: kept("list_entry", f"below the heading of an entry (block {i})") for i in heads}
    numbers = (i - 1 for i in heads if i and i - 1 not in view.verdicts and _is_number(view.lines[i - 1]))
    found |= {i: dropped("list_number", Reason.TEMPLATE, "the number of an entry alone") for i in numbers}
    if first is not None and (intro := _intro(view, first)) is not None:
        found[intro] = kept("list_intro", f"leads into a list of pictures (block {first})")
    return found


def _is_credit(line: Line) -> bool:
    return 0 < size(line) <= _CREDIT_WORDS and not line.sentence


def _is_number(line: Line) -> bool:
    """Whether a line is the number of an entry.

    >>> from copydesk.text import line
    >>> _is_number(line("3")), _is_number(line("2031"))
    (True, False)
    """
    return line.text.rstrip(".)").isdecimal() and len(line.text) <= _NUMBER_CHARS


def _entry(view: View, index: int) -> int | None:
    """The heading of the entry that begins at a line, its number left aside."""
    if index < len(view.lines) and _is_number(view.lines[index]):
        index += 1
    return index if _heads(view, index) else None


def _heads(view: View, index: int) -> bool:
    """Whether a line is a few words above an open paragraph, and nothing else that is known."""
    below = index + 1
    if below >= len(view.lines) or index in view.verdicts or below in view.verdicts:
        return False
    line = view.lines[index]
    if not 0 < size(line) <= _MOST_WORDS or line.sentence or line.text.endswith(_ENDS) or is_label(line):
        return False
    if not is_place(line.text) and (is_stamp(line) or is_caption_text(line)):
        return False
    return promo_of(line) is None and is_prose(view.lines[below]) and not is_caption_text(view.lines[below])


def _first(view: View, credit: int) -> int | None:
    """The heading of the first entry: right above the paragraph above the first credit."""
    head = credit - 2
    return head if head >= 0 and _heads(view, head) else None


def _intro(view: View, first: int) -> int | None:
    """The open line of a few words at least between what is decided and the first entry."""
    above = first - 1
    if above >= 0 and _is_number(view.lines[above]):
        above -= 1
    decided = above - 1 in view.verdicts
    told = above >= 0 and decided and above not in view.verdicts and size(view.lines[above]) >= _INTRO_WORDS
    return above if told and not is_stamp(view.lines[above]) else None
