"""The headline: which line it is, and where it is printed again."""

from __future__ import annotations

import re
from itertools import islice

from copydesk.judge.headlines.glued_trails import glued_trails
from copydesk.judge.headlines.pasted_title import pasted_title
from copydesk.judge.headlines.trail_steps import as_step, headline_below, trail_headings
from copydesk.judge.navigation.navigation import is_label
from copydesk.judge.promos.promos import behind_ad_label
from copydesk.judge.shape import is_prose, size
from copydesk.judge.view import View
from copydesk.model import Block, Kind, Reason, Verdict, dropped, kept
from copydesk.text import Line, key

# What parts a headline from the name of its site in <title>, og:title and the like.
_TAIL = re.compile(r"\s+[|·•–—«»:-]+\s+|\s?[|»]\s?")
_MIN_WORDS = 2
# From this many words on an equal line anywhere is the headline again; shorter ones may be a subhead of the
# story or a section's name, and count only as a heading or beside the headline.
_REPEAT_WORDS = 4
# Share of common words from which a heading at the top is the declared headline in other words.
_LIKE = 0.6
_NEAR_REPEAT = 0.85
# ... and of headings right beside the headline: five of the labelled pages have one, each the headline in
# other words.
_HEADING_REPEAT = 0.65
# Share of a heading's characters in links from which it leads elsewhere.
_LINKED = 0.9
# What a headline ends with that is longer than the bar it is printed in.
_CUT_OFF = ("…", "...")
# So many headings of a level below one another are of the story's sections, with the one above them.
_FELLOWS = 2


def judge(view: View) -> dict[int, Verdict]:
    """Keep the headline as title, drop its repeats."""
    told = view.title()
    # A page has one title: where the site's profile has named it, another heading is none.
    steps = () if view.pasted or told is not None else _steps(view)
    index = told if told is not None else pasted_title(view) if view.pasted else _marked_up_title(view, steps)
    known = {view.lines[index].key} if index is not None else set()
    if not view.pasted:
        # What a heading says that is not the headline may be the site's name.
        titles = view.declared.candidates.get("title", ())
        known |= {k for title in titles if title.origin != "h1" for k in _forms(title.value)}
    found = {} if index is None or index == told else {index: _as_title(view, index)}
    found.update(_repeats(view, known, index))
    found.update(glued_trails(view, index) if view.pasted and index is not None else ())
    found.update((i, as_step(view.blocks[i].text)) for i in steps)
    return found


def _as_title(view: View, index: int) -> Verdict:
    text = view.blocks[index].text
    return kept("title", "the page's headline", kind=Kind.TITLE, facts=(("title", text),))


def _forms(title: str) -> set[str]:
    """A declared title as it may be printed: whole, and without the site's name behind or before it.

    >>> sorted(_forms("Old bridge closed for good | The Example"))
    ['old bridge closed for good', 'old bridge closed for good the example']
    """
    whole = key(title)
    parts = [key(part) for part in _TAIL.split(title)]
    longest = max(parts, key=len)
    return {form for form in (whole, longest) if len(form.split()) > _MIN_WORDS or form == whole} - {""}


# Marked-up pages


def _headings(view: View) -> list[int]:
    return [i for i in view.open() if _is_candidate(view.blocks[i], view.lines[i])]


def _declared(view: View) -> list[str]:
    return [k for title in view.declared.values("title") for k in _forms(title)]


def _steps(view: View) -> tuple[int, ...]:
    headings, declared = _headings(view), set(_declared(view))
    if not any(view.lines[i].key in declared for i in headings):
        # What the page is called may be printed in its trail alone, in a line that is no heading.
        headings = sorted({*headings, *(i for i in view.open() if view.lines[i].key in declared)})
    return trail_headings(view, headings, declared)


def _marked_up_title(view: View, steps: tuple[int, ...]) -> int | None:
    declared = _declared(view)
    headings = [i for i in _headings(view) if i not in steps]
    # A heading that leads elsewhere and is not what the page is called first is the site's name as a rule.
    own = list(_forms(view.declared.values("title")[0])) if declared else []
    plain = [
        i
        for i in headings
        if view.blocks[i].link_density < _LINKED or _likeness(view.lines[i].key, own) >= _LIKE
    ]
    if (found := _among(view, plain, declared)) is not None:
        return _or_named(view, found, plain, own)
    printed = (i for i in view.open() if view.lines[i].key in declared and i not in (*headings, *steps))
    if (found := next((i for i in printed if _before_story(view, i)), None)) is not None:
        return found
    if (found := headline_below(view, plain, steps)) is not None:
        return found
    return _among(view, headings, declared)


def _or_named(view: View, found: int, headings: list[int], own: list[str]) -> int:
    """The heading found, unless the page is called otherwise and another heading says how."""
    called = [key(title.value) for title in view.declared.candidates.get("title", ()) if title.origin != "h1"]
    start = _story_start(view)
    # Bars at the top of a page have the headline in the words that are written for search.
    first = [i for i in headings if found < i <= start and view.lines[i].key in own]
    if first and view.lines[found].key not in own:
        return _nearest_story(view, first)
    if not called or any(view.lines[found].key in title for title in called):
        return found
    named = [i for i in headings if i <= start and _is_named(view.lines[i].key, own)]
    return _nearest_story(view, named) if named else found


def _is_named(normal: str, own: list[str]) -> bool:
    """Whether a heading is what the page is called first, or that with few words more."""
    return normal in own or (len(normal.split()) >= _REPEAT_WORDS and _likeness(normal, own) >= _NEAR_REPEAT)


def _among(view: View, headings: list[int], declared: list[str]) -> int | None:
    """The heading that is the headline, by what the page is called, by its level and by its place."""
    for level in (1, 2, 3):
        same = [i for i in headings if view.blocks[i].level == level and view.lines[i].key in declared]
        if same:
            return _nearest_story(view, same)
    alike = [(_likeness(view.lines[i].key, declared), -view.blocks[i].level, -i) for i in headings]
    best = max(alike, default=(0.0, 0, 0))
    if best[0] >= _LIKE:
        return -best[2]
    start = _story_start(view)
    ones = [i for i in headings if view.blocks[i].level == 1 and size(view.lines[i]) > _MIN_WORDS]
    # Where what the page is called is printed above the story, a heading behind it is another's.
    if any(view.lines[i].key in declared for i in range(start)) and all(i > start for i in ones):
        return None
    return _nearest_story(view, ones) if ones else None


def _is_candidate(block: Block, line: Line) -> bool:
    return block.kind in (Kind.HEADING, Kind.TITLE) and size(line) >= _MIN_WORDS and not is_label(line)


def _likeness(normal: str, declared: list[str]) -> float:
    mine = set(normal.split())
    best = 0.0
    for other in declared:
        theirs = set(other.split())
        if mine and theirs:
            best = max(best, len(mine & theirs) / len(mine | theirs))
    return best


def _nearest_story(view: View, candidates: list[int]) -> int:
    """The last candidate above the first paragraph of the reading, else the first of all."""
    start = _story_start(view)
    above = [i for i in candidates if i <= start]
    inside = [i for i in above if view.in_reading[i]]
    return inside[-1] if inside else above[-1] if above else candidates[0]


def _story_start(view: View) -> int:
    for block, line, inside in zip(view.blocks, view.lines, view.in_reading, strict=True):
        if inside and block.kind is Kind.PARAGRAPH and is_prose(line):
            return block.index
    return len(view.blocks)


def _before_story(view: View, index: int) -> bool:
    return index < _story_start(view)


# Repeats


def _repeats(view: View, known: set[str], title: int | None) -> dict[int, Verdict]:
    if not known:
        return {}
    where = "" if title is None else f" (block {title})"
    said = view.declared.first("title") if title is None else view.lines[title].text
    again = dropped("headline_again", Reason.HEADLINE, f"the headline again{where}: '{(said or '')[:80]}'")
    return {
        i: again
        for i in view.open()
        if i != title and view.blocks[i].kind is not Kind.CAPTION and _is_repeat(view, i, known, title)
    }


def _is_part(normal: str, known: set[str], *, above: bool) -> bool:
    """Whether a heading is a headline with a topic before it ("Strike: Ferries are late").

    Above the headline it may be one end of a declared one; below, such a heading is a subhead of the story.
    """
    for headline in known:
        if len(headline.split()) >= _REPEAT_WORDS and normal.endswith(f" {headline}"):
            return True
        if above and len(normal.split()) >= _REPEAT_WORDS and f" {normal} " in f" {headline} ":
            return True
    return False


def _heads_section(view: View, index: int, title: int | None) -> bool:
    """Whether a heading in the headline's words heads a part of the story: paragraphs stand above it."""
    block = view.blocks[index]
    if view.pasted or block.kind is not Kind.HEADING or title is None or not view.in_reading[index]:
        return False
    return block.link_density < _LINKED and title < _story_start(view) < index


def _is_one_of_sections(view: View, index: int, title: int) -> bool:
    """Whether a heading says more than the headline above it and heads one of the story's sections.

    The others of its level stand in the same place ("Choosing a boat in 2031", "The boats", "Questions").
    """
    block = view.blocks[index]
    if index < title or len(view.lines[index].key.split()) <= len(view.lines[title].key.split()):
        return False
    if block.kind is not Kind.HEADING or not view.in_reading or not view.in_reading[index]:
        return False
    fellows = (b.index for b in view.blocks[index + 1 :] if b.kind is Kind.HEADING and b.level == block.level)
    alike = (i for i in fellows if view.in_reading[i] and view.blocks[i].path == block.path)
    return len(list(islice(alike, _FELLOWS))) == _FELLOWS


def _is_cut_off(view: View, index: int, known: set[str]) -> bool:
    """Whether a left-out line is the front of a headline, cut off as bars at the top of a page are."""
    line = view.lines[index]
    if view.pasted or view.in_reading[index] or not line.text.endswith(_CUT_OFF):
        return False
    return size(line) >= _REPEAT_WORDS and any(headline.startswith(line.key) for headline in known)


def _is_repeat(view: View, index: int, known: set[str], title: int | None) -> bool:
    block, line = view.blocks[index], view.lines[index]
    near = title is not None and abs(index - title) <= 3
    if _is_cut_off(view, index, known):
        return True
    if line.key in known or behind_ad_label(line.key) in known:
        again = size(line) >= _REPEAT_WORDS or block.kind is Kind.HEADING or near
        return again and (near or not _heads_section(view, index, title))
    if title is None or not near or (block.kind is Kind.PARAGRAPH and line.sentence):
        return False
    if _is_one_of_sections(view, index, title):
        return False
    if block.kind is Kind.HEADING and not view.pasted and _is_part(line.key, known, above=index < title):
        return True
    own = view.lines[title].key
    heading = block.kind is Kind.HEADING and not view.pasted
    least = _HEADING_REPEAT if heading else _NEAR_REPEAT
    return size(line) >= _REPEAT_WORDS and _likeness(line.key, [own]) >= least
