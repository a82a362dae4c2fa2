"""The captions of an article: every one once, its parts told apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from copydesk.extract.facts import NONE, Chosen, Fact, named
from copydesk.judge.phrases.pictures import CREDIT_LINE, PICTURE_LABELS
from copydesk.model import Block, Reason
from copydesk.text import fold, key, word_count

# A credit stands this close behind its caption, and is known by so many characters.
_NEAR, _KNOWN_BY = 3, 12
# "Image credit: " has so many.
_LABEL_WORDS = 2
# ... or above it, with a label between the two, by one of these rules.
_ABOVE = 2
_CREDITS = frozenset({"picture_credit", "credit_line"})
# A caption in short begins as that in full does.
_KNOWN_START = 40
# "Photo Credit" and the like are no captions.
_SHORTEST = 3


def choose_captions(facts: tuple[Fact, ...], blocks: Sequence[Block], elements: Sequence[Any] = ()) -> Chosen:
    """Every caption once, in page order, without the labels and buttons of pictures.

    `elements` are those of the blocks, where a page has any.
    """
    told = [fact for fact in named(facts, "captions") if _is_told(fact.value)]
    # One that is told again with its credit is told as a whole.
    tails = ((fact.value, f" {fact.block.text}") for fact in told)
    again = {value.removesuffix(tail) for value, tail in tails if value.endswith(tail)}
    found = [fact for fact in told if fact.value not in again]
    texts = {
        key(fact.value) or fact.value: (_whole(fact, blocks, elements), fact) for fact in reversed(found)
    }
    ends = [(key(text), fact.block.index) for text, fact in texts.values()]
    whole = [text for k, (text, fact) in texts.items() if not _ends_one(k, fact, ends)]
    return Chosen(tuple(reversed(whole)), found[0].origin) if found else NONE


def _ends_one(own: str, fact: Fact, ends: Sequence[tuple[str, int]]) -> bool:
    """Whether a text is the credit a caption beside or above it ends with, or one with a label elsewhere."""
    others = ((other, index) for other, index in ends if other.endswith(f" {own}"))
    return any(
        index - fact.block.index <= _NEAR or other.count(" ") - own.count(" ") <= _LABEL_WORDS
        for other, index in others
    )


def _is_told(text: str) -> bool:
    """Whether a text tells of a picture: it has words, and is no label or button."""
    return any(map(str.isalpha, text)) and key(text) not in PICTURE_LABELS


def _whole(fact: Fact, blocks: Sequence[Block], elements: Sequence[Any]) -> str:
    """A caption with what else is told in its box."""
    text = _with_credit_above(fact, blocks, _in_parts(fact, blocks))
    credit = _credit_below(fact, blocks, elements)
    return text if credit is None or key(credit) in key(text) else f"{text}\n{credit}"


def _credit_below(fact: Fact, blocks: Sequence[Block], elements: Sequence[Any]) -> str | None:
    """The credit in the box of a caption, behind the same in short or once more at most."""
    if not fact.block.index < len(elements) or CREDIT_LINE.match(fact.value):
        return None
    box = elements[fact.block.index].getparent()
    if box is None or "caption" not in (box.get("class") or "").lower():
        return None
    start = key(fact.value)[:_KNOWN_START]
    for other in blocks[fact.block.index + 1 : fact.block.index + 1 + _NEAR]:
        told = other.verdict
        if told is None or told.reason is not Reason.CAPTION or elements[other.index].getparent() is not box:
            break
        if CREDIT_LINE.match(other.text):
            return fold(other.text)
        if not key(other.text).startswith(start):
            break
    return None


def _with_credit_above(fact: Fact, blocks: Sequence[Block], text: str) -> str:
    """A caption with the credit that stands above it in one box, a short label between them at most."""
    box = fact.block.path.rpartition("/")[0]
    for other in reversed(blocks[max(0, fact.block.index - _ABOVE) : fact.block.index]):
        told = other.verdict
        if told is not None and told.rule in _CREDITS and other.path.startswith(f"{box}/"):
            owner = not other.text.rstrip().endswith(":")
            new = owner and not told.facts and key(other.text) not in key(text)
            return f"{text}\n{other.text}" if new else text
        if told is None or told.keep or word_count(other.text) > 1:
            break
    return text


def _in_parts(fact: Fact, blocks: Sequence[Block]) -> str:
    """A caption, its credit on a line of its own if neither ends nor begins as one that can be told."""
    front = own = fold(fact.block.text)
    if fact.value.endswith(f" {own}"):
        # The block is the credit, printed above its caption.
        caption = fact.value.removesuffix(f" {own}")
        return f"{caption}\n{own}" if caption[-1:].isalnum() and own[:1].isalnum() else fact.value
    behind = fact.value.removeprefix(f"{front} ")
    marked = not front[-1:].isalnum() or not behind[:1].isalnum() or ":" in behind
    if behind == fact.value or marked or word_count(front) < _SHORTEST:
        return fact.value
    following = blocks[fact.block.index + 1 : fact.block.index + 1 + _NEAR]
    credits_ = (b for b in following if b.verdict is not None and b.verdict.reason is Reason.CAPTION)
    parted = any(behind.startswith(fold(block.text)[:_KNOWN_BY]) for block in credits_)
    return f"{front}\n{behind}" if parted else fact.value
