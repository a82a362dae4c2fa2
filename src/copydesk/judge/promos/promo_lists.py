"""The lists below "Related" and its like: headlines of other stories, or links to subjects."""

from __future__ import annotations

from copydesk.judge.boxes import holds
from copydesk.judge.bylines.above_stamp import is_name_above_stamp
from copydesk.judge.navigation.page_links import links_of
from copydesk.judge.notices.foot_columns import leaves_for_frame
from copydesk.judge.phrases.table import Hit, bulk, is_quoted
from copydesk.judge.place import MENU_NAMED, place_of
from copydesk.judge.subjects.subject_addresses import files_a_headline, leads_to_subjects
from copydesk.judge.subjects.tag_links import with_tags
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped
from copydesk.text import key

# Share of a line's characters in links from which the link is the line.
LINKED = 0.6
# A list of related headlines: how many lines it may have, and how long each may be.
_MOST_LISTED = 12
_MOST_LISTED_WORDS = 25
# How far above a heading the story is looked for that it may stand in one element with.
_REACH = 100
# So many links to subjects below a heading are what it heads.
_LEAST_SUBJECTS = 2


def listed_below(view: View, heading: int, hit: Hit) -> dict[int, Verdict]:
    """The headlines under a heading, until prose resumes."""
    found: dict[int, Verdict] = {}
    evidence = f"stands in the list of other stories under {hit.phrase!r}"
    spacing: int | None = None
    for index in range(heading + 1, len(view.blocks)):
        if len(found) == _MOST_LISTED or not _is_listed(view, index) or _is_beyond(view, heading, index):
            break
        if found and _is_subject_behind(view, heading, index):
            break
        gap = view.blocks[index].gap
        # A line set off further than its fellows opens something new: the story again.
        if view.pasted and spacing is not None and gap > spacing:
            break
        if view.pasted and index > heading + 1:
            spacing = gap if spacing is None else spacing
        if index not in view.verdicts:
            found[index] = dropped("related_list", Reason.PROMO, evidence)
    return found


def _is_subject_behind(view: View, heading: int, index: int) -> bool:
    """Whether a line is one of the page's subjects, behind the box of a heading and of the line below it."""
    if view.pasted or view.lines[index].key not in {key(tag) for tag in view.declared.values("tags")}:
        return False
    element, first = view.page.elements[heading], view.page.elements[heading + 1]
    box = next((one for one in element.iterancestors() if holds(one, first)), None)
    return box is not None and not holds(box, view.page.elements[index])


def _is_listed(view: View, index: int) -> bool:
    block, line = view.blocks[index], view.lines[index]
    if bulk(line) > _MOST_LISTED_WORDS:
        return False
    if view.pasted:
        return not line.sentence and not is_quoted(line.text) and not is_name_above_stamp(view, index)
    return block.link_density >= LINKED


def _is_beyond(view: View, heading: int, index: int) -> bool:
    """Whether a line is outside of what its heading stands in: the story ended there, or a menu begins."""
    if view.pasted:
        return False
    if leaves_for_frame(view, heading, index):
        return True
    elements = view.page.elements
    before = range(heading - 1, max(-1, heading - 1 - _REACH), -1)
    read = next((i for i in before if view.in_reading[i]), None)
    if read is None:
        return False
    branch = elements[heading]
    for box in elements[heading].iterancestors():
        if holds(box, elements[index]):
            return holds(branch, elements[read])
        branch = box
    return False


def subjects_below(view: View, heading: int) -> dict[int, Verdict]:
    """A heading such as "Related" and what follows below it, where that leads to subjects: no stories."""
    lines: list[int] = []
    for index in () if view.pasted else view.below(heading):
        if len(lines) == _MOST_LISTED or index in view.verdicts or not leads_to_subjects(view, index):
            break
        lines.append(index)
    links = sum(len(links_of(view, i)) for i in lines)
    if links < _LEAST_SUBJECTS or files_a_headline(view, lines):
        return {}
    if heading < place_of(view).first or MENU_NAMED.search(view.blocks[heading].path) is not None:
        return _site_subjects(view, heading, lines)
    tags = {i: dropped("tags", Reason.NAVIGATION, "leads to a subject, by its address") for i in lines}
    head = dropped("tags", Reason.NAVIGATION, f"heads the subjects below: '{view.lines[heading].text[:40]}'")
    return tags | with_tags(view, tags) | {heading: head}


def _site_subjects(view: View, heading: int, lines: list[int]) -> dict[int, Verdict]:
    """What is trending, above the story or in a menu: a site's subjects, which are none of the story's."""
    menu = dict.fromkeys(lines, dropped("menu", Reason.NAVIGATION, "leads to a subject of the site"))
    said = f"heads subjects of the site: '{view.lines[heading].text[:40]}'"
    return menu | {heading: dropped("menu", Reason.NAVIGATION, said)}
