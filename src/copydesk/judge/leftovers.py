"""What the last left-out lines are: by their own words, what they stand in, and the lines around them.

These lines are dropped whatever is found here. They are asked about last: a weak sign is told only where
no better one is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Final

from copydesk.extract.byline import is_day
from copydesk.judge.around import LINKED, Named, is_linked_headline
from copydesk.judge.edges import Edges
from copydesk.judge.leftover_boxes import NEAR, box, named, steps
from copydesk.judge.phrases import leftovers as looks
from copydesk.judge.phrases.table import read_topic
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict
from copydesk.text import Line, key

_TOPIC: Final = read_topic("leftovers")
_ASKS: Final = frozenset(_TOPIC.lists["asks"])
_BUTTON: Final = frozenset(_TOPIC.lists["button"])
# What the words of the tables say a line is.
_SAID: Final = {
    "byline_label": (Reason.BYLINE, "a label of bylines"),
    "byline_line": (Reason.BYLINE, "says who wrote or read the story, beside the headline"),
    "reading_time": (Reason.BYLINE, "says how long the story takes to read"),
    "contents": (Reason.NAVIGATION, "heads or fills a table of contents"),
    "form_reply": (Reason.NAVIGATION, "what the page says of its forms and of its own work"),
    "opinion": (Reason.PROMO, "asks what the reader thinks of the page"),
    "other_stories": (Reason.PROMO, "heads other stories"),
    "appeal": (Reason.PROMO, "asks the reader to get in touch or to go on"),
    "browser_notice": (Reason.NOTICE, "says what the reader's browser should do"),
    "site_notice": (Reason.NOTICE, "says what the site owes or earns"),
    "author_words": (Reason.AUTHOR_BIO, "speaks of whoever writes the page"),
    "credit_line": (Reason.CREDIT, "says who made the pictures or the text"),
    "filed": (Reason.SECTION_LABEL, "says where the page is filed"),
    "filler": (Reason.TEMPLATE, "filling text of a template"),
    "vote": (Reason.PROMO, "says what readers think of the page"),
}
# The elements that a line shares with its company.
_BOX_LEVELS: Final = 5
# A box is no larger than this, and most of what it holds is told and of one reason.
_MOST_IN_BOX: Final = 40
_SEVERAL: Final = 2
_FEW: Final = 4
_PARTS: Final = 5
# The rules of numbers and buttons, between which labels stand.
_NUMBERS: Final = frozenset({"product_box", "count", "button"})
_LABEL: Final = "product_box", Reason.PROMO, "a label between numbers or buttons"
_CUT_OFF: Final = ("...", "…", "[…]", "[...]", "…]")
_EXCERPT_WORDS: Final = 8
_BUTTON_WORDS: Final = 7
_LABEL_WORDS: Final = 5
_BYLINE_WORDS: Final = 25
_TIME_WORDS: Final = 2
_NAME_LETTERS: Final = 3
_STEPS: Final = 8192
_CONTACT_WORDS: Final = 30
_STAMP_WORDS: Final = 14
# A page's longest word may have a million letters, which a search would be at for hours.
_MOST_CHARACTERS: Final = 400
# The reasons that lines in one box share. A sentence is not navigation because of what is beside it.
_SHARED: Final = frozenset({Reason.PROMO, Reason.NAVIGATION, Reason.COMMENTS, Reason.AUTHOR_BIO})
_SENTENCE_WORDS: Final = 8


@dataclass(frozen=True, slots=True)
class _Company:
    """What the elements of a page hold, by their paths: told lines by reason, and how many lines."""

    reasons: Mapping[str, Counter[Reason]]
    sizes: Counter[str]
    kept: frozenset[str]


def leftovers(
    view: View, left: Sequence[int], edges: Edges, told: Mapping[int, Verdict], kept: frozenset[str]
) -> dict[int, Named]:
    """What the lines are that are left over, as far as something tells."""
    if not left:
        return {}
    found: dict[int, Named] = {}
    for index in left:
        alone = (
            _by_words(view, index, edges)
            or _of_author(view, index, edges)
            or _button(view, index)
            or _by_shape(view, index, edges)
        )
        if alone is not None:
            found[index] = alone
    for index in left:
        if index not in found and _goes_on(view, index, found, told):
            found[index] = "about_author", Reason.AUTHOR_BIO, "goes on below a line about whoever writes"
    reasons = {**{i: v.reason for i, v in told.items()}, **{i: reason for i, (_, reason, _) in found.items()}}
    company = _company(view, reasons, kept)
    among = ((i, _among_others(view, i, edges, company)) for i in left if i not in found)
    found |= {i: said for i, said in among if said is not None}
    rules = {**{i: v.rule for i, v in told.items()}, **{i: rule for i, (rule, _, _) in found.items()}}
    return found | {i: _LABEL for i in left if i not in found and _is_label(view, i, rules)}


def _is_label(view: View, index: int, rules: Mapping[int, str]) -> bool:
    """Whether a few words stand between numbers and buttons: they say what one of those is."""
    short = size(view.lines[index]) <= _LABEL_WORDS and not view.lines[index].sentence
    return short and all(rules.get(i) in _NUMBERS for i in (index - 1, index + 1))


def _among_others(view: View, index: int, edges: Edges, company: _Company) -> Named | None:
    """What a line is by where it stands, and by what stands with it."""
    return (
        _in_company(view, index, company)
        or _by_names(view, index, edges, company.kept)
        or _excerpt(view, index, edges)
        or _beside_hidden(view, index)
        or _above_headline(view, index, edges)
        or _link(view, index, edges)
    )


def _by_words(view: View, index: int, edges: Edges) -> Named | None:
    """What the line's own words say it is."""
    line = view.lines[index]
    hit = _TOPIC.table.is_whole(line) or (
        None if edges.first < index < edges.last else _TOPIC.table.opens(line)
    )
    if hit is None:
        return None
    if hit.rule == "byline_line" and not (edges.in_head(index) and size(line) <= _BYLINE_WORDS):
        return None
    reason, sign = _SAID[hit.rule]
    return hit.rule, reason, f"{sign}: {hit.phrase!r}"


def _of_author(view: View, index: int, edges: Edges) -> Named | None:
    """A sentence behind the story that begins with its author's first name."""
    line = view.lines[index]
    if index < edges.last or not line.sentence:
        return None
    first = _opening(line)
    for name in view.declared.values("authors"):
        if " " in name and len(first) >= _NAME_LETTERS and key(name).partition(" ")[0] == first:
            return (
                "about_author",
                Reason.AUTHOR_BIO,
                f"begins with the first name of {name!r}, behind the story",
            )
    return None


def _goes_on(view: View, index: int, found: Mapping[int, Named], told: Mapping[int, Verdict]) -> bool:
    """Whether a sentence stands right below one about the writer, in one element with it."""
    if index == 0 or not view.lines[index].sentence or not view.lines[index - 1].sentence:
        return False
    above = found[index - 1][1] if index - 1 in found else getattr(told.get(index - 1), "reason", None)
    paths = (view.blocks[i].path.rpartition("/")[0] for i in (index - 1, index))
    return above is Reason.AUTHOR_BIO and len(set(paths)) == 1


def _button(view: View, index: int) -> Named | None:
    """A short link that looks like a button or asks for something."""
    line, block = view.lines[index], view.blocks[index]
    if size(line) > _BUTTON_WORDS or line.text.endswith("?"):
        return None
    name = next((n for step in steps(block.path) if (n := named(step, _BUTTON)) is not None), None)
    if name is not None and not line.sentence:
        return "button", Reason.PROMO, f"a few words in an element named {name!r}"
    if block.link_density >= LINKED and _opening(line) in _ASKS:
        return "button", Reason.PROMO, f"a short link that asks to {_opening(line)!r}"
    return None


def _by_shape(view: View, index: int, edges: Edges) -> Named | None:
    """Numbers that count nothing of the story, dates and times, and ways to reach the site."""
    line, text = view.lines[index], view.blocks[index].text.strip()
    if looks.SCORE.fullmatch(text) or looks.PRICE.fullmatch(text):
        return "product_box", Reason.PROMO, "a price or a score and nothing else"
    if looks.COUNT.fullmatch(text):
        return "count", Reason.TEMPLATE, "a number and nothing else"
    within = edges.first <= index <= edges.last
    if len(text) > _MOST_CHARACTERS:
        return None
    if not within and size(line) <= _CONTACT_WORDS and looks.CONTACT.search(text):
        return "contact", Reason.NAVIGATION, "gives an address or a number to call, outside the story"
    return _as_stamp(line, in_head=edges.in_head(index), within=within)


def _as_stamp(line: Line, *, in_head: bool, within: bool) -> Named | None:
    """Whether a line is a date or a time to read, or says beside the headline when it was published."""
    timed = looks.READING.search(line.text) and size(line) <= _LABEL_WORDS and not line.sentence
    if timed and ("read" in line.key or (in_head and size(line) <= _TIME_WORDS)):
        return "reading_time", Reason.BYLINE, "how long the story takes to read"
    if in_head and size(line) <= _STAMP_WORDS and looks.PUBLISHED.search(line.text):
        return "stamp", Reason.BYLINE, "says when it was published, beside the headline"
    if looks.DATE.fullmatch(line.text.strip()) or (not within and is_day(line.text)):
        return "stamp", Reason.BYLINE, "a date and nothing else"
    return None


def _company(view: View, told: Mapping[int, Reason | None], kept: frozenset[str]) -> _Company:
    reasons: dict[str, Counter[Reason]] = {}
    sizes: Counter[str] = Counter()
    for block in view.blocks:
        if block.hidden:
            continue
        paths = _above(block.path)[-_BOX_LEVELS:]
        sizes.update(paths)
        verdict = view.verdicts.get(block.index)
        reason = told.get(block.index) or (None if verdict is None else verdict.reason)
        if reason in _SHARED:
            for path in paths:
                reasons.setdefault(path, Counter())[reason] += 1
    return _Company(reasons, sizes, kept)


def _in_company(view: View, index: int, company: _Company) -> Named | None:
    """What most of the told lines are that stand in one box with this one: several, or all but a few."""
    line = view.lines[index]
    for path in reversed(_above(view.blocks[index].path)[-_BOX_LEVELS:-1]):
        size_ = company.sizes[path]
        if path in company.kept or size_ > _MOST_IN_BOX:
            return None
        reasons = company.reasons.get(path)
        if reasons is None:
            continue
        reason, count = reasons.most_common(1)[0]
        if (
            2 * count <= sum(reasons.values())
            or (count < _SEVERAL and size_ > _FEW)
            or size_ > _PARTS * count
        ):
            return None
        if reason is Reason.NAVIGATION and line.sentence and size(line) >= _SENTENCE_WORDS:
            return None
        return "company", reason, f"stands in one box with {count} lines that are {reason.value}"
    return None


def _by_names(view: View, index: int, edges: Edges, kept: frozenset[str]) -> Named | None:
    """What the names of the nearest elements say that hold nothing of the story."""
    block = view.blocks[index]
    for outer, step in zip(reversed(_above(block.path)[-NEAR:]), steps(block.path), strict=False):
        if outer in kept:
            return None
        if (said := box(step)) is not None:
            return said if _can_be(said[0], view, index, edges) else None
    return None


def _can_be(rule: str, view: View, index: int, edges: Edges) -> bool:
    """Whether a line can be what its box says, where it stands."""
    if rule == "beside":
        return not edges.first < index < edges.last
    if rule == "contents":
        return view.blocks[index].kind is not Kind.HEADING
    return rule != "banner" or index > edges.first or not edges.in_head(index)


def _excerpt(view: View, index: int, edges: Edges) -> Named | None:
    """The first words of another story, cut off below its headline, behind this one."""
    line = view.lines[index]
    if index < edges.last or not line.text.endswith(_CUT_OFF) or size(line) < _EXCERPT_WORDS:
        return None
    if not any(is_linked_headline(view, i) for i in range(max(0, index - 2), index)):
        return None
    return "excerpt", Reason.PROMO, "cut off, below a linked headline, behind the story"


def _beside_hidden(view: View, index: int) -> Named | None:
    """A question right above a hidden line: what is pressed to see the answer."""
    below = view.blocks[index + 1] if index + 1 < len(view.blocks) else None
    if below is None or not below.hidden or not view.lines[index].text.endswith("?"):
        return None
    return "opener", Reason.NAVIGATION, "a question right above what the page hides until it is asked for"


def _above_headline(view: View, index: int, edges: Edges) -> Named | None:
    """A word or two right above the headline."""
    line = view.lines[index]
    if index + 1 != edges.title or size(line) > _LABEL_WORDS:
        return None
    if line.sentence or looks.KICKER.fullmatch(line.text) is None:
        return None
    return "kicker", Reason.SECTION_LABEL, "a few words right above the headline"


def _link(view: View, index: int, edges: Edges) -> Named | None:
    """A link alone on its line: within the story one that leads elsewhere, around it one of the frame."""
    if view.blocks[index].link_density < LINKED or view.lines[index].sentence:
        return None
    if view.blocks[index].kind in (Kind.LIST_ITEM, Kind.HEADING) and edges.first < index < edges.last:
        # The story may have a list of them.
        return None
    if edges.first < index < edges.last:
        return "link", Reason.PROMO, "a link alone on its line, within the story"
    return "link", Reason.NAVIGATION, "a link alone on its line, above or below the paragraphs"


def _opening(line: Line) -> str:
    return line.key.partition(" ")[0]


@lru_cache(_STEPS)
def _above(path: str) -> tuple[str, ...]:
    return tuple(accumulate(path.split("/"), "{}/{}".format))
