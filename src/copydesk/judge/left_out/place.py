"""What a left-out line is by its place: beside the headline, behind the story, above what is hidden.

Names, kickers, headings and excerpts that nothing better tells.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from copydesk.judge.bios.author_box import TRADE
from copydesk.judge.edges import Edges
from copydesk.judge.left_out.around import LINKED, Named, is_linked_headline
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
_NAME_LETTERS: Final = 3
_CUT_OFF: Final = ("...", "…", "[…]", "[...]", "…]")
_EXCERPT_WORDS: Final = 8


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
    heading = view.blocks[index].kind is Kind.HEADING
    # A page may have what it is called for search below its own h1.
    one = heads and heading and view.blocks[index].level == 1 and size(line) >= _HEADLINE_WORDS
    if heads and not one and size(line) <= _FEW_WORDS and not line.sentence:
        return "kicker", Reason.SECTION_LABEL, "a few words right above the headline"
    if one or (heading and title < index <= title + _BELOW):
        where = "above" if one else "below"
        return "second_headline", Reason.HEADLINE, f"a heading right {where} the headline"
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


def first_name(view: View, index: int, edges: Edges) -> Named | None:
    """Whether a line is a sentence behind the story that begins with its author's first name."""
    line = view.lines[index]
    first = line.key.partition(" ")[0]
    if index < edges.last or not line.sentence or len(first) < _NAME_LETTERS:
        return None
    for name in view.declared.values("authors"):
        if " " in name and key(name).partition(" ")[0] == first:
            sign = f"begins with the first name of {name!r}, behind the story"
            return "about_author", Reason.AUTHOR_BIO, sign
    return None


def excerpt(view: View, index: int, edges: Edges) -> Named | None:
    """The first words of another story, cut off below its headline, behind this one."""
    line = view.lines[index]
    if index < edges.last or not line.text.endswith(_CUT_OFF) or size(line) < _EXCERPT_WORDS:
        return None
    if not any(is_linked_headline(view, i) for i in range(max(0, index - 2), index)):
        return None
    return "excerpt", Reason.PROMO, "cut off, below a linked headline, behind the story"


def opener(view: View, index: int) -> Named | None:
    """A question right above a hidden line: what is pressed to see the answer."""
    below = view.blocks[index + 1] if index + 1 < len(view.blocks) else None
    if below is None or not below.hidden or not view.lines[index].text.endswith("?"):
        return None
    return "opener", Reason.NAVIGATION, "a question right above what the page hides until it is asked for"
