"""What the page's furniture is, by the names that its elements have: share buttons, forms, menus, adverts.

Only lines that the reading has left out are asked about: they are dropped whatever they are called.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from copydesk.extract.tables import word_set
from copydesk.judge.around import Named
from copydesk.model import Reason

# The innermost elements of a line whose names speak of it; further out they name halves of a page.
NEAR: Final = 5
# What an element is for, by one word of its name. The first that fits is taken: a "teaser-header" is a teaser's.
_PURPOSES: Final = (
    (
        word_set(
            "cookie cookies consent gdpr cmp privacy legal copyright disclaimer onetrust eupopup"
        ),
        ("notice_box", Reason.NOTICE),
    ),
    (
        word_set(
            "share shares sharing sharebar sharetools social socials socialmedia sns socialite addthis addtoany"
            " sharedaddy teilen partager compartir condividi compartilhar delen paylas likes reaction reactions"
            " bookmark favourite favourites favorite favorites follow"
        ),
        ("share_box", Reason.PROMO),
    ),
    (
        word_set(
            "newsletter newsletters signup subscribe subscriber subscribers subscription subscriptions abo noabo"
            " paywall piano regwall donate donation donations membership premium offer offers campaign promo promos"
            " promotion marketing register gating gated affiliate voucher vouchers coupon coupons deals optin appstore"
        ),
        ("promo_box", Reason.PROMO),
    ),
    (
        word_set(
            "ad ads advert adverts advertisement advertising adslot adunit sponsor sponsored taboola outbrain"
        ),
        ("ad_box", Reason.PROMO),
    ),
    (
        word_set(
            "related recirc recirculation recommend recommended recommendation recommendations teaser teasers popular"
            " trending linkcard mostread mostviewed readnext upnext topstories similar relatedposts relacionadas relacionados"
        ),
        ("other_stories", Reason.PROMO),
    ),
    (
        word_set("caption captions credit credits bildautor bildquelle photographer"),
        ("picture_box", Reason.CAPTION),
    ),
    (word_set("vjs jwplayer videojs videoplayer audioplayer mejs"), ("player", Reason.TEMPLATE)),
    (word_set("video videos"), ("video_title", Reason.CAPTION)),
    (word_set("tag tags topic topics keyword keywords hashtag hashtags"), ("tags", Reason.NAVIGATION)),
    (word_set("author authors byline bylines bio autor auteur"), ("author_box", Reason.AUTHOR_BIO)),
    (
        word_set(
            "nav navbar navigation navi menu menus masthead topbar breadcrumb breadcrumbs crumbs toolbar sitemap"
            " dropdown megamenu burger hamburger offcanvas drawer login signin account skip skiplink pagination pager"
            " search"
        ),
        ("page_frame", Reason.NAVIGATION),
    ),
    (word_set("modal popup dialog lightbox tooltip toast snackbar"), ("window", Reason.HIDDEN)),
)  # fmt: skip
_FRAME: Final = word_set("header footer")
# The head or foot of these is no part of the page's frame.
_PARTS: Final = word_set(
    "article entry post story content card section widget block box modal gallery list item group teaser"
)
# What shows a story in few words is the way to it.
_CARD: Final = word_set("card cards")
_STORIES: Final = word_set("article articles post posts link story stories news")
# The elements that hold what a reader fills in or presses.
_CONTROLS: Final = frozenset({"form", "button", "label", "select", "textarea", "fieldset", "input"})
# The size of letters, not what they say.
_LETTERS: Final = re.compile(r"text-(?:sub-)?captions?")
_WORDS: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_STEPS = 8192


def of_box(steps: Iterable[str]) -> Named | None:
    """What a line is, by the elements around it, innermost first: by a name, or else by a tag."""
    steps = tuple(steps)
    for step in steps:
        if (told := _purpose(step)) is not None:
            return told
    tag = next((t for s in steps if (t := s.partition(".")[0].partition("#")[0]) in _CONTROLS), None)
    return None if tag is None else ("control", Reason.NAVIGATION, f"stands in a {tag} of the page")


@lru_cache(_STEPS)
def _purpose(step: str) -> Named | None:
    """What an element says it is for.

    >>> _purpose("div.article-share-bar")[:2], _purpose("div#page-footer")[:2], _purpose("div.card-footer")
    (('share_box', <Reason.PROMO: 'promo'>), ('page_frame', <Reason.NAVIGATION: 'navigation'>), None)
    """
    _, _, said = step.replace("#", ".").partition(".")
    if not said:
        return None
    words = [word.lower() for word in _WORDS.findall(_LETTERS.sub("", said))]
    for names, (rule, reason) in _PURPOSES:
        if (name := next((word for word in words if word in names), None)) is not None:
            return rule, reason, f"stands in an element named {name!r}"
    if not _CARD.isdisjoint(words) and not _STORIES.isdisjoint(words):
        return "other_stories", Reason.PROMO, f"stands in an element named {said.partition('.')[0]!r}"
    name = next((word for word in words if word in _FRAME), None)
    if name is None or not _PARTS.isdisjoint(words):
        return None
    return "page_frame", Reason.NAVIGATION, f"stands in an element named {name!r}"
