"""The main content of a page: an extractor's readings, found again among the blocks, and the last word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from copydesk.extract.declared import Declared
from copydesk.extract.mapping import align, reading_lines
from copydesk.extract.parts import ASKS
from copydesk.extract.restore import restore, whole_paragraphs
from copydesk.judge.view import View
from copydesk.model import READING, Block, Form, Kind, Page, Reason, Verdict, dropped, kept

if TYPE_CHECKING:
    from copydesk.extract.keeper.keep import Keeper
    from copydesk.extract.lines.keep import LineKeeper

# What is prose: characters of more than a line, few of them in links. The measure of a reading.
_PROSE_CHARACTERS = 80
_PROSE_LINKS = 0.4
# A reading that has this share of the page's prose is taken as it is: 19 pages in 20. The others are read
# again, and again if need be, more freely each time. From 0.3 to 0.5 scores are alike.
_COVERED = 0.4
# The free reading is taken when the precise one has less than this share of its text. Anything from 0.4
# to 0.6 scores alike; without the second reading, pages that are no news lose their body.
_MUCH_LESS = 0.5
# The freest reading has to have so many times the text: it brings much that is not the story.
_MUCH_MORE = 1.5


# Code and answers that the keeper is so sure are none of the story's stay out, whatever their place. On
# unseen sites the place is right about less likely headings, lists, tables and paragraphs; of code below this
# probability it brings back 366 words of the labels and 322 others, of answers next to none.
_CODE_OUT, _ANSWER_OUT = 0.4, 0.1
# What a line is that heads nothing, whatever its shape.
_HEADS_NOTHING = frozenset({Reason.BYLINE, Reason.CAPTION, Reason.COMMENTS, Reason.CREDIT})


@dataclass(frozen=True, slots=True)
class Reading:
    """For each block whether it is main content, and what says so; no evidence where nobody gives any.

    `doubt` says of which blocks the reader is unsure, `likely` how likely each is the article's and
    `headline` how likely it is the headline, from 0 to 1; they are empty where it does not tell.
    """

    inside: tuple[bool, ...] = ()
    evidence: tuple[str, ...] = ()
    doubt: tuple[bool, ...] = ()
    likely: tuple[float, ...] = ()
    headline: tuple[float, ...] = ()


Reader = Callable[[Page, Declared], Reading]


class Focus(StrEnum):
    """What a reading leans to: leaving out what may not belong, or keeping what may."""

    PRECISE = "precision"
    FREE = "balanced"
    FREEST = "recall"


def read_body(page: Page, declared: Declared) -> Reading:
    """The main content of a page: by the keeper, or where its trees are missing by trafilatura.

    That of pasted text is found by the line keeper; without its trees nothing is read there, and the rules
    decide alone.
    """
    if page.form is Form.TEXT:
        return read_lines(page)
    # Numbers and trees: slow to import, and only marked-up pages need them.
    from copydesk.extract.keeper.keep import shipped_keeper  # noqa: PLC0415

    keeper = shipped_keeper()
    return Reading(trafilatura_reading(page)) if keeper is None else keeper_reading(page, declared, keeper)


def keeper_reading(page: Page, declared: Declared, keeper: Keeper) -> Reading:
    """The main content by a keeper; blocks that it lost among those it kept are brought back."""
    from copydesk.extract.keeper.keep import keep  # noqa: PLC0415

    found = keep(page, declared, keeper, _both_readings)
    whole = whole_paragraphs(page, found.inside)
    back = restore(page.blocks, whole)
    inside = tuple(
        read or (back[i] and not _is_surely_out(page.blocks, i, found.probabilities[i]))
        for i, read in enumerate(whole)
    )
    evidence = (
        f"{told}; its place is the article's" if read and not kept_ else told
        for told, read, kept_ in zip(found.evidence, inside, found.inside, strict=True)
    )
    return Reading(inside, tuple(evidence), likely=found.probabilities)


def _is_surely_out(blocks: Sequence[Block], index: int, probability: float) -> bool:
    """Whether a block is code, or an answer below its question, that the keeper is sure to leave out."""
    if blocks[index].kind is Kind.CODE:
        return probability < _CODE_OUT
    return index > 0 and blocks[index - 1].text.endswith(ASKS) and probability < _ANSWER_OUT


def read_lines(page: Page) -> Reading:
    """The main content of a pasted text by the line keeper; an empty reading where it has no say."""
    from copydesk.extract.lines.keep import MOST_LINES, shipped_line_keeper  # noqa: PLC0415 - as above

    keeper = shipped_line_keeper()
    if keeper is None or len(page.blocks) > MOST_LINES:
        return Reading()
    return lines_reading(page, keeper)


def lines_reading(page: Page, keeper: LineKeeper) -> Reading:
    """The main content of a pasted text by a line keeper, with the lines that it is unsure of."""
    from copydesk.extract.lines.keep import DOUBT_FROM, DOUBT_TO, keep_lines  # noqa: PLC0415

    found = keep_lines(page, keeper)
    kept_ = found.kept
    doubt = tuple(DOUBT_FROM < probability < DOUBT_TO for probability in kept_.probabilities)
    return Reading(kept_.inside, kept_.evidence, doubt, headline=found.headline)


def _both_readings(page: Page) -> tuple[tuple[bool, ...], tuple[bool, ...]]:
    return tuple(reading(page, Focus.PRECISE)), tuple(reading(page, Focus.FREE))


def trafilatura_reading(page: Page) -> tuple[bool, ...]:
    """For each block of a marked-up page, whether the main content has it.

    >>> from copydesk.read import read_page
    >>> from copydesk.model import RawPage
    >>> line = "<p>The council of {} voted on Tuesday to build a bridge across the river, members said."
    >>> story = "".join(line.format(town) for town in ("Hollin", "Marsk", "Upper Wend"))
    >>> body = f"<html><body><nav><a href='/'>Home</a></nav><article>{story}</article></body></html>"
    >>> trafilatura_reading(read_page(RawPage(body.encode(), "a.html", "0")))
    (False, True, True, True)
    """
    blocks = page.blocks
    chosen = reading(page, Focus.PRECISE)
    prose = _prose(blocks, [True] * len(blocks))
    if _prose(blocks, chosen) < _COVERED * prose or not any(chosen):
        free = reading(page, Focus.FREE)
        if _size(blocks, chosen) < _MUCH_LESS * _size(blocks, free):
            chosen = free
        if _prose(blocks, chosen) < _COVERED * prose:
            freest = reading(page, Focus.FREEST)
            if _size(blocks, freest) > _MUCH_MORE * _size(blocks, chosen):
                chosen = freest
    return tuple(restore(blocks, chosen))


def _read(tree: Any, url: str | None, focus: Focus) -> Any:
    # Slow to import, and only marked-up pages need it.
    from trafilatura import bare_extraction  # noqa: PLC0415

    document: Any = bare_extraction(
        copy(tree),
        url=url,
        favor_precision=focus is Focus.PRECISE,
        favor_recall=focus is Focus.FREEST,
        include_comments=False,
        with_metadata=False,
    )
    return None if document is None else document.body


def reading(page: Page, focus: Focus) -> list[bool]:
    """Which blocks one reading of trafilatura has. Of two copies of a text, the one to be seen is meant."""
    body = _read(page.tree, page.url, focus)
    if body is None:
        return [False] * len(page.blocks)
    return align(["" if b.hidden else b.text for b in page.blocks], reading_lines(body))


def _size(blocks: Sequence[Block], chosen: Sequence[bool]) -> float:
    """The characters of a reading, but for its links: a menu is none."""
    return sum(len(b.text) * (1 - b.link_density) for b, yes in zip(blocks, chosen, strict=True) if yes)


def _prose(blocks: Sequence[Block], chosen: Sequence[bool]) -> int:
    return sum(
        len(b.text)
        for b, yes in zip(blocks, chosen, strict=True)
        if yes and not b.hidden and len(b.text) >= _PROSE_CHARACTERS and b.link_density < _PROSE_LINKS
    )


def settle(view: View) -> tuple[Block, ...]:
    """Every block with its last verdict: what no judge has decided goes by the reading.

    Where pasted text has no reading, a line that nobody struck stays.
    """
    return tuple(_settled(block, view) for block in view.blocks)


def _settled(block: Block, view: View) -> Block:
    verdict = view.verdicts.get(block.index) or _by_reading(block, view)
    # Of pasted text only the shape of a line says that it heads something, which such lines do not.
    if view.pasted and block.kind is Kind.HEADING and verdict.reason in _HEADS_NOTHING:
        block = replace(block, kind=Kind.PARAGRAPH)
    return block.judged(verdict)


def _by_reading(block: Block, view: View) -> Verdict:
    if view.pasted and not view.in_reading:
        return kept("body", "no judge struck it", stage=READING)
    inside = view.in_reading[block.index]
    if view.told:
        rule, told = "line_keeper" if view.pasted else "keeper", view.told[block.index]
        doubt = bool(view.doubt) and view.doubt[block.index]
        told = f"in doubt: {told}" if doubt else told
        reason = None if inside else Reason.OUTSIDE
        return Verdict(inside, READING, rule, reason, told, doubt=doubt)
    if inside:
        return kept("body", "in the main content", stage=READING)
    return dropped("outside_reading", Reason.OUTSIDE, "not in the main content of the page", stage=READING)
