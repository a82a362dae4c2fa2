"""Links to small print, told by where they lead: "/privacy", "/legal/terms-of-use"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from typing import Any, Final

from copydesk.extract.address import steps_of
from copydesk.extract.paths import place
from copydesk.extract.titles.titles import host_of
from copydesk.judge.navigation.page_links import LINKED, links_of
from copydesk.judge.phrases.table import read_topic
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped
from copydesk.text import fold, key, word_count

# Links to small print have no more words, and a row of them no more links.
_WORDS: Final = 6
_MOST: Final = 12
_PRINT: Final = {name: frozenset(words) for name, words in read_topic("legal_links").lists.items()}
_APART: Final = re.compile(r"[\W_]+")
_HOUSE: Final = _PRINT["part"] | _PRINT["beside"] | _PRINT["under"] | _PRINT["house"]
# An address with a folder has so many steps.
_FOLDED: Final = 2
# What "terms" are besides: those of a trade, in a list.
_GLOSSARY: Final = re.compile(r"glossar|dictionar|basic|lexi", re.IGNORECASE)


def judge(view: View) -> dict[int, Verdict]:
    """Drop rows of links, outside the story, that all lead to small print."""
    if view.pasted:
        return {}
    found: dict[int, Verdict] = {}
    for index in view.open():
        block = view.blocks[index]
        if (
            view.in_reading[index]
            or block.hidden
            or block.link_density < LINKED
            or block.kind is Kind.HEADING
        ):
            continue
        links = links_of(view, index)
        if 0 < len(links) <= _MOST and all(map(_is_to_small_print, links)):
            where = "/".join(steps_of(links[0].get("href")))[:60]
            said = f"leads to small print, by its address: '{where}'"
            found[index] = dropped("notice_link", Reason.NOTICE, said)
    return found | _beside(view, found)


def _beside(view: View, found: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """The links right beside one to small print, in a place alike, whose own words name small print."""
    more: dict[int, Verdict] = {}
    named = [i for i in view.open() if i not in found and _names_print(view, i)]
    for index in [*named, *reversed(named)]:  # twice, to reach them from either end of the row
        for other in (index - 1, index + 1):
            told = found.get(other) or more.get(other) or view.verdicts.get(other)
            if told is not None and told.reason is Reason.NOTICE and _is_alike(view, index, other):
                said = "names small print, beside a link to some"
                more[index] = dropped("notice_link", Reason.NOTICE, said)
    return more


def _names_print(view: View, index: int) -> bool:
    block, line = view.blocks[index], view.lines[index]
    linked = block.link_density >= LINKED and block.kind is not Kind.HEADING and not block.hidden
    few = line.word_count <= _WORDS and not view.in_reading[index]
    return linked and few and not _PRINT["beside_one"].isdisjoint(line.words)


def _is_alike(view: View, index: int, other: int) -> bool:
    """Whether two lines are links in places alike: in one row."""
    linked = view.blocks[other].link_density >= LINKED
    return linked and place(view.blocks[index].path) == place(view.blocks[other].path)


def _is_to_small_print(link: Any) -> bool:
    """Whether a link of a few words leads to small print by the last steps of its address.

    >>> from lxml import html
    >>> ways = ["/terms", "/glossary/terms", "/privacy-policy.html", "/privacy-matters", "/recipes/cookies"]
    >>> [_is_to_small_print(html.fromstring(f"<a href='{way}'>Read this</a>")) for way in ways]
    [True, False, True, False, False]
    """
    text, href = fold("".join(link.itertext())), link.get("href")
    if not 0 < word_count(text) <= _WORDS or any(map(str.isdigit, text)):
        return False
    steps = steps_of(href)
    if key(host_of(href) or "") in _PRINT["host"]:
        return True
    if not steps or _GLOSSARY.search(f"{text} {'/'.join(steps)}"):
        return False
    last = steps[-1].partition(".")[0]
    words = {word for word in _APART.split(last) if word}
    if "cookies" in words and not _PRINT["kitchen"].isdisjoint(_APART.split("/".join(steps))):
        return False
    named = not _PRINT["part"].isdisjoint(words) and words <= _PRINT["part"] | _PRINT["beside"]
    return key(last) in _PRINT["step"] or named or _is_under(steps, words)


def _is_under(steps: Sequence[str], words: Set[str]) -> bool:
    """Whether the last step of an address, by its words, is small print in a folder of it."""
    if len(steps) < _FOLDED or _PRINT["under"].isdisjoint(words):
        return False
    return steps[-2] in _PRINT["step"] or (steps[-2] in _PRINT["folder"] and words <= _HOUSE)
