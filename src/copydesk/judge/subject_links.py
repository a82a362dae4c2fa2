"""Links to the subjects of a story, behind it, told by where they lead: "/tag/ferries", "/topics/islands"."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice, takewhile
from typing import Any, Final
from urllib.parse import unquote

from copydesk.extract.paths import path_end, place
from copydesk.extract.subjects import tags
from copydesk.judge.boxes import holds
from copydesk.judge.page_links import links_of
from copydesk.judge.phrases.table import read_topic
from copydesk.judge.place import place_of, tag_of
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped
from copydesk.text import fold, key

_TOPIC: Final = read_topic("subjects")
_SUBJECT: Final = frozenset(_TOPIC.lists["subject"])
_CATEGORY: Final = frozenset(_TOPIC.lists["category"])
# How far behind the story, in blocks, its subjects stand; how many words name one, and how many there are.
_BEHIND: Final = 14
_WORDS: Final = 5
_MOST: Final = 16
# ... and where nothing but the label above says that it leads to one.
_NAMED: Final = 3
# A site's parts are more; those that a story is filed under are so few, unless a label says that they are.
_CATEGORIES: Final = 3
_LINKED: Final = 0.7
# A headline below the links that file it: within so many blocks, of more words, in a box so far around.
_BELOW: Final = 2
_HEADLINE_WORDS: Final = 3
_AROUND: Final = 3
# "topic:81", in what an address asks for.
_NUMBERED: Final = re.compile(r"(?:^|[&=])([a-z]{3,20}):\w")
# An element named for subjects, in so many steps of a path.
_NAMED_BOX: Final = re.compile(r"[.#_-](?:tags?|topics?|keywords?|subjects?)(?=[._/-]|$)", re.IGNORECASE)
_STEPS: Final = 4
# Boxes of the page's frame.
_FRAME: Final = frozenset({"nav", "aside", "footer"})
_MENUS: Final = frozenset({"nav", "header", "footer"})


def judge(view: View) -> dict[int, Verdict]:
    """Drop the links behind the story that lead to its subjects, and the label above them."""
    story = place_of(view)
    if view.pasted or story.last < 0:
        return {}
    runs = _runs(view, story.last + 1)
    often = Counter(_shape(view.blocks[run[0]].path) for run in runs)
    found = _in_named_boxes(view, story.first)
    for run in runs:
        # The line at each of some headlines, that says what it is filed under, is there with each.
        if often[_shape(view.blocks[run[0]].path)] == 1:
            found |= _told(view, run)
    return found


def _in_named_boxes(view: View, start: int) -> dict[int, Verdict]:
    """Short links right below a label of subjects, both in an element that is named so, from the story on."""
    found: dict[int, Verdict] = {}
    for head in view.open():
        block = view.blocks[head]
        if (
            head <= start
            or block.link_density
            or view.lines[head].word_count > _WORDS
            or not _NAMED_BOX.search(path_end(block.path, _STEPS))
        ):
            continue
        if any(tag_of(step) in _MENUS for step in block.path.split("/")):
            continue
        if (label := _TOPIC.table.is_whole(view.lines[head])) is None:
            continue
        run = list(takewhile(lambda i: _is_in_box(view, i), view.below(head)))
        if not 0 < len(run) <= _MOST or files_a_headline(view, run):
            continue
        said = f"one of {len(run)} short links below '{label.phrase}', in an element named for subjects"
        found |= {i: dropped("tags", Reason.NAVIGATION, said, facts=_facts(view, i)) for i in run}
        found[head] = dropped("tags", Reason.NAVIGATION, f"heads the subjects below: '{label.phrase}'")
    return found


def _is_in_box(view: View, index: int) -> bool:
    """Whether a line is a short link in an element that is named for subjects."""
    block, links = view.blocks[index], links_of(view, index)
    if index in view.verdicts or block.link_density < _LINKED or len(links) != 1:
        return False
    return (
        0 < len(_text(links[0]).split()) <= _WORDS
        and _NAMED_BOX.search(path_end(block.path, _STEPS)) is not None
    )


def _shape(path: str) -> str:
    """A path by its tags and the classes of the last step: those of a card may say what it is filed under."""
    steps = place(path).split("/")
    return "/".join([*(step.partition(".")[0] for step in steps[:-1]), steps[-1]])


def _runs(view: View, start: int) -> list[list[int]]:
    """The blocks close behind the story that are links with a short text each, those in a row together."""
    runs: list[list[int]] = []
    for i in range(start, len(view.blocks)):
        goes_on = bool(runs) and runs[-1][-1] == i - 1 and len(runs[-1]) <= _MOST
        if i >= start + _BEHIND and not goes_on:
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
    if block.hidden or block.link_density < _LINKED or view.lines[index].sentence:
        return False
    if any(tag_of(step) in _FRAME for step in block.path.split("/")):
        return False
    links = links_of(view, index)
    if not links or not all(0 < len(_text(link).split()) <= _WORDS and _kind(link) for link in links):
        return False
    return len(links) > 1 or key(_text(links[0])) in key(block.text)


def _told(view: View, run: list[int]) -> dict[int, Verdict]:
    """The verdicts on a run of links, if their addresses, or these and a label, tell what they are."""
    links = [link for i in run for link in links_of(view, i)]
    above = next(view.above(run[0]), None)
    label = None if above is None or above in view.verdicts else _TOPIC.table.is_whole(view.lines[above])
    kinds = {_kind(link) for link in links}
    few = len(links) <= (_MOST if label is not None or kinds == {"subject"} else _CATEGORIES)
    sure = label is not None or ("named" not in kinds and len(links) > 1)
    if not sure or not few or (label is None and files_a_headline(view, run)):
        return {}
    said = f"{len(links)} links to subjects, by their addresses: {_address(links[0])[:60]!r}"
    found = {i: dropped("tags", Reason.NAVIGATION, said, facts=_facts(view, i)) for i in run}
    if label is not None and above is not None:
        found[above] = dropped("tags", Reason.NAVIGATION, f"heads the subjects below: '{label.phrase}'")
    return found


def files_a_headline(view: View, run: list[int]) -> bool:
    """Whether a headline that leads elsewhere follows below, in one box with the links: they file it."""
    for index in islice(view.below(run[-1]), _BELOW):
        block = view.blocks[index]
        if block.link_density >= _LINKED and len(view.lines[index].words) > _HEADLINE_WORDS:
            around = islice(view.page.elements[run[-1]].iterancestors(), _AROUND)
            return any(holds(box, view.page.elements[index]) for box in around)
    return False


def _kind(link: Any) -> str | None:
    """What a link leads to: a subject, a part of the site, or a page of its own name, which may be either."""
    steps = [step for step in _address(link).lower().split("/") if step]
    if _is_asked(link):
        return "subject"
    if not _SUBJECT.isdisjoint(steps[:-1]):
        return "subject"
    if not _CATEGORY.isdisjoint(steps[:-1]):
        return "category"
    named = bool(steps) and key(steps[-1].replace("-", " ").replace("_", " ")) == key(_text(link))
    return "named" if named and len(_text(link).split()) <= _NAMED else None


def leads_to_subjects(view: View, index: int) -> bool:
    """Whether a line is links of a few words each, all of which lead to subjects by their addresses."""
    links = [] if view.pasted or view.lines[index].sentence else links_of(view, index)
    if not links or view.blocks[index].link_density < _LINKED:
        return False
    return all(0 < len(_text(link).split()) <= _WORDS and _kind(link) == "subject" for link in links)


def _is_asked(link: Any) -> bool:
    """Whether an address asks for a subject behind its question mark: "?f[0]=topic%3A81"."""
    asked = unquote(str(link.get("href") or "")).partition("?")[2].partition("#")[0].lower()
    return any(name in _SUBJECT for name in _NUMBERED.findall(asked))


def _address(link: Any) -> str:
    """The way that a link leads, without the host's name."""
    way = unquote(str(link.get("href") or "")).partition("?")[0].partition("#")[0]
    return way.partition("://")[2].partition("/")[2] if "://" in way else way


def _text(link: Any) -> str:
    return fold("".join(link.itertext())).lstrip("#").rstrip(" ,;")


def _facts(view: View, index: int) -> tuple[tuple[str, str], ...]:
    texts = [_text(link) for link in links_of(view, index)]
    return tuple(("tags", name) for name in tags(texts, view.declared.values("publisher")))
