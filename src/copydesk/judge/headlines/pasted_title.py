"""Which line of a pasted page is its headline: nothing is marked up, so the story's own words tell."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.extract.authors.byline import read_byline
from copydesk.judge.bylines.above_stamp import (
    is_crew,
    is_dated,
    is_name_above_stamp,
    is_stamp_alone,
    is_twin_below_stamp,
)
from copydesk.judge.captions.credited import is_caption_text
from copydesk.judge.captions.twins import printed_twice
from copydesk.judge.headlines.announced import announces_pictures
from copydesk.judge.headlines.glued_trails import end_of_trail
from copydesk.judge.headlines.stamped_title import above_stamp, above_standfirst, is_counter
from copydesk.judge.navigation.navigation import is_label, is_trail
from copydesk.judge.promos.promos import PROMOS
from copydesk.judge.shape import content, is_place, is_prose, is_stamp, is_title_like, size, stretch
from copydesk.judge.view import View
from copydesk.text import Line

_MIN_WORDS = 2
# How far above the first paragraph of a pasted page its headline is looked for, in lines.
_REACH = 24
# More lines above the story that could be anything are a menu.
_FEW_LINES = 2
_QUOTES = "\"“„«»‘'"
# How a line is told to be the headline: the share of its content words that the story uses, half a point for
# a stamp within four lines below it, half a point for four words. Chosen on 219 pasted labelled pages whose
# headline was among the candidates, of which it finds 197; two shared words and a repetition found 175.
_STAMP_REACH = 4
_STAMP_POINTS = 0.5
_LONG_WORDS = 4
_LONG_POINTS = 0.5
# The headline stands above its standfirst, whose words are the story's too: a line this near above one found
# takes its place where it scores half as much and this share of it is the story's.
_STANDFIRST_REACH = 2
_STANDFIRST_STEPS = 2
_STANDFIRST_SCORE = 0.5
_STANDFIRST_SHARE = 0.4
# How near a line stands that is the end of one found: the trail of the page was copied into the longer one.
_GLUED_REACH = 4
# From this probability on a line is the headline where the line keeper says how likely each is. Out of fold,
# of 795 texts of news that have a headline 659 are right and 58 wrong, and a line is taken for it on 45 of
# 240 that have none; at .2 these are 671, 63 and 49, at .3 654, 53 and 40.
_LIKELY = 0.25
# "Harbour Wrap-Up 12/19/2031" reads as a name and a day. Of 25 such lines in pasted labelled pages the line
# keeper gives the one that is a headline .95, and each of the others less than .03.
_SURELY = 0.5


@dataclass(frozen=True)
class _Candidate:
    """A line that could be the headline, with what speaks for it."""

    index: int
    line: Line
    share: float
    score: float

    def ends_with(self, other: _Candidate) -> bool:
        """Whether a line is another with something before it, spaces left aside."""
        mine, theirs = (candidate.line.key.replace(" ", "") for candidate in (self, other))
        return len(mine) > len(theirs) and mine.endswith(theirs)


def pasted_title(view: View) -> int | None:
    """The index of the line that is the headline of a pasted page; None where none was copied."""
    if view.headline:
        likeliest = _likeliest(view)
        if likeliest is None and view.profile is not None:
            likeliest = above_stamp(view, _above_story(view))
        return likeliest if likeliest is not None else _above_place(view)
    return _by_rules(view)


def _above_place(view: View) -> int | None:
    """The line that rules take for the headline, where the story's place stands alone below it.

    A stamp tells less: out of fold two headlines more were found by it, and four other lines.
    """
    found = _by_rules(view)
    return found if found is not None and any(map(is_place, view.lines[found + 1 : found + 2])) else None


def _by_rules(view: View) -> int | None:
    found = _pasted_candidates(view)
    if not found:
        return _only_line_above(view)
    if len(found) == 1:
        return found[0]
    topic = _topic(view)
    candidates = [_weighed(view, index, topic) for index in found]
    best = max(candidates, key=lambda candidate: (candidate.score, -candidate.index))
    return _unglued(_above_standfirst(best, candidates), candidates).index


def _likeliest(view: View) -> int | None:
    """The open line likeliest the headline by the line keeper, captions, trails and stamps left aside."""
    likely = [i for i in view.open() if view.headline[i] >= _LIKELY and not is_twin_below_stamp(view, i)]
    trail = max(likely, key=lambda i: (view.headline[i], -i), default=None)
    if trail is not None and (end := end_of_trail(view.lines, trail)) in view.open():
        return end
    plain = [
        i
        for i in likely
        if not (is_trail(view.lines[i]) or _is_credit(view, i) or is_counter(view.lines[i]))
        and (not is_stamp_alone(view.lines[i]) or _is_dated_headline(view, i))
    ]
    best = max(plain, key=lambda i: (view.headline[i], -i), default=None)
    if best is None:
        return None
    # A bar or a trail has it, too: the one that stands at the story is the headline.
    start = next((i for i in view.open() if view.in_reading[i] and is_prose(view.lines[i])), best)
    same = [i for i in plain if view.lines[i].text == view.lines[best].text and i <= max(best, start)]
    # Below the stamp it is the text of the picture there.
    stamped = [i for i in same if any(map(is_dated, view.lines[i + 1 : i + 1 + _STAMP_REACH]))]
    return above_standfirst(view, max(stamped or same))


def _is_dated_headline(view: View, index: int) -> bool:
    """Whether what reads as a name and a day, with no word that tells a byline, is surely the headline."""
    read = read_byline(view.lines[index].text)
    return view.headline[index] >= _SURELY and read.named and not (read.labelled or read.sourced)


def _weighed(view: View, index: int, topic: set[str]) -> _Candidate:
    line = view.lines[index]
    words = content(line)
    share = len(words & topic) / max(1, len(words))
    stamped = any(map(is_stamp, view.lines[index + 1 : index + 1 + _STAMP_REACH]))
    score = share + _STAMP_POINTS * stamped + _LONG_POINTS * (size(line) >= _LONG_WORDS)
    return _Candidate(index, line, share, score)


def _above_standfirst(found: _Candidate, candidates: list[_Candidate]) -> _Candidate:
    for _ in range(_STANDFIRST_STEPS):
        above = [c for c in candidates if _is_headline_of(c, found)]
        if not above:
            break
        found = above[-1]
    return found


def _is_headline_of(above: _Candidate, standfirst: _Candidate) -> bool:
    """Whether a line is the headline above a standfirst; not where it is the same with a trail before it."""
    if not 0 < standfirst.index - above.index <= _STANDFIRST_REACH or above.ends_with(standfirst):
        return False
    return above.share >= _STANDFIRST_SHARE and above.score >= _STANDFIRST_SCORE * standfirst.score


def _unglued(found: _Candidate, candidates: list[_Candidate]) -> _Candidate:
    """The headline alone, where the one found has the page's trail before it."""
    for other in candidates:
        near = other is not found and abs(other.index - found.index) <= _GLUED_REACH
        if near and size(other.line) >= _LONG_WORDS and found.ends_with(other):
            return other
    return found


def _topic(view: View) -> set[str]:
    """The content of the story's paragraphs; a promo between them, outside the reading, has its own."""
    known = any(view.in_reading)
    prose = (i for i, line in enumerate(view.lines) if is_prose(line))
    return {word for i in prose if not known or view.in_reading[i] for word in content(view.lines[i])}


def _pasted_candidates(view: View) -> list[int]:
    """Lines above the story that could be its headline, in page order."""
    found = [i for i in _above_story(view) if _could_be_title(view, i)]
    # A line beside its twin is an image's caption, unless it is the first that could be a headline.
    first = next((i for i in found if size(view.lines[i]) > _MIN_WORDS), None)
    return [i for i in found if i == first or not printed_twice(view, i)] if first is not None else found


def _above_story(view: View) -> list[int]:
    """The open lines above the first paragraph, in page order."""
    story = _story(view)
    if not story:
        return []
    last = story.start
    while last < story.stop and _is_above_story(view, last):
        last += 1
    return [i for i in range(max(0, last - _REACH), last) if i not in view.verdicts]


def _story(view: View) -> range:
    """The stretch with the most prose; that of the reading where it has most of its own further up."""
    story = stretch(view)
    read = [i for i in view.open() if view.in_reading and view.in_reading[i] and is_prose(view.lines[i])]
    above = sum(size(view.lines[i]) for i in read if i < story.start)
    if 2 * above <= sum(size(view.lines[i]) for i in read):
        return story
    return range(read[0], read[-1] + 1)


def _only_line_above(view: View) -> int | None:
    """Where nothing has the form of a headline, the first line above the story that is nothing else."""
    above = _above_story(view)
    if any(is_name_above_stamp(view, i) for i in above):
        return None
    # Below a place the story has begun.
    above = above[: next((n for n, i in enumerate(above) if is_place(view.lines[i])), len(above))]
    found = [i for i in above if _is_plain(view, i)]
    if not 0 < len(found) <= _FEW_LINES:
        return None
    # Where a place follows, a sentence is the caption of the page's picture.
    placed = any(map(is_place, view.lines[found[0] + 1 : found[0] + 2]))
    return None if view.lines[found[0]].sentence and placed else found[0]


def _is_plain(view: View, index: int) -> bool:
    line = view.lines[index]
    if not line.key or view.blocks[index].bullet or is_prose(line) or size(line) > _REACH:
        return False
    if is_label(line) or is_stamp(line) or _is_credit(view, index) or printed_twice(view, index):
        return False
    return line.text[0] not in _QUOTES and not line.text.endswith((",", ":", ";")) and line.text[0].isupper()


def _is_above_story(view: View, index: int) -> bool:
    """Whether a line at the top of the stretch is no paragraph yet: a caption, a stamp, a long headline."""
    line = view.lines[index]
    if not is_prose(line) or is_caption_text(line) or printed_twice(view, index):
        return True
    return is_title_like(line) and line.text[0] not in _QUOTES


def _is_credit(view: View, index: int) -> bool:
    """Whether a line is a caption, a credit or how the newsroom signs."""
    line = view.lines[index]
    return is_crew(view, line) or (is_caption_text(line) and not announces_pictures(view, index))


def _could_be_title(view: View, index: int) -> bool:
    line = view.lines[index]
    if view.blocks[index].bullet or not is_title_like(line) or is_label(line) or is_stamp_alone(line):
        return False
    if (
        is_trail(line)
        or _is_credit(view, index)
        or (line.sentence and line.text[-1] not in "?!" and printed_twice(view, index))
    ):
        return False
    if PROMOS.is_whole(line) is not None:  # "Shares"
        return False
    return (size(line) > _MIN_WORDS or index == 0) and not is_name_above_stamp(view, index)
