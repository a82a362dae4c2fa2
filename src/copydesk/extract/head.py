"""One walk over a page for what it says about itself: meta, link, title, script, time and h1 elements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from copydesk.extract.jsonld import MAX_VALUE, clean_text
from copydesk.settings import DEFAULT, HeadSettings

# A page with more of these is not describing itself any more.
MAX_H1 = 8
# A label such as "Last updated on" is no longer.
_LABEL_CHARS = 40
_JSON = "ld+json"
# The class of what a script writes in words ("2 days ago"), and its title the machine value.
_IN_WORDS = "timeago"
# What ends the types of items (schema.org) that are parts of a site, who made it, or what readers and
# photographers have done: their properties are not those of the story.
_NO_STORIES = (
    *("wpfooter", "wpheader", "wpsidebar", "wpadblock", "sitenavigationelement", "website", "organization"),
    *("person", "comment", "usercomments", "answer", "imageobject"),
)
_LANG = ("lang", "xml:lang", "{http://www.w3.org/XML/1998/namespace}lang")


@dataclass(frozen=True, slots=True)
class TimeElement:
    """A `<time>` element: its machine value, its text, its names, and whether a h1 came before.

    An `<abbr class="timeago">`, as a script wants it, is one, too. Then the text right before it, and whether
    it stands in one box with the one before it.
    """

    value: str
    text: str
    names: str
    below_title: bool
    before: str = ""
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """What was found, in page order. `metas` are by lower-case name; one name may come often.

    `cut` says in words of what there was more than is read.
    """

    metas: Mapping[str, tuple[str, ...]]
    scripts: tuple[str, ...] = ()
    h1: tuple[str, ...] = ()
    title: str | None = None
    times: tuple[TimeElement, ...] = ()
    license: str | None = None
    language: str | None = None
    cut: tuple[str, ...] = ()

    def first(self, *names: str) -> tuple[str, str] | None:
        """The first value under the first of the names that has one, with that name."""
        for name in names:
            for value in self.metas.get(name, ()):
                if value:
                    return value, name
        return None

    def all(self, name: str) -> tuple[str, ...]:
        """Every value under a name."""
        return self.metas.get(name, ())


def read_head(root: Any, limits: HeadSettings = DEFAULT.head) -> Head:
    """Collect a tree's self-description.

    >>> from lxml import html
    >>> page = html.document_fromstring('<meta property="og:title" content="Fog &amp; ice"><h1>Fog</h1>')
    >>> read_head(page).metas["og:title"], read_head(page).h1
    (('Fog & ice',), ('Fog',))
    """
    walk = _Walk(limits)
    for element in root.iter("meta", "link", "title", "script", "time", "abbr", "h1"):
        walk.see(element)
    lang = next((value for name in _LANG if (value := root.get(name))), None)
    return Head(
        {name: tuple(values) for name, values in walk.metas.items()},
        tuple(walk.scripts),
        tuple(walk.h1),
        walk.title,
        tuple(walk.times),
        walk.license,
        lang,
        tuple(walk.cut),
    )


class _Walk:
    """The state of one walk."""

    def __init__(self, limits: HeadSettings) -> None:
        self.limits = limits
        self.cut: dict[str, None] = {}
        self.metas: dict[str, list[str]] = {}
        self.count = 0
        self.scripts: list[str] = []
        self.h1: list[str] = []
        self.title: str | None = None
        self.times: list[TimeElement] = []
        self.boxes: list[Any] = []
        self.license: str | None = None

    def see(self, element: Any) -> None:
        """Take what one element says."""
        tag = element.tag
        if tag == "meta":
            self._meta(element)
        elif tag == "script":
            if _JSON in element.get("type", "").lower() and element.text:
                self._script(element.text)
        elif tag == "time" or (tag == "abbr" and _IN_WORDS in element.get("class", "")):
            self._time(element)
        elif tag == "h1":
            if len(self.h1) < MAX_H1 and (text := text_of(element)):
                self.h1.append(text)
        elif tag == "title":
            if self.title is None and element.text:
                self.title = clean_text(element.text)
        elif "license" in element.get("rel", "").lower().split():
            self.license = self.license or element.get("href")

    def _is_enough(self, count: int, most: int, what: str) -> bool:
        if count >= most:
            self.cut[f"more than {most} {what}"] = None
        return count >= most

    def _script(self, text: str) -> None:
        most = self.limits.max_script
        if self._is_enough(len(self.scripts), self.limits.max_scripts, "JSON-LD scripts"):
            return
        if len(text) > most:
            self.cut[f"a JSON-LD script of more than {most} characters"] = None
        self.scripts.append(text[:most])

    def _meta(self, element: Any) -> None:
        name = (
            element.get("property")
            or element.get("name")
            or _property_of_page(element)
            or element.get("http-equiv")
        )
        content = element.get("content")
        if not name or not content or self._is_enough(self.count, self.limits.max_metas, "meta elements"):
            return
        self.count += 1
        for single in name.lower().split():
            self.metas.setdefault(single, []).append(clean_text(content))

    def _time(self, element: Any) -> None:
        if self._is_enough(len(self.times), self.limits.max_times, "time elements"):
            return
        value = element.get("datetime") or element.get("content") or element.get("title") or ""
        names = " ".join(
            (element.get("itemprop", ""), element.get("class", ""), element.get("id", ""))
        ).lower()
        parent = element.getparent()
        if parent is not None:
            names += " " + parent.get("class", "").lower()
        text = text_of(element)[:200]
        boxes = [box for box in (parent, None if parent is None else parent.getparent()) if box is not None]
        beside = any(box is other for box in boxes for other in self.boxes)
        self.boxes = boxes
        before = _before(element, parent)
        self.times.append(TimeElement(value[:64].strip(), text, names[:300], bool(self.h1), before, beside))


def _property_of_page(element: Any) -> str | None:
    """The `itemprop` of an element, unless it is said of an item around it that is no story.

    >>> from lxml import html
    >>> page = "<div itemscope itemtype='https://schema.org/%s'><meta itemprop=keywords content=Fog></div>"
    >>> [_property_of_page(html.fragment_fromstring(page % kind)[0]) for kind in ("Article", "WPFooter")]
    ['keywords', None]
    """
    name: str | None = element.get("itemprop")
    if name:
        item = next((above for above in element.iterancestors() if above.get("itemscope") is not None), None)
        if item is not None and item.get("itemtype", "").strip().casefold().endswith(_NO_STORIES):
            return None
    return name


def _before(element: Any, parent: Any) -> str:
    """The end of the text right before an element in its parent."""
    other = element.getprevious()
    if other is not None:
        text = other.tail or (text_of(other) if len(other) == 0 and isinstance(other.tag, str) else "")
    else:
        text = parent.text if parent is not None else ""
    return " ".join((text or "")[-_LABEL_CHARS:].split())


def text_of(element: Any) -> str:
    """The text of an element, white space and line breaks folded, at most `MAX_VALUE` characters.

    >>> from lxml import html
    >>> text_of(html.fragment_fromstring("<h1>Weekend<br>in the <b>snow</b></h1>"))
    'Weekend in the snow'
    """
    parts: list[str] = []
    size = 0
    broken = next(element.iter("br"), None) is not None
    pieces = element.xpath(".//text() | .//br") if broken else element.itertext()
    for piece in pieces:
        text = piece if isinstance(piece, str) else " "
        parts.append(text)
        size += len(text)
        if size > MAX_VALUE:
            break
    return " ".join("".join(parts)[:MAX_VALUE].split())
