"""What the reading left out, by name: readers' comments, boxes of other stories, the page's frame.

These lines are dropped whatever is found here, so weaker signs will do than a judge needs to strike a
line: names of elements, and what else stands in the same box. Nothing that the reading has is touched.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, islice

from copydesk.extract.byline import is_day, read_byline
from copydesk.judge.edges import Edges, edges_of
from copydesk.judge.links import LINE_WORDS
from copydesk.judge.phrases.table import read_topic
from copydesk.judge.place import names
from copydesk.judge.shape import is_stamp
from copydesk.judge.view import View
from copydesk.model import READING, Reason, Verdict, dropped
from copydesk.text import Line, key

_COMMENTS = re.compile(
    r"(?:^|[-_])(?:user|reader|leser)?(?:comments?|komment(?:are?|ar[ei]n?|arer)|commentaires?|coment[aá]rios?"
    r"|commenti|reacties|yorum(?:lar)?|disqus|discussion-?thread)(?:$|[-_])"
)
# One of these is in every such name: looked for first, since names are many.
_COMMENT_PARTS = ("omm", "oment", "reacties", "yorum", "disqus", "discussion")
_FRAME = {"header": "header", "footer": "footer", "nav": "menu"}
_TAG = re.compile(r"[^.#]*")
_STORY = frozenset({"article", "main"})
# A linked headline; the box of three or more, at most so many elements above a line, is one of other stories.
_LINKED = 0.9
_LEAST_HEADLINES = 3
_LEVELS = 6
# A line around the headline that names an author, and what may stand beside the name.
_BYLINE_WORDS = 25
_BYLINE_OPENING = 3
# So many blocks behind the story a sentence about the author is looked for.
_BEHIND = 6
_BY = frozenset({"by", "von", "par", "por", "di", "door", "av", "af"})
# A date beside the headline has so many digits, and few words beside it that nothing explains.
_STAMP_WORDS, _STAMP_DIGITS, _UNEXPLAINED = 10, 5, 2
# What a writer is, in few words: "Opinion Columnist".
_TRADE = frozenset(read_topic("bios").lists["trade"])
_POST_WORDS = 5
_BYLINE = re.compile(r"[.#/_-]by-?line(?=[.#/_-]|$)", re.IGNORECASE)
# The rules of headings that tell what stands in one box with them.
_HEADINGS = {
    "related_heading": ("other_stories", Reason.PROMO),
    "author_heading": ("author_box", Reason.AUTHOR_BIO),
}
# A box under one heading has no more blocks.
_MOST_IN_BOX = 80
# Paths of a page; those of a site are much alike.
_PATHS = 4096


# A rule, the reason it gives and the sign it saw.
_Named = tuple[str, Reason, str]


@dataclass(frozen=True, slots=True)
class _Boxes:
    """What the elements of a page hold, by their paths: elements of one path count as one."""

    kept: frozenset[str]
    headlines: Counter[str]
    known: dict[str, _Named | None] = field(default_factory=dict)

    def named(self, path: str) -> _Named | None:
        """What a line in an element is, by the elements around it; asked once a path."""
        if path not in self.known:
            self.known[path] = self._named(path)
        return self.known[path]

    def _named(self, path: str) -> _Named | None:
        own = [step for step in _above(path) if step not in self.kept]
        if (name := next((n for step in own if (n := _comments_name(step))), None)) is not None:
            return "comments_box", Reason.COMMENTS, f"stands in an element named {name!r}"
        if (tag := next((t for step in own if (t := _frame(step))), None)) is not None:
            return "page_frame", Reason.NAVIGATION, f"stands in the page's {tag}"
        for step in own[-_LEVELS:][::-1]:
            if (count := self.headlines[step]) >= _LEAST_HEADLINES:
                return "other_stories", Reason.PROMO, f"stands in a box with {count} linked headlines"
        return None


def judge(view: View) -> dict[int, Verdict]:
    """Say what the lines are that the reading of a marked-up page left out, where something tells."""
    left = [] if view.pasted else [i for i in view.open() if not view.in_reading[i]]
    if not left:
        return {}
    boxes, edges, authors = _boxes(view, left), edges_of(view), _author_names(view)
    headed = _headed(view)
    found: dict[int, Verdict] = {}
    for index in left:
        near = edges.in_head(index) and index > (-1 if edges.title is None else edges.title)
        named = (near and _in_head(view.lines[index], authors)) or (
            edges.in_head(index) and _beside_byline(view, index, found)
        )
        named = (
            named or boxes.named(view.blocks[index].path) or headed.get(index) or _trail(view, index, edges)
        )
        if named is None and edges.last < index <= edges.last + _BEHIND:
            named = _about(view.lines[index], authors) or _in_byline(view, index)
        if named is None and edges.first < index < edges.last and _is_headline(view, index):
            named = "link_line", Reason.PROMO, "a link as long as a headline, within the story"
        if named is not None:
            rule, reason, sign = named
            evidence = f"{sign}; {view.told[index]}" if view.told else sign
            found[index] = dropped(rule, reason, evidence, stage=READING)
    return found


def _in_head(line: Line, authors: Iterable[str]) -> _Named | None:
    """Whether a line below the headline is a day, or names an author at its front or behind "by"."""
    if line.word_count > _BYLINE_WORDS:
        return None
    if is_day(line.text):
        return "day", Reason.BYLINE, "a day below the headline"
    if line.key.partition(" ")[0] in _BY and 1 < line.word_count <= _POST_WORDS and is_stamp(line):
        return "by_name", Reason.BYLINE, f"names somebody behind {line.text.split()[0]!r}, below the headline"
    for name in authors:
        before, found, _ = line.key.partition(name)
        opening = before.split()
        if not found or (len(opening) > _BYLINE_OPENING and opening[-1] not in _BY):
            continue
        if line.sentence and not before:
            return "about_author", Reason.AUTHOR_BIO, f"a sentence about {name!r} below the headline"
        if not line.sentence:
            return "names_author", Reason.BYLINE, f"names {name!r} below the headline"
    return None


def _trail(view: View, index: int, edges: Edges) -> _Named | None:
    """Links right above the headline: the sections the page is in, often without a space between them."""
    block, title = view.blocks[index], edges.title
    if title is None or not edges.in_head(index) or index > title or block.link_density < _LINKED:
        return None
    # A long line of links is a trail where the headline ends it.
    ends = view.lines[index].key.find(view.lines[title].key) > 0
    if _is_headline(view, index) and not ends:
        return None
    return "trail", Reason.NAVIGATION, "links right above the headline"


def _beside_byline(view: View, index: int, found: dict[int, Verdict]) -> _Named | None:
    """What goes with names and dates around the headline: "By", a writer's post, a date with a word more."""
    line = view.lines[index]
    if line.word_count > _STAMP_WORDS or line.sentence:
        return None
    if line.key in _BY and _is_byline(view, index + 1, found):
        return "by", Reason.BYLINE, "the word before an author's name"
    if not _TRADE.isdisjoint(line.key.split()[-2:]) and line.word_count <= _POST_WORDS:
        if _is_byline(view, index - 1, found):
            return "post", Reason.BYLINE, "what the author is, below the name"
        return None
    if sum(map(str.isdigit, line.text)) < _STAMP_DIGITS:
        return None
    stamp = read_byline(line.text)
    dated = stamp.published is not None or stamp.modified is not None
    few = len(stamp.rest.split()) <= _UNEXPLAINED
    return ("stamp", Reason.BYLINE, "a date beside the headline") if dated and few else None


def _is_byline(view: View, index: int, found: dict[int, Verdict]) -> bool:
    verdict = view.verdicts.get(index) or found.get(index)
    return verdict is not None and verdict.reason is Reason.BYLINE


def _headed(view: View) -> dict[int, _Named]:
    """The lines in boxes that a heading announces: other stories ("Most read"), the author ("About ...")."""
    named: dict[int, _Named] = {}
    for index, verdict in view.verdicts.items():
        if (told := _HEADINGS.get(verdict.rule)) is not None:
            sign = f"stands in the box headed {view.blocks[index].text[:40]!r}"
            named |= dict.fromkeys(_box_below(view, index), (*told, sign))
    return named


def _box_below(view: View, heading: int) -> range:
    """The blocks below a heading in the nearest element that holds more than it; none if one is kept."""
    elements = view.page.elements
    for box in islice(elements[heading].iterancestors(), _LEVELS):
        stop = heading + 1
        while stop < len(elements) and any(above is box for above in elements[stop].iterancestors()):
            stop += 1
        if stop > heading + 1:
            inside = range(heading + 1, stop)
            return (
                range(0) if len(inside) > _MOST_IN_BOX or any(_is_kept(view, i) for i in inside) else inside
            )
    return range(0)


def _is_kept(view: View, index: int) -> bool:
    verdict = view.verdicts.get(index)
    return view.in_reading[index] if verdict is None else verdict.keep


def _about(line: Line, authors: Iterable[str]) -> _Named | None:
    """Whether a line right behind the story is a sentence that begins with its author's name."""
    name = next((n for n in authors if line.sentence and line.key.startswith(f"{n} ")), None)
    if name is None:
        return None
    return "about_author", Reason.AUTHOR_BIO, f"a sentence about {name!r} behind the story"


def _in_byline(view: View, index: int) -> _Named | None:
    """Whether a short line right behind the story stands in markup for bylines."""
    line, near = view.lines[index], "/".join(view.blocks[index].path.split("/")[-2:])
    if line.sentence or line.word_count > _POST_WORDS or _BYLINE.search(near) is None:
        return None
    return "byline_markup", Reason.BYLINE, "in markup for bylines, right behind the story"


def _boxes(view: View, left: list[int]) -> _Boxes:
    kept: set[str] = set()
    for block in view.blocks:
        if _is_kept(view, block.index):
            kept.update(_above(block.path))
    headlines = Counter(path for i in left if _is_headline(view, i) for path in _above(view.blocks[i].path))
    return _Boxes(frozenset(kept), headlines)


def _is_headline(view: View, index: int) -> bool:
    return view.blocks[index].link_density >= _LINKED and view.lines[index].word_count in LINE_WORDS


@lru_cache(_PATHS)
def _above(path: str) -> tuple[str, ...]:
    """The paths of a block's elements, outermost first, its own last.

    >>> _above("body/div.a/p")
    ('body', 'body/div.a', 'body/div.a/p')
    """
    return tuple(accumulate(path.split("/"), "{}/{}".format))


@lru_cache(_PATHS)
def _comments_name(path: str) -> str | None:
    """The id or class of a path's last element that speaks of comments."""
    last = path.rpartition("/")[2]
    if not any(part in last.lower() for part in _COMMENT_PARTS):
        return None
    return next((name for name in names(last) if _COMMENTS.search(name)), None)


@lru_cache(_PATHS)
def _frame(path: str) -> str | None:
    """Which part of the page's frame a path's last element is, by its tag, if it is in no story.

    >>> _frame("body/footer.wide"), _frame("body/article/footer")
    ('footer', None)
    """
    outer, _, last = path.rpartition("/")
    part = _FRAME.get(_tag(last))
    return None if part is None or any(_tag(step) in _STORY for step in outer.split("/")) else part


def _tag(step: str) -> str:
    found = _TAG.match(step)
    return found[0] if found else ""


def _author_names(view: View) -> tuple[str, ...]:
    """The authors that the page declares, as keys of two words and more."""
    return tuple(name for value in view.declared.values("authors") if " " in (name := key(value)))
