"""Lines that a reading left out, told by what they stand beside: the headline, a byline, the story's end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from copydesk.extract.authors.byline import is_day, read_byline
from copydesk.extract.paths import path_end
from copydesk.judge.bios.author_box import BY, TRADE
from copydesk.judge.boxes import holds
from copydesk.judge.edges import Edges
from copydesk.judge.navigation.page_links import leads_within, row_of_links
from copydesk.judge.phrases.buttons import ASKS
from copydesk.judge.phrases.furniture import PLACES
from copydesk.judge.promos.links import LINE_WORDS
from copydesk.judge.shape import is_stamp
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict
from copydesk.text import Line, key

# A rule, the reason it gives and the sign it saw.
Named = tuple[str, Reason, str]

# What is a link, but for a sign or two.
LINKED = 0.9
# A line around the headline that names an author, and what may stand beside the name.
_BYLINE_WORDS = 25
_BYLINE_OPENING = 3
# A date beside the headline has so many digits, and few words beside it that nothing explains.
_STAMP_WORDS, _STAMP_DIGITS, _UNEXPLAINED = 10, 5, 3
# What a writer is, in few words: "Opinion Columnist".
_POST_WORDS = 5
_BYLINE = re.compile(r"[.#/_-]by-?line(?=[.#/_-]|$)", re.IGNORECASE)
_MENU = re.compile(r"/nav(?=[.#/]|$)|breadcrumb", re.IGNORECASE)
# So many networks are named by what shares, and seldom by a headline.
_NETWORKS = 2
# What is behind a name in so many words are titles.
_TITLES = 2
# The label and the headline of a card stand in one box so near.
_CARD_LEVELS = 3
# A headline printed again stands at most so far below it.
_REPEATED = 4


def at_headline(
    view: View, index: int, edges: Edges, authors: Iterable[str], found: dict[int, Verdict]
) -> Named | None:
    """What a line around the headline is: of a byline, or below the headline a day or an author's name."""
    if not edges.in_head(index):
        return None
    below = index > (-1 if edges.title is None else edges.title)
    return (_in_head(view.lines[index], authors) if below else None) or _beside_byline(
        view, index, authors, found
    )


def of_post(view: View, index: int, authors: Iterable[str]) -> Named | None:
    """Whether a line within a story is an author's name and a day, as below the posts of a live blog."""
    line = view.lines[index]
    if line.sentence or line.word_count > _STAMP_WORDS or sum(map(str.isdigit, line.text)) < _STAMP_DIGITS:
        return None
    if not any(line.key.startswith(name) for name in authors):
        return None
    return "post_byline", Reason.BYLINE, "an author and a day, within the story"


def above_headline(view: View, index: int, edges: Edges) -> Named | None:
    """What stands right above the headline: a kicker in one element with it, or the sections of the page."""
    if edges.title is None or not edges.in_head(index) or index > edges.title + _REPEATED:
        return None
    below = view.verdicts.get(index + 1)
    heads = below is not None and (below.kind is Kind.TITLE or below.reason is Reason.HEADLINE)
    line, block = view.lines[index], view.blocks[index]
    if index < edges.title and any(line.key == key(name) for name in view.declared.values("authors")):
        return "names_author", Reason.BYLINE, "the author's name alone, above the headline"
    kicks = line.word_count <= _POST_WORDS and not line.sentence and not is_day(line.text)
    if _MENU.search(block.path) is not None:
        return _trail(view, index, edges)
    if heads and kicks and block.link_density < LINKED:
        own, title = (view.blocks[i].path.rpartition("/")[0] for i in (index, index + 1))
        if own == title or block.path.startswith(view.blocks[index + 1].path):
            return "kicker", Reason.SECTION_LABEL, "right above the headline, in one element with it"
    return _trail(view, index, edges)


def is_linked_headline(view: View, index: int) -> bool:
    """Whether a line is a link as long as a headline, to another page, and no row of short ones."""
    linked = view.blocks[index].link_density >= LINKED and view.lines[index].word_count in LINE_WORDS
    return linked and not leads_within(view, index) and not row_of_links(view, index)


def names_places(line: Line) -> bool:
    """Whether a line names several of the places where a story is shared.

    >>> from copydesk.text import line
    >>> names_places(line("Facebook Twitter Print")), names_places(line("Facebook under fire"))
    (True, False)
    """
    return sum(word in PLACES for word in line.words) >= _NETWORKS


def _in_head(line: Line, authors: Iterable[str]) -> Named | None:
    """Whether a line below the headline is a day, or names an author at its front or behind "by"."""
    if line.word_count > _BYLINE_WORDS:
        return None
    if is_day(line.text):
        return "stamp", Reason.BYLINE, "a day below the headline"
    if line.key.partition(" ")[0] in BY and 1 < line.word_count <= _POST_WORDS and is_stamp(line):
        return "by_name", Reason.BYLINE, f"names somebody behind {line.text.split()[0]!r}, below the headline"
    for name in authors:
        before, found, _ = line.key.partition(name)
        opening = before.split()
        if not found or (len(opening) > _BYLINE_OPENING and opening[-1] not in BY):
            continue
        # "Ada Quill, Ph.D." ends as a sentence does.
        if line.sentence and not before and line.word_count > len(name.split()) + _TITLES:
            return "about_author", Reason.AUTHOR_BIO, f"a sentence about {name!r} below the headline"
        if not line.sentence or not before:
            return "names_author", Reason.BYLINE, f"names {name!r} below the headline"
    return None


def _trail(view: View, index: int, edges: Edges) -> Named | None:
    """Links right above the headline: the sections the page is in, often without a space between them."""
    block, title = view.blocks[index], edges.title
    if view.lines[index].key in PLACES or names_places(view.lines[index]):
        return None
    if title is None or not edges.in_head(index) or index > title or block.link_density < LINKED:
        return None
    # A long line of links is a trail where the headline ends it.
    ends = view.lines[index].key.find(view.lines[title].key) > 0
    if (is_linked_headline(view, index) and not ends) or _heads_card(view, index, title):
        return None
    return "trail", Reason.NAVIGATION, "links right above the headline"


def _heads_card(view: View, index: int, title: int) -> bool:
    """Whether a link labels a card: in one box with it, right below, is the headline of another story."""
    below = next(view.below(index), title)
    if below >= title or view.blocks[below].kind is not Kind.HEADING or not is_linked_headline(view, below):
        return False
    around = islice(view.page.elements[index].iterancestors(), _CARD_LEVELS)
    box = next((one for one in around if holds(one, view.page.elements[below])), None)
    return box is not None and not holds(box, view.page.elements[title])


def _beside_byline(view: View, index: int, authors: Iterable[str], found: dict[int, Verdict]) -> Named | None:
    """What goes with names and dates around the headline: "By", a writer's post, a date with a word more."""
    line = view.lines[index]
    if line.word_count > _STAMP_WORDS or line.sentence:
        return None
    if line.key in BY and (_is_byline(view, index + 1, found) or _names(view, index + 1, authors)):
        return "by", Reason.BYLINE, "the word before an author's name"
    if not TRADE.isdisjoint(line.words) and line.word_count <= _POST_WORDS:
        # "View all by author" is a button.
        if _is_byline(view, index - 1, found) and not _is_button(view, index):
            return "post", Reason.BYLINE, "what the author is, below the name"
        return None
    return ("stamp", Reason.BYLINE, "a date beside the headline") if _is_dated(line) else None


def _is_button(view: View, index: int) -> bool:
    """Whether a line is a link that asks for something by its first word."""
    return view.blocks[index].link_density >= LINKED and view.lines[index].key.partition(" ")[0] in ASKS


def _is_dated(line: Line) -> bool:
    """Whether a line is a date, with no more than a few words beside it."""
    if sum(map(str.isdigit, line.text)) < _STAMP_DIGITS:
        return False
    stamp = read_byline(line.text)
    dated = stamp.published is not None or stamp.modified is not None
    return dated and len(stamp.rest.split()) <= _UNEXPLAINED


def dated(line: Line) -> Named | None:
    """Whether a short line right behind the story is a date."""
    if line.word_count > _STAMP_WORDS or line.sentence or not _is_dated(line):
        return None
    return "stamp", Reason.BYLINE, "a date right behind the story"


def _names(view: View, index: int, authors: Iterable[str]) -> bool:
    return index < len(view.lines) and any(name in view.lines[index].key for name in authors)


def _is_byline(view: View, index: int, found: dict[int, Verdict]) -> bool:
    verdict = view.verdicts.get(index) or found.get(index)
    return verdict is not None and verdict.reason in (Reason.BYLINE, Reason.CREDIT)


def about(line: Line, authors: Iterable[str]) -> Named | None:
    """Whether a line right behind the story is a sentence that begins with its author's name."""
    name = next((n for n in authors if line.sentence and line.key.startswith(f"{n} ")), None)
    if name is None:
        return None
    return "about_author", Reason.AUTHOR_BIO, f"a sentence about {name!r} behind the story"


def in_byline(view: View, index: int) -> Named | None:
    """Whether a short line right behind the story stands in markup for bylines."""
    line, near = view.lines[index], path_end(view.blocks[index].path, 2)
    if line.sentence or line.word_count > _POST_WORDS or _BYLINE.search(near) is None:
        return None
    return "byline_markup", Reason.BYLINE, "in markup for bylines, right behind the story"


def author_names(view: View) -> tuple[str, ...]:
    """The authors that the page declares, as keys: those of one word in Latin letters may be any."""
    return tuple(
        name for value in view.declared.values("authors") if " " in (name := key(value)) or not name.isascii()
    )
