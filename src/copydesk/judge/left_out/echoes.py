"""Left-out lines told by their own words: what the page has said before, its tags, where to share it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from copydesk.extract.titles.titles import squeeze
from copydesk.judge.left_out.around import Named
from copydesk.judge.left_out.listed import is_kept
from copydesk.judge.notices.outlet import own_names
from copydesk.judge.phrases.furniture import PLACES, WAYS
from copydesk.judge.phrases.table import read_topic
from copydesk.judge.repeats.pull_quotes import its_speaker
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason
from copydesk.text import Line, key

# An equal line says the same from this many words on; shorter ones are labels.
_AGAIN_WORDS: Final = 4
# A name and its agency, right below a caption that is said again.
_CREDIT_WORDS: Final = 2
_SHARE_WORDS: Final = 12
# A quotation that begins with so many words of the story is taken from it.
_QUOTED_WORDS: Final = 8
_SHARING: Final = read_topic("sharing").table
_SHARE: Final = ("share_names", Reason.PROMO, "names where to share the story")


@dataclass(frozen=True, slots=True)
class Said:
    """What a page has said elsewhere, as keys: its captions, its kept lines, its tags and authors."""

    captions: frozenset[str]
    kept: frozenset[str]
    story: str
    tags: frozenset[str]
    authors: frozenset[str]


def said_of(view: View, authors: tuple[str, ...]) -> Said:
    """What the page of a view has said."""
    captions = {view.lines[i].key for i, v in view.verdicts.items() if v.reason is Reason.CAPTION}
    read = [b.index for b in view.blocks if b.kind is not Kind.HEADING and is_kept(view, b.index)]
    kept = {view.lines[i].key for i in read}
    tags = {key(tag) for name in ("tags", "section") for tag in view.declared.values(name)}
    story = " ".join(view.lines[i].key for i in read)
    # A site that names itself as the author stands in its own foot, too.
    people = frozenset(name for name in authors if squeeze(name) not in own_names(view))
    return Said(frozenset(captions), frozenset(kept), story, frozenset(tags - {""}), people)


def echo(view: View, index: int, page: Said) -> Named | None:
    """What a line is that says again what the page says elsewhere, or names where to share it."""
    line = view.lines[index]
    if size(line) >= _AGAIN_WORDS and (again := _again(view, index, page)) is not None:
        return again
    if _is_credit_again(view, index, page):
        return "caption_again", Reason.CAPTION, "says a photo credit of the page again, below its caption"
    if line.key in page.tags:
        return "tags", Reason.NAVIGATION, "one of the subjects that the page declares"
    if line.key in page.authors:
        return "author_name", Reason.BYLINE, f"names {line.text!r}, who wrote the story"
    if asks_to_share(line):
        return "share", Reason.PROMO, "asks to share the story"
    return _SHARE if line.word_count <= _SHARE_WORDS and _names_places(view, index) else None


def asks_to_share(line: Line) -> bool:
    """Whether a line asks to share the story.

    >>> from copydesk.text import line
    >>> asks_to_share(line("Share this article")), asks_to_share(line("Shares fell on Monday."))
    (True, False)
    """
    return line.word_count <= _SHARE_WORDS and not line.sentence and _SHARING.opens(line) is not None


def _again(view: View, index: int, page: Said) -> Named | None:
    """Whether a line is a caption or a line of the story once more, or a quotation taken from it."""
    line = view.lines[index]
    if line.key in page.captions:
        return "caption_again", Reason.CAPTION, "says a caption of the page again"
    if line.key in page.kept:
        return "paragraph_again", Reason.DUPLICATE, "says a line of the story again"
    if view.blocks[index].kind is Kind.QUOTE and _opening(line.key) in page.story:
        return "pull_quote", Reason.DUPLICATE, "begins with words of the story"
    return None


def _is_credit_again(view: View, index: int, page: Said) -> bool:
    """Whether a line of two words or more is a credit once more, below a caption or label once more."""
    if index == 0 or size(view.lines[index]) < _CREDIT_WORDS:
        return False
    return {view.lines[i].key for i in (index - 1, index)} <= page.captions


def _opening(text: str) -> str:
    return " ".join(text.split()[:_QUOTED_WORDS])


def _names_places(view: View, index: int) -> bool:
    """Whether a line is names of networks; a word for a way to share counts among those alone."""
    text = view.lines[index].key
    if text in PLACES:
        return True
    if text in WAYS:
        near = range(max(0, index - 2), min(len(view.lines), index + 3))
        return any(view.lines[i].key in PLACES for i in near)
    words = text.split()
    places = sum(word in PLACES for word in words)
    return places > 1 and all(word in PLACES or word in WAYS for word in words)


def speaker(view: View, index: int, named: Named) -> dict[int, Named]:
    """Who is quoted, below a quotation that says a part of the story again: what it is, they are."""
    rule, reason, _ = named
    if reason is not Reason.DUPLICATE or view.blocks[index].kind is not Kind.QUOTE:
        return {}
    below = its_speaker(view, index).items()
    return {i: (rule, reason, verdict.evidence) for i, verdict in below if not view.in_reading[i]}
