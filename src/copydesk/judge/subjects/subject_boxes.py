"""Links to subjects below a label of theirs, or in an element named for them, wherever they lead."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain, islice, takewhile
from typing import Any, Final

from copydesk.extract.address import leads_to_writer
from copydesk.extract.paths import last_steps, path_end, place, tags_of, without_pills
from copydesk.judge.boxes import few_inside
from copydesk.judge.navigation.page_links import links_of
from copydesk.judge.place import MENU_NAMED, Place, above, frame_of, tag_of
from copydesk.judge.subjects.subject_addresses import (
    LABELS,
    NAMED,
    WORDS,
    facts_of,
    files_a_headline,
    is_short,
    kind_of,
    text_of,
)
from copydesk.judge.subjects.tag_links import is_of_card
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped

# So many subjects a story has at most; where nothing but a label says what they are, so many.
_MOST: Final = 16
_MOST_LABELLED: Final = 8
# The longest name of a subject, as authorities have them.
_LONG: Final = 10
_FEW: Final = 3
# ... and so far behind the story, in blocks, they stand.
_NEAR: Final = 14
# An element named for subjects, in so many steps of a path.
_NAMED_BOX: Final = re.compile(r"[.#_-](?:tags?|topics?|keywords?|subjects?)(?=[._/-]|$)", re.IGNORECASE)
_STEPS: Final = 4
# ... and one that can hold nothing else: cards are named for the one tag they have, and clouds are a site's.
_TAGS_BOX: Final = re.compile(
    r"[.#](?:[\w-]*(?:[_-]|(?-i:[a-z](?=[A-Z]))))?(?:tags|keywords|tag-?(?:list|links|navigation))(?:[_-]{1,2}(?:list|links|container))?(?=[.#]|$)",
    re.IGNORECASE,
)
_TAGS_STEPS: Final = 6
_STORIES: Final = re.compile(r"(?:stories|articles|posts|news|teasers)(?=[._/-]|$)", re.IGNORECASE)
_SIDE: Final = re.compile(r"/aside(?=[./#]|$)|[.#_-](?:sidebar|widget)", re.IGNORECASE)
_FRAME: Final = frozenset({"nav", "aside", "footer"})
_MENUS: Final = frozenset({"nav", "header", "footer"})


def below_labels(view: View, story: Place) -> dict[int, Verdict]:
    """Short links right below a label of subjects, from the story on, and the label."""
    found: dict[int, Verdict] = {}
    for head in view.open():
        block, line = view.blocks[head], view.lines[head]
        if head <= story.first or block.link_density or line.word_count > WORDS or block.hidden:
            continue
        if (label := LABELS.is_whole(line)) is None:
            continue
        run = _run(view, head)
        count = sum(len(links_of(view, i)) for i in run)
        if not 0 < count <= _MOST or files_a_headline(view, run):
            continue
        if (
            sign := _sign(view, head, run, near=head <= view.down(story.last, _NEAR), rule=label.rule)
        ) is None:
            continue
        said = f"one of {count} short links below '{label.phrase}', {sign}"
        found |= _told(view, run, story, said)
        found[head] = dropped("tags", Reason.NAVIGATION, f"heads the subjects below: '{label.phrase}'")
    return found


def _run(view: View, head: int) -> list[int]:
    """The short links right below a label, as far as their markup is alike: other links stand in other."""
    run = list(takewhile(lambda i: _is_chip(view, i), view.below(head)))
    return list(takewhile(lambda i: _is_alike(view, run[0], i), run))


def _is_alike(view: View, first: int, index: int) -> bool:
    """Whether two lines stand in the same elements, the last of them called the same."""
    paths = (tags_of(view.blocks[first].path), tags_of(view.blocks[index].path))
    ends = (last_steps(place(view.blocks[i].path), 1)[0].split(".") for i in (first, index))
    return paths[0] == paths[1] and next(ends)[:2] == next(ends)[:2]


def _told(view: View, run: list[int], story: Place, said: str) -> dict[int, Verdict]:
    """The verdicts on subjects; many, far behind the story or in the page's side column, are the site's."""
    near = (
        run[0] <= view.down(story.last, _NEAR)
        and _SIDE.search(path_end(view.blocks[run[0]].path, _TAGS_STEPS)) is None
    )
    of_story = near or sum(len(links_of(view, i)) for i in run) <= _FEW
    return {
        i: dropped("tags", Reason.NAVIGATION, said, facts=facts_of(view, i) if of_story else ()) for i in run
    }


def _is_chip(view: View, index: int) -> bool:
    if index in view.verdicts or not (is_short(view, index) or _is_long_subject(view, index)):
        return False
    return not any(map(leads_to_writer, links_of(view, index)))


def _is_long_subject(view: View, index: int) -> bool:
    """Whether a line of some more words leads to a subject by its address: a body by its name in full."""
    return is_short(view, index, _LONG) and all(kind_of(link) == "subject" for link in links_of(view, index))


def _sign(view: View, head: int, run: list[int], *, near: bool, rule: str) -> str | None:
    """What says besides their label that short links lead to subjects: their box, addresses or place."""
    steps = [tag_of(step) for step in view.blocks[head].path.split("/")]
    named = all(_NAMED_BOX.search(path_end(view.blocks[i].path, _STEPS)) for i in [head, *run])
    if named and _MENUS.isdisjoint(steps):
        return "in an element named for subjects"
    if any(_is_of_frame(view, i) for i in [head, *run]):
        return None
    links = [link for i in run for link in links_of(view, i)]
    if all(kind_of(link) == "subject" for link in links):
        return "which lead to subjects by their addresses"
    framed = any(tag_of(step) in _FRAME for i in run for step in view.blocks[i].path.split("/"))
    few = len(links) <= _MOST_LABELLED and all(len(text_of(link).split()) <= NAMED for link in links)
    near = near and rule == "subjects" and _STORIES.search(path_end(view.blocks[head].path, _STEPS)) is None
    return "close behind the story" if near and few and not framed else None


def _is_of_frame(view: View, index: int) -> bool:
    """Whether a line stands in a menu or the foot of the page; a menu of subjects alone is none."""
    path = without_pills(view.blocks[index].path)
    if MENU_NAMED.search(path_end(path, _STEPS)) or any(frame_of(step) == "footer" for step in above(path)):
        return True
    nav = next(view.page.elements[index].iterancestors("nav"), None)
    return nav is not None and few_inside(view, index, nav, _MOST) is None


def named_for_tags(view: View, story: Place) -> dict[int, Verdict]:
    """Short links behind the story in an element that is named for tags and holds nothing else."""
    found: dict[int, Verdict] = {}
    runs = _named_runs(view, story.last + 1)
    # What each of some cards is filed under is there with each.
    often = Counter(place(view.blocks[run[0]].path) for run in runs)
    for run in runs:
        if often[place(view.blocks[run[0]].path)] > 1 or files_a_headline(view, run):
            continue
        said = f"one of {len(run)} lines of short links in an element named for tags, behind the story"
        found |= _told(view, run, story, said)
    return found


def _named_runs(view: View, start: int) -> list[list[int]]:
    """The lines of each element behind the story that is named for tags and holds short links alone."""
    runs: list[list[int]] = []
    for index in range(start, len(view.blocks)):
        if (runs and index <= runs[-1][-1]) or (box := _named_box(view, index)) is None:
            continue
        run = [i for i in few_inside(view, index, box, _MOST) or () if not view.blocks[i].hidden]
        if run and all(_is_chip(view, i) and not view.in_reading[i] for i in run):
            runs.append(run)
    return runs


def _named_box(view: View, index: int) -> Any:
    """The nearest element named for tags around a short link outside of cards and of the page's frame."""
    steps = last_steps(view.blocks[index].path, _TAGS_STEPS)
    levels = (n for n, step in enumerate(reversed(steps)) if _TAGS_BOX.search(step))
    if (level := next(levels, None)) is None or not _is_chip(view, index):
        return None
    if is_of_card(view, index) or _is_of_frame(view, index):
        return None
    element = view.page.elements[index]
    return next(islice(chain([element], element.iterancestors()), level, None), None)
