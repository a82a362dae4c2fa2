"""The standfirst: what stands between headline and story and sums it up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Set

from copydesk.extract.paths import last_steps, path_end, place
from copydesk.extract.tables import one_of
from copydesk.judge.boxes import holds
from copydesk.judge.captions.figures import PICTURE_BOX
from copydesk.judge.headlines.pasted_standfirst import above_byline, below_headline
from copydesk.judge.headlines.summing import (
    MAX_LINES,
    MAX_WORDS,
    MIN_WORDS,
    REACH,
    SUMMING_WORDS,
    kept_standfirst,
    may_sum_up,
)
from copydesk.judge.shape import PROSE_WORDS, is_prose, size
from copydesk.judge.view import View
from copydesk.model import Block, Kind, Reason, Verdict, dropped
from copydesk.text import Line, key

_CLASSES = one_of(
    r"standfirst|stand-first|subhead(?:line)?|sub-?head(?:ing|line)?|sub-?title|sub-?deck|dek(?![a-z])|deck"
    r"(?![a-z])|strapline|excerpt|lede?(?![a-z])|summary|synopsis|abstract|vorspann|teaser-?text|article-?intro|intro(?:-?text)?"
    r"(?![a-z])|chapo|chapeau|accroche|entradilla|bajada|copete|subtitulo|antetitulo|sommario|occhiello|catenaccio|linha-?fina"
    r"|ingress|manchet|underrubrik|perex|lead(?:-?text)?(?![a-z])|key-?points?|highlights?|bullet-?points|storyline"
)
_CLASS = re.compile(rf"[.#][\w-]{{0,40}}?{_CLASSES}", re.IGNORECASE)
# Boxes of other purposes that borrow such names.
_NOT_CLASSES = one_of(
    r"gat(?:e|ing)|paywall|newsletter|sign-?up|subscri|promo|teaser-list|related|recirc|share|social|author|byline|caption"
    r"|advert|banner|cookie|consent|modal|[.]meta(?![\w-])|ai-?(?:article-?)?summary|toc|comment"
)
_NOT_CLASS = re.compile(_NOT_CLASSES, re.IGNORECASE)
# A summary that is printed behind a place of so many words: the same start, and most of the words of both.
_PLACE_WORDS, _SAME_START, _SUMMARY_WORDS, _NEARLY = 2, 5, 10, 0.75
_HEADLINE_TAGS = 3
# Names that say so however deep in them a line stands, if it is all that stands there.
_NAMED = re.compile(r"[.#_-](standfirst|synopsis|chapo|subtitle|strapline)(?![a-z-])", re.IGNORECASE)
_FAR_STEPS = 7
# What nothing is named but the second line of a headline; it says no more of that again than so much.
_SECOND = re.compile(
    r"[.#_-](standfirst|sub-?title|sub-?headline|strapline|deck|dek)(?![a-z-])", re.IGNORECASE
)
_SAID_AGAIN = 0.34
# With more words beside the headline the story begins.
_HEAD_WORDS = 48
_LINKS = 0.2
# What may stand between a standfirst and the byline or headline it belongs to.
_UNSEEN = (Reason.HIDDEN, Reason.CAPTION, Reason.DUPLICATE)


def judge(view: View) -> dict[int, Verdict]:
    """Keep the lines right under the headline that sum the story up."""
    title = view.title()
    if title is None:
        return above_byline(view) if view.pasted else {}
    return below_headline(view, title) if view.pasted else _marked_up(view, title)


def _marked_up(view: View, title: int) -> dict[int, Verdict]:
    """By class and by the page's own description, between headline and story."""
    summaries = (*view.declared.values("description"), *view.declared.values("standfirst"))
    described = set(map(key, summaries)) - {""}
    found: dict[int, Verdict] = {}
    prose = 0
    for index in range(title + 1, min(len(view.blocks), title + 4 * REACH)):
        if index in view.verdicts:
            continue
        block, line = view.blocks[index], view.lines[index]
        if prose and not view.in_reading[index]:
            break
        said = described if _is_set_off(view, index) else frozenset[str]()
        evidence = _evidence(block, line, said) or _by_place(view, index, title)
        if index == title + 1 or index - 1 in found:
            evidence = evidence or _second(view, title, index)
        if evidence is None and not prose and not found:
            evidence = _alone(view, index, title)
        if len(found) < MAX_LINES and evidence:
            found[index] = _once(view, index, found) or kept_standfirst(line.text, evidence)
        elif view.in_reading[index] and block.kind is Kind.PARAGRAPH and is_prose(line):
            prose += 1
            if prose > 1:
                break
    return _without_openings(view, found)


def _without_openings(view: View, found: dict[int, Verdict]) -> dict[int, Verdict]:
    """The lines found but for those of one element that together are longer than a standfirst is.

    Paragraphs in a row under such a name are how the story begins; points of a list may be many.
    """
    # A second such box that is left out sums something else up.
    boxes = {i: _named_element(view.blocks[i].path) for i in found}
    first = boxes[min(boxes)] if boxes else ""
    kept_ = {i for i in found if view.in_reading[i] or view.blocks[i].kind is Kind.HEADING}
    found = {i: v for i, v in found.items() if boxes[i] == first or i in kept_ or not v.keep}
    words: Counter[str] = Counter()
    for index in found:
        if view.blocks[index].kind is not Kind.LIST_ITEM:
            words[_named_element(view.blocks[index].path)] += size(view.lines[index])
    return {i: v for i, v in found.items() if words[_named_element(view.blocks[i].path)] <= MAX_WORDS}


def _named_element(path: str) -> str:
    """The path of the element that is named as a standfirst is, or of the block's own.

    >>> _named_element("body/div.lead-text/p"), _named_element("body/div/p"), _named_element("body")
    ('body/div.lead-text', 'body/div/p', 'body')
    """
    steps = path.split("/")
    for end in range(max(1, len(steps) - _HEADLINE_TAGS + 1), len(steps)):
        if _CLASS.search(steps[end - 1]):
            return "/".join(steps[:end])
    return path


def _by_place(view: View, index: int, title: int) -> str | None:
    """A sentence between the headline and the byline: nothing else stands right above who wrote the story."""
    block, line = view.blocks[index], view.lines[index]
    if size(line) < PROSE_WORDS or size(line) > MAX_WORDS or block.link_density > _LINKS or block.hidden:
        return None
    near = path_end(block.path, _HEADLINE_TAGS)
    if not may_sum_up(line) or _NOT_CLASS.search(near) or PICTURE_BOX.search(near):
        return None
    if any(line.key.startswith(key(name)) for name in view.declared.values("authors")):
        return None
    above, below = _neighbour(view, index, -1), _neighbour(view, index, 1)
    signed = below is not None and view.verdicts[below].reason is Reason.BYLINE
    if signed and (line.sentence or above == title):
        return f"between the headline (block {title}) and the byline (block {below})"
    # Without a byline below it, only what the extractor does not take for the first paragraph.
    headed = above is not None and (above == title or view.verdicts[above].reason is Reason.HEADLINE)
    if headed and line.sentence and not view.in_reading[index] and _beside(view, index, title):
        return f"right below the headline (block {title}) and not of the story's paragraphs"
    return None


def _second(view: View, title: int, index: int) -> str | None:
    """A heading below the headline, too short for others, that is named as its second line."""
    block, line = view.blocks[index], view.lines[index]
    named = _SECOND.search(path_end(block.path, _HEADLINE_TAGS))
    if named is None or block.kind is not Kind.HEADING or block.link_density > _LINKS or block.hidden:
        return None
    if _NOT_CLASS.search(path_end(block.path, _HEADLINE_TAGS)):
        return None
    own, told = set(line.key.split()), set(view.lines[title].key.split())
    new = len(own) > 1 and len(own & told) <= _SAID_AGAIN * len(own) and may_sum_up(line)
    # Subheads within a story may be named so, too.
    box = place(path_end(block.path, _HEADLINE_TAGS))
    new = new and all(place(path_end(b.path, _HEADLINE_TAGS)) != box for b in view.blocks[index + 1 :])
    return f"a heading right below the headline in markup named '{named[1]}'" if new else None


def _alone(view: View, index: int, title: int) -> str | None:
    """A first line of the story in an element of its own: the headline's, or one named for summaries."""
    block, line = view.blocks[index], view.lines[index]
    told = view.in_reading[index] and block.kind is Kind.PARAGRAPH and block.link_density <= _LINKS
    between = (i for i in range(title + 1, index) if view.in_reading[i] and i not in view.verdicts)
    headed = any(view.blocks[i].kind is Kind.HEADING for i in between)
    if not told or headed or not SUMMING_WORDS <= size(line) <= MAX_WORDS or not may_sum_up(line):
        return None
    below = next((i for i in range(index + 1, len(view.blocks)) if _is_paragraph(view, i)), None)
    box, _, last = view.blocks[title].path.rpartition("/")
    if below is None or not view.page.elements or _NOT_CLASS.search(path_end(block.path, _FAR_STEPS)):
        return None
    apart = last.startswith("h1") and not view.blocks[below].path.startswith(f"{box}/")
    if apart and size(line) <= _HEAD_WORDS:
        around = view.page.elements[title].getparent()
        if holds(around, view.page.elements[index]):
            return f"in one element with the headline (block {title}), without the story"
    named = _NAMED.search(path_end(block.path, _FAR_STEPS))
    front = block.path[: block.path.rindex(named[0]) + len(named[0])] if named else ""
    apart = bool(front) and not view.blocks[below].path.startswith(front)
    return f"under the headline in an element named '{named[1]}'" if named and apart else None


def _beside(view: View, index: int, title: int) -> bool:
    """Whether a block stands in the element that holds the headline."""
    return view.blocks[index].path.startswith(view.blocks[title].path.rpartition("/")[0])


def _neighbour(view: View, index: int, step: int) -> int | None:
    """The next block up or down that can be seen and is no caption, if a judge has decided it."""
    at = index + step
    while 0 <= at < len(view.blocks):
        verdict = view.verdicts.get(at)
        if verdict is None or verdict.reason not in _UNSEEN:
            return at if verdict is not None else None
        at += step
    return None


def _is_set_off(view: View, index: int) -> bool:
    """Whether a block's markup is not that of the paragraph below it.

    Many pages describe themselves by their first paragraph, which that does not make a standfirst.
    """
    path = view.blocks[index].path
    below = next((i for i in range(index + 1, len(view.blocks)) if _is_paragraph(view, i)), None)
    return below is None or view.blocks[below].path != path


def _is_paragraph(view: View, index: int) -> bool:
    return view.in_reading[index] and index not in view.verdicts and is_prose(view.lines[index])


def _once(view: View, index: int, found: dict[int, Verdict]) -> Verdict | None:
    """A standfirst that is printed a second time, for another width of the page."""
    first = next((i for i in found if view.lines[i].key == view.lines[index].key), None)
    return None if first is None else dropped("standfirst_again", Reason.DUPLICATE, f"same as block {first}")


def _is_nearly(line: Line, description: str) -> bool:
    """Whether a line begins with a place and goes on as a description does, with most of its words.

    >>> from copydesk.text import line
    >>> said = "why the ferry was late again and what the islands think of it today"
    >>> _is_nearly(line("Oban. Why the ferry was late again and what the islands now think of it."), said)
    True
    """
    own, words = line.key.split(), description.split()
    fronts = range(1, _PLACE_WORDS + 1)
    front = next((n for n in fronts if own[n : n + _SAME_START] == words[:_SAME_START]), None)
    if front is None or len(words) < _SUMMARY_WORDS:
        return False
    one, other = set(own[front:]), set(words)
    return len(one & other) >= _NEARLY * max(len(one), len(other))


def _evidence(block: Block, line: Line, described: Set[str]) -> str | None:
    if not MIN_WORDS <= size(line) <= MAX_WORDS or block.hidden or block.link_density > 0.5:
        return None
    if not may_sum_up(line):
        return None
    if line.key in described:
        return "equal to the page's description"
    if block.kind is Kind.PARAGRAPH and any(_is_nearly(line, said) for said in described):
        return "nearly the page's description"
    near = last_steps(block.path, _HEADLINE_TAGS)
    # What an element is called itself counts for more than what it stands in: a newsletter has subtitles.
    at = next((n for n in (near[-1], "/".join(near)) if not _NOT_CLASS.search(n) and _CLASS.search(n)), None)
    hit = None if at is None else _CLASS.search(at)
    return f"under the headline in markup named '{hit.group()[1:]}'" if hit else None
