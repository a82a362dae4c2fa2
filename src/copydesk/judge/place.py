"""Where a block stands: before, within or behind the story's own paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from copydesk.judge.phrases.table import bulk
from copydesk.judge.view import View

# A paragraph of the story: at least this many words and a sentence's end. Subheads, captions and
# teasers are shorter or have no full stop; a shorter closing sentence only makes the end come earlier.
PROSE_WORDS = 12
# Text that is half links is a list of links, whatever its length.
PROSE_LINKS = 0.5
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_FRAME = {"header": "header", "footer": "footer", "nav": "menu"}
_TAG = re.compile(r"[^.#]*")
_STORY = frozenset({"article", "main"})
# What has a head of its own, unless its names say that it is the page's.
_PARTS = frozenset({"section", "aside", "li"})
# A window has a head and a foot of its own: it is the element around, or one of three.
_WINDOW = re.compile(
    r"[.#](?:[^./#]*[-_])?(?:modal|dialog|popup|lightbox)"
    r"(?:[-_]{1,2}(?:content|wrapper|wrap|inner|container|box|dialog|body))?(?:[.#][^/]*)?(?:/[^/]*){0,2}$",
    re.IGNORECASE,
)
_HEAD = re.compile(r"header|head(?![a-z])|nav|menu|top|site|page", re.IGNORECASE)
# How menus and their entries are named, whatever their tags.
MENU_NAMED = re.compile(
    r"(?:[.#_]|(?<=[a-z])-)(?:sub-?menu|(?:mega-?)?menu|nav|navbar|navigation)(?![a-z])", re.IGNORECASE
)
# Paths of a page; those of a site are much alike.
_PATHS = 8192


@dataclass(frozen=True, slots=True)
class Place:
    """The stretch of the story: `first` and `last` are block indexes, -1 without any prose."""

    first: int
    last: int
    prose: tuple[int, ...]

    def behind(self, index: int) -> bool:
        """Whether no paragraph of the story comes after the block."""
        return index > self.last

    def before(self, index: int) -> bool:
        """Whether no paragraph of the story comes before the block."""
        return index < self.first

    def share_behind(self, index: int) -> float:
        """The share of the story's paragraphs that come after the block."""
        if not self.prose:
            return 0.0
        return 1 - bisect_right(self.prose, index) / len(self.prose)


def is_prose(view: View, index: int) -> bool:
    """Whether a block reads as a paragraph of a story: in the reading, long enough, a sentence, few links."""
    if view.in_reading and not view.in_reading[index]:
        return False
    line = view.lines[index]
    return line.sentence and bulk(line) >= PROSE_WORDS and view.blocks[index].link_density < PROSE_LINKS


def place_of(view: View, is_matter: Callable[[int], bool] = lambda _: False) -> Place:
    """The stretch of the story, leaving out what is dropped already and what `is_matter` knows better.

    Only the ends are asked about: within the story the question does not arise.
    """
    # The cheap test first: most blocks are outside of the reading, and several judges ask.
    read = view.in_reading or (True,) * len(view.blocks)
    prose = [i for i, inside in enumerate(read) if inside and _is_undropped(view, i) and is_prose(view, i)]
    first = next((i for i in prose if not is_matter(i)), -1)
    last = next((i for i in reversed(prose) if not is_matter(i)), -1)
    return Place(first, last, tuple(i for i in prose if first <= i <= last) if first >= 0 else ())


def _is_undropped(view: View, index: int) -> bool:
    verdict = view.verdicts.get(index)
    return verdict is None or verdict.keep


@lru_cache(_PATHS)
def above(path: str) -> tuple[str, ...]:
    """The paths of a block's elements, outermost first, its own last.

    >>> above("body/div.a/p")
    ('body', 'body/div.a', 'body/div.a/p')
    """
    return tuple(accumulate(path.split("/"), "{}/{}".format))


@lru_cache(_PATHS)
def frame_of(path: str) -> str | None:
    """Which part of the page's frame a path's last element is, by its tag, if it is in no story.

    >>> frame_of("body/footer.wide"), frame_of("body/article/footer"), frame_of("body/div/section.new/header")
    ('footer', None, None)
    >>> frame_of("body/div.list/h2/header")
    """
    outer, _, last = path.rpartition("/")
    part = _FRAME.get(tag_of(last))
    if part in ("header", "footer") and _WINDOW.search(outer) is not None:
        return None
    if part == "header" and (_has_head(outer) or tag_of(outer.rpartition("/")[2]) in _HEADINGS):
        return None
    return None if part is None or any(tag_of(step) in _STORY for step in outer.split("/")) else part


def _has_head(path: str) -> bool:
    """Whether an element is one of those that have a head of their own, and not the page's head."""
    step = path.rpartition("/")[2]
    return tag_of(step) in _PARTS and "/" in path and _HEAD.search(step) is None


def tag_of(step: str) -> str:
    """The tag of a path's step.

    >>> tag_of("footer#end.wide")
    'footer'
    """
    found = _TAG.match(step)
    return found[0] if found else ""


def names(path: str) -> list[str]:
    """The ids and classes on a DOM path, lower case, outermost first.

    >>> names("main#Top/div.story.author-bio/p")
    ['top', 'story', 'author-bio']
    """
    found: list[str] = []
    for segment in path.lower().split("/"):
        found += segment.replace("#", ".").split(".")[1:]
    return found
