"""The posts of a pasted live page: each begins with the time, most have a few words as their heading."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from copydesk.extract.authors.byline import read_byline
from copydesk.extract.parts import ASKS
from copydesk.judge.captions.credited import is_caption_text
from copydesk.judge.left_out.listed import is_kept
from copydesk.judge.navigation.navigation import is_label
from copydesk.judge.pasted import live_pages
from copydesk.judge.promos.promos import promo_of
from copydesk.judge.shape import is_prose, is_stamp, size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped, kept
from copydesk.text import Line

# So many times of the day alone on their lines, within the story, are those of posts.
_FEWEST: Final = 3
_CLOCK: Final = re.compile(r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?(?: Uhr| ?h)?")
# The same with the day in figures behind it or before it: "20:10 6.10.2031".
_DAY: Final = r"\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2}"
_DATED: Final = re.compile(rf"\d{{1,2}}:\d\d,? {_DAY}|{_DAY},? \d{{1,2}}:\d\d")
_HOUR: Final = re.compile(r"\d{1,2}[:.]\d{2}$")
_SECONDS: Final = re.compile(r"1[5-9]\d{8}")
_STAMP_WORDS: Final = 8
# What a post says in a sentence has so many words, and its heading no more than the other number.
_TEXT_WORDS: Final = 4
_MOST_WORDS: Final = 14
# A post on television or a tweet ends with who said it: "— Ada Quill (@quill) May 3, 2031".
_SIGNATURE: Final = re.compile(r"[—–-] ?[^@]{2,60}\(@\w{2,20}\) \w{3,9} \d{1,2}, \d{4}")


def judge(view: View) -> dict[int, Verdict]:
    """Drop the times of a live page's posts, keep their headings and what they say.

    What signs a dropped tweet goes, too.
    """
    if not view.pasted or not view.in_reading:
        return {}
    if times := live_pages.stamps(view):
        return live_pages.posts(view, times) | _signatures(view)
    texts = _texts(view)
    return texts | _posts(view, texts) | _signatures(view)


def _posts(view: View, texts: Collection[int]) -> dict[int, Verdict]:
    """The times of posts and their headings; those of `texts` stand right above them."""
    clocks = _clocks(view, texts)
    if not clocks:
        return {}
    said = f"the time of a post, one of {len(clocks)}"
    found = {i: dropped("post_time", Reason.BYLINE, said) for i in clocks if i not in view.verdicts}
    counts = {
        i: dropped("machine_time", Reason.TEMPLATE, "seconds of a machine's clock") for i in _machine(view)
    }
    found |= counts
    for clock in clocks:
        head = clock + 1
        while head in counts:
            head += 1
        if head not in view.verdicts and _heads(view, head):
            found[head] = kept(
                "post_heading", f"heads a post, below its time (block {clock})", kind=Kind.HEADING
            )
    return found


def _clocks(view: View, texts: Collection[int]) -> list[int]:
    """The times within the story and right above `texts`; none if they are few."""
    read = [i for i in view.open() if view.in_reading[i] and is_prose(view.lines[i])]
    if not read:
        return []
    clocks = {i for i in range(read[0], read[-1]) if _is_time(view.lines[i])} | {i - 1 for i in texts}
    if len(clocks) < _FEWEST:
        return []
    # The first post has its time right above the story's first paragraph, and a heading between them.
    above = range(max(0, read[0] - 2), read[0])
    return sorted(clocks | {i for i in above if is_post_time(view.lines[i])})


def is_post_time(line: Line) -> bool:
    """Whether a line is a time of the day alone, or with the day in figures.

    >>> from copydesk.text import line
    >>> is_post_time(line("20:10 6.10.2031")), is_post_time(line("May 6, 2031 20:10"))
    (True, False)
    """
    return _CLOCK.fullmatch(line.text) is not None or _DATED.fullmatch(line.text) is not None


def _texts(view: View) -> dict[int, Verdict]:
    """The sentences right below the times of posts, where the reading has those of most."""
    times = [i for i, line in enumerate(view.lines[:-1]) if is_post_time(line)]
    texts = [i + 1 for i in times if _is_text(view.lines[i + 1])]
    read = sum(view.in_reading[i] for i in texts)
    if len(texts) < _FEWEST or 2 * read < len(texts):
        return {}
    said = f"what a post says, below its time, as {len(texts)} lines do"
    return {i: kept("post_text", said) for i in texts if i not in view.verdicts}


def _is_text(line: Line) -> bool:
    """Whether a line is a sentence that a post begins with; a question may be its heading."""
    return line.sentence and size(line) >= _TEXT_WORDS and not line.text.endswith(ASKS)


def _is_time(line: Line) -> bool:
    """Whether a line is a time of the day, or a writer with day and hour: "Ada Quill2 May 2031 21:45"."""
    if is_post_time(line):
        return True
    if not 0 < line.word_count <= _STAMP_WORDS or _HOUR.search(line.text) is None:
        return False
    read = read_byline(line.text)
    return bool(read.authors) and read.published is not None and not read.rest


def _machine(view: View) -> list[int]:
    return [i for i in view.open() if _SECONDS.fullmatch(view.lines[i].text)]


def _heads(view: View, index: int) -> bool:
    """Whether a line is a few words above a paragraph of the story, and nothing else that is known."""
    line, below = view.lines[index], index + 1
    if not 0 < size(line) <= _MOST_WORDS or below >= len(view.lines) or line.text.endswith("."):
        return False
    if is_stamp(line) or is_label(line) or is_caption_text(line) or promo_of(line) is not None:
        return False
    return below not in view.verdicts and view.in_reading[below] and is_prose(view.lines[below])


def _signatures(view: View) -> dict[int, Verdict]:
    """What signs a post of a network whose text is not kept."""
    said = "signs a post of a network that is left out above"
    return {
        i: dropped("post_signature", Reason.TEMPLATE, said)
        for i in view.open()
        if i and _SIGNATURE.fullmatch(view.lines[i].text) and not is_kept(view, i - 1)
    }
