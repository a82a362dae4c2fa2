"""Pasted pages of nothing but pictures: their captions are the text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, kept

# So many captions of so many words are a gallery; one short sentence may announce it.
_CAPTIONS = 2
_WORDS = 8
_LEAD_WORDS = 15
_PROSE_WORDS = 5
_CREDITED = re.compile(r"\([^()]{2,40}/[^()]{2,40}\)$")


def gallery(view: View, found: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """The captions of a paste that has a headline and next to no other sentence, kept as its text."""
    captions = [
        i for i, v in found.items() if v.reason is Reason.CAPTION and view.lines[i].word_count >= _WORDS
    ]
    titles = [i for i, v in view.verdicts.items() if v.keep and v.kind is Kind.TITLE]
    if not view.pasted or len(captions) < _CAPTIONS or not titles or min(captions) < titles[0]:
        return {}
    if any(v.keep and i not in titles for i, v in view.verdicts.items()):
        return {}
    others = [i for i in view.open() if i not in found and _tells(view, i)]
    if len(others) > 1 or any(i > captions[0] or view.lines[i].word_count > _LEAD_WORDS for i in others):
        return {}
    evidence = f"one of {len(captions)} captions on a page that has no other text"
    return {i: kept("gallery", evidence, kind=Kind.PARAGRAPH) for i in captions}


def _tells(view: View, index: int) -> bool:
    """Whether a line may be a sentence of a story, short as it is, and no picture's with its maker."""
    line = view.lines[index]
    if _CREDITED.search(line.text):
        return False
    return line.word_count >= _PROSE_WORDS and (line.sentence or line.word_count > _LEAD_WORDS)
