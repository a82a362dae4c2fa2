"""Promos: newsletter, app, subscription, share, follow, advertising, and lines that lead to other stories.

A line is a promo by what it is as a whole, or by how it opens together with what stands behind: a
colon, a link, something to sign up for. A sentence that merely mentions a newsletter has neither.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from copydesk.extract.tables import word_set
from copydesk.judge.form_fields import labels_field, logs_in
from copydesk.judge.left_out.listed import ends_list
from copydesk.judge.navigation.menu_links import NAV_PATH
from copydesk.judge.navigation.page_links import is_entry, row_of_links
from copydesk.judge.notices.foot_columns import column, is_framed
from copydesk.judge.phrases.table import Hit, bulk, is_quoted, is_upper, opens_with, read_topic
from copydesk.judge.place import above, frame_of
from copydesk.judge.promos.most_read import most_read
from copydesk.judge.promos.promo_lists import LINKED, listed_below, subjects_below
from copydesk.judge.promos.related_cards import cards_below, words_read
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped
from copydesk.text import Line, key

PROMOS = read_topic("promos").table
_LEADS = read_topic("leads")
_OUTRIGHT = frozenset(_LEADS.lists["outright"])
_WEAK = frozenset(_LEADS.lists["weak"])
_FOLLOW = frozenset(_LEADS.lists["follow"])
_ENDINGS = _LEADS.lists["ending"]
_ENTRIES = frozenset(_LEADS.lists["entries"])

# Longer lines are paragraphs: the longest promo lines of the labelled pages stay under this.
_MOST_WORDS = 70
# A related line is a headline behind a few words.
_MOST_RELATED_WORDS = 30
# Behind "Video:" and its like, fewer words than these are no headline.
_LEAST_HEADLINE_WORDS = 5
# Share of a line's characters in links from which it is nothing else.
_WHOLLY_LINKED = 0.95
# The separators between "Read more" and the headline it leads to.
_SEPARATOR = re.compile(r"[:：|｜>»→–—]")

# "Watch <outlet> live here", as a line of its own.
_LIVE = re.compile(r"watch (?:\w+ ){1,4}live(?: here| now| online)?")

_LATER = re.compile(r"[.!?] (Sign up|Subscribe|Follow us|Join our|Download our)\b")
# What comes before such a sentence advertises it; beyond this length it is a paragraph with an aside.
_MOST_LATER_WORDS = 45

# "Get daily national news": what headings of newsletter boxes speak of.
_BOX_WORDS = word_set("news newsletter newsletters inbox alerts briefing updates subscribe emails app")

_EVIDENCE = {
    "ad_label": "the line is an advertising label",
    "share": "the line is a share button",
    "action": "the line is a button or asks for an action",
    "related_heading": "the line heads a list of other stories",
    "related_line": "the line leads to another story",
    "stock_line": "the line opens as a stock promo",
    "call": "the line asks its reader to follow or sign up",
    "click_here": "the line ends by sending its reader elsewhere",
}

# So many lines below a menu's heading are looked at, and its entries have no more words.
_ENTRIES_BELOW, _ENTRY_WORDS = 2, 2

_MORE = "leads to more of what is listed above"


def judge(view: View) -> dict[int, Verdict]:
    """Drop the promo lines of a page, and the headlines listed under 'Related' and its like."""
    found: dict[int, Verdict] = {}
    read = words_read(view)
    for index in view.open():
        if index in found:
            continue
        hit = promo_of(view.lines[index], view.blocks[index].link_density, pasted=view.pasted)
        hit = (_capitals_link(view, index) or most_read(view, index)) if hit is None else hit
        if hit is None or _moves_about(view, index, hit) or _is_of_form(view, index, hit):
            continue
        ends = hit.rule == "related_heading" and ends_list(view, index)
        found[index] = dropped(hit.rule, Reason.PROMO, _MORE) if ends else _verdict(hit)
        if hit.rule in ("call", "stock_line") and (heading := _its_heading(view, index)) is not None:
            found[heading] = dropped("promo_heading", Reason.PROMO, "heads a line that asks to sign up")
        heads = (hit.rule == "related_heading" and not ends) or _heads_list(view.lines[index], hit)
        if heads and (others := subjects_below(view, index) or column(view, index)):
            found |= others
        elif heads and not _is_of_frame(view, index):
            phrase = view.blocks[index].text[:40]
            found |= listed_below(view, index, hit) or cards_below(view, index, phrase, read)
    return found


# "Share on Facebook Share on Twitter Share via Email": buttons that copying has put on one line.
_SHARES = re.compile(
    r"(?:(?:share|tweet|post|send|pin|teilen|partager|compartir|condividi)(?: this)?"
    r" (?:on|via|by|to|auf|per|sur|par|en|por|su) \w+(?: |$)){2,12}"
)


def promo_of(line: Line, link_density: float = 0.0, *, pasted: bool = True) -> Hit | None:
    """Which promo a line is by its wording and links, or None.

    >>> from copydesk.text import line
    >>> promo_of(line("Sign up for our daily newsletter.")).rule
    'stock_line'
    >>> promo_of(line("The newsletter had 300 readers.")) is None
    True
    """
    if not line.key or bulk(line) > _MOST_WORDS:
        return None
    whole = PROMOS.is_whole(line)
    if whole is not None:
        return whole
    if _SHARES.fullmatch(line.key):
        return Hit("action", line.key)
    if is_quoted(line.text):
        # The name of a newsletter may stand in quotes at the front, too.
        return None if is_quoted(line.text[-1]) else _click_here(line, pasted)
    return (
        _behind_label(line)
        or _related(line, link_density, pasted)
        or PROMOS.opens(line)
        or _call(line)
        or _click_here(line, pasted)
        or _watch_live(line)
        or _later_call(line)
    )


def behind_ad_label(text: str) -> str:
    """What stands behind the label of an advertisement in the key of a line, or nothing.

    >>> behind_ad_label("advertisement related stories"), behind_ad_label("related stories")
    ('related stories', '')
    """
    words = text.split(maxsplit=2)
    for count in range(len(words) - 1, 0, -1):
        hit = PROMOS.whole.get(" ".join(words[:count]))
        if hit is not None and hit.rule == "ad_label":
            return " ".join(words[count:])
    return ""


def _behind_label(line: Line) -> Hit | None:
    """What a page has joined to the label of an advertisement: a button, or the heading of other stories."""
    rest = behind_ad_label(line.key)
    whole = PROMOS.whole.get(rest)
    return None if whole is None else Hit("ad_label", f"{line.key.removesuffix(rest)}… {whole.phrase}")


def leads_on(line: Line) -> bool:
    """Whether a line is 'Read more' with the headline of another story behind it.

    >>> from copydesk.text import line
    >>> leads_on(line("Read more: The bridge")), leads_on(line("Read more here."))
    (True, False)
    """
    return _related(line, 0.0, pasted=True) is not None


def _related(line: Line, link_density: float, pasted: bool) -> Hit | None:
    hit = _LEADS.table.opens(line, "related_line")
    most = _MOST_WORDS if link_density >= LINKED else _MOST_RELATED_WORDS
    if hit is None or bulk(line) > most:
        return None
    separator = _SEPARATOR.search(line.text)
    if separator is not None and key(line.text[: separator.start()]) == hit.phrase:
        return hit if link_density >= LINKED or _may_lead(line, hit, pasted) else None
    if hit.phrase in _OUTRIGHT and not line.sentence:
        return hit
    return None


def _may_lead(line: Line, hit: Hit, pasted: bool) -> bool:
    """Whether 'Read more: ...' without a link leads to another story."""
    if hit.phrase in _OUTRIGHT:
        return True
    # "WATCH | Ferry towed home": so set, it is no word of a sentence.
    if line.text[len(hit.phrase) :].lstrip()[:1] == "|" and is_upper(line.text[: len(hit.phrase)]):
        return bulk(line) >= _LEAST_HEADLINE_WORDS
    if hit.phrase not in _WEAK:
        return not line.text.endswith(".") or (pasted and " " in hit.phrase)
    return pasted and not line.sentence and bulk(line) >= _LEAST_HEADLINE_WORDS


def _call(line: Line) -> Hit | None:
    opening = _LEADS.table.opens(line, "call")
    if opening is None:
        return None
    target = _LEADS.table.holds(line)
    if target is not None and opens_with(line.key, target.phrase):
        # What the line speaks of is no call for it: "News alerts were late".
        target = _LEADS.table.holds(replace(line, key=line.key[len(target.phrase) :].strip()))
    if target is None or opening.phrase == target.phrase:
        return None
    if target.rule == "social" and opening.phrase not in _FOLLOW:
        return None
    return Hit("call", f"{opening.phrase} … {target.phrase}")


def _click_here(line: Line, pasted: bool) -> Hit | None:
    # "You will find the news in our live blog:", and a link to it below.
    whole = pasted or line.sentence or line.text.endswith(":")
    if not whole or not line.key.endswith(_ENDINGS):
        return None
    return Hit("click_here", next(e for e in _ENDINGS if line.key.endswith(e)))


def _later_call(line: Line) -> Hit | None:
    """A second sentence that asks to sign up: "There is more of this. Sign up for our newsletter."."""
    if bulk(line) > _MOST_LATER_WORDS or (found := _LATER.search(line.text)) is None:
        return None
    target = _LEADS.table.holds(line)
    return Hit("call", f"{found[1].lower()} … {target.phrase}") if target else None


def _watch_live(line: Line) -> Hit | None:
    found = None if line.sentence or line.key[:6] != "watch " else _LIVE.fullmatch(line.key)
    return Hit("call", "watch … live") if found else None


def _capitals_link(view: View, index: int) -> Hit | None:
    """A paragraph that is one link in capitals, and not of a menu: another story's headline."""
    block, line = view.blocks[index], view.lines[index]
    if view.pasted or block.link_density < _WHOLLY_LINKED or block.kind is not Kind.PARAGRAPH:
        return None
    if line.word_count > _MOST_RELATED_WORDS or not is_upper(block.text):
        return None
    if sum(word.isalpha() for word in line.words) < _LEAST_HEADLINE_WORDS:
        return None
    # Menus and subjects are in capitals, too.
    if row_of_links(view, index) or (not view.in_reading[index] and is_framed(block.path)):
        return None
    return Hit("related_line", "a link in capitals")


def _its_heading(view: View, index: int) -> int | None:
    """The heading of a box that asks to sign up, if it speaks of what one signs up for."""
    above = index - 1
    if above < 0 or above in view.verdicts or view.blocks[above].kind is not Kind.HEADING:
        return None
    return above if _BOX_WORDS & set(view.lines[above].key.split()) else None


def _heads_list(line: Line, hit: Hit) -> bool:
    """Whether 'Read more:' stands alone, its headlines below."""
    return hit.rule == "related_line" and line.key == hit.phrase


def _moves_about(view: View, index: int, hit: Hit) -> bool:
    """Whether a link called as a promo is, moves a reader about the site from a menu or the page's frame."""
    if hit.rule == "ad_label":
        return is_entry(view, index)
    if hit.rule == "related_heading" and _heads_menu(view, index):
        return True
    return hit.phrase in _ENTRIES and (_is_of_frame(view, index) or _is_of_menu(view, index))


def _is_of_form(view: View, index: int, hit: Hit) -> bool:
    """Whether a left-out line labels a field, or stands in a form to log in: its form says what it is."""
    if hit.rule == "ad_label" and labels_field(view, index):
        return True  # "Ad" is a first name, in Turkish
    return hit.rule in ("ad_label", "action") and logs_in(view, index)


def _heads_menu(view: View, index: int) -> bool:
    """Whether a left-out line in a menu stands above its entries: short links, and no headlines."""
    if view.pasted or view.in_reading[index] or view.blocks[index].link_density >= LINKED:
        return False
    if next(view.page.elements[index].iterancestors("nav"), None) is None:
        return False
    below = list(islice(view.below(index), _ENTRIES_BELOW))
    return len(below) == _ENTRIES_BELOW and all(
        view.blocks[i].link_density >= LINKED and view.lines[i].word_count <= _ENTRY_WORDS for i in below
    )


def _is_of_menu(view: View, index: int) -> bool:
    """Whether a left-out link is one of a list, in an element that is called a menu."""
    if view.pasted or view.in_reading[index]:
        return False
    path = view.blocks[index].path.casefold()
    return any(name in path for name in NAV_PATH) and is_entry(view, index)


def _is_of_frame(view: View, index: int) -> bool:
    """Whether a link is in the page's frame: "Read more" is on a card of a menu there, and heads nothing."""
    block = view.blocks[index]
    linked = not view.pasted and block.link_density >= _WHOLLY_LINKED
    return linked and any(frame_of(step) is not None for step in above(block.path))


def _verdict(hit: Hit) -> Verdict:
    return dropped(hit.rule, Reason.PROMO, f"{_EVIDENCE[hit.rule]}: {hit.phrase!r}")
