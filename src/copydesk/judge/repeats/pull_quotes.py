"""Quotes that a page sets apart and whose words stand in its story as well."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import islice

from copydesk.extract.authors.person import is_person
from copydesk.extract.paths import path_end
from copydesk.judge.boxes import holds
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped
from copydesk.text import key

_QUOTE_WORDS = 5
# Where a story says who speaks in the middle of a quote: behind a sentence, or a clause.
_SENTENCE = re.compile(r"(?<=[.!?…])[”\"’»]?\s+")
_CLAUSE = re.compile(r"(?<=[.!?…,;])[”\"’»]?\s+")
_CLAUSE_WORDS = 2
_PULL = re.compile(r"(?<![a-z])pull(?:ed|quote|-|_|(?![a-z]))", re.IGNORECASE)
# A quote set in short has so many words, and so much of them stands in its paragraph, in runs of two words.
# Of 24 quotes on the labelled pages that have .6 and more, the two with their speaker below are the ones.
_SHORT_WORDS, _SHORT_SHARE, _RUN = 10, 0.85, 2
# It stands as near as this to the paragraph.
_SHORT_NEAR = 12
# "Advocate Joan Dee, for the fishermen": more words below a quote are the story.
_SPEAKER_WORDS = 12
# ... on a line each: the name and what they are.
_SPEAKER_LINES = 2
_CITES, _CITED_LEVELS = ("cite", "figcaption"), 3
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
        if block.kind is not Kind.QUOTE and not PULLED.search(path_end(block.path, 3)):
            continue
        if body is None:
            body = [
                (i, f" {view.lines[i].key} ") for i in candidates if view.blocks[i].kind is Kind.PARAGRAPH
            ]
        others = [(i, text) for i, text in body if i != index and i not in pulled]
        home = next((i for i, text in others if f" {line.key} " in text), None)
        if home is None and (parts := _parts(line.text, pulled=_is_pulled(block.path))):
            home = next((i for i, text in others if _has_all(text, parts)), None)
        if home is None and block.kind is Kind.QUOTE and _signed(view, index):
            home = next(
                (i for i, t in others if abs(i - index) <= _SHORT_NEAR and _in_short(line.key, t)), None
            )
        if home is not None and home not in found:
            pulled[index] = dropped("pull_quote", Reason.DUPLICATE, f"a quote set apart from block {home}")
            pulled.update(its_speaker(view, index))
    return pulled


def _is_pulled(path: str) -> bool:
    return _PULL.search(path_end(path, 3)) is not None


def _parts(text: str, *, pulled: bool) -> list[str]:
    """The sentences of a quote by key, where all are long enough to tell; clauses of one that is called so.

    >>> _parts("“The gale took the roof off. Nobody had a lamp that night.”", pulled=False)
    ['the gale took the roof off', 'nobody had a lamp that night']
    """
    parts = [part for piece in (_CLAUSE if pulled else _SENTENCE).split(text) if (part := key(piece))]
    least = _CLAUSE_WORDS if pulled else _QUOTE_WORDS
    return parts if len(parts) > 1 and all(len(part.split()) >= least for part in parts) else []


def _has_all(text: str, parts: list[str]) -> bool:
    """Whether a text has all parts, one behind the other: between them it says who speaks."""
    at = 0
    for part in parts:
        at = text.find(f" {part} ", at)
        if at < 0:
            return False
        at += len(part) + 1
    return True


def _in_short(quote: str, text: str) -> bool:
    """Whether a text has nearly all the words of a quote, in their order: an editor has left some out.

    >>> said = "we know but that warm seas put much more water into the air above"
    >>> _in_short("we know that warm seas put more water into the air", said)
    True
    """
    words, others = quote.split(), text.split()
    if len(words) < _SHORT_WORDS:
        return False
    runs = SequenceMatcher(None, words, others, autojunk=False).get_matching_blocks()
    return sum(run.size for run in runs if run.size >= _RUN) >= _SHORT_SHARE * len(words)


def _signed(view: View, quote: int) -> bool:
    """Whether the line below a quote, in its box, is somebody of whom the story tells, and what they are."""
    below = quote + 1
    if below >= len(view.blocks):
        return False
    box, line = view.blocks[quote].path.rpartition("/")[0], view.lines[below]
    name, comma, _ = line.text.partition(",")
    short = comma != "" and not line.sentence and 0 < line.word_count <= _SPEAKER_WORDS
    if not short or not view.blocks[below].path.startswith(f"{box}/") or not is_person(name):
        return False
    near = range(max(0, quote - _SHORT_NEAR), min(len(view.lines), quote + _SHORT_NEAR + 1))
    family = f" {key(name).split()[-1]} "
    return any(family in f" {view.lines[i].key} " for i in near if i != below and view.lines[i].sentence)


def its_speaker(view: View, quote: int) -> dict[int, Verdict]:
    """Who is quoted, on the lines below a quote set apart: name and office go with the quote."""
    found: dict[int, Verdict] = {}
    for below in range(quote + 1, min(quote + 1 + _SPEAKER_LINES, len(view.blocks))):
        if below in view.verdicts or not _names_speaker(view, quote, below):
            break
        if found and not is_cited(view, quote, below):
            break
        evidence = f"names who is quoted in block {quote}, a quote set apart"
        found[below] = dropped("pull_quote", Reason.DUPLICATE, evidence)
    return found


def _names_speaker(view: View, quote: int, below: int) -> bool:
    line, near = view.lines[below], path_end(view.blocks[below].path, 3)
    apart = view.blocks[below].kind is Kind.QUOTE or PULLED.search(near) or line.text[:1] in "—–-"
    apart = apart or is_cited(view, quote, below) or (below == quote + 1 and _signed(view, quote))
    return bool(apart) and not line.sentence and 0 < line.word_count <= _SPEAKER_WORDS


def is_cited(view: View, quote: int, below: int) -> bool:
    """Whether a line stands in the `cite` or caption of the box that a quote is in."""
    said = view.page.elements[quote]
    box = next(said.iterancestors("blockquote"), said).getparent()
    around = (view.page.elements[below], *islice(view.page.elements[below].iterancestors(), _CITED_LEVELS))
    cite = next((one for one in around if one.tag in _CITES), None)
    return cite is not None and holds(box, cite)
