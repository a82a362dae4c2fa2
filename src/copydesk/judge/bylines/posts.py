"""Bylines that are not the story's: of the posts of a live blog, and of other stories behind this one."""

from __future__ import annotations

import re

from copydesk.extract.authors.byline import Byline
from copydesk.extract.signals import POST_TIME
from copydesk.judge.edges import Edges
from copydesk.judge.promos.links import LINE_WORDS
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped
from copydesk.text import Line

_POST_WORDS = 9
# So many times on lines of their own are those of posts.
_POSTS = 4
# A time with who wrote the post or what it is worth, often without a space: "15:51Ann Lee", "20:42KEY EVENT".
_SIGNED_TIME = re.compile(r"(?:[01]?\d|2[0-3])[:.h][0-5]\d\s?(?:[ap]m)?[\s|•·-]{0,3}[A-Z][^\d.!?:]{1,40}")
# "1:53", "0:00 / 3:07"; an hour has two figures, and none of so early a morning.
_LENGTH = re.compile(r"(?:\d|0\d)[:：][0-5]\d(?: ?/ ?\d{1,2}:[0-5]\d)?")
# The headline of another story stands this close above who wrote it, and is a link.
_TEASER = 2
_LINKED = 0.9


def is_of_post(line: Line) -> bool:
    """Whether a line may be the age of a post of a live blog, its time and who wrote it."""
    return line.word_count <= _POST_WORDS and " ago" in line.text and any(map(str.isdigit, line.text))


def post_times(view: View, edges: Edges, found: dict[int, Verdict]) -> dict[int, Verdict]:
    """The times of a live blog's posts, each at the head of one; in a timetable the reading has them."""
    within = range(edges.first, min(edges.last + 1, len(view.lines)))
    times = [i for i in within if i not in view.verdicts and _is_post_time(view.lines[i])]
    if view.pasted or len(times) < _POSTS:
        return {}
    return {
        i: dropped("post_time", Reason.BYLINE, f"one of {len(times)} times at the head of posts")
        for i in times
        if i not in found and not view.in_reading[i]
    }


def _is_post_time(line: Line) -> bool:
    signed = line.text[:1].isdecimal() and line.word_count <= _POST_WORDS
    return POST_TIME.fullmatch(line.text) is not None or (
        signed and _SIGNED_TIME.fullmatch(line.text) is not None
    )


def is_day_of_teaser(view: View, index: int, byline: Byline, edges: Edges) -> bool:
    """Whether nothing but a day or an hour stands beside a link to another story, behind this one."""
    if view.pasted or byline.named or byline.labelled or not edges.behind(index) or view.in_reading[index]:
        return False
    beside = (i for i in (index - 1, index + 1) if 0 <= i < len(view.blocks))
    return any(
        view.blocks[i].link_density >= _LINKED and view.lines[i].word_count in LINE_WORDS for i in beside
    )


def is_length(view: View, index: int, found: dict[int, Verdict]) -> bool:
    """Whether figures alone on a line tell how long a recording is: no byline stands beside them."""
    if view.pasted or _LENGTH.fullmatch(view.lines[index].text) is None:
        return False
    told = (found.get(i) or view.verdicts.get(i) for i in (index - 1, index + 1))
    return not any(verdict is not None and verdict.reason is Reason.BYLINE for verdict in told)


def is_of_teaser(view: View, index: int, byline: Byline, edges: Edges) -> bool:
    """Whether a byline within or behind the story stands below a link, as those of other stories do."""
    if view.pasted or view.in_reading[index] or (edges.in_head(index) and index < edges.first):
        return False
    declared = {name.casefold() for name in view.declared.values("authors")}
    own = not declared or any(name.casefold() in declared for name in byline.authors)
    if own and (not edges.behind(index) or edges.in_tail(index)):
        return False
    above = view.blocks[max(0, index - _TEASER) : index]
    return any(block.link_density >= _LINKED for block in above)
