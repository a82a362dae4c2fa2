"""Copies whose paragraphs were joined or parted: found by their sentences, for pasted text."""

from __future__ import annotations

import re

from copydesk.judge.captions.twins import printed_twice
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped
from copydesk.text import key

# Where a sentence ends inside a paragraph, and where words lead to a quote or a list.
_END = re.compile(r"(?<=[.!?:…。！？])[\"'”’»)\]]{0,2}(?:\s+|(?<=[。！？]))")
# A joined copy is a paragraph of that many sentences and words; of these words a share has stood before.
_SENTENCES = 2
_WORDS = 16
_SHARE = 0.85
# Where so many of them stand apart, each between other lines, the text comes back to them by design, as an
# interview to its questions and a plan to its meals. Of labelled pages as selections four have 13 to 22, all
# of them the text's own; where they are copies there are seven at most.
_REFRAINS = 10
# Parts of a joined paragraph stand in a row of so many lines and words, each with as many as count alone.
_RUN_LINES = 3
_RUN_WORDS = 40


def copies(view: View, candidates: list[int]) -> dict[int, Verdict]:
    """Drop lines whose sentences have all stood before, joined to other paragraphs than now."""
    seen: dict[str, int] = {}
    found: dict[int, Verdict] = {}
    run: list[tuple[int, int]] = []
    for index in candidates:
        parts = _sentences(view.lines[index].text)
        home = _home(parts, seen)
        if home is None:
            found |= _parted(view, run)
            run = []
            for part in parts:
                seen.setdefault(part, index)
        elif len(parts) >= _SENTENCES and sum(len(p.split()) for p in parts) >= _WORDS:
            found[index] = _verdict(home)
        else:
            run.append((index, home))
    return _without_refrains(found | _parted(view, run))


def _without_refrains(found: dict[int, Verdict]) -> dict[int, Verdict]:
    """The lines found, but for those that stand apart from one another if they are many."""
    apart = {i for i in found if i - 1 not in found and i + 1 not in found}
    return found if len(apart) < _REFRAINS else {i: v for i, v in found.items() if i not in apart}


def _sentences(text: str) -> list[str]:
    """The sentences of a paragraph as compared.

    >>> _sentences('He wrote: "No." She wrote: "Yes."')
    ['he wrote', 'no', 'she wrote', 'yes']
    """
    return [part for part in map(key, _END.split(text)) if part]


def _home(parts: list[str], seen: dict[str, int]) -> int | None:
    """The block most of the words come from, if nearly all of them have stood before."""
    known = [part for part in parts if part in seen]
    words = sum(len(part.split()) for part in parts)
    if not known or sum(len(part.split()) for part in known) < _SHARE * words:
        return None
    return seen[max(known, key=len)]


def _parted(view: View, run: list[tuple[int, int]]) -> dict[int, Verdict]:
    """A row of lines out of earlier paragraphs; equal lines are another judge's, and so is a caption."""
    lines = [
        (i, home)
        for i, home in run
        if view.lines[i].key != view.lines[home].key and not printed_twice(view, i)
    ]
    if len(lines) < _RUN_LINES or sum(size(view.lines[i]) for i, _ in lines) < _RUN_WORDS:
        return {}
    return {i: _verdict(home) for i, home in run}


def _verdict(home: int) -> Verdict:
    return dropped("copied_sentences", Reason.DUPLICATE, f"its sentences stand in block {home} and near it")
