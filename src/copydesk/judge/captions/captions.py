"""Captions and photo credits, by markup, wording and place, and the credits that stand beside them."""

from __future__ import annotations

import re
from functools import partial

from copydesk.extract.address import steps_of
from copydesk.extract.titles.titles import host_names, squeeze
from copydesk.judge.captions import figures, scene
from copydesk.judge.captions.bracketed_credits import above_bracketed
from copydesk.judge.captions.caption_markup import WHOLLY_LINKED, marked
from copydesk.judge.captions.caption_place import (
    STORY_AFTER,
    StoryEdges,
    by_place,
    is_near,
    is_of_story,
    story_edges,
)
from copydesk.judge.captions.credited import says_so
from copydesk.judge.captions.declared_videos import declared_videos, started_videos
from copydesk.judge.captions.galleries import gallery
from copydesk.judge.captions.picture_sources import picture_sources
from copydesk.judge.captions.table_names import is_of_table, table_name
from copydesk.judge.form_fields import labels_field
from copydesk.judge.headlines.glued_trails import is_trail_to
from copydesk.judge.left_out.listed import is_kept
from copydesk.judge.navigation.page_links import is_entry, leads_nowhere, leads_within, links_of
from copydesk.judge.phrases import pictures as marks
from copydesk.judge.promos.links import LINE_WORDS
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped
from copydesk.text import Line

# The labels of pictures have no more words than the longest of `IMAGE_LABEL`.
_LABEL_WORDS = 10
# "pier.jpg" is a picture, and no part of a site.
_FILE = re.compile(r"\.[a-z]{3,4}$", re.IGNORECASE)
# The number that an agency gives its text stands with the story, not with a picture.
_AGENCY_NUMBER = re.compile(r"\b[a-z]{2,6}:\d{5,}-\d")
# "© The Harbour Gazette, a paper of Example Media": the outlet's name first, if it has some letters.
_OWNER_WORDS, _OWNER_LETTERS = 10, 5


def judge(view: View) -> dict[int, Verdict]:
    """Drop captions and credits; their text goes to the captions of the article."""
    found: dict[int, Verdict] = {}
    edges = story_edges(view)
    stage = scene.stage(view, story=edges.count > STORY_AFTER) if view.pasted else scene.Stage()
    known = dict.fromkeys(figures.holders(view), "")  # the steps of DOM paths recur from block to block
    for index in view.open():
        if not view.pasted and (said := figures.speaker(view, index)) is not None:
            found |= said
            continue
        if is_of_table(view.blocks[index].path):
            if (name := table_name(view, index)) is not None:
                found[index] = name
            continue
        verdict = _label(view, index) or marked(view, index, edges, known) or _worded(view, index, edges)
        if verdict is None and index in stage.lines:
            verdict = scene.on_stage(view, index, stage)
        if verdict is not None:
            found[index] = verdict
    found = _beside_told(view, found, edges) if not view.pasted else found | above_bracketed(view, found)
    if told := gallery(view, found):
        return found | told
    return found | figures.with_facts(view, found, partial(is_of_story, view, edges=edges))


def _label(view: View, index: int) -> Verdict | None:
    """A label or a button of an image; an entry of a menu, a field or a heading may be called as one."""
    line = view.lines[index]
    if is_entry(view, index) or _is_heading(view, index):
        return None
    if _leads_away(view, index):
        return None
    named = line.word_count <= _LABEL_WORDS and len(line.text) <= 50 and marks.IMAGE_LABEL.match(line.text)
    if named and not labels_field(view, index):
        return dropped("image_label", Reason.CAPTION, f"a label or button of an image: '{line.text}'")
    return None


def _leads_away(view: View, index: int) -> bool:
    """Whether a line is a link to a part of the site, by an address of one step: "/charts/"."""
    if view.pasted or view.blocks[index].link_density < WHOLLY_LINKED or leads_nowhere(view, index):
        return False
    steps = [steps_of(link.get("href")) for link in links_of(view, index)]
    return len(steps) == 1 and len(steps[0]) == 1 and _FILE.search(steps[0][0]) is None


def _is_heading(view: View, index: int) -> bool:
    """Whether a line heads a part of the story, or a box elsewhere and leads to a part of the site."""
    block = view.blocks[index]
    if view.pasted or block.kind is not Kind.HEADING:
        return False
    if is_kept(view, index):
        return True
    linked = block.link_density >= WHOLLY_LINKED
    return linked and not (leads_within(view, index) or leads_nowhere(view, index))


def _worded(view: View, index: int, edges: StoryEdges) -> Verdict | None:
    """By words and place. Far from the reading only markup is asked: the line is outside anyway."""
    if not (view.pasted or view.in_reading[index] or is_near(index, edges)):
        return None
    line = view.lines[index]
    # Behind all that is read of pasted text, "© The Gazette" owns the page.
    if view.pasted and line.text.startswith("©") and view.in_reading and not any(view.in_reading[index:]):
        return None
    if index > edges.last and (_is_of_outlet(view, line) or _AGENCY_NUMBER.search(line.text)):
        return None
    return _by_words(view, index) or by_place(view, index, edges)


def _by_words(view: View, index: int) -> Verdict | None:
    line = view.lines[index]
    if view.blocks[index].kind is Kind.HEADING and not view.pasted:
        return None
    evidence = says_so(line)
    # "Photos: The pier of Port Ellen", a link to them.
    linked = not view.pasted and view.blocks[index].link_density >= WHOLLY_LINKED
    if evidence is None or (linked and line.word_count in LINE_WORDS) or _is_among_items(view, index):
        return None
    if not view.pasted and _is_trail(view, index):
        return None
    rule = (
        "credit_line" if line.word_count <= marks.CREDIT_LINE_WORDS and not line.sentence else "credit_tail"
    )
    return dropped(rule, Reason.CAPTION, evidence)


def _is_trail(view: View, index: int) -> bool:
    """Whether a line above the headline ends with it: "News World In Pics: Goat Rides The Ferry"."""
    title = view.title()
    return title is not None and index < title and is_trail_to(view.lines[index], view.lines[title])


def _is_among_items(view: View, index: int) -> bool:
    """Whether a line is an item between two others of the story: "Photographer / Videographer"."""
    if view.pasted or not 0 < index < len(view.blocks) - 1:
        return False
    row = range(index - 1, index + 2)
    return all(view.blocks[i].kind is Kind.LIST_ITEM and view.in_reading[i] for i in row)


def _is_of_outlet(view: View, line: Line) -> bool:
    """Whether a line is the outlet's own name behind the sign of copyright: the story's, not a picture's."""
    if not line.text.startswith("©") or line.word_count > _OWNER_WORDS:
        return False
    hosts = host_names(view.page.url or view.page.canonical_url)
    own = map(squeeze, (*view.declared.values("publisher"), *hosts))
    owner = squeeze(line.text.strip("© ."))
    return any(owner == name or (len(name) >= _OWNER_LETTERS and owner.startswith(name)) for name in own)


def _beside_told(view: View, found: dict[int, Verdict], edges: StoryEdges) -> dict[int, Verdict]:
    """Captions and credits of a marked-up page, with those that stand beside ones already told."""
    near = partial(is_near, edges=edges)
    found = found | picture_sources(view, found)
    found = found | declared_videos(view, found)
    found = found | started_videos(view, found)
    found = found | _of_promos(view, found)
    found |= figures.said_again(view, found)
    found |= figures.listed_credits(view, found)
    found |= _credits_beside(view, found)
    found |= figures.above_credits(view, found, near)
    return found | figures.video_titles(view, found, near)


def _of_promos(view: View, found: dict[int, Verdict]) -> dict[int, Verdict]:
    """The credits of pictures whose captions are promos: they go with them."""
    promos = {i for i, verdict in found.items() if verdict.reason is Reason.PROMO}
    figures_ = {next(view.page.elements[i].iterancestors("figure"), None): i for i in sorted(promos)}
    figures_.pop(None, None)
    others = (
        (i, next(view.page.elements[i].iterancestors("figure"), None)) for i in found if i not in promos
    )
    told = "in one figure with a caption that is a promo"
    return (
        {i: dropped("promo_figure", Reason.PROMO, told) for i, box in others if box in figures_}
        if figures_
        else {}
    )


def _credits_beside(view: View, found: dict[int, Verdict]) -> dict[int, Verdict]:
    """The credits right above and below captions, wherever on the page: they are of the same picture."""
    captions = [i for i, verdict in found.items() if verdict.reason is Reason.CAPTION]
    beside = {other for i in captions for other in (i - 1, i + 1)} - found.keys() - view.verdicts.keys()
    near = (i for i in beside if 0 <= i < len(view.blocks) and not view.in_reading[i])
    credits_ = ((i, _by_words(view, i)) for i in near)
    return {i: verdict for i, verdict in credits_ if verdict is not None and verdict.rule == "credit_line"}
