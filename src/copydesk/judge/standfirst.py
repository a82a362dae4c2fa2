"""The standfirst: what stands between headline and story and sums it up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Set

from copydesk.extract.paths import last_steps, path_end
from copydesk.extract.tables import one_of
from copydesk.judge.boxes import holds
from copydesk.judge.credited import is_caption_text
from copydesk.judge.figures import PICTURE_BOX
from copydesk.judge.navigation import is_label
from copydesk.judge.phrases.pictures import TOLD
from copydesk.judge.shape import PROSE_WORDS, is_place, is_prose, is_stamp, size
from copydesk.judge.view import View
from copydesk.model import Block, Kind, Reason, Verdict, dropped, kept
from copydesk.text import Line, key

_MIN_WORDS = 4
# Between stamp and story a short line can be nothing else.
_SHORT_WORDS = 3
_MAX_WORDS = 90
_SUMMING_WORDS = 8
# More of the headline's words than this make a line the headline once more; "Berlin:Far ahead" is one, too.
_AGAIN = 0.5
_GLUED = re.compile(r"[^:]{3,40}:(?=[^\W\d_])")
_CLOSING = "\"'”’»)]"
_MARKS = "?!？！؟"
_MAX_LINES = 6
# Blocks between headline and standfirst: bylines, dates, share buttons.
_REACH = 14
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
_HEADLINE_TAGS = 3
# Names that say so however deep in them a line stands, if it is all that stands there.
_NAMED = re.compile(r"[.#_-](standfirst|synopsis|chapo|subtitle|strapline)(?![a-z-])", re.IGNORECASE)
_FAR_STEPS = 7
# With more words beside the headline the story begins.
_HEAD_WORDS = 48
_LINKS = 0.2
# What may stand between a standfirst and the byline or headline it belongs to.
_UNSEEN = (Reason.HIDDEN, Reason.CAPTION, Reason.DUPLICATE)


def judge(view: View) -> dict[int, Verdict]:
    """Keep the lines right under the headline that sum the story up."""
    title = next((i for i, v in view.verdicts.items() if v.keep and v.kind is Kind.TITLE), None)
    if title is None:
        return _above_byline(view) if view.pasted else {}
    return _pasted(view, title) if view.pasted else _marked_up(view, title)


def _kept(text: str, evidence: str, kind: Kind = Kind.STANDFIRST) -> Verdict:
    return kept("standfirst", evidence, kind=kind, facts=(("standfirst", text),))


def _pasted(view: View, title: int) -> dict[int, Verdict]:
    """Lines without a full stop below the headline, and sentences between it and the byline."""
    found: dict[int, Verdict] = {}
    stamp = _stamp_below(view, title)
    evidence = f"between the headline (block {title}) and the first paragraph"
    for index in range(title + 1, min(len(view.blocks), title + _REACH)):
        line = view.lines[index]
        if index in view.verdicts or _is_point(view, index):
            continue
        if (is_prose(line) or _has_stop(line)) and (stamp is None or index > stamp):
            if _is_left_above(view, index):
                found[index] = _of_picture(view, line, evidence)
            break
        least = _SHORT_WORDS if _fills_the_gap(view, index) else _MIN_WORDS
        if not (least <= size(line) <= _MAX_WORDS and _may_be(line) and len(found) < _MAX_LINES):
            continue
        if _is_read(view, index) or (index == title + 1 and _is_between(view, title, index)):
            found[index] = _of_outlet(view, line, evidence)
    return found if _story_follows(view, found) else {}


def _is_left_above(view: View, index: int) -> bool:
    """Whether a sentence that the reading leaves out stands right above the story, below what is decided.

    Where the outlet prints no standfirsts it is the caption of the picture there.
    """
    left = _prints_none(view) and bool(view.in_reading) and not view.in_reading[index]
    return left and not is_prose(view.lines[index]) and _fills_the_gap(view, index)


def _of_outlet(view: View, line: Line, evidence: str) -> Verdict:
    """A standfirst, or where the outlet prints none what else stands there: the caption of a picture."""
    tells = _has_stop(line) and TOLD.search(line.text)
    if view.profile is None or view.profile.standfirst or tells:
        return _kept(line.text, evidence)
    return _of_picture(view, line, evidence)


def _of_picture(view: View, line: Line, evidence: str) -> Verdict:
    if view.profile is not None:
        evidence = f"{evidence}, and {view.profile.publisher} prints no standfirsts"
    return dropped("no_standfirst", Reason.CAPTION, evidence, facts=(("captions", line.text),))


def _prints_none(view: View) -> bool:
    """Whether the page is of an outlet that is known to print no standfirsts."""
    return view.profile is not None and not view.profile.standfirst


def _is_point(view: View, index: int) -> bool:
    """Whether a line is a point of a list, where the outlet prints no standfirsts: no caption either."""
    return view.blocks[index].bullet and _prints_none(view)


def _has_stop(line: Line) -> bool:
    """Whether a line ends as a paragraph does: in a paste a standfirst that does stands above the stamp."""
    return line.sentence and line.text.rstrip(_CLOSING)[-1:] not in _MARKS


def _fills_the_gap(view: View, index: int) -> bool:
    """Whether what is above is decided (headline, stamp, caption) and right below the story begins."""
    below = index + 1
    return index - 1 in view.verdicts and below < len(view.lines) and is_prose(view.lines[below])


def _may_be(line: Line) -> bool:
    return not is_label(line) and not is_stamp(line) and not is_caption_text(line)


def _is_read(view: View, index: int) -> bool:
    """Whether the reading of a paste has a line, where it tells.

    The place below a headline is a guess where the headline is one. On pages copied from sites without a
    profile, the reading is right about most of the lines that it takes for another story's headline, a label
    or a caption, also where it is in doubt: to leave those out made 41 labelled news pages better, 3 worse.
    """
    return not view.in_reading or view.profile is not None or view.in_reading[index]


def _is_between(view: View, title: int, index: int) -> bool:
    """Whether a line of many words stands right between headline and byline, and is no headline again.

    A reading of pasted text has no place for lines that could be anything; here one can be little else. It
    had lost 35 standfirsts of 518 labelled news pages, pasted whole or in part; with them came one line of
    another story.
    """
    line, below = view.lines[index], view.verdicts.get(index + 1)
    if size(line) < _SUMMING_WORDS or below is None or below.reason is not Reason.BYLINE:
        return False
    again = set(view.lines[title].key.split()) & (own := set(line.key.split()))
    return len(again) <= _AGAIN * len(own) and _GLUED.match(line.text) is None


def _above_byline(view: View) -> dict[int, Verdict]:
    """The line right above the byline of a paste that begins below the headline.

    Out of fold it is the story's in seven of eight selections of labelled news pages that have one.
    """
    left = [i for i in view.open() if i < _REACH]
    if not left or any(view.verdicts[i].keep for i in range(left[0])):
        return {}
    index, below = left[0], view.verdicts.get(left[0] + 1)
    line = view.lines[index]
    told = below is not None and below.reason is Reason.BYLINE
    if told and _SUMMING_WORDS <= size(line) <= _MAX_WORDS and _may_be(line):
        return {index: _of_outlet(view, line, "the first line, right above the byline")}
    return {}


def _stamp_below(view: View, title: int) -> int | None:
    """The last byline or stamp within reach, before three paragraphs of prose have gone by."""
    prose = below = 0
    found = None
    for index in range(title + 1, min(len(view.blocks), title + _REACH)):
        verdict = view.verdicts.get(index)
        if verdict is not None:
            if verdict.reason is not None and verdict.reason.value in ("byline", "section_label", "credit"):
                found = index
                if is_place(view.lines[index]):
                    break  # below a place the story has begun: later stamps are of its posts
            continue
        prose += is_prose(view.lines[index])
        below += found is not None and is_prose(view.lines[index])
        # Two paragraphs below a stamp the story has begun, where no standfirst is one of them: what follows
        # are stamps of its posts.
        if prose > 2 or (below > 1 and _prints_none(view)):
            break
    return found


def _story_follows(view: View, found: dict[int, Verdict]) -> bool:
    last = max(found, default=-1)
    after = [i for i in view.open() if i > last and is_prose(view.lines[i]) and _is_read(view, i)]
    # Buttons and forms that others have judged, or the reading has left out, may be many.
    between = (i for i in range(last + 1, after[0]) if i not in view.verdicts) if after else ()
    return bool(found) and bool(after) and sum(_is_read(view, i) for i in between) < _REACH


def _marked_up(view: View, title: int) -> dict[int, Verdict]:
    """By class and by the page's own description, between headline and story."""
    summaries = (*view.declared.values("description"), *view.declared.values("standfirst"))
    described = set(map(key, summaries)) - {""}
    found: dict[int, Verdict] = {}
    prose = 0
    for index in range(title + 1, min(len(view.blocks), title + 4 * _REACH)):
        if index in view.verdicts:
            continue
        block, line = view.blocks[index], view.lines[index]
        if prose and not view.in_reading[index]:
            break
        said = described if _is_set_off(view, index) else frozenset[str]()
        evidence = _evidence(block, line, said) or _by_place(view, index, title)
        if evidence is None and not prose and not found:
            evidence = _alone(view, index, title)
        if len(found) < _MAX_LINES and evidence:
            found[index] = _once(view, index, found) or _kept(line.text, evidence)
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
    found = {i: v for i, v in found.items() if boxes[i] == first or view.in_reading[i] or not v.keep}
    words: Counter[str] = Counter()
    for index in found:
        if view.blocks[index].kind is not Kind.LIST_ITEM:
            words[_named_element(view.blocks[index].path)] += size(view.lines[index])
    return {i: v for i, v in found.items() if words[_named_element(view.blocks[i].path)] <= _MAX_WORDS}


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
    if size(line) < PROSE_WORDS or size(line) > _MAX_WORDS or block.link_density > _LINKS or block.hidden:
        return None
    near = path_end(block.path, _HEADLINE_TAGS)
    if not _may_be(line) or _NOT_CLASS.search(near) or PICTURE_BOX.search(near):
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


def _alone(view: View, index: int, title: int) -> str | None:
    """A first line of the story in an element of its own: the headline's, or one named for summaries."""
    block, line = view.blocks[index], view.lines[index]
    told = view.in_reading[index] and block.kind is Kind.PARAGRAPH and block.link_density <= _LINKS
    between = (i for i in range(title + 1, index) if view.in_reading[i] and i not in view.verdicts)
    headed = any(view.blocks[i].kind is Kind.HEADING for i in between)
    if not told or headed or not _SUMMING_WORDS <= size(line) <= _MAX_WORDS or not _may_be(line):
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


def _evidence(block: Block, line: Line, described: Set[str]) -> str | None:
    if not _MIN_WORDS <= size(line) <= _MAX_WORDS or block.hidden or block.link_density > 0.5:
        return None
    if not _may_be(line):
        return None
    if line.key in described:
        return "equal to the page's description"
    near = last_steps(block.path, _HEADLINE_TAGS)
    # What an element is called itself counts for more than what it stands in: a newsletter has subtitles.
    at = next((n for n in (near[-1], "/".join(near)) if not _NOT_CLASS.search(n) and _CLASS.search(n)), None)
    hit = None if at is None else _CLASS.search(at)
    return f"under the headline in markup named '{hit.group()[1:]}'" if hit else None
