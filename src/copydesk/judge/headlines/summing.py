"""What a line that sums a story up is like, below the headline of a page or of pasted text."""

from __future__ import annotations

from copydesk.judge.captions.credited import is_caption_text
from copydesk.judge.navigation.navigation import is_label
from copydesk.judge.shape import is_stamp
from copydesk.model import Kind, Verdict, kept
from copydesk.text import Line

MIN_WORDS = 4
MAX_WORDS = 90
SUMMING_WORDS = 8
MAX_LINES = 6
# Blocks between headline and standfirst: bylines, dates, share buttons.
REACH = 14


def kept_standfirst(text: str, evidence: str, kind: Kind = Kind.STANDFIRST) -> Verdict:
    """The verdict on a standfirst, with its text as a fact."""
    return kept("standfirst", evidence, kind=kind, facts=(("standfirst", text),))


def may_sum_up(line: Line) -> bool:
    """Whether a line is no label, stamp or caption."""
    return not is_label(line) and not is_stamp(line) and not is_caption_text(line)
