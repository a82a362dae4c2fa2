"""What a line's shape says, for several judges: its size, whether it is prose, where the story lies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copydesk.judge.phrases.table import has_unspaced
from copydesk.judge.view import View
from copydesk.model import Block, Kind, Reason
from copydesk.text import Line, words

# Thai, Lao, Khmer, Japanese and Chinese put no spaces between words; two letters count as one word.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")

# A sentence of ten words is a paragraph of a story more often than a teaser, a label or a button; thirty
# words are prose whatever they end with. Chosen on pasted forms of labelled news pages.
PROSE_WORDS = 10
LONG_WORDS = 30
# What a line that is no prose costs a stretch of prose that runs across it, in words.
_LINE_COST = 10
_KEPT_COST = 4
# A line that only stands behind stories parts one from the next more surely. Promos do not: they are strewn
# between paragraphs.
_STRUCK_COST = 25
# Yet a long list inside an article must not tear it in two: a run of such lines costs no more than this.
_RUN_COST = 100

# Reasons of lines that stand at a story's edge, not between two stories.
_PART_OF_STORY = frozenset(
    {
        Reason.CAPTION,
        Reason.BYLINE,
        Reason.CREDIT,
        Reason.SECTION_LABEL,
        Reason.DUPLICATE,
        Reason.HEADLINE,
        Reason.TEMPLATE,
    }
)

_BEHIND_STORY = frozenset({Reason.COMMENTS, Reason.AUTHOR_BIO, Reason.NOTICE})

# Shorter words say little of a line's subject.
_CONTENT_CHARS = 4

_STAMP = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d\d")
_STAMP_WORDS = 16
_BYLINE = re.compile(
    r"(?:by|von|par|por|di|da|door|av|af|from|source|updated|published|posted|modified|last|stand|quelle|"
    r"mis à jour|publié|publicado|actualizado|aggiornato|pubblicato|publicerad|oppdatert|автор|источник|"
    r"обновлено|опубликовано|来源|來源|作者|文/|المصدر|بقلم)(?![\w-])",
    re.IGNORECASE,
)
_BYLINE_WORDS = 10
# These open a byline only before a name: "By The Numbers: Five Years Of Floods" is a headline.
_BY = re.compile(r"(?:by|von|par|por|di|da|door|av|af|from)\s+", re.IGNORECASE)
_NAME_PARTS = re.compile(
    r",|/|\||&|•|·|\s[–—-]+\s|\s(?:and|in|with|for|und|et|y|e|en)\s|\s?Source\s?:", re.IGNORECASE
)
_NAME_WORDS = 4
_PLACE = re.compile(r"[^\W\d_][^.!?:]{1,60}\s?:$")
_PLACE_WORDS = 6
# A place in capitals, also with its country behind it, or any with an agency in brackets; then a dash.
_OPENING_PLACE = re.compile(
    r"[A-Z][A-Z'’.]{2,20}(?:[ ,/-]{1,2}[A-Z][A-Z'’.]{1,20}){0,4}(?:, \w{3,9}\.? \d{1,2})?,?"
    r"(?:, [A-Z][a-z'’.-]{2,20}(?: [A-Z][a-z'’.-]{2,20}){0,2})?(?: ?\([^()]{2,30}\))? ?(?:--|[–—-]) "
    r"|[A-Z][\w'’.-]{2,20}(?:[ ,/]{1,2}\w[\w'’.-]{1,20}){0,5} ?\([^()]{2,30}\) ?(?:--|[–—-]) "
)
_DATELINE = re.compile(r"[^\W\d_][^.!?:]{1,60}:$")

_NO_TITLE_END = (",", ":", ";", "…", "...", "-", "–", "—", "»:", "|")
TITLE_WORDS = (2, 30)
_TITLE_CHARS = 220
_INITIALS = re.compile(r"\b(?:[^\W\d_a-z]\.){2,}[\"'”’»)]*$")
# In a headline written with capitals, words of that many letters begin with one.
_CAPITALISED = 4
_CAPITALISED_WORDS = 2


def size(line: Line) -> int:
    """How many words a line has, also in scripts without spaces.

    >>> from copydesk.text import line
    >>> size(line("The bridge is closed.")), size(line("大桥已经关闭"))
    (4, 3)
    """
    if line.text.isascii():
        return line.word_count
    return max(line.word_count, len(_UNSPACED.findall(line.text)) // 2)


def content(line: Line, most: int | None = None) -> frozenset[str]:
    """The words of a line that carry a subject, so many letters each; of unspaced scripts, pairs of letters.

    >>> from copydesk.text import line
    >>> sorted(content(line("The bridges are closed"), 6)), sorted(content(line("大桥关闭")))
    (['bridge', 'closed'], ['关闭', '大桥', '桥关'])
    """
    if has_unspaced(line.key):
        letters = line.key.replace(" ", "")
        return frozenset(letters[i : i + 2] for i in range(len(letters) - 1))
    return frozenset(word[:most] for word in line.words if len(word) >= _CONTENT_CHARS)


def is_prose(line: Line) -> bool:
    """Whether a line reads as a paragraph: a sentence of some length, or long.

    >>> from copydesk.text import line
    >>> is_prose(line("Workers closed the old bridge on Monday after a crack was found."))
    True
    >>> is_prose(line("Old bridge closed"))
    False
    """
    count = size(line)
    return count >= LONG_WORDS or (count >= PROSE_WORDS and (line.sentence or line.text.endswith(":")))


def is_stamp(line: Line) -> bool:
    """Whether a line looks like a byline, a publish stamp or a dateline on a line of its own.

    >>> from copydesk.text import line
    >>> [is_stamp(line(t)) for t in ("By Ada Example", "Posted 2031-5-9 0:33", "Port Ellen, Islay:", "Wet")]
    [True, True, True, False]
    """
    count = line.word_count
    if line.sentence and count > _BYLINE_WORDS:
        return False
    if count <= _STAMP_WORDS and _STAMP.search(line.text):
        return True
    if count > _BYLINE_WORDS:
        return False
    if (by := _BY.match(line.text)) is not None:
        return all(map(_is_name, _NAME_PARTS.split(line.text[by.end() :])))
    return bool(_BYLINE.match(line.text) or _DATELINE.match(line.text))


def _is_name(text: str) -> bool:
    """Whether a text can be a person's or an outlet's name: few words, one in lower case at most."""
    parts = text.split()
    return len(parts) <= _NAME_WORDS and sum(part[0].islower() for part in parts) <= 1


def is_place(line: Line) -> bool:
    """Whether a line is the place of a story alone, with a colon.

    >>> from copydesk.text import line
    >>> is_place(line("Port Ellen, Islay:")), is_place(line("He said:"))
    (True, False)
    """
    if not line.text.endswith(":") or line.word_count > _PLACE_WORDS or not _PLACE.match(line.text):
        return False
    return all(not part[0].islower() for part in line.text.split())


def opens_with_place(line: Line) -> bool:
    """Whether a paragraph opens with place and dash, as the first of an agency's story does.

    >>> from copydesk.text import line
    >>> [opens_with_place(line(t)) for t in ("PORT ELLEN (AP) -- The bridge is closed.", "Rain -- again.")]
    [True, False]
    >>> opens_with_place(line("ORSHA, Lake Republic -- The bridge is closed."))
    True
    """
    return line.text[:1].isupper() and _OPENING_PLACE.match(line.text) is not None


def unstopped(text: str) -> str:
    """A headline without the full stop of the initials it ends in, which would make it a sentence.

    >>> unstopped("Harbour Master Denies Blaming U.K."), unstopped("It was sold to the U.S.")
    ('Harbour Master Denies Blaming U.K', 'It was sold to the U.S.')
    """
    found = _INITIALS.search(text)
    if found is None or not _is_capitalised(text):
        return text
    head, _, tail = text.rpartition(".")
    return head + tail


def ends_in_initials(line: Line) -> bool:
    """Whether the last word of a line has its own full stops: they may end no sentence.

    >>> from copydesk.text import line
    >>> [ends_in_initials(line(text)) for text in ("Ferry Sold To U.S.", "Sold, Says ‘U.N.’", "It sank.")]
    [True, True, False]
    """
    return _INITIALS.search(line.text) is not None


def _is_capitalised(text: str) -> bool:
    """Whether all words of a line but the small ones begin with a capital, as in a headline."""
    long = [word for word in words(text) if len(word) >= _CAPITALISED]
    return len(long) >= _CAPITALISED_WORDS and not any(word[0].islower() for word in long)


def is_title_like(line: Line) -> bool:
    """Whether a line could be a headline: some words, not many, and no end of a sentence.

    >>> from copydesk.text import line
    >>> is_title_like(line("Old bridge closed after crack")), is_title_like(line("It was closed."))
    (True, False)
    >>> is_title_like(line("Harbour Master Denies Blaming U.K."))
    True
    """
    text = line.text
    low, high = TITLE_WORDS
    if not low <= size(line) <= high or len(text) > _TITLE_CHARS or text.endswith(_NO_TITLE_END):
        return False
    if not line.sentence or unstopped(text) != text:
        return True
    return text.endswith(("?", "!", "？", "！", "؟", '."', ".”", "?”", "!”", ".'", ".’"))


def stretch(view: View) -> range:
    """The run of lines of a pasted page with the most prose: the story, give or take lines at its edges.

    Empty when no line is prose.
    """
    best, start = (0, 0, 0), 0
    total = paid = 0
    for block, line in zip(view.blocks, view.lines, strict=True):
        worth = _worth(view, block, line)
        if block.index in view.verdicts or worth > 0:
            paid = 0 if worth > 0 else paid
        else:
            worth = max(worth, min(0, paid - _RUN_COST))
            paid -= worth
        if total <= 0:
            total, start = 0, block.index
        total += worth
        if total > best[0]:
            best = (total, start, block.index + 1)
    return range(best[1], best[2])


def _worth(view: View, block: Block, line: Line) -> int:
    verdict = view.verdicts.get(block.index)
    if verdict is None:
        if is_prose(line):
            return size(line)
        return -_KEPT_COST if block.kind is Kind.HEADING or block.bullet else -_LINE_COST
    if verdict.keep:
        return 0
    if verdict.reason in _PART_OF_STORY:
        return -_KEPT_COST
    return -_STRUCK_COST if verdict.reason in _BEHIND_STORY else -_LINE_COST


def first_prose(view: View, within: Sequence[int] | None = None) -> int | None:
    """The first open block that reads as a paragraph, of those in the reading of an HTML page."""
    for index in view.open() if within is None else within:
        if index in view.verdicts or (view.in_reading and not view.in_reading[index]):
            continue
        if is_prose(view.lines[index]) and view.blocks[index].kind in (
            Kind.PARAGRAPH,
            Kind.LIST_ITEM,
            Kind.QUOTE,
        ):
            return index
    return None
