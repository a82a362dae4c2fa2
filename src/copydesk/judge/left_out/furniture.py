"""What the page's furniture is, by the names that its elements have: share buttons, forms, menus, adverts.

The words are in `phrases/furniture.py`. Some are in the names of elements of all sorts: those speak faintly,
and are asked about where nothing better tells.

Only lines that the reading has left out are asked about: they are dropped whatever they are called.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from copydesk.extract.tables import word_set
from copydesk.judge.left_out.around import Named
from copydesk.judge.left_out.step_names import unfiled
from copydesk.judge.phrases import furniture as words
from copydesk.judge.promos.story_links import is_way
from copydesk.model import Reason
from copydesk.text import Line

# The innermost elements of a line whose names speak of it; further out they name halves of a page.
NEAR: Final = 5
# What an element is for, by a word of its name; the first that fits: a "teaser-header" is a teaser's.
_PURPOSES: Final = (
    (words.CONSENT, ("notice_box", Reason.NOTICE)),
    (words.SHARE, ("share_box", Reason.PROMO)),
    (words.SIGN_UP, ("promo_box", Reason.PROMO)),
    (words.ADVERTS, ("ad_box", Reason.PROMO)),
    (words.OTHER_STORIES, ("other_stories", Reason.PROMO)),
    (words.PICTURES, ("picture_box", Reason.CAPTION)),
    (words.PLAYER, ("player", Reason.TEMPLATE)),
    (words.VIDEO, ("video_title", Reason.CAPTION)),
    (words.READERS, ("comments_box", Reason.COMMENTS)),
    (words.POLL, ("poll", Reason.TEMPLATE)),
    (words.TAGS, ("tags", Reason.NAVIGATION)),
    (words.AUTHOR, ("author_box", Reason.AUTHOR_BIO)),
    (words.FRAME, ("page_frame", Reason.NAVIGATION)),
    (words.WINDOW, ("window", Reason.HIDDEN)),
)
# The same, faintly.
_FAINTLY: Final = (
    (words.CONTENTS, ("contents", Reason.NAVIGATION)),
    (words.FORM, ("control", Reason.NAVIGATION)),
    (words.SOURCES, ("sources", Reason.CREDIT)),
    (words.NOTE, ("footnote", Reason.NOTICE)),
    (words.CALL, ("promo_box", Reason.PROMO)),
    (words.BANNER, ("banner", Reason.PROMO)),
    (words.PRODUCT, ("product_box", Reason.PROMO)),
    (words.PRAISE, ("praise_box", Reason.PROMO)),
    (words.BESIDE, ("beside", Reason.NAVIGATION)),
)
# The same, by names that nothing else has.
_SURELY: Final = (
    (words.SHARE, ("share_box", Reason.PROMO)),
    (words.LETTERS, ("promo_box", Reason.PROMO)),
    (words.SPONSORS, ("ad_box", Reason.PROMO)),
    (words.PLAYER, ("player", Reason.TEMPLATE)),
)
_HINT: Final = "window", Reason.HIDDEN, "stands in a hint that opens over the page ('tooltip')"
_PRESSED: Final = frozenset({"a", "button"})
_SAID: Final = words.SHARING | {name for name in words.PLACES | words.WAYS if " " not in name}
_SAID_WORDS: Final = 10
# What a button says of itself in brackets, as that a window opens.
_ASIDE: Final = re.compile(r"\([^()]{0,60}\)")
# The innermost elements of a line whose names speak of it faintly.
FAINT: Final = 4
_FRAME: Final = word_set("header footer")
# The head or foot of these is no part of the page's frame.
_PARTS: Final = word_set(
    "article entry post story content card section widget block box modal gallery list item group teaser"
)
_FORMS: Final = word_set("form formkit")
# What shows a story in few words is the way to it.
_CARD: Final = word_set("card cards")
_STORIES: Final = word_set("article articles post posts link story stories news")
_STORY: Final = word_set("article story post")
# The elements that hold what a reader fills in or presses.
_CONTROLS: Final = frozenset({"form", "button", "label", "select", "textarea", "fieldset", "input"})
# The size of letters, not what they say; what a search engine is told to pass over.
_LETTERS: Final = re.compile(r"text-(?:sub-)?captions?|caption\d(?![a-z\d])|[a-z-]*anno-skip")
_PIECE: Final = re.compile(r"[.#_-]+")
# "5d1fad7c": letters of such a name are no words.
_HASH: Final = re.compile(r"(?=[a-f]*\d)[\da-f]{6,}")
# Consent managers are called so; classes that begin with it are of components, in some publishing systems.
_CONSENT: Final = re.compile(r"#cmp(?![a-z])|[_-]cmp(?![a-z])")
_TABLE: Final = re.compile(r"caption(?:[.#]|$)|[^.#]*[.#](?:\S*\.)?table-?caption(?:\.|$)")
_TOP: Final = re.compile(r"(?<![a-z])(?:back|scroll|go|return)?-?to-?top(?![a-z])", re.IGNORECASE)
# "dShareBtn": a letter in front says that a word is used otherwise.
_WORDS: Final = re.compile(r"(?<![A-Za-z])[a-z][A-Z][a-z]+|[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_STEPS = 8192
_Purpose = tuple[frozenset[str], tuple[str, Reason]]


def of_box(steps: Iterable[str]) -> Named | None:
    """What a line is, by the elements around it, innermost first: by a name, or else by a tag."""
    steps = tuple(steps)
    opened = False
    for step in steps:
        opened = opened or _opens_hint(step)
        told = _purpose(step)
        if told is not None and not (opened and told == _HINT):
            return told
    tag = next((t for s in steps if (t := s.partition(".")[0].partition("#")[0]) in _CONTROLS), None)
    return None if tag is None else ("control", Reason.NAVIGATION, f"stands in a {tag} of the page")


@lru_cache(_STEPS)
def _purpose(step: str) -> Named | None:
    """What an element says it is for.

    >>> _purpose("div.article-share-bar")[:2], _purpose("div#page-footer")[:2], _purpose("div.card-footer")
    (('share_box', <Reason.PROMO: 'promo'>), ('page_frame', <Reason.NAVIGATION: 'navigation'>), None)
    """
    named = _without_consent(_words(step))
    if not named:
        return None
    if (way := _leads(step, named) or _sells(step)) is not None:
        return way
    told = _first_of(_PURPOSES, named)
    if told is not None and not (
        _is_opener(told, named) or _is_of_table(told, step) or _is_of_story(told, named)
    ):
        # A call to the readers who write is no writing of theirs.
        calls = told[1] is Reason.COMMENTS and not words.CALL.isdisjoint(named)
        return ("promo_box", Reason.PROMO, told[2]) if calls else told
    if not _CARD.isdisjoint(named) and not _STORIES.isdisjoint(named):
        whole = step.replace("#", ".").split(".")[1]
        return "other_stories", Reason.PROMO, f"stands in an element named {whole!r}"
    return _head_or_foot(named) or (_HINT if _is_hint(step) else None)


def _is_hint(step: str) -> bool:
    """Whether an element is a hint that opens over the page, and not what has one or what holds both.

    >>> _is_hint("span.tooltip"), _is_hint("p.has-tooltip"), _is_hint("div.tooltip-wrapper")
    (True, False, False)
    """
    for name in step.replace("#", ".").split(".")[1:]:
        said = _words(f".{name}")
        at = next((i for i, word in enumerate(said) if word in words.HINT), None)
        if at is None:
            continue
        behind = said[at + 1 :]
        if words.HAS_HINT.isdisjoint(said[:at]) if not behind else not words.HINT_TEXT.isdisjoint(behind):
            return True
    return False


@lru_cache(_STEPS)
def _opens_hint(step: str) -> bool:
    """Whether an element is what a hint is opened from, which is seen."""
    named = _words(step)
    if words.HINT.isdisjoint(named):
        return False
    return step.partition(".")[0].partition("#")[0] in _PRESSED or not words.OPENER.isdisjoint(named)


def _leads(step: str, named: Sequence[str]) -> Named | None:
    """What an element is by a name that nothing else has: of a consent manager, the way to a place."""
    if _CONSENT.search(step) is not None:
        return "notice_box", Reason.NOTICE, "stands in an element of a consent manager ('cmp')"
    if not words.SLIDES.isdisjoint(named) and (way := next((w for w in named if w in words.STEPS), None)):
        return "control", Reason.NAVIGATION, f"leads to a picture of a row, in an element named {way!r}"
    if "next" in named and is_way(step):
        return "other_stories", Reason.PROMO, "leads to the next story, by its element's name ('next')"
    if _TOP.search(step) is not None:
        return "page_frame", Reason.NAVIGATION, "leads to the top of the page, by its element's name"
    return None


def _head_or_foot(named: Sequence[str]) -> Named | None:
    """What the head or foot of something is: of the page, of a form, or of comments."""
    name = next((word for word in named if word in _FRAME), None)
    if name is not None and not words.COMMENTS.isdisjoint(named):
        return "comments_box", Reason.COMMENTS, "stands in the head or foot of readers' comments"
    if name is not None and not _FORMS.isdisjoint(named):
        return "form_head", Reason.PROMO, "stands in the head or foot of a form"
    if name is None or not _PARTS.isdisjoint(named):
        return None
    return "page_frame", Reason.NAVIGATION, f"stands in an element named {name!r}"


def _is_opener(told: Named, named: Iterable[str]) -> bool:
    """Whether what is called a window only opens one."""
    return told[0] == "window" and not words.OPENER.isdisjoint(named)


def _is_of_story(told: Named, named: Sequence[str]) -> bool:
    """Whether what is called a drawer opens at a story, and so is none of the page's menus."""
    return told[0] == "page_frame" and told[2].endswith("'drawer'") and not _STORY.isdisjoint(named)


def _is_of_table(told: Named, step: str) -> bool:
    """Whether what is called a caption is that of a table."""
    return told[0] == "picture_box" and _TABLE.match(step) is not None


def surely(steps: Iterable[str]) -> Named | None:
    """What a line is by the nearest element around that is named as nothing else is, innermost first."""
    return next((told for step in steps if (told := _surely(step)) is not None), None)


@lru_cache(_STEPS)
def _surely(step: str) -> Named | None:
    return _sells(step) or _first_of(_SURELY, _words(step))


def _sells(step: str) -> Named | None:
    """What an element is that offers a subscription by its name: "sales" alone may be a part of a firm.

    >>> _sells("div.salesOffer_1")[:2], _sells("a#sales-service")
    (('promo_box', <Reason.PROMO: 'promo'>), None)
    """
    found = words.SELLS.search(step)
    return None if found is None else ("promo_box", Reason.PROMO, f"stands in an element named {found[0]!r}")


def shares(line: Line) -> bool:
    """Whether a few words may be a button to share or follow: they name a network or a way, or say so.

    >>> from copydesk.text import line
    >>> shares(line("Click to email this to a friend (Opens in new window)")), shares(line("Our archive"))
    (True, False)
    """
    return len(_ASIDE.sub("", line.text).split()) <= _SAID_WORDS and not _SAID.isdisjoint(line.words)


@lru_cache(_STEPS)
def faintly(step: str) -> Named | None:
    """What an element faintly says it is for, by a word that many have in their names, or by its tag.

    >>> faintly("div.hs-form-field")[:2], faintly("div.story")
    (('control', <Reason.NAVIGATION: 'navigation'>), None)
    """
    if (told := _first_of(_FAINTLY, _own_words(step))) is not None:
        return told
    if step.partition(".")[0].partition("#")[0] == "aside":
        return "beside", Reason.NAVIGATION, "stands in an aside of the page"
    return None


def button(step: str) -> str | None:
    """The word in an element's names that says it is a button.

    >>> button("a.wp-block-button")
    'button'
    """
    return next((word for word in _own_words(step) if word in words.BUTTON), None)


def _first_of(purposes: Iterable[_Purpose], named: Sequence[str]) -> Named | None:
    """What the first purpose says that has one of some words."""
    for names, (rule, reason) in purposes:
        if (name := next((word for word in named if word in names), None)) is not None:
            return rule, reason, f"stands in an element named {name!r}"
    return None


def _without_consent(named: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without what it says nobody has given: `no-consent`."""
    if "consent" in named and "no" in named[: named.index("consent")]:
        return tuple(word for word in named if word != "consent")
    return named


@lru_cache(_STEPS)
def _words(step: str) -> tuple[str, ...]:
    """The words in an element's names, without those that are hashes or sizes of letters.

    >>> _words("div#5d1fad7c.article-shareBar")
    ('article', 'share', 'bar')
    """
    _, _, said = unfiled(step).replace("#", ".").partition(".")
    pieces = (piece for piece in _PIECE.split(_LETTERS.sub("", said)) if _HASH.fullmatch(piece) is None)
    return tuple(word.lower() for piece in pieces for word in _WORDS.findall(piece))


def _own_words(step: str) -> tuple[str, ...]:
    """The words in an element's names, without those that a page builder gives to all of its elements.

    >>> _own_words("div.elementor-price-box")
    ('price', 'box')
    """
    named = _words(step)
    if words.BUILDER.isdisjoint(named):
        return named
    return tuple(word for word in named if word not in words.BUILDER and word != "widget")
