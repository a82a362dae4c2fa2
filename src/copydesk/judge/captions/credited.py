"""What captions and photo credits say of themselves, wherever they stand."""

from __future__ import annotations

import re

from copydesk.extract.authors.agencies import signed_agencies
from copydesk.judge.captions.caption_text import parted
from copydesk.judge.phrases import pictures as marks
from copydesk.text import Line

# A caption longer than that is a gallery's text or a mistake in the markup.
_MAX_WORDS = 160
SHORT_WORDS = 80
# Names have a small word here and there ("courtesy of", "via"); sentences are made of them.
_LOWER_SHARE = 0.5
# A credit is looked for in the last so many characters, and only where one of these is among them.
_TAIL_CHARS = 130
# "The pier at dawn Credit: Ada Quill/Example": the label needs no full stop before it, as others do.
# "The pier at dawn Image copyright Ada Quill": so some pages have screen readers say whose picture it is.
_CREDIT = re.compile(
    r"(?:^|\s)(?:Credit: ?|Image (?:copyright|source|credit),? )(?P<who>[^\W\d_a-z][^!?;:|$€£]{1,80})$"
)
_LOWER_BRACKET = re.compile(r"[(\[]\s?[a-zà-ÿ]")
_TELLS = re.compile(r"[(\[©:：]")
_TELLS_BEHIND = re.compile(
    r"[.!?\"”)]\s(?:[^\W\d_]+\s(?:by|courtesy|via|von|par|de|di)\s|courtesy|credit|via|\S*\s?getty)",
    re.IGNORECASE,
)


def is_caption_text(line: Line) -> bool:
    """Whether a line says outright that it is a caption or a credit, or ends as captions do.

    >>> from copydesk.text import line
    >>> is_caption_text(line("The bridge at dawn. Photograph: (Example Pictures)"))
    True
    >>> is_caption_text(line("The bridge was closed at dawn."))
    False
    """
    return says_so(line) is not None or weak_tail(line)


def says_so(line: Line) -> str | None:
    """The words that make a line a caption or credit wherever it stands."""
    text, count = line.text, line.word_count
    if count > _MAX_WORDS:
        return None
    if "|" in text and (video := marks.VIDEO_TAIL.search(text)) is not None:
        return f"ends with a video's day and length: '{video.group()}'"
    opening = marks.CAPTION_OPENING.match(text) if count <= SHORT_WORDS else None
    if opening:
        return f"opens as a caption: '{opening.group()}'"
    if count <= marks.CREDIT_LINE_WORDS and (credit := _credit_line(line)) and not marks.RIGHTS.search(text):
        return credit
    labelled = _CREDIT.search(text)
    if labelled is not None and not line.sentence and _is_name(labelled["who"]):
        return f"ends with a credit: '{labelled.group().strip()}'"
    return _strong_tail(text)


def _credit_line(line: Line) -> str | None:
    """What a short line is that opens as a credit or is one all through."""
    text, count = line.text, line.word_count
    whole = marks.CREDIT_LINE.match(text) or marks.COPYRIGHT_LINE.match(text)
    if whole and not (line.sentence and (count > 8 or _goes_on(text, whole.end()))):
        return f"a photo credit alone on its line: '{whole.group().strip()}'"
    if count <= marks.AGENCY_LINE_WORDS and marks.AGENCY_LINE.match(text) and not signed_agencies(text):
        return "nothing but the owner of a picture"
    return None


def _goes_on(text: str, end: int) -> bool:
    """Whether a word in lower case, no name, follows "photo by"."""
    return text[end - 1 : end + 1].count(" ") == 1 and text[end:].lstrip()[:1].islower()


def _strong_tail(text: str) -> str | None:
    tail = parted(text[-_TAIL_CHARS:])
    if not (_TELLS.search(tail) or _TELLS_BEHIND.search(tail)):
        return None
    match = marks.STRONG_TAIL.search(tail)
    if match is None or len(match.group().split()) > marks.STRONG_TAIL_WORDS:
        return None
    if marks.NOT_A_CREDIT.search(match.group()) or marks.RIGHTS.search(match.group()):
        return None
    if not _is_name(match.group().replace("：", ":").rpartition(":")[2] if ":" in match.group() else ""):
        return None
    return f"ends with a photo credit: '{match.group().strip(' .|')}'"


def _is_name(behind: str) -> bool:
    """Whether what follows "Photo:" can be a name, not a sentence that a picture was announced with."""
    lower = [word for word in behind.split() if word[:1].islower()]
    return len(lower) <= _LOWER_SHARE * len(behind.split()) or len(lower) < 2


def weak_tail(line: Line) -> bool:
    """Whether a line ends with an agency's name, as captions do and the last paragraphs of its stories."""
    text = line.text
    if line.word_count > SHORT_WORDS or (
        line.sentence and text[-2:-1] not in (")", "]") and text[-1] not in ")]"
    ):
        return False
    # "(ePA)" is no agency.
    tail = marks.WEAK_TAIL.search(parted(text[-_TAIL_CHARS:]))
    return tail is not None and not _LOWER_BRACKET.match(tail.group())
