"""The last lines of a pasted story that the reading leaves out: sentences right behind it, and lines alike.

What stands below a story is learnt from pages of all sorts, and a short sentence looks like it. On a page of
a known site, what follows the story is known as well: what is left right behind it is the story's. On other
pages the end of the paste tells: a selection that ends with a sentence ends with the story's last.
"""

from __future__ import annotations

import re
from typing import Final

from copydesk.judge.edges import edges_of
from copydesk.judge.left_out.listed import is_kept
from copydesk.judge.left_out.words import worded
from copydesk.judge.shape import PROSE_WORDS, is_place, is_stamp, size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, kept
from copydesk.text import Line

_FEWEST: Final = 3
# A last subhead has no more words, and so many lines may be lost behind a story.
_SUBHEAD_WORDS: Final = 8
_MOST: Final = 4
# "You" and "we" are a page's words for its readers and for itself.
_SPOKEN: Final = re.compile(
    r"\b(?:you|your|our|we|us|here|click|sign up|sie|ihre?|vous|votre|usted)\b", re.IGNORECASE
)
# A page speaks of itself ("84% of readers liked this article."), or opens a note with a label.
_OF_THE_PAGE: Final = re.compile(
    r"\b(?:articles?|pages?|web ?site|newsletters?|artikel|seite|página|artículo)\b"
    r"|^[^\W\d_][\w’' -]{1,30}: ",
    re.IGNORECASE,
)
# So many paragraphs of the story, with nothing between them, stand above a sentence that ends a paste.
_RUN: Final = 3
_CLOSED: Final = re.compile(r"[^.…][.][\"”»’)]?$")
# A quoted name closes no sentence: “The politics of “Harriet.””
_NAMED: Final = re.compile(r"[“\"„«][^“\"„«]{1,60}[.][”\"»]$")
# What is said is no name: “They are cold,” she said. “Like tulips.”
_SAID: Final = re.compile(r"(?:^|[.,:?!][\"”»]? )$")
_QUOTED: Final = re.compile(r"[“\"„«][^“\"„«]*[”\"»]")
# "It was the first visit since 1998." has a stamp's figures, and so many words in small letters.
_SMALL_WORDS: Final = 4
_LETTERS, _DIGITS = re.compile(r"[^\W\d_]+"), re.compile(r"\d+")


def judge(view: View) -> dict[int, Verdict]:
    """Keep what goes on with a pasted story: its last sentences."""
    if not view.pasted or not view.doubt:
        return {}
    story = [i for i in range(len(view.blocks)) if is_kept(view, i) and not view.is_title(i)]
    return {} if not story else _behind(view, story[-1])


def _behind(view: View, last: int) -> dict[int, Verdict]:
    """The lines right behind the last one kept that go on with it, captions between them left aside."""
    found: dict[int, Verdict] = {}
    head, above = None, last
    for index in range(last + 1, min(len(view.blocks), last + 1 + _MOST)):
        if index in view.verdicts:
            if view.verdicts[index].reason is not Reason.CAPTION:
                break
        elif (verdict := _going_on(view, index, above, headed=head is not None)) is not None:
            if head is not None:
                found[head] = _head(view.lines[head], index)
            found[index] = verdict
            head, above = None, index
        elif head is None and view.profile is not None and _may_head(view, index):
            head = index
        else:
            break
    return found


def _head(line: Line, below: int) -> Verdict:
    """The verdict on the line above the last ones of the story: their subhead, or what leads to them."""
    if _announces(line):
        return kept("last_lead", f"leads to the last lines of the story (block {below})")
    return kept("last_subhead", f"heads the last lines of the story (block {below})", kind=Kind.HEADING)


def _going_on(view: View, index: int, above: int, *, headed: bool) -> Verdict | None:
    """The verdict on a line that goes on with the story's last: a sentence, or the next entry of a list."""
    if _ends_the_story(view, index):
        return kept("last_line", f"a sentence right behind the story (block {above})")
    if headed or view.profile is None or view.lines[index].text[:1] in "(*":
        return None
    if view.lines[above].text.endswith(":"):
        return kept("last_line", f"announced by the line above (block {above})")
    if _is_alike(view, index, above):
        return kept("last_line", f"a line like the one above (block {above})")
    return None


def _ends_the_story(view: View, index: int) -> bool:
    """Whether a line is a sentence that speaks to nobody; on pages of unknown sites one in doubt."""
    line, text = view.lines[index], view.lines[index].text.rstrip()
    plain = line.sentence and size(line) >= _FEWEST and _CLOSED.search(text) is not None
    if not plain or text[:1] in "(*" or speaks_to_readers(text) or not _tells(line):
        return False
    if view.profile is not None:
        return True
    if view.doubt[index] and size(line) >= PROSE_WORDS and _NAMED.search(text) is None:
        return True
    return _ends_the_paste(view, index)


def _ends_the_paste(view: View, index: int) -> bool:
    """Whether a sentence is the last line of a paste but for credits, right below some of the story.

    Whoever selects a story stops at its end; what else follows one is seldom a sentence to nobody.
    """
    line, text = view.lines[index], view.lines[index].text.rstrip()
    if not all(_is_credit(view, i) for i in range(index + 1, len(view.blocks))):
        return False
    if run_above(view, index) < _RUN or view.blocks[index].bullet:
        return False
    named = _NAMED.search(text)
    if named is not None and _SAID.search(text[: named.start()]) is None:
        return False
    if _OF_THE_PAGE.search(_QUOTED.sub("", text)) is not None:
        return False
    return not worded(line, index, edges_of(view), last=True)


def _is_credit(view: View, index: int) -> bool:
    verdict = view.verdicts.get(index)
    return verdict is not None and verdict.reason is Reason.CREDIT


def run_above(view: View, index: int) -> int:
    """How many sentences of the story stand right above a line, one below the other."""
    above = range(index - 1, -1, -1)
    return next((index - 1 - i for i in above if not is_sentence_of_story(view, i)), index)


def is_sentence_of_story(view: View, index: int) -> bool:
    """Whether a line stays, is a sentence and not the headline."""
    return is_kept(view, index) and not view.is_title(index) and view.lines[index].sentence


def speaks_to_readers(text: str) -> bool:
    """Whether a page speaks to its readers or of itself in a line, outside of quotes.

    >>> speaks_to_readers("Sign up here."), speaks_to_readers("“Our ferry is late,” he said.")
    (True, False)
    """
    return _SPOKEN.search(_QUOTED.sub("", text)) is not None


def _tells(line: Line) -> bool:
    """Whether a sentence is more than a stamp: it has a verb's place, words in small letters beside names."""
    return not is_stamp(line) or sum(word[:1].islower() for word in line.text.split()) >= _SMALL_WORDS


def _may_head(view: View, index: int) -> bool:
    """Whether a short line may be the last subhead: below it a sentence of the story is left, too."""
    line, below = view.lines[index], index + 1
    stamp = is_stamp(line) and not _announces(line)
    short = size(line) <= _SUBHEAD_WORDS and not stamp and line.text[:1].isupper()
    return short and below < len(view.blocks) and below not in view.verdicts and _ends_the_story(view, below)


def _announces(line: Line) -> bool:
    """Whether a line leads to what is said below it ("Here is what she said:"): it is no place's name."""
    return line.text.endswith(":") and not is_place(line)


def _is_alike(view: View, index: int, above: int) -> bool:
    """Whether a line has the marks and figures of the line above it: the next of a list."""
    shape = _shape(view.lines[index].text)
    return any(map(str.isdigit, view.lines[index].text)) and shape == _shape(view.lines[above].text)


def _shape(text: str) -> str:
    """A line without what differs from one entry of a list to the next.

    >>> _shape("Celta Vigo v Barcelona (1900)") == _shape("Port Ellen v Port Askaig United (1430)")
    True
    """
    return re.sub(
        r"a(?: a)+", "a", _DIGITS.sub("0", _LETTERS.sub(lambda m: "v" if m[0] == "v" else "a", text))
    )
