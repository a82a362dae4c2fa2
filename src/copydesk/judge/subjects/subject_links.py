"""Links to the subjects of a story, behind it, told by where they lead: "/tag/ferries", "/topics/islands"."""

from __future__ import annotations

from collections import Counter
from typing import Final

from copydesk.extract.paths import place
from copydesk.judge.navigation.page_links import links_of
from copydesk.judge.place import place_of, tag_of
from copydesk.judge.subjects import subject_boxes, subject_rows
from copydesk.judge.subjects.subject_addresses import (
    LABELS,
    LINKED,
    WORDS,
    address_of,
    facts_of,
    files_a_headline,
    kind_of,
    text_of,
)
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped
from copydesk.text import key

# How far behind the story, in blocks, its subjects stand, and how many there are.
_BEHIND: Final = 14
_MOST: Final = 16
# A site's parts are more; those that a story is filed under are so few, unless a label says that they are.
_CATEGORIES: Final = 3
# Boxes of the page's frame.
_FRAME: Final = frozenset({"nav", "aside", "footer"})


def judge(view: View) -> dict[int, Verdict]:
    """Drop the links behind the story that lead to its subjects, and the label above them."""
    if view.pasted:
        return subject_rows.below_labels(view)
    story = place_of(view)
    if story.last < 0:
        return {}
    runs = _runs(view, story.last + 1)
    often = Counter(_shape(view.blocks[run[0]].path) for run in runs)
    found = subject_boxes.below_labels(view, story)
    for run in runs:
        # The line at each of some headlines, that says what it is filed under, is there with each.
        if found.keys().isdisjoint(run) and often[_shape(view.blocks[run[0]].path)] == 1:
            found |= _told(view, run)
    return subject_boxes.named_for_tags(view, story) | found


def _shape(path: str) -> str:
    """A path by its tags and the classes of the last step: those of a card may say what it is filed under."""
    steps = place(path).split("/")
    return "/".join([*(step.partition(".")[0] for step in steps[:-1]), steps[-1]])


def _runs(view: View, start: int) -> list[list[int]]:
    """The blocks close behind the story that are links with a short text each, those in a row together."""
    runs: list[list[int]] = []
    end = view.down(start - 1, _BEHIND)
    for i in range(start, len(view.blocks)):
        goes_on = bool(runs) and runs[-1][-1] == i - 1 and len(runs[-1]) <= _MOST
        if i > end and not goes_on:
            break
        if _is_chip(view, i) and goes_on:
            runs[-1].append(i)
        elif _is_chip(view, i):
            runs.append([i])
    return runs


def _is_chip(view: View, index: int) -> bool:
    """Whether a block is nothing but links of a few words each, outside the story and the page's frame."""
    if index >= len(view.blocks) or index in view.verdicts or view.in_reading[index]:
        return False
    block = view.blocks[index]
    if block.hidden or block.link_density < LINKED or view.lines[index].sentence:
        return False
    if any(tag_of(step) in _FRAME for step in block.path.split("/")):
        return False
    links = links_of(view, index)
    if not links or not all(0 < len(text_of(link).split()) <= WORDS and kind_of(link) for link in links):
        return False
    return len(links) > 1 or key(text_of(links[0])) in key(block.text)


def _told(view: View, run: list[int]) -> dict[int, Verdict]:
    """The verdicts on a run of links, if their addresses, or these and a label, tell what they are."""
    links = [link for i in run for link in links_of(view, i)]
    above = next(view.above(run[0]), None)
    label = None if above is None or above in view.verdicts else LABELS.is_whole(view.lines[above])
    kinds = {kind_of(link) for link in links}
    categories = sum(kind_of(link) == "category" for link in links)
    marked = label is not None or (categories <= _CATEGORIES and "subject" in kinds)
    few = len(links) <= (_MOST if marked else _CATEGORIES)
    sure = label is not None or ("named" not in kinds and len(links) > 1)
    if not sure or not few or (label is None and files_a_headline(view, run)):
        return {}
    said = f"{len(links)} links to subjects, by their addresses: {address_of(links[0])[:60]!r}"
    found = {i: dropped("tags", Reason.NAVIGATION, said, facts=facts_of(view, i)) for i in run}
    if label is not None and above is not None:
        found[above] = dropped("tags", Reason.NAVIGATION, f"heads the subjects below: '{label.phrase}'")
    return found
