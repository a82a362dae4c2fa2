"""The box of a fact check: who claimed what, where and when, and whether it is true.

Its lines look like a name, a source, a tag and a label, and would be struck one by one. The data of such
a page (`ClaimReview`) says what is claimed, by whom, and the verdict: where the claim stands in one small
box with one of the others, the box is of the story as a whole. Its day and its source are the claim's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, Final

from copydesk.extract.jsonld import Graph, members, text_of, types_of
from copydesk.judge.boxes import few_inside
from copydesk.judge.left_out.echoes import asks_to_share
from copydesk.judge.shape import is_prose
from copydesk.judge.view import View
from copydesk.model import Kind, Verdict, kept
from copydesk.text import key

_TYPE: Final = "claimreview"
_MOST_CLAIMS: Final = 20
# Longer claims are paragraphs, which may begin or end in other words than the data has them.
_CLAIM_WORDS: Final = 8
# How far up from a claim its box is looked for, and how many lines it has at most.
_LEVELS: Final = 6
_MOST_LINES: Final = 12
# ... and how many paragraphs beside the claim: a finding; more are the story around the box.
_MOST_PROSE: Final = 1
_CLAIM: Final = "what is claimed"


def judge(view: View) -> dict[int, Verdict]:
    """Keep the boxes that have a claim of the page's data, and beside it the claimant or the verdict."""
    if view.pasted or view.declared.graph is None:
        return {}
    claims = list(islice(_claims(view.declared.graph), _MOST_CLAIMS))
    found: dict[int, Verdict] = {}
    for claim in claims:
        for index in (i for i in view.open() if _says(view, i, claim, _CLAIM)):
            for inside in _box(view, index, claim):
                told = f"in the box of a fact check, with {_CLAIM} (block {index}), as the page's data has it"
                found.setdefault(inside, kept("claim_box", told))
    return found


def _claims(graph: Graph) -> Iterator[Mapping[str, str]]:
    """What each review of a claim has, by what it is: the claim, who made it, and the verdict, as keys."""
    for node in graph.top:
        if _TYPE not in types_of(node):
            continue
        item, rating = node.get("itemReviewed"), node.get("reviewRating")
        author = next(iter(members(item.get("author"))), None) if isinstance(item, dict) else None
        said = {
            _CLAIM: node.get("claimReviewed"),
            "who claims it": author,
            "the verdict": rating.get("alternateName") if isinstance(rating, dict) else None,
        }
        yield {name: k for name, value in said.items() if (k := key(text_of(value) or ""))}


def _says(view: View, index: int, claim: Mapping[str, str], name: str) -> bool:
    """Whether a line that is seen is a part of a claim in the words of the data, a long claim nearly so."""
    said, own = claim.get(name), view.lines[index].key
    if not said or not own or view.blocks[index].hidden or view.blocks[index].kind is Kind.TITLE:
        return False
    long = name == _CLAIM and min(len(own.split()), len(said.split())) >= _CLAIM_WORDS
    return own == said or (long and (own.startswith(said) or said.startswith(own)))


def _box(view: View, index: int, claim: Mapping[str, str]) -> list[int]:
    """The open lines of the largest small box around a claim that has what goes with it and little more."""
    found: list[int] = []
    for element in islice(view.page.elements[index].iterancestors(), _LEVELS):
        lines = few_inside(view, index, element, _MOST_LINES)
        if lines is None or _has_more(view, index, lines, element):
            break
        others = (name for name in claim if name != _CLAIM)
        if any(_says(view, i, claim, name) for name in others for i in lines if i != index):
            found = [i for i in lines if _may_stay(view, i)]
    return found


def _has_more(view: View, claim: int, lines: range, element: Any) -> bool:
    """Whether a box is the page's own, or has its headline or paragraphs of the story."""
    titled = any(map(view.is_title, lines))
    prose = sum(is_prose(view.lines[i]) for i in lines if i != claim)
    return titled or prose > _MOST_PROSE or element.tag in ("body", "main")


def _may_stay(view: View, index: int) -> bool:
    open_ = index not in view.verdicts and not view.blocks[index].hidden
    return open_ and not asks_to_share(view.lines[index])
