"""The article of a page that shows none until its script has run: it is often carried along as data.

Such a page (Next.js, Nuxt, Arc and the like) has a frame to be seen, and the article in the JSON that its
script starts from, or in the `articleBody` of its JSON-LD. It is taken from there only where the page
itself has no prose, where what stands around it in the data names the page's own title, and where the page
does not say that it has to be paid for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any, Final

from copydesk.model import Block
from copydesk.read.script_data import script_values
from copydesk.settings import DEFAULT
from copydesk.text import key, word_count

# A page has prose if so many words stand in blocks of so many that are not half links. Of 1,194 labelled
# pages 38 have less, 31 of them lists and products.
_SCANT: Final = 100
_PROSE: Final = 12
_LINKS: Final = 0.5
# The fewest words of an article that is carried along.
_LEAST: Final = 80
# Objects that are looked at, and how far in a list of blocks their words are looked for.
_MOST_OBJECTS: Final = 20_000
_DEPTH: Final = 6
# How far above the article, in objects, its title may stand.
_NEAR: Final = 2
# A title of fewer characters, or of a smaller part of the page's, could be any word of the data.
_TITLE: Final = 8
_SHARE: Final = 0.5

_BODY = re.compile(r"body|content|text|story|html|article|paragraph", re.IGNORECASE)
# Names of what is no story, though it stands beside one and can be long.
_OTHERS = re.compile(
    r"comment|related|recommend|teaser|repl(?:y|ies)|latest|popular|trending|desc|terms|polic|legal|disclaim",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"<(?:p|br|div|h[2-6]|li)\b", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{1,2000}>")
_TYPES: Final = ("type", "_type", "__typename", "kind", "component", "name")
_WORDS: Final = (
    "text",
    "html",
    "content",
    "value",
    "body",
    "model",
    "blocks",
    "children",
    "caption",
    "items",
)
# What a block of a list is by the name of its type, and the element that it becomes; the first that fits.
_ELEMENTS: Final = (
    (re.compile(r"image|photo|picture|gallery|video|figure|media", re.IGNORECASE), "figcaption"),
    (re.compile(r"head|title|\bh[1-6]\b", re.IGNORECASE), "h2"),
    (re.compile(r"quote", re.IGNORECASE), "blockquote"),
    (re.compile(r"list", re.IGNORECASE), "li"),
    (re.compile(r"text|paragraph|\bp\b|html|raw|markdown", re.IGNORECASE), "p"),
)
# What stands beside an article in its object, by its name in small letters without marks.
_PUBLISHED: Final = (
    "publishedat publisheddate publishdate datepublished publicationdate publishedtime pubdate releasedate"
    " firstpublished firstpublishedat firstpublisheddate deploydt"
)
_MODIFIED: Final = "modifiedat modifieddate datemodified updatedat lastmodified lastupdated redeploydt"
_BESIDE: Final = {
    **dict.fromkeys(("title", "headline"), "headline"),
    **dict.fromkeys(_PUBLISHED.split(), "date_published"),
    **dict.fromkeys(_MODIFIED.split(), "date_modified"),
}
_MOST_TOLD: Final = 400
_PAID = re.compile(r"\"isAccessibleForFree\"\s{0,9}:\s{0,9}\"?false", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Carried:
    """An article from a page's data, as markup, and the name it stands under there.

    `beside` is what else its object tells of it: a field of metadata, the value, and its name there.
    """

    markup: str
    name: str
    words: int
    beside: tuple[tuple[str, str, str], ...] = ()


def is_scant(blocks: Sequence[Block]) -> bool:
    """Whether a page has hardly any prose to be seen.

    >>> from copydesk.model import Kind
    >>> is_scant([Block(0, Kind.PARAGRAPH, "The ferry was late. " * 40)])
    False
    """
    seen = (b.text for b in blocks if b.hidden is None and b.link_density < _LINKS)
    return sum(count for text in seen if (count := word_count(text)) >= _PROSE) < _SCANT


def find_carried(root: Any, most: int = DEFAULT.read.max_data) -> Carried | None:
    """The article that the scripts of a page carry in their first `most` characters, or None.

    >>> from lxml import html
    >>> body = "".join(f"<p>The ferry was late for the {day}th day in a row.</p>" for day in range(9))
    >>> script = f'<script>A = {{"title": "Ferry late again", "body": "{body}"}}</script>'
    >>> find_carried(html.document_fromstring("<title>Ferry late again</title>" + script)).name
    'body'
    """
    scripts = [script.text or "" for script in root.iter("script")]
    if any(_PAID.search(script) for script in scripts):
        return None
    titles = _titles(root)
    if not titles:
        return None
    found = [one for value in script_values(scripts, most) for one in _articles(value, titles)]
    return max(found, key=lambda one: one.words, default=None)


def _titles(root: Any) -> list[str]:
    """What the page calls itself, as compared."""
    texts = [*(e.text_content() for name in ("title", "h1") for e in root.iter(name))]
    texts += [
        meta.get("content") or ""
        for meta in root.iter("meta")
        if (meta.get("property") or meta.get("name") or "").lower() in {"og:title", "twitter:title"}
    ]
    return [made for text in texts if len(made := key(text)) >= _TITLE]


def _articles(value: Any, titles: Sequence[str]) -> Iterator[Carried]:
    """The articles of a value that stand near one of the titles."""
    waiting: list[tuple[Any, int]] = [(value, _NEAR + 1)]
    for _ in range(_MOST_OBJECTS):
        if not waiting:
            return
        one, above = waiting.pop()
        if isinstance(one, dict):
            above = 0 if _is_titled(one, titles) else above + 1
            if above <= _NEAR:
                found = filter(None, map(_article, one.keys(), one.values()))
                yield from (replace(article, beside=_beside(one)) for article in found)
            inner = [(name, part) for name, part in one.items() if isinstance(part, dict | list)]
            waiting += [(part, above) for name, part in inner if not _OTHERS.search(name)]
        else:
            waiting += [(part, above) for part in one if isinstance(part, dict | list)]


def _beside(one: Mapping[str, Any]) -> tuple[tuple[str, str, str], ...]:
    """What an object tells of the article in it.

    >>> _beside({"body": "...", "publish_date": "2031-05-09", "views": "12"})
    (('date_published', '2031-05-09', 'publish_date'),)
    """
    texts = (
        (name, part) for name, part in one.items() if isinstance(part, str) and 0 < len(part) < _MOST_TOLD
    )
    named = ((_BESIDE.get(re.sub(r"[^a-z]", "", name.lower())), part, name) for name, part in texts)
    return tuple((field, part, name) for field, part, name in named if field)


def _is_titled(one: Mapping[str, Any], titles: Sequence[str]) -> bool:
    """Whether an object, or one right inside it ("headlines"), has the page's title."""
    texts = [part for part in one.values() if isinstance(part, str)]
    texts += [
        t for part in one.values() if isinstance(part, dict) for t in part.values() if isinstance(t, str)
    ]
    keys = (key(text) for text in texts if _TITLE <= len(text) < 400)
    return any(any(_names(made, title) for title in titles) for made in keys)


def _names(made: str, title: str) -> bool:
    return len(made) >= max(_TITLE, _SHARE * len(title)) and made in title


def _article(name: str, part: Any) -> Carried | None:
    """A value as an article, if it is long enough to be one."""
    if not isinstance(part, str | list) or _OTHERS.search(name):
        return None
    if isinstance(part, str) and _MARKUP.search(part):
        markup = part
    elif isinstance(part, str) and _BODY.search(name):
        markup = "".join(f"<p>{escape(line)}</p>" for line in part.split("\n") if line.strip())
    elif isinstance(part, list):
        markup = "".join(filter(None, map(_block, part)))
    else:
        return None
    count = word_count(_TAG.sub(" ", markup))
    return Carried(f"<article>{markup}</article>", name, count) if count >= _LEAST else None


def _block(one: Any) -> str | None:
    """A block of a list as an element; None for what has no words or tells no type."""
    if not isinstance(one, dict):
        return None
    kind = " ".join(part for name in _TYPES if isinstance(part := one.get(name), str))
    tag = next((element for named, element in _ELEMENTS if named.search(kind)), None)
    text = _joined(_texts(one, _DEPTH)).strip() if tag else ""
    if not text:
        return None
    text = text if _TAG.search(text) else escape(text)
    return f"<figure><{tag}>{text}</{tag}></figure>" if tag == "figcaption" else f"<{tag}>{text}</{tag}>"


def _joined(texts: Iterable[str]) -> str:
    """Stretches of a block as one; what is set in bold, say, is a stretch by itself.

    >>> _joined(["The", "late", "ferry", ", again"])
    'The late ferry, again'
    """
    made = ""
    for text in texts:
        made += text if not made or made[-1:].isspace() or not text[:1].isalnum() else f" {text}"
    return made


def _texts(one: Any, depth: int) -> Iterator[str]:
    """The words of a block, its own or of what is in it."""
    if isinstance(one, str):
        yield one
    elif depth and isinstance(one, list):
        for part in one:
            yield from _texts(part, depth - 1)
    elif depth and isinstance(one, dict):
        own = next((one[name] for name in _WORDS if one.get(name)), None)
        yield from _texts(own, depth - 1)
