"""What a left-out line is by the lines above and below it: rows of links, rows of headings, lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import Final

from copydesk.extract.paths import last_steps, place, tags_of
from copydesk.judge.boxes import holds, inside
from copydesk.judge.edges import Edges
from copydesk.judge.left_out.around import LINKED, Named, is_linked_headline, names_places
from copydesk.judge.navigation.page_links import row_of_links
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict

# So many short links in a row are a menu: fewer may be the names below a picture, or tags.
_LEAST_LINKS: Final = 4
_LINK_WORDS: Final = 5
_LEAST_ENTRIES: Final = 5
_ENTRY_WORDS: Final = 3
# ... and those on one line so few at a mean; a card is so near around what it is filed under.
_MEAN_WORDS: Final = 2
_CARD: Final = 3
# No more lines than these between two of one sort go with them.
_MOST_BETWEEN: Final = 3
_BETWEEN_WORDS: Final = 5
# In a menu with small print, fewer than one entry in so many is that.
_MOST_NOTICES: Final = 3
_HEADING_WORDS: Final = 8
# What stands in boxes of many lines, one of which may say nothing.
_SORTS: Final = frozenset({Reason.PROMO, Reason.NAVIGATION, Reason.COMMENTS, Reason.NOTICE})
# What an author's name is, above what is said of them.
_NAMES: Final = (Reason.BYLINE, Reason.AUTHOR_BIO)

_HEADED: Final = _SORTS | {Reason.AUTHOR_BIO}
# The rules of lines that lead to other stories, several of them together.
_LISTS: Final = frozenset({"other_stories", "link_list", "related_list"})
# The rules of lines that head a list.
_HEADS: Final = frozenset({"sources", "short_version", "other_stories", "heads", "box_heading"})
# ... and those of them that are of the story, with which a list goes over what is hidden.
_OF_STORY: Final = frozenset({"sources", "short_version"})
# So many lines alike behind the story are a list of other stories, where they are as long as headlines are.
_LEAST_ALIKE: Final = 3
_HEADLINE_WORDS: Final = range(4, 30)
# What is no heading by its markup is one in the head of an article that is not the page's.
_NEAR: Final = 3
_TEASER: Final = re.compile(r"(?:article|header)(?:[.#]|$)")
# The rules of numbers and buttons, between which labels stand.
_NUMBERS: Final = frozenset({"product_box", "price", "count", "button"})


def menus(view: View, left: Sequence[int], edges: Edges) -> dict[int, Named]:
    """The rows of short links above the headline and behind the story, each in a line or all in one."""
    found: dict[int, Named] = {}
    outside = [i for i in left if _is_outside(i, edges)]
    for row in runs([i for i in outside if _is_short_link(view, i)]):
        if len(row) >= _LEAST_LINKS:
            said = f"one of {len(row)} short links in a row, outside the story"
            found |= dict.fromkeys(row, ("menu", Reason.NAVIGATION, said))
    return found | {i: told for i in outside if (told := _in_one_line(view, i)) is not None}


def _in_one_line(view: View, index: int) -> Named | None:
    """What a line of several links of a few words each is: the ways to share, or a menu."""
    if (count := row_of_links(view, index)) < _LEAST_LINKS:
        return None
    if names_places(view.lines[index]):
        return "share_names", Reason.PROMO, "names where to share the story"
    return "menu", Reason.NAVIGATION, f"a line of {count} short links, outside the story"


def entries(view: View, left: Sequence[int]) -> dict[int, Named]:
    """The rows of links of a few words, in markup alike or on one line: entries of a menu, wherever it is.

    Cards of other stories have a headline each between what they are filed under.
    """
    found: dict[int, Named] = {}
    short = [i for i in left if _is_short_link(view, i) and size(view.lines[i]) <= _ENTRY_WORDS]
    for row in runs(short):
        for _, same in groupby(row, lambda i: tags_of(view.blocks[i].path)):
            if len(items := list(same)) >= _LEAST_ENTRIES:
                said = f"one of {len(items)} links alike of a few words each"
                found |= dict.fromkeys(items, ("menu", Reason.NAVIGATION, said))
    for index in left:
        count = row_of_links(view, index)
        if count and view.lines[index].word_count <= _MEAN_WORDS * count and not _is_in_card(view, index):
            found[index] = "menu", Reason.NAVIGATION, f"{count} links of a few words each on one line"
    return found


def _is_in_card(view: View, index: int) -> bool:
    """Whether a line stands in one box with the headline of another story: what that is filed under."""
    beside = (i for i in (index - 1, index + 1) if 0 <= i < len(view.blocks))
    headlines = [view.page.elements[i] for i in beside if is_linked_headline(view, i)]
    around = islice(view.page.elements[index].iterancestors(), _CARD)
    return any(holds(box, headline) for box in around for headline in headlines)


def between(view: View, left: Sequence[int], edges: Edges, told: Mapping[int, Verdict]) -> dict[int, Named]:
    """Short lines outside the story between two lines that are of one sort."""
    found: dict[int, Named] = {}
    for row in runs([i for i in left if i not in told and _is_outside(i, edges)]):
        above, below = (_sort(view, told, i) for i in (row[0] - 1, row[-1] + 1))
        if above is Reason.NOTICE and _is_of_menu(view, told, row[0]):
            continue
        short = len(row) <= _MOST_BETWEEN and all(size(view.lines[i]) <= _BETWEEN_WORDS for i in row)
        if above is not None and above is below and above in _SORTS and short:
            said = f"between two lines that are {above.value}"
            found |= dict.fromkeys(row, ("between", above, said))
        elif below is Reason.AUTHOR_BIO and above in _NAMES and short and _is_one_below_name(view, row):
            found[row[0]] = "between", below, "between an author's name and what is said of them"
    return found


def _is_of_menu(view: View, told: Mapping[int, Verdict], index: int) -> bool:
    """Whether a linked item is of a list in which few are notices: small print among all sorts."""
    holder = next(view.page.elements[index].iterancestors("ul", "ol"), None)
    if holder is None or not _is_short_link(view, index):
        return False
    lines = inside(view, index, holder)
    return _MOST_NOTICES * sum(_sort(view, told, i) is Reason.NOTICE for i in lines) < len(lines)


def _is_one_below_name(view: View, row: Sequence[int]) -> bool:
    return len(row) == 1 and size(view.lines[row[0] - 1]) <= _BETWEEN_WORDS


def heads(view: View, left: Sequence[int], edges: Edges, told: Mapping[int, Verdict]) -> dict[int, Named]:
    """Short lines above other stories, and headings around the story: they go with what they head."""
    found: dict[int, Named] = {}
    for index in reversed(left):
        line = view.lines[index]
        if index in told or size(line) > _HEADING_WORDS or line.sentence:
            continue
        below = told.get(index + 1) or view.verdicts.get(index + 1)
        if below is None or below.reason is None:
            continue
        heading = view.blocks[index].kind is Kind.HEADING and _is_outside(index, edges)
        if below.rule in _LISTS or (heading and below.reason in _HEADED):
            found[index] = "heads", below.reason, f"heads what is {below.reason.value}"
    return found


def _is_outside(index: int, edges: Edges) -> bool:
    above = edges.first if edges.title is None else min(edges.title, edges.first)
    return index < above or index > edges.last


def _is_short_link(view: View, index: int) -> bool:
    return view.blocks[index].link_density >= LINKED and size(view.lines[index]) <= _LINK_WORDS


def _sort(view: View, told: Mapping[int, Verdict], index: int) -> Reason | None:
    verdict = told.get(index) or view.verdicts.get(index)
    return None if verdict is None else verdict.reason


def runs(indexes: Sequence[int]) -> Iterator[list[int]]:
    """Indexes that follow one another, together.

    >>> list(runs([1, 2, 5]))
    [[1, 2], [5]]
    """
    row: list[int] = []
    for index in indexes:
        if row and index != row[-1] + 1:
            yield row
            row = []
        row.append(index)
    if row:
        yield row


def below(view: View, left: Sequence[int], told: Mapping[int, Verdict]) -> dict[int, Named]:
    """The items of a list right below a line that heads it: sources, links, the story in short."""
    found: dict[int, Named] = {}
    for index in left:
        if index in told or view.blocks[index].kind is not Kind.LIST_ITEM:
            continue
        over = next(view.above(index), index - 1)
        rules = _HEADS if over == index - 1 else _OF_STORY
        above, head = found.get(over), told.get(over) or _box_head(view, over)
        if above is not None and above[0] not in rules:
            continue
        if above is None and head is not None and head.rule in rules and head.reason is not None:
            above = head.rule, head.reason, f"in the list below {view.blocks[over].text[:40]!r}"
        if above is not None:
            found[index] = above
    return found


def _box_head(view: View, index: int) -> Verdict | None:
    """The verdict on a heading that was struck for the links to other stories below it."""
    verdict = view.verdicts.get(index)
    return verdict if verdict is not None and verdict.rule == "box_heading" else None


def above_link(view: View, left: Sequence[int], told: Mapping[int, Verdict]) -> dict[int, Named]:
    """The headings right above a link that stands alone, in one element with it: both lead elsewhere."""
    found: dict[int, Named] = {}
    for index in left:
        link = told.get(index + 1)
        if index in told or link is None or link.rule != "link" or link.reason is None:
            continue
        box = view.page.elements[index].getparent()
        if view.blocks[index].kind is Kind.HEADING and holds(box, view.page.elements[index + 1]):
            found[index] = (
                "above_link",
                link.reason,
                "right above a link and nothing else, in one box with it",
            )
    return found


def alike(view: View, left: Sequence[int], edges: Edges, told: Mapping[int, Verdict]) -> dict[int, Named]:
    """Rows of headings behind the story, or of items as long as headlines, that stand in places alike."""
    places: dict[str, list[int]] = {}
    for index in left:
        if index not in told and edges.behind(index) and _may_head(view, index, told):
            places.setdefault(place(view.blocks[index].path), []).append(index)
    found: dict[int, Named] = {}
    for row in places.values():
        if len(row) >= _LEAST_ALIKE:
            sign = f"one of {len(row)} lines alike behind the story, as long as headlines"
            found |= dict.fromkeys(row, ("headline_row", Reason.PROMO, sign))
    return found


def _may_head(view: View, index: int, told: Mapping[int, Verdict]) -> bool:
    """Whether a line may be a headline: by its markup, and not that of a post in a live blog."""
    block = view.blocks[index]
    near = last_steps(block.path, _NEAR)
    headed = not view.lines[index].sentence and any(_TEASER.match(step) for step in near)
    if block.kind is not Kind.HEADING and not headed:
        return False
    below = told.get(index + 1) or view.verdicts.get(index + 1)
    if below is not None and below.reason is Reason.BYLINE:
        return False
    return size(view.lines[index]) in _HEADLINE_WORDS


def goes_on(view: View, left: Sequence[int], told: Mapping[int, Verdict]) -> dict[int, Named]:
    """Sentences right below one about whoever writes, in one element with it."""
    found: dict[int, Named] = {}
    for index in left:
        if index in told or index == 0 or not (view.lines[index].sentence and view.lines[index - 1].sentence):
            continue
        known = told.get(index - 1)
        above = found[index - 1][1] if index - 1 in found else None if known is None else known.reason
        own, its = (view.blocks[i].path.rpartition("/")[0] for i in (index, index - 1))
        if above is Reason.AUTHOR_BIO and own == its:
            sign = "goes on below a line about whoever writes"
            found[index] = "about_author", Reason.AUTHOR_BIO, sign
    return found


def labels(view: View, left: Sequence[int], told: Mapping[int, Verdict]) -> dict[int, Named]:
    """A few words between numbers or buttons: they say what one of those is."""
    found: dict[int, Named] = {}
    for index in left:
        line = view.lines[index]
        if index in told or line.sentence or size(line) > _BETWEEN_WORDS:
            continue
        beside = (told.get(i) for i in (index - 1, index + 1))
        if all(verdict is not None and verdict.rule in _NUMBERS for verdict in beside):
            found[index] = "between", Reason.PROMO, "a label between numbers or buttons"
    return found
