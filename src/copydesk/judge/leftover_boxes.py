"""What the last left-out lines stand in, by the words in the names of their nearest elements."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from copydesk.judge.around import Named
from copydesk.judge.phrases.table import read_topic
from copydesk.model import Reason

_LISTS: Final = read_topic("leftovers").lists
_BUILDER: Final = frozenset(_LISTS["builder"])
# What the names of elements say, in the order in which they are asked.
_BOXES: Final = (
    ("contents_box", "contents", Reason.NAVIGATION),
    ("form", "control", Reason.NAVIGATION),
    ("sources", "sources", Reason.CREDIT),
    ("note", "footnote", Reason.NOTICE),
    ("call_box", "promo_box", Reason.PROMO),
    ("banner", "banner", Reason.PROMO),
    ("product", "product_box", Reason.PROMO),
    ("praise", "praise_box", Reason.PROMO),
    ("beside", "beside", Reason.NAVIGATION),
)
_NAMES: Final = tuple((frozenset(_LISTS[n]), n, rule, reason) for n, rule, reason in _BOXES)
_WORDS: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
# The innermost elements of a line, that speak of it.
NEAR: Final = 4
_STEPS: Final = 8192


@lru_cache(_STEPS)
def steps(path: str) -> tuple[str, ...]:
    """The last elements of a path, innermost first."""
    return tuple(reversed(path.rsplit("/", NEAR)[-NEAR:]))


@lru_cache(_STEPS)
def _words(step: str) -> tuple[str, ...]:
    """The words in an element's names, without those that a page builder gives to all of its elements.

    >>> _words("div.elementor-price-box")
    ('price', 'box')
    """
    _, _, said = step.replace("#", ".").partition(".")
    words = [word.lower() for word in _WORDS.findall(said)]
    built = not _BUILDER.isdisjoint(words)
    return tuple(w for w in words if w not in _BUILDER and not (built and w == "widget"))


def named(step: str, names: frozenset[str]) -> str | None:
    """The first word in an element's names that is one of some.

    >>> named("a.wp-block-button", frozenset({"button"}))
    'button'
    """
    return next((word for word in _words(step) if word in names), None)


@lru_cache(_STEPS)
def box(step: str) -> Named | None:
    """What the names of one element say.

    >>> box("div.hs-form-field")[:2], box("div.story")
    (('control', <Reason.NAVIGATION: 'navigation'>), None)
    """
    for names, _, rule, reason in _NAMES:
        if (said := named(step, names)) is not None:
            return rule, reason, f"stands in an element named {said!r}"
    if step.partition(".")[0].partition("#")[0] == "aside":
        return "beside", Reason.NAVIGATION, "stands in an aside of the page"
    return None
