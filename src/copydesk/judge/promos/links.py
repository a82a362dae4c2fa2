"""Links to other stories that stand inside the reading: lists of them, and single lines that are one link.

Lists of links that no heading announces are told by what they are made of; the story itself may link from
many of its lines, but it goes on in sentences.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any

from copydesk.extract.paths import place
from copydesk.judge.boxes import inside
from copydesk.judge.navigation.page_links import leads_to_itself, leads_within
from copydesk.judge.phrases.buttons import ASKS
from copydesk.judge.phrases.table import is_quoted
from copydesk.judge.post_addresses import is_of_post
from copydesk.judge.promos.related_cards import picture_cards
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped

# An item of a list that leads elsewhere is a headline, mostly linked ("Topic: <headline>").
_LINKED = 0.5
_MOST_WORDS = 25
# More items than this are what the page is about: courses, hotels, plans.
_LEAST_ITEMS, _MOST_ITEMS = 2, 12
# A story that comes to more runs of linked headlines than this is made of them: tools, and where to buy each.
_MOST_RUNS = 5
# Where all items are short (3 words), the list may be of terms, products or places.
_LEAST_MEAN_WORDS = 4.0
# Fewer links below a heading may stand between it and its own text.
_LEAST_BOX = 3
# A link of so few words that comes so often on a page says nothing in the text.
_LABEL_WORDS, _LABELS = 3, 5
# A line that is wholly a link, as long as a headline is.
_WHOLLY = 0.95
LINE_WORDS = range(4, 31)
# What stands where a video, a post or a map was embedded.
_STUB = re.compile(
    r"^(?:link (?:zum|zur|zu|to(?: the)?) [\w .-]{2,30}(?:-?inhalt|content|video|post)"
    r"|(?:empfohlener )?externer inhalt.{0,40}|recommended external content.{0,30}"
    r"|view (?:this )?(?:post|profile|more) on [\w .]{2,20}"
    r"|watch (?:this video )?on (?:youtube|facebook|tiktok)"
    r"|(?:this|dieser) (?:content|inhalt) is hosted by .{2,40})$",
    re.IGNORECASE,
)


def judge(view: View) -> dict[int, Verdict]:
    """Drop lists of links to other stories, lines that are one such link, and stubs of embedded posts."""
    if view.pasted:
        return {i: stub for i in view.open() if (stub := _stub(view, i)) is not None}
    open_ = [i for i in view.open() if view.in_reading[i]]
    found: dict[int, Verdict] = {}
    runs = [run for run in _lists(view, open_) if _leads_elsewhere(view, run)]
    runs = _without_the_storys(view, open_, runs)
    for run in runs if sum(map(len, runs)) <= _MOST_ITEMS else ():
        evidence = f"one of {len(run)} list items in a row that are links"
        found |= {i: dropped("link_list", Reason.PROMO, evidence) for i in run}
    found |= _mostly_left(view, open_)
    teasers = list(_teasers(view, [i for i in view.open() if i not in found]))
    for run in teasers if len(teasers) <= _MOST_RUNS else ():
        evidence = f"one of {len(run)} linked headlines and labels in a row"
        found |= {i: dropped("link_list", Reason.PROMO, evidence) for i in run}
    found |= _boxed_headings(view) | picture_cards(view)
    copies = Counter(view.lines[i].key for i in open_ if _is_label(view, i))
    for index in open_:
        if index not in found and (verdict := _one(view, index) or _label(view, index, copies)) is not None:
            found[index] = verdict
    return found


def _mostly_left(view: View, open_: list[int]) -> dict[int, Verdict]:
    """The items that are read of lists of headlines that are links, where most are not."""
    read = [
        i for i in open_ if view.blocks[i].kind is Kind.LIST_ITEM and view.blocks[i].link_density >= _WHOLLY
    ]
    lists: dict[Any, list[int]] = {}
    for index in read:
        lists.setdefault(next(view.page.elements[index].iterancestors("ul", "ol"), None), []).append(index)
    found: dict[int, Verdict] = {}
    for holder, items in lists.items():
        run = (
            [] if holder is None else [i for i in inside(view, items[0], holder) if not view.blocks[i].hidden]
        )
        contents = any(v.rule == "contents" for i in run if (v := view.verdicts.get(i)) is not None)
        wholly = all(view.blocks[i].link_density >= _WHOLLY for i in run) and 2 * len(items) < len(run)
        if wholly and (contents or _leads_elsewhere(view, run)):
            said = f"one of {len(run)} links of a list, of which {len(run) - len(items)} are left out"
            rule = ("contents", Reason.NAVIGATION) if contents else ("link_list", Reason.PROMO)
            found |= {i: dropped(*rule, said) for i in items}
    return found


def _without_the_storys(view: View, open_: list[int], runs: list[list[int]]) -> list[list[int]]:
    """The runs without those of a place with as many linked items besides: the story is made of them."""
    linked = Counter(
        place(view.blocks[i].path)
        for i in (open_ if runs else ())
        if view.blocks[i].kind is Kind.LIST_ITEM and view.blocks[i].link_density >= _LINKED
    )
    listed = Counter(place(view.blocks[i].path) for run in runs for i in run)
    return [run for run in runs if 2 * listed[at := place(view.blocks[run[0]].path)] > linked[at]]


def _is_label(view: View, index: int) -> bool:
    return view.blocks[index].link_density >= _WHOLLY and view.lines[index].word_count <= _LABEL_WORDS


def _label(view: View, index: int, copies: Counter[str]) -> Verdict | None:
    """A button that each entry of a list has: "map", "book now"."""
    count = copies[view.lines[index].key]
    if count < _LABELS or not _is_label(view, index):
        return None
    return dropped("label", Reason.TEMPLATE, f"one of {count} links that say '{view.lines[index].text}'")


def _one(view: View, index: int) -> Verdict | None:
    return _stub(view, index) or _line(view, index) or _only_item(view, index) or _box_heading(view, index)


def _only_item(view: View, index: int) -> Verdict | None:
    """A list of one item that is one link, as long as a headline, and asks for nothing."""
    block, line = view.blocks[index], view.lines[index]
    linked = block.kind is Kind.LIST_ITEM and block.link_density >= _WHOLLY and not leads_within(view, index)
    if not linked or line.word_count not in LINE_WORDS or line.key.partition(" ")[0] in ASKS:
        return None
    holder = next(view.page.elements[index].iterancestors("ul", "ol"), None)
    above = next(view.above(index), None)
    announced = above is not None and view.lines[above].text.endswith(":")
    if holder is None or announced or len(list(islice(holder.iter("li"), 2))) > 1:
        return None
    return dropped("link_line", Reason.PROMO, "a list of one item, which is a link as long as a headline")


def _box_heading(view: View, index: int) -> Verdict | None:
    """A heading with links to other stories right below it, which the reading left out."""
    if view.blocks[index].kind is not Kind.HEADING:
        return None
    links = 0
    for below in range(index + 1, len(view.blocks)):
        block = view.blocks[below]
        least = _LINKED if block.kind is Kind.LIST_ITEM else _WHOLLY
        if view.in_reading[below] or block.link_density < least:
            break
        links += view.lines[below].word_count in LINE_WORDS
    if links < _LEAST_BOX:
        return None
    return dropped("box_heading", Reason.PROMO, f"heads {links} links to other stories")


def _boxed_headings(view: View) -> dict[int, Verdict]:
    """The headings of an `article` of its own within the page, of whose text the reading has nothing."""
    boxes: dict[Any, list[int]] = {}
    for block, element in zip(view.blocks, view.page.elements, strict=True):
        # The path names all elements above, and to ask them is slow.
        if not block.hidden and "article" in block.path:
            for box in element.iterancestors("article"):
                boxes.setdefault(box, []).append(block.index)
    found: dict[int, Verdict] = {}
    told = any(b.kind is not Kind.HEADING and _is_kept(view, b.index) for b in view.blocks)
    for boxed in boxes.values() if told else ():
        kept = [i for i in boxed if _is_kept(view, i)]
        headings = all(view.blocks[i].kind is Kind.HEADING and i not in view.verdicts for i in kept)
        if kept and headings and len(kept) < len(boxed):
            evidence = "heads an article in a box, which the reading has left out"
            found |= {i: dropped("boxed_heading", Reason.PROMO, evidence) for i in kept}
    return found


def _is_kept(view: View, index: int) -> bool:
    verdict = view.verdicts.get(index)
    return view.in_reading[index] if verdict is None else verdict.keep


def _teasers(view: View, open_: list[int]) -> Iterator[list[int]]:
    """Runs of headings and lines that are links, with no text of their own: boxes of other stories."""
    run: list[int] = []
    for index in [*open_, -1]:
        if index >= 0 and _is_teaser(view, index) and (not run or index == run[-1] + 1):
            run.append(index)
            continue
        headed = any(view.blocks[i].kind is Kind.HEADING for i in run)
        told = any(view.lines[i].word_count in LINE_WORDS for i in run)
        inside = any(view.in_reading[i] for i in run)
        if _LEAST_ITEMS <= len(run) <= _MOST_ITEMS and headed and told and inside:
            yield run
        run = [index] if index >= 0 and _is_teaser(view, index) else []


def _is_teaser(view: View, index: int) -> bool:
    block, line = view.blocks[index], view.lines[index]
    kind = block.kind is Kind.HEADING or (block.kind is Kind.PARAGRAPH and not line.sentence)
    linked = kind and block.link_density >= _WHOLLY and line.word_count < LINE_WORDS.stop
    return linked and not leads_to_itself(view, index)


def _lists(view: View, open_: list[int]) -> Iterator[list[int]]:
    """Runs of list items next to one another, all of them links; lists that touch are one."""
    run: list[int] = []
    for items in _items(view, open_):
        if not all(view.blocks[i].link_density >= _LINKED for i in items):
            continue
        if run and items[0] != run[-1] + 1:
            yield run
            run = []
        run.extend(items)
    if run:
        yield run


def _items(view: View, open_: list[int]) -> Iterator[list[int]]:
    """The open items of each list, as far as paths tell lists apart."""
    run: list[int] = []
    for index in open_:
        if view.blocks[index].kind is not Kind.LIST_ITEM:
            continue
        if run and (index != run[-1] + 1 or _list_of(view, index) != _list_of(view, run[-1])):
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def _list_of(view: View, index: int) -> str:
    path = view.blocks[index].path
    return path.rpartition("/li")[0] or path


def _leads_elsewhere(view: View, run: list[int]) -> bool:
    """Whether the items of a run are headlines, by their lengths and ends."""
    if not _LEAST_ITEMS <= len(run) <= _MOST_ITEMS:
        return False
    words = [view.lines[i].word_count for i in run]
    if sum(words) < _LEAST_MEAN_WORDS * len(run):
        return False
    told = sum(view.lines[i].sentence and not view.lines[i].text.endswith("?") for i in run)
    if all(view.blocks[i].link_density >= _WHOLLY for i in run):
        # "Get moving supplies." is a step of a list, with a link to more about it.
        return max(words) <= 2 * _MOST_WORDS and 2 * told <= len(run)
    return max(words) <= _MOST_WORDS and 2 * told <= len(run)


def _line(view: View, index: int) -> Verdict | None:
    """A paragraph that is one link, and a headline by its looks."""
    block, line = view.blocks[index], view.lines[index]
    if block.kind is not Kind.PARAGRAPH or block.link_density < _WHOLLY or line.sentence:
        return None
    if line.word_count not in LINE_WORDS or is_quoted(line.text) or line.text.endswith(":"):
        return None
    if leads_within(view, index):
        return None
    return dropped("link_line", Reason.PROMO, "a line that is one link and no sentence")


def _stub(view: View, index: int) -> Verdict | None:
    line = view.lines[index]
    if is_of_post(view, index):
        return dropped("embed_stub", Reason.TEMPLATE, "the bare address of something embedded")
    if line.word_count > LINE_WORDS.stop or not _STUB.match(line.text):
        return None
    return dropped("embed_stub", Reason.TEMPLATE, f"stands for something embedded: '{line.text[:60]}'")
