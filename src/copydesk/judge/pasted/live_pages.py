"""Pasted pages that say of themselves that they are live: the times of their posts, and what each post says.

A post is a few sentences, often shorter than a paragraph of a story: the line keeper takes it for the page's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from copydesk.extract.authors.byline import read_byline
from copydesk.extract.parts import ASKS
from copydesk.extract.signals import LIVE_TITLE
from copydesk.extract.tables import key_set
from copydesk.judge.captions.credited import is_caption_text
from copydesk.judge.navigation.navigation import is_label
from copydesk.judge.promos.promos import promo_of
from copydesk.judge.shape import is_stamp, size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped, kept
from copydesk.text import Line

# A page that says it is live and has so many times alone on lines is one.
_FEWEST: Final = 2
# The stamp of the page itself stands so near below its headline, and has a day.
_HEAD: Final = 6
_CLOCK: Final = re.compile(r"\d{1,2} ?[:.h] ?[0-5]\d")
_STAMP_WORDS: Final = 9
# A post's heading is no longer than this; a sentence of one is no shorter.
_MOST_WORDS, _LEAST_WORDS = 14, 3
# So far above its headline and below it a page says that it is live.
_NEAR: Final = 4
_LIVE: Final = key_set(
    """
live | liveblog | live blog | live updates | live reporting | live coverage | en direct | direct
direct en cours | le direct | liveticker | live-ticker | newsticker | ticker | ao vivo | en vivo | diretta
in diretta | live now
"""
)


def is_live(view: View) -> bool:
    """Whether a pasted page's headline, or a label beside it, says that it is live."""
    title = view.title()
    if not view.pasted or title is None:
        return False
    if LIVE_TITLE.search(view.lines[title].text):
        return True
    near = view.lines[max(0, title - _NEAR) : title + _NEAR + 1]
    return any(line.key in _LIVE for line in near)


def stamps(view: View) -> list[int]:
    """The lines of a live page that tell when a post was written; none where they are fewer than two."""
    title = view.title()
    if title is None or not is_live(view):
        return []
    below = range(title + 1, len(view.blocks))
    found = [i for i in below if i not in view.verdicts and _is_stamp(view, i, head=i <= title + _HEAD)]
    return found if len(found) >= _FEWEST else []


def posts(view: View, times: Sequence[int]) -> dict[int, Verdict]:
    """Drop the times of posts, and keep the headings right below them, or above where most stand there."""
    said = f"the time of a post of a live page, one of {len(times)}"
    found = {i: dropped("live_time", Reason.BYLINE, said) for i in times}
    below = [i + 1 for i in times if _heads(view, i + 1, i + 2)]
    above = [i - 1 for i in times if _heads(view, i - 1, i + 1)]
    for head in above if len(above) > len(below) else below:
        if head not in found:
            found[head] = kept(
                "post_heading", "heads a post of a live page, beside its time", kind=Kind.HEADING
            )
    return found


def judge(view: View) -> dict[int, Verdict]:
    """Keep the sentences of a live page's posts that the line keeper leaves out."""
    times = [i for i, v in view.verdicts.items() if v.rule == "live_time"] if view.pasted else []
    if not view.doubt or len(times) < _FEWEST or not is_live(view):
        return {}
    said = "a sentence of a post of a live page"
    # A question below a time is the headline of a post, in a list of them.
    left = (i for i in view.open() if not view.in_reading[i] and not view.lines[i].text.endswith(ASKS))
    within = (i for i in left if _is_told(view, i))
    end = _end(view, max(times))
    return {i: kept("post_text", said) for i in within if min(times) < i < end}


def _is_stamp(view: View, index: int, *, head: bool) -> bool:
    """Whether a line is a time of the day and no more; in the page's head one without a day or a label."""
    line = view.lines[index]
    if not 0 < line.word_count <= _STAMP_WORDS or _CLOCK.search(line.text) is None:
        return False
    read = read_byline(line.text)
    if read.rest or read.named or not read.dated:
        return False
    return not head or not (read.labelled or read.published or read.modified)


def _heads(view: View, index: int, below: int) -> bool:
    """Whether a line is a few words above a sentence, and nothing else that is known."""
    if not 0 <= index < len(view.lines) or below >= len(view.lines) or index in view.verdicts:
        return False
    line = view.lines[index]
    if not 0 < size(line) <= _MOST_WORDS or line.text.endswith(".") or view.blocks[index].bullet:
        return False
    if is_stamp(line) or is_label(line) or is_caption_text(line) or promo_of(line) is not None:
        return False
    return _is_told(view, below)


def _is_told(view: View, index: int) -> bool:
    """Whether a line is a sentence, and no promo or caption."""
    line: Line = view.lines[index]
    told = line.sentence and size(line) >= _LEAST_WORDS and not is_stamp(line)
    return told and promo_of(line) is None and not is_caption_text(line)


def _end(view: View, last: int) -> int:
    """Where the last post ends: at the first line that is left out and is no sentence."""
    for index in range(last + 1, len(view.blocks)):
        verdict = view.verdicts.get(index)
        open_ = verdict is None and (view.in_reading[index] or _is_told(view, index))
        if not open_ and not (verdict is not None and (verdict.keep or verdict.reason is Reason.CAPTION)):
            return index
    return len(view.blocks)
