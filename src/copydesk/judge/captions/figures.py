"""Captions as a reader sees them: what one picture has below it is one caption."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

from copydesk.extract.paths import last_steps, path_end
from copydesk.judge.boxes import holds
from copydesk.judge.captions.caption_text import tidy
from copydesk.judge.captions.twins import says_less
from copydesk.judge.phrases.pictures import PICTURE_BUTTONS, PICTURE_WORDS
from copydesk.judge.shape import is_stamp, size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped, kept
from copydesk.text import Line, key

Near = Callable[[int], bool]

# How long a line above a photo credit is when it is the picture's caption.
WORDS = range(4, 81)
_SENTENCE = 10
_LINKS = 0.3
_OWNER_WORDS = 8
# How far up from a block the element is looked for that makes it a caption.
NEAR_ELEMENTS = 4
# An element that holds this share of the reading is the article, whatever it is named: categories and
# people give articles names like `deductions-and-credits`.
_ARTICLE_SHARE = 0.25
# "text-caption" and "caption-large" are sizes of letters.
_CLASS = re.compile(
    r"(?:(?<!text-)caption(?!\d(?![a-z\d])|-(?:large|small|medium|bold)(?![a-z]))|(?<!ac)credit(?!card|-card|s-to)|bildunterschrift|bildtext|bildquelle|bildnachweis|legende?(?![a-z])"
    r"|pie-?(?:de-?)?foto|didascalia|fotocredit|photo-?(?:by|info|desc|text|source|copyright)|image-?(?:container-?)?(?:desc|info|text|source"
    r"|copyright|title)|img-?(?:desc|info|text)|picture-?(?:desc|text|source)|media-?(?:desc|source|copyright))",
    re.IGNORECASE,
)
# One of these is in every such name.
_CLASS_PARTS = (
    "caption",
    "credit",
    "bild",
    "legend",
    "foto",
    "didascalia",
    "photo",
    "image",
    "img",
    "picture",
    "media",
)
PICTURE_BOX = re.compile(r"[.#_-](?:image|photo|picture|foto|bild|media)(?![a-z])", re.IGNORECASE)
# A figure that is named so shows no picture of the story but the way to another one.
_ELSEWHERE = re.compile(r"teaser|related|recirc|newsletter|promo", re.IGNORECASE)
# The rule of lines around a picture that say nothing of it.
_NO_FACTS = "image_label"
# What a figure shows that is no quotation.
_SHOWN = ("img", "picture", "video", "audio", "iframe", "amp-img", "table", "svg", "canvas")
_RECORDING = re.compile(r"(?:audio|video|podcast)\b.{0,20}?\d{1,2}:\d\d ?min", re.IGNORECASE)
# A caption that begins as another one does, and goes on no further, says nothing new.
_FOLDED_START = 40


def above_credits(view: View, found: dict[int, Verdict], near: Near) -> dict[int, Verdict]:
    """Lines the reading has left out, in one element with the photo credit right below them."""
    credit_lines = (i for i, verdict in found.items() if verdict.rule == "credit_line")
    return {
        i - 1: dropped("above_credit", Reason.CAPTION, f"above a photo credit (block {i})")
        for i in credit_lines
        if i and i - 1 not in found and i - 1 not in view.verdicts and near(i - 1) and _is_above(view, i - 1)
    }


def said_again(view: View, found: dict[int, Verdict]) -> dict[int, Verdict]:
    """Lines right above or below a caption that they repeat: it is printed twice."""
    again: dict[int, Verdict] = {}
    for index, verdict in found.items():
        if verdict.reason is not Reason.CAPTION or view.blocks[index].kind is not Kind.CAPTION:
            continue
        for other in (index - 1, index + 1):
            if not 0 <= other < len(view.blocks) or other in found or other in view.verdicts:
                continue
            prose = view.blocks[other].kind is not Kind.HEADING
            if prose and _repeats(view.lines[index], view.lines[other]):
                evidence = f"says again what the caption beside it says (block {index})"
                again[other] = dropped("caption_again", Reason.CAPTION, evidence)
    return again


def _repeats(caption: Line, line: Line) -> bool:
    """Whether a line is a caption once more, or all of it but the photo credit."""
    if size(line) not in WORDS:
        return False
    return caption.key == line.key or caption.key.startswith(f"{line.key} ")


def listed_credits(view: View, found: dict[int, Verdict]) -> dict[int, Verdict]:
    """ "Photo:" in a list of terms, and whose it is."""
    told: dict[int, Verdict] = {}
    for index in view.open():
        line = view.lines[index]
        if line.key not in PICTURE_WORDS or not line.text.endswith(":") or index + 1 >= len(view.blocks):
            continue
        term, owner = view.page.elements[index], view.page.elements[index + 1]
        if term.tag == "dt" and owner.tag == "dd" and size(view.lines[index + 1]) <= _OWNER_WORDS:
            evidence = f"whose picture it is, in a list of terms: '{line.text}'"
            told |= {i: dropped("credit_line", Reason.CAPTION, evidence) for i in (index, index + 1)}
    return {i: verdict for i, verdict in told.items() if i not in found and i not in view.verdicts}


def video_titles(view: View, found: dict[int, Verdict], near: Near) -> dict[int, Verdict]:
    """The linked headings in one element with a caption right below them: what a video is called."""
    return {
        i - 1: dropped("video_title", Reason.CAPTION, f"heads the caption of a video (block {i})")
        for i, verdict in found.items()
        if verdict.reason is Reason.CAPTION and near(i) and _is_video_title(view, i - 1, found)
    }


def _is_video_title(view: View, index: int, found: dict[int, Verdict]) -> bool:
    if index < 0 or index in found or index in view.verdicts or view.in_reading[index]:
        return False
    block, below = view.blocks[index], view.blocks[index + 1]
    beside = _box(below.path) in (_box(block.path), _box(_box(block.path)))
    return block.kind is Kind.HEADING and beside and not block.hidden


def _is_above(view: View, index: int) -> bool:
    block, line = view.blocks[index], view.lines[index]
    # A heading that ends as a sentence does heads nothing: some pages mark up captions so.
    sentence = block.kind is Kind.HEADING and line.sentence and size(line) >= _SENTENCE
    open_ = block.kind is Kind.PARAGRAPH and not view.in_reading[index]
    if not (sentence or open_) or block.link_density > _LINKS:
        return False
    beside = _box(block.path) == _box(view.blocks[index + 1].path)
    # The name of whom a picture shows is a caption as well, where the box of both lines is a picture's.
    few = 0 < size(line) < WORDS.start
    named = few and PICTURE_BOX.search(path_end(block.path, 2)) is not None
    return beside and (size(line) in WORDS or named) and not is_stamp(line)


def _box(path: str) -> str:
    """The element that holds a block's own."""
    return path.rpartition("/")[0]


def with_facts(view: View, found: dict[int, Verdict], near: Near) -> dict[int, Verdict]:
    """The verdicts with captions as facts: once for each text, only near the story, one for each picture."""
    worth = [
        index
        for index in sorted(found)
        if found[index].reason is Reason.CAPTION
        and found[index].rule != _NO_FACTS
        and near(index)
        and not (view.pasted and says_less(view, index))
    ]
    told: dict[int, Verdict] = {}
    seen: set[str] = set()
    for group in _groups(view, worth, found):
        text = tidy(" ".join(view.blocks[i].text for i in _first_seen(view, group)))
        if text and (known := _known(view, group[0])):
            text = f"{known} {text}"
        verdict = found[group[0]]
        said = key(text)
        known_start = len(said) >= _FOLDED_START and any(other.startswith(said) for other in seen)
        facts = (("captions", text),) if text and said not in seen and not known_start else ()
        seen.add(said)
        told[group[0]] = dropped(verdict.rule, Reason.CAPTION, verdict.evidence, facts=facts)
    return told


def _groups(view: View, worth: list[int], found: dict[int, Verdict]) -> list[list[int]]:
    """Captions by their pictures; what a video is called is none of its caption's text."""
    titles = [i for i in worth if found[i].rule == "video_title"]
    return sorted([*([i] for i in titles), *_by_picture(view, [i for i in worth if i not in titles])])


def _known(view: View, index: int) -> str:
    """The caption that the site's profile has told of the picture a credit stands at."""
    holder = _holder(view, index)
    if holder is None:
        return ""
    above = range(index - 1, max(-1, index - 1 - NEAR_ELEMENTS), -1)
    below = range(index + 1, min(len(view.blocks), index + 1 + NEAR_ELEMENTS))
    for other in (*above, *below):
        verdict = view.verdicts.get(other)
        if verdict is not None and verdict.reason is Reason.CAPTION and _holder(view, other) is holder:
            return next((value for name, value in verdict.facts if name == "captions"), "")
    return ""


def _first_seen(view: View, group: list[int]) -> list[int]:
    """The blocks of one picture, without its buttons and what says again what one before them said."""
    words = [
        i
        for i in group
        if view.lines[i].key not in PICTURE_BUTTONS and _RECORDING.match(view.blocks[i].text) is None
    ]
    first = list({view.lines[i].key: i for i in reversed(words or group)}.values())[::-1]
    # "The pier at dawn - Copyright Ann Lee", and "Copyright Ann Lee" once more.
    ends = [view.lines[i].key for i in first]
    return [i for i in first if not any(end.endswith(f" {view.lines[i].key}") for end in ends)]


def _by_picture(view: View, indexes: list[int]) -> Iterator[list[int]]:
    """Blocks below one picture, which a reader sees as one text; each of the others by itself."""
    group: list[int] = []
    held: object = None
    for index in indexes:
        holder = _holder(view, index)
        beside = holder is None and held is None and group[-1:] == [index - 1] and _share_box(view, index)
        if group and not beside and (holder is None or holder is not held):
            yield group
            group = []
        group.append(index)
        held = holder
    if group:
        yield group


def _holder(view: View, index: int) -> object:
    """The `figure` of one picture that a block stands in, or its `figcaption`, or None."""
    element = view.page.elements[index] if view.page.elements else None
    caption = None
    for _ in range(3 * NEAR_ELEMENTS):
        if element is None:
            break
        if element.tag == "figcaption":
            caption = element
        if element.tag == "figure":
            return element if len(list(islice(element.iter("figcaption"), 2))) == 1 else caption
        element = element.getparent()
    return caption


def _share_box(view: View, index: int) -> bool:
    """Whether a line and the one above are all that is written in one element with a picture, or named so."""
    elements = view.page.elements
    above = list(islice(elements[index - 1].iterancestors(), NEAR_ELEMENTS)) if elements else []
    for box in islice(elements[index].iterancestors(), NEAR_ELEMENTS) if elements else ():
        if box not in above:
            continue
        if (
            box.tag in ("body", "main", "article")
            or _holds(view, box, index - 2)
            or _holds(view, box, index + 1)
        ):
            return False
        pictures = sum(1 for _ in box.iter("picture")) or sum(1 for _ in box.iter("img"))
        if pictures or _CLASS.search(box.get("class") or "") is not None:
            return pictures <= 1
    return False


def _holds(view: View, box: object, index: int) -> bool:
    if not 0 <= index < len(view.blocks) or view.blocks[index].hidden:
        return False
    return holds(box, view.page.elements[index])


def speaker(view: View, index: int) -> dict[int, Verdict] | None:
    """Who spoke, below a quotation in a `figure` without a picture: a part of the story if that is one.

    None where a line is no such thing; no verdict where the reading has left the quotation out.
    """
    if view.blocks[index].kind is not Kind.CAPTION:
        return None
    figure = next(view.page.elements[index].iterancestors("figure"), None)
    if (
        figure is None
        or next(figure.iter(*_SHOWN), None) is not None
        or next(figure.iter("blockquote"), None) is None
    ):
        return None
    above = next((i for i in range(index - 1, -1, -1) if not view.blocks[i].hidden), index)
    if view.blocks[above].kind is not Kind.QUOTE or not view.in_reading[above] or above in view.verdicts:
        return {}
    return {index: kept("speaker", "says who spoke, below a quotation", kind=Kind.QUOTE)}


def holders(view: View) -> list[str]:
    """The steps of DOM paths below which a large share of the reading lies."""
    words: dict[str, int] = {}
    for block, line, inside in zip(view.blocks, view.lines, view.in_reading, strict=False):
        if inside:
            for step in set(last_steps(block.path, NEAR_ELEMENTS)):
                words[step] = words.get(step, 0) + line.word_count
    total = sum(line.word_count for line, inside in zip(view.lines, view.in_reading, strict=False) if inside)
    return [step for step, count in words.items() if count > _ARTICLE_SHARE * total]


def named(step: str) -> str:
    """The part of an element's name, id or classes that speaks of captions, or nothing."""
    if step.partition(".")[0].partition("#")[0] == "figure":
        return "" if _ELSEWHERE.search(step) else "figure"
    # The cheap test first: hardly any of the elements of a page is named so.
    _, _, names = step.replace("#", ".", 1).partition(".")
    lower = names.lower()
    hit = _CLASS.search(names) if any(part in lower for part in _CLASS_PARTS) else None
    return hit.group() if hit else ""
