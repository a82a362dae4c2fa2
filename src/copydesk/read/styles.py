"""What the style sheets inside a page hide, as far as it is certain: classes and ids of plain rules.

Sheets are read for this alone. A rule counts if its selector is one element's classes or id and no
condition stands around it. What another rule shows again, or a script of the page names, is a part that
opens and closes, and no reader would call it hidden.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from copydesk.read.css_hiding import hiding_style, may_hide

# Sheets of the labelled pages have 60 KB in the mean and a megabyte at most; what a rule hides stands
# anywhere in them, so they are read to a length that takes a few milliseconds.
_MAX_SHEETS = 600_000
# Selectors of one rule that are looked at, and rules that hide.
_MAX_SELECTORS = 40
_MAX_RULES = 2_000
_COMMENT = re.compile(r"/\*.{0,20000}?\*/", re.DOTALL)
_PLAIN = re.compile(r"(?:[a-z][a-z0-9]{0,15})?((?:[.#][\w-]{1,80}){1,4})", re.IGNORECASE)
_NAME = re.compile(r"[.#][\w-]{1,80}")
# A state that something moves on from: the text comes in while the page is read.
_MOVES = ("transition", "animation")
_SHOWS = re.compile(
    r"display:(?!none)|visibility:(?:visible|inherit|initial)|opacity:(?:1|0?\.[1-9])|position:(?:static|relative)"
    r"|clip:auto|clip-path:none|(?:left|top|right):(?:0|auto)"
)
_DISPLAYS = re.compile(r"display\s*:\s*(?!none)", re.IGNORECASE)
# Names by which sheets of small classes show an element again on some screens.
_WIDER = re.compile(
    r"\S+:(?:block|flex|grid|contents|inline(?:-(?:block|flex|grid))?|table\S{0,12}|visible|opacity-100)"
    r"|d-(?:sm|md|lg|xl|xxl)-(?!none)[a-z-]{4,12}"
    r"|(?:u-|is-)?(?:show|visible)-(?:on-|for-)?(?:desktop|laptop|tablet|mobile|phone|small|medium|large|sm|md|lg|xl)"
    r"[a-z-]{0,20}"
)
# The rule of what stands for a line break, and what of it sets lines apart as paragraphs are.
_BREAK_RULE = re.compile(r"(?<![\w-])\.(br|break|line-?break)\s{0,9}\{([^{}]{0,400})\}")
_GAP = re.compile(r"(?:^|;)(?:margin|padding)(?:-top|-bottom)?:0?\.?[1-9]|(?:^|;)height:0?\.?[1-9]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a page's own sheets hide: for a class or id (`.x`, `#x`) sets of names that must all be there.

    What has one of the names in `shown` is there for readers with a wider screen.
    """

    hidden: Mapping[str, tuple[frozenset[str], ...]] = field(default_factory=dict)
    shown: frozenset[str] = frozenset()
    _names: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_names", frozenset(name[1:] for name in self.hidden))

    def hides(self, element: Any) -> str | None:
        """The rule that hides an element, or None.

        >>> from lxml import html
        >>> sheet = Sheet({".x": (frozenset({".x"}),)})
        >>> sheet.hides(html.fromstring("<p class='a x'>b</p>"))
        'style rule .x'
        >>> sheet.hides(html.fromstring("<p class='x md:block'>b</p>"))
        """
        # Asked of every element of a page, and next to none is hidden: the common case has to be quick.
        classes, own = element.get("class"), element.get("id")
        parts = classes.split() if classes else ()
        if self._names.isdisjoint(parts) and own not in self._names:
            return None
        if any(_WIDER.fullmatch(part) for part in parts):
            return None
        names = {f".{name}" for name in parts}
        if own:
            names.add(f"#{own}")
        if not self.shown.isdisjoint(names):
            return None
        for name in sorted(names & self.hidden.keys()):
            for wanted in self.hidden[name]:
                if wanted <= names:
                    return "style rule " + "".join(sorted(wanted))
        return None


NO_SHEET = Sheet()


def read_sheets(root: Any) -> Sheet:
    """What the `<style>` elements of a page hide for certain.

    >>> from lxml import html
    >>> page = "<style>.a, .b {display: none} .open .b {display: block}</style><p class=a>x"
    >>> sorted(read_sheets(html.document_fromstring(page)).hidden)
    ['.a']
    """
    text, size = [], 0
    for style in root.iter("style"):
        if style.text and not style.get("media") and size < _MAX_SHEETS and not _conditional(style):
            text.append(style.text[: _MAX_SHEETS - size])
            size += len(text[-1])
    rules = list(_rules(text)) if text else []
    found = set(_hiding(rules))
    if not found:
        return NO_SHEET
    shown = _shown(rules, found)
    scripts = [script.text for script in root.iter("script") if script.text]
    hidden: dict[str, list[frozenset[str]]] = {}
    for wanted in sorted(found, key=sorted):
        if not wanted & shown and not any(_named(name[1:], scripts) for name in wanted):
            hidden.setdefault(min(wanted), []).append(wanted)
    return Sheet({name: tuple(sets) for name, sets in hidden.items()}, _shown_wider(rules))


def gap_classes(tree: Any) -> frozenset[str]:
    """The classes for line breaks that the sheets of a page show as blocks with space around them.

    >>> from lxml import html
    >>> page = "<style>.br {display: block; margin: 1em 0 0} .break {display: block}</style><p>x"
    >>> sorted(gap_classes(html.document_fromstring(page)))
    ['br']
    """
    found: set[str] = set()
    for style in tree.iter("style"):
        for name, declarations in _BREAK_RULE.findall((style.text or "")[:_MAX_SHEETS]):
            lower = re.sub(r"\s*([:;])\s*", r"\1", declarations.strip().lower())
            if "display:block" in lower and _GAP.search(lower):
                found.add(name)
    return frozenset(found)


def _conditional(style: Any) -> bool:
    """Whether a sheet is for browsers without scripts alone, or for the moment before the others come."""
    names = f"{style.get('id')} {style.get('class')}".lower()
    return "critical" in names or any(parent.tag == "noscript" for parent in style.iterancestors())


def _rules(sheets: Iterable[str]) -> Iterable[tuple[str, str, bool]]:
    """Selector and declarations of every rule, and whether it stands under a condition."""
    for sheet in sheets:
        depth = 0
        for piece in _COMMENT.sub(" ", sheet).split("}"):
            opened = piece.count("{")
            if opened:
                head, _, declarations = piece.rpartition("{")
                selector = head if opened == 1 else head.rpartition("{")[2]
                yield selector.strip(), declarations, depth > 0 or opened > 1
            depth = max(0, depth + opened - 1)


def _hiding(rules: Iterable[tuple[str, str, bool]]) -> Iterable[frozenset[str]]:
    count = 0
    for selector, declarations, conditional in rules:
        if conditional or selector.startswith("@"):
            continue
        lower = declarations.lower()
        if not may_hide(lower) or any(word in lower for word in _MOVES) or hiding_style(lower) is None:
            continue
        count += 1
        if count > _MAX_RULES:
            return
        for one in selector.split(",", _MAX_SELECTORS)[:_MAX_SELECTORS]:
            if plain := _PLAIN.fullmatch(one.strip()):
                yield frozenset(_NAME.findall(plain[1]))


def _shown(rules: Iterable[tuple[str, str, bool]], found: set[frozenset[str]]) -> set[str]:
    """The names among those hidden that some other rule shows."""
    asked = {name for wanted in found for name in wanted}
    shown: set[str] = set()
    for selector, declarations, _ in rules:
        named = asked.intersection(_NAME.findall(selector))
        if named and _SHOWS.search("".join(declarations.split()).lower()):
            shown |= named
    return shown


def _shown_wider(rules: Iterable[tuple[str, str, bool]]) -> frozenset[str]:
    """The names of what a rule displays under a condition, as for a screen of some width: the last of each.

    >>> sorted(_shown_wider([(".bar .menu", "display: grid", True), (".note", "display:block", False)]))
    ['.menu']
    """
    shown: set[str] = set()
    for selector, declarations, conditional in rules:
        if conditional and _DISPLAYS.search(declarations):
            for one in selector.split(",", _MAX_SELECTORS)[:_MAX_SELECTORS]:
                # What opens under a pointer is a menu.
                shown.update(_NAME.findall(one.split()[-1])[:1] if one.strip() and ":" not in one else ())
    return frozenset(shown)


def _named(name: str, scripts: Iterable[str]) -> bool:
    return any(name in script for script in scripts)
