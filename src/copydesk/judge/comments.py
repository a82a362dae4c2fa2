"""Reader comments: their widgets, headings and footers, and the comments themselves.

Wording decides only for lines that are a stock phrase or open with one. Class names count when the
element holds next to nothing of the story; a heading opens a region when comments follow it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from copydesk.extract.address import same_site, steps_of
from copydesk.judge.form_fields import labels_field
from copydesk.judge.navigation.page_links import links_of
from copydesk.judge.phrases.table import Hit, bulk, is_quoted, read_topic
from copydesk.judge.place import Place, is_prose, names, place_of
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped
from copydesk.text import Line, key

COMMENTS = read_topic("comments").table
_LISTS = read_topic("comments").lists
_FURNITURE = frozenset(_LISTS["furniture"])
_CALLS = frozenset(_LISTS["call"])
_CONTAINERS = frozenset(_LISTS["container"])
# One of these is in every such name: looked for first, since paths are long.
_PARTS = ("omment", "isqus", "espond", "livefyre", "viafoura", "coral", "openweb", "spotim", "hyvor")
# The paths of some pages; those of a site are much alike.
_PATHS = 1024

# A widget's stock sentence may be followed by its small print, not by a story.
_MOST_WORDS = 60
# An element that holds more than this share of the story's paragraphs is no comment section,
# whatever its class says: opinion pieces carry "comment" names on their body.
_MOST_STORY = 0.15
# Comments stand behind the story: where the line keeper finds more than this share of its paragraphs below
# what may be the first of them, that is a list of other stories with their times. On labelled pages a region
# of comments has at most .27 of them below its start, such a list .93.
_MOST_BEHIND = 0.5
# In pasted text, so many signs of comments within so many lines behind a heading open a region.
_SIGNS = 2
_REACH = 12

_AGO = re.compile(
    r"\b\d+ ?(?:s|m|h|d|w|y|secs?|mins?|hrs?|seconds?|minutes?|hours?|days?|weeks?|months?|years?) ago\b"
    r"|\bvor \d+ (?:minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)\b"
    r"|\bil y a \d+ |\bhace \d+ |\b\d+ (?:fa|geleden|siden|sedan|sitten|temu|назад|тому|önce)\b"
    r"|\b\w+ (?:fa|geleden|siden|sedan|sitten|temu|назад|тому|önce)$|\d+ ?(?:分钟|小时|天|个月|年)前",
)
# "Name 15 October 2015, 20:38": a comment's line where a comments heading stands above.
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?$")
_HANDLE = re.compile(r"@?[\w.-]{3,30}(?: [\w.-]{1,20}){0,2}")
# "Name • 2 years ago", "JaneDoe 3 days ago Reply": a line with a time span in it is short.
_MOST_AGO_WORDS = 9

_EVIDENCE = {
    "comments_widget": "the line belongs to a comment widget",
    "comments_heading": "the line heads the readers' comments",
    "comments_line": "the line opens as the small print of a comment widget",
}


def judge(view: View) -> dict[int, Verdict]:
    """Drop comment widgets and headings, and the comments of readers."""
    found: dict[int, Verdict] = {}
    place = place_of(view)
    for index in view.open():
        hit = comment_phrase(view.lines[index])
        if hit is None or not _stands(view, index, hit, place) or _is_section(view, index, hit):
            continue
        if hit.rule == "comments_heading" and labels_field(view, index):
            continue  # what to print, or what to write: its form says more
        found[index] = dropped(hit.rule, Reason.COMMENTS, f"{_EVIDENCE[hit.rule]}: {hit.phrase!r}")
        if _leads_away(view, index, hit):
            found[index] = dropped("follow", Reason.PROMO, f"leads to another site: {hit.phrase!r}")
    found |= _calls(view, found)
    return (_pasted_region(view, found) if view.pasted else _marked_region(view)) | found


def _calls(view: View, found: dict[int, Verdict]) -> dict[int, Verdict]:
    """The calls to say something right above the widget or the heading of readers' comments."""
    above = (i - 1 for i, verdict in found.items() if i and verdict.reason is Reason.COMMENTS)
    told = dropped("comments_heading", Reason.COMMENTS, "a call right above the readers' comments")
    return {i: told for i in above if i not in view.verdicts and view.lines[i].key in _CALLS}


def comment_phrase(line: Line) -> Hit | None:
    """Which stock phrase of comment sections a line is, or None.

    >>> from copydesk.text import line
    >>> comment_phrase(line("blog comments powered by Disqus")).rule
    'comments_widget'
    >>> comment_phrase(line("Disqus said its comments were powered by volunteers.")) is None
    True
    """
    hit = COMMENTS.is_whole(line)
    if hit is None and bulk(line) <= _MOST_WORDS and not is_quoted(line.text):
        hit = COMMENTS.opens(line)
    return hit


def _stands(view: View, index: int, hit: Hit, place: Place) -> bool:
    """Whether a heading is no subhead of the story: it counts, stands outside, or has comments below."""
    if hit.rule != "comments_heading" or place.before(index) or place.behind(index):
        return True
    if any(word.isdecimal() for word in view.lines[index].key.split()):
        return True
    return view.pasted and _signs(view, index + 1, stamps=True) >= _SIGNS


def _is_section(view: View, index: int, hit: Hit) -> bool:
    """Whether a heading is a link to a section of the site that is called so: "/comment", of opinions."""
    address = view.page.url or view.page.canonical_url
    if view.pasted or address is None or hit.rule != "comments_heading":
        return False
    links = links_of(view, index)
    steps = [steps_of(link.get("href")) for link in links]
    own = all(len(way) == 1 and key(way[0]) == view.lines[index].key for way in steps)
    return bool(links) and own and all("#" not in (link.get("href") or "") for link in links)


def _leads_away(view: View, index: int, hit: Hit) -> bool:
    """Whether a call to join in is a link to another site: to a network, and not to readers' comments."""
    address = view.page.url or view.page.canonical_url
    if view.pasted or address is None or hit.rule != "comments_heading":
        return False
    links = [str(link.get("href") or "") for link in links_of(view, index)]
    return bool(links) and all("://" in link and not same_site(link, address) for link in links)


def _pasted_region(view: View, found: dict[int, Verdict]) -> dict[int, Verdict]:
    start = _region_start(view, found)
    if start is None:
        return {}
    evidence = f"stands among the readers' comments that begin at line {start + 1}"
    return {
        i: dropped("comments_region", Reason.COMMENTS, evidence)
        for i in view.open()
        if i >= start and not _is_imprint(view.lines[i])
    }


def _region_start(view: View, found: dict[int, Verdict]) -> int | None:
    """Where the comments begin: a heading with comments behind it, or the first comment's own line."""
    place = place_of(view)
    for index in sorted(found):
        heads = found[index].rule == "comments_heading" and not place.before(index)
        if heads and _signs(view, index + 1, stamps=True) >= _SIGNS and _is_behind(view, place, index):
            return index
    for index in view.open():
        sign = _is_sign(view.lines[index]) and not place.before(index)
        if sign and _AGO.search(view.lines[index].lower) and _signs(view, index) > _SIGNS:
            named = index > 0 and index - 1 not in view.verdicts and _is_handle(view, index - 1)
            if _is_behind(view, place, index):
                return index - 1 if named and index - 1 > _story_end(view, index) else index
    return None


def _is_behind(view: View, place: Place, index: int) -> bool:
    """Whether a line has most of the story above it, as far as a reading tells."""
    return not view.in_reading or place.share_behind(index) <= _MOST_BEHIND


def _story_end(view: View, before: int) -> int:
    return max((i for i in range(before) if is_prose(view, i)), default=-1)


def _signs(view: View, start: int, *, stamps: bool = False) -> int:
    reach = view.lines[start : start + _REACH]
    found = [_is_sign(line) or (stamps and _is_stamped(line)) for line in reach]
    # A name and time right under the heading is the first comment, and may be the only one.
    return sum(found) + (stamps and found[:1] == [True])


def _is_stamped(line: Line) -> bool:
    return line.word_count <= _MOST_AGO_WORDS and _CLOCK.search(line.lower) is not None


def _is_sign(line: Line) -> bool:
    if line.key in _FURNITURE:
        return True
    return line.word_count <= _MOST_AGO_WORDS and _AGO.search(line.lower) is not None


def _is_handle(view: View, index: int) -> bool:
    text = view.blocks[index].text
    return view.lines[index].word_count <= 3 and _HANDLE.fullmatch(text) is not None


def _is_imprint(line: Line) -> bool:
    return "©" in line.text or "copyright" in line.lower


@lru_cache(_PATHS)
def _container_of(path: str) -> str | None:
    """The name on a path that says it leads into a comment section."""
    if not any(part in path for part in _PARTS):
        return None
    return next((n for n in names(path) if key(n) in _CONTAINERS), None)


def _marked_region(view: View) -> dict[int, Verdict]:
    """Blocks inside an element that is named as a comment section and holds next to no story."""
    inside: dict[str, list[int]] = {}
    for block in view.blocks:
        if name := _container_of(block.path):
            inside.setdefault(name, []).append(block.index)
    if not inside:
        return {}
    prose = frozenset(place_of(view).prose)
    found: dict[int, Verdict] = {}
    for name, indexes in inside.items():
        if len(prose.intersection(indexes)) <= _MOST_STORY * len(prose):
            evidence = f"stands in an element named {name!r} that holds next to nothing of the story"
            found |= {i: dropped("comments_element", Reason.COMMENTS, evidence) for i in indexes}
    return {i: v for i, v in found.items() if i not in view.verdicts}
