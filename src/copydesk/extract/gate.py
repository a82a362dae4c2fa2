"""Whether a page that was answered holds a story at all, or what servers show in the place of one.

Soft 404s, proofs of being human, walls of consent and payment, players without words: each has stock
phrases in its language. A phrase is evidence and never enough: it counts where next to nothing else is
told, since stories quote such phrases too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from copydesk.extract.kind import PageKind, Sort
from copydesk.extract.signals import Signals, is_front
from copydesk.judge.phrases.walls import says, wall_table
from copydesk.model import READING, Article, Block, Page, Reason, RejectReason, is_body
from copydesk.text import line, word_count

# A wall's own words count as none of a story. Of 956 labelled articles these figures turn down none; two
# teasers of some hundred words before a wall of payment stay, since their labels have that text.
_NEXT_TO_NOTHING = 60
_LITTLE = 150
_TEASER = 120
# Lines of a wall are few and short: more of a page is not looked at.
_MOST_LINES = 400
_LONGEST_LINE = 600
# How far behind the last line of a teaser the wall stands.
_BEHIND = 8
# A title is a headline and names of the site, set apart by these.
_PARTS = re.compile(r"\s[|\-–—·•:»]\s|\s?[|:]\s")
_NOT_FREE = re.compile(r'"isAccessibleForFree"\s{0,9}:\s{0,9}"?false', re.IGNORECASE)
_CUT_OFF = ("…", "...", "[…]", "[...]")
# Prose that nobody struck but the reading left out, so many times what was kept: the reading went wrong.
# So it was with two of the 956.
_LEFT_OUT = 8
_LEFT_OUT_WORDS = 400
# Where next to nothing was kept, fewer words of prose will do: none of the 956 has that.
_LEFT_OUT_OF_NOTHING = 150


@dataclass(frozen=True, slots=True)
class Gate:
    """Why a page has no article, and on what evidence."""

    reason: RejectReason
    detail: str


@dataclass(frozen=True, slots=True)
class _Told:
    """What a page tells: words beside a wall's own, phrases in its title, and in its lines."""

    words: int
    title: str | None
    lines: tuple[str, ...]

    @property
    def phrases(self) -> str:
        """The evidence in words."""
        found = [f"its title says {self.title!r}"] if self.title else []
        if self.lines:
            found.append("it says " + ", ".join(map(repr, self.lines[:3])))
        return " and ".join(found)


def gate(page: Page, article: Article, signals: Signals, sort: Sort) -> Gate | None:
    """Why a judged page holds no story, or None if it may.

    >>> from copydesk.model import Block, Form, Kind, Metadata, RawPage, kept
    >>> said = "Sorry, the page you are looking for has moved or never was."
    >>> blocks = (Block(0, Kind.PARAGRAPH, said, verdict=kept("body")),)
    >>> page = Page(RawPage(b"", "a.txt", ""), Form.TEXT, blocks, "utf-8", "bom")
    >>> article = Article("0", Metadata(title="Page not found"), blocks)
    >>> gate(page, article, Signals(), Sort(PageKind.ARTICLE)).reason.value
    'not_found'
    """
    body = [block for block in article.blocks if is_body(block)]
    count = sum(word_count(block.text) for block in body[:_MOST_LINES])
    if sort.kind is PageKind.LISTING and (count < _LITTLE or (is_front(signals.url) and signals.linked)):
        detail = f"a list of other pages with {count} words of its own: {', '.join(sort.signals)}"
        return Gate(RejectReason.LISTING, detail)
    if count >= _TEASER + _LITTLE:
        return None
    for find in (_not_found, _bot_check, _paywall, _consent_wall, _media_only, _suspicious):
        if (found := find(page, article, signals)) is not None:
            return found
    return None


def _not_found(page: Page, article: Article, signals: Signals) -> Gate | None:  # noqa: ARG001
    told = _told("not_found", article, _seen(article))
    if (told.title and (told.words < _NEXT_TO_NOTHING or (told.lines and told.words < _LITTLE))) or (
        told.lines and told.words < _NEXT_TO_NOTHING and not article.metadata.date_published
    ):
        return Gate(RejectReason.NOT_FOUND, f"an error page answered as a page: {told.phrases}")
    return None


def _bot_check(page: Page, article: Article, signals: Signals) -> Gate | None:  # noqa: ARG001
    told = _told("bot_check", article, _seen(article))
    evidence = len(told.lines) + 2 * (told.title is not None)
    if (evidence and told.words < _NEXT_TO_NOTHING and not (evidence == 1 and signals.is_article)) or (
        evidence > 1 and told.words < _TEASER
    ):
        return Gate(RejectReason.BOT_CHECK, f"a check for robots in the place of the page: {told.phrases}")
    return None


def _consent_wall(page: Page, article: Article, signals: Signals) -> Gate | None:  # noqa: ARG001
    told = _told("consent_wall", article, _seen(article))
    only = told.words < _NEXT_TO_NOTHING and not signals.is_article
    if (told.title and told.lines and told.words < _TEASER) or (only and told.lines):
        return Gate(
            RejectReason.CONSENT_WALL, f"a request for consent in the place of the page: {told.phrases}"
        )
    return None


def _paywall(page: Page, article: Article, signals: Signals) -> Gate | None:
    told = _told("paywall", article, _near(article))
    if told.words >= _NEXT_TO_NOTHING:
        return None
    last = next((block.text for block in reversed(article.blocks) if is_body(block)), "")
    paid = signals.paid or any(map(_NOT_FREE.search, _scripts(page)))
    if told.title or told.lines or (paid and last.endswith(_CUT_OFF)):
        how = told.phrases or "the page says it is not free, and its text breaks off"
        return Gate(RejectReason.PAYWALL, f"{told.words} words before a wall of payment: {how}")
    return None


def _media_only(page: Page, article: Article, signals: Signals) -> Gate | None:  # noqa: ARG001
    count = article.metadata.word_count
    if signals.is_media and not signals.is_article and count < _NEXT_TO_NOTHING:
        return Gate(RejectReason.MEDIA_ONLY, f"a video, a recording or pictures with {count} words of text")
    return None


def _suspicious(page: Page, article: Article, signals: Signals) -> Gate | None:  # noqa: ARG001
    """Much less text than the page shows its readers, where nothing but the reading says so."""
    left_out = sum(word_count(block.text) for block in article.blocks if _is_lost(block))
    count = article.metadata.word_count
    least = _LEFT_OUT_OF_NOTHING if count < _NEXT_TO_NOTHING else _LEFT_OUT_WORDS
    if left_out >= least and left_out >= _LEFT_OUT * count:
        detail = f"{count} words were found, and {left_out} more words of prose nobody can place"
        return Gate(RejectReason.EXTRACTION_SUSPICIOUS, detail)
    return None


def _is_lost(block: Block) -> bool:
    verdict = block.verdict
    return (
        verdict is not None
        and (verdict.reason is Reason.OUTSIDE or (not verdict.keep and verdict.stage == READING))
        and len(block.text) >= 80
        and block.link_density < 0.4
    )


def _told(rule: str, article: Article, blocks: Iterable[Block]) -> _Told:
    table = wall_table(rule)
    found: dict[str, None] = {}
    walls: set[int] = set()
    for block in blocks:
        if hit := says(table, line(block.text[:_LONGEST_LINE])):
            found[hit.phrase] = None
            walls.add(block.index)
    rest = (b for b in article.blocks if is_body(b) and b.index not in walls)
    count = sum(word_count(block.text) for block in rest)
    title = next((p for p in _title_parts(article) if (hit := table.is_whole(line(p)))), None)
    return _Told(count, title, tuple(found))


def _seen(article: Article) -> Iterator[Block]:
    """The lines a reader sees."""
    return (block for block in article.blocks[:_MOST_LINES] if not block.hidden)


def _near(article: Article) -> Iterator[Block]:
    """The lines of the text and those soon behind it: a site's own offers stand elsewhere."""
    kept = [block.index for block in article.blocks if is_body(block)]
    if not kept:
        return _seen(article)
    return (b for b in article.blocks[kept[0] : kept[-1] + 1 + _BEHIND][:_MOST_LINES] if not b.hidden)


def _title_parts(article: Article) -> Iterator[str]:
    """The headline, and the parts of the title it stands in."""
    headings = (block.text for block in article.blocks[:_MOST_LINES] if block.level == 1)
    for title in (article.metadata.title or "", *headings):
        yield title[:200]
        yield from _PARTS.split(title[:200])


def _scripts(page: Page) -> Iterator[str]:
    found = page.tree.iter("script") if page.tree is not None else ()
    return (script.text[:100_000] for script in found if script.text and "ld+json" in script.get("type", ""))
