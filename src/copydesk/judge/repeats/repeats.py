"""Paragraphs printed again within their own page: an article pasted twice, a teaser, a pull quote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from copydesk.extract.paths import last_steps, path_end
from copydesk.judge.captions import figures
from copydesk.judge.captions.credited import is_caption_text, says_so
from copydesk.judge.captions.twins import is_image_twin, is_spaced, printed_twice
from copydesk.judge.phrases.pictures import SCENE
from copydesk.judge.repeats import joined
from copydesk.judge.repeats.copies import pairs_of, share
from copydesk.judge.repeats.pull_quotes import PULLED, is_cited, its_speaker, pulled_quotes
from copydesk.judge.shape import size, stretch
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped

# An equal line alone counts from here on; shorter ones may be a refrain, a speaker's name, a list's label.
_LINE_WORDS = 8
# A copy beyond doubt shares so much with the earlier line.
_NEAR_SHARE = 0.8
# A page with more separate repeats than this has them by design: an interview, a plan, a list of recipes.
_MOST_RUNS = 8
# An item of another list in the same words is a copy from here on.
_ITEM_WORDS = 25
# A run of copied lines: this many words in all, one line at least as long as a line that counts alone.
_RUN_WORDS = 16
# Lines a run may leave out or change on either side and still go on: subheads, an image, a promo.
_RUN_GAP = 3
# Where every second line is new, the copied ones are questions or labels put again and again.
_RUN_SHARE = 0.67
# Rewritten paragraphs are taken for copies only among more that are copies beyond doubt.
_FIRM_SHARE = 0.6
_LISTED = frozenset({Kind.LIST_ITEM, Kind.HEADING})
_ASKS = ("?", ":", "？", "：", "؟")
_TEASER = re.compile(
    r"teaser|related|recommend|promo|sidebar|widget|/(?:aside|nav|footer)(?:[.#/]|$)|most-?read|read-?more",
    re.IGNORECASE,
)


def judge(view: View) -> dict[int, Verdict]:
    """Drop the second copy of what is printed twice; the copy that reads as the story stays."""
    candidates = [i for i in view.open() if view.pasted or view.in_reading[i]]
    if not view.pasted:
        candidates = _without_captions(view, candidates)
    pairs = pairs_of(view, candidates)
    found: dict[int, Verdict] = {}
    runs = list(_runs(view, pairs))
    for run in runs if len(runs) <= _MOST_RUNS else ():
        found.update(_verdicts(view, run))
    if view.pasted:
        return joined.copies(view, [i for i in candidates if i not in found]) | found
    found = _speakers(view, found, pairs) | found
    found.update(pulled_quotes(view, candidates, found))
    return found


def _speakers(view: View, found: dict[int, Verdict], pairs: dict[int, list[int]]) -> dict[int, Verdict]:
    """Who is quoted, below quotations that are copies: in markup for it, or as below the first of them."""
    told: dict[int, Verdict] = {}
    for quote in (i for i in found if view.blocks[i].kind is Kind.QUOTE and i in pairs):
        again = {view.lines[i + 1].key for i in pairs[quote]}
        told |= {
            i: verdict
            for i, verdict in its_speaker(view, quote).items()
            if is_cited(view, quote, i) or view.lines[i].key in again
        }
    return told


def _without_captions(view: View, candidates: list[int]) -> list[int]:
    """The lines but for those marked up as captions: a paragraph in the same words is no copy of one."""
    known = dict.fromkeys(figures.holders(view), "")
    for index in candidates:
        for step in last_steps(view.blocks[index].path, figures.NEAR_ELEMENTS):
            if step not in known:
                known[step] = figures.named(step)
    marked = {step for step, name in known.items() if name}
    return [
        i
        for i in candidates
        if view.blocks[i].kind is Kind.QUOTE
        or marked.isdisjoint(last_steps(view.blocks[i].path, figures.NEAR_ELEMENTS))
    ]


def _runs(view: View, pairs: dict[int, list[int]]) -> Iterator[list[tuple[int, int]]]:
    """Copies in a row, as (later, earlier) pairs; lines that are copied alone make runs of one."""
    run: list[tuple[int, int]] = []
    for later in sorted(pairs):
        step = _step(run, pairs[later], later)
        if step is not None:
            run.append((later, step))
            continue
        yield from _counted(view, run)
        run = [(later, pairs[later][0])]
    yield from _counted(view, run)


def _counted(view: View, run: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """A run that counts as one, else those of its lines that count alone."""
    if _counts(view, run):
        yield run
    elif len(run) > 1:
        yield from ([pair] for pair in run if _counts(view, [pair]))


def _step(run: list[tuple[int, int]], earlier: list[int], later: int) -> int | None:
    """The earlier copy with which the run goes on."""
    if not run or later - run[-1][0] > _RUN_GAP:
        return None
    return next((e for e in earlier if 0 < e - run[-1][1] <= _RUN_GAP and e < run[0][0]), None)


def _counts(view: View, run: list[tuple[int, int]]) -> bool:
    longest = max((size(view.lines[later]) for later, _ in run), default=0)
    if longest < _LINE_WORDS:
        return False
    firm = sum(share(view, *pair) >= _NEAR_SHARE for pair in run)
    if len(run) == 1:
        return firm == 1 and not view.lines[run[0][0]].text.endswith(_ASKS) and _is_alone(view, *run[0])
    if firm < _FIRM_SHARE * len(run):
        return False
    span = run[-1][0] - run[0][0] + 1
    return len(run) >= _RUN_SHARE * span and sum(size(view.lines[i]) for i, _ in run) >= _RUN_WORDS


def _is_alone(view: View, later: int, earlier: int) -> bool:
    """Whether one line with an earlier copy is a repeat.

    Lists of products, answers and terms have items that are nearly the same and all meant: inside the
    reading, only the same words count (near ones lost 1,600 labelled words of 700 marked-up pages; of 54
    pasted texts where the line keeper is sure, 37 are better so and 17 worse). Where it is in
    doubt, a pasted page has lost what tells a pull quote from its paragraph.
    """
    if view.lines[later].key != view.lines[earlier].key and is_caption_text(view.lines[later]):
        return False  # two pictures by one photographer
    if not view.pasted and says_so(view.lines[later]) is not None:
        return False  # a picture and its enlargement, with the same caption
    inside = (view.is_sure(i) if view.pasted else view.in_reading[i] for i in (later, earlier))
    if not all(inside):
        return True
    if view.lines[later].key != view.lines[earlier].key:
        return False
    # Two products may have the same feature.
    listed = not view.pasted and view.blocks[later].kind is Kind.LIST_ITEM
    return not listed or size(view.lines[later]) >= _ITEM_WORDS


def _verdicts(view: View, run: list[tuple[int, int]]) -> dict[int, Verdict]:
    if len(run) == 1 and view.pasted and _is_caption_twice(view, *run[0]):
        return {}
    if not view.pasted and (_is_announced(view, run) or _are_items_of_another(view, run)):
        return {}
    drop_earlier = _earlier_is_teaser(view, run)
    found = {}
    for later, earlier in run:
        gone, stays = (earlier, later) if drop_earlier else (later, earlier)
        same = view.lines[gone].key == view.lines[stays].key
        words = "same as" if same else "nearly the same as"
        alone = "paragraph_again" if len(run) == 1 else "copied_run"
        found[gone] = dropped(alone, Reason.DUPLICATE, f"{words} block {stays}")
    if not drop_earlier and len(run) > 1:
        found.update(_left_between(view, run))
    return found


def _only_later_is_read(view: View, run: list[tuple[int, int]]) -> bool:
    """Whether the reading has the second copy and not the first, which goes in any case."""
    read = view.in_reading
    return (
        bool(read) and not any(read[earlier] for _, earlier in run) and all(read[later] for later, _ in run)
    )


def _is_announced(view: View, run: list[tuple[int, int]]) -> bool:
    """Whether a copy is a heading that an item of a list has announced: what it heads is not there twice."""
    later, earlier = (view.blocks[i].kind for i in run[0])
    return len(run) == 1 and later is Kind.HEADING and earlier is Kind.LIST_ITEM


def _are_items_of_another(view: View, run: list[tuple[int, int]]) -> bool:
    """Whether items that two lists share stand below or among other words in each: both lists are meant."""
    kinds = {view.blocks[i].kind for pair in run for i in pair}
    if len(run) == 1 or not kinds <= _LISTED or not all(view.in_reading[i] for pair in run for i in pair):
        return False
    if Kind.HEADING in kinds:
        # Each of two things has its "Pros" and "Cons", and one of them more to say there.
        return run[-1][0] - run[0][0] >= len(run)
    later, earlier = (index - 1 for index in run[0])
    if earlier < 0 or not view.in_reading[later] or later in view.verdicts:
        return False
    above = view.blocks[later]
    leads = above.kind in (Kind.HEADING, Kind.LIST_ITEM) or above.text.endswith(":")
    return leads and view.lines[later].key != view.lines[earlier].key


def _is_caption_twice(view: View, later: int, earlier: int) -> bool:
    """A line printed twice in a row above the story, or describing a picture, is judged as a caption."""
    if later - earlier != 1 or not printed_twice(view, later):
        return False
    if is_spaced(view) and is_image_twin(view, later):
        return True
    return earlier <= stretch(view).start or SCENE.search(view.lines[earlier].text) is not None


def _left_between(view: View, run: list[tuple[int, int]]) -> dict[int, Verdict]:
    """Lines between copied ones that are copies too, if not word for word in one place each."""
    found = {}
    for (later, earlier), (after, before) in pairwise(run):
        between = {view.lines[k].key: k for k in range(earlier + 1, before)}
        for index in range(later + 1, after):
            twin = between.get(view.lines[index].key)
            # The caption of a copied picture is a caption.
            caption = view.blocks[index].kind is Kind.CAPTION
            if twin is not None and index not in view.verdicts and not caption:
                found[index] = dropped("copied_run", Reason.DUPLICATE, f"same as block {twin}")
    return found


def _earlier_is_teaser(view: View, run: list[tuple[int, int]]) -> bool:
    """Whether the first copy stands outside the story and the second inside."""
    if view.pasted:
        story = stretch(view)
        return (run[0][1] not in story and run[0][0] in story) or _only_later_is_read(view, run)
    return _stands_apart(view, run[0][1]) and not _stands_apart(view, run[0][0])


def _stands_apart(view: View, index: int) -> bool:
    block = view.blocks[index]
    near = path_end(block.path, 5)
    apart = block.kind is not Kind.PARAGRAPH or PULLED.search(near) or _TEASER.search(near)
    return bool(apart) or block.link_density > 0.5
