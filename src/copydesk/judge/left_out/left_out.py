"""What the reading left out, by name: readers' comments, boxes of other stories, the page's frame.

These lines are dropped whatever is found here, so weaker signs will do than a judge needs to strike a
line: names of elements, and what else stands in the same box. Nothing that the reading has is touched.

The signs are in modules of their own: `words` (phrases), `shape` (numbers, dates, addresses), `links`,
`elements` (names of elements), `company` (the lines in one box), `rows` (the lines above and below) and
`place`. Here is the order in which they are asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from copydesk.extract.authors.byline import is_day
from copydesk.judge.edges import Edges, edges_of
from copydesk.judge.left_out import rows
from copydesk.judge.left_out.around import (
    LINKED,
    Named,
    about,
    above_headline,
    at_headline,
    author_names,
    dated,
    in_byline,
    of_post,
)
from copydesk.judge.left_out.cards import cards
from copydesk.judge.left_out.citations import cited
from copydesk.judge.left_out.company import boxed, in_article, mostly_boxed
from copydesk.judge.left_out.echoes import Said, echo, said_of, speaker
from copydesk.judge.left_out.elements import Boxes, boxes_of, faintly_furnished, furnished
from copydesk.judge.left_out.facts import with_facts
from copydesk.judge.left_out.forms import heads_form
from copydesk.judge.left_out.furniture import shares
from copydesk.judge.left_out.links import jump, lone_link, long_link, long_link_behind, pressed, tool_row
from copydesk.judge.left_out.listed import headed, link_lists
from copydesk.judge.left_out.outright import of_player, outright
from copydesk.judge.left_out.place import excerpt, first_name, opener, placed
from copydesk.judge.left_out.shape import shaped, signed
from copydesk.judge.left_out.words import verdict, worded
from copydesk.judge.navigation.page_links import row_of_links
from copydesk.judge.notices.foot_sentences import foot_call, foot_sentence, side_sentence
from copydesk.judge.notices.imprint_rows import imprint_rows
from copydesk.judge.notices.outlet import about_outlet
from copydesk.judge.promos.networks import lead_to_networks
from copydesk.judge.promos.story_links import of_stories
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict

# So many blocks behind the story a sentence about the author is looked for.
_BEHIND = 6
# What a box has besides what it is called, as rules or reasons: an author's a player, a portrait the label
# "Author", a page's frame calls and notices. What has so many words there may say what it is.
_BESIDES: Mapping[str, frozenset[str]] = {
    "byline_box": frozenset({Reason.PROMO, Reason.TEMPLATE}),
    "picture_box": frozenset({"byline_label"}),
    "page_frame": frozenset({Reason.PROMO, Reason.NOTICE}),
}
# What boxes are by how much of what stands in them, and what is told better by the names of nearer elements.
_WIDE: Mapping[str, frozenset[str]] = {
    "menu": frozenset({"share_box", "promo_box", "ad_box", "player"}),
    "other_stories": frozenset({"share_box", "player"}),
    "page_frame": frozenset({"promo_box", "share_box"}),
}
# The rules of lines that are of a menu by their box, or in a side column.
_BY_BOX = frozenset({"menu", "boxed", "beside"})
_FRAME_WORDS = 5
# What heads a row of buttons to share has no more words.
_SHARE_WORDS = 3
# ... and so have most entries of a menu.
_ENTRY_WORDS = 3
# The heading of a menu has fewer.
_NO_MENU_WORDS = 6


@dataclass(frozen=True, slots=True)
class _Page:
    """What is known of a page before its left-out lines are named."""

    view: View
    left: list[int]
    edges: Edges
    boxes: Boxes
    authors: tuple[str, ...]
    entries: Mapping[int, Named]


_Told = Mapping[int, Verdict]
_Step = Callable[[list[int], _Told], Mapping[int, Named]]


def judge(view: View) -> dict[int, Verdict]:
    """Say what the lines are of a marked-up page that the reading left out, where something tells."""
    left = [] if view.pasted else [i for i in view.open() if not view.in_reading[i]]
    if not left:
        return {}
    page = _Page(
        view, left, edges_of(view), boxes_of(view, left), author_names(view), rows.entries(view, left)
    )
    found = _surely(page)
    for step in _steps(page, said_of(view, page.authors)):
        named = step([i for i in left if i not in found], found)
        found |= {i: verdict(view, i, said) for i, said in named.items() if i not in found}
    found |= imprint_rows(view, found, page.edges)
    found |= _sentences(view, found)
    found |= {i: verdict(view, i, said) for i, said in cards(view, found).items()}
    return found | with_facts(view, found)


def _sentences(view: View, found: _Told) -> dict[int, Verdict]:
    """The whole sentences among what moves a reader about by its box alone, that say what they are."""
    boxed_ = (i for i, v in found.items() if v.reason is Reason.NAVIGATION and v.rule in _BY_BOX)
    told = ((i, side_sentence(view, i)) for i in boxed_)
    return {i: verdict(view, i, said) for i, said in told if said is not None}


def _surely(page: _Page) -> dict[int, Verdict]:
    """What lines are by the boxes that name themselves, by the headline, and right behind the story."""
    view, edges, authors = page.view, page.edges, page.authors
    heads, lists = headed(view), link_lists(view, [i for i in page.left if i > edges.last])
    found = _cited(page)
    for index in (i for i in page.left if i not in found):
        head = at_headline(view, index, edges, authors, found)
        wide = _in_box(page.boxes.named(view.blocks[index].path), heads.get(index))
        if wide is not None and wide[0] == "other_stories" and index not in heads:
            wide = page.entries.get(index) or heads_form(view, index) or wide
        box = _unless_worded(page, index, _by_nearest(page, index, wide))
        # Below a short story the next box is as near to the headline as a byline is.
        named = outright(view, index, edges) or (
            ((box or head) if index > edges.last else (head or box))
            or above_headline(view, index, edges)
            or lists.get(index)
            or of_post(view, index, authors)
        )
        if named is None and edges.last < index <= edges.last + _BEHIND:
            named = about(view.lines[index], authors) or in_byline(view, index) or _dated(page, index)
        if named := named or long_link(view, index, edges):
            found[index] = verdict(view, index, named)
    return found


def _dated(page: _Page, index: int) -> Named | None:
    """The date of the story, or of the next one, in an element of the way there."""
    if (day := dated(page.view.lines[index])) is None:
        return None
    told = page.boxes.furniture(page.view.blocks[index].path)
    return told if told is not None and told[0] == "other_stories" else day


def _cited(page: _Page) -> dict[int, Verdict]:
    """The headings of sources behind the story, and the items right below them: links, but the story's."""
    view, edges = page.view, page.edges
    found: dict[int, Verdict] = {}
    for index in page.left:
        if view.blocks[index].kind is not Kind.HEADING or not edges.behind(index):
            continue
        named, box = worded(view.lines[index], index, edges), page.boxes.named(view.blocks[index].path)
        if named is None or named[0] != "sources" or (box is not None and box[0] == "page_frame"):
            continue
        head = {index: verdict(view, index, named)}
        items = rows.below(view, [i for i in page.left if i > index], head)
        if items and page.boxes.furniture(view.blocks[index].path) is None:
            found |= head | {i: verdict(view, i, item) for i, item in items.items()}
    return found


def _steps(page: _Page, said: Said) -> Iterator[_Step]:
    """What is asked of the lines that nothing tells surely, the best sign first."""
    view, edges, boxes, lines = page.view, page.edges, page.boxes, page.view.lines
    # The line itself and its element.
    yield lambda left, _: _by_themselves(page, left, said, rows.menus(view, left, edges))
    yield lambda left, told: cited(view, left, told)
    # Its neighbours.
    yield lambda left, told: rows.alike(view, left, edges, told)
    yield lambda left, told: rows.between(view, left, edges, told)
    yield lambda left, told: _heads(page, left, told)
    yield lambda left, told: rows.below(view, left, told)
    yield lambda left, told: boxed(view, left, edges, told)
    yield lambda left, told: _heads(page, left, told)
    yield lambda left, told: in_article(view, left, told)
    # What stands in boxes of all sorts.
    yield _each(lambda i: shaped(lines[i], i, edges))
    yield _each(lambda i: placed(view, i, edges, page.authors))
    yield _each(lambda i: worded(lines[i], i, edges, last=True))
    yield _each(lambda i: first_name(view, i, edges))
    yield _each(lambda i: pressed(view, i))
    yield lambda left, told: rows.goes_on(view, left, told)
    # What is left over.
    yield lambda left, told: mostly_boxed(view, left, told)
    yield _each(lambda i: faintly_furnished(view, i, edges, boxes))
    yield _each(lambda i: excerpt(view, i, edges))
    yield _each(lambda i: opener(view, i))
    yield _each(lambda i: lone_link(view, i, edges))
    yield lambda left, told: rows.labels(view, left, told)
    yield lambda left, told: rows.above_link(view, left, told)


def _each(ask: Callable[[int], Named | None]) -> _Step:
    """A step that asks about one line after the other."""
    return lambda left, _: {i: named for i in left if (named := ask(i)) is not None}


def _by_themselves(page: _Page, left: list[int], said: Said, menus: Mapping[int, Named]) -> dict[int, Named]:
    """What lines are that say what the page says elsewhere, or by their elements, menus and words."""
    view, edges = page.view, page.edges
    found: dict[int, Named] = {}
    for index in (i for i in left if i not in found):
        line = view.lines[index]
        box = _unless_worded(page, index, furnished(view, index, edges, page.boxes))
        named = (
            echo(view, index, said)
            or box
            or tool_row(view, index)
            or menus.get(index)
            or long_link_behind(view, index, edges)
            or worded(line, index, edges)
            or signed(line, index, edges)
            or jump(view, index)
        )
        if named is not None:
            found[index] = of_player(view.blocks[index].path, named)
            found |= speaker(view, index, named)
    return found


def _heads(page: _Page, left: list[int], told: _Told) -> dict[int, Named]:
    """Headings around the story; one as long as a headline above a menu is of another story."""
    found = rows.heads(page.view, left, page.edges, told)
    for index, (_, reason, sign) in found.items():
        if reason is Reason.NAVIGATION and size(page.view.lines[index]) >= _NO_MENU_WORDS:
            found[index] = "other_stories", Reason.PROMO, f"as long as a headline, and {sign}"
    return found


def _in_box(by_names: Named | None, by_heading: Named | None) -> Named | None:
    """What a box is: its name or its part of the page's frame say it first, its heading before its links."""
    told = by_names is not None and by_names[0] != "other_stories"
    return by_names if told else by_heading or by_names


def _by_nearest(page: _Page, index: int, box: Named | None) -> Named | None:
    """What a line's box is, or what the nearest elements in it surely are that hold nothing of the story."""
    if box is None or box[0] not in _WIDE:
        return box
    view, line = page.view, page.view.lines[index]
    if box[0] == "page_frame" and (what := of_stories(view, index)) is not None:
        return "other_stories", Reason.PROMO, f"{what}, and {box[2]}"
    linked = view.blocks[index].link_density >= LINKED
    near = page.boxes.surely(view.blocks[index].path)
    if near is None:
        entry = box[0] == "other_stories" and (linked or _heads_row(page, index))
        return (_entry(page, index) if entry else None) or box
    if near[0] == "share_box":
        heads = view.blocks[index].kind is Kind.HEADING and not (linked or line.sentence)
        heads = heads and size(line) <= _SHARE_WORDS
        fits = heads or shares(line) or lead_to_networks(view, index)
    else:
        # A menu leads to what is offered, and its entries are its own.
        fits = near[0] != "promo_box" or not linked
    return near if fits and near[0] in _WIDE[box[0]] else box


def _heads_row(page: _Page, index: int) -> bool:
    """Whether the line below is a row of short links."""
    return index + 1 < len(page.view.blocks) and row_of_links(page.view, index + 1) > 0


def _entry(page: _Page, index: int) -> Named | None:
    """What a few linked words are that stand among headlines: in the page's foot, entries of its menus."""
    line = page.view.lines[index]
    if (size(line) > _ENTRY_WORDS and not row_of_links(page.view, index)) or is_day(line.text):
        return None
    frame = page.boxes.furniture(page.view.blocks[index].path)
    return frame if frame is not None and frame[0] == "page_frame" else None


def _unless_worded(page: _Page, index: int, box: Named | None) -> Named | None:
    """What a line's box is, unless the line's own words say what such boxes have besides."""
    if box is None or box[0] not in _BESIDES:
        return box
    view, line = page.view, page.view.lines[index]
    # A short line of a page's frame is of a menu, and so is a link.
    frame = box[0] == "page_frame"
    if frame and (size(line) < _FRAME_WORDS or view.blocks[index].link_density >= LINKED):
        return foot_call(view, index, box[2]) or box
    asked = (False, True) if frame else (box[0] == "picture_box",)
    said = (worded(line, index, page.edges, last=last) for last in asked)
    own = next((told for told in said if told and not _BESIDES[box[0]].isdisjoint(told[:2])), None)
    if own is None and frame:
        own = about_outlet(view, index) or foot_sentence(view, index, box[2])
    return own or box
