"""A page's blocks as a table of numbers: place, look, wording and neighbours.

Only whole numbers, their quotients and comparisons enter: no logarithm or exponential, whose last digit
depends on the machine. The same page gives the same table everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from copydesk.extract.declared import Declared
from copydesk.extract.keeper.around import Columns, Floats, Ints, context, edges, group, shift
from copydesk.extract.keeper.boxes import Boxes
from copydesk.extract.keeper.nodes import ABOVE, Nodes, nodes_of
from copydesk.extract.keeper.vocabulary import NAMES, WORDS
from copydesk.extract.keeper.votes import declared_body, fast_reading, share
from copydesk.extract.keeper.wording import Wording, cohesion, wording
from copydesk.extract.mapping import squeeze
from copydesk.model import Kind, Page
from copydesk.read.tags import names as tag_names

Table = NDArray[np.float32]

_KINDS = (Kind.PARAGRAPH, Kind.HEADING, Kind.LIST_ITEM, Kind.QUOTE, Kind.TABLE, Kind.CAPTION, Kind.CODE)
# What is prose here: words enough, few of them in links, and a mark of punctuation.
_PROSE_WORDS = 12
_PROSE_LINKS = 0.35
# Boxes that stand in a row of at least so many of their like are cards, as of teasers.
_CARDS = 3
_CARD_TAGS = tag_names("div article section li a figure td tr dd")
# A line that is bold all through and has few words heads what follows it, whatever its tag.
BOLD_HEAD = 0.9
HEAD_WORDS = 12
_LABEL_WORDS = 6
_FAR = 30


@dataclass(frozen=True, slots=True)
class Described:
    """The table of a page, and the groups of blocks that marks are counted over.

    `table` has a row a block and a column a name of `names()`. `groups` number for each block its kind of
    element, the element above it and the one above that; `words` are its words.
    """

    table: Table
    groups: tuple[Ints, Ints, Ints]
    words: Ints
    nodes: Nodes


def describe(page: Page, declared: Declared) -> Described:
    """Describe every block of a marked-up page that has at least one."""
    nodes = nodes_of(page)
    texts = wording(page.blocks, declared.values("title"), declared.values("description"))
    columns, groups = _columns(page, nodes, texts)
    table = np.empty((len(page.blocks), len(columns)), np.float32)
    for i, values in enumerate(columns.values()):
        table[:, i] = values
    return Described(table, groups, texts.words, nodes)


def _columns(page: Page, nodes: Nodes, texts: Wording) -> tuple[Columns, tuple[Ints, Ints, Ints]]:
    link = np.array([block.link_density for block in page.blocks])
    prose = (texts.words >= _PROSE_WORDS) & (link < _PROSE_LINKS) & (texts.commas + texts.stops > 0)
    prose &= np.array([block.hidden is None for block in page.blocks])
    own = nodes.own
    above = nodes.up[own]
    groups = (nodes.sign[own], above, nodes.up[above])
    heads = _heads(page, texts)
    box = Boxes(nodes, texts.words, prose, link)
    columns: Columns = {}
    columns |= _look(page, texts, link, prose)
    columns |= _place(nodes, texts, groups, box, prose)
    columns |= _headings(page, texts, heads, box, nodes)
    columns |= _neighbours(texts, link, prose, groups[0])
    squeezed = [squeeze(block.text) for block in page.blocks]
    fast = share(squeezed, fast_reading(page.tree))
    columns |= context("fast", fast, groups, texts.words)
    body = declared_body(page.tree)
    columns["declared_body"] = share(squeezed, body) if body else np.full(len(page.blocks), -1.0)
    columns |= _flags("word", texts.bits, list(WORDS))
    columns |= _flags("name", nodes.names[own] | nodes.names[above], list(NAMES))
    columns |= _flags("far", nodes.far[above], list(NAMES))
    columns |= _flags("in", nodes.above[own], list(ABOVE))
    return columns, groups


def _look(page: Page, texts: Wording, link: Floats, prose: NDArray[np.bool_]) -> Columns:
    blocks = page.blocks
    kinds = [block.kind for block in blocks]
    found: Columns = {
        "words": texts.words,
        "characters": texts.characters,
        "link": link,
        "bold": np.array([block.bold for block in blocks]),
        "hidden": np.array([block.hidden is not None for block in blocks]),
        "level": np.array([block.level for block in blocks]),
        "prose": prose,
        "commas": texts.commas,
        "stops": texts.stops,
        "upper": texts.upper,
        "digits": texts.digits,
        "unspaced": texts.unspaced,
        "ends": texts.ends,
        "quoted": texts.quoted,
        "lower_start": texts.lower_start,
        "copies": texts.copies,
        "hits": texts.hits,
        "titled": texts.titled,
        "told": texts.told,
    }
    return found | {f"kind_{kind.value}": np.array([k is kind for k in kinds]) for kind in _KINDS}


def _place(
    nodes: Nodes, texts: Wording, groups: tuple[Ints, Ints, Ints], box: Boxes, prose: NDArray[np.bool_]
) -> Columns:
    count = len(prose)
    position = np.arange(count)
    inside = prose & (box.below > 0)
    first, last = edges(inside)
    sign, above, over = groups
    words_of, prose_of, share_of = group(sign, texts.words, prose.astype(np.float64))
    card = _cards(nodes)[nodes.own]
    cards = card > 0
    found: Columns = {
        "position": position / count,
        "first": np.clip(position - first, -_FAR, _FAR),
        "last": np.clip(position - last, -_FAR, _FAR),
        "inside": (position >= first) & (position <= last),
        "below_box": np.minimum(box.below, 8),
        "depth": nodes.depth[nodes.own],
        "cohesion": cohesion(texts, inside),
        "sign_words": words_of,
        "sign_prose": prose_of,
        "sign_share": share_of,
        "sign_count": np.bincount(sign)[sign],
        "card_count": np.where(cards, nodes.copies[card], 0),
        "card_words": np.where(cards, box.words[card], 0),
        "card_prose": np.where(cards, box.prose[card], 0),
        "card_links": np.where(cards, box.linked[card] / np.maximum(1, box.words[card]), 0),
        "card_depth": np.where(cards, nodes.depth[nodes.own] - nodes.depth[card], -1),
        "box_share": np.full(count, box.prose[box.best] / box.total),
        "box_density": np.full(count, box.prose[box.best] / max(1.0, box.words[box.best])),
        "page_blocks": np.full(count, count),
        "page_words": np.full(count, box.all),
        "page_prose": np.full(count, box.total / box.all),
        "page_articles": np.full(count, nodes.tags.count("article")),
    }
    for name, rows in (("own", nodes.own), ("above", above), ("over", over), ("top", nodes.up[over])):
        found[f"{name}_share"] = box.prose[rows] / box.total
        found[f"{name}_density"] = box.prose[rows] / np.maximum(1, box.words[rows])
        found[f"{name}_links"] = box.linked[rows] / np.maximum(1, box.words[rows])
        found[f"{name}_copies"] = nodes.copies[rows]
    return found


def _cards(nodes: Nodes) -> Ints:
    """For each element the nearest one, itself or above, that is one of a row of cards; 0 if none is."""
    card = [0] * len(nodes.tags)
    up, copies = nodes.up.tolist(), nodes.copies.tolist()
    for i in range(1, len(card)):
        is_card = copies[i] >= _CARDS and nodes.tags[i] in _CARD_TAGS
        card[i] = i if is_card else card[up[i]]
    return np.array(card, np.int64)


def _heads(page: Page, texts: Wording) -> NDArray[np.bool_]:
    kinds = np.array([block.kind is Kind.HEADING for block in page.blocks])
    bold = np.array([block.bold >= BOLD_HEAD for block in page.blocks])
    return kinds | (bold & (texts.words <= HEAD_WORDS))


def _headings(page: Page, texts: Wording, heads: NDArray[np.bool_], box: Boxes, nodes: Nodes) -> Columns:
    """What stands over a block: the headline, the heading before it, and how far they are."""
    count = len(heads)
    position = np.arange(count)
    before = np.maximum.accumulate(np.where(heads, position, -1))
    known = before >= 0
    at = np.maximum(0, before)
    ones = np.array([block.level == 1 and block.hidden is None for block in page.blocks])
    title = int(np.argmax(np.where(ones, 1.0, 0.0) + texts.titled)) if count else 0
    link = np.array([block.link_density for block in page.blocks])
    total = np.concatenate(([0], np.cumsum(texts.words)))
    meet = _meeting(nodes, int(nodes.own[title]))[nodes.own]
    found: Columns = {
        "title_distance": np.clip(position - title, -100, 1000),
        "title_like": np.full(count, texts.titled[title]),
        "title_words": total[:-1] - total[title],
        "meet_share": box.prose[meet] / box.total,
        "meet_depth": nodes.depth[nodes.own] - nodes.depth[meet],
        "head_distance": np.where(known, position - at, -1),
        "head_words": np.where(known, total[:-1] - total[at], -1),
        "head_link": np.where(known, link[at], -1),
        "head_level": np.where(known, np.array([block.level for block in page.blocks])[at], -1),
        "head_titled": np.where(known, texts.titled[at], -1),
        "heads_before": np.cumsum(heads),
    }
    found |= _since(page, nodes, texts, heads, title)
    return found | _flags("head", np.where(known, texts.bits[at], 0), list(WORDS)[:9])


def _since(page: Page, nodes: Nodes, texts: Wording, heads: NDArray[np.bool_], title: int) -> Columns:
    """What has come between the headline and a block that another story, or the page's end, begins with."""
    count = len(heads)
    link = np.array([block.link_density for block in page.blocks])
    short = texts.words <= _LABEL_WORDS
    behind = np.arange(count) > title
    time = list(WORDS).index("time")
    dated = short & (texts.digits > 0) & (texts.bits >> time & 1 > 0)
    marks = {"linked_heads": heads & (link > 0.5), "links": link > 0.9, "dates": dated}
    marks |= {
        what: short & (texts.bits >> list(WORDS).index(what) & 1 > 0)
        for what in ("more", "comment", "promo", "company", "follow", "bio")
    }
    found: Columns = {f"since_{name}": np.cumsum(mark & behind) for name, mark in marks.items()}
    article = _articles(nodes)
    of_title = article[nodes.own[title]]
    found["article_order"] = article[nodes.own]
    found["article_titled"] = (article[nodes.own] == of_title) * np.where(of_title > 0, 1, -1)
    return found


def _articles(nodes: Nodes) -> Ints:
    """For each element which of the page's articles (the elements of that name) it is in, from 1; else 0."""
    order = [0] * len(nodes.tags)
    up, count = nodes.up.tolist(), 0
    for i, tag in enumerate(nodes.tags):
        order[i] = order[up[i]]
        if tag == "article" and not order[i]:
            count += 1
            order[i] = count
    return np.array(order, np.int64)


def _meeting(nodes: Nodes, row: int) -> Ints:
    """For each element the lowest one that holds it and the given element."""
    chain = {0}
    while row:
        chain.add(row)
        row = int(nodes.up[row])
    meet = [0] * len(nodes.tags)
    up = nodes.up.tolist()
    for i in range(1, len(meet)):
        meet[i] = i if i in chain else meet[up[i]]
    return np.array(meet, np.int64)


def _neighbours(texts: Wording, link: Floats, prose: NDArray[np.bool_], sign: Ints) -> Columns:
    found: Columns = {}
    for step in (-3, -2, -1, 1, 2, 3):
        found[f"prose{step:+}"] = shift(prose.astype(np.float64), step)
        found[f"words{step:+}"] = shift(texts.words.astype(np.float64), step)
    for step in (-1, 1):
        found[f"link{step:+}"] = shift(link, step)
        found[f"ends{step:+}"] = shift(texts.ends, step)
        found[f"sign{step:+}"] = sign == shift(sign, step, fill=-1)
        found[f"hits{step:+}"] = shift(texts.hits.astype(np.float64), step)
    return found


def _flags(name: str, bits: Ints, of: list[str]) -> Columns:
    return {f"{name}_{what}": bits >> number & 1 for number, what in enumerate(of)}


@cache
def names() -> tuple[str, ...]:
    """The names of a table's columns, in order: what a described page of one block has."""
    from lxml import html  # noqa: PLC0415

    from copydesk.extract.declared import NOTHING  # noqa: PLC0415
    from copydesk.model import Block, Form, RawPage  # noqa: PLC0415

    tree = html.document_fromstring("<p>x</p>")
    block = Block(0, Kind.PARAGRAPH, "x")
    page = Page(
        RawPage(b"", "", ""), Form.HTML, (block,), "utf-8", "", tree=tree, elements=tuple(tree.iter("p"))
    )
    nodes = nodes_of(page)
    columns, _ = _columns(page, nodes, wording(page.blocks, NOTHING.values("title"), ()))
    return tuple(columns)
