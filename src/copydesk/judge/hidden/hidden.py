"""Text that a reader of the page never sees: fallbacks, screen-reader labels, text styled away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile
from typing import Any, Final

from copydesk.judge.boxes import holds
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped

# How a block is hidden is found when the page is read; marks that would hide nearly all of the page's
# prose were not believed there.
_RULES = {
    "hidden": "hidden_attribute",
    "aria-hidden": "aria_hidden",
    "display:none": "hidden_by_style",
    "visibility:hidden": "hidden_by_style",
}
# What is pressed, and how names say that screen readers alone get something.
_PRESSED: Final = ("a", "button")
_OFF_SCREEN: Final = re.compile(
    r"(?:^|[\s_-])(?:off-?screen|sr-?only|visually-?hidden|screen-?reader|a11y|assistive|for-sr|hidden-text)",
    re.IGNORECASE,
)
# ... and what it says of links that open a window of their own.
_OPENS: Final = re.compile(
    r"(?:link )?(?:opens?(?: link)? in (?:a )?new|(?:wird |link )?(?:öffnet )?in (?:einem )?neue[nm]"
    r"|(?:s ?)?ouvre dans une? nouve(?:l|lle)|(?:se )?abre en una(?: nueva)?|(?:si )?apre in una nuova"
    r"|opent in een nieuw|öppnas i (?:ett )?nytt|åpnes i (?:et )?nytt|åbner i (?:et )?nyt)"
    r" (?:window|tab|browser tab|fenster|tab oder fenster|fenêtre|onglet|ventana|pestaña(?: nueva)?|finestra"
    r"|scheda|venster|tabblad|fönster|flik|vindu|vindue|fane)(?: geöffnet| nueva)?"
)
_MENU_ROLES: Final = frozenset({"menu", "menubar", "navigation"})
_NEAR: Final = 2
_WINDOW: Final = dropped(
    "screen_reader_only", Reason.HIDDEN, "for screen readers, off the screen: says that a window opens"
)
_WORD: Final = re.compile(r"[^\W\d_]")


def judge(view: View) -> dict[int, Verdict]:
    """Drop what the page marks as not to be seen.

    What a button shows and keeps from screen readers, which have words of their own there, is seen: those
    words are not. So is what stands with a picture in a link that repeats another one, and a day in markup
    for times, which pages keep from being read out with every story; and what is transparent until a script
    has set it up or comes to it: menus and their buttons, captions of pictures that take turns.
    """
    twins = {} if view.pasted else _twins(view)
    shown = frozenset() if view.pasted else _pictured(view) | _stamped(view) | _fading(view)
    found = {
        block.index: dropped(_rule(block.hidden), Reason.HIDDEN, f"the page hides it: {block.hidden}")
        for block in view.blocks
        if block.hidden is not None and block.index not in twins and block.index not in shown
    }
    if not view.pasted:
        found |= {i: _WINDOW for i in _told_of_window(view) if i not in found}
    for seen, twin in twins.items():
        said = f"for screen readers, in the place of what is shown: {view.blocks[seen].text[:40]!r}"
        found.setdefault(twin, dropped("screen_reader_only", Reason.HIDDEN, said))
    return found


def _told_of_window(view: View) -> Iterator[int]:
    """The left-out lines in an element off the screen, that say a link opens a window."""
    for block in view.blocks:
        if not view.in_reading[block.index] and _OPENS.fullmatch(view.lines[block.index].key):
            element = view.page.elements[block.index]
            near = islice((element, *element.iterancestors()), _NEAR)
            if any(_OFF_SCREEN.search(one.get("class") or "") for one in near):
                yield block.index


def _twins(view: View) -> dict[int, int]:
    """The words that only screen readers do not get, and those that only they get in their place.

    On a button or a link these may be any, elsewhere they are the same.
    """
    found: dict[int, int] = {}
    for index in _unread(view):
        button = _button(view.page.elements[index])
        box = _around(view.page.elements[index]) if button is None else button
        near = (i for i in (index - 1, index + 1) if 0 <= i < len(view.blocks))
        twins = (i for i in near if box is not None and holds(box, view.page.elements[i]))
        off = (i for i in twins if _is_off_screen(view, i, box))
        same = (i for i in off if button is not None or view.lines[i].key == view.lines[index].key)
        if (twin := next(same, None)) is not None:
            found[index] = twin
    return found


def _unread(view: View) -> Iterator[int]:
    """The lines in words that screen readers do not get."""
    return (b.index for b in view.blocks if b.hidden == "aria-hidden" and _WORD.search(b.text))


def _pictured(view: View) -> frozenset[int]:
    """The lines in a link with a picture that screen readers and the tab key pass over."""
    return frozenset(i for i in _unread(view) if _is_link_of_picture(_marked(view.page.elements[i])))


def _stamped(view: View) -> frozenset[int]:
    """The lines with a machine-readable time that screen readers do not get: readers see it."""
    return frozenset(
        i for i in _unread(view) if any(one.get("datetime") for one in view.page.elements[i].iter("time"))
    )


def _fading(view: View) -> frozenset[int]:
    """The lines of menus and captions that are transparent, and hidden in no other way."""
    clear = (b.index for b in view.blocks if b.hidden is not None and b.hidden.startswith("opacity"))
    return frozenset(i for i in clear if _fades_in(view.page.elements[i]))


def _fades_in(element: Any) -> bool:
    around = (element, *element.iterancestors())
    return any(
        one.tag in ("nav", "figcaption")
        or one.get("role") in _MENU_ROLES
        or (one.tag == "button" and one.get("aria-haspopup") is not None)
        for one in around
    )


def _is_link_of_picture(marked: Any) -> bool:
    if marked is None or marked.tag != "a" or not marked.get("href") or marked.get("tabindex") != "-1":
        return False
    alone = all(not _is_marked(one) for one in marked.iterancestors())
    return alone and next(marked.iter("img", "picture"), None) is not None


def _around(element: Any) -> Any:
    """The element around one that is marked."""
    marked = _marked(element)
    return None if marked is None or marked.tag == "i" else marked.getparent()


def _button(element: Any) -> Any:
    """The button or link around an element that is marked within it; pictures made of letters are none."""
    marked = _marked(element)
    if marked is None or element.tag in _PRESSED or marked.tag in (*_PRESSED, "i"):
        return None
    return next((one for one in marked.iterancestors() if one.tag in _PRESSED), None)


def _marked(element: Any) -> Any:
    """The nearest element, of one and those around it, that screen readers do not get, or None."""
    return next((one for one in (element, *element.iterancestors()) if _is_marked(one)), None)


def _is_marked(element: Any) -> bool:
    return bool(element.get("aria-hidden") == "true")


def _is_off_screen(view: View, index: int, button: Any) -> bool:
    """Whether a line, or an element around it within the button, has a name for what is not on the screen."""
    element = view.page.elements[index]
    within = takewhile(lambda one: one is not button, (element, *element.iterancestors()))
    named = any(_OFF_SCREEN.search(one.get("class", "")) for one in within)
    return named and view.blocks[index].hidden != "aria-hidden"


def _rule(way: str) -> str:
    if way.startswith("<"):
        return "fallback_element"
    if way.startswith("popup"):
        return "popup"
    if way.startswith("style rule "):
        return "hidden_by_style_rule"
    return _RULES.get(way, "screen_reader_only")
