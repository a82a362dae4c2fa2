"""Lines right under the headline of pasted text that sum its story up."""

from __future__ import annotations

import re

from copydesk.judge.headlines.stamped_title import heads_summary
from copydesk.judge.headlines.summing import (
    MAX_LINES,
    MAX_WORDS,
    MIN_WORDS,
    REACH,
    SUMMING_WORDS,
    kept_standfirst,
    may_sum_up,
)
from copydesk.judge.pasted.live_posts import is_post_time
from copydesk.judge.phrases.pictures import TOLD
from copydesk.judge.shape import is_place, is_prose, size
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped
from copydesk.text import Line

# Between stamp and story a short line can be nothing else.
_SHORT_WORDS = 3
# More of the headline's words than this make a line the headline once more; "Berlin:Far ahead" is one, too.
_AGAIN = 0.5
_GLUED = re.compile(r"[^:]{3,40}:(?=[^\W\d_])")
# A standfirst stands at most so far above the byline, with buttons of the page between them.
_SIGNED_REACH = 2
_BUTTONS = frozenset({Reason.PROMO, Reason.COMMENTS})
# So many times alone on their lines are those of posts.
_POSTS = 2
_CLOSING = "\"'”’»)]"
_MARKS = "?!？！؟"


def below_headline(view: View, title: int) -> dict[int, Verdict]:
    """Lines without a full stop below the headline, and sentences between it and the byline."""
    found: dict[int, Verdict] = {}
    stamp = _stamp_below(view, title)
    evidence = f"between the headline (block {title}) and the first paragraph"
    for index in range(title + 1, min(len(view.blocks), title + REACH)):
        line = view.lines[index]
        if index in view.verdicts or _is_point(view, index):
            continue
        if _is_post(view, index):
            break
        if (is_prose(line) or _has_stop(line)) and (stamp is None or index > stamp):
            if _is_left_above(view, index):
                found[index] = _of_picture(view, line, evidence)
            break
        least = _SHORT_WORDS if _fills_the_gap(view, index) else MIN_WORDS
        if not (least <= size(line) <= MAX_WORDS and may_sum_up(line) and len(found) < MAX_LINES):
            continue
        if _is_signed(view, index):
            found[index] = kept_standfirst(line.text, f"between the headline (block {title}) and the byline")
        elif (
            _is_read(view, index)
            or (index == title + 1 and _is_between(view, title, index))
            or _is_summary_point(view, index, found)
        ):
            found[index] = _of_outlet(view, line, evidence)
    return found if _story_follows(view, found) else {}


def _is_post(view: View, index: int) -> bool:
    """Whether a line stands below the time of a live page's post, of which it has several: it is the post."""
    if not is_post_time(view.lines[index - 1]):
        return False
    return sum(map(is_post_time, view.lines)) >= _POSTS


def _is_summary_point(view: View, index: int, found: dict[int, Verdict]) -> bool:
    """Whether a line is the first below "Summary", or goes on with the one that is."""
    if heads_summary(view.lines[index - 1]):
        return True
    alike = view.blocks[index].bullet == view.blocks[index - 1].bullet
    above = next((i for i in range(index - 1, 0, -1) if i not in found), 0)
    return alike and index - 1 in found and heads_summary(view.lines[above])


def _is_left_above(view: View, index: int) -> bool:
    """Whether a sentence that the reading leaves out stands right above the story, below what is decided.

    Where the outlet prints no standfirsts it is the caption of the picture there.
    """
    left = _prints_none(view) and bool(view.in_reading) and not view.in_reading[index]
    return left and not is_prose(view.lines[index]) and _fills_the_gap(view, index)


def _of_outlet(view: View, line: Line, evidence: str) -> Verdict:
    """A standfirst, or where the outlet prints none what else stands there: the caption of a picture."""
    tells = _has_stop(line) and TOLD.search(line.text)
    if view.profile is None or view.profile.standfirst or tells:
        return kept_standfirst(line.text, evidence)
    return _of_picture(view, line, evidence)


def _of_picture(view: View, line: Line, evidence: str) -> Verdict:
    if view.profile is not None:
        evidence = f"{evidence}, and {view.profile.publisher} prints no standfirsts"
    return dropped("no_standfirst", Reason.CAPTION, evidence, facts=(("captions", line.text),))


def _prints_none(view: View) -> bool:
    """Whether the page is of an outlet that is known to print no standfirsts."""
    return view.profile is not None and not view.profile.standfirst


def _is_signed(view: View, index: int) -> bool:
    """Whether a sentence stands right above the byline, at an outlet that prints its standfirsts there.

    The line that says where the story was filed is no byline: above it stands the caption of the picture.
    """
    line = view.lines[index]
    if view.profile is None or not view.profile.signed_standfirst:
        return False
    if size(line) < SUMMING_WORDS or not _has_stop(line) or view.blocks[index].bullet:
        return False
    near = range(index + 1, min(index + 1 + _SIGNED_REACH, len(view.lines)))
    below = next((i for i in near if i in view.verdicts and view.verdicts[i].reason not in _BUTTONS), None)
    signed = below is not None and view.verdicts[below].reason in (Reason.BYLINE, Reason.SECTION_LABEL)
    return signed and below is not None and not is_place(view.lines[below])


def _is_point(view: View, index: int) -> bool:
    """Whether a line is a point of a list, where the outlet prints no standfirsts: no caption either."""
    return view.blocks[index].bullet and _prints_none(view)


def _has_stop(line: Line) -> bool:
    """Whether a line ends as a paragraph does: in a paste a standfirst that does stands above the stamp."""
    return line.sentence and line.text.rstrip(_CLOSING)[-1:] not in _MARKS


def _fills_the_gap(view: View, index: int) -> bool:
    """Whether what is above is decided (headline, stamp, caption) and right below the story begins."""
    below = index + 1
    return index - 1 in view.verdicts and below < len(view.lines) and is_prose(view.lines[below])


def _is_read(view: View, index: int) -> bool:
    """Whether the reading of a paste has a line, where it tells.

    The place below a headline is a guess where the headline is one. On pages copied from sites without a
    profile, the reading is right about most of the lines that it takes for another story's headline, a label
    or a caption, also where it is in doubt: to leave those out made 41 labelled news pages better, 3 worse.
    """
    return not view.in_reading or view.profile is not None or view.in_reading[index]


def _is_between(view: View, title: int, index: int) -> bool:
    """Whether a line of many words stands right between headline and byline, and is no headline again.

    A reading of pasted text has no place for lines that could be anything; here one can be little else. It
    had lost 35 standfirsts of 518 labelled news pages, pasted whole or in part; with them came one line of
    another story.
    """
    line, below = view.lines[index], view.verdicts.get(index + 1)
    if size(line) < SUMMING_WORDS or below is None or below.reason is not Reason.BYLINE:
        return False
    again = set(view.lines[title].key.split()) & (own := set(line.key.split()))
    return len(again) <= _AGAIN * len(own) and _GLUED.match(line.text) is None


def above_byline(view: View) -> dict[int, Verdict]:
    """The line right above the byline of a paste that begins below the headline.

    Out of fold it is the story's in seven of eight selections of labelled news pages that have one.
    """
    left = [i for i in view.open() if i < REACH]
    if not left or any(view.verdicts[i].keep for i in range(left[0])):
        return {}
    index, below = left[0], view.verdicts.get(left[0] + 1)
    line = view.lines[index]
    told = below is not None and below.reason is Reason.BYLINE
    if told and SUMMING_WORDS <= size(line) <= MAX_WORDS and may_sum_up(line):
        evidence = "the first line, right above the byline"
        if _is_signed(view, index):
            return {index: kept_standfirst(line.text, evidence)}
        if view.profile is not None and view.profile.signed_standfirst and not _has_stop(line):
            return {}  # a headline
        return {index: _of_outlet(view, line, evidence)}
    return {}


def _stamp_below(view: View, title: int) -> int | None:
    """The last byline or stamp within reach, before three paragraphs of prose have gone by."""
    prose = below = 0
    found = None
    for index in range(title + 1, min(len(view.blocks), title + REACH)):
        verdict = view.verdicts.get(index)
        if verdict is not None:
            if verdict.reason is not None and verdict.reason.value in ("byline", "section_label", "credit"):
                found = index
                if is_place(view.lines[index]):
                    break  # below a place the story has begun: later stamps are of its posts
            continue
        prose += is_prose(view.lines[index])
        below += found is not None and is_prose(view.lines[index])
        # Two paragraphs below a stamp the story has begun, where no standfirst is one of them: what follows
        # are stamps of its posts.
        if prose > 2 or (below > 1 and _prints_none(view)):
            break
    return found


def _story_follows(view: View, found: dict[int, Verdict]) -> bool:
    last = max(found, default=-1)
    after = [i for i in view.open() if i > last and is_prose(view.lines[i]) and _is_read(view, i)]
    # Buttons and forms that others have judged, or the reading has left out, may be many.
    between = (i for i in range(last + 1, after[0]) if i not in view.verdicts) if after else ()
    return bool(found) and bool(after) and sum(_is_read(view, i) for i in between) < REACH
