"""The rows of an imprint in the page's foot: who answers for the outlet, who owns it and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final

from copydesk.judge.boxes import few_inside
from copydesk.judge.edges import Edges
from copydesk.judge.left_out.words import verdict
from copydesk.judge.navigation.page_links import LINKED
from copydesk.judge.phrases.table import read_topic
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict
from copydesk.text import Line, key

_TOPIC: Final = read_topic("imprint")
_COMPANY: Final = frozenset(_TOPIC.lists["company"])
# What lines of the foot are called that nothing else tells.
_OPEN: Final = frozenset({"page_frame", "contact"})
_WORDS: Final = 16
_OFFICE_WORDS: Final = 8
_NUMBER_DIGITS: Final = 5
_SENTENCE_WORDS: Final = 8
# "Pier Street 5, 39100 Hollin": a house, and a town behind its code.
_HOUSE: Final = re.compile(r"[^\W\d_]{3,}\.? \d{1,4}\s?[a-z]?(?=\W|$)")
_TOWN: Final = re.compile(r"(?<![\w.])(?:[A-Z]{1,3}[- ])?(?!(?:19|20)\d\d )\d{4,6} (?=[A-ZÀ-Þ][^\W\d_]{2})")
# What is written or called, and no label of a form.
_REACHED: Final = re.compile(r"[@\d]")
# The rows of an imprint stand in one element, so few levels up and so many at most.
_LEVELS: Final = 3
_MOST: Final = 12
_SIGN: Final = "says who publishes the page, and where"
_BESIDE: Final = "in one element with what says who publishes the page"


def imprint_rows(view: View, found: Mapping[int, Verdict], edges: Edges) -> dict[int, Verdict]:
    """The lines of the foot that say who publishes the page, and what stands in one element with them."""
    foot = {i: v for i, v in found.items() if edges.behind(i)}
    own = {i for i, v in foot.items() if v.rule in _OPEN and not _is_link(view, i) and says_so(view.lines[i])}
    known = own | {i for i, v in foot.items() if v.rule == "imprint" and _REACHED.search(view.lines[i].text)}
    beside = {j for i in sorted(known) for j in _company(view, i, foot)} - known
    rows = {i: verdict(view, i, ("imprint", Reason.NOTICE, _SIGN)) for i in own}
    return rows | {i: verdict(view, i, ("imprint", Reason.NOTICE, _BESIDE)) for i in beside}


def says_so(line: Line) -> bool:
    """Whether a line names an office, a company, a number in a register, or a street and a town.

    >>> from copydesk.text import line
    >>> texts = ("Harbour Press GmbH", "VAT no. 0150 079", "Pier Street 5, 39100 Hollin", "Weather in Hollin")
    >>> [says_so(line(text)) for text in texts]
    [True, True, True, False]
    """
    if line.sentence or not 0 < line.word_count <= _WORDS:
        return False
    if line.word_count <= _OFFICE_WORDS and _TOPIC.table.opens(line) is not None:
        return True
    digits = sum(map(str.isdigit, line.text))
    if digits >= _NUMBER_DIGITS and _TOPIC.table.holds(line) is not None:
        return True
    if _HOUSE.search(line.text) is not None and _TOWN.search(line.text) is not None:
        return True
    return any(word[0].isupper() and key(word) in _COMPANY for word in line.text.split()[1:])


def _is_link(view: View, index: int) -> bool:
    return view.blocks[index].link_density >= LINKED


def _company(view: View, index: int, found: Mapping[int, Verdict]) -> Iterator[int]:
    """The lines around a row of an imprint, in the largest element near it that has nothing but such."""
    largest: list[int] = []
    for box in islice(view.page.elements[index].iterancestors(), _LEVELS):
        lines = few_inside(view, index, box, _MOST)
        seen = [i for i in lines or () if not view.blocks[i].hidden]
        if lines is None or not all(_may_stand(view, i, found) for i in seen):
            break
        largest = seen
    yield from (i for i in largest if found[i].rule in _OPEN)


def _may_stand(view: View, index: int, found: Mapping[int, Verdict]) -> bool:
    """Whether a line may be a row of an imprint: no way elsewhere, but for a name in a list of terms."""
    told = found.get(index)
    line = view.lines[index]
    if told is None or (line.sentence and line.word_count >= _SENTENCE_WORDS):
        return False
    if told.rule not in _OPEN and told.reason is not Reason.NOTICE:
        return False
    element = view.page.elements[index]
    term = any(one.tag == "dd" for one in (element, *islice(element.iterancestors(), _LEVELS)))
    return not _is_link(view, index) or term or "@" in line.text
