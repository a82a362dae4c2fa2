"""Short questions that head parts of a pasted story, told by others of it that read as headings."""

from __future__ import annotations

from typing import Final

from copydesk.extract.parts import ASKS
from copydesk.judge.left_out.listed import is_kept
from copydesk.judge.view import View
from copydesk.model import Kind, Verdict, kept

# Of 179 such questions in stories that have another as a heading, 142 were headings in the markup; most
# of the others were of lists of questions and answers.
_WORDS: Final = range(2, 9)
# Nobody heads a part of a story with these: "But guess what?"
_GOES_ON: Final = ("but ", "so ", "and ", "or ", "und ", "aber ", "et ", "mais ")
# What is asked is answered below in a sentence, or at some length.
_ANSWER_CHARS: Final = 60


def judge(view: View) -> dict[int, Verdict]:
    """Keep short questions that stay anyhow as headings, where another question of the story is one.

    In plain text a question is a heading between two paragraphs; a short line is not seen to be one: "Will it
    hold?" above "Few think so."
    """
    if not view.pasted or not view.doubt or not _heads(view):
        return {}
    return {i: _verdict(view, i) for i in view.open() if view.in_reading[i] and is_sibling(view, i)}


def _verdict(view: View, index: int) -> Verdict:
    doubt = view.doubt[index]
    said = "a short question, as another that is a heading of the story"
    return kept("question_heading", f"in doubt: {said}" if doubt else said, kind=Kind.HEADING, doubt=doubt)


def is_sibling(view: View, index: int) -> bool:
    """Whether a line is a short question above its answer, as a heading of the story is."""
    block, line = view.blocks[index], view.lines[index]
    if block.bullet or block.kind is not Kind.PARAGRAPH or not 0 < index < len(view.blocks) - 1:
        return False
    if not line.text.endswith(ASKS) or line.word_count not in _WORDS or not line.text[0].isupper():
        return False
    above, below = view.lines[index - 1].text, view.lines[index + 1]
    if line.lower.startswith(_GOES_ON) or above.endswith((":", *ASKS)) or below.text.endswith(ASKS):
        return False
    return (below.sentence or len(below.text) >= _ANSWER_CHARS) and bool(_heads(view))


def _heads(view: View) -> list[int]:
    """The questions of a story that are headings as they stand: between two paragraphs."""
    heads = (b.index for b in view.blocks if b.kind is Kind.HEADING and b.text.endswith(ASKS))
    return [i for i in heads if is_kept(view, i)]
