"""Pasted or plain text to blocks: one block a paragraph, whichever way the paragraphs were set apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from copydesk.model import Block, Form, Kind, Page, RawPage, Rejected, RejectReason
from copydesk.text import ends_sentence, fold, word_count, words

# Characters without width that copying leaves behind. The joiners U+200C and U+200D stay: Persian, Hindi
# and emoji are spelled with them.
# Control characters go too, but for those that end a line.
_INVISIBLE = re.compile(r"[\u00ad\u200b\u200e\u200f\u2060\ufeff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]+")
_BULLET = re.compile(r"(?:[•‣◦▪●■◆○∙⁃·*+–-]|(?P<number>\d{1,2})[.)])[ \t]+(?=\S*\w)")
_DASHES = "–-"

# No terminal, mail program or text file is wrapped wider than this; paragraphs on one line pass it soon.
_WIDEST = 100
_NARROWEST = 40
# A page is hard-wrapped when that many line ends, and that share of them, are full to the margin, and so many
# of these break off inside a sentence. Wrapped news text gives .9 and .85, a paragraph a line .3 and .1.
_FULL_ENDS = 4
_FULL_SHARE = 0.6
_BROKEN_SHARE = 0.6
_PROSE_WORDS = 4

_HEADING_WORDS = 12
_HEADING_CHARS = 100
# In a heading written with capitals, words of that many letters begin with one.
_CAPITALISED = 4
_CAPITALISED_WORDS = 2
_PARAGRAPH_WORDS = 8
_PARAGRAPH_CHARS = 40  # for scripts that put no spaces between words
# A full stop inside, behind a word too long for an abbreviation: a sentence, and who said it.
_INNER_STOP = re.compile(r"[^\W\d_A-Z]{4}\.[\"'”’»)]*\s")
_NO_HEADING_END = (",", ":", ";", "-", "–", "—", "…")
_OPENING = "\"'“”„‘«»‹()[]"


@dataclass(frozen=True, slots=True)
class _Printed:
    """A line with something on it: blank lines above it, columns it is set in, its text."""

    gap: int
    indent: int
    text: str
    cells: int = 1
    bullet: str = ""


def read_plain(raw: RawPage, text: str, encoding: str, rule: str) -> Page | Rejected:
    """A page from pasted text, or why it cannot be read.

    >>> page = read_plain(RawPage(b"", "a.txt", "0"), "Bridge closed\\n\\nAll of it.", "utf-8", "utf-8")
    >>> [block.text for block in page.blocks]
    ['Bridge closed', 'All of it.']
    """
    blocks = blocks_of(text)
    if not any(any(map(str.isalnum, block.text)) for block in blocks):
        return Rejected(raw.raw_path, None, raw.sha256, RejectReason.NO_TEXT, "the text has no words in it")
    return Page(raw, Form.TEXT, blocks, encoding, rule, url=raw.url, url_origin=raw.url_origin)


def blocks_of(text: str) -> tuple[Block, ...]:
    """Cut a pasted text into its blocks.

    >>> [block.text for block in blocks_of("Bridge closed\\nThe old bridge is closed.")]
    ['Bridge closed', 'The old bridge is closed.']
    """
    printed = _mark_bullets(list(_lines(text)))
    width = _margin(printed)
    if width is not None:
        printed = list(_unwrapped(printed, width))
    blocks = [_block(i, p) for i, p in enumerate(printed)]
    first = next((b.index for b in blocks if _is_paragraph(b)), len(blocks))
    blocks = [replace(b, kind=Kind.HEADING) if _is_heading(blocks, b.index, first) else b for b in blocks]
    return tuple(_as_table(blocks, printed))


def _lines(text: str) -> Iterator[_Printed]:
    gap = 0
    for line in _INVISIBLE.sub("", text).splitlines():
        if not line.strip():
            gap += 1
            continue
        body = line.lstrip()
        columns = len(line[: len(line) - len(body)].expandtabs(4))
        cells = [cell for cell in body.split("\t") if cell.strip()]
        yield _Printed(gap, columns, fold(body), len(cells))
        gap = 0


def _mark_bullets(printed: list[_Printed]) -> list[_Printed]:
    """Lines that bring a bullet, a dash or a number in a row of such lines."""
    found = [_BULLET.match(p.text) for p in printed]
    marked = []
    for i, (p, match) in enumerate(zip(printed, found, strict=True)):
        if match is not None and _is_bullet(match, found, i):
            p = replace(p, bullet=match.group().rstrip())  # noqa: PLW2901 - the line, now with its bullet
        marked.append(p)
    return marked


def _is_bullet(match: re.Match[str], found: list[re.Match[str] | None], at: int) -> bool:
    """A dash also opens speech and a number also opens a date: they need a neighbour of their kind."""
    near = [m for m in found[max(0, at - 3) : at] + found[at + 1 : at + 4] if m is not None]
    if match["number"]:
        return any(m["number"] and abs(int(m["number"]) - int(match["number"])) == 1 for m in near)
    if match.group()[0] in _DASHES:
        return any(m.group()[0] == match.group()[0] for m in near)
    return True


def _margin(printed: list[_Printed]) -> int | None:
    """The column at which the page is hard-wrapped, or None when every line is a paragraph."""
    sizes = sorted(p.indent + len(p.text) for p in printed if len(p.text.split()) >= _PROSE_WORDS)
    # One long address or table row among wrapped lines does not count, hence not simply the longest.
    width = sizes[-1 - len(sizes) // 20] if sizes else 0
    if not _NARROWEST <= width <= _WIDEST:
        return None
    pairs = [(a, b) for a, b in pairwise(printed) if not b.gap and _is_prose(a, b)]
    full = [a for a, b in pairs if _is_full(a, b, width)]
    broken = sum(not ends_sentence(a.text) for a in full)
    wrapped = len(full) >= _FULL_ENDS and len(full) >= _FULL_SHARE * len(pairs)
    return width if wrapped and broken >= _BROKEN_SHARE * len(full) else None


def _is_prose(above: _Printed, below: _Printed) -> bool:
    return len(above.text.split()) >= _PROSE_WORDS and not below.bullet


def _is_full(above: _Printed, below: _Printed, width: int) -> bool:
    """Whether the next line's first word would not have fitted any more."""
    return above.indent + len(above.text) + 1 + len(below.text.split(maxsplit=1)[0]) > width


def _unwrapped(printed: list[_Printed], width: int) -> Iterator[_Printed]:
    """Wrapped lines joined to paragraphs: by blank line, by indented first line or by a line left short."""
    whole: _Printed | None = None
    last: _Printed | None = None
    for p in printed:
        if whole is None or last is None:
            whole = p
        elif _goes_on(last, p, width):
            whole = replace(whole, text=_joined(whole.text, p.text))
        else:
            yield whole
            whole = p
        last = p
    if whole is not None:
        yield whole


def _goes_on(above: _Printed, below: _Printed, width: int) -> bool:
    if below.gap or below.bullet or above.cells > 1 or below.cells > 1:
        return False
    if below.indent > above.indent and not above.bullet:
        return False
    return _is_full(above, below, width)


def _joined(above: str, below: str) -> str:
    hyphen = above.endswith("-") and not above.endswith((" -", "--")) and below[:1].islower()
    return above + below if hyphen else f"{above} {below}"


def _block(index: int, printed: _Printed) -> Block:
    kind = Kind.LIST_ITEM if printed.bullet else Kind.PARAGRAPH
    return Block(
        index, kind, printed.text, gap=printed.gap, indent=printed.indent, bullet=bool(printed.bullet)
    )


def _is_heading(blocks: list[Block], at: int, first: int) -> bool:
    """A short line without an end mark, between paragraphs; once one has come any sentence will do above."""
    block = blocks[at]
    if block.bullet or not 0 < at < len(blocks) - 1 or not _is_short_title(block.text):
        return False
    above, below = blocks[at - 1], blocks[at + 1]
    if not _is_paragraph(below):
        return False
    if above.text.endswith(":"):
        # What follows a colon is quoted or listed, unless it is written as headings are.
        return _is_paragraph(above) and _is_capitalised(block.text)
    return _is_paragraph(above) or (first < at and ends_sentence(above.text))


def _is_capitalised(text: str) -> bool:
    found = [word for word in words(text) if len(word) >= _CAPITALISED]
    return len(found) >= _CAPITALISED_WORDS and all(word[0].isupper() for word in found)


def _is_short_title(text: str) -> bool:
    count = word_count(text)
    if not 0 < count <= _HEADING_WORDS or len(text) > _HEADING_CHARS or text.endswith(_NO_HEADING_END):
        return False
    first = text.lstrip(_OPENING)[:1]
    if first.islower() or not first.isalnum() or _INNER_STOP.search(text):
        return False
    # A question of two words and more is a heading as often as not; other end marks make a sentence.
    return not ends_sentence(text) or (text.endswith(("?", "？")) and count >= 2)


def _is_paragraph(block: Block) -> bool:
    text = block.text
    if block.bullet:
        return ends_sentence(text)
    count = word_count(text)
    if count < _PARAGRAPH_WORDS and (text.isascii() or len(text) < _PARAGRAPH_CHARS):
        return False
    return ends_sentence(text) or text.endswith(":") or count > 2 * _HEADING_WORDS


def _as_table(blocks: list[Block], printed: list[_Printed]) -> Iterator[Block]:
    """Rows of tab-separated cells: three cells and more, or two with another such row beside them."""
    for i, block in enumerate(blocks):
        beside = max((printed[k].cells for k in (i - 1, i + 1) if 0 <= k < len(printed)), default=1)
        cells = printed[i].cells
        row = not block.bullet and (cells > 2 or (cells == 2 and beside >= 2))
        yield replace(block, kind=Kind.TABLE) if row else block
