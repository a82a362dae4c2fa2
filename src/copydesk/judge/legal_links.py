"""Links to small print, told by where they lead: "/privacy", "/legal/terms-of-use"."""

from __future__ import annotations

import re
from typing import Any, Final

from copydesk.extract.address import steps_of
from copydesk.extract.titles import host_of
from copydesk.judge.page_links import LINKED, links_of
from copydesk.judge.phrases.table import read_topic
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped
from copydesk.text import fold, key, word_count

# Links to small print have no more words, and a row of them no more links.
_WORDS: Final = 6
_MOST: Final = 12
_PRINT: Final = {name: frozenset(words) for name, words in read_topic("legal_links").lists.items()}
_APART: Final = re.compile(r"[\W_]+")
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
    return found


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
    under = len(steps) > 1 and steps[-2] in _PRINT["step"] and not _PRINT["under"].isdisjoint(words)
    return last in _PRINT["step"] or named or under
