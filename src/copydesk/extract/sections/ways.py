"""The section by the way that leads to a page: the links of the trail that it shows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final
from urllib.parse import urljoin

from lxml import etree

from copydesk.extract.address import own_address, same_site, steps_of
from copydesk.extract.facts import NONE, Chosen
from copydesk.extract.sections.crumbs import HOME
from copydesk.extract.sections.spelling import LONGEST
from copydesk.extract.sections.subjects import SORTS, is_general, sections
from copydesk.model import Page
from copydesk.text import key

# What elements that hold a trail are called, by a class, an id, the label that is heard or the type of their
# item: "crumb", "Crumb".
_NAMES: Final = ("class", "id", "aria-label", "itemtype")
_TRAILS: Final = etree.XPath(
    "//*[@class|@id|@aria-label|@itemtype]"
    "[contains(concat(@class, ' ', @id, ' ', @aria-label, ' ', @itemtype), 'rumb')]"
)
_TRAIL: Final = "crumb"
_MOST_TRAILS: Final = 4
# A row of more links is a menu.
_MOST_STEPS: Final = 6
# ... and of so many that lead elsewhere by their addresses.
_MOST_ASTRAY: Final = 3
# Longer steps are headlines.
_MOST_WORDS: Final = 4
# The name of a link is read from so many of its texts.
_MOST_TEXTS: Final = 8
# "Back to the magazine", "All recipes": buttons.
_BUTTON: Final = re.compile(r"(?:back|all|view|see|about|zurück|alle|retour|volver) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Way:
    """A link by which readers come near a page: what it says, and how many folders of the address it has."""

    name: str
    depth: int


@dataclass(frozen=True, slots=True)
class _Goal:
    """The page that ways lead to: its address, the folders there, and what is no section of it."""

    address: str
    folders: tuple[str, ...]
    own: tuple[str, ...]
    unfit: frozenset[str]


def shown_way(page: Page, own: Collection[str], others: Collection[str]) -> Chosen:
    """The section to which the trail on a page leads.

    `own` are the site's names; `others` is what cannot be a section: the title, and who wrote the story.
    """
    address = own_address(page)
    if page.tree is None or address is None:
        return NONE
    unfit = frozenset({*map(key, others), *HOME, *SORTS})
    return _by_trail(page.tree, _Goal(address, steps_of(address)[:-1], tuple(own), unfit)) or NONE


def _by_trail(tree: Any, goal: _Goal) -> Chosen | None:
    """The deepest step of a trail that the page's address is under, or else its last."""
    named: Any = _TRAILS(tree)
    for trail in islice(filter(_is_trail, named), _MOST_TRAILS):
        ways = [way for way in _ways(trail, goal) if len(way.name.split()) <= _MOST_WORDS]
        # Links to many folders of which none leads to the page are its section's sisters.
        most = _MOST_STEPS if any(way.depth for way in ways) else _MOST_ASTRAY
        if 0 < len(ways) <= most:
            # Of several that are as deep, the last.
            return Chosen((max(ways[::-1], key=lambda way: way.depth).name,), "trail of links")
    return None


def _is_trail(element: Any) -> bool:
    names = " ".join(element.get(name) or "" for name in _NAMES)
    return _TRAIL in names.casefold()


def _ways(element: Any, goal: _Goal) -> Iterator[_Way]:
    """The links in an element that can be named for a section, in their order."""
    for link in element.iter("a"):
        name = _name(link, goal)
        if name and (folders := _led_to(link.get("href") or "", goal.address)):
            within = folders == goal.folders[: len(folders)]
            yield _Way(name, len(folders) if within else 0)


def _name(link: Any, goal: _Goal) -> str:
    """What a link says, if that can be the name of a section."""
    name = " ".join("".join(islice(link.itertext(), _MOST_TEXTS)).split())
    named = 0 < len(name) <= LONGEST and name[0].isalnum() and any(map(str.isalpha, name))
    fits = named and not name.islower() and key(name) not in goal.unfit and not _BUTTON.match(name)
    fits = fits and not is_general(name)
    return name if fits and sections((name,), goal.own) == (name,) else ""


def _led_to(href: str, address: str) -> tuple[str, ...]:
    """The steps of the address that a link of a page leads to, if that is of its site and no front page."""
    try:
        there = urljoin(address, href.strip())
        own = same_site(there, address)
    except ValueError:  # a bracket that opens no IPv6 address
        return ()
    steps = steps_of(there)
    return steps if own and steps != steps_of(address) else ()
