"""Find the lines of an extractor's reading again among the blocks of the page.

Readings come without places: an extractor returns text. Blocks are matched by their letters (white
space taken out) and by their place: a short one only between what is matched before and behind it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree

from copydesk.read.cut import without_marks
from copydesk.read.tags import names

# A block with fewer characters than this, white space not counted, can occur by chance anywhere: it has
# to be a whole line of the reading, in its place.
_LONG = 40
# Characters of a probe into a long block that is not in the reading word for word. Three probes (start,
# middle, end) tell whether it was read; two, when it is too short for three.
_PROBE = 24
_THREE = 100
# Half a probe: wherever a probe stands in a reading cut into such tiles, one of them lies in it.
_TILE = 12
# A gap between hits wider than the block by this factor and margin: hits in different places.
_STRETCH = 2
_MARGIN = 200
# A block whose place in the reading is taken by others to this share is a second copy of them.
_TAKEN = 0.5
# On the wrong side of a neighbour: farther than any page is long.
_FAR = 1_000_000

# Short lines between two long ones are compared all with all; more than this many are a list of links.
_MOST = 400

# Elements of a reading that do not end a line; a row of a table is one line.
_INLINE = names("hi ref span del a b i em strong u sub sup graphic small abbr cell td th")

Span = tuple[int, int]


def squeeze(text: str) -> str:
    """A text without white space and marks of no width.

    >>> squeeze("two words")
    'twowords'
    """
    return "".join(without_marks(text).split())


def reading_lines(body: Any) -> list[str]:
    """The lines of a reading's tree, squeezed, in its order."""
    lines: list[str] = []
    pieces: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if pieces and element.tag not in _INLINE:
            lines.append("".join(pieces))
            pieces = []
        text = element.text if event == "start" else element.tail
        if text and (squeezed := squeeze(text)):
            pieces.append(squeezed)
    if pieces:
        lines.append("".join(pieces))
    return lines


def align(texts: Sequence[str], lines: Sequence[str]) -> list[bool]:
    """For each text, in page order, whether the reading (its lines, squeezed) holds it.

    >>> menu, story = "News", "The mayor of the town has opened a new bridge over the river on Monday."
    >>> align([menu, story, menu], [squeeze(story)])
    [False, True, False]
    """
    squeezed = [squeeze(text) for text in texts]
    spans = _long_blocks(squeezed, _Reading("".join(lines)))
    found = [i in spans for i in range(len(texts))]
    for i in _short_blocks(squeezed, lines, spans):
        found[i] = True
    return found


class _Reading:
    """A reading as one string, that tells quickly that it does not hold a text.

    Pages with thousands of comments would else be searched for each of them from end to end.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._tiles = {text[i : i + _TILE] for i in range(0, len(text), _TILE)}

    def find(self, wanted: str, place: int = 0) -> int:
        """Where a text of at least a probe's length begins, at or behind a place; -1 if nowhere."""
        # Wherever it stood, a tile of the reading would lie within its first characters.
        if any(wanted[i : i + _TILE] in self._tiles for i in range(_TILE)):
            return self.text.find(wanted, place)
        return -1


def _long_blocks(squeezed: list[str], reading: _Reading) -> dict[int, Span]:
    """Where the long blocks stand in the reading: first those found word for word, then the rest."""
    spans: dict[int, Span] = {}
    claims: dict[int, list[int]] = {}
    rest: list[tuple[int, int]] = []
    place = 0
    for i, text in enumerate(squeezed):
        if len(text) < _LONG:
            continue
        start = reading.find(text, place)
        if start < 0 and place:
            start = reading.find(text)
        if start < 0:
            rest.append((i, place))
            continue
        place = start + len(text)
        spans[i] = (start, place)
        claims.setdefault(start, []).append(i)
    _one_each(claims, spans)
    taken = sorted(spans.values())
    for i, place in rest:
        span = _locate(squeezed[i], reading, place) or _locate(squeezed[i], reading, 0)
        if span is not None and _overlap(span, taken) < _TAKEN * (span[1] - span[0]):
            spans[i] = span
            insort(taken, span)
    return spans


def _one_each(claims: dict[int, list[int]], spans: dict[int, Span]) -> None:
    """Of several blocks that claim one place, the one next to the place's neighbours has it."""
    disputed = {i for claim in claims.values() if len(claim) > 1 for i in claim}
    settled = sorted((span, i) for i, span in spans.items() if i not in disputed)
    for claim in claims.values():
        if len(claim) > 1:
            best = min(claim, key=lambda i: _distance(i, spans[i], settled))
            for i in claim:
                if i != best:
                    del spans[i]


def _distance(i: int, span: Span, settled: list[tuple[Span, int]]) -> int:
    """How far a block is, on the page, from the blocks that the reading has next to its place."""
    at = bisect_left(settled, (span, -1))
    far = 0
    if at:
        far += _step(i - settled[at - 1][1])
    if at < len(settled):
        far += _step(settled[at][1] - i)
    return far


def _step(gap: int) -> int:
    return gap if gap > 0 else _FAR - gap


def _overlap(span: Span, taken: list[Span]) -> int:
    """How many characters of a span others have."""
    at = max(0, bisect_right(taken, span) - 1)
    total = 0
    while at < len(taken) and taken[at][0] < span[1]:
        total += max(0, min(span[1], taken[at][1]) - max(span[0], taken[at][0]))
        at += 1
    return total


def _locate(text: str, reading: _Reading, place: int) -> Span | None:
    """Where a block that is not in the reading word for word stands at or behind a place, if it does."""
    size = len(text)
    offsets = (0, size - _PROBE) if size < _THREE else (0, size // 2, size - _PROBE)
    hits: list[int] = []
    for offset in offsets:
        hit = reading.find(text[offset : offset + _PROBE], hits[-1] if hits else place)
        if hit >= 0 and (not hits or hit - hits[0] < _STRETCH * size + _MARGIN):
            hits.append(hit)
    return (hits[0], hits[-1] + _PROBE) if len(hits) >= 2 else None


def _short_blocks(squeezed: list[str], lines: Sequence[str], spans: dict[int, Span]) -> list[int]:
    """Short blocks that the reading has where their neighbours on the page stand in it.

    Either as whole lines between those neighbours, or seamlessly behind the block before.
    """
    free = _free_lines(lines, sorted(spans.values()))
    places = [place for place, _ in free]
    reading = "".join(lines)
    found: list[int] = []
    for blocks, low, high in _gaps(squeezed, len(reading), spans):
        between = free[bisect_left(places, low) : bisect_left(places, high)]
        ends = {
            blocks[i]: between[j][0] + len(between[j][1])
            for i, j in common([squeezed[b] for b in blocks], [t for _, t in between])
        }
        place = low
        for block in blocks:
            text = squeezed[block]
            if block in ends:
                place = ends[block]
            elif len(text) > 1 and reading.startswith(text, place) and place + len(text) <= high:
                place += len(text)
            else:
                continue
            found.append(block)
    return found


def _free_lines(lines: Sequence[str], taken: list[Span]) -> list[tuple[int, str]]:
    """The short lines of a reading that no long block has, each with its place."""
    free, place = [], 0
    for line in lines:
        if len(line) < _LONG and not _overlap((place, place + 1), taken):
            free.append((place, line))
        place += len(line)
    return free


def _gaps(squeezed: list[str], end: int, spans: dict[int, Span]) -> Iterator[tuple[list[int], int, int]]:
    """Runs of short blocks between two long ones, and the places in the reading between those."""
    run: list[int] = []
    low = 0
    for i, text in enumerate(squeezed):
        if i in spans:
            if run:
                yield run, low, spans[i][0]
            run, low = [], spans[i][1]
        elif text and len(text) < _LONG:
            run.append(i)
    if run:
        yield run, low, end


def common(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """A longest common subsequence, as pairs of positions; of long ones, their beginnings.

    >>> common(["menu", "one", "two"], ["one", "two", "menu"])
    [(1, 0), (2, 1)]
    """
    if not left or not right:
        return []
    left, right = left[:_MOST], right[:_MOST]
    width = len(right) + 1
    best = [[0] * width for _ in range(len(left) + 1)]
    for i in range(len(left) - 1, -1, -1):
        row, below = best[i], best[i + 1]
        for j in range(width - 2, -1, -1):
            row[j] = below[j + 1] + 1 if left[i] == right[j] else max(below[j], row[j + 1])
    pairs, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if left[i] == right[j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs
