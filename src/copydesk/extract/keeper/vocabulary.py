"""Words that say something about a block: parts of class names and ids, and words of the text itself.

Each word has a bit for each list it is in, so that a text is described by looking its words up: no pattern
is tried against it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

# Parts of class names, ids and other attributes: what a box of the page is for.
NAMES: Mapping[str, str] = {
    "caption": ("caption captions credit credits legend copyright figcaption imageinfo pie bildunterschrift"),
    "related": (
        "related relation relateds recommend recommended recommendation recommendations trending "
        "popular most teaser teasers similar outbrain taboola further suggested also readmore "
        "next associated latest carousel linklist relacionadas relacionados verwandte mais lire "
        "aussi interlink"
    ),
    "promo": (
        "promo promos promotion newsletter newsletters subscribe subscription signup paywall "
        "donate donation support membership cta banner sponsor sponsored advert advertisement ad "
        "ads adbox affiliate partner shop deal product offer app dfp gpt inline abo werbung "
        "publicidad piano regwall"
    ),
    "author": (
        "author authors byline bio biography contributor writer staff autor autoren journalist "
        "person profile redakteur auteur"
    ),
    "date": "date time timestamp published updated publish pubdate meta datetime fecha datum",
    "share": ("share sharing social follow facebook twitter whatsapp toolbar tools print bookmark addtoany"),
    "comment": (
        "comment comments disqus respond reply replies viafoura coral discussion conversation kommentare"
    ),
    "foot": "foot footer colophon legal disclaimer imprint impressum standards terms correction",
    "nav": (
        "nav navigation menu breadcrumb breadcrumbs crumb header masthead topbar skip pagination "
        "pager search login account bar"
    ),
    "body": (
        "body content contents text main copy articlebody storybody prose richtext rte bodytext "
        "maincontent inhalt cuerpo corps texte texto"
    ),
    "article": ("article story entry post news detail single paragraph artikel articulo hentry articletext"),
    "lead": (
        "standfirst subhead subheadline subtitle dek deck summary excerpt intro lead lede "
        "strapline perex abstract vorspann chapo bajada key keypoints description ingress "
        "entradilla teaserlead"
    ),
    "tags": (
        "tag tags topic topics category categories keyword keywords label kicker eyebrow section rubric"
    ),
    "cookie": "cookie cookies consent gdpr cmp privacy onetrust didomi",
    "modal": (
        "modal popup overlay hidden lightbox tooltip dialog drawer sr visually hide invisible offscreen"
    ),
    "live": "live liveblog blog update ticker",
    "embed": "embed embedded tweet instagram widget player video videos audio media oembed",
    "picture": (
        "gallery slide slider slideshow image images img photo photos picture figure thumb thumbnail"
    ),
    "box": (
        "factbox infobox sidebar side aside pullquote quote blockquote inset module box rail "
        "column secondary right faktaboks fakta"
    ),
    "heading": "headline title heading titre titel titulo headings",
    "card": ("card cards item items grid tile listing list lists feed river stream archive block promoitem"),
    "hover": "hover popover hovercard flyout tip expandable accordion collapse toggle transcript",
}

# Words of the text, most of its first ones.
WORDS: Mapping[str, str] = {
    "promo": (
        "newsletter newsletters subscribe subscriber subscribers subscription subscriptions sign "
        "signup click download donate abonnieren abonnement abonnez suscríbete whatsapp telegram "
        "podcast app inbox join membership abonnér prenumerera iscriviti assine inscreva"
    ),
    "more": (
        "read also related recommended see watch mehr lesen auch lire aussi leggi anche lee "
        "también les også läs mer más bekijk ook more trending popular miss next weitere lisez "
        "leia mais czytaj"
    ),
    "follow": (
        "follow share facebook twitter instagram linkedin youtube tiktok email copy link print "
        "reddit pinterest teilen partager compartir folgen suivez síguenos"
    ),
    "credit": (
        "getty reuters ap afp epa shutterstock photo photos foto fotos image picture bild "
        "courtesy credit quelle source via dpa images photograph imago alamy foton kuva zdjęcie "
        "pictured"
    ),
    "by": (
        "by von par por di av af written reporting editing edited posted published updated stand "
        "author text reporter editor correspondent journalist writer columnist autor auteur"
    ),
    "bio": (
        "reporter editor writer journalist correspondent columnist contributor professor fellow "
        "author covers covering based freelance reached joined founder graduate awarded blogger"
    ),
    "legal": (
        "terms privacy cookie cookies rights reserved copyright policy contact advertise "
        "advertisement sponsored disclaimer consent datenschutz impressum agree opinions "
        "expressed views disclosure standards trademarks affiliate commission"
    ),
    "time": (
        "ago min mins minutes hours hour monday tuesday wednesday thursday friday saturday sunday "
        "am pm est gmt uhr updated january february march april may june july august september "
        "october november december"
    ),
    "comment": (
        "comment comments commenting reply log login register account kommentare kommentar commentaires"
    ),
    "company": (
        "about founded headquartered leading provider company solutions information visit nasdaq "
        "nyse inc ltd forward-looking statements"
    ),
    "you": "you your we us our ihr sie wir unser vous votre nous nos tu su usted nosotros",
    "function": (
        "the and of to in a that was for der die und das den le la les des et el los que en y il "
        "di che e och att som det og i w na z van het een de o do da em não se"
    ),
}

_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
# Joined words, as "articlebody": a part of more characters may begin or end with a word of more than three.
_JOINED = 5
_SHORTEST = 4
_MOST_PARTS = 40
# Parts that are remembered from page to page.
_REMEMBERED = 1 << 15


def _bits(lists: Mapping[str, str]) -> dict[str, int]:
    table: dict[str, int] = {}
    for number, words in enumerate(lists.values()):
        for word in words.split():
            table[word] = table.get(word, 0) | 1 << number
    return table


WORD_BITS = _bits(WORDS)
_NAME_BITS = _bits(NAMES)
_LONGEST = max(len(word) for word in _NAME_BITS)


def name_bits(names: str, known: dict[str, int]) -> int:
    """Which lists the parts of an element's names are in; `known` remembers parts from call to call.

    >>> bits = name_bits("StoryBody__related-box", {})
    >>> [name for number, name in enumerate(NAMES) if bits >> number & 1]
    ['related', 'body', 'article', 'box']
    """
    found = 0
    for part in _PART.findall(names)[:_MOST_PARTS]:
        bits = known.get(part)
        if bits is None:
            bits = known[part] = _part_bits(part.lower())
        found |= bits
    return found


@lru_cache(_REMEMBERED)
def _part_bits(part: str) -> int:
    bits = _NAME_BITS.get(part, 0)
    if not bits and len(part) > _JOINED:
        for size in range(_SHORTEST, min(len(part), _LONGEST + 1)):
            bits |= _NAME_BITS.get(part[:size], 0) | _NAME_BITS.get(part[-size:], 0)
    return bits
