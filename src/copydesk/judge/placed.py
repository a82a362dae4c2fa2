"""Left-out lines that nothing better tells, by what and where they are: names, kickers, headings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from copydesk.judge.around import LINKED, Named
from copydesk.judge.author_box import TRADE
from copydesk.judge.edges import Edges
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason
from copydesk.text import key

# A kicker, a name with what it does: no longer than this.
_FEW_WORDS: Final = 5
_NAMED_WORDS: Final = 8
# How far below the headline its second line stands, and how long one is at least.
_BELOW: Final = 2
_HEADLINE_WORDS: Final = 4


def placed(view: View, index: int, edges: Edges, authors: Iterable[str]) -> Named | None:
    """What a line is by its place: beside the headline, or a name alone, wherever it stands."""
    return _of_headline(view, index, edges) or _a_name(view, index, edges, authors)


def _of_headline(view: View, index: int, edges: Edges) -> Named | None:
    """Whether a line says the headline again, stands right above one, or is a heading right below it."""
    line, title = view.lines[index], edges.title
    if title is None or not edges.in_head(index):
        return None
    said = view.lines[title]
    if size(said) >= _HEADLINE_WORDS and said.key in line.key:
        return "headline_again", Reason.HEADLINE, "says the headline again, with more"
    above = view.verdicts.get(index + 1)
    heads = above is not None and (above.kind is Kind.TITLE or above.reason is Reason.HEADLINE)
    if view.blocks[index].link_density >= LINKED:
        return None
    if heads and size(line) <= _FEW_WORDS and not line.sentence:
        return "kicker", Reason.SECTION_LABEL, "a few words right above the headline"
    if view.blocks[index].kind is Kind.HEADING and title < index <= title + _BELOW:
        return "second_headline", Reason.HEADLINE, "a heading right below the headline"
    return None


def _a_name(view: View, index: int, edges: Edges, authors: Iterable[str]) -> Named | None:
    """Whether a line is the outlet's name, opens with an author's, or is a writer's trade and a name."""
    line = view.lines[index]
    if line.sentence or line.word_count > _NAMED_WORDS:
        return None
    if line.key in {key(name) for name in view.declared.values("publisher")}:
        reason = Reason.BYLINE if edges.in_head(index) else Reason.NAVIGATION
        return "outlet", reason, "the name of the outlet"
    if any(line.key.startswith(name) for name in authors):
        return "names_author", Reason.BYLINE, "opens with the name of an author"
    if line.key.partition(" ")[0] in TRADE and line.word_count > 1 and edges.in_tail(index):
        return "contributor", Reason.BYLINE, "what somebody does and a name, right behind the story"
    return None
