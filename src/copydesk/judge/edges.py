"""Where bylines, credits and section labels stand: around the headline, and right behind the story."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.judge.headlines.trail_steps import top_of_head
from copydesk.judge.place import Place, place_of
from copydesk.judge.view import View

# Lines between headline and story: bylines, share buttons, a picture with its caption, a standfirst.
_ABOVE, _BELOW = 6, 30
# Paragraphs that may stand between the headline and the byline: a standfirst or two.
_PROSE_BEFORE_BYLINE = 2
# How far behind the last paragraph a signature stands.
_SIGNATURE = 4


@dataclass(frozen=True, slots=True)
class Edges:
    """The head of an article (around its headline, down into the story) and its tail."""

    title: int | None
    head: range
    first: int
    last: int
    tail: int

    def in_head(self, index: int) -> bool:
        """Whether a block is near the headline, and at most a standfirst's length into the story."""
        return index in self.head

    def above_story(self, index: int) -> bool:
        """Whether a block is in the head and above the first paragraph."""
        return index in self.head and index < self.first

    def below_title(self, index: int) -> bool:
        """Whether a block is between headline and first paragraph."""
        return self.above_story(index) and (self.title is None or index > self.title)

    def in_tail(self, index: int) -> bool:
        """Whether a block comes right behind the last paragraph."""
        return self.last < index <= self.tail

    def behind(self, index: int) -> bool:
        """Whether a block comes behind the last paragraph."""
        return index > self.last


def edges_of(view: View) -> Edges:
    """The edges of a page's article."""
    place = place_of(view)
    count = len(view.blocks)
    first, last = (place.first, place.last) if place.prose else (count, count)
    title = view.title()
    if title is not None and title > last:
        title = None
    start = max(0, (first - _BELOW) if title is None else top_of_head(view, title) - _ABOVE)
    base = start if title is None else title
    head = range(start, min(count, _down(place, base), base + _BELOW + _ABOVE))
    # What a page hides behind its story parts no signature from it; above, it is the menus that are hidden.
    return Edges(title, head, first, last, view.down(last, _SIGNATURE))


def _down(place: Place, base: int) -> int:
    """The first block that is too deep in the story for a byline."""
    prose = sorted(i for i in place.prose if i > base)
    return prose[_PROSE_BEFORE_BYLINE] if len(prose) > _PROSE_BEFORE_BYLINE else 1_000_000
