"""Lines that send a reader elsewhere ("You may be interested in"), above links to other pages of the site."""

from __future__ import annotations

from typing import Final

from copydesk.extract.address import same_site
from copydesk.judge.navigation.page_links import links_of, place_of_link
from copydesk.judge.phrases.table import read_topic
from copydesk.judge.view import View

_WORDS: Final = read_topic("introduced").table
_LEADS: Final = read_topic("leads").table
# "More on the harbour:" is a label; longer lines say more than that.
_LABEL_WORDS: Final = 8
# A list of so much in links leads elsewhere.
_LINKED: Final = 0.5
# A heading without a colon may stand above one link by chance.
_LEAST_HEADED: Final = 2


def invites(view: View, index: int, below: list[int], *, announces: bool) -> bool:
    """Whether a line invites to read something else, of which nothing or links stand below.

    Items that are sentences will do where each leads to another page of the site, and so will a heading that
    announces nothing with a colon.
    """
    line = view.lines[index]
    said = _WORDS.holds(line) is not None
    label = line.word_count <= _LABEL_WORDS and _LEADS.opens(line, "related_line") is not None
    if not (said or label):
        return False
    if not announces:
        return len(below) >= _LEAST_HEADED and _all_of_site(view, below)
    if not below and (after := next(view.below(index), None)) is not None and view.in_reading[after]:
        return False
    if all(view.blocks[i].link_density >= _LINKED for i in below):
        return True
    return said and _all_of_site(view, below)


def _all_of_site(view: View, lines: list[int]) -> bool:
    """Whether each line has links, and all of them lead to other pages of the page's own site."""
    own = view.page.canonical_url or view.page.url or ""
    for index in lines:
        links = links_of(view, index)
        there = [(link.get("href") or "").strip() for link in links]
        if not all(there) or not there or any(place_of_link(view, link) for link in links):
            return False
        if any(":" in address.partition("/")[0] and not same_site(address, own) for address in there):
            return False
    return True
