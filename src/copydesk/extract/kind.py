"""What sort of page an article's page is, and how good a catch it looks, each on named signals.

Points are counted for an article and for every other sort; the sort with the most wins. What a page
declares weighs most, then its address, then how it is built. Chosen on 956 labelled articles of four
collections and 238 labelled forums, products, listings, services and manuals (`benchmarks/kinds.py`):
80.7 % of these are told from articles. Of the articles nine (0.9 %) are turned down or take another name: a
page that a script builds, two front pages, an entry of a dictionary, and pages with next to no prose. On
either half of the sites the two figures are 1.0 and 82.8, and 0.9 and 77.6 %.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from copydesk.extract import signals as known
from copydesk.extract.live import live_signals
from copydesk.extract.signals import Signals, is_front
from copydesk.model import Article, Block, Kind, is_body
from copydesk.text import ends_sentence, word_count

_PRICE = re.compile(r"[$€£₹¥]\s?\d|\d\s?(?:USD|EUR|zł|kr|руб|€)")
_PAGE_URL = re.compile(
    r"/(?:services?|solutions?|pricing|contact|about|about-us|company|careers|features|platform|tools?"
    r"|calculators?|tools-calculators|industries|departments?)(?:/|$)"
)
# A date that a search of the markup brought is no sign of an article: it finds one on most pages.
_WEAK_DATES = ("", "htmldate")
# An article's words, and the words of its paragraphs; of the labelled articles nine in ten have more.
_WORDS, _MANY_WORDS, _PARAGRAPH = 150, 400, 18
_MANY_PRICES = 8
_MANY_LINKED = 8
# A front page that shows one story has this share of its words in it, and no more headings with links. Of 19
# labelled front pages the one of a blog with a single post is such a page, and no list of posts or offers is.
_STORY_SHARE, _FEW_LINKED = 0.6, 2
# A page that has no sign of an article and whose text is less than this share of what can be read on it ...
_SHARE = 0.5
# ... and whose address has no headline in it, which has more hyphens than this, is some other page.
_HYPHENS = 2
# From so many hyphens on, the last part of an address is a headline.
_HEADLINE_HYPHENS = 4
# The most points of an article that a page may have and still be a bare page, or an undated manual.
_BARE, _MANUAL = 1, 4
_CAPTIONS = 8


class PageKind(StrEnum):
    """The values of `metadata.kind`, explained in docs/fields.md."""

    ARTICLE = "article"
    LIVE_BLOG = "live_blog"
    GALLERY = "gallery"
    VIDEO = "video"
    LISTING = "listing"
    FORUM = "forum"
    PRODUCT = "product"
    DOCUMENTATION = "documentation"
    PAGE = "page"


# What newsrooms make; other kinds are of pages that no newsroom made, or of lists of stories.
STORIES: Final = frozenset({PageKind.ARTICLE, PageKind.LIVE_BLOG, PageKind.GALLERY, PageKind.VIDEO})


@dataclass(frozen=True, slots=True)
class Sort:
    """A kind of page and the signals that decided, as words."""

    kind: PageKind
    signals: tuple[str, ...] = ()


def kind_of(article: Article, signals: Signals) -> Sort:
    """What sort of page an article was taken from.

    >>> from copydesk.model import Metadata
    >>> shop = Signals(frozenset({"product"}), url="https://shop.example/p/7", carts=1)
    >>> kind_of(Article("0", Metadata(), ()), shop)
    Sort(kind=<PageKind.PRODUCT: 'product'>, signals=('declared product', 'a cart', 'address'))
    """
    if live := live_signals(article, signals):
        return Sort(PageKind.LIVE_BLOG, live)
    if (media := _media(article, signals)) is not None:
        return media
    declared = 4 * signals.has(known.ARTICLE) + 2 * (signals.og == "article")
    own = declared + sum(number for number, _ in _article_points(article, signals))
    told: dict[PageKind, list[str]] = {}
    points: Counter[PageKind] = Counter()
    for other, number, name in _other_points(article, signals):
        points[other] += number
        told.setdefault(other, []).append(name)
    kind = _decide(points, own, declared, article)
    if kind is None and own <= _BARE and signals.og != "article" and _is_bare(article, signals):
        return Sort(PageKind.PAGE, ("no date, author or type", "most of it is no text"))
    if kind is None:
        return Sort(PageKind.ARTICLE, tuple(_article_names(article, signals)))
    return Sort(kind, tuple(told[kind]))


def _decide(points: Counter[PageKind], own: int, declared: int, article: Article) -> PageKind | None:
    """The sort that outweighs an article, if one does. Posts have authors and dates as articles do."""
    for kind in (PageKind.FORUM, PageKind.PRODUCT):
        if points[kind] >= 4 and points[kind] > declared:
            return kind
    manual = points[PageKind.DOCUMENTATION]
    if manual >= 2 and own <= _MANUAL and not _is_dated(article) and not article.metadata.authors:
        return PageKind.DOCUMENTATION
    if not points:
        return None
    kind, most = points.most_common(1)[0]
    if own <= 2 and most >= 2 and points.total() >= 4:  # it is one of two other sorts, whichever
        return kind
    return kind if most >= 3 and most > own else None


def _media(article: Article, signals: Signals) -> Sort | None:
    few = article.metadata.word_count < _WORDS
    if few and (signals.has(known.GALLERY) or len(article.metadata.captions) >= _CAPTIONS):
        return Sort(PageKind.GALLERY, ("pictures with few words",))
    declared = signals.has(known.MEDIA) or signals.og.startswith(("video", "music"))
    if few and declared and not signals.is_article:
        return Sort(PageKind.VIDEO, ("a declared recording with few words",))
    return None


def _is_dated(article: Article) -> bool:
    return article.metadata.provenance.get("date_published", "") not in _WEAK_DATES


def _article_points(article: Article, signals: Signals) -> Iterator[tuple[int, str]]:
    if _is_dated(article):
        yield 2, "a date"
    if article.metadata.authors:
        yield 2, "an author"
    if known.DATE_URL.search(signals.url):
        yield 1, "a date in its address"
    if known.STORY_URL.search(signals.url):
        yield 2, "the address of a blog or magazine"
    if _slug(signals.url).count("-") >= _HEADLINE_HYPHENS:
        yield 1, "a headline in its address"
    count, mean = _prose(article)
    if mean >= _PARAGRAPH and count >= _WORDS:
        yield 1 + (count >= _MANY_WORDS), "paragraphs"


def _article_names(article: Article, signals: Signals) -> Iterator[str]:
    if signals.is_article:
        yield "declared article"
    yield from (name for _, name in _article_points(article, signals))


def _prose(article: Article) -> tuple[int, float]:
    """The words of the text, and those of a paragraph in the mean."""
    sizes = [word_count(b.text) for b in article.body if b.kind in {Kind.PARAGRAPH, Kind.QUOTE}]
    return article.metadata.word_count, sum(sizes) / len(sizes) if sizes else 0.0


def _other_points(article: Article, signals: Signals) -> Iterator[tuple[PageKind, int, str]]:
    yield from _product_points(signals)
    yield from _forum_points(signals)
    yield from _manual_points(signals)
    yield from _listing_points(article, signals)
    if _PAGE_URL.search(signals.url):
        yield PageKind.PAGE, 5, "address"
    if signals.has(known.OFFER):
        yield PageKind.PAGE, 3, "declared offer"


def _product_points(signals: Signals) -> Iterator[tuple[PageKind, int, str]]:
    if signals.has(known.PRODUCT):
        yield PageKind.PRODUCT, 4, "declared product"
    if signals.og.startswith("product") or signals.priced:
        yield PageKind.PRODUCT, 3, "a declared price"
    if signals.carts:
        yield PageKind.PRODUCT, 2, "a cart"
    if known.PRODUCT_URL.search(signals.url):
        yield PageKind.PRODUCT, 2, "address"


def _forum_points(signals: Signals) -> Iterator[tuple[PageKind, int, str]]:
    if signals.has(known.FORUM):
        yield PageKind.FORUM, 4, "declared discussion"
    if found := known.FORUM_URL.search(signals.url):
        yield PageKind.FORUM, 5 if found[0].startswith(("//", "/forum", "/r/")) else 3, "address"
    if known.FORUM_MADE.search(signals.made):
        yield PageKind.FORUM, 3, "made by forum software"


def _manual_points(signals: Signals) -> Iterator[tuple[PageKind, int, str]]:
    if signals.has(known.DOCUMENTATION):
        yield PageKind.DOCUMENTATION, 4, "declared documentation"
    if known.DOCUMENTATION_MADE.search(signals.made):
        yield PageKind.DOCUMENTATION, 3, "made by documentation software"
    if signals.code > 2:
        yield PageKind.DOCUMENTATION, 2, "code"
    if known.DOCUMENTATION_URL.search(signals.url):
        yield PageKind.DOCUMENTATION, 2, "address"


def _listing_points(article: Article, signals: Signals) -> Iterator[tuple[PageKind, int, str]]:
    if is_front(signals.url):
        yield PageKind.LISTING, 3 if _is_one_story(article, signals) else 5, "a front page's address"
    if signals.has(known.LISTING):
        yield PageKind.LISTING, 3, "declared list"
    if known.LISTING_URL.search(signals.url):
        yield PageKind.LISTING, 3, "address"
    if signals.linked > _MANY_LINKED:
        yield PageKind.LISTING, 1, "many headings with links"
    if not _is_dated(article) and _prices(article) >= _MANY_PRICES:
        yield PageKind.LISTING, 2, "many prices"
    if signals.paged:
        yield PageKind.LISTING, 1, "a next page"
    count, mean = _prose(article)
    if count < _WORDS:
        yield PageKind.LISTING, 1, "few words"
    elif mean < _PARAGRAPH:
        yield PageKind.LISTING, 1, "short paragraphs"


def _is_one_story(article: Article, signals: Signals) -> bool:
    """Whether a page is one long text and little else."""
    count, mean = _prose(article)
    if count < _MANY_WORDS or mean < _PARAGRAPH or signals.linked > _FEW_LINKED:
        return False
    return count >= _STORY_SHARE * visible_words(article)


def _prices(article: Article) -> int:
    """How many lines a reader sees that have a price in them."""
    return sum(_PRICE.search(block.text) is not None for block in article.blocks if not block.hidden)


def _is_bare(article: Article, signals: Signals) -> bool:
    if not signals.url or _slug(signals.url).count("-") > _HYPHENS:
        return False
    return article.metadata.word_count < _SHARE * visible_words(article)


def _slug(url: str) -> str:
    """The last part of an address."""
    return url.partition("?")[0].rstrip("/").rpartition("/")[2]


def visible_words(article: Article) -> int:
    """The words a reader of the page sees."""
    return sum(word_count(block.text) for block in article.blocks if not block.hidden)


def quality_of(article: Article, sort: Sort) -> float:
    """How good a catch an article looks: 0 to 1, the sum of the signals that docs/fields.md names.

    >>> from copydesk.model import Metadata
    >>> quality_of(Article("0", Metadata(), ()), Sort(PageKind.ARTICLE))
    0.1
    """
    data = article.metadata
    body = [block for block in article.blocks if is_body(block)]
    prose = [block for block in body if block.kind in {Kind.PARAGRAPH, Kind.QUOTE}]
    parts = (
        (0.15, float(bool(data.title))),
        (0.15, float(_is_dated(article) and data.date_published is not None)),
        (0.1, float(bool(data.authors or data.agencies))),
        (0.05, float(data.language is not None)),
        (0.2, min(1.0, data.word_count / (2 * _WORDS))),
        (0.15, _share(prose, lambda block: ends_sentence(block.text))),
        (0.1, _share(body, lambda block: block.link_density < 0.5)),
        (0.1, float(sort.kind in {PageKind.ARTICLE, PageKind.LIVE_BLOG})),
    )
    damage = min(1.0, 100 * article.text.count("\ufffd") / max(1, len(article.text)))
    return round(sum(weight * part for weight, part in parts) * (1 - damage), 2)


def _share(blocks: list[Block], fits: Callable[[Block], bool]) -> float:
    return sum(map(fits, blocks)) / len(blocks) if blocks else 0.0
