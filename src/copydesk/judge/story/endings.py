"""Headings and lines that announce nothing: what stood below was struck, and they go with it."""

from __future__ import annotations

import re

from copydesk.extract.authors.byline import read_byline
from copydesk.judge.notices.walls import is_at_wall
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Block, Kind, Reason, Verdict, dropped

# What a last heading may announce; where it is something else, the heading is only outside.
_ANNOUNCED = frozenset(
    {Reason.PROMO, Reason.AUTHOR_BIO, Reason.COMMENTS, Reason.NOTICE, Reason.CREDIT, Reason.NAVIGATION}
)
# Blocks below a heading that may be what it announces.
_REACH = 3
# What is a link, but for a sign or two: such lines below lead elsewhere.
_LINKED = 0.9
# The rules of lines that lead to other stories.
_LISTS = frozenset(
    {"related_heading", "related_list", "related_line", "link_list", "box_heading", "other_article"}
)
# A line that announces something has no more words.
_LEAD_WORDS = 15
# What is no more than a label, as of sources.
_LABEL_WORDS = 2
_LABEL_IN_STORY = 4
# A heading with such a link asks to get in touch.
_WRITES_TO = re.compile(r"(?:mailto|tel):", re.IGNORECASE)
# More headings at the end are what the page is made of.
_MOST = 3
# ... but for headings of so few words.
_TAG_WORDS = 2


def judge(view: View) -> dict[int, Verdict]:
    """Drop the headings behind the last paragraph of a marked-up story, or the line that announces more."""
    if view.pasted:
        return {}
    return _empty_labels(view) | _at_end(view)


def _empty_labels(view: View) -> dict[int, Verdict]:
    """The labels with a colon in the story of which nothing is left but links to other stories, struck."""
    lists = {i for i, verdict in view.verdicts.items() if verdict.rule in _LISTS}
    said = "a label with a colon, and below it links to other stories alone"
    return {
        i: dropped("empty_lead", Reason.PROMO, said)
        for i in view.open()
        if i + 1 in lists and _is_label(view, i) and not _goes_on(view, i + 1, lists)
    }


def _is_label(view: View, index: int) -> bool:
    line = view.lines[index]
    short = line.text.endswith(":") and line.word_count <= _LABEL_IN_STORY
    return short and view.in_reading[index] and view.blocks[index].kind is Kind.PARAGRAPH


def _goes_on(view: View, index: int, lists: set[int]) -> bool:
    """Whether behind the struck lines of a list others stay."""
    while index in lists:
        index += 1
    return index < len(view.blocks) and view.blocks[index].kind is Kind.LIST_ITEM and view.in_reading[index]


def _at_end(view: View) -> dict[int, Verdict]:
    """The headings behind the last paragraph, or the line that announces more."""
    found: dict[int, Verdict] = {}
    for block in reversed(view.blocks):
        verdict = view.verdicts.get(block.index)
        if view.is_title(block.index):
            break
        if not (view.in_reading[block.index] if verdict is None else verdict.keep):
            continue
        if block.kind is not Kind.HEADING or verdict is not None:
            if verdict is None and not found and (lead := _lead(view, block)) is not None:
                return {block.index: lead}
            return found if len(found) <= _MOST else _tags(view, found)
        if is_at_wall(view, block.index):
            return found
        if _is_day(block.text):
            said = "a day that heads what came before, with nothing of it below"
            found[block.index] = dropped("day_heading", Reason.BYLINE, said)
            continue
        reason = _below(view, block.index)
        evidence = "a heading with nothing of the story below it"
        found[block.index] = dropped("empty_heading", reason, evidence)
    return {}


def _is_day(text: str) -> bool:
    """Whether a heading is a date and nothing else, as between the posts of a live blog."""
    stamp = read_byline(text)
    return (stamp.published or stamp.modified) is not None and not stamp.rest.strip(" ,.:|–-")


def _tags(view: View, found: dict[int, Verdict]) -> dict[int, Verdict]:
    """Many headings at the end, none of them longer than a name: the page's tags."""
    if max(size(view.lines[i]) for i in found) > _TAG_WORDS:
        return {}
    evidence = f"one of {len(found)} headings of a word or two behind the story"
    return dict.fromkeys(found, dropped("tags", Reason.NAVIGATION, evidence))


def _lead(view: View, block: Block) -> Verdict | None:
    """A short last line with a colon, above what leads elsewhere: "More of the storm in our live blog:"."""
    line = view.lines[block.index]
    if not line.text.endswith(":") or size(line) > _LEAD_WORDS or block.kind is not Kind.PARAGRAPH:
        return None
    if size(line) <= _LABEL_WORDS:
        return dropped(
            "empty_lead", _below(view, block.index), "a last label with a colon, and nothing below it"
        )
    below = view.verdicts.get(block.index + 1)
    if below is None or below.rule not in _LISTS:
        return None
    return dropped("empty_lead", Reason.PROMO, "a last line with a colon, above other stories")


def _below(view: View, index: int) -> Reason:
    """The reason of the first block below that says what was announced."""
    for below in range(index + 1, min(len(view.blocks), index + 1 + _REACH)):
        verdict = view.verdicts.get(below)
        if verdict is not None and verdict.reason in _ANNOUNCED:
            return verdict.reason
    beside = range(index + 1, min(len(view.blocks), index + 1 + _REACH))
    if any(_WRITES_TO.match(link.get("href") or "") for link in view.page.elements[index].iter("a")):
        return Reason.PROMO
    leads = any(view.blocks[i].link_density >= _LINKED and not view.in_reading[i] for i in beside)
    return Reason.PROMO if leads else Reason.OUTSIDE
