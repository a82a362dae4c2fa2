"""What the reading left out, by name: readers' comments, boxes of other stories, the page's frame.

These lines are dropped whatever is found here, so weaker signs will do than a judge needs to strike a
line: names of elements, and what else stands in the same box. Nothing that the reading has is touched.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import accumulate

from copydesk.judge.around import (
    Named,
    about,
    above_headline,
    at_headline,
    dated,
    in_byline,
    is_linked_headline,
    of_post,
)
from copydesk.judge.boxed import above_link, alike, below, boxed, in_article
from copydesk.judge.echoes import Said, echo, said_of
from copydesk.judge.edges import Edges, edges_of
from copydesk.judge.furniture import NEAR, of_box
from copydesk.judge.leftovers import leftovers
from copydesk.judge.listed import LEVELS, headed, is_kept, link_lists
from copydesk.judge.place import names
from copydesk.judge.placed import placed
from copydesk.judge.rows import between, heads, menus
from copydesk.judge.shape import is_stamp, size
from copydesk.judge.view import View
from copydesk.judge.worded import counted, of_network, reported_from, worded
from copydesk.model import READING, Reason, Verdict, dropped
from copydesk.text import key

_COMMENTS = re.compile(
    r"(?:^|[-_])(?:user|reader|leser)?(?:comments?|komment(?:are?|ar[ei]n?|arer)|commentaires?|coment[aá]rios?"
    r"|commenti|reacties|yorum(?:lar)?|disqus|discussion-?thread)(?:$|[-_])"
)
# One of these is in every such name: looked for first, since names are many.
_COMMENT_PARTS = ("omm", "oment", "reacties", "yorum", "disqus", "discussion")
_SHARES = ("partage", "share", "teilen", "compart")
_FRAME = {"header": "header", "footer": "footer", "nav": "menu"}
_TAG = re.compile(r"[^.#]*")
_STORY = frozenset({"article", "main"})
# A box of so many linked headlines is one of other stories.
_LEAST_HEADLINES = 3
# So many blocks behind the story a sentence about the author is looked for.
_BEHIND = 6
_BEHIND_LINK = "link_line", Reason.PROMO, "a link as long as a headline, behind the story"
_OTHER_BYLINE = "other_stories", Reason.PROMO, "who wrote another story, behind this one"
_PLAYER = "player", Reason.TEMPLATE, "beside a video, and not what it is called"
_SOURCE = re.compile(r"(?:image |data )?(?:sources?|credits?|via)\s?:", re.IGNORECASE)
_TITLE_WORDS = 4
# A line with names and offices has no more words.
_NAME_WORDS = 12
# The heading of a menu has fewer.
_NO_MENU_WORDS = 6
# Paths of a page; those of a site are much alike.
_PATHS = 1024


@dataclass(frozen=True, slots=True)
class _Boxes:
    """What the elements of a page hold, by their paths: elements of one path count as one."""

    kept: frozenset[str]
    headlines: Counter[str]
    known: dict[str, Named | None] = field(default_factory=dict)
    furnished: dict[str, Named | None] = field(default_factory=dict)

    def furniture(self, path: str) -> Named | None:
        """What the names of the nearest elements around a line say it is; asked once a path."""
        if path not in self.furnished:
            own = [step.rpartition("/")[2] for step in _above(path)[-NEAR:] if step not in self.kept]
            self.furnished[path] = of_box(reversed(own))
        return self.furnished[path]

    def named(self, path: str) -> Named | None:
        """What a line in an element is, by the elements around it; asked once a path."""
        if path not in self.known:
            self.known[path] = self._named(path)
        return self.known[path]

    def _named(self, path: str) -> Named | None:
        own = [step for step in _above(path) if step not in self.kept]
        named = ((step, name) for step in own if (name := _comments_name(step)) is not None)
        # "comment" is also what an opinion piece is called, and the way to it.
        readers = (name for step, name in named if name != "comment" or not self.headlines[step])
        if (name := next(readers, None)) is not None:
            return "comments_box", Reason.COMMENTS, f"stands in an element named {name!r}"
        if (tag := next((t for step in own if (t := _frame(step))), None)) is not None:
            return "page_frame", Reason.NAVIGATION, f"stands in the page's {tag}"
        for step in own[-LEVELS:][::-1]:
            if (count := self.headlines[step]) >= _LEAST_HEADLINES:
                return "other_stories", Reason.PROMO, f"stands in a box with {count} linked headlines"
        return None


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a page by the time its furniture is named."""

    boxes: _Boxes
    edges: Edges
    said: Said


def judge(view: View) -> dict[int, Verdict]:
    """Say what the lines are that the reading of a marked-up page left out, where something tells."""
    left = [] if view.pasted else [i for i in view.open() if not view.in_reading[i]]
    if not left:
        return {}
    boxes, edges, authors = _boxes(view, left), edges_of(view), _author_names(view)
    boxed, lists = headed(view), link_lists(view, [i for i in left if i > edges.last])
    found: dict[int, Verdict] = {}
    for index in left:
        head = at_headline(view, index, edges, authors, found)
        box = _in_box(boxes.named(view.blocks[index].path), boxed.get(index))
        # Below a short story the next box is as near to the headline as a byline is.
        named = of_network(view, index) or (
            ((box or head) if index > edges.last else (head or box))
            or above_headline(view, index, edges)
            or lists.get(index)
            or of_post(view, index, authors)
        )
        if named is None and edges.last < index <= edges.last + _BEHIND:
            named = about(view.lines[index], authors) or in_byline(view, index) or dated(view.lines[index])
        if named is None and edges.first < index < edges.last and is_linked_headline(view, index):
            named = _linked(view, index)
        if named is not None:
            found[index] = _verdict(view, index, named)
    rest = [i for i in left if i not in found]
    return found | _furniture(view, rest, _Known(boxes, edges, said_of(view, authors)), found)


def _linked(view: View, index: int) -> Named:
    """What a link as long as a headline is, within the story."""
    if next(view.page.elements[index].iterancestors("figure"), None) is not None:
        return "in_figure", Reason.CAPTION, "in a figure, within the story"
    if _SOURCE.match(view.blocks[index].text) is not None:
        return "source_line", Reason.CREDIT, "says where it is from, within the story"
    return "link_line", Reason.PROMO, "a link as long as a headline, within the story"


def _verdict(view: View, index: int, named: Named) -> Verdict:
    rule, reason, sign = named
    evidence = f"{sign}; {view.told[index]}" if view.told else sign
    facts = reported_from(view.lines[index]) if rule == "reported_from" else ()
    return dropped(rule, reason, evidence, facts=facts, stage=READING)


def _furniture(view: View, left: list[int], known: _Known, told: dict[int, Verdict]) -> dict[int, Verdict]:
    """What the lines are that nothing better tells: by their words, their elements, their neighbours."""
    edges = known.edges
    rows = menus(view, left, edges)
    found: dict[int, Verdict] = {}
    for index in left:
        box = known.boxes.furniture(view.blocks[index].path)
        named = echo(view, index, known.said) or _where(view, index, edges, box) or rows.get(index)
        if named is None and index > edges.last and is_linked_headline(view, index):
            named = _BEHIND_LINK
        if named := named or worded(view, index, edges):
            found[index] = _verdict(view, index, named)
    for neighbours in (
        partial(alike, view, left, edges),
        partial(between, view, left, edges),
        partial(_heads, view, left, edges),
        partial(below, view, left),
        partial(boxed, view, left, edges),
        partial(_heads, view, left, edges),
        partial(in_article, view, left),
        partial(_at_last, view, left, known),
        partial(_left_over, view, left, known),
        partial(above_link, view, left),
    ):
        before = {**told, **found}
        found |= {i: _verdict(view, i, named) for i, named in neighbours(before).items() if i not in before}
    return found


def _left_over(view: View, left: list[int], known: _Known, told: dict[int, Verdict]) -> dict[int, Named]:
    """What the lines are that neither words, boxes nor neighbours tell."""
    return leftovers(view, [i for i in left if i not in told], known.edges, told, known.boxes.kept)


def _heads(view: View, left: list[int], edges: Edges, told: dict[int, Verdict]) -> dict[int, Named]:
    """Headings around the story; one as long as a headline above a menu is of another story."""
    found = heads(view, left, edges, told)
    for index, (_, reason, sign) in found.items():
        if reason is Reason.NAVIGATION and size(view.lines[index]) >= _NO_MENU_WORDS:
            found[index] = "other_stories", Reason.PROMO, f"as long as a headline, and {sign}"
    return found


def _at_last(view: View, left: list[int], known: _Known, told: dict[int, Verdict]) -> dict[int, Named]:
    """What the lines are that nothing around them tells: a number, a day, a name, a kicker."""
    found: dict[int, Named] = {}
    for index in (i for i in left if i not in told):
        named = counted(view.lines[index]) or placed(view, index, known.edges, known.said.authors)
        if named is not None:
            found[index] = named
    return found


def _where(view: View, index: int, edges: Edges, box: Named | None) -> Named | None:
    """What the box of a line says, where it can stand: captions with the story, who wrote it not within."""
    if box is None:
        return None
    if box[1] not in (Reason.CAPTION, Reason.AUTHOR_BIO):
        return box
    within = edges.first <= index <= edges.last
    if box[1] is Reason.CAPTION:
        if not (within or edges.in_head(index)):
            return None
        # A video has its length and its buttons beside its name.
        line = view.lines[index]
        return _PLAYER if box[0] == "video_title" and (line.sentence or size(line) < _TITLE_WORDS) else box
    return None if within else _of_writer(view, index, edges, box)


def _of_writer(view: View, index: int, edges: Edges, box: Named) -> Named | None:
    """What a line in a box of an author's is, around the story: a name above it, something about them."""
    line = view.lines[index]
    if index > edges.last:
        return _OTHER_BYLINE if is_stamp(line) else box
    if line.sentence:
        return box
    return ("byline_box", Reason.BYLINE, box[2]) if size(line) <= _NAME_WORDS else None


def _in_box(by_names: Named | None, by_heading: Named | None) -> Named | None:
    """What a box is: its name or its part of the page's frame say it first, its heading before its links."""
    told = by_names is not None and by_names[0] != "other_stories"
    return by_names if told else by_heading or by_names


def _boxes(view: View, left: list[int]) -> _Boxes:
    kept: set[str] = set()
    for block in view.blocks:
        if is_kept(view, block.index):
            kept.update(_above(block.path))
    headlines = Counter(
        path for i in left if is_linked_headline(view, i) for path in _above(view.blocks[i].path)
    )
    return _Boxes(frozenset(kept), headlines)


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
    # "partage-commentaire": where one shares and comments, the names of networks stand.
    said = (name for name in names(last) if not any(word in name for word in _SHARES))
    return next((name for name in said if _COMMENTS.search(name)), None)


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
    """The authors that the page declares, as keys: those of one word in Latin letters may be any."""
    return tuple(
        name for value in view.declared.values("authors") if " " in (name := key(value)) or not name.isascii()
    )
