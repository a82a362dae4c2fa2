"""Parts of the story that a reading lost, told by what they are: answers and questions, code, tables."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from copydesk.extract.paths import path_end, place
from copydesk.model import Block, Kind

# A question or an answer with more of it in links leads elsewhere.
_LINKS: Final = 0.5
_QUESTION_LINKS: Final = 0.3
# A heading that asks may ask its reader something; several of one kind are answered below.
_ASKED: Final = 2
# Shorter answers are as often calls: "Need help? Call us."
_ANSWER_WORDS: Final = 12
_QUESTION_WORDS: Final = range(4, 31)
# Of 100 short linked items that were lost in lists of which half is read, 86 are the story's.
_ITEMS: Final = 2
_MOSTLY: Final = 0.5
_ITEM_WORDS: Final = 3
_ITEM_LINKS: Final = 0.7
_FRAME: Final = re.compile(r"/(?:nav|header|footer|aside)(?![^.#/])|menu|breadcrumb", re.IGNORECASE)
_ID: Final = re.compile(r"#[^./]*")
ASKS: Final = ("?", "？", "؟")
_SAYS: Final = (".", "!", ":", "。", ".”", '."', ".)")
# Questions stand in elements that say so, where they are no headings.
_QUESTIONS: Final = re.compile(r"faq|accordion|question|toggle|/summary|/dt", re.IGNORECASE)
# Fewer rows are as often labels beside the story as a table of it, and its rows are more than links.
_ROWS: Final = 3
_WHOLE_LINK: Final = 0.95


def with_parts(blocks: Sequence[Block], chosen: Sequence[bool]) -> list[bool]:
    """A reading, with what goes with its lines: answers to questions, code and tables between them."""
    out = list(chosen)
    seen = [i for i, block in enumerate(blocks) if not block.hidden]
    _with_answers(blocks, seen, out)
    for at, index in enumerate(seen[1:-1], start=1):
        if out[index]:
            continue
        above, below = seen[at - 1], seen[at + 1]
        if blocks[index].kind is Kind.CODE:
            out[index] = out[above] and chosen[below]
        elif blocks[index].text.endswith(ASKS):
            out[index] = chosen[below] and _is_question(blocks[index]) and _says(blocks[below])
    _with_items(blocks, seen, out)
    for rows in _tables(blocks, seen):
        first, last = bisect_left(seen, rows[0]), bisect_left(seen, rows[-1])
        if first and out[seen[first - 1]] and out[seen[last + 1]]:
            _read(blocks, rows, out)
    return out


def _with_answers(blocks: Sequence[Block], seen: Sequence[int], out: list[bool]) -> None:
    """Read the answers right below headings that ask, and further pairs of both where one is read."""
    asking = [i for i in seen[:-1] if _is_heading_that_asks(blocks[i]) and _is_answer(blocks[i + 1])]
    if len(asking) < _ASKED:
        return
    kin = {i: (*_kin(blocks[i]), *_kin(blocks[i + 1])) for i in asking}
    count = Counter(kin.values())
    read = {kin[i] for i in asking if out[i]}
    for index in asking:
        if kin[index] in read and count[kin[index]] >= _ASKED:
            out[index] = out[index + 1] = True


def _with_items(blocks: Sequence[Block], seen: Sequence[int], out: list[bool]) -> None:
    """Read short items that are links where most of what stands in such lists is read."""
    items = [i for i in seen if blocks[i].kind is Kind.LIST_ITEM]
    read = [i for i in seen if out[i]]
    lost = [i for i in items if not out[i] and read and read[0] < i < read[-1] and _is_short_item(blocks[i])]
    if not lost:
        return
    kin = {i: _list_of(blocks[i].path) for i in items}
    count, count_in = Counter(kin.values()), Counter(kin[i] for i in items if out[i])
    for index in lost:
        lists = kin[index]
        if count_in[lists] >= max(_ITEMS, _MOSTLY * count[lists]):
            out[index] = True


def _is_short_item(block: Block) -> bool:
    """Whether an item is a link of a few words, or has more than its links: no headline of another story."""
    if block.text.endswith(":") or _FRAME.search(block.path) is not None:
        return False
    return len(block.text.split()) <= _ITEM_WORDS or _QUESTION_LINKS < block.link_density < _ITEM_LINKS


def _list_of(path: str) -> str:
    """Where a list stands: the path of an item without ids, numbers and what is within the item."""
    return place(path[: path.rfind("/li") + 3])


def _is_heading_that_asks(block: Block) -> bool:
    return block.kind is Kind.HEADING and block.text.endswith(ASKS)


def _kin(block: Block) -> tuple[int, str]:
    """What lines of one kind have in common: the level of headings, and the names of their last elements."""
    return block.level, _ID.sub("", path_end(block.path, 2))


def _is_answer(block: Block) -> bool:
    """Whether a line is a paragraph that says something, and does not lead elsewhere."""
    return (
        block.kind is Kind.PARAGRAPH
        and not block.hidden
        and block.text.endswith(_SAYS)
        and block.link_density < _LINKS
        and len(block.text.split()) >= _ANSWER_WORDS
    )


def _is_question(block: Block) -> bool:
    """Whether a line asks something in an element for questions: a heading by its looks alone."""
    if block.kind is Kind.HEADING or block.link_density > _QUESTION_LINKS:
        return False
    near = path_end(block.path, 4)
    return len(block.text.split()) in _QUESTION_WORDS and _QUESTIONS.search(near) is not None


def _says(block: Block) -> bool:
    return block.kind in (Kind.PARAGRAPH, Kind.LIST_ITEM) and block.text.endswith(_SAYS)


def _tables(blocks: Sequence[Block], seen: Sequence[int]) -> Iterator[list[int]]:
    """The rows of each table that something follows; they stand in one element."""
    rows: list[int] = []
    for index in seen:
        is_row = blocks[index].kind is Kind.TABLE
        if rows and not (is_row and _table(blocks[index]) == _table(blocks[rows[0]])):
            yield rows
            rows = []
        if is_row:
            rows.append(index)


def _table(block: Block) -> str:
    return block.path.rpartition("/table")[0]


def _read(blocks: Sequence[Block], rows: Sequence[int], out: list[bool]) -> None:
    """Read a table between two lines of the story whole, where it has rows enough and few links."""
    if len(rows) >= _ROWS and all(blocks[i].link_density < _WHOLE_LINK for i in rows):
        for index in rows:
            out[index] = True
