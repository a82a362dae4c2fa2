"""Cut a parsed page into blocks, in page order, walking the tree once and without recursion."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from copydesk.model import Block, Kind
from copydesk.read.styles import NO_SHEET, Sheet, gap_classes, read_sheets
from copydesk.read.tags import BLOCK, BOLD, IN_CELL, INLINE, KIND, LINK, SILENT, is_break
from copydesk.read.unseen import hiding
from copydesk.text import fold, fold_lines

# Marks without width or meaning; joiners stay, they are part of some scripts.
_NO_WIDTH = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]")
# A cell behind this many characters of its row is a column of a layout, not a value of a table.
_LONG_CELL = 120
# Enough of an element's names to tell what it is; frameworks put dozens of them on one element.
_NAMES_LENGTH = 160


def without_marks(text: str) -> str:
    """A text without soft hyphens, zero-width spaces and direction marks.

    >>> without_marks("co\\u00adoperate")
    'cooperate'
    """
    return text if text.isascii() else _NO_WIDTH.sub("", text)


# Stands where one of these ends and another begins with nothing written between them: styles set such
# pieces apart, as items of a row, a label and its value, names and their day.
_GAP = "\x1f"
# ... and where both are links that lead to different places.
_LINKS = "\x1e"
_APART = frozenset({"a", "button", "label", "small", "span", "time"})
# What kind of story it is, in front of its first words, is set apart from these, too.
_KICKER = re.compile(r"kicker|eyebrow|overline|topline|dachzeile", re.IGNORECASE)
# Words run into each other there if the second begins with a capital or a digit, and links in any case.
_GLUED = re.compile(rf"(?:(?<=[^\W_]{{2}})|(?<=[^\W_]{{2}}[.,;:!?)»”]))([{_GAP}{_LINKS}]+)(?=([^\W_]))")
# A line of more pieces is nothing that is read, and not to be taken for prose.
_MOST_ITEMS = 200
_GAPS = re.compile(f"[{_GAP}{_LINKS}]")


class _Open:
    """An element the walk is inside of, and what its text inherits from it."""

    __slots__ = ("block", "bold", "element", "hidden", "kind", "level", "link", "path")

    def __init__(self, element: Any, tag: str, above: _Open | None) -> None:
        self.element = element
        self.path: str | None = None
        self.block = tag in BLOCK
        if above is None:
            self.kind, self.level, self.link, self.bold = Kind.PARAGRAPH, 0, False, False
            self.hidden: str | None = None
            return
        self.link = above.link or tag in LINK
        self.bold = above.bold or tag in BOLD
        self.hidden = above.hidden
        self.kind, self.level = above.kind, above.level
        if tag in KIND:
            self.kind = KIND[tag]
            self.level = int(tag[1]) if self.kind is Kind.HEADING else 0
        elif self.kind is Kind.TABLE and tag in IN_CELL:
            self.kind = Kind.PARAGRAPH


class _Cutter:
    """The state of one walk: open elements, and the pieces of the block being gathered."""

    def __init__(self, sheet: Sheet = NO_SHEET) -> None:
        self.sheet = sheet if sheet.hidden else None
        self.hidden: dict[Any, str] = {}
        self.blocks: list[Block] = []
        self.elements: list[Any] = []
        self.stack: list[_Open] = []
        self.pieces: list[str] = []
        self.aside: list[tuple[Any, _Open, list[_Open], list[str]]] = []
        self.size = self.linked = self.bold = 0
        self.chain: list[_Open] = []
        self.shared = self.floor = 0
        self.broken = False
        self.ended: Any = None
        self.gaps: frozenset[str] | None = None

    def start(self, element: Any, tag: str) -> None:
        above = self.stack[-1] if self.stack else None
        here = _Open(element, tag, above)
        if here.hidden is None and (how := self._hiding(element, tag)) is not None:
            here.hidden = self.hidden[element] = how
        if here.block:
            self.flush()
        elif tag == "br" or (tag in INLINE and is_break(element)):
            if self.broken or (tag != "br" and self._is_gap(element)):
                self.flush()
            self.pieces.append("\n" if here.kind is Kind.CODE else " ")
            self.broken = True
        elif tag in {"td", "th"}:
            if self.size >= _LONG_CELL:
                self.flush()
            self.pieces.append(" ")
        elif tag == "button" and (above is None or above.element.tag != "p"):
            here.block = True
            self.flush()
        elif tag in _APART and self.ended is not None and here.kind is not Kind.CODE:
            self.pieces.append(_LINKS if _are_two_links(self.ended, element) else _GAP)
        self.ended = None
        self.stack.append(here)
        if element.text:
            self.put(element.text)

    def _is_gap(self, element: Any) -> bool:
        """Whether what stands for a line break is styled to part paragraphs."""
        if self.gaps is None:  # next to no page has such elements: its sheets are searched only then
            self.gaps = gap_classes(element.getroottree())
        return not self.gaps.isdisjoint(element.get("class").split())

    def _hiding(self, element: Any, tag: str) -> str | None:
        how = hiding(element, tag)
        return self.sheet.hides(element) if how is None and self.sheet is not None else how

    def end(self, element: Any) -> None:
        if self.stack.pop().block:
            self.flush()
        self.floor = min(self.floor, len(self.stack))
        if element.tail:
            if self.stack:
                if element.tag in _APART and _KICKER.search(element.get("class") or ""):
                    self.pieces.append(_GAP)
                self.put(element.tail)
        elif element.tag in _APART:
            self.ended = element

    def put(self, text: str) -> None:
        """Take a run of text into the block being gathered."""
        self.ended = None
        here = self.stack[-1]
        size = len(text.strip())
        if not size:
            self.pieces.append(text if self.stack[-1].kind is Kind.CODE else " ")
            return
        self.broken = False
        if here.hidden is not None and self._inline_hidden(here, text):
            return
        depth = len(self.stack)
        if self.size:
            self.shared = min(self.shared, self.floor, depth)
        else:
            self.chain = self.stack[:]
            self.shared = depth
        self.floor = depth
        self.size += size
        if here.link:
            self.linked += size
        if here.bold:
            self.bold += size
        self.pieces.append(text)

    def _inline_hidden(self, here: _Open, text: str) -> bool:
        """Set hidden text inside a visible line aside: it is a block of its own behind that line."""
        at = len(self.stack)
        while not self.stack[at - 1].block:
            at -= 1
        if self.stack[at - 1].hidden is not None:
            return False
        top = next(i for i in range(at, len(self.stack)) if self.stack[i].hidden is not None)
        root = self.stack[top]
        if not self.aside or self.aside[-1][1] is not root:
            self.aside.append((here, root, self.stack[: top + 1], []))
        self.aside[-1][3].append(text)
        return True

    def flush(self) -> None:
        """End the block being gathered, if there is one."""
        self.broken = False
        if not self.pieces and not self.aside:
            return
        if self.size:
            at = min(self.shared, len(self.chain))
            text = _parted("".join(self.pieces))
            self._add(text, self.chain[:at], self.linked / self.size, self.bold / self.size)
            self.size = self.linked = self.bold = 0
        self.pieces.clear()
        if self.aside:
            for here, _, chain, pieces in self.aside:
                self._add(" ".join(pieces), chain, float(here.link), float(here.bold))
            self.aside.clear()

    def _add(self, raw: str, chain: list[_Open], link: float, bold: float) -> None:
        here = chain[-1]
        text = without_marks(raw)
        text = fold_lines(text) if here.kind is Kind.CODE else fold(text)
        if not text:
            return
        self.blocks.append(
            Block(
                len(self.blocks),
                here.kind,
                text,
                _path(chain),
                round(min(1.0, link), 3),
                round(min(1.0, bold), 3),
                here.hidden,
                here.level,
            )
        )
        self.elements.append(here.element)


def _are_two_links(before: Any, element: Any) -> bool:
    """Whether a link follows another one, or what ends with one, and leads elsewhere."""
    if element.tag != "a":
        return False
    link = before if before.tag == "a" or not len(before) else before[-1]
    return bool(link.tag == "a" and link.get("href") != element.get("href"))


def _parted(text: str) -> str:
    """A text with a space where two elements run two words together.

    >>> _parted(f"Apps{_GAP}Prices{_GAP}2031{_GAP}99, Fog{_GAP}horn, H{_GAP}2O, up{_LINKS}down")
    'Apps Prices 2031 99, Foghorn, H2O, up down'
    """
    gaps = text.count(_GAP) + text.count(_LINKS)
    if not gaps:
        return text
    if gaps > _MOST_ITEMS:
        return _GAPS.sub("", text)
    return _GAPS.sub("", _GLUED.sub(_between, text))


def _between(found: re.Match[str]) -> str:
    following = found[2]
    return " " if _LINKS in found[1] or following.isupper() or following.isdigit() else ""


def _path(chain: list[_Open]) -> str:
    """The path of the last open element; the parts above it are remembered with their elements."""
    known = len(chain)
    while known and chain[known - 1].path is None:
        known -= 1
    path = chain[known - 1].path if known else ""
    for here in chain[known:]:
        path = f"{path}/{step}" if path and (step := _step(here.element)) else _step(here.element) or path
        here.path = path
    return path or "body"


def _step(element: Any) -> str:
    """One element as a step of a path. The body is named alone: its classes speak of the whole page."""
    tag: str = element.tag
    if tag in {"html", "body"}:
        return "" if tag == "html" else "body"
    name, classes = element.get("id"), element.get("class")
    if name:
        tag += "#" + "_".join(name[:_NAMES_LENGTH].split())
    if classes:
        tag += "." + ".".join(classes[:_NAMES_LENGTH].split())
    return tag.replace("/", "_")


def cut(root: Any) -> tuple[list[Block], list[Any], dict[Any, str]]:
    """The blocks of a page, the element each was cut from, and the elements that hide their text.

    >>> from lxml import html
    >>> blocks, _, _ = cut(html.document_fromstring("<h1>A <b>title</b></h1><p>One<br>line."))
    >>> [(b.kind.value, b.text, b.path) for b in blocks]
    [('heading', 'A title', 'body/h1'), ('paragraph', 'One line.', 'body/p')]
    """
    cutter = _Cutter(read_sheets(root))
    walker = etree.iterwalk(root, events=("start", "end"))
    start, end = cutter.start, cutter.end
    for event, element in walker:
        tag = element.tag
        if event == "end":
            if tag not in SILENT:
                end(element)
            elif element.tail and cutter.stack:
                cutter.put(element.tail)
        elif tag in SILENT:
            walker.skip_subtree()
        else:
            start(element, tag)
    cutter.flush()
    return cutter.blocks, cutter.elements, cutter.hidden
