"""What the elements around a left-out line say it is: by their names, by their tags, by what they hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Any, Final

from copydesk.judge.boxes import holds
from copydesk.judge.edges import Edges
from copydesk.judge.left_out.around import LINKED, Named, dated, is_linked_headline
from copydesk.judge.left_out.attributes import asked, labelled
from copydesk.judge.left_out.furniture import FAINT, NEAR, faintly, of_box, surely
from copydesk.judge.left_out.listed import LEVELS, is_kept
from copydesk.judge.left_out.step_names import parts_of
from copydesk.judge.navigation.page_links import links_of, row_of_links
from copydesk.judge.place import above, frame_of, names, place_of, tag_of
from copydesk.judge.promos.story_links import is_story_link
from copydesk.judge.shape import is_stamp, size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason
from copydesk.text import key

_COMMENTS: Final = re.compile(
    r"(?:^|[-_])(?:user|reader|leser)?(?:comments?|komment(?:are?|ar[ei]n?|arer)|commentaires?|coment[aá]rios?"
    r"|commenti|reacties|yorum(?:lar)?|disqus|discussion-?thread)(?:$|[-_])"
)
# One of these is in every such name: looked for first, since names are many.
_COMMENT_PARTS: Final = ("omm", "oment", "reacties", "yorum", "disqus", "discussion")
_SHARES: Final = ("partage", "share", "teilen", "compart")
_POST: Final = re.compile(r"twitter-tweet|instagram-media|tiktok-embed|bluesky-embed|fb-post|mastodon-embed")
# A box of so many linked headlines is one of other stories.
_LEAST_HEADLINES: Final = 3
# Lines above the story that lead to one page are no headlines where they are so many.
_LEAST_ALIKE: Final = 5
# A card has a headline and at most a few short links, to its section and its author; a box with more of them
# is a menu.
_SHORTS_OF_MENU: Final = 3
_SHORT_WORDS: Final = 3
_OTHER_BYLINE: Final = "other_stories", Reason.PROMO, "who wrote another story, behind this one"
# So near behind the story, a line with the author's name is its own byline once more.
_OWN_REACH: Final = 4
_PLAYER: Final = "player", Reason.TEMPLATE, "beside a video, and not what it is called"
_TITLE_WORDS: Final = 4
_ASKS: Final = re.compile(r"(?:click|tap|press) (?:to|here|on)\b|(?:the|this) video will\b", re.IGNORECASE)
# A line with names and offices has no more words.
_NAME_WORDS: Final = 12
# ... and one with an office alone has no more.
_ROLE_WORDS: Final = 6
_ROLE_LINKED: Final = 0.5
# A sentence has so many words; subjects may end as one does.
_SENTENCE_WORDS: Final = 6
_ADS: Final = frozenset({"ad", "ads"})
_CONTROL: Final = "control", Reason.NAVIGATION, "stands in a form of the page"
# The end of the evidence for what stands in the foot of something.
_FOOT: Final = "named 'footer'"
# So many elements above the head of a form, one holds the form, too.
_BESIDE_FORM: Final = 3
# Paths of a page; those of a site are much alike.
_PATHS: Final = 8192


@dataclass(frozen=True, slots=True)
class Boxes:
    """What the elements of a page hold, by their paths: elements of one path count as one."""

    kept: frozenset[str]
    headlines: Counter[str]
    shorts: Counter[str] = field(default_factory=Counter)
    ticked: Counter[str] = field(default_factory=Counter)
    # Lines of several short links each.
    rows: Counter[str] = field(default_factory=Counter)
    # The elements that hold the headline.
    head: frozenset[str] = frozenset()
    known: dict[str, Named | None] = field(default_factory=dict)
    furnished: dict[str, Named | None] = field(default_factory=dict)
    forms: dict[Any, Named | None] = field(default_factory=dict)

    def furniture(self, path: str) -> Named | None:
        """What the names of the nearest elements around a line say it is; asked once a path."""
        if path not in self.furnished:
            steps = above(path)
            own = [step.rpartition("/")[2] for step in steps[-NEAR:] if step not in self.kept]
            holder = next((step for step in reversed(steps) if step in self.kept), "")
            if holder in self.head:
                own = parts_of(holder.rpartition("/")[2], own)
            self.furnished[path] = of_box(reversed(own))
        return self.furnished[path]

    def surely(self, path: str) -> Named | None:
        """What the nearest elements around a line surely are by their names."""
        return surely(reversed([s.rpartition("/")[2] for s in above(path)[-NEAR:] if s not in self.kept]))

    def named(self, path: str) -> Named | None:
        """What a line in an element is, by the elements around it; asked once a path."""
        if path not in self.known:
            self.known[path] = self._named(path)
        return self.known[path]

    def _named(self, path: str) -> Named | None:
        own = [step for step in above(path) if step not in self.kept]
        named = ((step, name) for step in own if (name := comments_name(step)) is not None)
        # "comment" is also what an opinion piece is called, and the way to it.
        readers = (name for step, name in named if name != "comment" or not self.headlines[step])
        if (name := next(readers, None)) is not None:
            return "comments_box", Reason.COMMENTS, f"stands in an element named {name!r}"
        if (tag := next((t for step in own if (t := frame_of(step))), None)) is not None:
            return "page_frame", Reason.NAVIGATION, f"stands in the page's {tag}"
        for step in own[-LEVELS:][::-1]:
            count, shorts = self.headlines[step], self.shorts[step]
            lines = count + self.rows[step]
            stories = max(1, lines - self.ticked[step])
            if lines >= _LEAST_HEADLINES and shorts > _SHORTS_OF_MENU * stories:
                return "menu", Reason.NAVIGATION, f"stands in a box with {shorts} short links"
            if count >= _LEAST_HEADLINES:
                return "other_stories", Reason.PROMO, f"stands in a box with {count} linked headlines"
        return None


def boxes_of(view: View, left: Sequence[int]) -> Boxes:
    """What the elements of a page hold: those of the story, and linked headlines that were left out."""
    kept: set[str] = set()
    title = view.title()
    top = place_of(view).first
    for block in view.blocks:
        if is_kept(view, block.index):
            kept.update(above(block.path))
    headlines = [i for i in left if is_linked_headline(view, i)]
    return Boxes(
        frozenset(kept),
        _holders(view, headlines),
        _holders(view, (i for i in left if _is_short_link(view, i))),
        _holders(view, _ticked(view, headlines, top)),
        _holders(view, (i for i in left if row_of_links(view, i))),
        frozenset(() if title is None else above(view.blocks[title].path)),
    )


def _ticked(view: View, lines: Iterable[int], top: int) -> Iterator[int]:
    """The linked headlines above the story of a ticker or a schedule: all lead to one page, or to none."""
    ways = {i: _way(view, i) for i in lines if i < top}
    often = Counter(ways.values())
    return (i for i, way in ways.items() if not way or often[way] >= _LEAST_ALIKE)


def _way(view: View, index: int) -> str:
    return next((way for link in links_of(view, index) if (way := link.get("href"))), "")


def _holders(view: View, lines: Iterable[int]) -> Counter[str]:
    """Above how many of some lines each element stands."""
    return Counter(path for i in lines for path in above(view.blocks[i].path))


def _is_short_link(view: View, index: int) -> bool:
    return view.blocks[index].link_density >= LINKED and size(view.lines[index]) <= _SHORT_WORDS


def of_network(view: View, index: int) -> Named | None:
    """Whether a line is of a post of a network that is set into the page."""
    if "blockquote" not in view.blocks[index].path or not _POST.search(view.blocks[index].path):
        return None
    return "embedded_post", Reason.OUTSIDE, "a post of a network that is set into the page"


def furnished(view: View, index: int, edges: Edges, boxes: Boxes) -> Named | None:
    """What the names of a line's nearest elements say, where it can stand.

    Captions stand with the story, and who wrote it does not stand within.
    """
    path = view.blocks[index].path
    box = labelled(view, index, [step in boxes.kept for step in above(path)]) or boxes.furniture(path)
    if box is not None and box[0] == "tags" and _says_more(view, index):
        box = None
    if box is not None and box[2].endswith(_FOOT) and edges.first < index < edges.last:
        # The foot of something within the story is not the page's.
        box = None
    if box is not None and box[0] in ("ad_box", "share_box"):
        box = _in_named(view, index, box)
    if box is not None and box[0] in ("control", "form_head"):
        box = _of_form(view, index, boxes, box)
    if box is None or box[1] not in (Reason.CAPTION, Reason.AUTHOR_BIO):
        return box
    within = edges.first <= index <= edges.last
    if box[1] is Reason.CAPTION:
        if not (within or edges.in_head(index)):
            return None
        # A video has its length and its buttons beside its name.
        line = view.lines[index]
        untitled = line.sentence or size(line) < _TITLE_WORDS or _ASKS.match(line.text) is not None
        return _PLAYER if box[0] == "video_title" and untitled else box
    if within and _is_below_name(view, index):
        return "byline_box", Reason.BYLINE, f"what a writer is, below the name, and {box[2]}"
    return None if within else _of_writer(view, index, edges, box)


def _says_more(view: View, index: int) -> bool:
    """Whether a line is a sentence, and so no subject."""
    return view.lines[index].sentence and size(view.lines[index]) >= _SENTENCE_WORDS


def _is_below_name(view: View, index: int) -> bool:
    """Whether a few words stand right below the name of a writer, in one element with it."""
    above = next(view.above(index), None)
    told = None if above is None else view.verdicts.get(above)
    if above is None or told is None or told.reason is not Reason.BYLINE or view.lines[index].sentence:
        return False
    box = view.page.elements[index].getparent()
    few = size(view.lines[index]) <= _ROLE_WORDS and view.blocks[index].link_density < _ROLE_LINKED
    return few and holds(box, view.page.elements[above])


def _in_named(view: View, index: int, box: Named) -> Named | None:
    """What a line is in a box for adverts, or for sharing: its own name may be so, and a day is neither."""
    if box[0] == "ad_box":
        return None if _is_of_name(view, index) else box
    day = dated(view.lines[index]) is not None
    return ("site_date", Reason.NAVIGATION, f"a day alone on its line, and {box[2]}") if day else box


def _is_of_name(view: View, index: int) -> bool:
    """Whether a link's own words are those of its element's name, among others: "Harbour ADS"."""
    line = view.lines[index]
    linked = view.blocks[index].link_density >= LINKED and line.word_count > 1
    return linked and not _ADS.isdisjoint(line.words)


def _of_form(view: View, index: int, boxes: Boxes, box: Named) -> Named:
    """What the form around a control asks for, or the one beside its head, unless the story is in it."""
    steps = above(view.blocks[index].path)
    element = view.page.elements[index]
    form = next(element.iterancestors("form"), None)
    if form is None:
        around = zip(reversed(steps[:-1]), islice(element.iterancestors(), _BESIDE_FORM), strict=False)
        own = (box for step, box in around if step not in boxes.kept)
        form = next((one for box in own for one in box.iter("form")), None)
    elif (
        next((step for step in reversed(steps) if tag_of(step.rpartition("/")[2]) == "form"), "")
        in boxes.kept
    ):
        return _CONTROL
    if form is None:
        # A head without a form: scripts set in those that sell.
        return box
    if form not in boxes.forms:
        boxes.forms[form] = asked(form)
    return boxes.forms[form] or (_CONTROL if box[0] == "form_head" else box)


def faintly_furnished(view: View, index: int, edges: Edges, boxes: Boxes) -> Named | None:
    """What the names say that elements of all sorts have, of the nearest that hold nothing of the story."""
    for step in reversed(above(view.blocks[index].path)[-FAINT:]):
        if step in boxes.kept:
            return None
        if (said := faintly(step.rpartition("/")[2])) is not None:
            if said[0] == "beside" and is_story_link(view, index):
                return "other_stories", Reason.PROMO, f"the headline of another story, and {said[2]}"
            return said if _can_be(said[0], view, index, edges) else None
    return None


def _can_be(rule: str, view: View, index: int, edges: Edges) -> bool:
    """Whether a line can be what its box faintly says, where it stands."""
    if rule == "beside":
        return not edges.first < index < edges.last
    if rule == "contents":
        return view.blocks[index].kind is not Kind.HEADING
    return rule != "banner" or index > edges.first or not edges.in_head(index)


def _of_writer(view: View, index: int, edges: Edges, box: Named) -> Named | None:
    """What a line in a box of an author's is, around the story: a name above it, something about them."""
    line = view.lines[index]
    if index > edges.last:
        own = any(name in line.key for name in map(key, view.declared.values("authors")) if name)
        if own and any(edges.in_head(i) and view.lines[i].key == line.key for i in range(index)):
            return "byline_box", Reason.BYLINE, "says the byline above the story again"
        own = own and size(line) <= _NAME_WORDS and not line.key.startswith("about ")
        if own and index <= edges.last + _OWN_REACH:
            return "byline_box", Reason.BYLINE, "names the page's author, right behind the story"
        return _OTHER_BYLINE if is_stamp(line) else box
    if line.sentence:
        return box
    return ("byline_box", Reason.BYLINE, box[2]) if size(line) <= _NAME_WORDS else None


@lru_cache(_PATHS)
def comments_name(path: str) -> str | None:
    """The id or class of a path's last element that speaks of comments."""
    last = path.rpartition("/")[2]
    if not any(part in last.lower() for part in _COMMENT_PARTS):
        return None
    # "partage-commentaire": where one shares and comments, the names of networks stand.
    said = (name for name in names(last) if not any(word in name for word in _SHARES))
    # What only has comments is a teaser with their number, as a rule.
    return next((n for n in said if _COMMENTS.search(n) and not n.startswith("has-")), None)
