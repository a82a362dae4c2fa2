"""The picture that a page prints with its story, for pages that declare none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from copydesk.extract.facts import NONE, Chosen
from copydesk.extract.images import absolute, is_decoration, is_small, sources
from copydesk.extract.tables import word_set
from copydesk.model import Block, Kind, Page, Reason, is_body

# So many images of a page are looked at.
_MOST: Final = 80
# So many elements around an image tell what it is for: farther up they may hold the whole page.
_NEAR: Final = 4
_FRAME: Final = frozenset({"nav", "aside", "footer", "noscript", "template"})
_STORY: Final = frozenset({"article", "main"})
# What elements are called that show something else than the story.
_OTHERS: Final = word_set("""
    logo logos icon icons avatar avatars gravatar badge badges button btn banner ad ads advert advertisement
    advertising sponsor sponsored affiliate share social newsletter subscribe author authors autor byline bio
    profile headshot related recirc recommended teaser promo widget sidebar comment comments rating flag nav
    menu signature emoji
""")
_NAMES: Final = re.compile(r"[A-Z]?[a-z]+")
# What software and newsrooms call the picture that goes with a story, where it stands above the headline.
_FEATURED: Final = re.compile(
    r"featured|thumbnail|hero(?![a-z])|lead(?![a-z])|cover|(?:post|main|top|article|entry)-?(?:image|photo|media)",
    re.IGNORECASE,
)
# A line of these reasons in one box with an image speaks of it, or stands above it.
_BESIDE: Final = (Reason.CAPTION, Reason.HEADLINE)
_PICTURE: Final = re.compile(r"\.(?:jpe?g|png|webp|avif|gif)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Printed:
    """A judged page, its elements in their order, and where among them the lines of its blocks stand."""

    page: Page
    blocks: Sequence[Block]
    elements: Sequence[Any]
    at: dict[Any, int]
    lines: Sequence[int]

    def inside(self, box: Any) -> Sequence[Block]:
        """The blocks that stand in an element."""
        start = self.at[box]
        first, last = (bisect_left(self.lines, i) for i in (start, start + _count(box)))
        return self.blocks[first:last]


def printed_picture(page: Page, blocks: Sequence[Block]) -> Chosen:
    """The address of the first picture between the headline and the end of the story.

    One above the headline counts if it is marked as the story's. What is small, leads elsewhere, or is by its
    names a logo, a head or an advert, does not.
    """
    body = [block.index for block in blocks if is_body(block)]
    if page.tree is None or not body or len(page.elements) != len(blocks):
        return NONE
    elements = list(page.tree.iter("*"))
    at = {element: i for i, element in enumerate(elements)}
    printed = _Printed(page, blocks, elements, at, [at[element] for element in page.elements])
    title = next((block.index for block in blocks if block.kind is Kind.TITLE), body[0])
    head, opening, last = min(title, body[0]), body[0], body[-1]
    box = _around(page.elements[head], page.elements[opening])
    end = printed.lines[last] + _count(page.elements[last])
    images = (e for e in elements[at[box] : end] if e.tag == "img")
    for image in islice(images, _MOST):
        above = at[image] < printed.lines[head]
        told = _is_marked(image, box) if above else True
        if told and _is_of_story(image, printed) and (link := _address(image, page)) is not None:
            below = "below the headline" if at[image] < printed.lines[opening] else "in the story"
            return Chosen((link,), f"picture {'above the headline' if above else below}")
    return NONE


def _count(box: Any) -> int:
    """How many elements an element has in it, itself among them."""
    return sum(1 for _ in box.iter("*"))


def _around(one: Any, other: Any) -> Any:
    """The innermost element that holds two others, or is one of them."""
    boxes = [one, *one.iterancestors()]
    return next(box for box in (other, *other.iterancestors()) if any(box is each for each in boxes))


def _is_marked(image: Any, box: Any) -> bool:
    """Whether an image is a figure or called the story's picture, by its own names or those around it."""
    for element in (image, *image.iterancestors()):
        if element is box:
            return False
        if element.tag == "figure" or _FEATURED.search(element.get("class") or ""):
            return True
    return False


def _is_of_story(image: Any, printed: _Printed) -> bool:
    """Whether an image is the story's, by the elements around it and the lines in the innermost of them.

    In one box with lines that were dropped, and no caption, it is the picture of a card.
    """
    around = list(image.iterancestors())
    if any(box.tag in _FRAME for box in around):
        return False
    if any(box.tag == "header" for box in around) and not any(box.tag in _STORY for box in around):
        return False
    for box in (image, *islice(around, _NEAR)):
        if _is_other(f"{box.get('class') or ''} {box.get('id') or ''}"):
            return False
        if inside := printed.inside(box):
            verdicts = (block.verdict for block in inside)
            return any(told is None or told.keep or told.reason in _BESIDE for told in verdicts)
    return True


def _is_other(names: str) -> bool:
    return not _OTHERS.isdisjoint(word.lower() for word in _NAMES.findall(names))


def _address(image: Any, page: Page) -> str | None:
    """The address of an image that is large enough to be a picture, and leads nowhere else."""
    if is_small(image) or is_decoration(image.get("alt") or "") or _leads_elsewhere(image, page):
        return None
    links = (link for source in sources(image) if (link := absolute(page.url, source)) is not None)
    return next((link for link in links if not is_decoration(link)), None)


def _leads_elsewhere(image: Any, page: Page) -> bool:
    """Whether an image is a link to another page: not to itself in full, nor to the page it is on."""
    links = (box.get("href") for box in islice(image.iterancestors(), _NEAR) if box.tag == "a")
    link = absolute(page.url, next(links, None) or "#")
    if link is None or _PICTURE.search(link.partition("?")[0]):
        return False
    return _bare(link) not in {_bare(own) for own in (page.url, page.canonical_url) if own}


def _bare(link: str) -> str:
    return link.partition("#")[0].rstrip("/")
