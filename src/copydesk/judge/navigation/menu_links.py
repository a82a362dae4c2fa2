"""Links in menus that are no entries of theirs: to other stories, and to what is offered."""

from __future__ import annotations

from copydesk.judge.navigation.page_links import leads_nowhere, leads_within, links_of
from copydesk.judge.phrases.buttons import OFFERS
from copydesk.judge.phrases.table import read_topic
from copydesk.judge.place import above
from copydesk.judge.promos.story_links import leads_to_story
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped

# What menus are called, in the names of elements.
NAV_PATH = ("nav", "menu", "breadcrumb", "pagination", "pager", "toolbar", "skip-link", "skiplink")
_ENTRY_WORDS = 5
# What opens a button with its terms has so many words.
_OFFER_WORDS = (4, 3, 2)
_PROMOS = read_topic("promos").table
_MOST_WORDS = 25


def around_story(view: View) -> frozenset[str]:
    """The paths of the elements that hold a line of the reading."""
    if view.pasted:
        return frozenset()
    read = {block.path for block in view.blocks if view.in_reading[block.index]}
    return frozenset(step for path in read for step in above(path)[:-1])


def as_story(view: View, index: int, around: frozenset[str]) -> Verdict | None:
    """The verdict on a link in a menu that leads to another story, or offers something and says how."""
    if _is_no_entry(view, index, around):
        said = "a link as long as a headline, in no menu of its own"
        return dropped("link_line", Reason.PROMO, said)
    if leads_to_story(view, index):
        return dropped("link_line", Reason.PROMO, "a link as long as a headline, in markup for headlines")
    return _as_offer(view, index)


def _as_offer(view: View, index: int) -> Verdict | None:
    """The verdict on one link that opens as a button and has its terms behind: "Join now for free"."""
    words = view.lines[index].key.split()
    if not words or words[0] not in OFFERS or len(words) > _MOST_WORDS or len(links_of(view, index)) != 1:
        return None
    for count in _OFFER_WORDS:
        hit = _PROMOS.whole.get(" ".join(words[:count])) if count < len(words) else None
        if hit is not None and hit.rule == "action":
            return dropped("action", Reason.PROMO, f"a button with its terms: {hit.phrase!r}")
    return None


def _is_no_entry(view: View, index: int, story: frozenset[str]) -> bool:
    """Whether a left-out headline is in a menu by the name alone of an element around the story."""
    block = view.blocks[index]
    if view.in_reading[index] or size(view.lines[index]) <= _ENTRY_WORDS or block.kind is Kind.TABLE:
        return False
    own = _own_steps(block.path, story).casefold()
    alone = (
        len(links_of(view, index)) == 1 and not leads_within(view, index) and not leads_nowhere(view, index)
    )
    return alone and not any(word in own for word in NAV_PATH)


def _own_steps(path: str, story: frozenset[str]) -> str:
    """The part of a path that holds nothing of the story."""
    steps = above(path)
    first = next((i for i, step in enumerate(steps) if step not in story), len(steps) - 1)
    return path[len(steps[first - 1]) if first else 0 :]
