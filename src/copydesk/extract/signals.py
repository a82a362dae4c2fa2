"""What a page's markup says of the sort of page it is: declared types, its address, the build of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from copydesk.extract.address import own_address
from copydesk.extract.declared import NOTHING, Declared
from copydesk.extract.jsonld import read_graph
from copydesk.extract.tables import word_list, word_set
from copydesk.model import Form, Page
from copydesk.settings import DEFAULT, HeadSettings

# Types of schema.org, in lower case, by what they say a page is.
ARTICLE = word_set(
    """
    article newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle backgroundnewsarticle
    reviewnewsarticle askpublicnewsarticle blogposting report satiricalarticle advertisercontentarticle
    scholarlyarticle medicalscholarlyarticle recipe
    """
)
LIVE = word_set("liveblogposting")
PRODUCT = word_set("product productgroup individualproduct productmodel vehicle")
FORUM = word_set("discussionforumposting qapage conversation")
LISTING = word_set("collectionpage itemlist searchresultspage offercatalog productcollection profilepage")
MEDIA = word_set("videoobject audioobject movie tvepisode episode podcastepisode radioepisode clip")
GALLERY = word_set("imagegallery mediagallery")
DOCUMENTATION = word_set("techarticle apireference")
OFFER = word_set("service localbusiness softwareapplication webapplication course financialproduct")
# What an address says, by its parts.
FORUM_URL = re.compile(
    r"//(?:[\w-]+\.)?(?:forums?|community|discuss|discourse|board|answers)\.|/(?:showthread|viewtopic)[./?_-]"
    r"|/(?:forums?|threads?|t|questions?|discussions?|boards?|community|topic)(?:[/.?]|$)|/r/\w+/comments/"
)
PRODUCT_URL = re.compile(r"/(?:products?|p|pd|dp|item|itm|buy)/|[/-]p-?\d{4,}")
DOCUMENTATION_URL = re.compile(
    r"//(?:docs?|developers?|api|help|support|wiki|manual|learn)\.|readthedocs\."
    r"|/(?:docs?|documentation|reference|manual|api|apidocs|javadoc|man-pages|tutorials?|wiki|handbook)(?:[/.]|$)"
)
# A list of more than one page ends with the number of this one; "/page/203105/1311111" is a story.
LISTING_URL = re.compile(
    r"/(?:categor(?:y|ies)|tags?|archives?|collections?|search|authors?|topics|sections?|listings?|shop)(?:[/?.]|$)"
    r"|/page/\d{1,4}/?(?=[?#]|$)|[?&](?:q|query|s)="
)
# A part of a path that only live blogs have, or that says "live" of whatever it is about.
LIVE_URL = re.compile(
    r"(?<![a-z0-9])(?:(?P<sure>live-?blogs?|live-?ticker|news-?ticker|minuto-a-minuto|live-updates|live-coverage)"
    r"|live|ticker|en-vivo|en-direct|ao-vivo|in-diretta|diretta)(?![a-z0-9])(?=[^?#]*(?:[?#]|$))(?<!//live)(?<!://live)"
)
LIVE_TITLE = re.compile(
    r"(?-i:\bLIVE\b)|\blive(?:\s?[:–—-](?=\s)|$)|^live\b.{0,30}[:–—]|[:–—-]\s?live\b|\blive-?blog\b|ticker\b"
    r"|\ben vivo\b|\ben direct\b|\bao vivo\b|\bin diretta\b|\bminuto a minuto\b|\blive updates?\b"
    r"|\bas it happened\b",
    re.IGNORECASE,
)
POST_TIME = re.compile(
    r"[^\w$€£]*(?:(?:updated|posted|um)\s)?(?:[01]?\d|2[0-4])[:.h][0-5]\d\s?(?:[ap]\.?m\.?|uhr|hrs|h)?\W*(?:[A-Z]{2,4})?\W*",
    re.IGNORECASE,
)
# Where sites keep what they write rather than what they sell.
STORY_URL = re.compile(
    r"//(?:blog|news|magazine)\."
    r"|/(?:blogs?|news|articles?|stor(?:y|ies)|posts?|guides?|insights?|magazine|opinion|features?|reviews?|learn"
    r"|tips|resources?|knowledge|press)(?:[/-]|$)"
)
DATE_URL = re.compile(r"/(?:19|20)\d\d[/-]?(?:[01]?\d|[a-z]{3})(?:[/-]|$)")
FORUM_MADE = re.compile(
    r"vbulletin|phpbb|xenforo|discourse|invision|vanilla|smf|flarum|nodebb|mybb|stackexchange", re.IGNORECASE
)
DOCUMENTATION_MADE = re.compile(
    r"sphinx|docusaurus|mkdocs|gitbook|vuepress|vitepress|javadoc|doxygen|readthedocs|antora|mediawiki"
    r"|jsdoc",
    re.IGNORECASE,
)
_CART = re.compile(
    r"add[-_]?to[-_]?(?:cart|bag|basket)|(?:cart|basket)[-_]?(?:button|form)|buy[-_]?now|in[-_]den[-_]warenkorb",
    re.IGNORECASE,
)
_CART_PARTS = ("cart", "bag", "basket", "buy", "warenkorb")
_FRONT_PATH = re.compile(
    r"(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:(?:index|home|default)(?:\.\w{2,5})?)?", re.IGNORECASE
)
_WALKED = word_list("meta link script pre h2 h3 video audio iframe button form input")
_PLAYER = re.compile(
    r"youtube|vimeo|dailymotion|brightcove|jwplayer|kaltura|player|soundcloud|spotify", re.IGNORECASE
)
# More of an element than this is not counted.
_ENOUGH = 200


@dataclass(frozen=True, slots=True)
class Signals:
    """Counts and types by which `kind` and `gate` tell pages apart; all absent for pasted text."""

    types: frozenset[str] = frozenset()
    og: str = ""
    url: str = ""
    made: str = ""
    paid: bool = False
    priced: bool = False
    code: int = 0
    linked: int = 0
    players: int = 0
    carts: int = 0
    paged: bool = False

    @property
    def is_article(self) -> bool:
        """Whether the page declares an article."""
        return bool(self.types & (ARTICLE | LIVE)) or self.og == "article"

    @property
    def is_media(self) -> bool:
        """Whether the page declares a recording or pictures, or has a player."""
        return (
            bool(self.types & (MEDIA | GALLERY)) or self.og.startswith(("video", "music")) or self.players > 0
        )

    def has(self, *kinds: frozenset[str]) -> bool:
        """Whether a type of one of these sets is declared."""
        return any(self.types & kind for kind in kinds)


def signals_of(page: Page, declared: Declared = NOTHING, limits: HeadSettings = DEFAULT.head) -> Signals:
    """The signals of a page; its JSON-LD is not read again where it was for what it declares.

    >>> from copydesk.model import RawPage
    >>> from copydesk.read import read_page
    >>> page = read_page(RawPage(b"<html><meta property='og:type' content='article'><p>One.", "a.html", "0"))
    >>> signals_of(page).is_article
    True
    """
    if page.form is Form.TEXT:
        return Signals(url=page.url or "")
    walk = _Walk(limits)
    for element in page.tree.iter(*_WALKED):
        walk.see(element)
    graph = read_graph(walk.scripts) if declared.graph is None else declared.graph
    types = {kind for node in graph.top for kind in _types(node.get("@type"))}
    paid = any(str(node.get("isAccessibleForFree")).lower() == "false" for node in graph.top)
    return walk.signals(
        frozenset(types | _microdata(page.tree)), (own_address(page) or "").lower(), paid, _made(page)
    )


def _types(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [one.rpartition("/")[2].lower() for one in values if isinstance(one, str)]


def _microdata(root: Any) -> set[str]:
    """Types given to elements that stand for the page, not for a part in a part."""
    found: set[str] = set()
    for element in root.iter("html", "body", "main", "article", "div", "section"):
        if (name := element.get("itemtype")) is not None and element.get("itemprop") is None:
            found.add(name.rpartition("/")[2].lower())
    return found


def _made(page: Page) -> str:
    """How the page is made, by the names its body and root have."""
    body = page.tree.find("body")
    elements = (page.tree, body) if body is not None else (page.tree,)
    return " ".join(f"{e.get('class', '')} {e.get('id', '')}"[:400] for e in elements)


class _Walk:
    """The state of one walk."""

    def __init__(self, limits: HeadSettings) -> None:
        self.limits = limits
        self.scripts: list[str] = []
        self.og = self.generator = ""
        self.priced = self.paged = False
        self.counts = dict.fromkeys(("pre", "linked", "players", "carts"), 0)

    def see(self, element: Any) -> None:
        """Take what one element says."""
        tag = element.tag
        if tag == "meta":
            self._meta(element)
        elif tag == "script":
            if "ld+json" in element.get("type", "") and element.text:
                self._script(element.text)
        elif tag == "link":
            self.paged = self.paged or element.get("rel", "").lower() in {"next", "prev"}
        elif tag in {"h2", "h3"}:
            if _linked(element):
                self._count("linked")
        elif tag == "pre":
            self._count("pre")
        elif tag in {"video", "audio"} or (tag == "iframe" and _PLAYER.search(element.get("src", "")[:300])):
            self._count("players")
        elif _is_cart(" ".join([element.get(name, "")[:200] for name in ("class", "id", "name", "action")])):
            self._count("carts")

    def _script(self, text: str) -> None:
        if len(self.scripts) < self.limits.max_scripts:
            self.scripts.append(text[: self.limits.max_script])

    def _count(self, name: str) -> None:
        self.counts[name] = min(_ENOUGH, self.counts[name] + 1)

    def _meta(self, element: Any) -> None:
        name = (element.get("property") or element.get("name") or "").lower()
        content = element.get("content", "")[:200]
        if name == "og:type":
            self.og = self.og or content.strip().lower()
        elif name == "generator":
            self.generator += f" {content}"[:200]
        elif name in {"product:price:amount", "og:price:amount", "product:price"}:
            self.priced = True

    def signals(self, types: frozenset[str], url: str, paid: bool, made: str) -> Signals:
        """What the walk came to."""
        count = self.counts
        return Signals(
            types,
            self.og,
            url,
            f"{self.generator[:400]} {made}",
            paid,
            self.priced,
            count["pre"],
            count["linked"],
            count["players"],
            count["carts"],
            self.paged,
        )


def _is_cart(names: str) -> bool:
    """Whether a form or button puts goods into a cart; most have none of the words, which is told at once."""
    lower = names.lower()
    return any(part in lower for part in _CART_PARTS) and _CART.search(names) is not None


def _linked(heading: Any) -> bool:
    parent = heading.getparent()
    return (parent is not None and parent.tag == "a") or next(heading.iter("a"), None) is not None


def is_front(url: str) -> bool:
    """Whether an address is that of a site or of a language of it.

    >>> is_front("https://paper.example/"), is_front("https://paper.example/en"), is_front("https://paper.example/fog")
    (True, True, False)
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    path = parts.path.strip("/")
    return bool(parts.hostname) and not parts.query and _FRONT_PATH.fullmatch(path) is not None
