"""Quotes that a page sets apart and whose words stand in its story as well."""

from __future__ import annotations

import re

from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped

_QUOTE_WORDS = 5
# "Advocate Joan Dee, for the fishermen": more words below a quote are the story.
_SPEAKER_WORDS = 12
PULLED = re.compile(
    r"(?:^|/)(?:blockquote|aside|q)(?:[.#/]|$)|pull-?_?quote|quote|zitat|highlight|callout", re.IGNORECASE
)


def pulled_quotes(view: View, candidates: list[int], found: dict[int, Verdict]) -> dict[int, Verdict]:
    """Quotes set apart whose words stand in a paragraph of the story as well."""
    pulled: dict[int, Verdict] = {}
    body = None
    for index in candidates:
        block, line = view.blocks[index], view.lines[index]
        if index in found or index in pulled or line.word_count < _QUOTE_WORDS or block.kind is Kind.HEADING:
            continue
        if block.kind is not Kind.QUOTE and not PULLED.search("/".join(block.path.split("/")[-3:])):
            continue
        if body is None:
            body = [
                (i, f" {view.lines[i].key} ") for i in candidates if view.blocks[i].kind is Kind.PARAGRAPH
            ]
        home = next(
            (i for i, text in body if i != index and i not in pulled and f" {line.key} " in text), None
        )
        if home is not None and home not in found:
            pulled[index] = dropped("pull_quote", Reason.DUPLICATE, f"a quote set apart from block {home}")
            pulled.update(_its_speaker(view, index, candidates))
    return pulled


def _its_speaker(view: View, quote: int, candidates: list[int]) -> dict[int, Verdict]:
    """Who is quoted, on the line below a quote set apart: it goes with the quote."""
    below = quote + 1
    if below not in candidates or below in view.verdicts:
        return {}
    line, near = view.lines[below], "/".join(view.blocks[below].path.split("/")[-3:])
    apart = view.blocks[below].kind is Kind.QUOTE or PULLED.search(near) or line.text[:1] in "—–-"
    if not apart or line.sentence or not 0 < line.word_count <= _SPEAKER_WORDS:
        return {}
    evidence = f"names who is quoted in block {quote}, a quote set apart"
    return {below: dropped("pull_quote", Reason.DUPLICATE, evidence)}
